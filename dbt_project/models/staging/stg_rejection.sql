select
    source_uri,
    raw_sha256,
    reason_code,
    detail,
    reader,
    first_bytes,
    timezone('UTC', rejected_at) as rejected_at,
    batch_id
from {{ source('staging', 'rejection') }}
