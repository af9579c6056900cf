"""What was read, what is staged and what was published: the memory between runs.

What belongs here: one small SQLite file and the questions asked of it. What does not: the records themselves
(``landing``) and the staged rows (``staging``). A batch counts as landed or staged only once it stands here, so a run
that is killed at any moment leaves files that the next run writes again, and never a half-truth.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from pipelines.building.notes import Batch, FileNote, Outcome, Release

_SCHEMA = """
create table if not exists batch (
    seq integer primary key, batch_id text not null unique, landed_at text not null, records integer not null,
    is_fresh integer not null default 1);
create table if not exists record (key blob primary key, seq integer not null, file blob) without rowid;
create table if not exists file (
    id blob primary key, place text not null, uri text not null, stamp text not null, content text not null,
    records integer not null) without rowid;
create table if not exists withdrawn (
    seq integer, key blob, is_settled integer not null default 0, primary key (seq, key)) without rowid;
create table if not exists again (id integer primary key, key blob not null, is_done integer not null default 0);
create table if not exists staged (
    version text, seq integer, accepted integer not null, duplicates integer not null,
    rejected integer not null, primary key (version, seq));
create table if not exists article (version text, key blob, primary key (version, key)) without rowid;
create table if not exists release (
    run_id text primary key, fingerprint text not null, table_counts text not null);
