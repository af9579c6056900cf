with counts as (
    select
        engagement_key,
        count(*) as mention_count,
        count(distinct article_id) as article_count,
        count(distinct source_key) as source_count,
        min(published_earliest) as first_reported_on,
        max(published_latest) as last_reported_on,
        list_sort(list_distinct(flatten(list(topic)))) as topic
    from {{ ref('int_claim') }}
    group by engagement_key
),

-- Copies of one story are one witness.
witnesses as (
    select
        engagement_key,
        story_key,
        max(confidence) as confidence
    from {{ ref('int_claim') }}
    group by engagement_key, story_key
),

confidences as (
    select
        engagement_key,
        least(0.99, round(1 - product(1 - confidence), 4)) as confidence
    from witnesses
    group by engagement_key
)

select
    counts.engagement_key,
    vote.engagement_type,
    vote.mode,
    status.status,
    bounds.started_earliest,
    bounds.started_latest,
    bounds.ended_earliest,
    bounds.ended_latest,
    bounds.date_precision,
    vote.place_key,
    vote.country_iso3,
    vote.parent_engagement_key,
    counts.topic,
    counts.mention_count,
    counts.article_count,
    counts.source_count,
    counts.first_reported_on,
    counts.last_reported_on,
    confidences.confidence
from counts
inner join {{ ref('int_engagement_vote') }} as vote on counts.engagement_key = vote.engagement_key
inner join {{ ref('int_engagement_status') }} as status on counts.engagement_key = status.engagement_key
inner join {{ ref('int_engagement_bounds') }} as bounds on counts.engagement_key = bounds.engagement_key
inner join confidences on counts.engagement_key = confidences.engagement_key
order by counts.engagement_key
