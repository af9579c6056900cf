with phases as (
    select
        engagement_key,
        article_id,
        status,
        'started' as phase,
        started_earliest as earliest,
        started_latest as latest,
        started_precision as told_precision
    from {{ ref('int_claim') }}
    union all
    select
        engagement_key,
        article_id,
        status,
        'ended' as phase,
        ended_earliest as earliest,
        ended_latest as latest,
        ended_precision as told_precision
    from {{ ref('int_claim') }}
),

-- Where claims of the engagement's own status are dated, the others (a plan since changed, a denial) do not date it.
dated as (
    select
        phases.*,
        phases.status = engagement.status as agrees
    from phases
    inner join {{ ref('int_engagement_status') }} as engagement on phases.engagement_key = engagement.engagement_key
    where phases.earliest is not null or phases.latest is not null
    qualify agrees or not bool_or(agrees) over (partition by phases.engagement_key, phases.phase)
),

shared as (
    select
        engagement_key,
        phase,
        max(earliest) as earliest,
        min(latest) as latest
    from dated
    group by engagement_key, phase
),

-- Where the claims contradict one another: what most articles tell or leave open, then the tightest, then the earliest.
most_told as (
    select
        told.engagement_key,
        told.phase,
        told.earliest,
        told.latest
    from dated as told
    inner join dated as witness
        on
            told.engagement_key = witness.engagement_key
            and told.phase = witness.phase
            and coalesce(told.earliest >= witness.earliest, witness.earliest is null)
            and coalesce(told.latest <= witness.latest, witness.latest is null)
    group by told.engagement_key, told.phase, told.earliest, told.latest
    qualify
        row_number() over (
            partition by told.engagement_key, told.phase
            order by
                count(distinct witness.article_id) desc,
                told.latest - told.earliest asc nulls last,
                told.earliest asc nulls last,
                told.latest asc nulls last
        ) = 1
),

settled as (
    select
        shared.engagement_key,
        shared.phase,
        case when shared.earliest > shared.latest then most_told.earliest else shared.earliest end as earliest,
        case when shared.earliest > shared.latest then most_told.latest else shared.latest end as latest
    from shared
    inner join most_told
        on shared.engagement_key = most_told.engagement_key and shared.phase = most_told.phase
),

precisions as (
    select
        engagement_key,
        phase,
        earliest,
        latest,
        min(told_precision) as told_precision
    from dated
    group by engagement_key, phase, earliest, latest
),

described as (
    select
        settled.engagement_key,
        settled.phase,
        settled.earliest,
        settled.latest,
        case
            when settled.earliest = settled.latest then 'day'
            else coalesce(precisions.told_precision, 'range')
        end as told_precision
    from settled
    left join precisions
        on
            settled.engagement_key = precisions.engagement_key
            and settled.phase = precisions.phase
            and settled.earliest is not distinct from precisions.earliest
            and settled.latest is not distinct from precisions.latest
),

in_columns as (
    select
        engagement_key,
        max(earliest) filter (phase = 'started') as started_earliest,
        max(latest) filter (phase = 'started') as started_latest,
        max(told_precision) filter (phase = 'started') as date_precision,
        max(earliest) filter (phase = 'ended') as ended_earliest,
        max(latest) filter (phase = 'ended') as ended_latest
    from described
    group by engagement_key
),

-- An end told to be before the beginning is no end.
sensible as (
    select
        *,
        coalesce(ended_latest >= started_earliest, true) as is_end_sensible
    from in_columns
)

-- An engagement that nobody dates has a row without bounds.
select
    engagement.engagement_key,
    sensible.started_earliest,
    sensible.started_latest,
    coalesce(sensible.date_precision, 'unknown') as date_precision,
    case when sensible.is_end_sensible then sensible.ended_earliest end as ended_earliest,
    case when sensible.is_end_sensible then sensible.ended_latest end as ended_latest
from {{ ref('int_engagement_status') }} as engagement
left join sensible on engagement.engagement_key = sensible.engagement_key
