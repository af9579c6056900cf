-- An engagement's counts are those of its rows in fct_engagement_mention, and every engagement has one.
{{ config(meta={'dagster': {'ref': {'name': 'fct_engagement'}}}) }}

with counted as (
    select
        engagement_key,
        count(*) as mention_count,
        count(distinct article_id) as article_count
    from {{ ref('fct_engagement_mention') }}
    group by engagement_key
)

select engagement.engagement_key
from {{ ref('fct_engagement') }} as engagement
left join counted on engagement.engagement_key = counted.engagement_key
where
    engagement.mention_count is distinct from counted.mention_count
    or engagement.article_count is distinct from counted.article_count
    or engagement.source_count not between 1 and engagement.article_count
