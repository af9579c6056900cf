select
    old_key,
    new_key,
    since_run
from {{ ref('stg_actor_redirect') }}
