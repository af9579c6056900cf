select
    article_id,
    story_key,
    is_story_lead
from {{ source('staging', 'story_link') }}
