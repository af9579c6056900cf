"""The reference tables as Python reads them: each CSV of ``seeds/reference`` once, as rows of strings.

What belongs here: finding, reading and keeping the tables, and one memory for what is compiled from them. What does
not: what any table means (the module that uses a table compiles it). Reads files and nothing else.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "reference"

Row = dict[str, str]
_T = TypeVar("_T")


@dataclass(eq=False)
class Reference:
    """A folder of reviewed CSV tables.

    Attributes:
        folder: Where the tables lie.
        tables: The tables read so far, by name without ``.csv``; tests may put small ones here.
    """

    folder: Path = FOLDER
    tables: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    _compiled: dict[Callable[[Reference], Any], Any] = field(default_factory=dict, repr=False)

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return a table's rows, column name to text, in the file's order; none when there is no such table."""
        if name not in self.tables:
            path = self.folder / f"{name}.csv"
            self.tables[name] = _read(path) if path.is_file() else ()
        return self.tables[name]

    def compiled(self, build: Callable[[Reference], _T]) -> _T:
        """Return what ``build`` makes of this reference; made once and kept."""
        if build not in self._compiled:
            self._compiled[build] = build(self)
        made: _T = self._compiled[build]
        return made

    def version(self) -> str:
        """Return a short hash of all tables in the folder: the same content, the same version."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.csv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]


def _read(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@lru_cache(maxsize=4)
def load_reference(folder: Path = FOLDER) -> Reference:
    """Return the reference in a folder: one object for each folder, however often it is asked for."""
    return Reference(folder)
