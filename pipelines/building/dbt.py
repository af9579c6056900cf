"""dbt in this process: parsing the project, building the work file, and nothing of dbt's left open afterwards.

What belongs here: the arguments and the environment that dbt is called with. What does not: dagster (``assets.dbt``
maps the events) and SQL. In the process it takes two thirds of the time of a subprocess.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipelines.building import versions
from pipelines.building.errors import BuildError
from pipelines.building.places import places
from pipelines.settings import Settings

Event = Mapping[str, Any]
_MANIFESTS_KEPT = 4


def manifest(settings: Settings) -> Mapping[str, Any]:
    """Return dbt's manifest of the project, parsed anew only when a file of the project has changed.

    Raises:
        BuildError: The project does not parse.
    """
    folder = places(settings).dbt / "manifests"
    path = folder / f"{_project_hash(settings)}.json"
    if not path.is_file():
        _parse(settings, path)
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def build(settings: Settings, records: int, on_event: Callable[[Event], None]) -> list[str]:
    """Build a fresh work file; return one line for each node that failed, none when all is well.

    Args:
        settings: Give the project, the staged tables and the work file.
        records: How many records have landed; a test holds the warehouse to it.
        on_event: Called with each of dbt's structured log events, as a dictionary.

    Raises:
        BuildError: dbt could not run at all.
    """
    work_file = places(settings).work_file
    shutil.rmtree(work_file.parent, ignore_errors=True)
    work_file.parent.mkdir(parents=True)
    command = ["build", "--exclude", "test_type:unit"]
    outcome = _invoke(settings, command, places(settings).dbt / "target", on_event, COMMUNIQUE_ARTICLES_IN=str(records))
    results = outcome.result or ()
    if outcome.exception or (not outcome.success and not results):
        raise BuildError(f"dbt could not run: {outcome.exception or 'see ' + str(places(settings).dbt / 'logs')}")
    return [_failure(result) for result in results if result.status in ("error", "fail", "runtime error")]


def _parse(settings: Settings, path: Path) -> None:
    target = path.with_suffix(f".{os.getpid()}.tmp")
    outcome = _invoke(settings, ["parse"], target)
    if not outcome.success:
        raise BuildError(f"The dbt project does not parse: {outcome.exception}")
    # The build starts from this parse: it takes as long as the build itself.
    for_build = places(settings).dbt / "target"
    for_build.mkdir(parents=True, exist_ok=True)
    (target / "partial_parse.msgpack").replace(for_build / "partial_parse.msgpack")
    (target / "manifest.json").replace(path)
    shutil.rmtree(target)
    for old in sorted(path.parent.iterdir(), key=lambda made: made.stat().st_mtime)[:-_MANIFESTS_KEPT]:
        old.unlink() if old.is_file() else shutil.rmtree(old)


def _project_hash(settings: Settings) -> str:
    project = versions.files_hash(settings.dbt_project_dir, versions.DBT_FILES)
    return versions.text_hash(project, str(places(settings).staging), str(settings.reference_dir.absolute()))


def _invoke(
    settings: Settings,
    command: list[str],
    target: Path,
    on_event: Callable[[Event], None] | None = None,
    **variables: str,
) -> Any:
    from dbt.cli.main import dbtRunner

    project = str(settings.dbt_project_dir.absolute())
    arguments = [*command, "--project-dir", project, "--profiles-dir", project, "--target-path", str(target)]
    arguments += ["--log-path", str(places(settings).dbt / "logs"), "--log-level", "none"]
    callbacks = [lambda event: on_event(_as_dict(event))] if on_event else []
    with _environment(settings, variables):
        try:
            outcome = dbtRunner(callbacks=callbacks).invoke(arguments)
        finally:
            _close_connections()
    if isinstance(outcome.exception, BaseException) and not isinstance(outcome.exception, Exception):
        raise outcome.exception  # An interrupt, which dbt returns as if it were a fault of its own.
    return outcome


@contextmanager
def _environment(settings: Settings, variables: Mapping[str, str]) -> Iterator[None]:
    """Set the variables that the project reads, and put them back."""
    where = places(settings)
    values = {
        "COMMUNIQUE_STAGING_DIR": str(where.staging),
        "COMMUNIQUE_WORK_FILE": str(where.work_file),
        "COMMUNIQUE_REFERENCE_DIR": str(settings.reference_dir.absolute()),
        **variables,
    }
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _close_connections() -> None:
    """Close the work file, which dbt-duckdb would keep open for the life of the process."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.adapters.factory import reset_adapters

    reset_adapters()  # type: ignore[no-untyped-call]
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]


def _as_dict(event: Any) -> Event:
    from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped]

    return MessageToDict(event, preserving_proto_field_name=True)  # type: ignore[no-any-return]


def _failure(result: Any) -> str:
    message = " ".join(str(result.message or "").split())
    return f"{result.node.resource_type} {result.node.name} ({result.node.original_file_path}): {message}"
