select
    source_uri,
    raw_sha256,
    reason_code,
    detail,
    rejected_at
from {{ ref('stg_rejection') }}
where reason_code in ('quote_not_found', 'coder_failed')
