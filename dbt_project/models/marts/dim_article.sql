select
    article.article_id,
    article.source_key,
    article.source_name,
    article.source_uri,
    article.title,
    article.byline,
    article.dateline,
    article.agency,
    article.published_earliest,
    article.published_latest,
    article.published_precision,
    article.published_basis,
    article.language,
    article.word_count,
    article.clean_text,
    article.notes,
    article.raw_sha256,
    coalesce(story_link.story_key, article.article_id) as story_key,
    coalesce(story_link.is_story_lead, true) as is_story_lead,
    story_link.also_story_keys,
    article.ingested_at
from {{ ref('stg_article') }} as article
left join {{ ref('stg_story_link') }} as story_link on article.article_id = story_link.article_id
