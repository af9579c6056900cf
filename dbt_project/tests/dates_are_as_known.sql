-- A day known exactly has both bounds equal, only what has no bounds is unknown (open on one side it may be called so
-- too), and nothing ends before it can have begun.
{{ config(meta={'dagster': {'ref': {'name': 'fct_engagement'}}}) }}

with dated as (
    select
        engagement_key as row_key,
        started_earliest as earliest,
        started_latest as latest,
        date_precision as told_precision,
        ended_latest
    from {{ ref('fct_engagement') }}
    union all
    select
        article_id as row_key,
        published_earliest as earliest,
        published_latest as latest,
        published_precision as told_precision,
        null as ended_latest
    from {{ ref('dim_article') }}
)

select *
from dated
where
    (told_precision = 'day' and earliest is distinct from latest)
    or (told_precision = 'unknown' and earliest is not null and latest is not null)
    or (told_precision != 'unknown' and earliest is null and latest is null)
    or ended_latest < earliest
