"""Words that set an act where, or when, the one told before was: "there", ", where", "during that visit".

What belongs here: telling that such a word points back, and to which place. What does not: "there was" (no place at
all), the places that a sentence tells itself (``where``), which day is taken over (``when``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.circumstances.nearness import over_times
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
    if doc.lowers[first] == "there" and _points(doc, first):  # holds for the whole sentence
        near = range(first, end - 1)
    at = next((t for t in near if doc.lowers[t] == "there" and _points(doc, t)), -1)
    if at < 0 or any(
        p.locative for p in places if first <= p.token_start < end and p.token_start > min(at, told.token)
    ):
        return None
    opens = doc.sentences[max(0, told.sentence - _BACK)][0]
    return next((p for p in reversed(places) if opens <= p.token_start < at and p.locative), None)


def told_where(doc: Doc, told: Told, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place that "where" before an act takes up, or None: "left on Monday for Rome, where she met X".

    Args:
        doc: The text.
        told: The act.
        places: The places of the text, in order.
    """
    first = doc.sentences[told.sentence][0]
    at = next((t for t in range(told.token - 1, max(first, told.token - _CLAUSE), -1) if _opens_where(doc, t)), -1)
    if at < 0 or not _CLOSES.isdisjoint(doc.lowers[at : told.token]):
        return None
    if any(at < p.token_start and p.locative for p in _of_sentence(doc, told, places)):
        return None
    last = over_times(doc, at - 1 - (doc.lowers[at - 1] == ","))  # over "on Monday" of "in Rome on Monday, where"
    return next((p for p in _of_sentence(doc, told, places) if p.token_end == last + 1 and p.kind != "country"), None)


def _of_sentence(doc: Doc, told: Told, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    first, end = doc.sentences[told.sentence]
    return [p for p in places if first <= p.token_start < end]


def _opens_where(doc: Doc, at: int) -> bool:
    return doc.lowers[at] == "where" and doc.lowers[at - 1] not in _ASKED


_CLAUSE = 14  # tokens from "where" to the act
_CLOSES = frozenset(",;:")
_ASKED = frozenset("asked ask asks from know knows knew of say says see to wonder".split())


def carries_on(doc: Doc, sentence: int) -> bool:
    """Say whether a sentence tells more of the occasion told last: "There she met X", "During that visit she met X".

    Args:
        doc: The text.
        sentence: Its number.
    """
    first, end = doc.sentences[sentence]
    words = doc.lowers[first : min(end, first + _OPENING)]
    if words[:2] == ["while", "there"] or (words[:1] == ["there"] and _points(doc, first)):
        return True
    return len(words) == _OPENING and words[0] in _IN and words[1] in _THAT and words[2] in _OCCASIONS


_OPENING = 3  # words
_IN, _THAT = frozenset(("at", "during", "on")), frozenset(("that", "the", "this"))
_OCCASIONS = frozenset("conference meeting occasion stay stop stopover summit tour trip visit".split())


def _points(doc: Doc, at: int) -> bool:
    return doc.lowers[at + 1] not in _BEGINS and (not at or doc.lowers[at - 1] not in _IDLE)
