"""Date expressions that name their month, season or year: what each form means on a day of publication.

What belongs here: one small function per form, from its words and a day to a past and a future reading. What does not:
weekdays and whatever is told from the publication or another date (``relative``); finding the expressions
(``grammar``).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pipelines.parsing.dates import spans
from pipelines.parsing.dates.hit import Hit, Reading, both
from pipelines.parsing.dates.spans import Span


def safe_day(year: int, month: int, day: int) -> Span:
    """Return a day; where the month has no such day, the whole month."""
    whole = spans.month(year, month)
    return spans.days(whole[0].replace(day=day), whole[0].replace(day=day)) if day <= whole[1].day else whole


def iso(hit: Hit, _: date) -> Reading:
    """2019-11-28."""
    month, day = hit.all("DNUM")
    return both(safe_day(hit.one("YEAR"), min(month, 12), day))


def numeric(hit: Hit, _: date) -> Reading:
    """11/28/2019, month first; 28/11/2019 where only that can be; both where either can."""
    a, b, *rest = hit.all("DNUM", "NUM")
    year = hit.one("YEAR") or (2000 + rest[0] if rest[0] < 50 else 1900 + rest[0])
    readings = [safe_day(year, month, day) for month, day in {(a, b), (b, a)} if month <= 12 and day <= 31]
    return both(spans.union(readings[0], readings[-1])) if readings else both(spans.year(year))


def _yearless(make: Any, day: date) -> Reading:
    """Return the last such span that has begun by ``day`` and the first that has not ended."""
    candidates = [make(day.year + n) for n in (-1, 0, 1)]
    past = [span for span in candidates if span[0] <= day]
    future = [span for span in candidates if span[1] >= day]
    return past[-1], future[0]


def _year_offset(hit: Hit) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    return -1 if hit.has("LAST") else 1 if hit.has("NEXT") else 0


def month_day(hit: Hit, day: date) -> Reading:
    """Nov. 28; Nov 28, 2019; 28 November; the 12th of January 2015; the fourth of July."""
    month, number, year = hit.months[0], max(hit.one("DNUM", "ORD", "QORD"), 1), hit.year
    if year:
        return both(safe_day(year, month, number))
    return _yearless(lambda of_year: safe_day(of_year, month, number), day)


def day_range(hit: Hit, day: date) -> Reading:
    """May 23-25; from March 3 to April 5, 2017; 3 and 5 May."""
    months, numbers, year = hit.months, hit.all("DNUM", "ORD"), hit.year

    def make(of_year: int) -> Span:
        return spans.union(safe_day(of_year, months[0], numbers[0]), safe_day(of_year, months[-1], numbers[-1]))

    return both(make(year)) if year else _yearless(make, day)


def month(hit: Hit, day: date) -> Reading:
    """In March; early March; mid-March 2014; last January; next April; May 2012."""
    composite = hit.one("EMON")
    which, number = composite or (hit.one("EDGE", "END", "START", "MIDDLE"), hit.months[0])
    cut = spans.closing if hit.has("END", "START", "MIDDLE") else spans.edge

    def make(of_year: int) -> Span:
        whole = spans.month(of_year, number)
        return cut(whole, which) if which else whole

    if hit.year:
        return both(make(hit.year))
    if hit.has("UNIT"):  # "June last year"
        return both(make(day.year + _year_offset(hit)))
    if hit.has("LAST"):
        return make(day.year if number < day.month else day.year - 1), None
    if hit.has("NEXT", "COMING"):
        return None, make(day.year if number > day.month else day.year + 1)
    if hit.has("THIS"):
        return both(make(day.year))
    if which is None:
        return _yearless(make, day)
    whole_past, whole_future = _yearless(lambda of_year: spans.month(of_year, number), day)
    return make(whole_past[0].year), make(whole_future[0].year)  # type: ignore[index]


def month_range(hit: Hit, day: date) -> Reading:
    """From March to May 2015; between June and September."""
    first, last = hit.months[0], hit.months[-1]

    def make(of_year: int) -> Span:
        start = of_year if first <= last else of_year - 1
        return spans.days(spans.month(start, first)[0], spans.month(of_year, last)[1])

    return both(make(hit.year)) if hit.year else _yearless(make, day)


def season(hit: Hit, day: date) -> Reading:
    """Last summer; the fall of 2015; this spring."""
    number = hit.one("SEASON", "FALL")
    which = hit.one("EDGE")

    def make(of_year: int) -> Span:
        return spans.edge(spans.season(of_year, number), which)

    if hit.year:
        return both(make(hit.year))
    if hit.has("UNIT") or hit.has("THIS"):
        return both(make(day.year + _year_offset(hit)))
    past, future = _yearless(make, day)
    if hit.has("LAST"):
        return (past if past[1] < day else make(past[0].year - 1)), None  # type: ignore[index]
    return (None, future) if hit.has("NEXT", "COMING") else (past, future)


def years(hit: Hit, _: date) -> Reading:
    """2014; mid-2016; early 2017; the end of 2014."""
    which, number = hit.one("EYEAR") or (hit.one("EDGE", "END", "START", "MIDDLE"), hit.one("YEAR", "OLDYEAR"))
    if which and hit.has("END", "START", "MIDDLE"):
        return both(spans.closing(spans.year(number), which))
    return both(spans.edge(spans.year(number), which))


def year_range(hit: Hit, _: date) -> Reading:
    """From 2011 to 2014; 2011-14; between 2011 and 2014."""
    first, *rest = hit.all("YEAR", "OLDYEAR", "DNUM", "NUM")
    last = rest[0] if rest[0] > 999 else first - first % 100 + rest[0]
    return both(spans.days(spans.year(first)[0], spans.year(max(first, last))[1]))


def decade(hit: Hit, _: date) -> Reading:
    """The 1990s; the early 1970s; mid-1980s."""
    which, number = hit.one("EDECADE") or (hit.one("EDGE"), hit.one("DECADE"))
    return both(spans.edge(spans.year(number, 10), which))


def quarter(hit: Hit, day: date) -> Reading:
    """The first quarter of 2017; the second half of the year; the fourth quarter."""
    size, make = (4, spans.quarter) if hit.has("QUARTER") else (2, spans.half)
    number = hit.one("QORD")
    number = size if number == -1 else min(number, size)
    if hit.has("YEAR"):
        return both(make(hit.one("YEAR"), number))
    if hit.has("LAST", "NEXT", "THIS"):
        return both(make(day.year + _year_offset(hit), number))
    return _yearless(lambda of_year: make(of_year, number), day)


def part_of_month(hit: Hit, day: date) -> Reading:
    """The second half of October; the first week of May 2015; the last day of the month named."""
    number = -1 if hit.has("LAST") else hit.one("QORD")
    size = {"day": 1, "week": 7, "half": 15}.get(hit.unit, 31)

    def make(of_year: int) -> Span:
        first, last, _ = spans.month(of_year, hit.months[0])
        start = spans.shift(last, 1 - size) if number == -1 else spans.shift(first, size * (number - 1))
        end = last if number == -1 or (hit.unit == "half" and number > 1) else spans.shift(start, size - 1)
        return spans.days(max(start, first), min(end, last))

    return both(make(hit.year)) if hit.year else _yearless(make, day)


def day_of_month(hit: Hit, day: date) -> Reading:
    """On the 28th."""
    number = hit.one("ORD")
    candidates = [safe_day(*divmod_month(day, n), number) for n in (-1, 0, 1)]
    return [c for c in candidates if c[0] <= day][-1], next(c for c in candidates if c[1] >= day)


def divmod_month(day: date, n: int) -> tuple[int, int]:
    """Return the year and month ``n`` months from a day's."""
    first = spans.month(day.year, day.month + n)[0]
    return first.year, first.month
