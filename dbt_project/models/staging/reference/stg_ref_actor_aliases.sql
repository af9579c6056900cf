select
    registry_id,
    alias,
    alias_type,
    source
from {{ source('reference', 'actor_aliases') }}
