{#-
    One value per key by vote, from a relation `votes` with a row per telling: its article_id, the columns of `keys`
    and the column `value`. NULL does not vote. The value told by most articles wins; `first` ranks before that count,
    `then` after it, and the alphabet settles what is left.
-#}
{% macro majority(votes, keys, value, first=none, then=none) -%}
    select
        {{ keys | join(', ') }},
        {{ value }}
    from {{ votes }}
    where {{ value }} is not null
    group by {{ keys | join(', ') }}, {{ value }}
    qualify
        row_number() over (
            partition by {{ keys | join(', ') }}
            order by
                {% if first %}{{ first }},{% endif %}
                count(distinct article_id) desc,
                {% if then %}{{ then }},{% endif %}
                {{ value }}
        ) = 1
{%- endmacro %}
