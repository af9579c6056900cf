"""Can two tellings be of one engagement? What dates, places and modes allow, and how well it fits.

What belongs here: comparing a head with an engagement found so far. What does not: what rules it out by their
principals (``principals``), how likely it is by all that is told (``alike``), which pairs are compared at all
(``index``), and what is done with the answer (``engagements``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipelines.linking.alike import alike, names_a_town
from pipelines.linking.days import MONTH, UNKNOWN, dated, earliest, gap, is_year, latest, width
from pipelines.linking.heads import Head, Part
from pipelines.linking.principals import principals_differ, sides_differ
from pipelines.records import AHEAD

# Days within which tellings without a date may be of one engagement. Words are cheap: a government that accuses another
# today did so last week too, while a visit or an accord stays in the news for a week and more.
WINDOW = {
    "ACCUSE": 3, "REQUEST": 3, "REJECT": 3, "THREATEN": 3, "SUPPORT": 3, "CONSULT": 8, "ASSAULT": 3, "PROTEST": 4,
}  # fmt: skip
DEFAULT_WINDOW = 10
# Modes that two tellings of one act do not share; any other two modes may be one act seen twice.
EXCLUSIVE = (
    frozenset({("CONSULT", "phone", other) for other in ("meeting", "visit", "multilateral", "third-party")})
    | {("AID", "humanitarian", "military"), ("COOPERATE", "exercise", "judicial")}
    | {("COOPERATE", "economic", "exercise")}
    | {("RETREAT", "release", "withdraw"), ("RETREAT", "ceasefire", "release"), ("SANCTION", "discontinue", "expel")}
)  # fmt: skip
# What dates can say, from the strongest to the weakest.
SAME_DAY, NEAR, SOME_DAY = 2.0, 1.0, 0.5
# Weight of what happens only once, above any other evidence. Of a killing, also the doers are told differently.
ONCE, _FATAL = 20.0, "ASSAULT"
WEEK = 7
_MOST_TOLD = 8  # tellings that others are compared with: the first
IN_PERSON = frozenset({"CONSULT", "AGREE"})


@dataclass(slots=True, eq=False)
class Engagement:
    """An engagement as far as the tellings found so far go."""

    key: str
    engagement_type: str
    parts: dict[tuple[str, str], Part] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    lo: date | None = None
    hi: date | None = None
    first_report: date | None = None
    place_key: str | None = None
    country: str | None = None
    once: str | None = None
    told: list[Head] = field(default_factory=list)
    tellings: int = 0

    def add(self, head: Head) -> None:
        """Take in one more telling: bounds narrow, principals add up, what was unknown is filled."""
        self.parts |= {(part.key, part.side): part for part in head.parts if (part.key, part.side) not in self.parts}
        self.keys |= head.keys
        self.modes |= {head.mode} if head.mode else set()
        self.statuses.add(head.status)
        lo, hi = latest(self.lo, head.lo), earliest(self.hi, head.hi)
        if not (lo and hi and lo > hi):  # what happens only once is also told with other dates
            self.lo, self.hi = lo, hi
        self.first_report = earliest(self.first_report, head.report)
        self.place_key, self.country = self.place_key or head.place_key, self.country or head.country
        self.once = self.once or head.once
        if len(self.told) < _MOST_TOLD:
            self.told.append(head)
        self.tellings += 1


def likeness(head: Head, engagement: Engagement) -> float:
    """Return how well a head fits an engagement; 0 where they cannot be one. The cheapest questions are asked first.

    Between 0 and 1 it fits as far as can be seen, but nothing tells the time: good enough only where nothing else fits.
    """
    if head.once and head.once == engagement.once:
        differ = head.engagement_type != _FATAL and sides_differ(head, list(engagement.parts.values()))
        return 0.0 if differ else ONCE + engagement.tellings  # of two that should be one, the one most told
    dates = dates_agree(head, engagement)
    if not dates or (dates < SAME_DAY and head.keys.isdisjoint(engagement.keys)) or not _modes_agree(head, engagement):
        return 0.0
    if principals_differ(head, engagement.parts, engagement.keys) or not _places_agree(head, engagement, dates):
        return 0.0
    odds = max(alike(head, other) for other in engagement.told)
    if odds <= 0:
        return 0.0
    return 1 + odds if dates > SOME_DAY else 0.5 * (len(_known_by_name(head, engagement)) >= 2)


def _known_by_name(head: Head, engagement: Engagement) -> set[str]:
    """Return the principals found in both that are no states: states deal with each other every day."""
    return {key for key in head.keys & engagement.keys if not key.startswith("state:")}


# --- dates ---


def dates_agree(head: Head, engagement: Engagement) -> float:
    """Return SAME_DAY where both are dated and meet within a week, NEAR where nothing speaks against it.

    SOME_DAY is for an article that tells neither its own day nor the act's, 0 for dates that exclude each other.
    """
    window = WINDOW.get(head.engagement_type, DEFAULT_WINDOW)
    reported = _reported_apart(head, engagement)
    mine, theirs = dated(head.lo, head.hi), dated(engagement.lo, engagement.hi)
    if mine and theirs:
        return _both_dated(head, engagement, reported, window)
    if not _possible(head, engagement):
        return 0.0
    when = engagement.hi or engagement.lo if theirs else head.hi or head.lo
    told = head.report if theirs else engagement.first_report
    near = reported <= window or ((mine or theirs) and gap(when, told) <= window)
    return NEAR if near else SOME_DAY * _some_day(head, engagement)


def _both_dated(head: Head, engagement: Engagement, reported: int, window: int) -> float:
    lo, hi = latest(head.lo, engagement.lo), earliest(head.hi, engagement.hi)
    if lo and hi and lo > hi:
        return 0.0
    widths = width(head.lo, head.hi), width(engagement.lo, engagement.hi)
    if max(widths) <= MONTH:
        return SAME_DAY if min(widths) <= WEEK else NEAR
    # "Since 4 April" tells of one war; "in 2016" is any day of that year.
    same_start = head.lo is not None and head.lo == engagement.lo and not is_year(head.lo, head.hi)
    return NEAR if same_start or reported <= window else SOME_DAY * _some_day(head, engagement)


def _some_day(head: Head, engagement: Engagement) -> bool:
    """Tell whether an article of unknown day can tell of an engagement of known day: it lies within its bounds."""
    if head.report is not None or width(engagement.lo, engagement.hi) > WEEK:
        return False
    lo, hi = outer_bounds(head)
    return bool(lo and hi and engagement.lo and engagement.hi and lo <= engagement.hi and engagement.lo <= hi)


def outer_bounds(head: Head) -> tuple[date | None, date | None]:
    """Return between which days the act lies, if the article tells of news: its own bounds, and those of its report."""
    return latest(head.lo, head.pub_lo), earliest(head.hi, head.pub_hi)


def _possible(head: Head, engagement: Engagement) -> bool:
    """Tell whether an undated one fits: what was planned came after the report, what had happened came before."""
    if head.status in AHEAD and not dated(head.lo, head.hi):
        return not (engagement.hi and head.pub_lo and engagement.hi < head.pub_lo)
    if not dated(head.lo, head.hi):
        return not (engagement.lo and head.pub_hi and engagement.lo > head.pub_hi)
    if engagement.statuses <= AHEAD:
        return not (head.hi and engagement.first_report and head.hi < engagement.first_report)
    return True


def _reported_apart(head: Head, engagement: Engagement) -> int:
    """Return the fewest days between a head's report and the engagement's first one."""
    if head.report is None or engagement.first_report is None:
        return UNKNOWN
    within = latest(head.pub_lo, earliest(engagement.first_report, head.pub_hi))
    return gap(within, engagement.first_report)


# --- place and mode ---


def _places_agree(head: Head, engagement: Engagement, dates: float) -> bool:
    """Tell whether the places allow one engagement.

    Two countries are two places, unless the same two are found in both on one day: then one of the places is wrong.
    Where both tellings name a town, that holds only for persons who meet or agree.
    """
    if not head.country or not engagement.country or head.country == engagement.country:
        return True
    both = head.keys & engagement.keys
    if names_a_town(head.place_key) and names_a_town(engagement.place_key):
        both = frozenset(key for key in both if key.startswith("person:") and head.engagement_type in IN_PERSON)
    return dates >= SAME_DAY and len(both) >= 2


def _modes_agree(head: Head, engagement: Engagement) -> bool:
    return head.mode is None or not any(
        (head.engagement_type, *pair) in EXCLUSIVE for mode in engagement.modes for pair in _both_ways(head.mode, mode)
    )


def _both_ways(a: str, b: str) -> Iterable[tuple[str, str]]:
    return (a, b), (b, a)
