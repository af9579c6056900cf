{#-
    Each column's values are found in another model; NULL refers to nothing.
    `links` is {column: {to: model, field: column}}.
-#}
{% test refers_to(model, links) %}
    {% for column, link in links.items() %}
        select '{{ column }}' as column_name, child.{{ column }}::varchar as found
        from {{ model }} as child
        anti join {{ ref(link.to) }} as parent on child.{{ column }} = parent.{{ link.field }}
        where child.{{ column }} is not null
        {{ 'union all' if not loop.last }}
    {% endfor %}
{% endtest %}
