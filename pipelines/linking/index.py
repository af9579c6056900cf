"""Which engagements a head is compared with, so that nothing is compared with everything.

What belongs here: blocks (who) and slots (when), and the index by both. What does not: the evidence (``matching``).

An engagement is filed, and looked up, under its type together with

- a principal and whom another principal acts for, the US president with anyone for ``CHN``, but at home with just that
  one: two principals are shared, one of them under its own key; in slots of days, months and weeks of report;
- in days and weeks of report a principal and a word of the telling, of its first by the alphabet, so that both tellings
  choose alike: one principal alone is enough for what is said in like words only;
- for one day told by both, also the countries of two principals, and one person or body alone that did something;
- what happens only once, under what it is and whom it befell, whenever it was.

A slot is a day or a month that the text tells, or a week of reports for what no text dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, permutations

from pipelines.linking.alike import SAID
from pipelines.linking.days import MONTH, width
from pipelines.linking.heads import Head, Part
from pipelines.linking.matching import DEFAULT_WINDOW, WEEK, WINDOW, Engagement, outer_bounds
from pipelines.linking.principals import OFFICIAL

Block = tuple[str, ...]
Slot = tuple[str, int]
# Bounds no wider than a week tell the day, no wider than a quarter the months; others at most since when.
NARROW, WIDE = WEEK, 3 * MONTH
# Bounds of an article of unknown day, beyond which it is not looked for among what others date.
WIDEST = 1200
_MOST_PARTS, _MOST_WORDS = 8, 6


class Index:
    """Engagements by block and slot."""

    def __init__(self) -> None:
        """Start empty."""
        self._filed: dict[int, list[Engagement]] = defaultdict(list)
        self._once: dict[str, dict[str, Engagement]] = defaultdict(dict)

    def candidates(self, head: Head) -> Iterator[Engagement]:
        """Yield the engagements to compare a head with, each once."""
        seen: dict[str, Engagement] = dict(self._once[head.once]) if head.once else {}
        for place in _places(head, lookup_slots(head)):
            if place in self._filed:
                seen |= {found.key: found for found in self._filed[place]}
        yield from seen.values()

    def file(self, head: Head, engagement: Engagement) -> None:
        """Make an engagement findable by a head that tells of it."""
        for place in _places(head, filing_slots(head)):
            found = self._filed[place]
            if engagement not in found[-_LATELY:]:
                found.append(engagement)
        if head.once:
            self._once[head.once].setdefault(engagement.key, engagement)


def _places(head: Head, slots: list[Slot]) -> Iterator[int]:
    """Yield a number for each of a head's blocks with its slots; the broad blocks with days only, those of words with
    days and weeks.

    Two places of one number would only mean that more is compared.
    """
    near, worded, broad = blocks(head)
    for slot in slots:
        more = (*(worded if slot[0] in _SHORT else ()), *(broad if slot[0] == "day" else ()))
        for block in (*near, *more):
            yield hash((block, slot))


_SHORT = frozenset(("dated", "undated", "day"))
_LATELY = 4  # of what is filed in a place, among which it is looked for before it is filed again


def blocks(head: Head) -> tuple[set[Block], set[Block], set[Block]]:
    """Return the blocks of a head that hold at any time, for days and weeks of report, and for one day only."""
    parts, kind = head.parts[:_MOST_PARTS], head.engagement_type
    near: set[Block] = {
        (kind, p.key, q.key if p.country == q.country else acts_for(q)) for p, q in permutations(parts, 2)
    }
    worded: set[Block] = {(kind, p.key, word) for p in parts for word in sorted(head.words)[:_MOST_WORDS]}
    alone: set[Block] = {(kind, key) for key in head.keys if kind not in SAID and not key.startswith("state:")}
    countries: set[Block] = {(kind, *pair) for pair in combinations(sorted({acts_for(part) for part in parts}), 2)}
    return near, worded, alone | countries


def acts_for(part: Part) -> str:
    """Return the country that a principal acts for, as ``@USA``; its own key where it acts for none."""
    official = part.kind == "state" or part.sector in OFFICIAL
    return f"@{part.country}" if official and part.country else part.key


def filing_slots(head: Head) -> list[Slot]:
    """Return the slots under which what a head tells of is found."""
    open_for = width(head.lo, head.hi)
    if open_for <= NARROW:
        return days(head.lo, head.hi) + months("narrow", head.lo, head.hi) + weeks("dated", head.report, head.report)
    if open_for <= WIDE:
        return months("wide", head.lo, head.hi) + weeks("dated", head.report, head.report)
    return weeks("undated", head.report, head.report) + months("since", head.lo, head.lo)


def lookup_slots(head: Head) -> list[Slot]:
    """Return the slots in which a head looks: what is dated by its date, what is not by the weeks of its report."""
    window = WINDOW.get(head.engagement_type, DEFAULT_WINDOW)
    undated = weeks("undated", head.pub_lo, head.report, window)
    open_for = width(head.lo, head.hi)
    if open_for <= NARROW:
        return days(head.lo, head.hi) + months("wide", head.lo, head.hi) + undated
    reported = undated + weeks("dated", head.pub_lo, head.report, window)
    lo, hi = (head.lo, head.hi) if open_for <= WIDE else outer_bounds(head)
    told = months("narrow", lo, hi) + months("wide", lo, hi) if width(lo, hi) <= WIDEST else []
    return told + months("since", head.lo, head.lo) + reported


def days(lo: date | None, hi: date | None) -> list[Slot]:
    """Return each day of bounds that are known."""
    return [("day", day) for day in range(lo.toordinal(), hi.toordinal() + 1)] if lo and hi else []


def months(kind: str, lo: date | None, hi: date | None) -> list[Slot]:
    """Return each month that bounds touch, counted from year 0; none where an end is open."""
    if lo is None or hi is None:
        return []
    return [(kind, month) for month in range(lo.year * 12 + lo.month, hi.year * 12 + hi.month + 1)]


def weeks(kind: str, lo: date | None, hi: date | None, around: int = 0) -> list[Slot]:
    """Return each week from so many days before the first day to so many after the last; none where one is unknown."""
    if lo is None or hi is None:
        return []
    return [(kind, week) for week in range((lo.toordinal() - around) // 7, (hi.toordinal() + around) // 7 + 1)]
