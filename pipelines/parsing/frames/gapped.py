"""Whom a verb is done to besides, where it is not said again: Z of "accused Y of lying and Z of stealing".

What belongs here: finding them. What does not: the verb's own object (``phrases``), what they did (``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse

_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
_WHAT_FOR = frozenset(("for", "of"))


def judged_besides(parse: Parse, match: Match) -> Slot | None:
    """Return whom a verb judges after an "and", by the preposition that told what the first one is judged for."""
    if match.trigger.engagement_type not in _JUDGING or _WHAT_FOR.isdisjoint(parse.words[match.unit :]):
        return None
    for u in range(match.end, len(parse.tags)):
        if parse.tags[u] in ";SR" or parse.kind[u] in ("past", "s"):
            return None
        if parse.words[u] == "and":
            slot, end = noun_phrase(parse, u + 1)
            if slot and slot.how == "head" and _tells_what_for(parse, end, parse.words[match.unit : u]):
                return slot
    return None


def _tells_what_for(parse: Parse, u: int, before: list[str]) -> bool:
    """Say whether a preposition stands at a unit that told before what for: not "A and B of Chad"."""
    doing = parse.kind[u + 1 : u + 2] == ["ing"]
    told = parse.words[u : u + 1] == ["for"] or (parse.words[u : u + 1] == ["of"] and doing)
    return told and parse.words[u] in before
