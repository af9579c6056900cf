{#- Each column holds only the values listed for it, or NULL: `allowed` is {column: [value, ...]}. -#}
{% test values_are_in(model, allowed) %}
    {% for column, values in allowed.items() %}
        select '{{ column }}' as column_name, {{ column }}::varchar as found
        from {{ model }}
        where {{ column }} not in ('{{ values | join("', '") }}')
        {{ 'union all' if not loop.last }}
    {% endfor %}
{% endtest %}
