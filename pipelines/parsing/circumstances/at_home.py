"""Acts that are done at home whatever else an article tells of: what a government says or decrees.

What belongs here: whose home it is, and how surely. What does not: the countries that may be where, and choosing among
them (``where``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pipelines.parsing.circumstances.joined import way_of
from pipelines.parsing.engagements.participants import Reach

_BODIES, _PERSONS = frozenset(("words", "measures")), frozenset(("words",))
# Who is abroad by trade, as the body's name or the person's post tells.
_ABROAD = frozenset("embassy consulate mission delegation troops forces".split())
_POSTED = re.compile(r"\b(ambassador|envoy|representative|consul|charg|diplomat|attach|correspondent)", re.IGNORECASE)


class Home(NamedTuple):
    """Where those are at home who do an act.

    Attributes:
        iso3: The country, ISO 3166-1 alpha-3.
        sure: It is done there: by a state or body, not only by persons, who may speak on a journey.
    """

    iso3: str
    sure: bool


def home_of_doers(kind: str, participants: Sequence[Reach], found: Any) -> Home | None:
    """Return the one country of those who say or decree something, or None.

    Args:
        kind: Engagement type.
        participants: Who takes part.
        found: The article's actors (``ActorsFound``).
    """
    way = way_of(kind)
    ids = {reach.mention.actor_id for reach in participants if reach.role == "source"} if way in _BODIES else set()
    doers = [(actor_id, found.actors[actor_id]) for actor_id in ids if found.actors[actor_id].country_iso3]
    homes = {actor.country_iso3 for _, actor in doers}
    if len(homes) != 1:
        return None
    bodies = [actor for _, actor in doers if actor.actor_kind != "person"]
    if any(_ABROAD.isdisjoint(actor.name.lower().split()) for actor in bodies):
        return Home(homes.pop(), True)
    posted = {role.actor_id for role in found.roles if _POSTED.search(role.role_title)}
    at_home = way in _PERSONS and not bodies and posted.isdisjoint(ids)
    return Home(homes.pop(), False) if at_home else None
