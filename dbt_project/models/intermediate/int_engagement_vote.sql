{#- Of two values told by as many articles, the one the coder was surer of. -#}
{% set surer = 'round(sum(confidence), 6) desc' %}

with votes as (
    select
        claim.*,
        parent.engagement_key as parent_engagement_key
    from {{ ref('int_claim') }} as claim
    left join {{ ref('int_claim') }} as parent
        on
            claim.article_id = parent.article_id
            and claim.parent = parent.claim_id
            and claim.engagement_key != parent.engagement_key
),

types as (
    {{ majority('votes', ['engagement_key'], 'engagement_type', then=surer) }}
),

-- Only a claim of the chosen type has a say in the mode.
typed as (
    select votes.*
    from votes
    inner join types
        on votes.engagement_key = types.engagement_key and votes.engagement_type = types.engagement_type
),

modes as (
    {{ majority('typed', ['engagement_key'], 'mode', then=surer) }}
),

places as (
    {{ majority('votes', ['engagement_key'], 'place_key', first='not bool_or(names_place)', then=surer) }}
),

countries as (
    {{ majority('votes', ['engagement_key'], 'country_iso3', then=surer) }}
),

parents as (
    {{ majority('votes', ['engagement_key'], 'parent_engagement_key', then=surer) }}
)

select
    types.engagement_key,
    types.engagement_type,
    modes.mode,
    places.place_key,
    coalesce(place.country_iso3, countries.country_iso3) as country_iso3,
    -- Two engagements that some article each takes for a part of the other are parts of neither.
    case
        when coalesce(back.parent_engagement_key != types.engagement_key, true) then parents.parent_engagement_key
    end as parent_engagement_key
from types
left join modes on types.engagement_key = modes.engagement_key
left join places on types.engagement_key = places.engagement_key
left join {{ ref('stg_place') }} as place on places.place_key = place.place_key
left join countries on types.engagement_key = countries.engagement_key
left join parents on types.engagement_key = parents.engagement_key
left join parents as back on parents.parent_engagement_key = back.engagement_key
