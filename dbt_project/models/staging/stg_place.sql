select
    place_key,
    place_name,
    place_kind,
    country_iso3,
    latitude,
    longitude
from {{ source('staging', 'place') }}
