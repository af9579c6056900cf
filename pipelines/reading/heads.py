"""The head of a story: its by-line and its dateline with place, agency and date.

What belongs here: the shapes that agencies give to the first line. What does not: resolving the place or the agency.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipelines.reading.published import MONTHS, month_number

_UPPER = "A-ZÀ-ÖØ-Þ"
_MONTHS = rf"(?i:{'|'.join(MONTHS)})[a-zA-Z]*"
_DATE = (
    rf"(?:(?P<month>{_MONTHS})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTHS})\.?)"
    r"(?:,? (?P<year>\d{4}))?"
)
_WEEKDAY = r"(?:(?i:mon|tues?|wednes|thurs?|fri|satur|sun)(?i:day)?\.?,? )?"
# After the place: ", Oct. 3", ". March 3", " - 3 March 2020", " (3 March 2020)".
_WHEN = rf"(?:[.,] ?| [-–—] | \(){_WEEKDAY}{_DATE}\)?[.,]?"
_CAPS_PLACE = rf"[{_UPPER}][{_UPPER}.'’\-]+(?:(?: |/|, )(?:[{_UPPER}][{_UPPER}.'’\-]*)){{0,7}}"
_REGION = r"(?:, (?:[A-Z][\w.'’\-]*)(?: (?:of |the |and )?[A-Z][\w.'’\-]*){0,3})"
_PLAIN_PLACE = r"[A-Z][\w.'’\-]+(?:[ /][A-Z][\w.'’\-]+){0,3}"
# Agencies that put their credit right before the story, without a dash; any other must have one.
_WIRES = (
    "AFP", "ANI", "ANSA", "AP", "APS", "Agence France-Presse", "Anadolu", "Associated Press", "Bernama", "Bloomberg",
    "CNN", "CNN Business", "CNNMoney", "DPA", "dpa", "EFE", "IANS", "Interfax", "IRNA", "KUNA", "Kyodo", "LANA", "MENA",
    "PTI", "Reuters", "SANA", "SPA", "SUNA", "TAP", "TASS", "The Associated Press", "UPI", "VOA", "WAM", "Xinhua",
    "Yonhap",
)  # fmt: skip
_WIRE_NAMES = "|".join(sorted(_WIRES, key=len, reverse=True))
_WIRE = rf"(?<!Agency )(?<!News )(?<!Press )\((?P<credit>{_WIRE_NAMES})\)"
_CREDIT = r"(?:\((?P<credit>[A-Z][\w&.,'’/ \-]{1,30})\)|/(?P<slashed>[A-Z][\w ]{1,20})/\.?)"
_DASH = r"\s*(?:—|–|--|(?<=\s)[-_](?=\s)|(?<=[.)\d])-(?=[A-Z(]))\s*"
_STORY = r"(?=[\"“‘'(]?\w|$)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_CAPS_PLACE}{_REGION}?)(?:{_WHEN})?(?:{_DASH}|,? ){_CREDIT}(?:{_DASH}|(?<=/\.) ?){_STORY}",
        rf"(?P<place>{_CAPS_PLACE}{_REGION}?)(?:{_WHEN})?(?:{_DASH}|(?<=\d): ){_STORY}",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?)(?:{_WHEN})?,? {_WIRE}(?:{_DASH}|:?\s*)(?=[\"“‘']?[A-Z])",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?){_WHEN}(?:{_DASH}|,? )?{_CREDIT}(?:{_DASH}|:?\s*)(?=[\"“‘']?[A-Z])",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?){_WHEN}{_DASH}{_STORY}",
        rf"{_WIRE}(?:{_DASH}|\s*)(?=[\"“‘']?[A-Z])",
        rf"{_CREDIT}{_DASH}{_STORY}",
        rf"(?P<place>[{_UPPER}]{{4,}}(?: [{_UPPER}]{{3,}}){{0,2}})\. (?=[A-Z])",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?){_WHEN}$",
        rf"(?P<place>{_PLAIN_PLACE}{_REGION}?) \| (?P<credit>{_WIRE_NAMES})(?: \| [^.]*)?$",
    )
)
# A date with no place before it, on a line of its own or right before the story: "Published 4 March 2026", "Nov. 3 - ".
_SHOWN = r"(?:(?i:(?:first |last )?(?:published|updated|posted)|date)(?: on| at)?:? )?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?i:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_ISO = r"(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
_STAMP = re.compile(
    rf"\(?{_SHOWN}{_WEEKDAY}(?:{_DATE}|{_ISO})\)?"
    rf"(?:{_CLOCK}(?:(?: (?:by|\|) [^.]{{0,40}})?$|(?:(?:{_DASH}|,? ){_CREDIT})?(?:{_DASH}|: ){_STORY})|, (?=[A-Z]))"
)
_LONGEST_DATELINE = 110
_HEAD_PARAGRAPHS = 3
_DECK_CHARS = 150
_STAFF = r"(?:[Oo]ur|[Aa]|[Tt]he)? ?(?:\w+ )?(?:correspondents?|reporters?|staff|writers?)"
_BYLINE = re.compile(
    rf"(?:Story |Written |Reported )?[Bb][Yy]:? (?P<names>(?:{_STAFF}\b|[A-Z])[^\n.!?]*(?:\. ?[A-Z][^\n.!?]*)*)"
)
_SIGNED = re.compile(
    rf"[A-Z][\w.'’\-]+(?: [\w.'’\-]+){{1,5}}"
    rf"(?:, with (?:{_WIRE_NAMES}|agencies|wires|wire services)\.?|,? (?:\| )?(?:{_WIRE_NAMES}))"
)
_AGENCY_IN_BYLINE = re.compile(rf"(?<![\w.'’\-])(?:{_WIRE_NAMES})(?![\w'’\-])")
_BYLINE_MAX_WORDS = 16
_NAME_WORD = re.compile(r"[^\W\d_][\w'’\-]*")


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
    head = paragraph[: _LONGEST_DATELINE + 30]
    if stamp := _STAMP.match(head):
        return _stamped(stamp, paragraph, labels)
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match and match.end() <= _LONGEST_DATELINE:
            found = _dateline(match, labels)
            return _with_place(found, paragraph, labels) if found and found.place is None else found
    return None


def agency_in(byline: str) -> str | None:
    """Return the agency that a by-line names ("Jane Roe | AFP"), or None."""
    match = _AGENCY_IN_BYLINE.search(byline)
    return match[0] if match else None


def parse_byline(paragraph: str) -> str | None:
    """Return the names in a paragraph that is a by-line ("By Jane Roe", "John Doe, with AFP"), or None."""
    if paragraph.count(" ") >= _BYLINE_MAX_WORDS:
        return None
    match = _BYLINE.fullmatch(paragraph)
    if match:
        return match["names"].strip()
    return paragraph if _SIGNED.fullmatch(paragraph) else None


def is_named_in(paragraph: str, byline: str) -> bool:
    """Tell whether a paragraph is nothing but names that the by-line holds."""
    names = set(_NAME_WORD.findall(paragraph)) - {"and"}
    return len(names) > 1 and names <= set(_NAME_WORD.findall(byline))


def find_dateline(paragraphs: Sequence[str], labels: Collection[str] = ()) -> tuple[int, Dateline] | None:
    """Return a story's dateline and the index of its paragraph.

    Only short lines (a deck, a label) may precede it, but where an agency is named: then it may be a caption, too. A
    date on a line of its own serves where the line with the place tells none.
    """
    within_reach, stamp = True, None
    for index, paragraph in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        dateline = parse_dateline(paragraph, labels)
        if dateline and (within_reach or dateline.credit):
            if dateline.place or dateline.credit or dateline.end < len(paragraph):
                return index, _with_date(dateline, stamp[1] if stamp else None)
            stamp = stamp or (index, dateline)
        within_reach = within_reach and len(paragraph) <= _DECK_CHARS
    return stamp


def _with_place(credit: Dateline, paragraph: str, labels: Collection[str]) -> Dateline:
    """Return a dateline that begins with its credit: "(ANSA) - ROME, MAR 3 - "."""
    rest = parse_dateline(paragraph[credit.end :], labels)
    return replace(rest, end=credit.end + rest.end, credit=credit.credit) if rest and rest.place else credit


def _with_date(dateline: Dateline, stamp: Dateline | None) -> Dateline:
    """Return a dateline with the date of a line before it, where it has none or the same one without its year."""
    if (
        stamp is None
        or dateline.year
        or (dateline.month and (dateline.month, dateline.day) != (stamp.month, stamp.day))
    ):
        return dateline
    return replace(dateline, year=stamp.year, month=stamp.month, day=stamp.day)


def _stamped(match: re.Match[str], paragraph: str, labels: Collection[str]) -> Dateline | None:
    """Return the dateline that opens with a date, and its place where that follows: "March 4, 2026, LIMA - "."""
    found = _dateline(match, labels)
    rest = parse_dateline(paragraph[match.end() :], labels) if found else None
    if found and rest and rest.place:
        return _with_date(replace(rest, end=match.end() + rest.end), found)
    told_alone = match[0].endswith(", ") or (match.end() == len(paragraph) and found and not found.year)
    return None if told_alone else found


def _dateline(match: re.Match[str], labels: Collection[str]) -> Dateline | None:
    parts = match.groupdict()
    place = parts.get("place")
    credit = parts.get("credit") or parts.get("slashed")
    if any(said and said.casefold() in labels for said in (place, credit)):
        return None
    month, day = parts.get("month") or parts.get("month2"), parts.get("day") or parts.get("day2")
    if iso := parts.get("iso_year"):
        return Dateline(None, match.end(), credit, int(iso), int(parts["iso_month"]), int(parts["iso_day"]))
    return Dateline(
        place,
        match.end(),
        credit,
        int(parts["year"]) if parts.get("year") else None,
        month_number(month) if month else None,
        int(day) if day else None,
    )
