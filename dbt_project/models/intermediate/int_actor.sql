with votes as (
    select * from {{ ref('int_article_actor') }}
),

names as (
    {{ majority('votes', ['actor_key'], 'name', then='length(name) desc') }}
),

kinds as (
    {{ majority('votes', ['actor_key'], 'actor_kind') }}
),

sectors as (
    {{ majority('votes', ['actor_key'], 'sector') }}
),

countries as (
    {{ majority('votes', ['actor_key'], 'country_iso3') }}
),

registry_ids as (
    {{ majority('votes', ['actor_key'], 'registry_id') }}
)

-- What the registry says goes before what articles say.
select
    names.actor_key,
    coalesce(registry.canonical_name, names.name) as canonical_name,
    coalesce(registry.actor_kind, kinds.actor_kind) as actor_kind,
    coalesce(registry.sector, sectors.sector) as sector,
    coalesce(registry.country_iso3, countries.country_iso3) as country_iso3,
    registry_ids.registry_id,
    registry.wikidata_id
from names
left join kinds on names.actor_key = kinds.actor_key
left join sectors on names.actor_key = sectors.actor_key
left join countries on names.actor_key = countries.actor_key
left join registry_ids on names.actor_key = registry_ids.actor_key
left join {{ ref('stg_ref_actors') }} as registry on registry_ids.registry_id = registry.registry_id
