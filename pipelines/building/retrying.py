"""Reading again what was rejected, after a fix of the file, of a setting or of a reader.

What belongs here: which files to read again, and what takes the place of what. What does not: reading and keeping
(``landing``), and coding again what a coder failed on (``recoding``). A rejection goes only when its file was read
again and gives something else, or nothing, in its place; where the file is gone, it stays. What cleaning refused is
kept whole, and coded anew whenever settings or code change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

import duckdb

from pipelines.building.files import look
from pipelines.building.landing import Landed, Record, keep, key_of, read_batch
from pipelines.building.ledger import Ledger
from pipelines.building.notes import record_key
from pipelines.building.places import places
from pipelines.building.progress import Progress
from pipelines.building.versions import reading_version
from pipelines.reading.paths import read_source, sources_at
from pipelines.reading.source import Source
from pipelines.settings import Settings

_REJECTED = """
select source_uri, raw_sha256 from marts.rejected_article
where list_contains($reasons, reason_code) order by rejected_at, source_uri, raw_sha256
"""
_FAILED = "select source_uri, raw_sha256 from marts.quarantined_claim where reason_code = 'coder_failed' order by all"
_Kept = dict[bytes, Record]


def rejected_records(settings: Settings, reasons: Collection[str]) -> list[tuple[str, str]]:
    """Return uri and hash of each record that the published warehouse rejects for these reasons.

    Raises:
        duckdb.Error: There is no warehouse that can be read.
    """
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        return connection.execute(_REJECTED, {"reasons": list(reasons)}).fetchall()


def failed_records(settings: Settings) -> list[tuple[str, str]]:
    """Return uri and hash of each record that the coder failed on, as the published warehouse lists them.

    Raises:
        duckdb.Error: There is no warehouse that can be read.
    """
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        return connection.execute(_FAILED).fetchall()


def retry(reasons: Collection[str], settings: Settings, ledger: Ledger, progress: Progress) -> Landed:
    """Read the files again of which something was rejected for these reasons; what the coder failed on is noted for
    another try (``recoding``).

    Returns:
        How many records those files hold, and how many of them are other than before.

    Raises:
        OSError: The state folder cannot be written.
        duckdb.Error: There is no warehouse that can be read.
    """
    if "coder_failed" in reasons:
        ledger.code_again(record_key(*names) for names in failed_records(settings))
    keys = [record_key(*names) for names in rejected_records(settings, reasons)]
    batch = lru_cache(maxsize=4)(lambda batch_id: _batch(settings, batch_id))
    read, new = 0, 0
    batch_ids: list[str] = []
    for place, uri, rejected in ledger.origins(keys):
        for source in sources_at(place, uri):
            if source.path.is_file():
                kept = {key: batch(batch_id)[key] for key, batch_id in rejected}
                landed = _read_again(source, kept, settings, ledger)
                read, new = read + landed.read, new + landed.new
                batch_ids += landed.batch_ids
                progress("reading", read, 0)
    return Landed(read, new, tuple(batch_ids))


def _read_again(source: Source, kept: _Kept, settings: Settings, ledger: Ledger) -> Landed:
    """Read a file; keep what it gives now, and take back what it does not give any more."""
    seen = look(source, ledger, reading_version(settings))
    others = _Others(source, kept, settings, ledger)
    records = iter(others)
    new, batch_ids = 0, []
    while chunk := list(islice(records, settings.batch_size)):
        replaced = [key_of(record) for record in chunk if key_of(record) in kept]
        batch_ids.append(keep([(record, seen.note.file_id) for record in chunk], settings, ledger, replaced))
        new += len(chunk)
    ledger.withdraw(kept.keys() - others.met)
    ledger.note_files(seen.after(others.read))
    return Landed(others.read, new, tuple(batch_ids))


class _Others:
    """Iterates over the records that a file gives otherwise than before; ``kept`` are those that were rejected."""

    def __init__(self, source: Source, kept: _Kept, settings: Settings, ledger: Ledger) -> None:
        self.read = 0
        self.met: set[bytes] = set()
        self._records = read_source(source, settings)
        self._kept = kept
        self._ledger = ledger

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.read += 1
            key = key_of(record)
            is_repeated = key in self.met
            self.met.add(key)
            if not is_repeated and self._is_other(key, record):
                yield record

    def _is_other(self, key: bytes, record: Record) -> bool:
        return self._kept[key] != record if key in self._kept else not self._ledger.knows(key)


def _batch(settings: Settings, batch_id: str) -> _Kept:
    return {key_of(record): record for record in read_batch(places(settings).landing, batch_id)}
