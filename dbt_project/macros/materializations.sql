{#-
    Tables and views made in place. dbt-duckdb builds under another name and renames twice, so that readers of a live file
    always find a table; nobody reads the work file, and without the renames a build takes a quarter less time.
-#}
{% macro build_in_place(relation, statement_sql) %}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {% do drop_relation_if_exists(load_cached_relation(this)) %}
    {% call statement('main') %}{{ statement_sql }}{% endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {% do adapter.commit() %}
{% endmacro %}

{% materialization table, adapter='duckdb', supported_languages=['sql'] %}
    {%- set relation = this.incorporate(type='table') -%}
    {% do build_in_place(relation, create_table_as(False, relation, compiled_code)) %}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb', supported_languages=['sql'] %}
    {%- set relation = this.incorporate(type='view') -%}
    {% do build_in_place(relation, create_view_as(relation, compiled_code)) %}
    {{ return({'relations': [relation]}) }}
{% endmaterialization %}
