select
    claim.mention_key,
    claim.engagement_key,
    claim.article_id,
    told.sentence_index,
    told.char_start,
    told.char_end,
    told.evidence_text,
    told.trigger_text,
    told.trigger_start,
    claim.engagement_type,
    claim.mode,
    claim.status,
    claim.attributed_to_actor_key,
    claim.started_earliest,
    claim.started_latest,
    claim.started_precision,
    claim.ended_earliest,
    claim.ended_latest,
    claim.place_key,
    told.place_text,
    told.place_note,
    claim.country_iso3,
    told.rule_id,
    told.extractor,
    told.extractor_version,
    claim.confidence
from {{ ref('int_claim') }} as claim
inner join {{ ref('stg_engagement_claim') }} as told
    on claim.article_id = told.article_id and claim.claim_id = told.claim_id
order by claim.article_id, told.char_start, claim.engagement_key, claim.mention_key
