{{ config(materialized='view') }}

{#- PLOVER has no planned acts: a planned cooperation is AGREE, a planned hostile deed THREATEN. -#}
with told as (
    select
        engagement.*,
        engagement_type.quad_class
    from {{ ref('fct_engagement') }} as engagement
    inner join {{ ref('dim_engagement_type') }} as engagement_type
        on engagement.engagement_type = engagement_type.engagement_type and engagement_type.mode is null
    where engagement.status in ('occurred', 'ongoing', 'planned')
),

readings as (
    select
        engagement_key,
        engagement_type,
        status,
        started_earliest,
        started_latest,
        date_precision,
        place_key,
        country_iso3,
        topic,
        case
            when status in ('occurred', 'ongoing') then engagement_type
            when quad_class in (1, 2) then 'AGREE'
            when quad_class = 4 then 'THREATEN'
        end as event_type,
        -- Modes that PLOVER does not have, or that belonged to the act and not to its promise.
        case
            when status = 'planned' or mode = 'meeting' then null
            when engagement_type in ('AGREE', 'COOPERATE', 'AID', 'SUPPORT') then null
            else mode
        end as event_mode
    from told
),

-- PLOVER's source of a visit is the visitor; where no side is told, all are sources.
sides as (
    select
        engagement_key,
        coalesce(list(actor_key order by actor_key) filter (participant_role in ('source', 'guest', 'participant')), [])
            as source_actor_keys,
        coalesce(list(actor_key order by actor_key) filter (participant_role in ('target', 'host')), [])
            as recipient_actor_keys
    from {{ ref('bridge_engagement_actor') }}
    group by engagement_key
)

select
    readings.engagement_key,
    readings.event_type,
    readings.event_mode,
    engagement_type.quad_class,
    engagement_type.plover_score,
    readings.topic as contexts,
    coalesce(sides.source_actor_keys, []) as source_actor_keys,
    coalesce(sides.recipient_actor_keys, []) as recipient_actor_keys,
    readings.started_earliest,
    readings.started_latest,
    readings.date_precision,
    readings.place_key,
    readings.country_iso3
from readings
inner join {{ ref('dim_engagement_type') }} as engagement_type
    on readings.event_type = engagement_type.engagement_type and engagement_type.mode is null
left join sides on readings.engagement_key = sides.engagement_key
where readings.event_type is not null
