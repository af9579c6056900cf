"""The gazetteer: countries and cities that ship with a library, and the reviewed rows of
``seeds/reference/places.csv``.

What belongs here: reading them once into compact tables, and looking names and keys up. What does not: reading articles
(``find``) and choosing between namesakes (``resolve``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import log10
from pathlib import Path
from typing import NamedTuple

from pipelines.parsing.names import fold, slug
from pipelines.parsing.places.library import library_cities, library_countries, written
from pipelines.parsing.places.spellings import is_spelling, without_article
from pipelines.parsing.reference import FOLDER, Reference, Row, load_reference

_LATIN_NAME = re.compile(rb'"([A-Z][a-z][A-Za-z\'. -]{2,})"')
# Other spellings are kept of cities that news names; of small ones they would mostly be other people's words.
_SPELLED_FROM = 6  # digits of the population: from 100,000 on
_EVERYWHERE = "*"
_LOWER = bytes(range(256)).lower().replace(b"-", b" ")
_WEIGHT = {"country": 9.7, "state": 8.3}
_REVIEWED = 8.0
_CAPITAL = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A place as ``dim_place`` knows it.

    Attributes:
        place_key: ``geonames:<id>``, ``country:<iso3>`` or ``place:<name>-<iso3>``; stable from run to run.
        place_name: Its name in English.
        place_kind: ``city``, ``country``, ``state``, ``region``, ``site``, ``island``, ``sea``, ``river`` or
            ``mountain``.
        country_iso3: Its country, None for what lies in none or several.
        latitude: Degrees north, None where not known.
        longitude: Degrees east, None where not known.
    """

    place_key: str
    place_name: str
    place_kind: str
    country_iso3: str | None
    latitude: float | None
    longitude: float | None


class Entry(NamedTuple):
    """A row of the gazetteer; ``weight`` says how likely a name without context means it (decimal logarithms)."""

    key: str
    name: str
    kind: str
    iso3: str | None
    latitude: float | None
    longitude: float | None
    weight: float

    def place(self) -> Place:
        """Return the entry as a place."""
        return Place(self.key, self.name, self.kind, self.iso3, self.latitude, self.longitude)


class RawCity(NamedTuple):
    """A city as the library's file has it, made an ``Entry`` only when it is asked for: most never are."""

    number: bytes
    name: bytes
    latitude: bytes
    longitude: bytes
    iso2: bytes
    population: bytes
    spellings: int  # characters of its names in the world's languages: what the world speaks of has many
    capital: bool

    def entry(self, iso3_of: dict[str, str]) -> Entry:
        """Return the city as an entry."""
        weight = log10(int(self.population) + 10) + log10(self.spellings / 12 + 2) + (_CAPITAL if self.capital else 0)
        where = float(self.latitude), float(self.longitude)
        iso3 = iso3_of.get(self.iso2.decode())
        return Entry(f"geonames:{self.number.decode()}", written(self.name), "city", iso3, *where, weight)


@dataclass(eq=False)
class Gazetteer:
    """All places by name.

    Attributes:
        entries: The places.
        names: Name, as ``name_key`` folds it, to indexes into ``entries``.
        longest: First word of names of several words, to the number of words of the longest such name.
        pairs: First two words of names of several words.
        adjectives: Demonyms and the like ("libyan") to the country's ISO 3166-1 alpha-3 code.
        adjective_ends: The last words of all of these.
        abbreviations: "va" (written "Va.") to indexes; they count only behind a comma.
        guarded: Names that are more often something else ("Jackson"); they want more than a name's usual surroundings.
    """

    entries: list[Entry | RawCity] = field(default_factory=list)
    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    pairs: set[str] = field(default_factory=set)
    adjectives: dict[str, str] = field(default_factory=dict)
    adjective_ends: set[str] = field(default_factory=set)
    abbreviations: dict[str, int] = field(default_factory=dict)
    guarded: frozenset[str] = frozenset()
    iso3_of: dict[str, str] = field(default_factory=dict, repr=False)
    _by_key: dict[str, int] = field(default_factory=dict, repr=False)

    def lookup(self, text: str) -> list[Entry]:
        """Return the places of a name, the likeliest first; none where it is unknown."""
        key = name_key(text)
        found = self.names.get(key) or self.names.get(without_article(key), ())
        return sorted(map(self.entry, found), key=lambda entry: -entry.weight)

    def entry(self, at: int) -> Entry:
        """Return the place at an index."""
        entry = self.entries[at]
        if isinstance(entry, RawCity):
            entry = self.entries[at] = entry.entry(self.iso3_of)
        return entry

    def by_key(self, key: str) -> Entry | None:
        """Return the place of a key, or None."""
        if not self._by_key:
            self._by_key = {_key(entry): i for i, entry in enumerate(self.entries)}
        at = self._by_key.get(key)
        return None if at is None else self.entry(at)

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """Add a place under its names."""
        at = len(self.entries)
        self.entries.append(entry)
        for name in names:
            self.name(name_key(name), at)

    def name(self, key: str, at: int) -> None:
        """Put a folded name on the place at an index."""
        there = self.names.get(key, ())
        if key and at not in there:
            self.names[key] = (*there, at)
            first, *rest = key.split(" ")
            if rest:
                self.longest[first] = max(self.longest.get(first, 0), len(rest) + 1)
                self.pairs.add(f"{first} {rest[0]}")


