"""What is done "there" is done in the town told last: "X landed in Oslo. Police there arrested him".

What belongs here: telling that "there" points back, and to which place. What does not: "there was" (no place at all),
the places that a sentence tells itself (``where``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.places import PlaceMention

# What follows where nothing is pointed at: "there were talks", "there has been", "there to help".
_BEGINS = frozenset(
    "is are was were be been being has have had 's isn't aren't wasn't weren't will would can could may might must "
    "should shall came comes exist exists existed remain remains remained seem seems seemed to".split()
)
_IDLE = frozenset("already are based been hello hi is out over posted stationed up was were who".split())
_NEAR = 8  # tokens between an act and its "there"
_BACK = 1  # sentences


def told_there(doc: Doc, told: Told, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place that "there" beside an act points to, or None.

    Args:
        doc: The text.
        told: The act.
        places: The places of the text, in order.
    """
    first, end = doc.sentences[told.sentence]
    near = range(max(first, told.token - _NEAR), min(end - 1, told.token + _NEAR))
    at = next((t for t in near if doc.lowers[t] == "there" and _points(doc, t)), -1)
    if at < 0 or any(
        p.locative for p in places if first <= p.token_start < end and p.token_start > min(at, told.token)
    ):
        return None
    opens = doc.sentences[max(0, told.sentence - _BACK)][0]
    return next((p for p in reversed(places) if opens <= p.token_start < at and p.locative), None)


def _points(doc: Doc, at: int) -> bool:
    return doc.lowers[at + 1] not in _BEGINS and (not at or doc.lowers[at - 1] not in _IDLE)
