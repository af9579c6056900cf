select
    engagement_type,
    mode,
    quad_class,
    plover_score,
    cameo_root,
    description
from {{ ref('stg_ref_engagement_types') }}
