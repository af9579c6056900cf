"""Those who do something else in another clause of an act's sentence: "X denounced the raid and Y offered to mediate",
"X flew home after Y struck Z".

What belongs here: whether an actor is the subject of such a clause. What does not: who takes part (``taking_part``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.syntax.chunks import chunk_left
from pipelines.parsing.syntax.clauses import is_subject
from pipelines.parsing.syntax.units import Parse

_JOINS = frozenset("and before but since so though whereas while ; –".split())
_GROUNDS = frozenset("after as because when".split())  # what provoked an act may tell whom it is against


def is_apart(told: Told, mention: Any, side: str) -> bool:
    """Say whether an actor only does something else, in a clause beside that of an act.

    Args:
        told: The act.
        mention: The actor, in no slot of the act.
        side: The part that it would take: ``a`` who acts, ``b`` on whom, ``p`` with the others.
    """
    parse, act = told.parse, told.candidate.match.unit
    unit = parse.unit_at(mention.token_start)
    if unit < 0 or parse.mention[unit] is None or mention.is_pronoun or not is_subject(parse, unit):
        return False
    if side == "a" and not any(SIDES[role] == "a" and how == "head" for role, _, how, _ in told.candidate.slots):
        return False  # "soldiers moved in and dozens were rounded up"
    if unit > act:
        opener = _opener(parse, unit)
        return opener in _JOINS or (opener in _GROUNDS and side == "a")
    own = _own_subject(told)
    opener = _opener(parse, own) if unit < own else ""
    if own > unit and ((side == "p" and opener == "that") or (side == "a" and _tells_of_visit(told, mention))):
        return True  # "X said that Y and Z had met", "X said Y would visit Oslo"
    return opener in _GROUNDS or (opener in _JOINS and not (opener == "and" and side == "p"))


def _tells_of_visit(told: Told, mention: Any) -> bool:
    guests = "guest" in told.candidate.match.trigger.frame.values()
    return guests and told.speaker is not None and told.speaker.actor_id == mention.actor_id


def _own_subject(told: Told) -> int:
    """Return the unit of the act's own subject before it, or -1."""
    parse, act = told.parse, told.candidate.match.unit
    found = (
        parse.unit_at(m.token_start) for _, m, how, name in told.candidate.slots if name == "subj" and how == "head"
    )
    return max((u for u in found if 0 <= u < act and is_subject(parse, u)), default=-1)


def _opener(parse: Parse, subject: int) -> str:
    """Return the word right before the phrase of a subject."""
    before = chunk_left(parse, subject) - 1
    return parse.words[before] if before > 0 else ""
