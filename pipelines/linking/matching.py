"""Can two tellings be of one engagement? The evidence, one pure function each.

What belongs here: comparing a head with an engagement found so far, by principals, dates, place, mode and status. What
does not: which pairs are compared at all, and what is done with the answer (``engagements``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipelines.linking.heads import Head, Part

DIRECTED = frozenset(
    ("SUPPORT", "CONCEDE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT")
)
OFFICIAL = frozenset(["GOV", "MIL", "LEG", "JUD", "COP", "SPY"])
# Days within which tellings without a date may be of one engagement. Words are cheap: a government that accuses another
# today did so last week too, while a visit or an accord stays in the news for a week and more.
WINDOW = {
    "ACCUSE": 3, "REQUEST": 3, "REJECT": 3, "THREATEN": 3, "SUPPORT": 3, "CONSULT": 8, "ASSAULT": 3, "PROTEST": 4,
}  # fmt: skip
DEFAULT_WINDOW = 10
MONTH = 31
# Modes that two tellings of one act do not share; any other two modes may be one act seen twice.
EXCLUSIVE = (
    frozenset({("CONSULT", "phone", other) for other in ("meeting", "visit", "multilateral", "third-party")})
    | {("AID", "humanitarian", "military"), ("COOPERATE", "exercise", "judicial")}
    | {("COOPERATE", "economic", "exercise")}
    | {("RETREAT", "release", "withdraw"), ("RETREAT", "ceasefire", "release"), ("SANCTION", "discontinue", "expel")}
)  # fmt: skip
# What is said, not done: a body and its head may each say it, so only a state stands in for its speaker.
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
UNKNOWN = 1 << 20  # days: further than any window
FUTURE = frozenset({"planned", "proposed"})


@dataclass(slots=True)
class Engagement:
    """An engagement as far as the tellings found so far go."""

    key: str
    engagement_type: str
    parts: dict[tuple[str, str], Part] = field(default_factory=dict)
    modes: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    lo: date | None = None
    hi: date | None = None
    first_report: date | None = None
    place_key: str | None = None
    country: str | None = None

    def add(self, head: Head) -> None:
        """Take in one more telling: bounds narrow, principals add up, what was unknown is filled."""
        self.parts |= {(part.key, part.side): part for part in head.parts if (part.key, part.side) not in self.parts}
        self.modes |= {head.mode} if head.mode else set()
        self.statuses.add(head.status)
        self.lo, self.hi = latest(self.lo, head.lo), earliest(self.hi, head.hi)
        self.first_report = earliest(self.first_report, report_day(head))
        self.place_key, self.country = self.place_key or head.place_key, self.country or head.country


def likeness(head: Head, engagement: Engagement) -> float:
    """Return how well a head fits an engagement; 0 where they cannot be one."""
    dates = dates_agree(head, engagement) if _modes_agree(head, engagement) else 0.0
    shared = principals_agree(head, engagement, dates) if dates else 0.0
    if not _places_agree(head, engagement, dates, shared):
        return 0.0
    same_place = head.place_key is not None and head.place_key == engagement.place_key
    return shared and shared + dates + same_place + 0.5 * (head.status in engagement.statuses)


# --- principals ---


def principals_agree(head: Head, engagement: Engagement, dates: float) -> float:
    """Return the weight of the principals that both tell of; 0 where they are too few or contradict each other.

    An actor found on both sides under one key weighs 2; a state or body standing for a person of its own, or the
    other way round, weighs 1 and needs somebody known beside it, or the day itself.
    """
    theirs = list(engagement.parts.values())
    exact = {part.key for part in head.parts} & {part.key for part in theirs}
    if _turned_round(head, engagement, exact) or _sides_differ(head, theirs):
        return 0.0
    stand_ins = _stand_ins(head, theirs, exact)
    needed = min(2, len({part.key for part in head.parts}), len({part.key for part in theirs}))
    if len(exact) + stand_ins < needed or (not exact and dates < 2) or not _enough(head, exact, dates):
        return 0.0
    return 2.0 * len(exact) + stand_ins


def _enough(head: Head, exact: set[str], dates: float) -> bool:
    """One principal alone is enough only when it is no state and the day is the same."""
    if len(head.parts) > 1:
        return True
    return dates >= 2 and not any(key.startswith("state:") for key in exact)


def _turned_round(head: Head, engagement: Engagement, exact: set[str]) -> bool:
    """Tell whether somebody who acts in one telling is acted on in the other."""
    if head.engagement_type not in DIRECTED:
        return False
    mine = {(part.key, part.side) for part in head.parts}
    theirs = engagement.parts.keys()
    turned = [(key, side, other) for key in exact for side, other in (("a", "b"), ("b", "a")) if (key, side) in mine]
    return any((key, other) in theirs and (key, side) not in theirs for key, side, other in turned)


def _sides_differ(head: Head, theirs: list[Part]) -> bool:
    """Tell whether both tellings fill a side (host, target ...) and fill it with different actors."""
    for side in "ab":
        mine, other = [p for p in head.parts if p.side == side], [p for p in theirs if p.side == side]
        if mine and other and not any(stands_for(p, q) for p in mine for q in other):
            everyone = {p.key for p in theirs}
            if not any(p.key in everyone for p in mine):
                return True
    return False


def _stand_ins(head: Head, theirs: list[Part], exact: set[str]) -> int:
    """Count principals that are not the same but stand for each other on one side, each used once."""
    free = [q for q in theirs if q.key not in exact]
    count = 0
    for part in head.parts:
        fitting = (q for q in free if part.key not in exact and _one_side(part, q) and stands_for(part, q))
        found = next((q for q in fitting if head.engagement_type not in SPEECH or not _loosely(part, q)), None)
        if found is not None:
            free.remove(found)
            count += 1
    return count


def _one_side(p: Part, q: Part) -> bool:
    """Tell whether two principals play one part; who mediates does not otherwise take part, unless as the host."""
    if "m" in (p.side, q.side):
        return {p.side, q.side} <= {"m", "b"}
    return p.side == q.side or "*" in (p.side, q.side)


def _loosely(p: Part, q: Part) -> bool:
    """Tell whether neither is a state: a body and a person of its sector may also speak each for itself."""
    return "state" not in (p.kind, q.kind) and p.behalf != q.key and q.behalf != p.key


def stands_for(p: Part, q: Part) -> bool:
    """Tell whether two principals are one, or one speaks for the other: a state and its officials, a body and its head.

    Two different persons never stand for each other, nor do two different states.
    """
    if p.key == q.key or (p.behalf and p.behalf == q.key) or (q.behalf and q.behalf == p.key):
        return True
    if p.kind == q.kind == "person" or p.country is None or p.country != q.country:
        return False
    if "state" in (p.kind, q.kind):
        return (p if q.kind == "state" else q).sector in OFFICIAL
    return p.sector == q.sector and p.sector in OFFICIAL


# --- dates ---


def dates_agree(head: Head, engagement: Engagement) -> float:
    """Return 2 where both are dated and meet within a week, 1 where nothing speaks against it, 0 where it does."""
    window = WINDOW.get(head.engagement_type, DEFAULT_WINDOW)
    reported = _reported_apart(head, engagement)
    mine, theirs = dated(head.lo, head.hi), dated(engagement.lo, engagement.hi)
    if mine and theirs:
        return _both_dated(head, engagement, reported, window)
    if not _possible(head, engagement):
        return 0.0
    when = engagement.hi or engagement.lo if theirs else head.hi or head.lo
    told = report_day(head) if theirs else engagement.first_report
    return float(reported <= window or ((mine or theirs) and gap(when, told) <= window))


def _both_dated(head: Head, engagement: Engagement, reported: int, window: int) -> float:
    lo, hi = latest(head.lo, engagement.lo), earliest(head.hi, engagement.hi)
    if lo and hi and lo > hi:
        return 0.0
    widths = width(head.lo, head.hi), width(engagement.lo, engagement.hi)
    if max(widths) <= MONTH:
        return 2.0 if min(widths) <= 7 else 1.0
    same_start = head.lo is not None and head.lo == engagement.lo
    return 1.0 if same_start or reported <= window else 0.0


def _possible(head: Head, engagement: Engagement) -> bool:
    """Tell whether an undated one fits: what was planned came after the report, what had happened came before."""
    if head.status in FUTURE and not dated(head.lo, head.hi):
        return not (engagement.hi and head.pub_lo and engagement.hi < head.pub_lo)
    if not dated(head.lo, head.hi):
        return not (engagement.lo and head.pub_hi and engagement.lo > head.pub_hi)
    if engagement.statuses <= FUTURE:
        return not (head.hi and engagement.first_report and head.hi < engagement.first_report)
    return True


def _reported_apart(head: Head, engagement: Engagement) -> int:
    """Return the fewest days between a head's report and the engagement's first one."""
    if report_day(head) is None or engagement.first_report is None:
        return UNKNOWN
    within = latest(head.pub_lo, earliest(engagement.first_report, head.pub_hi))
    return gap(within, engagement.first_report)


def report_day(head: Head) -> date | None:
    """Return the day of the report; None where it is not known to the month."""
    return head.pub_hi if width(head.pub_lo, head.pub_hi) <= MONTH else None


def dated(lo: date | None, hi: date | None) -> bool:
    """Tell whether a text says anything of the day."""
    return lo is not None or hi is not None


def width(lo: date | None, hi: date | None) -> int:
    """Return the days that bounds leave open beyond one; very many where an end is open."""
    return (hi - lo).days if lo and hi else UNKNOWN


def gap(a: date | None, b: date | None) -> int:
    """Return the days between two days; very many where one is unknown."""
    return abs(a - b) // timedelta(days=1) if a and b else UNKNOWN


def latest(a: date | None, b: date | None) -> date | None:
    """Return the later of two days, either of which may be open."""
    return max((d for d in (a, b) if d), default=None)


def earliest(a: date | None, b: date | None) -> date | None:
    """Return the earlier of two days, either of which may be open."""
    return min((d for d in (a, b) if d), default=None)


# --- place and mode ---


def _places_agree(head: Head, engagement: Engagement, dates: float, shared: float) -> bool:
    """Tell whether the places allow one engagement.

    Two countries are two places, except where one of them was only inferred (no place was named): that is set aside
    for the same day and at least two principals found in both.
    """
    if not head.country or not engagement.country or head.country == engagement.country:
        return True
    named = head.place_key is not None and engagement.place_key is not None
    return not named and dates >= 2 and shared >= 4


def _modes_agree(head: Head, engagement: Engagement) -> bool:
    return head.mode is None or not any(
        (head.engagement_type, *pair) in EXCLUSIVE for mode in engagement.modes for pair in _both_ways(head.mode, mode)
    )


def _both_ways(a: str, b: str) -> Iterable[tuple[str, str]]:
    return (a, b), (b, a)
