-- Articles in = dim_article + exact duplicates + rejected_article. Articles in are the records staged and, where the
-- pipeline says what its ledger counted (COMMUNIQUE_ARTICLES_IN), that many.
{{ config(meta={'dagster': {'ref': {'name': 'dim_article'}}}) }}

{% set landed = env_var('COMMUNIQUE_ARTICLES_IN', '') or 'null' %}

with records as (
    select count(*) as n from {{ ref('stg_article_source') }}
    union all
    select count(*) as n from {{ ref('stg_rejection') }}
    where reason_code not in ('quote_not_found', 'coder_failed')
),

outcomes as (
    select count(*) as n from {{ ref('dim_article') }}
    union all
    select count(*) - count(distinct article_id) as n from {{ ref('article_source') }}
    union all
    select count(*) as n from {{ ref('rejected_article') }}
),

sums as (
    select
        {{ landed }}::bigint as landed,
        (select sum(records.n) from records) as staged,
        (select sum(outcomes.n) from outcomes) as accounted_for
)

select *
from sums
where staged != accounted_for or landed != staged
