"""Feast days that news dates acts by: "on Christmas Day", "on New Year's Eve", "on Easter Sunday".

What belongs here: the day that each has in a year. What does not: finding them (``grammar``); feasts of other calendars
and days that are another one in each country ("Independence Day").
"""

from __future__ import annotations

from datetime import date

from dateutil.easter import easter

from pipelines.parsing.dates import spans
from pipelines.parsing.dates.hit import Hit, Reading, both
from pipelines.parsing.dates.spans import Span

# Month and day of those that never move.
FIXED = {"christmas": (12, 25), "boxing": (12, 26), "halloween": (10, 31), "valentine": (2, 14), "bastille": (7, 14)}
_THURSDAY, _SUNDAY = 3, 6
_NOVEMBER = 11


def feast(hit: Hit, day: date) -> Reading:
    """Christmas Eve; Christmas Day 2009; New Year's Eve; Easter Sunday; Good Friday; Thanksgiving; last Christmas."""

    def make(of_year: int) -> Span:
        found = _day(hit, of_year)
        return found, found, "day"

    if hit.year:
        return both(make(hit.year))
    days = [make(day.year + n) for n in (-2, -1, 0, 1)]
    past = [span for span in days if span[0] <= day]
    future = next(span for span in days if span[0] >= day)
    return (None, future) if hit.has("NEXT", "COMING") else (past[-1], None if hit.has("LAST") else future)


def _day(hit: Hit, year: int) -> date:
    name = hit.one("FEAST", "GOOD", "NEW")
    if name == "new":
        return date(year, 12, 31) if hit.has("EVE") else date(year, 1, 1)
    if name in FIXED:
        return spans.shift(date(year, *FIXED[name]), -1 if hit.has("EVE") else 0)
    if name == "thanksgiving":
        first = date(year, _NOVEMBER, 1)
        return spans.shift(first, (_THURSDAY - first.weekday()) % 7 + 21)
    sunday, weekday = easter(year), hit.one("WDAY")
    if name == "easter":
        return sunday if weekday in (None, _SUNDAY) else spans.shift(sunday, weekday + 1)  # "Easter Monday"
    return spans.shift(sunday, weekday - _SUNDAY - (7 if name == "palm" else 0))  # "Good Friday", "Palm Sunday"
