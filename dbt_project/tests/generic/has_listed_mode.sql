{#- The type and mode of each row are a row of dim_engagement_type. -#}
{% test has_listed_mode(model) %}
    select child.engagement_type, child.mode
    from {{ model }} as child
    anti join {{ ref('dim_engagement_type') }} as listed
        on child.engagement_type = listed.engagement_type and child.mode is not distinct from listed.mode
{% endtest %}
