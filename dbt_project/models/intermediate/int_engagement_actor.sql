{#- A telling that knows the side goes before one that only names the participants. -#}
{% set sided = "participant_role = 'participant'" %}
{% set pair = ['engagement_key', 'actor_key'] %}

with told as (
    select
        claim.engagement_key,
        claim.article_id,
        claim.story_key,
        actor.actor_key,
        participant.participant_role,
        participant.is_principal,
        -- Nobody acts on behalf of themselves, also where two names turned out to be one actor.
        nullif(principal.actor_key, actor.actor_key) as on_behalf_of_actor_key
    from {{ ref('stg_claim_participant') }} as participant
    inner join {{ ref('int_claim') }} as claim
        on participant.article_id = claim.article_id and participant.claim_id = claim.claim_id
    inner join {{ ref('int_article_actor') }} as actor
        on participant.article_id = actor.article_id and participant.actor_id = actor.actor_id
    left join {{ ref('int_article_actor') }} as principal
        on participant.article_id = principal.article_id and participant.on_behalf_of = principal.actor_id
),

roles as (
    {{ majority('told', pair, 'participant_role', first=sided) }}
),

principals as (
    {{ majority('told', pair, 'on_behalf_of_actor_key') }}
),

stories as (
    select
        engagement_key,
        count(distinct story_key) as stories
    from {{ ref('int_claim') }}
    group by engagement_key
),

standings as (
    select
        engagement_key,
        actor_key,
        bool_or(is_principal) as is_principal,
        count(distinct story_key) as told_by
    from told
    group by engagement_key, actor_key
),

-- Where several stories tell of an engagement: who takes part in more than half of them or in as many as anybody; in
-- just half of them, only a principal.
agreed as (
    select standings.*
    from standings
    inner join stories on standings.engagement_key = stories.engagement_key
    qualify
        2 * standings.told_by > stories.stories
        or (2 * standings.told_by = stories.stories and standings.is_principal)
        or standings.told_by = max(standings.told_by) over (partition by standings.engagement_key)
)

select
    roles.engagement_key,
    roles.actor_key,
    roles.participant_role,
    agreed.is_principal,
    principals.on_behalf_of_actor_key
from roles
inner join agreed on roles.engagement_key = agreed.engagement_key and roles.actor_key = agreed.actor_key
left join principals on roles.engagement_key = principals.engagement_key and roles.actor_key = principals.actor_key
