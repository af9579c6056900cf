-- A claim without its quote is no article, and one that the coder failed on is accepted all the same: those are rows
-- of quarantined_claim.
select
    source_uri,
    raw_sha256,
    reason_code,
    detail,
    reader,
    first_bytes,
    rejected_at
from {{ ref('stg_rejection') }}
where reason_code not in ('quote_not_found', 'coder_failed')