def name_key(text: str) -> str:
    """Return the form under which a name is kept: folded, without dots, hyphens and a leading "the"."""
    folded = text.lower() if text.isascii() else fold(text)
    if not folded.isalpha():
        folded = folded.replace("’", "'").replace("'s ", " s ").replace("'", "").replace(".", "").replace("-", " ")
        folded = " ".join(folded.replace(",", " , ").split())
    return folded.removeprefix("the ")


@lru_cache(maxsize=2)
def load_gazetteer(folder: Path = FOLDER) -> Gazetteer:
    """Return the gazetteer with the reviewed tables of a folder; made once, in about a quarter of a second."""
    return build_gazetteer(load_reference(folder))


def build_gazetteer(reference: Reference) -> Gazetteer:
    """Make the gazetteer from the library and the reference tables ``countries``, ``places`` and ``not_places``."""
    library = library_countries()
    rules = {name_key(row["name"]): row["rule"] for row in reference.rows("not_places")}
    guarded = frozenset(name for name, rule in rules.items() if rule == "qualified")
    gazetteer = Gazetteer(iso3_of={row["iso"]: row["iso3"] for row in library}, guarded=guarded)
    former = frozenset(name for name, rule in rules.items() if rule == "former")
    taken = {name: {_EVERYWHERE} for name in rules.keys() - guarded - former}
    _add_reviewed(gazetteer, reference.rows("places"), taken)
    countries = _country_names(library, reference.rows("countries"))
    closed = {*taken, *(name_key(name) for names in countries.values() for name in names)}
    capitals = {(name_key(row["capital"]), row["iso"]): row["iso3"] for row in library if row["capital"]}
    seats = _add_cities(gazetteer, taken, closed, former, capitals)
    _drop_borrowed(gazetteer)
    _add_countries(gazetteer, countries, seats)
    people = {row["iso3"]: int(row["population"]) for row in library}
    _add_adjectives(gazetteer, sorted(reference.rows("countries"), key=lambda row: -people.get(row["iso3"], 0)))
    return gazetteer


def _add_adjectives(gazetteer: Gazetteer, rows: Iterable[Row]) -> None:
    """Add the adjectives; of two countries that share one, the first has it: "Dominican"."""
    for row in rows:
        for demonym in filter(None, map(str.strip, row["demonyms"].lower().split(";"))):
            if " " not in demonym or demonym not in gazetteer.names:  # "New Zealand" is its name
                gazetteer.adjectives.setdefault(demonym, row["iso3"])
                gazetteer.adjective_ends.add(demonym.split(" ")[-1])


def _key(entry: Entry | RawCity) -> str:
    return f"geonames:{entry.number.decode()}" if isinstance(entry, RawCity) else entry.key


