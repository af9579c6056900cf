select
    run_id,
    published_at,
    code_version,
    reference_version,
    table_counts::json as table_counts
from {{ ref('stg_meta_run') }}
