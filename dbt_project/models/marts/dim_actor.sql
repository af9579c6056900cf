with seen as (
    select
        actor.actor_key,
        min(article.published_earliest) as first_seen_on,
        max(article.published_latest) as last_seen_on,
        count(distinct article.article_id) as article_count
    from {{ ref('int_article_actor') }} as actor
    inner join {{ ref('stg_article') }} as article on actor.article_id = article.article_id
    group by actor.actor_key
),

mentions as (
    select
        actor_key,
        count(*) as mention_count
    from {{ ref('fct_actor_mention') }}
    group by actor_key
)

select
    actor.actor_key,
    actor.canonical_name,
    actor.actor_kind,
    actor.sector,
    actor.country_iso3,
    actor.registry_id,
    actor.wikidata_id,
    seen.first_seen_on,
    seen.last_seen_on,
    seen.article_count,
    coalesce(mentions.mention_count, 0) as mention_count
from {{ ref('int_actor') }} as actor
inner join seen on actor.actor_key = seen.actor_key
left join mentions on actor.actor_key = mentions.actor_key
