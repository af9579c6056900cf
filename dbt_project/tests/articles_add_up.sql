-- Articles in = dim_article + exact duplicates + rejected_article. Articles in are what the pipeline's ledger counted
-- where it says so (COMMUNIQUE_ARTICLES_IN), else the records staged.
{{ config(meta={'dagster': {'ref': {'name': 'dim_article'}}}) }}

with counts as (
    select
        (select count(*) from {{ ref('stg_article_source') }})
        + (select count(*) from {{ ref('stg_rejection') }} where reason_code != 'quote_not_found') as staged,
        nullif('{{ env_var("COMMUNIQUE_ARTICLES_IN", "") }}', '')::bigint as landed,
        (select count(*) from {{ ref('dim_article') }}) as accepted,
        (select count(*) - count(distinct article_id) from {{ ref('article_source') }}) as duplicates,
        (select count(*) from {{ ref('rejected_article') }}) as rejected
)

select *
from counts
where accepted + duplicates + rejected != staged or landed != staged
