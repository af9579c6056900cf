"""Are the principals of two tellings the same? By key, and by who speaks for whom.

What belongs here: comparing principals, their sides and whom they stand for. What does not: any other evidence
(``matching``).
"""

from __future__ import annotations

from pipelines.linking.heads import Head, Part
from pipelines.schemas import SPEECH_TYPES

Parts = dict[tuple[str, str], Part]

DIRECTED = frozenset(
    ("SUPPORT", "CONCEDE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT")
)
OFFICIAL = frozenset(["GOV", "MIL", "LEG", "JUD", "COP", "SPY"])


def principals_agree(head: Head, parts: Parts, keys: set[str], same_day: bool) -> float:
    """Return the weight of the principals that both tell of; 0 where they are too few or contradict each other.

    An actor found in both under one key weighs 2; a state or body standing for a person of its own, or the other way
    round, weighs 1 and needs somebody known beside it, or the day itself. One principal alone is enough only when it
    is no state and the day is the same.

    Args:
        head: One telling.
        parts: The principals of the engagement it is compared with, by key and side.
        keys: The keys among them.
        same_day: Whether both tell of one day.
    """
    exact = head.keys & keys
    needed = min(2, len(head.keys), len(keys))
    if needed < 2 and not (same_day and any(not key.startswith("state:") for key in exact)):
        return 0.0
    theirs = list(parts.values())
    if _turned_round(head, parts, exact) or sides_differ(head, theirs):
        return 0.0
    stand_ins = _stand_ins(head, theirs, exact)
    enough = len(exact) + stand_ins >= needed and (exact or same_day)
    return 2.0 * len(exact) + stand_ins if enough else 0.0


def _turned_round(head: Head, parts: Parts, exact: frozenset[str]) -> bool:
    """Tell whether somebody who acts in one telling is acted on in the other."""
    if head.engagement_type not in DIRECTED:
        return False
    mine = {(part.key, part.side) for part in head.parts}
    turned = [(key, side, other) for key in exact for side, other in (("a", "b"), ("b", "a")) if (key, side) in mine]
    return any((key, other) in parts and (key, side) not in parts for key, side, other in turned)


def sides_differ(head: Head, theirs: list[Part]) -> bool:
    """Tell whether both tellings fill a side (host, target ...) and fill it with different actors."""
    for side in "ab":
        mine, other = [p for p in head.parts if p.side == side], [p for p in theirs if p.side == side]
        if mine and other and not any(stands_for(p, q) for p in mine for q in other):
            everyone = {p.key for p in theirs}
            if not any(p.key in everyone for p in mine):
                return True
    return False


def _stand_ins(head: Head, theirs: list[Part], exact: frozenset[str]) -> int:
    """Count principals that are not the same but stand for each other on one side, each used once."""
    free = [q for q in theirs if q.key not in exact]
    count = 0
    for part in head.parts:
        fitting = (q for q in free if part.key not in exact and _one_side(part, q) and stands_for(part, q))
        # A body and its head may each say something, so only a state stands in for its speaker.
        found = next((q for q in fitting if head.engagement_type not in SPEECH_TYPES or not _loosely(part, q)), None)
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
