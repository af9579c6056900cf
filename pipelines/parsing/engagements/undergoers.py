"""To whom an act is done that a noun tells, where the noun's own phrase tells nobody.

What belongs here: the verbs of harm over and after a noun of attack ("the raid that killed X"), and the clause of a
charge ("the claim that X lies"). What does not: the noun's own phrase (``noun_frames``).
"""

from __future__ import annotations

from pipelines.parsing.engagements.chunks import Slot
from pipelines.parsing.engagements.phrases import complements, noun_phrase
from pipelines.parsing.engagements.slots import Candidate, put
from pipelines.parsing.engagements.subjects import subject_of
from pipelines.parsing.engagements.units import Parse, skip
from pipelines.parsing.engagements.verbs import verb_group

_HARM = frozenset("damage destroy devastate hit hurt injure kill level maim ravage slay strike target wound".split())
_IN = frozenset(("by", "during", "in"))


def put_undergoer(candidate: Candidate, parse: Parse, start: int, ruler: int) -> None:
    """Add to whom an act is done by the clause around the noun that tells it, where nobody is known yet.

    Args:
        candidate: The act that a noun tells.
        parse: The sentence.
        start: First unit of the noun's phrase.
        ruler: Unit of the verb over or under it, or -1.
    """
    trigger, end = candidate.match.trigger, candidate.match.end
    if trigger.frame.get("subj") != "source" or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    if trigger.engagement_type == "ASSAULT":
        put_undergoer_after(candidate, parse)
        slot = _after_it(parse, end, ruler) or _over_it(parse, start, ruler)
        put(candidate, slot if slot and slot.how == "head" else None, "obj", "target")
    elif trigger.engagement_type in _SAID and parse.words[end - 1] == "that":
        said = noun_phrase(parse, end)[0]
        put(candidate, Slot(said.mentions, "of") if said else None, "of", "target")


def put_undergoer_after(candidate: Candidate, parse: Parse) -> None:
    """Add whom an attack is meant to harm: "used tear gas to disperse X", "sent drones to strike X"."""
    end, trigger = candidate.match.end, candidate.match.trigger
    if trigger.engagement_type != "ASSAULT" or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    if parse.tags[end : end + 2] == ["T", "V"] and parse.lemma[end + 1] in _HARM | _MEANT:
        slot = complements(parse, end + 2)[0]
        put(candidate, slot if slot and slot.how == "head" else None, "obj", trigger.frame.get("obj"))


_MEANT = frozenset("attack bomb bombard clear disperse fight push quell raid repel scatter shell storm".split())
_SAID = frozenset(("ACCUSE", "REQUEST"))


def _after_it(parse: Parse, end: int, ruler: int) -> Slot | None:
    """Return whom the verb after a noun harms: "the raid that killed X", "the raid killed X"."""
    relative = skip(parse, end, "B")
    verb = skip(parse, relative + 1, "BXG") if parse.words[relative : relative + 1] in (["that"], ["which"]) else ruler
    if verb < end or verb >= len(parse.tags) or parse.lemma[verb] not in _HARM or verb_group(parse, verb).passive:
        return None
    return complements(parse, verb + 1)[0]


def _over_it(parse: Parse, start: int, ruler: int) -> Slot | None:
    """Return whom the verb harms that a noun stands in or by: "X was killed by shelling", "X died in a raid"."""
    if not 0 <= ruler < start or parse.words[start - 1] not in _IN:
        return None
    group = verb_group(parse, ruler)
    if parse.lemma[ruler] == "die" or (group.passive and parse.lemma[ruler] in _HARM):
        return subject_of(parse, group)[0]
    return complements(parse, ruler + 1)[0] if parse.lemma[ruler] in _HARM and not group.passive else None
