"""Whom a denial answers: who accused the one who denies, in its sentence or shortly before.

What belongs here: the way from a denial to the accusation. What does not: what is denied (``status``), who says it
(``speakers``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pipelines.parsing.engagements.chunks import Slot
from pipelines.parsing.engagements.slots import Candidate, put
from pipelines.parsing.engagements.units import Parse

if TYPE_CHECKING:
    from pipelines.parsing.engagements.candidates import Told

_DENYING = frozenset("denied denies deny denying".split())
_WAVING_OFF = frozenset("deny dismiss rebut refute reject repudiate".split())
_CHARGES = frozenset(
    "accusation accusations allegation allegations assertion assertions charge charges claim claims suggestion "
    "suggestions which".split()
)
_NEAR = 3  # units from the verb to what is denied
_SENTENCES = 2  # back from a denial to what it answers
_DEEDS = frozenset(("AID", "ASSAULT", "COERCE", "MOBILIZE"))
_LEAST_STRENGTH = 6  # of a wording that is surely a charge


def put_accuser(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add to a denial whom it answers, where it does not say so itself: "X accused Y of ..., which Y denied".

    Args:
        candidate: The act, its frame filled.
        parse: Its sentence.
        earlier: What was told before it in the article, in order.
        sentence: Index of its sentence.
    """
    if candidate.match.trigger.engagement_type != "REJECT" or not _is_denial(candidate, parse):
        return
    doers = [m for role, m, _, _ in candidate.slots if role == "source"]
    others = (slot for slot in candidate.slots if not _is_among(slot[1], doers))  # "it" of "denied it" is nobody
    plain = any(role == "target" and how != "inner" for role, _, how, _ in others)
    if plain or not doers:
        return
    for told in reversed(earlier):
        if sentence - told.sentence > _SENTENCES:
            return
        accusers = [m for m in _accusers(told, doers) if _is_another(m, doers)]
        if accusers:
            candidate.slots = [slot for slot in candidate.slots if slot[0] != "target"]
            put(candidate, Slot(accusers, "head"), "obj", "target")
            return


def _is_denial(candidate: Candidate, parse: Parse) -> bool:
    unit = candidate.match.unit
    if parse.words[unit] in _DENYING:
        return True
    around = parse.words[max(0, unit - _NEAR) : candidate.match.end + _NEAR]
    return parse.lemma[unit] in _WAVING_OFF and not _CHARGES.isdisjoint(around)


def _accusers(told: Told, doers: Sequence[Any]) -> list[Any]:
    """Return who accuses one of those who deny, or says that one of them did something grave."""
    trigger, slots = told.candidate.match.trigger, told.candidate.slots
    if int(trigger.strength) < _LEAST_STRENGTH:
        return []
    if trigger.engagement_type == "ACCUSE":
        meant = (m for role, m, _, _ in slots if role == "target")
        return [m for role, m, how, _ in slots if role == "source" and how == "head"] if _any_of(meant, doers) else []
    if trigger.engagement_type in _DEEDS and told.speaker is not None:
        return [told.speaker] if _any_of((m for role, m, _, _ in slots if role == "source"), doers) else []
    return []


def _is_another(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether who accuses is none of those who deny, nor perhaps one of theirs ("a spokesman")."""
    return not _is_among(mention, doers) and bool(mention.country or mention.kind != "person" or not mention.described)


def _any_of(mentions: Iterable[Any], doers: Sequence[Any]) -> bool:
    return any(_is_among(mention, doers) for mention in mentions)


def _is_among(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether somebody is one of those who deny, or of their country: "Russia did it ..., the Kremlin denied"."""
    return any(mention.actor_id == d.actor_id or (mention.country and mention.country == d.country) for d in doers)
