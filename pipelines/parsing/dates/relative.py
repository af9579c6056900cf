"""Date expressions told from the day of publication or from another date: what each form means there.

What belongs here: weekdays, weekends, "last month", "two years ago", "in recent weeks", and "a day earlier" beside an
anchor. What does not: forms that name a month or year (``named``); finding the expressions (``grammar``).
"""

from __future__ import annotations

from datetime import date

from pipelines.parsing.dates import spans
from pipelines.parsing.dates.hit import Hit, Reading, both
from pipelines.parsing.dates.spans import Span

# How far a count of units that is not told can reach ("a few weeks ago", "recent months"): days from and to.
_VAGUE_AGO = {"day": (2, 7), "week": (10, 35), "month": (60, 240), "year": (700, 2600), "decade": (7000, 18000)}
_VAGUE_REACH = {"day": 7, "week": 35, "month": 180, "year": 1826, "decade": 10957, "hour": 1}
_UNIT_DAYS = {
    "hour": 0,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36524,
}
_FEW = 5
_SUNDAY = 6
# "Earlier this year" is not said of the last days, which have names of their own: days before publication that it
# spares.
_RECENT = {"week": 1, "month": 3, "year": 14}


def weekday(hit: Hit, day: date) -> Reading:
    """Tuesday; last Tuesday (before today); next Tuesday (after today); this coming Friday."""
    back = (day.weekday() - hit.one("WDAY", "WABB")) % 7
    if hit.has("LAST", "PAST", "PREV"):
        last = spans.shift(day, -(back or 7))
        return spans.days(last, last), None
    ahead = spans.shift(day, (-back) % 7 or (7 if hit.has("NEXT") else 0))
    behind = spans.shift(day, -back)
    future = spans.days(ahead, ahead)
    return (None, future) if hit.has("NEXT", "COMING") else (spans.days(behind, behind), future)


def weekday_of_week(hit: Hit, day: date) -> Reading:
    """Tuesday last week; Monday of this week; Friday next week."""
    offset = -1 if hit.has("LAST") else 1 if hit.has("NEXT") else 0
    found = spans.shift(period_at("week", day, offset)[0], hit.one("WDAY"))
    return both(spans.days(found, found))


def weekday_range(hit: Hit, day: date) -> Reading:
    """From Monday to Wednesday; Friday through Sunday."""
    first, last = hit.all("WDAY")
    length = (last - first) % 7
    end = spans.shift(day, -((day.weekday() - last) % 7))
    start = spans.shift(day, (first - day.weekday()) % 7)
    return spans.days(spans.shift(end, -length), end), spans.days(start, spans.shift(start, length))


def deictic(hit: Hit, day: date) -> Reading:
    """Today, yesterday, tomorrow; the day before yesterday; the day after tomorrow."""
    offset = hit.one("TODAY")
    offset += (-1 if hit.has("BEFORE") else 1) if hit.has("BEFORE", "AFTER") else 0
    found = spans.days(spans.shift(day, offset), spans.shift(day, offset))
    return (found, None) if offset < 0 else (None, found) if offset > 0 else both(found)


def overnight(_: Hit, day: date) -> Reading:
    """Overnight: the night before publication, or the one that follows."""
    return spans.days(spans.shift(day, -1), day), spans.days(day, spans.shift(day, 1))


def last_part(_: Hit, day: date) -> Reading:
    """Last night."""
    return spans.days(spans.shift(day, -1), spans.shift(day, -1)), None


def this_part(_: Hit, day: date) -> Reading:
    """Earlier this morning, this evening."""
    return both(spans.days(day, day))


def weekend(hit: Hit, day: date) -> Reading:
    """The weekend, this weekend, last weekend, next weekend."""
    saturday = spans.shift(day, -((day.weekday() - 5) % 7))
    inside = day.weekday() >= 5
    past, ahead = _weekend(saturday), _weekend(saturday if inside else spans.shift(saturday, 7))
    if hit.has("LAST"):
        return (_weekend(spans.shift(saturday, -7)) if inside else past), None
    if hit.has("NEXT"):
        return None, (_weekend(spans.shift(saturday, 7)) if inside else ahead)
    if hit.has("COMING"):
        return None, ahead
    return (past, None) if hit.has("PAST") else (past, ahead)


def _weekend(saturday: date) -> Span:
    return spans.days(saturday, spans.shift(saturday, 1))


