"""The main job, and the way to run it in this process.

What belongs here: ``run_build`` and the job over all assets. What does not: any stage. Dagster is imported only when
there is something to do: it alone takes longer than the answer that there is nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.building.errors import BuildError, WarehouseBusyError
from pipelines.building.ledger import open_ledger
from pipelines.building.places import places
from pipelines.building.progress import silent
from pipelines.building.summary import BuildSummary, nothing_to_do, summary
from pipelines.parsing.extractors import UnknownExtractorError
from pipelines.settings import Settings

if TYPE_CHECKING:
    import dagster as dg
    from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition
    from dagster_shared.error import SerializableErrorInfo

JOB = "build_warehouse"
_LANDING_OP = "landing__record"
_OWN_ERRORS = (BuildError, WarehouseBusyError, UnknownExtractorError)
_SPEAK_FOR_THEMSELVES = {"Failure", *(kind.__name__ for kind in _OWN_ERRORS)}
_INTERRUPTS = ("DagsterExecutionInterruptedError", "KeyboardInterrupt")


def run_build(
    paths: Sequence[Path], settings: Settings, progress: Callable[[str, int, int], None] | None = None
) -> BuildSummary:
    """Read the paths and publish a warehouse that holds them besides all that was read before.

    Args:
        paths: Files, folders and globs; the sample articles where none is given.
        settings: Paths, limits, the coder.
        progress: Called with (stage, done, total) as the run goes on; see ``building.progress``.

    Returns:
        What this run did, and what the warehouse holds now.

    Raises:
        BuildError: The run stopped and nothing was published; the message says why, where and what to do.
        KeyboardInterrupt: The run was interrupted; nothing was published.
    """
    started = time.monotonic()
    paths = [Path(path) for path in paths] or [settings.sample_articles_dir]
    try:
        done = nothing_to_do(paths, settings) or _execute(landing_config(paths), settings, progress or silent)
    except UnknownExtractorError as error:
        raise BuildError(str(error)) from error
    return replace(done, seconds=round(time.monotonic() - started, 3))


def run_retry(
    reasons: Sequence[str], settings: Settings, progress: Callable[[str, int, int], None] | None = None
) -> BuildSummary:
    """Read again what was rejected for these reasons, and publish a warehouse with what came of it.

    Args:
        reasons: Reason codes.
        settings: As they are now; what they allow now is accepted.
        progress: As for ``run_build``.

    Returns:
        What this run did (records read are those of the files that held rejections), and what the warehouse holds now.

    Raises:
        BuildError: The run stopped and nothing was published.
        KeyboardInterrupt: The run was interrupted; nothing was published.
    """
    started = time.monotonic()
    config = {"ops": {_LANDING_OP: {"config": {"retry": list(reasons)}}}}
    done = _execute(config, settings, progress or silent)
    return replace(done, seconds=round(time.monotonic() - started, 3))


def warehouse_job() -> UnresolvedAssetJobDefinition:
    """Return the job that runs everything, from reading to publishing, in one process."""
    import dagster as dg

    return dg.define_asset_job(
        JOB, selection=dg.AssetSelection.all(), executor_def=dg.in_process_executor,
        description="Raw articles in, a published warehouse out.",
    )  # fmt: skip


def landing_config(paths: Sequence[Path]) -> dict[str, Any]:
    """Return the run configuration that reads some paths."""
    return {"ops": {_LANDING_OP: {"config": {"paths": [str(path) for path in paths]}}}}


def inbox_config(settings: Settings) -> dict[str, Any]:
    """Return the run configuration that reads the inbox folder."""
    return landing_config([settings.inbox_dir])


def _execute(
    run_config: Mapping[str, Any], settings: Settings, progress: Callable[[str, int, int], None]
) -> BuildSummary:
    """Run the job in this process, on an instance that leaves nothing behind."""
    import dagster as dg

    from pipelines.definitions import build_defs

    definitions = build_defs(overrides={"settings": settings, "progress": progress})
    job = definitions.resolve_job_def(JOB)
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    with dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}) as instance:
        result = job.execute_in_process(run_config={**run_config, **quiet}, instance=instance, raise_on_error=False)
    if not result.success:
        raise BuildError(_why(result))
    return _summary(result, settings)


def _why(result: dg.ExecuteInProcessResult) -> str:
    """Return in one line what the run failed of: the audits not passed, else the first failure's cause.

    Raises:
        KeyboardInterrupt: It did not fail; it was interrupted.
    """
    # dbt's tests are blocking checks too, but those speak through the failure of dbt's own step.
    failed = [check for check in result.get_asset_check_evaluations() if check.blocking and not check.passed]
    audits = [check for check in failed if check.description]
    if audits:
        told = (f"{check.check_name} on {check.asset_key.to_user_string()}: {check.description}" for check in audits)
        return f"Nothing published: the work file fails its audit. {'; '.join(told)}"
    errors = [_cause(error) for error in _errors(result)]
    if any(error.cls_name in _INTERRUPTS for error in errors):
        raise KeyboardInterrupt
    return next((_told(error) for error in errors), "The run failed, and Dagster does not say why.")


def _errors(result: dg.ExecuteInProcessResult) -> list[SerializableErrorInfo]:
    """Return the errors of the steps that failed, then that of the job."""
    errors = [event.step_failure_data.error for event in result.get_step_failure_events()]
    errors += [event.job_failure_data.error for event in result.all_events if event.is_job_failure]
    return [error for error in errors if error]


def _cause(error: SerializableErrorInfo) -> SerializableErrorInfo:
    """Return the first error in the chain that is not Dagster's wrapping of another."""
    while error.cause is not None and str(error.cls_name).startswith("Dagster"):
        error = error.cause
    return error


def _told(error: SerializableErrorInfo) -> str:
    message = " ".join(error.message.split()).partition(": ")[2]
    return message if error.cls_name in _SPEAK_FOR_THEMSELVES else f"{error.cls_name}: {message}"


def _summary(result: dg.ExecuteInProcessResult, settings: Settings) -> BuildSummary:
    landed = _metadata(result, _LANDING_OP)
    staged = _metadata(result, "staged_tables")
    counts = {name: int(staged[name]) for name in ("accepted", "duplicates", "rejected", "recoded_batches")}
    with open_ledger(places(settings).ledger) as ledger:
        return summary(settings, ledger, read=int(landed["read"]), changed=True, **counts)


def _metadata(result: dg.ExecuteInProcessResult, node: str) -> Mapping[str, Any]:
    """Return the metadata that a node's assets were materialized with, all in one."""
    found = result.asset_materializations_for_node(node)
    return {name: value.value for one in found for name, value in one.metadata.items()}
