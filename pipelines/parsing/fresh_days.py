"""What the days that a text tells as news say of its own day of writing.

What belongs here: windows of days, and narrowing one by a dateline, a post, a weekday or a day of the lead. What does
not: terms of office, history and events (``published``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from pipelines.parsing.dates import DateExpression, find_dates
from pipelines.parsing.dates.named import safe_day
from pipelines.parsing.document import Doc
from pipelines.parsing.told_tense import tense_of
from pipelines.records import DateBounds

_LEAD, _FRESH, _FEW_DAYS = 3, 2, 7  # sentences; days on which a day is news; days that a weekday tells apart
_TOP = 5  # sentences, the page's furniture among them
_TAKEN_UP = 5  # days that a post keeps being quoted; a day before, for its date may be that of another zone


class Window(NamedTuple):
    """Days between which something holds, both inclusive, None where open."""

    first: date | None
    last: date | None

    def meet(self, other: Window) -> Window:
        """Return the days that both hold; ``empty`` says whether there are any."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Window(max(firsts, default=None), min(lasts, default=None))

    @property
    def empty(self) -> bool:
        """Whether no day is left."""
        return bool(self.first and self.last and self.first > self.last)


def beside_posts(dates: Iterable[DateExpression]) -> Window:
    """Return the days around the newest post that the page shows: news takes up what is fresh."""
    newest = max((f.named.latest for f in dates if f.kind == "stamp" and f.named.latest), default=None)
    return Window(newest - timedelta(1), newest + timedelta(_TAKEN_UP)) if newest else Window(None, None)


def by_next_month(doc: Doc, dates: Iterable[DateExpression], window: Window) -> Window:
    """Let "next April" close a window that is open above: it is the first April after the freshest fact of the text.

    Holds only where that fact is fresh, which a month with its year is and a year alone is not.
    """
    fresh = [f for f in dates if f.kind == "absolute" and f.named.precision in ("month", "day")]
    if window.first is None or window.last is not None or not fresh:
        return window
    if max(f.named.latest for f in fresh if f.named.latest) + timedelta(1) < window.first:
        return window
    eve = DateBounds(window.first, window.first, "day")
    ahead = [f.future.earliest for f in find_dates(doc, eve) if f.form == "month_edge" and f.hint == "future"]
    return window.meet(Window(None, min(filter(None, ahead)) - timedelta(1))) if any(ahead) else window


def by_dateline(dates: Iterable[DateExpression], window: Window) -> Window:
    """Let the day of a dateline be the day of writing: "CAIRO, March 4 (Savanna) -", where only one year fits."""
    told = next((f for f in dates if f.kind == "dateline" and f.form in ("month_day", "day_month")), None)
    if told is None:
        return window
    fitting = _days_within(told, window)
    return Window(fitting[0], fitting[0]) if len(fitting) == 1 else window


def by_day(doc: Doc, dates: Iterable[DateExpression], window: Window) -> Window:
    """Let a window begin on the day that a lead tells as past without its year, where it holds that day only once: "the
    visit of March 4"; what is months longer ago is told with the year.
    """
    told = next((f for f in dates if _is_told_at_the_top(doc, f)), None)
    fitting = _days_within(told, window) if told else []
    return window.meet(Window(fitting[0], None)) if len(fitting) == 1 else window


def _is_told_at_the_top(doc: Doc, found: DateExpression) -> bool:
    top = found.kind == "calendar" and doc.sentence_at(found.token_start) < _TOP and found.relation is None
    return (
        top and found.form in ("month_day", "day_month") and tense_of(doc, found.token_start, found.token_end) == "past"
    )


def _days_within(told: DateExpression, window: Window) -> list[date]:
    """Return the days that a day and a month can be within a window that both ends of are known."""
    year, number = told.hit.one("YEAR"), told.hit.one("DNUM", "ORD", "QORD")
    ends = [end.year for end in window if end]
    years = [year] if year else range(ends[0], ends[1] + 1) if len(ends) == len(window) else []
    days = (day for y in years for day in safe_day(y, told.hit.months[0], max(number, 1))[:1])
    return [day for day in days if not window.meet(Window(day, day)).empty]


def by_weekday(doc: Doc, dates: Iterable[DateExpression], window: Window) -> Window:
    """Let the first weekday that a lead tells as past narrow a few days: news is of that day or of the one before."""
    lead = (f for f in dates if f.form == f.kind == "weekday" and doc.sentence_at(f.token_start) < _LEAD)
    told = next((f for f in lead if tense_of(doc, f.token_start, f.token_end) == "past"), None)
    if told is None or window.first is None or window.last is None or (window.last - window.first).days > _FEW_DAYS:
        return window
    days = [window.first + timedelta(n) for n in range((window.last - window.first).days + 1)]
    fitting = [day for day in days if (day.weekday() - told.hit.one("WDAY", "WABB")) % 7 < _FRESH]
    return Window(fitting[0], fitting[-1]) if fitting else window
