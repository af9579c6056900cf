"""Calendar arithmetic on spans of days: weeks, months, quarters, seasons, decades, and parts of them.

What belongs here: pure arithmetic. What does not: words. A span is (first day, last day, precision); both days
inclusive; weeks run Monday to Sunday.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

Span = tuple[date, date, str]
Part = Callable[[date], Span]


def days(first: date, last: date, precision: str = "range") -> Span:
    """Return the span of two days in order; one day has precision ``day``."""
    if last < first:
        first, last = last, first
    return (first, last, "day") if first == last else (first, last, precision)


def shift(day: date, n: int) -> date:
    """Return the day ``n`` days on, held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + n, date.min.toordinal()), date.max.toordinal()))


def month(year: int, number: int) -> Span:
    """Return a month; ``number`` may run past 1..12 and carries into the year."""
    year, index = year + (number - 1) // 12, (number - 1) % 12 + 1
    year = min(max(year, MINYEAR), MAXYEAR)
    return date(year, index, 1), date(year, index, monthrange(year, index)[1]), "month"


def year(number: int, years: int = 1) -> Span:
    """Return a calendar year, or several from that one on."""
    first = min(max(number, MINYEAR), MAXYEAR)
    return date(first, 1, 1), date(min(first + years - 1, MAXYEAR), 12, 31), "year" if years == 1 else "range"


def one_day(day: date) -> Span:
    """Return a day as a span."""
    return day, day, "day"


def month_of(day: date) -> Span:
    """Return the month that a day is in."""
    return month(day.year, day.month)


def year_of(day: date) -> Span:
    """Return the year that a day is in."""
    return year(day.year)


def week(day: date, offset: int = 0) -> Span:
    """Return the week of a day, or the one ``offset`` weeks on."""
    monday = shift(day, -day.weekday() + 7 * offset)
    return monday, shift(monday, 6), "week"


def quarter(of_year: int, number: int) -> Span:
    """Return quarter 1 to 4 of a year."""
    return month(of_year, 3 * number - 2)[0], month(of_year, 3 * number)[1], "quarter"


def half(of_year: int, number: int) -> Span:
    """Return half 1 or 2 of a year."""
    return month(of_year, 6 * number - 5)[0], month(of_year, 6 * number)[1], "range"


def season(of_year: int, first_month: int) -> Span:
    """Return the season that starts in ``first_month`` (northern names; a winter runs into the next year)."""
    return month(of_year, first_month)[0], month(of_year, first_month + 2)[1], "quarter"


def add_months(day: date, n: int) -> date:
    """Return the same day ``n`` months on, or the month's last day where it has no such day."""
    first, last, _ = month(day.year, day.month + n)
    return first.replace(day=min(day.day, last.day))


def edge(span: Span, which: str | None) -> Span:
    """Return the early, mid or late third of a span (weeks and months by days, years and decades by months)."""
    if which is None:
        return span
    first, last, _ = span
    third = ((last - first).days + 1) / 3
    cuts = {
        "early": (0, round(third) - 1),
        "mid": (round(third), round(2 * third) - 1),
        "late": (round(2 * third), (last - first).days),
    }
    low, high = cuts[which]
    return days(first + timedelta(low), first + timedelta(high))


def closing(span: Span, which: str) -> Span:
    """Return the ``late`` (end), ``early`` (beginning) or ``mid`` stretch of a span: a quarter of it, at most 31
    days.
    """
    first, last, _ = span
    stretch = min(30, max(1, (last - first).days // 4))
    if which == "late":
        return days(shift(last, -stretch), last)
    return days(first, shift(first, stretch)) if which == "early" else edge(span, "mid")


def union(a: Span, b: Span) -> Span:
    """Return the smallest span that holds both."""
    if a == b:
        return a
    return days(min(a[0], b[0]), max(a[1], b[1]))
