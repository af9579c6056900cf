"""Where a build keeps its files, all under ``settings.state_dir``, and how a file is put in its place.

What belongs here: paths that follow from the settings, and the atomic replacement of a file. What does not: contents.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipelines.settings import Settings


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one warehouse's state."""

    state: Path

    @property
    def ledger(self) -> Path:
        """What was read, staged and published (SQLite)."""
        return self.state / "ledger.sqlite"

    @property
    def landing(self) -> Path:
        """Every record ever read, one Parquet file per batch."""
        return self.state / "landing"

    @property
    def staging(self) -> Path:
        """The staged tables: one folder per table, one Parquet file per batch; only what is current."""
        return self.state / "staging"

    @property
    def work_file(self) -> Path:
        """The warehouse in the making."""
        return self.state / "work" / "work.duckdb"

    @property
    def dbt(self) -> Path:
        """What dbt writes: manifests, compiled SQL, logs."""
        return self.state / "dbt"

    @property
    def lock(self) -> Path:
        """Held by the run that is at work."""
        return self.state / "lock"


def places(settings: Settings) -> Places:
    """Return the places that the settings give; makes no folder. Absolute, since dbt runs from its project's folder."""
    return Places(settings.state_dir.absolute())


def sweep(state: Places) -> None:
    """Delete the temporary files of runs that were killed. To be called under the lock only."""
    for folder in (state.landing, state.staging):
        for left in folder.rglob(".*.tmp"):
            left.unlink()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to, and move it into place at the end: whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
