"""Landing: every record that is read is kept, once, exactly as its reader found it.

What belongs here: telling new records from known ones, keeping them as one Parquet file per batch, reading them back.
What does not: cleaning and coding. A batch's name follows from its records, so that keys hold no clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.building.ledger import Batch, Ledger, record_key
from pipelines.building.places import places, replacing
from pipelines.building.progress import Progress
from pipelines.reading.paths import read_paths
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

Record = RawArticle | Rejection
_KINDS: dict[str, type[RawArticle] | type[Rejection]] = {"article": RawArticle, "rejection": Rejection}
_COLUMNS = tuple(dict.fromkeys(f.name for kind in _KINDS.values() for f in fields(kind)))


@dataclass(frozen=True, slots=True)
class Landed:
    """What a landing did: records read, and how many of them were new; the batches that the new ones made."""

    read: int
    new: int
    batch_ids: tuple[str, ...]


def land(paths: Sequence[Path], settings: Settings, ledger: Ledger, progress: Progress) -> Landed:
    """Keep every record under the paths that is not kept yet.

    Memory is bounded by ``settings.batch_size`` records.

    Raises:
        OSError: The state folder cannot be written.
    """
    reader = _NewRecords(paths, settings, ledger, progress)
    batch_ids = []
    records = iter(reader)
    while chunk := list(islice(records, settings.batch_size)):
        batch_ids.append(_keep(chunk, settings, ledger))
        reader.waiting.clear()
    return Landed(reader.read, reader.new, tuple(batch_ids))


def count_if_known(paths: Sequence[Path], settings: Settings, ledger: Ledger) -> int | None:
    """Return how many records the paths hold, or None as soon as one is met that has not landed."""
    count = 0
    for record in read_paths(paths, settings):
        if not ledger.knows(_key(record)):
            return None
        count += 1
    return count


def read_batch(folder: Path, batch_id: str) -> list[Record]:
    """Return a batch's records in the order in which they were read."""
    import polars as pl

    frame = pl.read_parquet(folder / f"{batch_id}.parquet")
    return [_record(row) for row in frame.iter_rows(named=True)]


class _NewRecords:
    """Iterates over the records not landed yet, and counts. ``waiting`` are those given out and not kept yet."""

    def __init__(self, paths: Sequence[Path], settings: Settings, ledger: Ledger, progress: Progress) -> None:
        self.read = self.new = 0
        self.waiting: set[bytes] = set()
        self._records = read_paths(paths, settings)
        self._ledger = ledger
        self._progress = progress

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.read += 1
            self._progress("reading", self.read, 0)
            key = _key(record)
            if key not in self.waiting and not self._ledger.knows(key):
                self.waiting.add(key)
                self.new += 1
                yield record


def _key(record: Record) -> bytes:
    return record_key(record.source_uri, record.raw_sha256)


def _keep(records: list[Record], settings: Settings, ledger: Ledger) -> str:
    """Write a batch's file, then note it; the note is what makes it count."""
    keys = [_key(record) for record in records]
    batch = Batch(hashlib.sha256(b"".join(keys)).hexdigest()[:16], datetime.now(UTC).replace(microsecond=0))
    _write(places(settings).landing / f"{batch.batch_id}.parquet", records)
    ledger.land(batch, keys)
    return batch.batch_id


def _write(path: Path, records: list[Record]) -> None:
    import polars as pl

    rows = [{"kind": kind, **asdict(r)} for r in records for kind, of in _KINDS.items() if isinstance(r, of)]
    frame = pl.DataFrame(rows, schema={"kind": pl.String, **dict.fromkeys(_COLUMNS, pl.String)})
    with replacing(path) as temporary:
        frame.write_parquet(temporary, compression="zstd")


def _record(row: dict[str, Any]) -> Record:
    """Return a kept row as a record; a field that is newer than the file has its default."""
    kind = _KINDS[row["kind"]]
    return kind(**{f.name: row[f.name] for f in fields(kind) if f.name in row})
