select
    article_id,
    actor_id,
    name,
    actor_kind,
    sector,
    country_iso3,
    registry_id,
    batch_id
from {{ source('staging', 'article_actor') }}
