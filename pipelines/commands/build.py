"""``communique build``: run the main job and tell what came of it. Nothing else belongs here."""

from __future__ import annotations

import glob
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.common import CommandError, WarehouseOption, settings_for, shown

if TYPE_CHECKING:
    from pipelines.building.summary import BuildSummary

Progress = Callable[[str, int, int], None]
_SECONDS_BETWEEN_LINES = 5.0


def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, globs, object stores (s3://...); the sample articles where none is given.",
        ),
    ] = None,
    warehouse: WarehouseOption = None,
) -> None:
    """Read articles and publish the warehouse.

    The warehouse then holds them besides all that was read before. What cannot be read or is not accepted is listed by
    'communique rejected'. Nothing is published when a check fails.
    """
    from pipelines.reading.remote import address

    for path in paths or ():
        if not Path(path).exists() and not glob.glob(path, recursive=True) and address(path) is None:
            raise CommandError(f"nothing is found at {path!r}; give files, folders or quoted globs", exit_code=2)
    settings = settings_for(warehouse)
    from pipelines.building.errors import BuildError
    from pipelines.jobs import run_build

    try:
        with progress_display() as progress:
            summary = run_build([Path(path) for path in paths or ()], settings, progress)
    except BuildError as error:
        raise CommandError(str(error)) from error
    print(report(summary))


def report(summary: BuildSummary) -> str:
    """Return the summary of a build: what was read, what the warehouse holds, where it is."""
    read = [
        ("articles read", summary.articles_read, ""),
        ("  accepted", summary.accepted, ""),
        ("  duplicate", summary.duplicates, ""),
        ("  rejected", summary.rejected, "see: communique rejected" if summary.rejected else ""),
        ("  known before", summary.already_known, ""),
        ("articles", summary.articles, "in the warehouse"),
        ("actors", summary.actors, ""),
        ("engagements", summary.engagements, ""),
    ]
    if aside := summary.table_counts["quarantined_claim"]:
        read.append(("put aside", aside, "of what the coder said, or it failed; see: communique rejected"))
    lines = [f"{name:<16}{count:>9,}  {note}".rstrip() for name, count, note in read]
    state = "published" if summary.changed else "unchanged, nothing new to read"
    return "\n".join([*lines, f"warehouse       {shown(summary.warehouse_path)} ({state}, {summary.seconds:.1f} s)"])


@contextmanager
def progress_display() -> Iterator[Progress]:
    """Yield what shows a build's progress on the error output: a bar on a terminal, plain lines elsewhere."""
    if sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield plain_lines(lambda line: print(line, file=sys.stderr, flush=True))


def plain_lines(write: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> Progress:
    """Return a progress that writes a line when a stage starts, when it ends, and every few seconds between."""
    last: dict[str, float] = {}

    def progress(stage: str, done: int, total: int) -> None:
        now = clock()
        if stage in last and done < total and now - last[stage] < _SECONDS_BETWEEN_LINES:
            return
        if stage in last and not total and now - last[stage] < _SECONDS_BETWEEN_LINES:
            return
        last[stage] = now
        write(f"{stage}: {done:,} of {total:,}" if total else f"{stage}: {done:,}" if done else stage)

    return progress


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (SpinnerColumn(), TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(bars.task_ids[tasks[stage]], completed=done, total=total or None)

        yield progress
