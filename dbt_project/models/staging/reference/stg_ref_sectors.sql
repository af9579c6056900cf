select
    sector,
    name,
    description
from {{ source('reference', 'sectors') }}
