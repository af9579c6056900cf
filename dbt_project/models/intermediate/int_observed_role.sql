{#- Two tellings of a post further apart than this are two spells in it. -#}
{% set gap_days = 180 %}
{#- An article dated no closer than this does not date a post. -#}
{% set dated_within_days = 31 %}

with told as (
    select
        role.article_id,
        holder.actor_key,
        trim(role.role_title) as role_title,
        organization.actor_key as organization_key,
        role.country_iso3,
        article.published_earliest as told_from,
        article.published_latest as told_to
    from {{ ref('stg_actor_role') }} as role
    left join {{ ref('stg_article') }} as article
        on
            role.article_id = article.article_id
            and article.published_latest - article.published_earliest <= {{ dated_within_days }}
    inner join {{ ref('int_article_actor') }} as holder
        on role.article_id = holder.article_id and role.actor_id = holder.actor_id
    left join {{ ref('int_article_actor') }} as organization
        on role.article_id = organization.article_id and role.organization_id = organization.actor_id
),

in_order as (
    select
        *,
        max(told_to) over (
            partition by actor_key, lower(role_title), organization_key, country_iso3
            order by told_from nulls last, told_to, article_id
            rows between unbounded preceding and 1 preceding
        ) as told_before
    from told
),

spells as (
    select
        *,
        -- Undated tellings come last and make a spell of their own, without dates.
        count(*) filter (told_from - told_before > {{ gap_days }} or told_from is null) over (
            partition by actor_key, lower(role_title), organization_key, country_iso3, told_from is null
            order by told_from nulls last, told_to, article_id
            rows between unbounded preceding and current row
        ) * (told_from is not null)::integer as spell
    from in_order
),

bounded as (
    select
        *,
        min(told_from) over this_spell as valid_from,
        max(told_to) over this_spell as valid_to,
        min(role_title) over this_spell as spell_title,
        first_value(article_id) over (this_spell order by told_from, told_to, article_id) as evidence_article_id
    from spells
    window this_spell as (
        partition by actor_key, lower(role_title), organization_key, country_iso3, told_from is null, spell
    )
)

select distinct
    article_id,
    {{ stable_key(["'observed'", 'actor_key', 'lower(role_title)', 'organization_key', 'country_iso3', 'valid_from']) }}
        as role_key,
    actor_key,
    spell_title as role_title,
    organization_key,
    country_iso3,
    valid_from,
    valid_to,
    evidence_article_id
from bounded
