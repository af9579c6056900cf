"""Which files are as they were when they were last read, so that they need not be read again.

What belongs here: looking at a file and comparing it with the ledger's note. What does not: reading it (``landing``).

A file is unchanged where its size and both its times are those noted (the second, of the last change of any kind,
cannot be set by a program), or else where its bytes are. Times of the last moments are not believed: a file may be
written to twice within one tick of the file system's clock.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from pipelines.building.ledger import Ledger
from pipelines.building.notes import FileNote, file_id
from pipelines.building.versions import text_hash
from pipelines.reading.paths import place_of
from pipelines.reading.source import Source, file_sha256

_TICK_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it is before it is read.

    Attributes:
        note: What to note of it once it is read to its end.
        known: What was noted when it was last read.
        is_unchanged: Whether it need not be read again.
    """

    note: FileNote
    known: FileNote | None
    is_unchanged: bool

    def after(self, records: int) -> list[FileNote]:
        """Return what is to be noted now that the file was read to its end, or need not be read; nothing if known."""
        note = replace(self.note, records=records)
        return [note] if note != self.known else []


def look(source: Source, ledger: Ledger, reading: str) -> Look:
    """Look at a file, its bytes only where its size and times do not settle it.

    Args:
        source: The file; it need not be there.
        ledger: Tells what was noted when it was last read.
        reading: How files are read now (``versions.reading_version``); read otherwise, a file counts as changed.
    """
    place = place_of(source)
    known = ledger.file(file_id(place, source.uri))
    stamp = _stamp(source, reading)
    if known and stamp and known.stamp == stamp:
        return Look(known, known, True)
    content = text_hash(reading, file_sha256(source.path))
    is_same = known is not None and known.content == content and source.path.is_file()
    return Look(FileNote(place, source.uri, stamp, content, known.records if known else 0), known, is_same)


def _stamp(source: Source, reading: str) -> str:
    try:
        state = source.path.stat()
    except OSError:
        return ""
    if time.time() - max(state.st_mtime, state.st_ctime) < _TICK_SECONDS:
        return ""
    return f"{reading}:{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}"
