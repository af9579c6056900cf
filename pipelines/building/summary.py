"""What a build tells at its end, and the answer when there was nothing to do.

What belongs here: the summary and the test for a run that has nothing to do. What does not: anything that imports
dagster, polars or duckdb; that test has to answer in a moment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.building.landing import count_if_known
from pipelines.building.ledger import Ledger, open_ledger
from pipelines.building.places import places
from pipelines.building.versions import current_versions
from pipelines.settings import Settings


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a run did, and what the warehouse holds after it.

    Attributes:
        articles_read: This run: records under the paths given. The sum of the four that follow.
        already_known: This run: records that an earlier run had read, and repeats within this one.
        accepted: This run: new articles.
        duplicates: This run: new records whose text was known already.
        rejected: This run: new records that were refused.
        recoded_batches: This run: batches of earlier runs coded anew, since the coder or its reference data changed.
        articles: The warehouse: articles (``dim_article``).
        actors: The warehouse: actors (``dim_actor``).
        engagements: The warehouse: engagements (``fct_engagement``).
        table_counts: The warehouse: rows of every mart.
        warehouse_path: The published file.
        seconds: How long the run took.
        changed: False when there was nothing to do and the published warehouse was left as it was.
    """

    articles_read: int
    already_known: int
    accepted: int
    duplicates: int
    rejected: int
    recoded_batches: int
    articles: int
    actors: int
    engagements: int
    table_counts: Mapping[str, int]
    warehouse_path: Path
    seconds: float
    changed: bool


def nothing_to_do(paths: Sequence[Path], settings: Settings) -> BuildSummary | None:
    """Return the summary of a run that has nothing to do, or None when there is something.

    There is nothing to do when every record under the paths has landed, the warehouse and its release are in place,
    and all that they follow from (records, code, reference data, dbt project) is as it was when they were published.
    """
    ledger_path = places(settings).ledger
    in_place = (ledger_path.is_file(), settings.warehouse_path.is_file(), any(settings.releases_dir.glob("*.duckdb")))
    if not all(in_place):
        return None
    with open_ledger(ledger_path) as ledger:
        if not _is_current(settings, ledger):
            return None
        read = count_if_known(paths, settings, ledger)
        return None if read is None else summary(settings, ledger, read=read, changed=False)


def summary(settings: Settings, ledger: Ledger, *, read: int, changed: bool, **this_run: int) -> BuildSummary:
    """Return the summary of a run, its totals taken from the release that the ledger notes.

    Args:
        settings: Give the warehouse's path.
        ledger: Notes the release.
        read: Records under the paths.
        changed: Whether the run published anything.
        this_run: accepted, duplicates, rejected, recoded_batches; 0 where not given.

    Raises:
        LookupError: Nothing has been published.
    """
    if (release := ledger.release()) is None:
        raise LookupError("nothing has been published")
    counts = release.table_counts
    run = {name: this_run.get(name, 0) for name in ("accepted", "duplicates", "rejected", "recoded_batches")}
    return BuildSummary(
        articles_read=read,
        # Records that an earlier run landed and could not stage any more count here as new, though not as read.
        already_known=max(0, read - run["accepted"] - run["duplicates"] - run["rejected"]),
        **run,
        articles=counts["dim_article"],
        actors=counts["dim_actor"],
        engagements=counts["fct_engagement"],
        table_counts=counts,
        warehouse_path=settings.warehouse_path,
        seconds=0.0,
        changed=changed,
    )


def _is_current(settings: Settings, ledger: Ledger) -> bool:
    release = ledger.release()
    return release is not None and release.fingerprint == current_versions(settings).fingerprint(ledger.contents())
