-- Each staged row that models join on is there once: a row staged or linked twice would double what rests on it.
{{ config(meta={'dagster': {'ref': {'name': 'stg_engagement_claim'}}}) }}

{% set keys = {
    'stg_article_actor': ['article_id', 'actor_id'],
    'stg_actor_link': ['article_id', 'actor_id'],
    'stg_engagement_claim': ['article_id', 'claim_id'],
    'stg_claim_link': ['article_id', 'claim_id'],
    'stg_story_link': ['article_id'],
} %}

{% for model, columns in keys.items() %}
    select
        '{{ model }}' as model,
        concat_ws(' ', {{ columns | join(', ') }}) as row_key
    from {{ ref(model) }}
    group by all
    having count(*) > 1
    {{ 'union all' if not loop.last }}
{% endfor %}
