"""At whose border or coast a force gathers, where the text names no more than that: "massed tanks along X's border".

What belongs here: the edge of a land behind a wording of deploying, and whose it is. What does not: who moves the
force, and towards whom it moves by the frame's own prepositions (``frames``).
"""

from __future__ import annotations

from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_right
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse

_EDGES = frozenset("airspace border borders coast coastline frontier frontiers shore shores waters".split())
_AT = frozenset("across along around at close in into near off on outside over to toward towards".split())
_NEXT_TO = frozenset(("between", "of", "off", "to", "with"))
_CLAUSE = frozenset(";RS")
_FINITE = frozenset(("past", "s"))


def put_edge(candidate: Candidate, parse: Parse) -> None:
    """Add against whom a force is deployed that is told to stand at an edge of their land.

    Args:
        candidate: The deployment, its own frame filled.
        parse: The sentence.
    """
    sure = any(role == "target" and how != "inner" for role, _, how, _ in candidate.slots)
    if sure or candidate.match.trigger.frame_name != "deploy":
        return
    own = {m.actor_id for role, m, _, _ in candidate.slots if role == "source"}
    for u in range(candidate.match.unit + 1, len(parse.tags)):
        if parse.tags[u] in _CLAUSE or parse.kind[u] in _FINITE:
            return
        end = chunk_right(parse, u + 1) if parse.tags[u] in "PT" and parse.words[u] in _AT else 0
        if end > u + 1 and parse.words[end - 1] in _EDGES:
            _put_against(candidate, _whose_edge(parse, u + 1, end, own))
            return


def _put_against(candidate: Candidate, slot: Slot | None) -> None:
    """Put whose the edge is as the target, though the frame told it less surely: "to the Chadian coast"."""
    if slot is not None:
        found = {m.actor_id for m in slot.mentions}
        candidate.slots[:] = [one for one in candidate.slots if one[0] != "target" or one[1].actor_id not in found]
        put(candidate, slot, "to", "target")


def _whose_edge(parse: Parse, start: int, end: int, own: set[int]) -> Slot | None:
    """Return whose a border is that is not the deployer's own: X of "X's border with Y", Y of "its border with Y"."""
    whose = actors_in_chunk(parse, start, end)
    if whose and not any(m.actor_id in own for m in whose.mentions):
        return Slot(whose.mentions, "head")
    beyond = noun_phrase(parse, end + 1, pair=True)[0] if parse.words[end : end + 1] and _leads_on(parse, end) else None
    others = [m for m in beyond.mentions if m.actor_id not in own] if beyond and beyond.how == "head" else []
    return Slot(others, "head") if others else None


def _leads_on(parse: Parse, u: int) -> bool:
    return parse.words[u] in _NEXT_TO
