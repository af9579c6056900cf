select
    article_id,
    actor_id,
    char_start,
    char_end,
    surface_text,
    resolution_method,
    confidence,
    batch_id
from {{ source('staging', 'actor_mention') }}
