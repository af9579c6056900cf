{#- A stable key: the MD5 of the parts as text, NULL as the empty text. -#}
{% macro stable_key(parts) -%}
    md5(concat_ws('|'
        {%- for part in parts %}, coalesce({{ part }}::varchar, ''){% endfor -%}
    ))
{%- endmacro %}
