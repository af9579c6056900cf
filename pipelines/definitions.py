"""The definitions that Dagster loads: assets, checks, the job, when it runs, and what the assets share.

What belongs here: wiring. What does not: anything that is wired.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dagster as dg

from pipelines.assets.dbt import dbt_models, reference_tables
from pipelines.assets.landing import articles, record
from pipelines.assets.linking import link_tables
from pipelines.assets.publish import published_warehouse
from pipelines.assets.staging import staged_tables
from pipelines.building.dbt import manifest
from pipelines.building.progress import silent
from pipelines.checks import audit_checks
from pipelines.jobs import warehouse_job
from pipelines.resources import run_resource
from pipelines.schedules import daily_schedule, fetch_job, fetch_schedule
from pipelines.sensors import inbox_sensor
from pipelines.settings import Settings, get_settings


def build_defs(*, overrides: Mapping[str, Any] | None = None) -> dg.Definitions:
    """Return the definitions of the whole pipeline.

    Args:
        overrides: Parts to swap: ``settings`` (a ``Settings``; the coder is named there), ``progress`` (called with
            stage, done, total), and any resource by its name.

    Raises:
        BuildError: The dbt project does not parse.
    """
    given = dict(overrides or {})
    settings: Settings = given.pop("settings", None) or get_settings()
    project = manifest(settings)
    models = dbt_models(project)
    warehouse = published_warehouse(sorted(key for key in models.keys if key.path[0] == "marts"))
    fetching = fetch_job(settings)
    return dg.Definitions(
        assets=[articles, *reference_tables(project), record, staged_tables, link_tables, models, warehouse],
        asset_checks=audit_checks(),
        jobs=[warehouse_job(), fetching],
        schedules=[daily_schedule(settings), fetch_schedule(fetching)],
        sensors=[inbox_sensor(settings)],
        resources={"run": run_resource(settings, given.pop("progress", silent)), **given},
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """Return the definitions under the settings of the environment; made when Dagster asks, not at import."""
    return build_defs()
