"""When runs start by the clock. Nothing else belongs here."""

import dagster as dg

from pipelines.jobs import JOB, inbox_config
from pipelines.settings import Settings

FETCH_JOB = "fetch_sources"


def fetch_job(settings: Settings) -> dg.JobDefinition:
    """Return the job that brings into the inbox what the list of sources names; the sensor takes it from there."""

    @dg.op(name="fetch", description="Feeds and sitemaps to pages in the inbox, as WARC.")
    def fetch_op(context: dg.OpExecutionContext) -> None:
        from pipelines.fetching import fetch
        from pipelines.fetching.lists import sources

        done = fetch(sources(settings.fetch_sources_path), settings)
        context.log.info(f"{done.pages} pages, {done.known + done.unchanged} known, {len(done.failed)} failed")
        for url, reason in done.failed.items():
            context.log.warning(f"{url}: {reason}")

    @dg.job(name=FETCH_JOB, description="Fetch what seeds/sources.yaml names.", executor_def=dg.in_process_executor)
    def fetch_sources() -> None:
        fetch_op()

    return fetch_sources


def fetch_schedule(job: dg.JobDefinition) -> dg.ScheduleDefinition:
    """Return the schedule that fetches once an hour. Off until it is switched on."""
    return dg.ScheduleDefinition(
        name="fetch", job=job, cron_schedule="20 * * * *", execution_timezone="UTC",
        description="Fetch what seeds/sources.yaml names into the inbox, once an hour.",
    )  # fmt: skip


def daily_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """Return the schedule that reads the inbox once a day, early in the morning (UTC). Off until it is switched on."""
    return dg.ScheduleDefinition(
        name="daily", job_name=JOB, cron_schedule="0 5 * * *", execution_timezone="UTC",
        run_config=inbox_config(settings), description="Read the inbox folder and publish, once a day.",
    )  # fmt: skip
