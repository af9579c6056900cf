select
    article_id,
    story_key,
    is_story_lead,
    also_story_keys
from {{ source('staging', 'story_link') }}
