"""Organizations and groups: ``orgs_*.psv``, and what ``org_patterns.psv`` makes for every sovereign state.

What belongs here: rows with an id of ``org:`` or ``group:``. What does not: persons and states.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from pipelines.reference_build.aliases import expand_alias, with_plain
from pipelines.reference_build.rows import Actor, Alias, Registry, alias_key, slug
from pipelines.reference_build.sources import SourceLine, items, read_lines
from pipelines.reference_build.states import State


def load_bodies(folder: Path, registry: Registry) -> None:
    """Add the organizations and groups of ``orgs_*.psv``: id, name, sector, country, aliases, Wikidata id."""
    for line in read_lines(folder, "orgs_*.psv", 6):
        actor_id, name, sector, iso3, aliases, wikidata = line.fields
        actor_id = body_id(actor_id or slug(name))
        kind = "group" if actor_id.startswith("group:") else "organization"
        registry.actors.append(Actor(actor_id, name, kind, sector, iso3, wikidata, line.source))
        registry.aliases.extend(_aliases(actor_id, name, items(aliases), line.source))


def body_id(short: str) -> str:
    """Return the full id of an organization written short in a source row ("nato" -> "org:nato")."""
    return short if ":" in short else f"org:{short}"


def _aliases(actor_id: str, name: str, written: list[str], source: str) -> Iterator[Alias]:
    for text, kind in [(name, "name"), *(expand_alias(alias) for alias in written)]:
        for alias, alias_type in with_plain(text, kind):
            yield Alias(actor_id, alias, alias_type, source)


def expand_patterns(folder: Path, states: list[State], registry: Registry) -> dict[tuple[str, str], str]:
    """Add the ministries, forces and the like of every sovereign state; return (country, pattern) -> id.

    ``pattern_owners.psv`` says where a body already stands in ``orgs_*.psv`` (Britain's foreign ministry is the Foreign
    Office): then the pattern's names become its aliases. ``-`` says that the state has no such body.
    """
    owners = {(row.fields[1], row.fields[0]): row.fields[2] for row in read_lines(folder, "pattern_owners.psv", 3)}
    taken = {alias_key(alias.alias): alias.registry_id for alias in registry.aliases}
    patterns = list(read_lines(folder, "org_patterns.psv", 4))
    bodies = {}
    for state, pattern in itertools.product((state for state in states if state.expand), patterns):
        place = (state.iso3, pattern.fields[0])
        if owners.get(place) != "-":
            bodies[place] = body_id(owners.get(place) or f"{slug(state.name)}-{pattern.fields[0]}")
            _expand(pattern, state, bodies[place], place not in owners, taken, registry)
    return bodies


def _expand(
    pattern: SourceLine, state: State, actor_id: str, is_new: bool, taken: dict[str, str], registry: Registry
) -> None:
    _, sector, canonical, aliases = pattern.fields
    name = _fill(canonical, state.demonyms[0], state.name)
    if is_new:
        registry.actors.append(Actor(actor_id, name, "organization", sector, state.iso3, "", pattern.source))
    for alias in dict.fromkeys(_wordings([canonical, *items(aliases)], state)):
        if taken.get(alias_key(alias), actor_id) == actor_id:
            registry.aliases.append(Alias(actor_id, alias, "name", pattern.source))


def _wordings(templates: list[str], state: State) -> Iterator[str]:
    for template in templates:
        for demonym in adjectives(state) if "{adj}" in template else ("",):
            yield _fill(template, demonym, state.name)


_NOUN = re.compile(r"(?:man|men|woman|lander|Dane|Finn|Swede|Pole|Turk|Spaniard|Brit|Briton| German| Cypriot)$")
_LETTERS = {"USA": ("US", "U.S."), "GBR": ("UK", "U.K.")}


def adjectives(state: State) -> tuple[str, ...]:
    """Return the demonyms that can stand before a noun ("British", not "Briton")."""
    kept = tuple(demonym for demonym in state.demonyms[1:] if not _NOUN.search(demonym))
    return (state.demonyms[0], *kept, *_LETTERS.get(state.iso3, ()))


def _fill(template: str, demonym: str, name: str) -> str:
    return template.replace("{adj}", demonym).replace("{of}", display_name(name)).replace("{name}", name)


def display_name(name: str) -> str:
    """Return a state's name as it stands after "of" or "to" ("the Philippines")."""
    return f"the {name}" if _TAKES_ARTICLE.search(name) else name


_TAKES_ARTICLE = re.compile(
    r"(?:Republic|the Congo|Union|Kingdom|States|Emirates|Islands|Philippines|Netherlands|Bahamas|Maldives)$"
)