def period_at(unit: str, day: date, offset: int) -> Span:
    """Return the calendar unit that holds a day, or the one ``offset`` units on."""
    if unit == "week":
        if offset == -1 and day.weekday() == _SUNDAY:  # "last week" of a Sunday's paper has only just ended
            return spans.shift(day, -6), spans.shift(day, -1), "week"
        return spans.week(day, offset)
    if unit == "month":
        return spans.month(day.year, day.month + offset)
    if unit == "quarter":
        carried = day.year * 4 + (day.month - 1) // 3 + offset
        return spans.quarter(carried // 4, carried % 4 + 1)
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return spans.year((day.year // size + offset) * size, size)
    if unit == "fortnight":
        return spans.days(spans.shift(day, 14 * offset), spans.shift(day, 14 * offset + 13))
    return spans.days(spans.shift(day, offset), spans.shift(day, offset))


def period(hit: Hit, day: date) -> Reading:
    """Last month; this week; late last year; earlier this month; by the end of the year."""
    offset = -1 if hit.has("LAST", "PREV") else 1 if hit.has("NEXT", "COMING", "FOLL") else 0
    whole = period_at(hit.unit, day, offset)
    if hit.has("END", "START", "MIDDLE"):
        whole = spans.closing(whole, hit.one("END", "START", "MIDDLE"))
    elif hit.has("EDGE"):
        whole = spans.edge(whole, hit.one("EDGE"))
    past = None if offset > 0 or hit.has("LATER") else whole
    if hit.has("EARLIER") and whole[0] < day:
        past = spans.days(whole[0], max(whole[0], spans.shift(day, -_RECENT.get(hit.unit, 1))), whole[2])
    return past, (None if offset < 0 or hit.has("EARLIER") else whole)


def reach(hit: Hit, day: date) -> Reading:
    """The past three days; the next two weeks; recent months; the coming year."""
    unit, number = hit.unit, hit.count
    if number is None:
        singular = hit.has("UNIT")
        size = _UNIT_DAYS[unit] if singular else _VAGUE_REACH.get(unit, _UNIT_DAYS[unit] * _FEW)
        size = _UNIT_DAYS[unit] * _FEW if hit.has("VAGUE") else size
        past, future = spans.shift(day, -size), spans.shift(day, size)
    else:
        past, future = step(day, unit, -number), step(day, unit, number)
    if hit.has("NEXT", "COMING", "WITHIN", "FOLL"):
        return None, spans.days(day, future)
    return spans.days(past, day), None


def step(day: date, unit: str, n: int) -> date:
    """Return the day ``n`` units on."""
    if unit == "hour":
        return spans.shift(day, (n > 0) - (n < 0))
    if unit in ("month", "year"):
        return spans.add_months(day, n if unit == "month" else 12 * n)
    return spans.shift(day, n * _UNIT_DAYS.get(unit, 1))


def around(day: date, unit: str, n: int) -> Span:
    """Return where "n units" on from a day leads, as wide as such words are meant: years by the year, weeks to a few
    days.
    """
    there = step(day, unit, n)
    if unit == "day":
        return spans.days(there, there)
    if unit == "hour":
        return spans.days(day, there if abs(n) >= 12 else day)
    if unit == "year":
        return spans.year(there.year)
    if unit == "month" and abs(n) > 1:
        return spans.month(there.year, there.month)
    slack = {"week": 3, "fortnight": 3, "month": 10}.get(unit, _UNIT_DAYS.get(unit, 1) // 2)
    return spans.days(spans.shift(there, -slack), spans.shift(there, slack))


def vague(day: date, unit: str, sign: int) -> Span:
    """Return where "some units" before (-1) or after (1) a day leads."""
    near, far = _VAGUE_AGO.get(unit, (0, 1))
    return spans.days(spans.shift(day, sign * near), spans.shift(day, sign * far))


def ago(hit: Hit, day: date) -> Reading:
    """Two years ago; a month ago; a few days ago; less than a week ago; decades ago."""
    if hit.count is None:
        return vague(day, hit.unit, -1), None
    if "less" in hit.all("MORE"):
        return spans.days(step(day, hit.unit, -hit.count), day), None
    if hit.has("THIS"):
        there = step(day, hit.unit, -hit.count)
        return (spans.month(there.year, there.month) if hit.unit == "year" else around(day, hit.unit, -hit.count)), None
    return around(day, hit.unit, -hit.count), None


def ahead(hit: Hit, day: date) -> Reading:
    """In two weeks; in a few days (the past reading of these words is a duration, no date)."""
    return None, vague(day, hit.unit, 1) if hit.count is None else around(day, hit.unit, hit.count)


def _anchor_sign(hit: Hit) -> int:
    if hit.has("EARLIER", "BEFORE", "PREV"):
        return -1
    return 1 if hit.has("LATER", "AFTER", "FOLL", "NEXT") else 0


def anchored(hit: Hit, anchor: Span) -> Span:
    """Return what "a day earlier", "two weeks later", "that month" mean beside an anchor (another date of the text)."""
    if hit.has("TIME"):  # "at the time"
        return anchor
    first, last, _ = anchor
    if hit.months:  # "in August of that year"
        return spans.month(first.year, hit.months[0])
    sign = 0 if hit.has("IN") else _anchor_sign(hit)  # "earlier in the day": the same one
    if sign == 0:
        inside = period_at(hit.unit, first, 0)
        return anchor if inside[0] <= first and last <= inside[1] and hit.unit == "day" else inside
    if hit.has("THE") and hit.unit in ("week", "month", "year"):
        return spans.union(period_at(hit.unit, first, sign), period_at(hit.unit, last, sign))
    number = hit.count if hit.count is not None or hit.has("VAGUE", "UNITS", "HOURS") else 1
    at = (vague(d, hit.unit, sign) if number is None else around(d, hit.unit, sign * number) for d in (first, last))
    return spans.union(*at)


def gap(hit: Hit, anchor: Span) -> Span:
    """Return where the clause after "two days before" / "a year after" / "a year since" stands when the main clause
    stands at the anchor.
    """
    number, sign = hit.count, 1 if hit.has("BEFORE") else -1
    at = (vague(d, hit.unit, sign) if number is None else around(d, hit.unit, sign * number) for d in anchor[:2])
    return spans.union(*at)
