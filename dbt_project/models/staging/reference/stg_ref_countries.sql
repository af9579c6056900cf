select
    iso3,
    iso2,
    name,
    official_name,
    capital,
    demonyms,
    other_names,
    source
from {{ source('reference', 'countries') }}
