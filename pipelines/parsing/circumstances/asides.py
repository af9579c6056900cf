"""Places that an aside tells of what was before, or is to come: "who visited Cairo last month", "who had fled from
Aleppo", "back from a trip to Oslo", "before leaving for Oslo".

What belongs here: finding such places and how far the aside reaches. Only acts of the aside itself happened there; for
any other act, in its sentence or in the next, the place says nothing. What does not: weighing the others (``where``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.parsing.circumstances.nearness import preposition_at
from pipelines.parsing.dates.words import MONTHS
from pipelines.parsing.document import Doc
from pipelines.parsing.places import PlaceMention

_RELATIVES = frozenset(("who", "which"))
_STOPS = frozenset(';:"“”')
# Tokens back to the pronoun: of a clause between commas, of another; from "from" to the journey's place.
_REACH, _CLOSE, _PHRASE = 14, 7, 6
_OPENING = 2  # tokens into a sentence
# What somebody's life is told by: nobody is there for it when the act is done.
_ONCE = frozenset(
    "born raised educated lived studied grew trained fought served worked taught graduated campaigned ruled governed "
    "reigned once formerly".split()
)
# Who had come to a place is still there, and so is who had been brought: "pilgrims who had gathered in Najaf".
_STILL_THERE = frozenset(
    "arrived gathered assembled come been camped barricaded holed taken sought hidden occupied seized entered massed "
    "converged stayed remained settled set".split()
)
_YEAR = re.compile(r"(1[89]|20)\d\d")
_AGO = frozenset("week month year weekend summer spring winter autumn".split())
_JOURNEYS = frozenset("trip visit tour journey stopover pilgrimage swing".split())
_BEFORE = frozenset(("ahead", "before", "eve"))
_SETS_OUT = frozenset("leaving flying departing heading travelling traveling going setting".split())
_HOME_AGAIN = frozenset("back returned returning return fresh home".split())
_AT_HOME = frozenset("parliament lawmakers cabinet".split())


class Aside(NamedTuple):
    """The tokens of an aside, the end not among them."""

    start: int
    end: int


def aside_of(doc: Doc, place: PlaceMention) -> Aside | None:
    """Return the aside of what was before that tells a place, or None.

    Args:
        doc: The text.
        place: The place.
    """
    first, end = doc.sentences[doc.sentence_at(place.token_start)]
    start = _journey_behind(doc, place, first, end)
    stops = (t for t in range(place.token_end, end) if doc.lowers[t] == "," or doc.lowers[t] in _STOPS)
    if start >= 0:  # what one sets out for is part of it: "ahead of a trip to Oslo for talks"
        return Aside(start, next(stops, end) if doc.lowers[start] in _BEFORE else place.token_end)
    opens = _relative_before(doc, place, first)
    between_commas = opens > first and doc.lowers[opens - 1] == ","
    if opens < 0 or not (between_commas or place.token_start - opens <= _CLOSE):
        return None
    closes = next(stops, end) if between_commas else place.token_end
    return Aside(opens, closes) if _was_before(doc, place, opens, closes) else None


def _relative_before(doc: Doc, place: PlaceMention, first: int) -> int:
    """Return the token of the relative pronoun in whose clause a place stands, or -1."""
    for at in range(place.token_start - 1, max(first, place.token_start - _REACH), -1):
        if doc.lowers[at] in _RELATIVES:
            return at
        if doc.lowers[at] in _STOPS or doc.lowers[at] == ",":
            return -1
    return -1


def _was_before(doc: Doc, place: PlaceMention, opens: int, closes: int) -> bool:
    told = doc.lowers[opens + 1 : place.token_start]
    if "had" in told[:2]:
        at = preposition_at(doc, place.token_start)
        way = doc.lowers[at] if at >= 0 else ""
        return way == "from" or (way not in ("to", "into") and _STILL_THERE.isdisjoint(told))
    return not _ONCE.isdisjoint(told) or _is_dated(doc.lowers[opens + 1 : closes])


def _is_dated(words: Sequence[str]) -> bool:
    """Say whether an aside tells a time of its own that is over: "last month", "in May", "in 2019", "years ago"."""
    return "ago" in words or any(
        (word == "last" and after in _AGO) or (word == "in" and (after in MONTHS or _YEAR.fullmatch(after) is not None))
        for word, after in pairwise(words)
    )


def _journey_behind(doc: Doc, place: PlaceMention, first: int, end: int) -> int:
    """Return the token from which a journey is told to be over or to come, or -1: "back from a trip to Oslo", "ahead of
    a trip to Oslo", "After a trip to Oslo, X told parliament".
    """
    back = range(place.token_start - 1, max(first, place.token_start - 1 - _PHRASE), -1)
    journey = next((at for at in back if doc.lowers[at] in _JOURNEYS or doc.lowers[at] in _SETS_OUT), -1)
    if journey < 0 or not all(doc.lowers[at].isalpha() for at in range(journey, place.token_start)):
        return -1
    if doc.lowers[first] == "after" and journey - first < _PHRASE and "," in doc.lowers[journey:end]:
        return first if not _AT_HOME.isdisjoint(doc.lowers[place.token_end : end]) else -1
    led = range(journey - 1, max(first, journey - _PHRASE) - 1, -1)
    ahead = next((at for at in led if doc.lowers[at] in _BEFORE), -1)
    if ahead >= 0:  # "met X in Rome before flying to Oslo for talks" tells of both places
        return ahead if doc.lowers[journey] in _JOURNEYS or ahead - first <= _OPENING else -1
    came = next((at for at in led if doc.lowers[at] == "from"), -1)
    return came if came > first and doc.lowers[came - 1] in _HOME_AGAIN else -1
