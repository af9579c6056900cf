"""Staging: landed batches to Parquet files of the staged tables, coded by the coder in force.

What belongs here: which batches are to be coded, which record of a text is its first, the files, and the removal of
files that a newer coder version has replaced. What does not: coding itself (``coding``) and linking. A batch's file
is ``<table>/<batch>-<coder version>.parquet``, written whole; only files of the coder in force are left when staging
ends, so that whoever reads a table's folder reads what is current.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pipelines.building.coding import Chunk, Coded, chunks_of, code_chunks
from pipelines.building.landing import key_of, read_batch
from pipelines.building.ledger import Ledger
from pipelines.building.notes import Batch, Outcome, record_key
from pipelines.building.places import places, replacing
from pipelines.building.progress import Progress
from pipelines.building.recoding import code_failed_again
from pipelines.building.rows import Rows, Stamp
from pipelines.schemas import TABLES, polars_schema
from pipelines.settings import Settings

BATCH_TABLES = tuple(name for name, table in TABLES.items() if any(c.name == "batch_id" for c in table.columns))
_EMPTY = "_empty.parquet"


@dataclass(frozen=True, slots=True)
class Staged:
    """What a staging did: ``fresh`` is what became of records never staged before, ``recoded`` counts old batches."""

    fresh: Outcome
    recoded: int


def stage(settings: Settings, ledger: Ledger, version: str, progress: Progress) -> Staged:
    """Bring the staged tables up to date with what has landed and with the coder in force.

    Args:
        settings: Give the folders, the coder and how many processes it may use.
        ledger: Tells what has landed, and takes note of what is staged.
        version: The coder version that names the files (``Versions.coder``).
        progress: Called after each batch, of a second try (``recoding``) too.

    Raises:
        UnknownExtractorError: The settings name no coder.
        BuildError: A coder process died.
    """
    folder = places(settings).staging
    _write_empty(folder)
    if any(_is_lost(folder, batch, version) for batch in ledger.staged(version)):
        ledger.forget_version(version)
    _drop_withdrawn(folder, version, ledger)
    fresh, recoded = [], 0
    pending = ledger.pending(version)
    for done, (batch, coded) in enumerate(_coded_batches(pending, settings, ledger), start=1):
        outcome, is_first = _stage_batch(folder, version, batch, coded, ledger)
        fresh += [outcome] if is_first else []
        recoded += not is_first
        progress("coding", done, len(pending))
    code_failed_again(settings, ledger, version, progress)
    _remove_superseded(folder, version, ledger)
    return Staged(_sum(fresh), recoded)


def _coded_batches(pending: list[Batch], settings: Settings, ledger: Ledger) -> Iterator[tuple[Batch, list[Coded]]]:
    """Yield each batch with what its records became; a few chunks are in memory at a time."""
    by_stamp = {Stamp(batch.batch_id, batch.landed_at): batch for batch in pending}
    order: list[Stamp] = []

    def chunks() -> Iterator[Chunk]:
        for stamp in by_stamp:
            for chunk in _chunks(places(settings).landing, stamp, ledger.withdrawn_from(stamp.batch_id)):
                order.append(stamp)
                yield chunk

    coded = code_chunks(chunks(), settings, ledger.records_of(pending))
    tagged = ((order[i], one) for i, one in enumerate(coded))
    for stamp, group in groupby(tagged, key=lambda pair: pair[0]):
        yield by_stamp[stamp], [record for _, records in group for record in records]


def _chunks(landing: Path, stamp: Stamp, withdrawn: set[bytes]) -> Iterator[Chunk]:
    return chunks_of(
        stamp, [record for record in read_batch(landing, stamp.batch_id) if key_of(record) not in withdrawn]
    )


def _stage_batch(folder: Path, version: str, batch: Batch, coded: list[Coded], ledger: Ledger) -> tuple[Outcome, bool]:
    """Write a batch's files, then note it; the note is what makes it count."""
    known = ledger.known_articles(version, (c.article_id for c in coded if c.article_id))
    rows: Rows = {}
    new: set[str] = set()
    for one in coded:
        is_new = one.article_id is not None and one.article_id not in known | new
        _extend(rows, one.source)
        if is_new:
            new.add(str(one.article_id))
            _extend(rows, one.article)
    accepted = sum(1 for one in coded if one.article_id)
    outcome = Outcome(len(new), accepted - len(new), len(coded) - accepted)
    for table, values in rows.items():
        _write(folder / table / f"{batch.batch_id}-{version}.parquet", table, values)
    return outcome, ledger.stage(version, batch.batch_id, new, outcome)


def _extend(rows: Rows, more: Rows) -> None:
    for table, values in more.items():
        if values:
            rows.setdefault(table, []).extend(values)


def _write(path: Path, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    import polars as pl

    frame = pl.DataFrame(list(rows), schema=polars_schema(table), orient="row")
    with replacing(path) as temporary:
        frame.write_parquet(temporary)


def _write_empty(folder: Path) -> None:
    """Give every staged table a file without rows, so that a table nobody wrote to can be read all the same."""
    import polars as pl

    for table in TABLES:
        path = folder / table / _EMPTY
        if not path.is_file() or pl.read_parquet_schema(path) != polars_schema(table):  # the schema has grown since
            _write(path, table, ())


def _is_lost(folder: Path, batch: Batch, version: str) -> bool:
    """Tell whether a batch that was staged has no files: every record leaves a row in one of two tables."""
    name = f"{batch.batch_id}-{version}.parquet"
    return not any((folder / table / name).is_file() for table in ("article_source", "rejection"))


def _remove_superseded(folder: Path, version: str, ledger: Ledger) -> None:
    """Delete the files of other coder versions, now that every batch has one of this version."""
    for table in BATCH_TABLES:
        for path in (folder / table).glob("*-*.parquet"):
            if not path.stem.endswith(f"-{version}"):
                path.unlink()
    ledger.forget_other_versions(version)


def _drop_withdrawn(folder: Path, version: str, ledger: Ledger) -> None:
    """Take withdrawn records out of what is staged; they were rejected, so that no other row tells of them."""
    import polars as pl

    for batch_id in ledger.unsettled():
        path = folder / "rejection" / f"{batch_id}-{version}.parquet"
        if path.is_file():
            gone, frame = ledger.withdrawn_from(batch_id), pl.read_parquet(path)
            names = zip(frame["source_uri"], frame["raw_sha256"], strict=True)
            kept = frame.filter(pl.Series([record_key(uri, sha) not in gone for uri, sha in names], dtype=pl.Boolean))
            with replacing(path) as temporary:
                kept.write_parquet(temporary)
        ledger.settle(batch_id)


def _sum(outcomes: list[Outcome]) -> Outcome:
    return Outcome(
        sum(o.accepted for o in outcomes), sum(o.duplicates for o in outcomes), sum(o.rejected for o in outcomes)
    )
