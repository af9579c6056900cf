-- surface_text is clean_text[char_start:char_end] by code points.
{{ config(meta={'dagster': {'ref': {'name': 'fct_actor_mention'}}}) }}

select
    mention.article_id,
    mention.char_start,
    mention.surface_text
from {{ ref('fct_actor_mention') }} as mention
inner join {{ ref('dim_article') }} as article on mention.article_id = article.article_id
where
    mention.char_start < 0
    or mention.char_start >= mention.char_end
    or mention.surface_text is distinct from article.clean_text[mention.char_start + 1:mention.char_end]
