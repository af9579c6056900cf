with linked as (
    select
        claim.*,
        claim_link.engagement_key,
        article.source_key,
        article.published_earliest,
        article.published_latest,
        coalesce(story_link.story_key, claim.article_id) as story_key,
        speaker.actor_key as attributed_to_actor_key,
        -- Where no place is named the country is where it happened, as far as told.
        coalesce(claim.place_key, country.place_key) as where_key
    from {{ ref('stg_engagement_claim') }} as claim
    inner join {{ ref('stg_claim_link') }} as claim_link
        on claim.article_id = claim_link.article_id and claim.claim_id = claim_link.claim_id
    inner join {{ ref('stg_article') }} as article on claim.article_id = article.article_id
    left join {{ ref('stg_place') }} as country on country.place_key = 'country:' || claim.country_iso3
    left join {{ ref('stg_story_link') }} as story_link on claim.article_id = story_link.article_id
    left join {{ ref('int_article_actor') }} as speaker
        on claim.article_id = speaker.article_id and claim.attributed_to = speaker.actor_id
),

-- Two claims may share a trigger ("A and B each met C"); their order in the article tells them apart.
keyed as (
    select
        *,
        row_number() over (
            partition by article_id, char_start, char_end, trigger_start, engagement_type
            order by claim_id
        ) as nth
    from linked
)

select
    {{ stable_key(['article_id', 'char_start', 'char_end', 'trigger_start', 'engagement_type', 'nth']) }}
        as mention_key,
    engagement_key,
    article_id,
    claim_id,
    source_key,
    story_key,
    published_earliest,
    published_latest,
    engagement_type,
    mode,
    status,
    attributed_to_actor_key,
    started_earliest,
    started_latest,
    started_precision,
    ended_earliest,
    ended_latest,
    ended_precision,
    where_key as place_key,
    place_key is not null as names_place,
    country_iso3,
    topic,
    parent,
    confidence
from keyed
