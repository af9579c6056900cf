"""When runs start by the clock. Nothing else belongs here."""

from __future__ import annotations

import dagster as dg

from pipelines.jobs import JOB, inbox_config
from pipelines.settings import Settings


def daily_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """Return the schedule that reads the inbox once a day, early in the morning (UTC). Off until it is switched on."""
    return dg.ScheduleDefinition(
        name="daily", job_name=JOB, cron_schedule="0 5 * * *", execution_timezone="UTC",
        run_config=inbox_config(settings), description="Read the inbox folder and publish, once a day.",
    )  # fmt: skip
