{#- A telling that knows the side goes before one that only names the participants. -#}
{% set sided = "participant_role = 'participant'" %}
{% set pair = ['engagement_key', 'actor_key'] %}
{#- Of two sides told by as many articles, the one the coder was surer of. -#}
{% set surer = 'round(sum(confidence), 6) desc' %}

with told as (
    select
        claim.engagement_key,
        claim.story_key,
        claim.article_id,
        claim.claim_id,
        greatest(claim.confidence, 0.001) as confidence,
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
    {{ majority('told', pair, 'participant_role', first=sided, then=surer) }}
),

principals as (
    {{ majority('told', pair, 'on_behalf_of_actor_key', then=surer) }}
),

claims as (
    select distinct
        engagement_key,
        story_key,
        article_id,
        claim_id,
        confidence
    from told
),

-- A story weighs as much as the surest of its claims, however often it tells an engagement; its claims share that.
weighed as (
    select
        *,
        max(confidence) over story * confidence / sum(confidence) over story as weight
    from claims
    window story as (partition by engagement_key, story_key)
),

wholes as (
    select
        engagement_key,
        sum(weight) as whole
    from weighed
    group by engagement_key
),

takers as (
    select
        engagement_key,
        actor_key,
        article_id,
        claim_id,
        bool_or(is_principal) as is_principal
    from told
    group by engagement_key, actor_key, article_id, claim_id
),

standings as (
    select
        takers.engagement_key,
        takers.actor_key,
        bool_or(takers.is_principal) as is_principal,
        round(sum(weighed.weight) / any_value(wholes.whole), 6) as share
    from takers
    inner join weighed
        on
            takers.engagement_key = weighed.engagement_key
            and takers.article_id = weighed.article_id
            and takers.claim_id = weighed.claim_id
    inner join wholes on takers.engagement_key = wholes.engagement_key
    group by takers.engagement_key, takers.actor_key
),

-- Who takes part by half of what is told, or by as much as anybody.
agreed as (
    select
        standings.*,
        roles.participant_role,
        roles.participant_role = 'participant' as is_mutual,
        standings.share >= least(0.5, max(standings.share) over (partition by standings.engagement_key)) as is_told
    from standings
    inner join roles on standings.engagement_key = roles.engagement_key and standings.actor_key = roles.actor_key
),

-- Nobody meets alone: where one would be left of an act done together, those told most besides take part, too.
joined as (
    select *
    from agreed
    window engagement as (partition by engagement_key)
    qualify
        is_told
        or (
            is_mutual
            and count(*) filter (where is_told) over engagement = 1
            and bool_or(is_told and is_mutual) over engagement
            and share = max(share) filter (where is_mutual and not is_told) over engagement
        )
)

select
    joined.engagement_key,
    joined.actor_key,
    joined.participant_role,
    joined.is_principal,
    principals.on_behalf_of_actor_key
from joined
left join principals on joined.engagement_key = principals.engagement_key and joined.actor_key = principals.actor_key
