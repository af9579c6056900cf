select
    article_id,
    claim_id,
    actor_id,
    participant_role,
    is_principal,
    on_behalf_of,
    batch_id
from {{ source('staging', 'claim_participant') }}
