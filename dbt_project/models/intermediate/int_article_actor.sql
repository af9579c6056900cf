select
    article_actor.article_id,
    article_actor.actor_id,
    actor_link.actor_key,
    article_actor.name,
    article_actor.actor_kind,
    article_actor.sector,
    article_actor.country_iso3,
    article_actor.registry_id
from {{ ref('stg_article_actor') }} as article_actor
inner join {{ ref('stg_actor_link') }} as actor_link
    on
        article_actor.article_id = actor_link.article_id
        and article_actor.actor_id = actor_link.actor_id
