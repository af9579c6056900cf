"""The stages of a build as plain functions: landing, staging, dbt, audits, publishing, and the ledger between them.

What belongs here: everything a run does that needs no orchestrator; ``pipelines.assets`` wraps it for Dagster. What
does not: dagster itself, reading, coding and linking. Nothing is imported here, so that a coder process stays light
and a run with nothing to do stays fast.
"""
