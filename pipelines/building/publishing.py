"""Publishing: an audited work file becomes the warehouse, whole and at once.

What belongs here: the run's own row, the swap, the releases. What does not: building the work file and deciding what
must hold of it (``audits``). Readers keep the file they opened; whoever opens it next sees the new one.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from pipelines.building.audits import failures, table_counts
from pipelines.building.errors import BuildError
from pipelines.building.ledger import Ledger
from pipelines.building.notes import Outcome, Release
from pipelines.building.places import places, replacing
from pipelines.building.versions import Versions
from pipelines.schemas import polars_schema
from pipelines.settings import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Published:
    """A published warehouse: the run, its release file, its rows per table."""

    run_id: str
    release: Path
    table_counts: dict[str, int]


def publish(settings: Settings, ledger: Ledger, versions: Versions, run_id: str) -> Published:
    """Audit the work file, give it the run's row, and put it in the place of the warehouse.

    Raises:
        BuildError: There is no work file, or an audit failed; the published warehouse is as it was.
    """
    work_file = places(settings).work_file
    if not work_file.is_file():
        raise BuildError(f"Nothing published: there is no work file at {work_file}; run the whole job.")
    published_at = datetime.now(UTC)
    counts = _finish(work_file, ledger.totals(versions.coder), versions, run_id, published_at)
    _swap(work_file, settings.warehouse_path)
    release = _keep_release(settings, f"{published_at:%Y%m%dT%H%M%SZ}-{run_id[:8]}")
    carry_runs(settings)
    ledger.publish(Release(run_id, versions.fingerprint(ledger.contents()), counts))
    return Published(run_id, release, counts)


def carry_runs(settings: Settings) -> None:
    """Stage the runs that the published warehouse tells of, so that the next one tells of them too.

    The published file is the one truth about what was published; where it cannot be read, what was staged last stands.
    """
    if not settings.warehouse_path.is_file():
        return
    columns = polars_schema("meta_run")
    query = "select run_id, published_at, code_version, reference_version, table_counts::varchar from marts.meta_run"
    try:
        with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
            rows = connection.execute(f"{query} order by published_at, run_id").fetchall()
    except duckdb.Error as error:
        _log.warning("The published runs cannot be read (%s); those staged before stand.", error)
        return
    runs = [(a, at.replace(tzinfo=UTC), *rest) for a, at, *rest in rows]
    with replacing(places(settings).staging / "meta_run" / "meta_run.parquet") as temporary:
        pl.DataFrame(runs, schema=columns, orient="row").write_parquet(temporary)


def _finish(work_file: Path, known: Outcome, versions: Versions, run_id: str, published_at: datetime) -> dict[str, int]:
    """Audit the work file, add the run's row and close it; return its rows per table."""
    with duckdb.connect(str(work_file)) as connection:
        if problems := failures(connection, known):
            raise BuildError(f"Nothing published: the work file {work_file} fails its audit. {'; '.join(problems)}")
        counts = table_counts(connection)
        counts["meta_run"] += 1
        run = [run_id, published_at.replace(tzinfo=None), versions.code, versions.reference, json.dumps(counts)]
        columns = ", ".join(polars_schema("meta_run"))
        connection.execute(f"insert into marts.meta_run ({columns}) values (?, ?, ?, ?, ?)", run)
        connection.execute("checkpoint")
    if _wal(work_file).exists():
        raise BuildError(f"Nothing published: {work_file} was not closed cleanly (a .wal is left); run again.")
    return counts


def _swap(work_file: Path, warehouse: Path) -> None:
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    with work_file.open("rb") as written:
        os.fsync(written.fileno())
    # A .wal left by somebody who wrote to the published file would be played into the new one and break it.
    _wal(warehouse).unlink(missing_ok=True)
    work_file.replace(warehouse)


def _keep_release(settings: Settings, name: str) -> Path:
    """Copy the published file to the releases, and drop all but the last ``keep_releases``."""
    release = settings.releases_dir / f"{name}.duckdb"
    with replacing(release) as temporary:
        shutil.copyfile(settings.warehouse_path, temporary)
    for old in sorted(settings.releases_dir.glob("*.duckdb"))[: -settings.keep_releases]:
        old.unlink()
    return release


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
