"""The two of whom a sentence tells that one met the other: "they" of the next one.

What belongs here: finding them. What does not: other plurals (``pronouns``, ``collectives``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.quotations import is_subject
from pipelines.parsing.actors.scan import Scan


def both_met(scan: Scan, candidates: list[Candidate], here: Sequence[Mention]) -> tuple[int, ...]:
    """Return the two of whom a sentence tells that one met the other and names nobody else, or nothing."""
    named = [m for m in here if not (m.attributive or m.is_place_like or m.possessive or m.is_pronoun)]
    if len(named) < _PAIR or not is_subject(scan, named[0]) or any(m.plural or m.member_of for m in here):
        return ()
    first, other = named[:_PAIR]
    between = scan.lowers[first.token_end : other.token_start]
    of_a_kind = candidates[first.actor_id].kind == candidates[other.actor_id].kind in ("person", "state")
    alone = {m.actor_id for m in named} == {first.actor_id, other.actor_id}
    met = len(between) <= _MEETING and not _MET.isdisjoint(between)
    return (first.actor_id, other.actor_id) if of_a_kind and alone and met and first.actor_id != other.actor_id else ()


_PAIR = 2
_MEETING = 6  # words between who met: "spoke by telephone on Monday with"
_MET = frozenset("met meets meet meeting with hosted hosts received welcomed visited".split())
