"""Runs dbt over made-up staged rows, in this process and in temporary folders.

What belongs here: making a work file and reading it back. What does not: rows (``dbt_rows``) and expectations.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner
from dbt_rows import REFERENCE, Rows, staged_rows, write_staging

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT = REPOSITORY / "dbt_project"
CODE_LISTS = ("engagement_types.csv", "sectors.csv")


@dataclass(frozen=True)
class Built:
    """A work file that dbt made: ``results`` maps a node's name to its status."""

    work_file: Path
    results: dict[str, str]

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query on the work file, opened read-only for this one query."""
        with duckdb.connect(str(self.work_file), read_only=True) as connection:
            return connection.execute(sql).fetchall()


def write_reference(folder: Path) -> None:
    """Write a small registry beside the repository's own code lists."""
    folder.mkdir()
    for name in CODE_LISTS:
        shutil.copy(REPOSITORY / "seeds" / "reference" / name, folder)
    for table, text in REFERENCE.items():
        (folder / f"{table}.csv").write_text(text, encoding="utf-8")


def run_dbt(folder: Path, *arguments: str) -> dict[str, str]:
    """Run a dbt command on the staged rows under ``folder``; return the status of each node."""
    # One parse serves every build of the session: only paths given by environment differ.
    target = ["--target-path", str(folder.parent / "dbt_target"), "--log-path", str(folder / "logs"), "--quiet"]
    places = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNIQUE_STAGING_DIR", str(folder / "staging"))
        patch.setenv("COMMUNIQUE_REFERENCE_DIR", str(folder / "reference"))
        patch.setenv("COMMUNIQUE_WORK_FILE", str(folder / "work.duckdb"))
        outcome = dbtRunner().invoke([*arguments, *places, *target])
    # dbt-duckdb holds the file open for the life of the process.
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    if outcome.exception:
        raise outcome.exception
    return {result.node.name: str(result.status) for result in outcome.result}  # type: ignore[union-attr]


Builder = Callable[..., Built]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """A function from staged rows and dbt commands to a built work file."""
    root = tmp_path_factory.mktemp("dbt")

    def built(name: str, rows: Rows, *commands: tuple[str, ...]) -> Built:
        folder = root / name
        folder.mkdir()
        write_staging(folder / "staging", rows)
        write_reference(folder / "reference")
        results: dict[str, str] = {}
        for command in commands or (("build", "--exclude", "test_type:unit"),):
            results |= run_dbt(folder, *command)
        return Built(folder / "work.duckdb", results)

    return built


@pytest.fixture(scope="session")
def world(build: Builder) -> Built:
    """The made-up world, built as production builds: models and data tests."""
    return build("world", staged_rows())
