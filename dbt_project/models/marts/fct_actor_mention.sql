-- Two of an article's actors may turn out to be one; a place that named both names it once.
select
    mention.article_id,
    mention.char_start,
    mention.char_end,
    mention.surface_text,
    actor.actor_key,
    mention.resolution_method,
    mention.confidence
from {{ ref('stg_actor_mention') }} as mention
inner join {{ ref('int_article_actor') }} as actor
    on mention.article_id = actor.article_id and mention.actor_id = actor.actor_id
qualify
    row_number() over (
        partition by mention.article_id, mention.char_start, mention.char_end, actor.actor_key
        order by mention.confidence desc, mention.resolution_method asc, mention.actor_id asc
    ) = 1
order by mention.article_id, mention.char_start, mention.char_end, actor.actor_key
