-- evidence_text is clean_text[char_start:char_end] by code points.
{{ config(meta={'dagster': {'ref': {'name': 'fct_engagement_mention'}}}) }}

select
    mention.mention_key,
    mention.evidence_text
from {{ ref('fct_engagement_mention') }} as mention
inner join {{ ref('dim_article') }} as article on mention.article_id = article.article_id
where
    mention.char_start < 0
    or mention.char_start >= mention.char_end
    or mention.evidence_text is distinct from article.clean_text[mention.char_start + 1:mention.char_end]
