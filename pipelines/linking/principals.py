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


def principals_differ(head: Head, parts: Parts, keys: set[str]) -> bool:
    """Tell whether the principals of two tellings contradict each other.

    Args:
        head: One telling.
        parts: The principals of the engagement it is compared with, by key and side.
        keys: The keys among them.
    """
    return _turned_round(head, parts, head.keys & keys) or sides_differ(head, list(parts.values()))


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


def stand_ins(head: Head, theirs: list[Part], exact: frozenset[str]) -> int:
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
