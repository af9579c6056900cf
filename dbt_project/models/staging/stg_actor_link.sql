select
    article_id,
    actor_id,
    actor_key,
    linked_by
from {{ source('staging', 'actor_link') }}
