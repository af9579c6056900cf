"""Where troops are withdrawn from: the country that they leave, whoever orders it and wherever.

What belongs here: reading it off the words behind the act. What does not: the other countries that may be where an act
happened (``where``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.circumstances.nearness import names_event, preposition_at
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.places import PlaceMention

_CLAUSE_ENDS = frozenset(";VMSR")


def left_behind(doc: Doc, kept: Kept, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place that an act of withdrawal leaves ("pulled its troops out of Mali"), or None.

    Args:
        doc: The text.
        kept: The act.
        places: The places of the text, in order.
    """
    if kept.kind != "RETREAT" or kept.mode != "withdraw":
        return None
    told, end = kept.told, doc.sentences[kept.told.sentence][1]
    behind = (place for place in places if told.token < place.token_start < end)
    return next((place for place in behind if _is_left(doc, kept, place)), None)


def _is_left(doc: Doc, kept: Kept, place: PlaceMention) -> bool:
    at = preposition_at(doc, place.token_start)
    is_from = at > 0 and (doc.lowers[at] == "from" or doc.lowers[at - 1 : at + 1] == ["out", "of"])
    if not is_from or names_event(doc, place):
        return False
    parse, last = kept.told.parse, kept.told.candidate.match.end
    return _CLAUSE_ENDS.isdisjoint(parse.tags[last : max(last, parse.unit_at(at))])