def _add_reviewed(gazetteer: Gazetteer, rows: Iterable[Row], taken: dict[str, set[str]]) -> None:
    """Add the reviewed places, and to ``taken`` their names: no city of that name is looked for in their country."""
    for row in rows:
        name, iso3 = row["place_name"], row["country_iso3"] or None
        key = f"place:{slug(re.sub(r'[^a-z0-9]+', ' ', name_key(name)).strip())}" + (f"-{iso3.lower()}" if iso3 else "")
        others = [other for other in row["other_names"].split(";") if other]
        gazetteer.abbreviations |= {name_key(o): len(gazetteer.entries) for o in others if o.endswith(".")}
        names = [name, *(other for other in others if not other.endswith("."))]
        weight = _WEIGHT.get(row["place_kind"], _REVIEWED)
        where = float(row["latitude"]), float(row["longitude"])
        gazetteer.add(Entry(key, name, row["place_kind"], iso3, *where, weight), names)
        if row["place_kind"] != "state" and iso3:
            for spelling in names:
                taken.setdefault(name_key(spelling), set()).add(iso3)


def _add_cities(
    gazetteer: Gazetteer,
    taken: dict[str, set[str]],
    closed: set[str],
    former: frozenset[str],
    capitals: dict[tuple[str, str], str],
) -> dict[str, tuple[float, float]]:
    """Add the library's cities; return where the capitals lie, by ISO3. Written for speed: it sees 34,000 of them.

    Args:
        gazetteer: What they are added to.
        taken: Names that no city has, by the countries where that holds (``*``: everywhere).
        closed: Names that no city has as another spelling of its own: of countries and reviewed places.
        former: Earlier names that news still has.
        capitals: (Folded name, ISO2) of each capital to ISO3.
    """
    seats: dict[str, tuple[float, float]] = {}
    special = taken.keys() | {name for name, _ in capitals}
    names, entries = gazetteer.names, gazetteer.entries
    for number, name, latitude, longitude, iso2, population, spellings in library_cities():
        key = name_key(written(name)) if b"\\" in name else _quick_key(name)
        keys, capital = {key}, ""
        if len(population) >= _SPELLED_FROM:
            others = (other for other in map(_quick_key, _LATIN_NAME.findall(spellings)) if other not in closed)
            keys.update(other for other in others if other in former or is_spelling(other, key))
        if key in special or (len(keys) > 1 and not special.isdisjoint(keys)):
            country = iso2.decode()
            here = {_EVERYWHERE, gazetteer.iso3_of.get(country, "")}
            keys = {key for key in keys if here.isdisjoint(taken.get(key, ()))}
            capital = next((capitals[key, country] for key in keys if (key, country) in capitals), "")
            if capital:
                seats[capital] = float(latitude), float(longitude)
        at = len(entries)
        for key in keys:
            if key in names or " " in key:
                gazetteer.name(key, at)
            else:
                names[key] = (at,)
        entries.append(RawCity(number, name, latitude, longitude, iso2, population, len(spellings), bool(capital)))
    return seats


def _drop_borrowed(gazetteer: Gazetteer) -> None:
    """Take from cities the names of others that are their own: once Harare was Salisbury, today that is in England.

    Another spelling of its own name ("Odessa") starts with the same letter, and stays.
    """
    entries = gazetteer.entries
    for key, there in gazetteer.names.items():
        if len(there) < 2:
            continue
        names = {at: name_key(written(entry.name)) for at in there if isinstance(entry := entries[at], RawCity)}
        if key in names.values():
            gazetteer.names[key] = tuple(at for at in there if names.get(at, key)[:1] == key[:1])


def _quick_key(raw: bytes) -> str:
    """Return ``name_key`` of an ASCII name; an apostrophe before a closing s is the one thing it does not see."""
    key = raw.translate(_LOWER, b"'.").decode()
    return key[4:] if key.startswith("the ") else key


def _country_names(library: Iterable[Row], reviewed: Iterable[Row]) -> dict[str, list[str]]:
    """Return every country's names by ISO3, the one to file it under first."""
    names = {row["iso3"]: [row["name"]] for row in library}
    for row in reviewed:
        mine = [row["name"], *names.get(row["iso3"], []), row["official_name"], *row["other_names"].split(";")]
        names[row["iso3"]] = [name for name in dict.fromkeys(mine) if name]
    return names


def _add_countries(
    gazetteer: Gazetteer, countries: dict[str, list[str]], seats: dict[str, tuple[float, float]]
) -> None:
    """Add the countries, each at its capital."""
    for iso3, names in countries.items():
        latitude, longitude = seats.get(iso3, (None, None))
        entry = Entry(f"country:{iso3}", names[0], "country", iso3, latitude, longitude, _WEIGHT["country"])
        gazetteer.add(entry, names)
