select
    article_id,
    source_key,
    source_name,
    source_domain,
    source_uri,
    title,
    byline,
    published_earliest,
    published_latest,
    published_precision,
    published_basis,
    language,
    word_count,
    clean_text,
    raw_sha256,
    timezone('UTC', ingested_at) as ingested_at,
    batch_id
from {{ source('staging', 'article') }}
