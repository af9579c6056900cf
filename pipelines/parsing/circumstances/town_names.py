"""Bodies that go by the name of their town: "Mombasa police", "a Frankfurt court", "the Houston Police Department".

What belongs here: the country that such a name tells, where nothing else does. What does not: bodies that the registry
knows, and where they act (``where``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pipelines.parsing.places import load_gazetteer
from pipelines.parsing.places.gazetteer import name_key

# What stays in its town or province.
_LOCAL = frozenset(
    "council court courts firefighters jury magistrates police prosecutor prosecutors sheriff troopers".split()
)
_LONGEST = 3  # words of a town's name


def land_of(actor: Any) -> str | None:
    """Return an actor's country: its own, else that of the town or province by which a local body is called.

    Args:
        actor: The actor.
    """
    own: str | None = actor.country_iso3
    return own or (None if actor.actor_kind in ("person", "state") else _land_by_town(actor.name))


@lru_cache(maxsize=1 << 12)
def _land_by_town(name: str) -> str | None:
    words = name.removeprefix("the ").removeprefix("The ").split()
    local = next((n for n, word in enumerate(words) if word.lower() in _LOCAL), 0)
    known = load_gazetteer()
    for n in range(min(local, _LONGEST), 0, -1):
        town = " ".join(words[:n])
        there = known.lookup(town)
        if there and name_key(town) not in known.guarded:
            return max(there, key=lambda entry: entry.weight).iso3
    return None
