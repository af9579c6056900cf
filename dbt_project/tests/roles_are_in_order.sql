-- No spell in a post ends before it begins, and an observed one names its article.
{{ config(meta={'dagster': {'ref': {'name': 'dim_actor_role'}}}) }}

select role_key
from {{ ref('dim_actor_role') }}
where valid_from > valid_to or (basis = 'observed') != (article_id is not null)
