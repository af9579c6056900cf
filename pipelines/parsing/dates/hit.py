"""The words of one date expression, and what a reading of them is.

What belongs here: the word classes and values of an expression, ready to be asked for. What does not: their meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.dates.spans import Span
from pipelines.parsing.dates.words import CODE

# A pair (past, future); either is None where the words allow no such reading.
Reading = tuple[Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Hit:
    """The words of one expression: their classes (one character each) and values, in order."""

    codes: str
    values: tuple[Any, ...]

    def all(self, *names: str) -> list[Any]:
        """Return the values of all words of these classes, in order."""
        wanted = {CODE[name] for name in names}
        return [value for code, value in zip(self.codes, self.values, strict=True) if code in wanted]

    def one(self, *names: str) -> Any:
        """Return the first value of a word of these classes, or None."""
        found = self.all(*names)
        return found[0] if found else None

    def has(self, *names: str) -> bool:
        """Say whether a word of one of these classes is in it."""
        return any(CODE[name] in self.codes for name in names)

    @property
    def months(self) -> list[int]:
        """The months named, 1 to 12."""
        return self.all("MON", "MAMB", "MABB")

    @property
    def year(self) -> int | None:
        """The year named in four digits, or None."""
        year: int | None = self.one("YEAR", "OLDYEAR")
        return year

    @property
    def count(self) -> int | None:
        """The count told ("two", "a", 14, "a dozen"), None for "few", "several" or nothing."""
        told: list[int] = self.all("CARD", "NUM", "DNUM", "COUPLE", "DOZEN") or self.all("AN")
        return None if self.has("VAGUE") or not told else told[0]

    @property
    def unit(self) -> str:
        """The last unit of time in it: day, week, month, year ...; a part of the day counts as a day."""
        if self.has("HALF", "QUARTER"):
            return str(self.one("HALF", "QUARTER"))
        return str((self.all("UNIT", "UNITS", "HOURS", "WKND", "TIME") or ["day"])[-1])


def both(span: Span) -> Reading:
    """Return a reading that no tense changes."""
    return span, span
