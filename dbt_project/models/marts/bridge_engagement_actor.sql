select
    participant.engagement_key,
    participant.actor_key,
    participant.participant_role,
    participant.is_principal,
    role.role_key,
    participant.on_behalf_of_actor_key
from {{ ref('int_engagement_actor') }} as participant
left join {{ ref('int_engagement_role') }} as role
    on participant.engagement_key = role.engagement_key and participant.actor_key = role.actor_key
order by participant.engagement_key, participant.actor_key
