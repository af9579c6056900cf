"""When an act began and when it ended, from the expression that dates it and from one that tells its end.

What belongs here: reading "from May 23 to 25" and "until Friday" as two ends. What does not: which expression dates an
act (``when``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipelines.parsing.circumstances.when import DateOption
from pipelines.parsing.dates import DateExpression, spans
from pipelines.records import AHEAD, DateBounds

# Forms of two dates, each with what one of them is.
_RANGES = {
    **dict.fromkeys(("days_of_months", "days_of_month", "days_months", "days_month", "weekday_range"), spans.one_day),
    "month_range": spans.month_of,
    "year_range": spans.year_of,
}
_ITS_END = {"here", "relation=until", "verbs=right0"}  # after the wording, with no other verb between
_NOT_ITS_END = {"clause=right", "quote_between"}


def phases(
    chosen: DateOption | None, options: Iterable[DateOption], status: str, published: DateBounds
) -> tuple[DateBounds, DateBounds]:
    """Return the bounds of an act's beginning and of its end, as far as told.

    Args:
        chosen: The option that dates the act, or None.
        options: All expressions around it.
        status: Of the act; what is planned or proposed lies ahead.
        published: Bounds of the publication.
    """
    last_day = next((o for o in options if _tells_end(o)), None)
    ended = _end(last_day.expression, status) if last_day is not None else DateBounds()
    if chosen is None:
        return DateBounds(), ended
    bounds, e = chosen.bounds(status in AHEAD), chosen.expression
    if chosen is last_day:
        return _settled(DateBounds(None, bounds.latest)), ended
    if e.form in _RANGES and not e.hit.has("AND") and bounds.earliest and bounds.latest:
        part = _RANGES[e.form]
        first, last = DateBounds(*part(bounds.earliest)), DateBounds(*part(bounds.latest))
        # What is cut at the publication may go on.
        return first, DateBounds() if bounds.latest == published.latest else last
    return _settled(bounds), ended


def _tells_end(option: DateOption) -> bool:
    return option.cues >= _ITS_END and option.cues.isdisjoint(_NOT_ITS_END)


def _end(e: DateExpression, status: str) -> DateBounds:
    """What is under way ends ahead; of what is over, only an end that means the same in either tense is sure."""
    if status in AHEAD or status == "ongoing":
        return _settled(e.resolve(True))
    return e.past if e.past == e.future else DateBounds()


def _settled(bounds: DateBounds) -> DateBounds:
    """Open on one side ("by the end of 2024") is a range."""
    if bounds.precision == "unknown" and (bounds.earliest or bounds.latest):
        return replace(bounds, precision="range")
    return bounds
