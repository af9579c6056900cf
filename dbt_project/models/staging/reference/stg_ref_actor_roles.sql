select
    registry_id,
    role_title,
    organization_id,
    country_iso3,
    valid_from::date as valid_from,
    valid_to::date as valid_to,
    source
from {{ source('reference', 'actor_roles') }}
