"""Arithmetic of days that may be unknown.

What belongs here: bounds, gaps and widths over ``date | None``, where None is an open end. What does not: what they are
evidence of.
"""

from __future__ import annotations

from datetime import date, timedelta

MONTH = 31
UNKNOWN = 1 << 20  # days: further than anything


def dated(lo: date | None, hi: date | None) -> bool:
    """Tell whether a text says anything of the day."""
    return lo is not None or hi is not None


def width(lo: date | None, hi: date | None) -> int:
    """Return the days that bounds leave open beyond one; very many where an end is open."""
    return (hi - lo).days if lo and hi else UNKNOWN


def is_year(lo: date | None, hi: date | None) -> bool:
    """Tell whether bounds are those of a calendar year."""
    return lo is not None and (lo, hi) == (date(lo.year, 1, 1), date(lo.year, 12, 31))


def gap(a: date | None, b: date | None) -> int:
    """Return the days between two days; very many where one is unknown."""
    return abs(a - b) // timedelta(days=1) if a and b else UNKNOWN


def latest(a: date | None, b: date | None) -> date | None:
    """Return the later of two days, either of which may be open."""
    return max((d for d in (a, b) if d), default=None)


def earliest(a: date | None, b: date | None) -> date | None:
    """Return the earlier of two days, either of which may be open."""
    return min((d for d in (a, b) if d), default=None)
