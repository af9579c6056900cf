{#- A post that the same article tells counts for engagements no further back than this from its publication. -#}
{% set told_within_days = 31 %}

with reported as (
    select
        engagement_key,
        min(published_earliest) as published_earliest,
        min(published_latest) as published_latest
    from {{ ref('int_claim') }}
    group by engagement_key
),

-- The day of the engagement as far as known: its own bounds or, where they are open, those of its first report.
days as (
    select
        bounds.engagement_key,
        bounds.started_earliest is not null and bounds.started_latest is not null as is_dated,
        case when is_dated then bounds.started_earliest else reported.published_earliest end as day_earliest,
        case when is_dated then bounds.started_latest else reported.published_latest end as day_latest
    from {{ ref('int_engagement_bounds') }} as bounds
    inner join reported on bounds.engagement_key = reported.engagement_key
),

participants as (
    select
        participant.engagement_key,
        participant.actor_key,
        days.day_earliest,
        days.day_latest
    from {{ ref('int_engagement_actor') }} as participant
    inner join days on participant.engagement_key = days.engagement_key
),

-- Posts told by an article that tells the engagement.
told_beside as (
    select distinct
        claim.engagement_key,
        role.actor_key,
        role.role_key,
        lower(role.role_title) as role_title
    from {{ ref('int_claim') }} as claim
    inner join {{ ref('int_observed_role') }} as role on claim.article_id = role.article_id
    where claim.started_latest is null or claim.started_latest >= claim.published_earliest - {{ told_within_days }}
),

-- Posts held on every day that the engagement may have been on.
held as (
    select
        participants.engagement_key,
        participants.actor_key,
        role.role_key,
        role.role_title,
        role.valid_from,
        role.basis
    from participants
    inner join {{ ref('int_actor_role') }} as role on participants.actor_key = role.actor_key
    where
        participants.day_earliest >= coalesce(role.valid_from, participants.day_earliest)
        and participants.day_latest <= coalesce(role.valid_to, participants.day_latest)
        and (role.basis = 'registry' or role.valid_from is not null)
),

candidates as (
    select
        held.engagement_key,
        held.actor_key,
        held.role_key,
        held.role_title,
        held.valid_from,
        case
            when held.basis = 'registry' and told_beside.role_key is not null then 1
            when held.basis = 'registry' then 2
            else 4
        end as precedence
    from held
    left join told_beside
        on
            held.engagement_key = told_beside.engagement_key
            and held.actor_key = told_beside.actor_key
            and lower(held.role_title) = told_beside.role_title
    union all
    select
        participants.engagement_key,
        participants.actor_key,
        role.role_key,
        role.role_title,
        role.valid_from,
        3 as precedence
    from participants
    inner join told_beside
        on participants.engagement_key = told_beside.engagement_key and participants.actor_key = told_beside.actor_key
    inner join {{ ref('int_actor_role') }} as role on told_beside.role_key = role.role_key
)

-- Of several posts: the registry's that the article names too, the registry's, the article's, another article's; then
-- the one taken up last.
select
    engagement_key,
    actor_key,
    role_key
from candidates
qualify
    row_number() over (
        partition by engagement_key, actor_key
        order by precedence asc, valid_from desc nulls last, role_title asc, role_key asc
    ) = 1
