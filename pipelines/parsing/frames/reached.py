"""Whether a phrase behind a wording is one of its act at all: "mocked the plan on Twitter", "was denounced by allies of
X".

What belongs here: phrases that tell of another noun, or of where something is said. What does not: which part one takes
whom a phrase names (``frames``), how a clause is walked (``syntax.complements``).
"""

from __future__ import annotations

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.units import Parse
from pipelines.schemas import SPEECH_TYPES


def is_reached(parse: Parse, match: Match, preposition: str, slot: Slot) -> bool:
    """Say whether an act may be done to, or by, who stands after a preposition.

    Args:
        parse: The sentence.
        match: The wording.
        preposition: The preposition.
        slot: Who stands after it.

    Returns:
        False for "denied a role in the attack on X", "mocked the plan on Twitter", "was denounced by allies of X",
        "criticised Y for his deal with X".
    """
    kind, at = match.trigger.engagement_type, _unit_of(parse, match, preposition, slot)
    if kind == "REJECT" and parse.lemma[match.unit] == "deny":
        return preposition in _DENIED_TO and (preposition != "by" or parse.words[at - 1] in _ANSWERED)
    if preposition == "of" and _is_of_doer(parse, at):
        return False
    if kind == "REQUEST" and preposition == "between":
        return parse.words[at - 1] in _ASKED_OF_BOTH  # not "asked for a copy of a call between X and Y"
    if kind in _OF_RELATIONS and preposition == "with" and parse.words[at - 1] in _RELATIONS:
        return False
    if preposition != "on" or slot.how != "head" or kind not in SPEECH_TYPES:
        return True
    return not all(m.sector == "JRN" or parse.words[parse.unit_at(m.token_start)] in _POSTED_ON for m in slot.mentions)


def _unit_of(parse: Parse, match: Match, preposition: str, slot: Slot) -> int:
    """Return the unit of the preposition before a phrase."""
    named = parse.unit_at(slot.mentions[0].token_start)
    return next((k for k in range(named - 1, match.unit, -1) if parse.words[k] == preposition), match.end)


def _is_of_doer(parse: Parse, of: int) -> bool:
    """Say whether an "of" tells whose those are by whom something is done: "was denounced by allies of X"."""
    return parse.words[chunk_left(parse, of - 1) - 1] == "by"


_DENIED_TO = frozenset(("by", "from", "of"))
# What is said or asked by others, where "denied any wrongdoing by X" answers nobody.
_ANSWERED = frozenset(
    "accusation accusations accounts allegation allegations appeal application assertion assertions attempt bid charge "
    "charges claim claims comments complaint complaints demand effort motion petition remarks report reports request "
    "requests statement statements suggestion suggestions testimony".split()
)
_ASKED_OF_BOTH = frozenset(
    "calm ceasefire compromise confrontation contacts cooperation coordination de-escalation dialogue engagement "
    "fighting hostilities negotiations peace reconciliation restraint talks tension tensions truce understanding "
    "violence war".split()
)
_OF_RELATIONS = frozenset(("ACCUSE", "REQUEST"))
_RELATIONS = frozenset(
    "alliance alliances border borders collusion contacts dealings friendship frontier links partnership rapport "
    "relations relationship ties war".split()
)
_POSTED_ON = frozenset("facebook instagram linkedin tiktok telegram twitter whatsapp x youtube".split())
