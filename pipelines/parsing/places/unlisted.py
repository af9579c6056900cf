"""Towns that no gazetteer lists, told as such: "the village of Bara".

What belongs here: finding them, so that what happened there is not said to have happened elsewhere. What does not:
places that the gazetteer knows (``find``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipelines.parsing.document import Doc
from pipelines.parsing.places.find import PlaceMention

_TOWNS = frozenset(
    "borough camp city district hamlet island locality municipality neighborhood neighbourhood outpost port "
    "settlement suburb town township village".split()
)
_LONGEST = 3  # words of a name


def unlisted_towns(doc: Doc, known: Collection[int], places: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the towns that the text tells as towns, in order of position, each in the country of the nearest place.

    Args:
        doc: The text.
        known: Tokens of what is known already: places, persons, organizations.
        places: The places that the gazetteer knows.
    """
    landed = [place for place in places if place.iso3]
    for at in range(2, len(doc.words)):
        if doc.lowers[at - 1] != "of" or doc.lowers[at - 2] not in _TOWNS:
            continue
        end = at
        while end < min(at + _LONGEST, len(doc.words)) and doc.words[end][0].isupper() and end not in known:
            end += 1
        if end > at:
            start, stop = doc.starts[at], doc.ends[end - 1]
            yield PlaceMention(
                at, end, start, stop, doc.text[start:stop], True, None, "city", _country_near(at, landed)
            )


def _country_near(token: int, places: Sequence[PlaceMention]) -> str | None:
    near = min(places, key=lambda place: abs(place.token_start - token), default=None)
    return near.iso3 if near else None
