"""Reads the compact source files: fields apart by ``|``, lists by ``;``, comments by ``#``.

What belongs here: lines to fields, with the source in force (``# source: ...``). What does not: what fields mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a source file, its fields stripped; ``where`` is ``file:line`` for error messages."""

    fields: tuple[str, ...]
    source: str
    where: str


class SourceError(ValueError):
    """A source row that cannot be right; the message says where it stands."""


def read_lines(folder: Path, pattern: str, width: int) -> Iterator[SourceLine]:
    """Yield the rows of every file under ``folder`` that matches ``pattern``, in order, padded to ``width`` fields.

    Raises:
        SourceError: A row with more than ``width`` fields, or one before any ``# source:`` line.
    """
    for path in sorted(folder.glob(pattern)):
        yield from _read_file(path, width)


def _read_file(path: Path, width: int) -> Iterator[SourceLine]:
    source = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            source = line.removeprefix("# source:").strip() if line.startswith("# source:") else source
            continue
        if not line.strip():
            continue
        fields = tuple(part.strip() for part in line.split("|"))
        where = f"{path.name}:{number}"
        if len(fields) > width or not source:
            raise SourceError(f"{where}: {len(fields)} fields (at most {width}), source {source!r}: {line}")
        yield SourceLine(fields + ("",) * (width - len(fields)), source, where)


def items(text: str) -> list[str]:
    """Split a ``;`` list, leaving out what is empty."""
    return [part.strip() for part in text.split(";") if part.strip()]
