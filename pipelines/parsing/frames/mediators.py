"""Who brings the sides of talks or of a deal together: "a deal brokered by X", "agreed in talks that X mediated".

What belongs here: finding mediators behind a wording. What does not: wordings that tell of mediation itself
(``triggers``), and the sides (``frames``, ``noun_frames``).
"""

from __future__ import annotations

from pipelines.parsing.frames.slots import Candidate, put, put_far
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse

_BETWEEN = frozenset(("AGREE", "CONSULT", "RETREAT"))
_REACH = 20  # units
_MEDIATE = frozenset("broker facilitate guarantee mediate moderate oversee shepherd sponsor steer".split())
_MEDIATED = ("-arranged", "-brokered", "-convened", "-facilitated", "-mediated", "-sponsored")
_MEDIATION = frozenset(("auspices", "facilitation", "mediation"))


def put_mediator(candidate: Candidate, parse: Parse) -> None:
    """Add who brings the sides together, in whichever words after the wording, or before it: "U.S.-brokered talks"."""
    match = candidate.match
    if match.trigger.engagement_type not in _BETWEEN or "participant" not in match.trigger.frame.values():
        return
    opens = match.unit if parse.tags[match.unit] == "V" else chunk_left(parse, match.unit)
    for u in range(opens, match.end):
        if parse.mention[u] is not None and parse.words[u].endswith(_MEDIATED):
            put(candidate, Slot([parse.mention[u]], "head"), "by", "mediator")
    for u in range(match.end, min(match.end + _REACH, len(parse.tags) - 1)):
        if parse.tags[u] == ";":
            return
        slot = _mediator_at(parse, u)
        if slot and u == match.end:
            put(candidate, slot, "by", "mediator")
        elif slot:
            put_far(candidate, Slot(slot.mentions, "head"), "mediator")


def _mediator_at(parse: Parse, u: int) -> Slot | None:
    """Return who mediates by the word at a unit: "brokered by X", "X's mediation", "the auspices of X"."""
    if parse.kind[u] in ("part", "past") and parse.lemma[u] in _MEDIATE and parse.words[u + 1] == "by":
        slot = noun_phrase(parse, u + 2)[0]
        return slot if slot and slot.how == "head" else None
    if parse.words[u] not in _MEDIATION:
        return None
    if parse.words[u + 1] == "of":
        return noun_phrase(parse, u + 2)[0]
    return actors_in_chunk(parse, chunk_left(parse, u), u + 1)
