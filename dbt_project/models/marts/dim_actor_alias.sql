with observed as (
    select
        actor_key,
        trim(regexp_replace(surface_text, '\s+', ' ', 'g')) as alias,
        count(*) as mention_count
    from {{ ref('fct_actor_mention') }}
    where resolution_method not in ('pronoun', 'post', 'nominal')
    group by all
),

registered as (
    select
        actor.actor_key,
        registry.alias
    from {{ ref('int_actor') }} as actor
    inner join {{ ref('stg_ref_actor_aliases') }} as registry on actor.registry_id = registry.registry_id
    union
    select
        actor.actor_key,
        registry.canonical_name as alias
    from {{ ref('int_actor') }} as actor
    inner join {{ ref('stg_ref_actors') }} as registry on actor.registry_id = registry.registry_id
)

-- A name that is in the registry and in articles is the registry's, with its mentions.
select
    coalesce(registered.actor_key, observed.actor_key) as actor_key,
    coalesce(registered.alias, observed.alias) as alias,
    case when registered.actor_key is null then 'observed' else 'registry' end as alias_kind,
    coalesce(observed.mention_count, 0) as mention_count
from registered
full join observed on registered.actor_key = observed.actor_key and registered.alias = observed.alias
