select
    article_id,
    claim_id,
    engagement_key
from {{ source('staging', 'claim_link') }}
