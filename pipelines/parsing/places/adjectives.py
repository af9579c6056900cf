"""The adjectives of countries in a text: "Libyan", "South Korean", "Papua New Guinean".

What belongs here: reading them whole, so that South Sudanese troops are not Sudan's. What does not: what an adjective
makes a place (``by_adjective``), and who comes from a country (``actors``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from pipelines.parsing.document import Doc
from pipelines.parsing.places.gazetteer import Gazetteer

_LONGEST = 3  # words


def told_adjectives(doc: Doc, gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Yield the first token of each adjective of a country, the token behind it, and the country, in order."""
    for last in compress(range(len(doc.lowers)), map(gazetteer.adjective_ends.__contains__, doc.lowers)):
        first = adjective_start(doc.lowers, last, gazetteer)
        if first >= 0 and doc.words[first][0].isupper():
            yield first, last + 1, gazetteer.adjectives[" ".join(doc.lowers[first : last + 1])]


def adjective_start(lowers: Sequence[str], last: int, gazetteer: Gazetteer) -> int:
    """Return the first token of the longest adjective of a country that ends with a token, or -1."""
    if lowers[last] not in gazetteer.adjective_ends:
        return -1
    firsts = range(max(0, last + 1 - _LONGEST), last + 1)
    return next((at for at in firsts if " ".join(lowers[at : last + 1]) in gazetteer.adjectives), -1)
