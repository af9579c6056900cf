with records as (
    select
        article_id,
        source_key,
        source_name,
        source_domain as domain
    from {{ ref('stg_article') }}
    union all
    select
        article_id,
        source_key,
        source_name,
        source_domain as domain
    from {{ ref('stg_article_source') }}
),

names as (
    {{ majority('records', ['source_key'], 'source_name') }}
),

domains as (
    {{ majority('records', ['source_key'], 'domain') }}
),

counts as (
    select
        source_key,
        count(distinct article_id) as article_count
    from records
    group by source_key
),

outlets as (
    select
        counts.source_key,
        names.source_name,
        domains.domain,
        counts.article_count,
        upper(string_split(domains.domain, '.')[-1]) as suffix
    from counts
    left join names on counts.source_key = names.source_key
    left join domains on counts.source_key = domains.source_key
)

-- A national domain tells the country, but for those that are sold to everybody.
select
    outlets.source_key,
    outlets.source_name,
    outlets.domain,
    country.iso3 as country_iso3,
    outlets.article_count
from outlets
left join {{ ref('stg_ref_countries') }} as country
    on
        country.iso2 = case outlets.suffix when 'UK' then 'GB' else outlets.suffix end
        and outlets.suffix not in ('AI', 'CC', 'CO', 'FM', 'GG', 'IO', 'ME', 'TO', 'TV', 'WS')
