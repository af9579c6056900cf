"""What the ledger notes, and what it knows things by: batches, files, outcomes, releases.

What belongs here: the notes as records, and identities that follow from what they stand for. What does not: keeping
them and asking for them (``ledger``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that landed together. ``batch_id`` follows from what they are, ``landed_at`` (UTC) is when they came."""

    batch_id: str
    landed_at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of records: accepted as articles, exact duplicates of one, or rejected."""

    accepted: int = 0
    duplicates: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Release:
    """A published release: the run, the fingerprint of all that went into it, and its rows per table."""

    run_id: str
    fingerprint: str
    table_counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file that was read to its end.

    Attributes:
        place: Where it lies: its path on this machine, or its address in an object store.
        uri: What it is called in the warehouse.
        stamp: What the file system tells of it (``files.look``); empty where that does not settle anything.
        content: Hash of its bytes and of how files were read then.
        records: How many records it held.
    """

    place: str
    uri: str
    stamp: str
    content: str
    records: int

    @property
    def file_id(self) -> bytes:
        """What the ledger knows the file by (8 bytes)."""
        return file_id(self.place, self.uri)


def file_id(place: str, uri: str) -> bytes:
    """Return the identity of a file (8 bytes): where it lies and what it is called."""
    return sha256(f"{place}\0{uri}".encode("utf-8", "surrogatepass")).digest()[:8]


def record_key(source_uri: str, raw_sha256: str) -> bytes:
    """Return the identity of a record (16 bytes): the same bytes from the same place are one record."""
    return sha256(f"{source_uri}\0{raw_sha256}".encode()).digest()[:16]
