select
    registry_id,
    canonical_name,
    actor_kind,
    sector,
    country_iso3,
    wikidata_id,
    source
from {{ source('reference', 'actors') }}
