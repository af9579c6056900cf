select
    old_key,
    new_key,
    since_run
from {{ source('staging', 'actor_redirect') }}
