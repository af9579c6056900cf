select
    article_id,
    source_uri,
    source_key,
    source_name,
    source_domain,
    raw_sha256,
    reader,
    timezone('UTC', ingested_at) as ingested_at,
    batch_id
from {{ source('staging', 'article_source') }}
