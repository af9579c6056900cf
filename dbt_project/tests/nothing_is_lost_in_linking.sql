-- Every actor and every claim that was staged is linked, and no link leads nowhere.
{{ config(meta={'dagster': {'ref': {'name': 'stg_claim_link'}}}) }}

select
    'actor' as what,
    coalesce(staged.article_id, linked.article_id) as article_id,
    coalesce(staged.actor_id, linked.actor_id) as local_id
from {{ ref('stg_article_actor') }} as staged
full join {{ ref('stg_actor_link') }} as linked
    on staged.article_id = linked.article_id and staged.actor_id = linked.actor_id
where staged.article_id is null or linked.article_id is null
union all
select
    'claim' as what,
    coalesce(staged.article_id, linked.article_id) as article_id,
    coalesce(staged.claim_id, linked.claim_id) as local_id
from {{ ref('stg_engagement_claim') }} as staged
full join {{ ref('stg_claim_link') }} as linked
    on staged.article_id = linked.article_id and staged.claim_id = linked.claim_id
where staged.article_id is null or linked.article_id is null
