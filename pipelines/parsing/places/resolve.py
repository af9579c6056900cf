"""Which place a name means: by the country told with it, the countries the article is about, and how well known it is.

What belongs here: choosing among the gazetteer's namesakes, and saying why none was chosen. What does not: finding
names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.places.gazetteer import Entry, Gazetteer, Place, load_gazetteer

# What a place in a country that the article is about gains, by the country's rank, in the gazetteer's decimal
# logarithms.
_RANK_BONUS = (1.5, 1.2, 1.0, 0.8, 0.7)
_MENTIONED_BONUS = 0.5
_SMALL, _SMALL_GAINS = 6.0, 0.5  # a small town that shares its name with a famous city is told with its country
_TOO_CLOSE = 0.3
_OF_SMALL_TOWNS = "USA"  # told with their state in the news, and in no gazetteer
_PARTS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern upper lower rural "
    "mainland downtown".split()
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a place name.

    Attributes:
        place_key: The place, or None.
        note: Why there is none, or which namesakes were passed over; empty where the name is plain.
    """

    place_key: str | None
    note: str = ""


def resolve_place(
    text: str, context_countries: Sequence[str] = (), within: str | None = None, gazetteer: Gazetteer | None = None
) -> Resolved:
    """Choose the place that a name means.

    Args:
        text: The name as written.
        context_countries: ISO 3166-1 alpha-3 codes of the countries the article is about, the most mentioned first.
        within: Country told with the name ("Paris, Texas"), which decides.
        gazetteer: Where to look names up; the default one is loaded when none is given.
    """
    gazetteer = gazetteer or load_gazetteer()
    entries = gazetteer.lookup(text)
    part, _, whole = text.partition(" ")
    if not entries and whole and part.lower().replace("-", "") in _PARTS:
        resolved = resolve_place(whole, context_countries, within, gazetteer)
        return Resolved(resolved.place_key, f"{part} part of it" if resolved.place_key else resolved.note)
    if not entries:
        return Resolved(None, f"not in the gazetteer: {text}")
    inside = [entry for entry in entries if within and entry.iso3 == within]
    if within == _OF_SMALL_TOWNS and not inside and all(entry.kind == "city" for entry in entries):
        return Resolved(None, f"not in the gazetteer: {text} ({within})")
    ranked = sorted(inside or entries, key=lambda entry: -_score(entry, context_countries))
    best, *others = ranked
    rivals = [other for other in others if other.iso3 != best.iso3]
    told = inside or best.iso3 in context_countries
    if rivals and not told and best.weight - _score(rivals[0], context_countries) < _TOO_CLOSE:
        return Resolved(None, f"ambiguous: {_list([best, *rivals])}")
    return Resolved(best.place().place_key, f"not {_list(rivals)}" if rivals else "")


def place_by_key(key: str, gazetteer: Gazetteer | None = None) -> Place:
    """Return the place of a key.

    Raises:
        KeyError: No place has that key.
    """
    entry = (gazetteer or load_gazetteer()).by_key(key)
    if entry is None:
        raise KeyError(key)
    return entry.place()


def country_place(iso3: str, gazetteer: Gazetteer | None = None) -> Place | None:
    """Return a country as a place; None for a code (ISO 3166-1 alpha-3) that the gazetteer does not know."""
    entry = (gazetteer or load_gazetteer()).by_key(f"country:{iso3}")
    return entry.place() if entry else None


def _score(entry: Entry, context: Sequence[str]) -> float:
    if entry.iso3 not in context:
        return entry.weight
    rank = context.index(entry.iso3)
    bonus = _RANK_BONUS[rank] if rank < len(_RANK_BONUS) else _MENTIONED_BONUS
    return entry.weight + (bonus if entry.weight >= _SMALL else bonus * _SMALL_GAINS)


def _list(entries: Sequence[Entry]) -> str:
    return "; ".join(f"{entry.name} ({entry.iso3 or entry.kind})" for entry in entries[:4])
