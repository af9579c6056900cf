-- In a dyad the smaller key comes first, and a month is its first day.
{{ config(meta={'dagster': {'ref': {'name': 'fct_dyad_month'}}}) }}

select
    actor_key_a as left_key,
    actor_key_b as right_key
from {{ ref('fct_dyad_month') }}
where actor_key_a >= actor_key_b or day(month) != 1
