"""Landing: every record that is read is kept, once, exactly as its reader found it.

What belongs here: telling new records from known ones, keeping them as one Parquet file per batch, reading them back.
What does not: cleaning and coding. A batch's name follows from its records, so that keys hold no clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.building.files import look
from pipelines.building.ledger import Ledger
from pipelines.building.notes import Batch, FileNote, record_key
from pipelines.building.places import places, replacing
from pipelines.building.progress import Progress
from pipelines.building.versions import reading_version
from pipelines.reading.paths import find_sources, read_source
from pipelines.reading.source import Source
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

Record = RawArticle | Rejection
# A record and the id of the file that it was read from.
Found = tuple[Record, bytes]
_KINDS: dict[str, type[RawArticle] | type[Rejection]] = {"article": RawArticle, "rejection": Rejection}
_COLUMNS = tuple(dict.fromkeys(f.name for kind in _KINDS.values() for f in fields(kind)))


@dataclass(frozen=True, slots=True)
class Landed:
    """What a landing did: records read, and how many of them were new; the batches that the new ones made."""

    read: int
    new: int
    batch_ids: tuple[str, ...]


def land(paths: Sequence[Path], settings: Settings, ledger: Ledger, progress: Progress) -> Landed:
    """Keep every record under the paths that is not kept yet; files that are as they were are not read again.

    Memory is bounded by ``settings.batch_size`` records.

    Raises:
        OSError: The state folder cannot be written.
    """
    reader = _NewRecords(paths, settings, ledger, progress)
    batch_ids = []
    records = iter(reader)
    while chunk := list(islice(records, settings.batch_size)):
        batch_ids.append(keep(chunk, settings, ledger))
        reader.waiting.clear()
        # All that was given out of these files is kept now.
        ledger.note_files(reader.ended)
        reader.ended.clear()
    ledger.note_files(reader.ended)
    return Landed(reader.read, reader.new, tuple(batch_ids))


def count_if_known(paths: Sequence[Path], settings: Settings, ledger: Ledger) -> int | None:
    """Return how many records the paths hold, or None as soon as one is met that has not landed."""
    count = 0
    reading = reading_version(settings)
    ended: list[FileNote] = []
    for source in find_sources(paths):
        seen = look(source, ledger, reading)
        held = seen.note.records if seen.is_unchanged else _count_known(source, settings, ledger)
        if held is None:
            return None
        count += held
        ended += seen.after(held)
    ledger.note_files(ended)
    return count


def keep(found: Sequence[Found], settings: Settings, ledger: Ledger, instead_of: Collection[bytes] = ()) -> str:
    """Write a batch's file, then note it; the note is what makes it count. Returns the batch's id.

    Args:
        found: Records, and the files that they are of.
        settings: Give the state folder.
        ledger: Takes the note.
        instead_of: Keys of rejected records that these stand in for.
    """
    keys = {key_of(record): file for record, file in found}
    # Records that were withdrawn and land a second time are another batch.
    history = f"{ledger.withdrawn() or ''}".encode()
    batch_id = hashlib.sha256(b"".join([*keys, history])).hexdigest()[:16]
    _write(places(settings).landing / f"{batch_id}.parquet", [record for record, _ in found])
    ledger.land(Batch(batch_id, datetime.now(UTC).replace(microsecond=0)), keys, instead_of)
    return batch_id


def key_of(record: Record) -> bytes:
    """Return the identity of a record."""
    return record_key(record.source_uri, record.raw_sha256)


def read_batch(folder: Path, batch_id: str) -> list[Record]:
    """Return a batch's records in the order in which they were read, withdrawn ones too."""
    import polars as pl

    frame = pl.read_parquet(folder / f"{batch_id}.parquet")
    return [_record(row) for row in frame.iter_rows(named=True)]


class _NewRecords:
    """Iterates over the records not landed yet, each with its file, and counts.

    ``waiting`` are those given out and not kept yet; ``ended`` are the files read to their end and not noted yet.
    """

    def __init__(self, paths: Sequence[Path], settings: Settings, ledger: Ledger, progress: Progress) -> None:
        self.read = self.new = 0
        self.waiting: set[bytes] = set()
        self.ended: list[FileNote] = []
        self._sources = find_sources(paths)
        self._settings = settings
        self._reading = reading_version(settings)
        self._ledger = ledger
        self._progress = progress

    def __iter__(self) -> Iterator[Found]:
        for source in self._sources:
            before = self.read
            seen = look(source, self._ledger, self._reading)
            if seen.is_unchanged:
                self.read += seen.note.records
            else:
                yield from ((record, seen.note.file_id) for record in self._new(source))
            self.ended += seen.after(self.read - before)

    def _new(self, source: Source) -> Iterator[Record]:
        for record in read_source(source, self._settings):
            self.read += 1
            self._progress("reading", self.read, 0)
            key = key_of(record)
            if key not in self.waiting and not self._ledger.knows(key):
                self.waiting.add(key)
                self.new += 1
                yield record


def _count_known(source: Source, settings: Settings, ledger: Ledger) -> int | None:
    """Return how many records a file holds, or None as soon as one is met that has not landed."""
    count = 0
    for record in read_source(source, settings):
        if not ledger.knows(key_of(record)):
            return None
        count += 1
    return count


def _write(path: Path, records: Sequence[Record]) -> None:
    import polars as pl

    rows = [{"kind": kind, **asdict(r)} for r in records for kind, of in _KINDS.items() if isinstance(r, of)]
    frame = pl.DataFrame(rows, schema={"kind": pl.String, **dict.fromkeys(_COLUMNS, pl.String)})
    with replacing(path) as temporary:
        frame.write_parquet(temporary, compression="zstd")


def _record(row: dict[str, Any]) -> Record:
    """Return a kept row as a record; a field that is newer than the file has its default."""
    kind = _KINDS[row["kind"]]
    return kind(**{f.name: row[f.name] for f in fields(kind) if f.name in row})
