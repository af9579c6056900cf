"""Who takes part in an act by the verb over it: "X ordered Y to send troops", "X met Y to discuss trade".

What belongs here: the other side of a governing verb. What does not: the subject that an infinitive shares with it
(``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.frames.slots import Candidate, put, put_far
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.infinitives import governor_of
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_COMING_TOGETHER = frozenset(
    "call contact convene gather host meet phone reach see sit speak summon talk visit".split()
)
_ORDERING = frozenset("authorise authorize command direct instruct order".split())
_DEEDS = frozenset("AID ASSAULT COERCE CONCEDE COOPERATE MOBILIZE RETREAT SANCTION".split())


def put_governing(candidate: Candidate, parse: Parse, group: VerbGroup) -> None:
    """Add whom a verb over the wording brings into the act: who ordered it, with whom one met for it."""
    trigger = candidate.match.trigger
    role = trigger.frame.get("subj")
    if role == "participant" and group.infinitive:
        governor = governor_of(parse, group)
        if governor >= 0 and parse.lemma[governor] in _COMING_TOGETHER and not verb_group(parse, governor).passive:
            put_far(candidate, _no_place(_met(parse, governor)), role)
    elif role == "source" and trigger.engagement_type in _DEEDS:
        over = _order_over(parse, group)
        if over >= 0 and not verb_group(parse, over).passive:
            put_far(candidate, _no_place(subject_of(parse, verb_group(parse, over))[0]), role)


def put_visited(candidate: Candidate, parse: Parse) -> None:
    """Add whom one goes to meet: "flew to Chad to meet X", "went to the capital, where he met X"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    if frame.get("subj") != "guest" or frame.get("to") != "host":
        return
    u = next((k for k in range(match.end, len(parse.tags)) if parse.tags[k] in "V;"), match.unit)
    goes_on = parse.tags[u - 1] == "T" or "where" in parse.words[match.end : u]
    met = _met(parse, u) if goes_on and parse.lemma[u] in _COMING_TOGETHER else None
    if met and not verb_group(parse, u).passive:
        persons = [mention for mention in met.mentions if mention.kind == "person"]
        put(candidate, Slot(persons, met.how), "with", frame.get("with"))


def _met(parse: Parse, verb: int) -> Slot | None:
    obj, after = complements(parse, verb + 1)
    return obj or after.get("with") or after.get("to")


def _order_over(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the verb that orders what a verb tells, or -1: "ordered X to send", "ordered aid cut"."""
    if group.infinitive:
        over = governor_of(parse, group)
    else:
        if not group.passive:
            return -1
        over = skip_back(parse, group.start - 1, "ANDBP'")
        over = skip_back(parse, over - 1, "BN") if over > 0 and parse.words[over] == "that" else over
    return over if over >= 0 and parse.lemma[over] in _ORDERING else -1


def _no_place(slot: Slot | None) -> Slot | None:
    return Slot([m for m in slot.mentions if not m.is_place_like], slot.how) if slot else None
