"""Whose force it is: "the troops", "soldiers", "the military" of an article that names one army are that army.

What belongs here: which groups and bodies told by a common noun are a named force of the article. What does not: groups
told with their owner, "Taliban fighters" (``spans``).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.parsing.actors import ActorsFound
from pipelines.records import LocalActor

_FORCES = ("MIL", "COP")
Key = tuple[str, str | None]


def forces_meant(found: ActorsFound) -> dict[int, int]:
    """Return for groups and bodies that only a common noun tells the one named force that they are.

    A group of a country ("Chadian soldiers") is the force of its country where the article names one; a group of no
    country ("the soldiers") the one of its sector that the article names.
    """
    named = [n for n, actor in enumerate(found.actors) if _is_named(actor)]
    only = _only(((found.actors[n].sector or "", None), n) for n in named)
    of_country = _only(((found.actors[n].sector or "", found.actors[n].country_iso3), n) for n in named)
    meant: dict[int, int] = {}
    for n, actor in enumerate(found.actors):
        if _is_common(actor):
            table = of_country if actor.country_iso3 else only
            force = table.get((actor.sector or "", actor.country_iso3))
            if force is not None:
                meant[n] = force
    return meant


def _only(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Return what stands alone under its key."""
    found: dict[Key, list[int]] = {}
    for key, n in pairs:
        found.setdefault(key, []).append(n)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def _is_named(actor: LocalActor) -> bool:
    told = actor.registry_id is not None or actor.name.split()[-1][:1].isupper()
    return actor.actor_kind == "organization" and actor.sector in _FORCES and told


def _is_common(actor: LocalActor) -> bool:
    if actor.registry_id is not None or actor.sector not in _FORCES or not actor.name.split()[-1].islower():
        return False
    return actor.actor_kind == "group" and actor.country_iso3 is not None
