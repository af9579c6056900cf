select
    engagement_type,
    mode,
    quad_class::bigint as quad_class,
    plover_score::double as plover_score,
    cameo_root,
    description
from {{ source('reference', 'engagement_types') }}
