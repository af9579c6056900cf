"""Which countries a text is about: what a name of several places is resolved by.

What belongs here: counting. What does not: finding places (``find``) and choosing between namesakes (``resolve``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipelines.parsing.document import Doc
from pipelines.parsing.places.adjectives import told_adjectives
from pipelines.parsing.places.find import PlaceMention
from pipelines.parsing.places.gazetteer import Gazetteer, load_gazetteer

_WELL_KNOWN = 7.5  # weight of a namesake that keeps a country's name from counting
# A namesake this well known, and at most so much less than the likeliest, takes the likeliest's place in a text that
# is about its country: Tripoli in one on Lebanon, Birmingham in one on Alabama.
_RIVAL, _BEHIND = 7.0, 1.5


def country_context(
    doc: Doc,
    mentions: Iterable[PlaceMention] = (),
    gazetteer: Gazetteer | None = None,
    homes: Iterable[str | None] = (),
) -> list[str]:
    """Return the countries (ISO 3166-1 alpha-3) that a text is about, the most mentioned first, ties as they appear.

    Countries by name and by adjective count whole; cities count half, since they are what the context is to resolve,
    and not at all where a namesake lies in a country told otherwise and they do not; names that are a country and
    something else in another one ("Georgia") do not count. Those at home in which the text names somebody come last.

    Args:
        doc: The text.
        mentions: Its places.
        gazetteer: Where to look names up; the default one is loaded when none is given.
        homes: The countries of the actors that it names, in order.
    """
    gazetteer = gazetteer or load_gazetteer()
    counts: Counter[str] = Counter()
    doubtful: list[tuple[str, frozenset[str]]] = []
    for mention in mentions:
        told = mention.within or mention.iso3
        if told and (mention.kind != "country" or _plain(mention.text, gazetteer)):
            rivals = _rivals(mention, gazetteer)
            if rivals:
                doubtful.append((told, rivals))
            else:
                counts[told] += 2 if mention.kind == "country" or mention.within else 1
    for _, _, iso3 in told_adjectives(doc, gazetteer):
        counts[iso3] += 2
    counts.update({home: 0 for home in homes if home})
    firm = frozenset(counts)
    counts.update(told for told, rivals in doubtful if told in firm or firm.isdisjoint(rivals))
    return [iso3 for iso3, _ in counts.most_common()]


def _plain(name: str, gazetteer: Gazetteer) -> bool:
    entries = gazetteer.lookup(name)
    return all(entry.iso3 == entries[0].iso3 or entry.weight < _WELL_KNOWN for entry in entries)


def _rivals(mention: PlaceMention, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the other countries in which a city of the name may as well lie."""
    if mention.kind != "city" or mention.within:
        return frozenset()
    best, *others = gazetteer.lookup(mention.text)[:_LOOKED_AT] or (None,)
    least = max(_RIVAL, best.weight - _BEHIND) if best else _RIVAL
    return frozenset(o.iso3 for o in others if o.iso3 and o.iso3 != mention.iso3 and o.weight >= least)


_LOOKED_AT = 4  # namesakes