"""


class Ledger:
    """An open ledger; use ``open_ledger``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def knows(self, key: bytes) -> bool:
        """Tell whether a record has landed."""
        return self._db.execute("select 1 from record where key = ?", (key,)).fetchone() is not None

    def land(self, batch: Batch, keys: Mapping[bytes, bytes], instead_of: Collection[bytes] = ()) -> None:
        """Note a batch whose records lie safely on disk.

        Args:
            batch: The batch.
            keys: Key of a record -> id of the file that it was read from.
            instead_of: Keys of rejected records that these stand in for from now on.
        """
        with self._db:
            self._withdraw(instead_of)
            done = self._db.execute(
                "insert into batch (batch_id, landed_at, records) values (?, ?, ?)",
                (batch.batch_id, batch.landed_at.isoformat(), len(keys)),
            )
            rows = ((key, done.lastrowid, file) for key, file in keys.items())
            self._db.executemany("insert into record (key, seq, file) values (?, ?, ?)", rows)

    def withdraw(self, keys: Collection[bytes]) -> None:
        """Forget rejected records, as their file was read again and does not hold them any more."""
        with self._db:
            self._withdraw(keys)

    def withdrawn(self) -> int:
        """Return how many records were withdrawn, ever."""
        return int(self._db.execute("select count(*) from withdrawn").fetchone()[0])

    def withdrawn_from(self, batch_id: str) -> set[bytes]:
        """Return the keys of a batch's records that do not count any more."""
        ask = "select key from withdrawn join batch using (seq) where batch_id = ?"
        return {key for (key,) in self._db.execute(ask, (batch_id,))}

    def unsettled(self) -> list[str]:
        """Return the batches whose staged rows may still tell of withdrawn records."""
        ask = "select distinct batch_id from withdrawn join batch using (seq) where not is_settled order by 1"
        return [batch_id for (batch_id,) in self._db.execute(ask)]

    def settle(self, batch_id: str) -> None:
        """Note that a batch's staged rows tell of no withdrawn record."""
        with self._db:
            self._db.execute(
                "update withdrawn set is_settled = 1 where seq = (select seq from batch where batch_id = ?)",
                (batch_id,),
            )

    def code_again(self, keys: Iterable[bytes]) -> None:
        """Note records that the coder failed on, for the next staging to give it another try."""
        with self._db:
            self._db.executemany("insert into again (key) values (?)", ((key,) for key in keys))

    def to_code_again(self) -> dict[Batch, set[bytes]]:
        """Return the records that are to be coded again, by their batch."""
        of_records = "again join record using (key) join batch using (seq)"
        ask = f"select batch_id, landed_at, key from {of_records} where not is_done"
        found: dict[Batch, set[bytes]] = defaultdict(set)
        for batch_id, landed_at, key in self._db.execute(ask):
            found[Batch(batch_id, datetime.fromisoformat(landed_at))].add(key)
        return found

    def coded_again(self, keys: Iterable[bytes]) -> None:
        """Note what the coder has coded at last, and that no other try is asked for."""
        with self._db:
            self._db.executemany("update again set is_done = 1 where key = ?", ((key,) for key in keys))
            self._db.execute("delete from again where not is_done")

    def note_files(self, notes: Iterable[FileNote]) -> None:
        """Note files whose records have all landed."""
        rows = [(note.file_id, *asdict(note).values()) for note in notes]
        with self._db:
            self._db.executemany("insert or replace into file values (?, ?, ?, ?, ?, ?)", rows)

    def file(self, identity: bytes) -> FileNote | None:
        """Return what is noted of a file, or None."""
        ask = "select place, uri, stamp, content, records from file where id = ?"
        row = self._db.execute(ask, (identity,)).fetchone()
        return FileNote(*row) if row else None

    def origins(self, keys: Iterable[bytes]) -> list[tuple[str, str, list[tuple[bytes, str]]]]:
        """Return the files that records came from: place, uri, and key and batch of each of the records.

        Only files that were read to their end are noted; what came from others is left out.
        """
        ask = (
            "select place, uri, batch_id from record join batch using (seq) join file on file.id = record.file "
            "where record.key = ?"
        )
        found: dict[tuple[str, str], list[tuple[bytes, str]]] = defaultdict(list)
        for key in keys:
            for place, uri, batch_id in self._db.execute(ask, (key,)):
                found[place, uri].append((key, batch_id))
        return [(*names, records) for names, records in found.items()]

    def contents(self) -> list[str]:
        """Return names of all that has landed and counts: the batches, how many of their records do not count, and how
        many were coded at a later try, or are to be.
        """
        (again,) = self._db.execute("select count(*) from again").fetchone()
        return [*(batch.batch_id for batch in self.batches()), str(self.withdrawn()), str(again)]

    def batches(self) -> list[Batch]:
        """Return every batch in the order of landing; one whose records are all withdrawn is none."""
        return self._batches("true")

    def staged(self, version: str) -> list[Batch]:
        """Return the batches staged by a coder version, in the order of landing."""
        return self._batches("seq in (select seq from staged where version = ?)", version)

    def pending(self, version: str) -> list[Batch]:
        """Return the batches not yet staged by a coder version, in the order of landing."""
        return self._batches("seq not in (select seq from staged where version = ?)", version)

    def records_of(self, batches: Iterable[Batch]) -> int:
        """Return how many records the batches hold together."""
        counts = dict(self._db.execute("select batch_id, records from batch"))
        return sum(counts[batch.batch_id] for batch in batches)

    def known_articles(self, version: str, article_ids: Iterable[str]) -> set[str]:
        """Return which of the articles are staged already by a coder version."""
        ask = "select 1 from article where version = ? and key = ?"
        return {a for a in article_ids if self._db.execute(ask, (version, bytes.fromhex(a))).fetchone()}

    def stage(self, version: str, batch_id: str, article_ids: Iterable[str], outcome: Outcome) -> bool:
        """Note a batch whose staged files are in place; return True when it is staged for the first time ever."""
        with self._db:
            seq, is_fresh = self._db.execute(
                "select seq, is_fresh from batch where batch_id = ?", (batch_id,)
            ).fetchone()
            self._db.execute("update batch set is_fresh = 0 where seq = ?", (seq,))
            self._db.execute("insert into staged values (?, ?, ?, ?, ?)", (version, seq, *asdict(outcome).values()))
            articles = ((version, bytes.fromhex(article_id)) for article_id in article_ids)
            self._db.executemany("insert into article values (?, ?)", articles)
        return bool(is_fresh)

    def forget_version(self, version: str) -> None:
        """Drop what was noted of staging by one coder version, so that all of it is pending again."""
        with self._db:
            self._db.execute("delete from staged where version = ?", (version,))
            self._db.execute("delete from article where version = ?", (version,))

    def forget_other_versions(self, version: str) -> None:
        """Drop what was noted of staging by other coder versions."""
        with self._db:
            self._db.execute("delete from staged where version != ?", (version,))
            self._db.execute("delete from article where version != ?", (version,))

    def records(self) -> int:
        """Return how many distinct records have landed."""
        return int(self._db.execute("select coalesce(sum(records), 0) from batch").fetchone()[0])

    def totals(self, version: str) -> Outcome:
        """Return what became of all records under a coder version."""
        row = self._db.execute(
            "select coalesce(sum(accepted), 0), coalesce(sum(duplicates), 0), coalesce(sum(rejected), 0) "
            "from staged where version = ?", (version,),
        ).fetchone()  # fmt: skip
        return Outcome(*row)

    def publish(self, release: Release) -> None:
        """Note what is published now; only the last release matters here."""
        with self._db:
            self._db.execute("delete from release")
            counts = json.dumps(dict(release.table_counts))
            self._db.execute("insert into release values (?, ?, ?)", (release.run_id, release.fingerprint, counts))

    def release(self) -> Release | None:
        """Return what was published last, or None."""
        row = self._db.execute("select run_id, fingerprint, table_counts from release").fetchone()
        return Release(row[0], row[1], json.loads(row[2])) if row else None

    def _withdraw(self, keys: Collection[bytes]) -> None:
        for key in keys:
            (seq,) = self._db.execute("delete from record where key = ? returning seq", (key,)).fetchone()
            self._db.execute("insert into withdrawn (seq, key) values (?, ?)", (seq, key))
            self._db.execute("update batch set records = records - 1 where seq = ?", (seq,))
            self._db.execute("update staged set rejected = rejected - 1 where seq = ?", (seq,))

    def _batches(self, condition: str, *values: str) -> list[Batch]:
        ask = f"select batch_id, landed_at from batch where records > 0 and {condition} order by seq"
        rows = self._db.execute(ask, values)
        return [Batch(batch_id, datetime.fromisoformat(landed_at)) for batch_id, landed_at in rows]


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open the ledger, made when there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SCHEMA)
        _add_what_is_new(connection)
        yield Ledger(connection)
    finally:
        connection.close()


def _add_what_is_new(connection: sqlite3.Connection) -> None:
    """Give a ledger of an earlier version the column that it lacks."""
    columns = {name for _, name, *_ in connection.execute("pragma table_info(record)")}
    if "file" not in columns:
        connection.execute("alter table record add column file blob")
