with holders as (
    select
        actor_key,
        registry_id
    from {{ ref('int_actor') }}
    where registry_id is not null
),

-- One actor per registry row; a registry row that two keys share is the smaller key's organization.
organizations as (
    select
        registry_id,
        min(actor_key) as actor_key
    from holders
    group by registry_id
),

registry_roles as (
    select distinct
        {{ stable_key([
            "'registry'", 'holders.actor_key', 'term.role_title', 'term.organization_id', 'term.country_iso3',
            'term.valid_from', 'term.valid_to'
        ]) }} as role_key,
        holders.actor_key,
        term.role_title,
        organizations.actor_key as organization_key,
        term.country_iso3,
        term.valid_from,
        term.valid_to,
        'registry' as basis,
        null::varchar as article_id
    from {{ ref('stg_ref_actor_roles') }} as term
    inner join holders on term.registry_id = holders.registry_id
    left join organizations on term.organization_id = organizations.registry_id
),

observed_roles as (
    select distinct
        role_key,
        actor_key,
        role_title,
        organization_key,
        country_iso3,
        valid_from,
        valid_to,
        'observed' as basis,
        evidence_article_id as article_id
    from {{ ref('int_observed_role') }}
)

select * from registry_roles
union all
select * from observed_roles
