"""When an article was published, as far as its record, its address and its dateline tell.

What belongs here: the forms that dates take in metadata and urls, and which of them to believe. What does not: dates
told in the text, and terms of office (the coder's business).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from pipelines.records import DateBounds

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = rf"(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
_ISO = re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?(?![\d/-])")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?\d{4,6}Z?)?$")
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?$")
_DAY_FIRST = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-\s]+(?:of )?{_NAMES},?[-\s]+(?P<y>\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"\b{_NAMES}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,|\s)[^\n]{{0,25}}?\b(?P<y>(?:18|19|20)\d\d)\b", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"{_NAMES},?\s+(?P<y>\d{{4}})", re.IGNORECASE)
_SLASHED = re.compile(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4}|\d{2})(?!\d)")
_URL_DAY = re.compile(
    rf"[/_-](?P<y>(?:19|20)\d\d)[/-](?:(?P<m>\d{{1,2}})|{_NAMES})[/-](?P<d>\d{{1,2}})(?=[/_.-]|$)", re.IGNORECASE
)
_URL_COMPACT = re.compile(r"[/_-](?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/_.-]|$)")
# Stamps that publishers end their addresses with: seconds since 1970 (Dow Jones, of late with a 1 before them), the
# time of day behind a day of two-figure parts (Al Jazeera), and Reuters' number of a story, whose day stands behind it
# or is its first three signs, to the base 36, from 2013 on.
_URL_SECONDS = re.compile(r"-1?(?P<seconds>1\d{9})(?:\.html)?$")
_URL_STAMP = re.compile(r"-(?P<y>\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)[0-2]\d[0-5]\d[0-5]\d\d{3}\.html$")
_URL_REUTERS = re.compile(r"-id[A-Z]{2}[A-Z]{2}N(?P<days>[0-9][0-9A-Z]{2})[0-9A-Z]{2,3}(?P<day>20\d{6})?$")
_NEW_YORK = 5 * 3600  # seconds behind UTC
_REUTERS_BEGAN = date(2013, 1, 1)
_REUTERS_LAG = 2  # days from a story's first line to the text as it stands
_URL_MONTH = re.compile(rf"/(?P<y>(?:19|20)\d\d)/(?:(?P<m>\d{{1,2}})|{_NAMES})/", re.IGNORECASE)
_FIRST_YEAR = 1800
_EPOCH_ZERO = date(1970, 1, 1)
_CENTURY_PIVOT = 70


def month_number(name: str) -> int:
    """Return 1 to 12 for an English month's name or abbreviation."""
    return MONTHS.index(name[:3].title()) + 1


def from_metadata(value: str | None, today: date) -> DateBounds | None:
    """Return the bounds that a record's date tells: the day as written, in the zone it was written in.

    None where there is no date, where it cannot be understood, and where it cannot be true: year 1, the epoch's zero,
    the future. A day and month in either order ("3/8/17") give the two days as bounds.
    """
    text = (value or "").strip()
    found = next((bounds for bounds in _readings(text) if bounds), None) if text else None
    return found if found and is_plausible(found, today) else None


def from_url(url: str | None, today: date) -> DateBounds | None:
    """Return the bounds that the path of a url tells (``/2019/11/28/``, ``-20191128``, ``/2019/11/``), or None.

    A publisher's own stamp ("-1508837580") tells a day too.
    """
    path = _path(url or "")
    for pattern, read in _URL_FORMS:
        match = pattern.search(path)
        bounds = read(match) if match else None
        if bounds and is_plausible(bounds, today):
            return bounds
    return None


def from_dateline(year: int | None, month: int | None, day: int | None, within: DateBounds | None) -> DateBounds | None:
    """Return the day a dateline tells; its year may come from the bounds known otherwise, which it must not leave."""
    known = within.earliest.year if within and within.earliest else None
    if month is None or day is None or (year or known) is None:
        return None
    bounds = day_bounds(year or known, month, day)
    if bounds is None or bounds.earliest is None or within is None or within.earliest is None or within.latest is None:
        return bounds
    return bounds if within.earliest <= bounds.earliest <= within.latest else None


def is_plausible(bounds: DateBounds, today: date) -> bool:
    """Tell whether an article can have been published then: after 1800, not at the epoch's zero, not in the future."""
    if bounds.earliest is None or bounds.earliest.year < _FIRST_YEAR:
        return False
    is_zero = bounds.earliest == _EPOCH_ZERO and bounds.precision == "day"
    # East of the reader's own zone it may be tomorrow already.
    return not is_zero and bounds.earliest <= today + timedelta(days=1)


def day_bounds(year: int | None, month: int, day: int) -> DateBounds | None:
    """Return a day as bounds, or None where the calendar has no such day."""
    try:
        found = date(year or 0, month, day)
    except ValueError:
        return None
    return DateBounds(found, found, "day")


def month_bounds(year: int, month: int) -> DateBounds | None:
    """Return a month as bounds, or None where there is no such month."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return DateBounds(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def _readings(text: str) -> Iterator[DateBounds | None]:
    """Yield what each known form makes of a date, in the order in which they are to be believed."""
    if match := _COMPACT.match(text):
        yield _from_match(match)
    if match := _EPOCH.match(text):
        yield _from_epoch(int(match["seconds"]))
    if match := _ISO.match(text):
        yield _from_match(match)
    if match := _SLASHED.match(text):
        yield _slashed(int(match["a"]), int(match["b"]), match["y"])
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        if match := pattern.search(text):
            yield _from_match(match)


def _from_match(match: re.Match[str]) -> DateBounds | None:
    parts = match.groupdict()
    year = int(parts["y"])
    month = int(parts["m"]) if parts.get("m") else month_number(parts["name"]) if parts.get("name") else None
    if month is None:
        return DateBounds(date(year, 1, 1), date(year, 12, 31), "year") if year else None
    return day_bounds(year, month, int(parts["d"])) if parts.get("d") else month_bounds(year, month)


def _from_epoch(seconds: int) -> DateBounds:
    day = datetime.fromtimestamp(seconds, tz=UTC).date()
    return DateBounds(day, day, "day")


def _from_stamp(match: re.Match[str]) -> DateBounds | None:
    return day_bounds(2000 + int(match["y"]), int(match["m"]), int(match["d"]))


def _from_reuters(match: re.Match[str]) -> DateBounds | None:
    if match["day"]:
        return _compact_day(match["day"])
    first = _REUTERS_BEGAN + timedelta(int(match["days"], 36))
    return DateBounds(first, first + timedelta(_REUTERS_LAG), "range")


def _compact_day(compact: str) -> DateBounds | None:
    return day_bounds(int(compact[:4]), int(compact[4:6]), int(compact[6:]))


_URL_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateBounds | None]], ...] = (
    (_URL_DAY, _from_match),
    (_URL_COMPACT, _from_match),
    (_URL_SECONDS, lambda match: _from_epoch(int(match["seconds"]) - _NEW_YORK)),
    (_URL_STAMP, _from_stamp),
    (_URL_MONTH, _from_match),
    (_URL_REUTERS, _from_reuters),
)


def _slashed(a: int, b: int, year: str) -> DateBounds | None:
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _CENTURY_PIVOT else 2000)
    days = sorted({found.earliest for m, d in ((a, b), (b, a)) if (found := day_bounds(full, m, d)) and found.earliest})
    if not days:
        return None
    return DateBounds(days[0], days[-1], "day" if len(days) == 1 else "range")


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
