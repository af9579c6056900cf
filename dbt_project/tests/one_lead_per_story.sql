-- Each story has one lead.
{{ config(meta={'dagster': {'ref': {'name': 'dim_article'}}}) }}

select story_key
from {{ ref('dim_article') }}
group by story_key
having count(*) filter (is_story_lead) != 1
