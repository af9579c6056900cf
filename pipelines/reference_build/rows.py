"""The rows of the registry and the text helpers that shape them.

What belongs here: one dataclass per output file, slugs, folding of names. What does not: reading files.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

SECTORS = frozenset(
    {"GOV", "MIL", "REB", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "IGO", "NGO", "JRN", "BUS", "CVL", "CRM", "REL"}
    | {"EDU", "MED", "REF", "LAB", "ELI", "UNK"}
)
KINDS = ("person", "organization", "state", "group")
NOBODY = "nobody"  # the registry id of a meaning that is no actor
ALIAS_TYPES = ("name", "acronym", "short", "former", "transliteration", "demonym", "capital", "metonym")
_SPECIAL = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a"}
)


@dataclass(frozen=True, slots=True, order=True)
class Country:
    """A row of ``countries.csv``."""

    iso3: str
    iso2: str
    name: str
    official_name: str
    capital: str
    demonyms: str
    other_names: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """A row of ``actors.csv``."""

    registry_id: str
    canonical_name: str
    actor_kind: str
    sector: str
    country_iso3: str
    wikidata_id: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """A row of ``actor_aliases.csv``."""

    registry_id: str
    alias: str
    alias_type: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A row of ``actor_roles.csv``; dates are ISO days, empty where not known (or, for ``valid_to``, still held)."""

    registry_id: str
    valid_from: str
    valid_to: str
    role_title: str
    organization_id: str
    country_iso3: str
    source: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A row of ``ambiguous_aliases.csv``: one meaning of an alias that several actors share.

    The first row of an alias (``rank`` 1) is its meaning where nothing else tells; the other columns say what speaks
    for this meaning: the days on which it is usual, the country the article is about, words nearby. Of a meaning that
    is no actor ("Total" of a sum) ``registry_id`` is ``nobody``; the others need one of their words then.
    """

    alias: str
    rank: str
    registry_id: str
    valid_from: str
    valid_to: str
    country_iso3: str
    cue_words: str
    reason: str


@dataclass(slots=True)
class Registry:
    """All rows of the registry."""

    countries: list[Country] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    ambiguous: list[Ambiguous] = field(default_factory=list)


def strip_accents(text: str) -> str:
    """Return ``text`` in plain Latin letters ("Erdoğan" -> "Erdogan")."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'").replace("‘", "'")


def slug(name: str) -> str:
    """Return the part of a registry id that is made from a name ("George W. Bush" -> "george-w-bush")."""
    return re.sub(r"[^a-z0-9]+", "-", strip_accents(name).lower().replace("'", "")).strip("-")


def alias_key(alias: str) -> str:
    """Return the form under which two aliases count as the same: no accents, case, dots, apostrophes or hyphens."""
    return " ".join(re.sub(r"[.'`]", "", strip_accents(alias).casefold()).replace("-", " ").split())
