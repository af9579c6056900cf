select
    role_key,
    actor_key,
    role_title,
    organization_key,
    country_iso3,
    valid_from,
    valid_to,
    basis,
    article_id
from {{ ref('int_actor_role') }}
