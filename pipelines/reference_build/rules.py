"""The rules that the registry must keep, as one function from rows to complaints.

What belongs here: checks over the built rows; the build and the tests both call them. What does not: mending anything.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pycountry

from pipelines.reference_build.rows import ALIAS_TYPES, KINDS, NOBODY, SECTORS, Registry, alias_key
from pipelines.reference_build.states import FORMER_ISO2

_ID = re.compile(r"(?:state:[A-Z]{3}|(?:org|group|person):[a-z0-9]+(?:-[a-z0-9]+)*)")
_PREFIX = {"person": "person", "organization": "org", "state": "state", "group": "group"}


def complaints(registry: Registry) -> Iterator[str]:
    """Yield one line for every row that breaks a rule."""
    yield from _actor_rules(registry)
    yield from _role_rules(registry)
    yield from _alias_rules(registry)
    yield from _source_rules(registry)


def valid_codes() -> frozenset[str]:
    """Return ISO 3166-1 alpha-3, the former countries' codes, and Kosovo's."""
    return frozenset(country.alpha_3 for country in pycountry.countries) | frozenset(FORMER_ISO2)


def _actor_rules(registry: Registry) -> Iterator[str]:
    codes = valid_codes() | {""}
    for actor_id, count in Counter(actor.registry_id for actor in registry.actors).items():
        if count > 1:
            yield f"id used {count} times: {actor_id}"
    for actor in registry.actors:
        if not _ID.fullmatch(actor.registry_id) or actor.actor_kind not in KINDS:
            yield f"bad id or kind: {actor}"
        elif _PREFIX[actor.actor_kind] != actor.registry_id.split(":")[0]:
            yield f"id and kind disagree: {actor}"
        if actor.sector not in SECTORS or actor.country_iso3 not in codes:
            yield f"bad sector or country: {actor}"


def _role_rules(registry: Registry) -> Iterator[str]:
    ids = {actor.registry_id for actor in registry.actors}
    for role, count in Counter(registry.roles).items():
        if role.registry_id not in ids or (role.organization_id and role.organization_id not in ids):
            yield f"no such actor or organization: {role}"
        if count > 1 or role.country_iso3 not in valid_codes() | {""}:
            yield f"twice, or bad country: {role}"
        yield from _date_rules(role.valid_from, role.valid_to, str(role))


def _date_rules(start: str, end: str, what: str) -> Iterator[str]:
    try:
        days = [date.fromisoformat(day) for day in (start, end) if day]
    except ValueError:
        yield f"not a date: {what}"
        return
    if days != sorted(days):
        yield f"ends before it begins: {what}"


def _alias_rules(registry: Registry) -> Iterator[str]:
    ids = {actor.registry_id for actor in registry.actors}
    meanings: dict[str, set[str]] = defaultdict(set)
    for alias in registry.aliases:
        meanings[alias_key(alias.alias)].add(alias.registry_id)
        if alias.registry_id not in ids or alias.alias_type not in ALIAS_TYPES or len(alias.alias) < 2:
            yield f"bad alias: {alias}"
    listed: dict[str, set[str]] = defaultdict(set)
    for row in registry.ambiguous:
        listed[alias_key(row.alias)].add(row.registry_id)
        yield from _date_rules(row.valid_from, row.valid_to, str(row))
    for key, actors in meanings.items():
        if len(actors) > 1 and actors != listed.get(key, set()) - {NOBODY}:
            yield f"ambiguous alias {key!r}: used by {sorted(actors)}, listed for {sorted(listed.get(key, set()))}"
    for key, actors in listed.items():
        if len(actors) < 2 or actors - meanings.get(key, set()) - {NOBODY}:
            yield f"listed as ambiguous and is not: {key!r} {sorted(actors)}"


def _source_rules(registry: Registry) -> Iterator[str]:
    for rows in (registry.countries, registry.actors, registry.aliases, registry.roles):
        for row in rows:
            if not row.source:
                yield f"no source: {row}"
