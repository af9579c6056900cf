select
    article_id,
    actor_id,
    role_title,
    organization_id,
    country_iso3,
    char_start,
    char_end,
    batch_id
from {{ source('staging', 'actor_role') }}
