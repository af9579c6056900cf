"""The head of a story: its by-line and its dateline with place, agency and date.

What belongs here: the shapes that agencies give to the first line. What does not: resolving the place or the agency.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipelines.reading.published import MONTHS, month_number

_UPPER = "A-ZÀ-ÖØ-Þ"
_MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\.?"
_DATE = (
    rf"(?:{_MONTH} (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>(?:{'|'.join(MONTHS)})[a-z]*)\.?)"
    r"(?:,? (?P<year>\d{4}))?"
)
_CAPS_PLACE = rf"[{_UPPER}][{_UPPER}.'’\-]+(?:(?: |/|, )(?:[{_UPPER}][{_UPPER}.'’\-]*)){{0,7}}"
_REGION = r"(?:, (?:[A-Z][\w.'’\-]*)(?: (?:of |the |and )?[A-Z][\w.'’\-]*){0,3})"
_PLAIN_PLACE = r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,3}"
_CREDIT = r"\((?P<credit>[A-Z][\w&.,'’/ \-]{1,30})\)"
_AGENCY = r"\((?P<credit>AP|AFP|ANSA|CNN|DPA|dpa|EFE|Kyodo|LANA|Reuters|TASS|UPI|Xinhua|[A-Z]{2,5})\)"
_DASH = r"\s*(?:—|–|--|(?<=\s)-(?=\s)|(?<=\.)-(?=[A-Z]))\s*"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPS_PLACE}{_REGION}?)(?:, {_DATE})?(?: {_CREDIT})?{_DASH}(?=[\"“‘'(]?\w)",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?)(?:, {_DATE})?,? {_AGENCY}(?:{_DASH}|:?\s*)(?=[\"“‘']?[A-Z])",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?), {_DATE}(?: {_CREDIT})?{_DASH}(?=[\"“‘']?\w)",
        rf"{_AGENCY}(?:{_DASH}|\s*)(?=[\"“‘']?[A-Z])",
        rf"(?P<place>[{_UPPER}]{{4,}}(?: [{_UPPER}]{{3,}}){{0,2}})\. (?=[A-Z])",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?), {_DATE}\.?$",
    )
)
_LONGEST_DATELINE = 110
_HEAD_PARAGRAPHS = 3
_DECK_CHARS = 150
_STAFF = r"(?:[Oo]ur|[Aa]|[Tt]he)? ?(?:\w+ )?(?:correspondents?|reporters?|staff|writers?)"
_BYLINE = re.compile(
    rf"(?:Story |Written |Reported )?[Bb][Yy]:? (?P<names>(?:{_STAFF}\b|[A-Z])[^\n.!?]*(?:\. ?[A-Z][^\n.!?]*)*)"
)
_WIRES = "AFP|AP|Reuters|dpa|DPA|EFE|Xinhua|agencies|wires|wire services"
_SIGNED = re.compile(rf"[A-Z][\w.'’\-]+(?: [\w.'’\-]+){{1,5}}, with (?:{_WIRES})\.?")
_BYLINE_MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: ``end`` is the offset after it in its paragraph; year, month and day as far as it tells them."""

    place: str | None
    end: int
    credit: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None


def parse_dateline(paragraph: str, labels: Collection[str] = ()) -> Dateline | None:
    """Return the dateline that a paragraph opens with, or None. ``labels`` are no places ("exclusive")."""
    for pattern in _PATTERNS:
        match = pattern.match(paragraph[: _LONGEST_DATELINE + 30])
        if match and match.end() <= _LONGEST_DATELINE and match.end() <= len(paragraph):
            return _dateline(match, labels)
    return None


def parse_byline(paragraph: str) -> str | None:
    """Return the names in a paragraph that is a by-line ("By Jane Roe", "John Doe, with AFP"), or None."""
    if paragraph.count(" ") >= _BYLINE_MAX_WORDS:
        return None
    match = _BYLINE.fullmatch(paragraph)
    if match:
        return match["names"].strip()
    return paragraph if _SIGNED.fullmatch(paragraph) else None


def find_dateline(paragraphs: Sequence[str], labels: Collection[str] = ()) -> tuple[int, Dateline] | None:
    """Return a story's dateline and the index of its paragraph; only short lines (a deck, a label) may precede it."""
    for index, paragraph in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        if dateline := parse_dateline(paragraph, labels):
            return index, dateline
        if len(paragraph) > _DECK_CHARS:
            return None
    return None


def _dateline(match: re.Match[str], labels: Collection[str]) -> Dateline | None:
    parts = match.groupdict()
    place = parts.get("place")
    if place and place.casefold() in labels:
        return None
    month, day = parts.get("month") or parts.get("month2"), parts.get("day") or parts.get("day2")
    return Dateline(
        place,
        match.end(),
        parts.get("credit"),
        int(parts["year"]) if parts.get("year") else None,
        month_number(month) if month else None,
        int(day) if day else None,
    )
