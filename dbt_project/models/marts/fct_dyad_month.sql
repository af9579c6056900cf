-- Engagements that happened, in the month they are known to have been in.
with dated as (
    select
        engagement.engagement_key,
        engagement.engagement_type,
        engagement_type.quad_class,
        engagement_type.plover_score,
        date_trunc('month', engagement.started_earliest)::date as month
    from {{ ref('fct_engagement') }} as engagement
    inner join {{ ref('dim_engagement_type') }} as engagement_type
        on
            engagement.engagement_type = engagement_type.engagement_type
            and engagement.mode is not distinct from engagement_type.mode
    where
        engagement.status in ('occurred', 'ongoing')
        and date_trunc('month', engagement.started_earliest) = date_trunc('month', engagement.started_latest)
),

-- Those who acted together, or one for the other, are not a pair that engaged with each other.
pairs as (
    select
        a.engagement_key,
        a.actor_key as actor_key_a,
        b.actor_key as actor_key_b
    from {{ ref('bridge_engagement_actor') }} as a
    inner join {{ ref('bridge_engagement_actor') }} as b
        on a.engagement_key = b.engagement_key and a.actor_key < b.actor_key
    where
        (a.participant_role != b.participant_role or a.participant_role = 'participant')
        and a.on_behalf_of_actor_key is distinct from b.actor_key
        and b.on_behalf_of_actor_key is distinct from a.actor_key
),

tellings as (
    select distinct
        engagement_key,
        article_id
    from {{ ref('fct_engagement_mention') }}
),

article_counts as (
    select
        pairs.actor_key_a,
        pairs.actor_key_b,
        dated.month,
        dated.engagement_type,
        count(distinct tellings.article_id) as article_count
    from pairs
    inner join dated on pairs.engagement_key = dated.engagement_key
    inner join tellings on pairs.engagement_key = tellings.engagement_key
    group by all
),

engagement_counts as (
    select
        pairs.actor_key_a,
        pairs.actor_key_b,
        dated.month,
        dated.quad_class,
        dated.engagement_type,
        count(*) as engagement_count,
        round(avg(dated.plover_score), 4) as mean_score
    from pairs
    inner join dated on pairs.engagement_key = dated.engagement_key
    group by all
)

select
    engagements.actor_key_a,
    engagements.actor_key_b,
    engagements.month,
    engagements.quad_class,
    engagements.engagement_type,
    engagements.engagement_count,
    articles.article_count,
    engagements.mean_score
from engagement_counts as engagements
inner join article_counts as articles
    on
        engagements.actor_key_a = articles.actor_key_a
        and engagements.actor_key_b = articles.actor_key_b
        and engagements.month = articles.month
        and engagements.engagement_type = articles.engagement_type
