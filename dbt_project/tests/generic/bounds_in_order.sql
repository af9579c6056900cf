{#- Dates told as bounds: `<what>_earliest` is never after `<what>_latest`, for each name in `whats`. -#}
{% test bounds_in_order(model, whats) %}
    {% for what in whats %}
        select '{{ what }}' as what, {{ what }}_earliest as earliest, {{ what }}_latest as latest
        from {{ model }}
        where {{ what }}_earliest > {{ what }}_latest
        {{ 'union all' if not loop.last }}
    {% endfor %}
{% endtest %}
