select
    run_id,
    timezone('UTC', published_at) as published_at,
    code_version,
    reference_version,
    table_counts
from {{ source('staging', 'meta_run') }}
