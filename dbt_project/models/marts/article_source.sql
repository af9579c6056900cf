select
    article_id,
    source_uri,
    source_key,
    source_name,
    source_domain,
    raw_sha256,
    reader,
    ingested_at
from {{ ref('stg_article_source') }}
