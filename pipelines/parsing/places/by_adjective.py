"""Places told by the adjective of their country: "in the Italian capital", "on Kenyan soil", "off the Libyan coast".

What belongs here: the words that make such a phrase a place. What does not: names (``find``), and who comes from a
country (``actors``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipelines.parsing.document import Doc
from pipelines.parsing.places.adjectives import told_adjectives
from pipelines.parsing.places.find import TAKEN, PlaceMention
from pipelines.parsing.places.gazetteer import load_gazetteer

_TOWNS = frozenset("capital city town village port resort district province region".split())
_LANDS = frozenset("soil territory waters airspace coast mainland countryside".split())
_AT = frozenset("in at near to from outside into inside across around through throughout on off over reached".split())
_PARTS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern coastal border port "
    "territorial commercial".split()
)
_PASSED = _PARTS | {"the", "a", "its", "nearby"}
_CARRIES_ON = _TOWNS | _LANDS | _PARTS  # "the Omani port city", "the Omani port of"
_NAMED = 3  # tokens behind in which the place's own name may follow: "the Libyan town of Sirte"


def places_by_adjective(doc: Doc, named: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the places of a text that no name tells, in order.

    Args:
        doc: The text.
        named: The places that it names.
    """
    starts = {place.token_start for place in named}
    for at, last, iso3 in told_adjectives(doc, load_gazetteer()):
        if last >= len(doc.lowers) or not _is_at(doc, at):
            continue
        while last + 1 < len(doc.lowers) and doc.lowers[last] in _PARTS and doc.lowers[last + 1] in _CARRIES_ON:
            last += 1
        word = doc.lowers[last]
        if (word in _TOWNS or word in _LANDS) and starts.isdisjoint(range(at, last + _NAMED + 1)):
            kind = "city" if word in _TOWNS else "country"
            start, end = doc.starts[at], doc.ends[last]
            yield PlaceMention(at, last + 1, start, end, doc.text[start:end], True, iso3, kind, iso3)


def _is_at(doc: Doc, at: int) -> bool:
    back = at - 1
    while back > 0 and at - back <= _NAMED and doc.lowers[back] in _PASSED:
        back -= 1
    return back >= 0 and (doc.lowers[back] in _AT or doc.lowers[back] in TAKEN)
