"""Thin Dagster assets, one module per stage: landing, staging, linking, dbt, publish.

What belongs here: names, groups, owners, metadata, and one call to the stage's function each. What does not: the work
itself (``pipelines.building``, ``pipelines.linking``, ``dbt_project``).
"""
