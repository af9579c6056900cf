"""Whom a visit is paid to where only the town is told: "flew to Havana", "is due in Ankara" are visits to the state.

What belongs here: adding that state as the host. What does not: hosts that the clause names (``frames``), which town is
meant (``circumstances``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.participants import LEAST_STANDING
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.syntax.spans import span_of

_NEAR = 25  # characters from a wording to the town, "the city of" among them
_CHANCE = 0.5


def add_hosts(standing: Sequence[Kept], where: Sequence[Any], doc: Doc, found: ActorsFound) -> None:
    """Add to each visit that tells guests alone the state of the town to which it goes, if the article speaks of it.

    Args:
        standing: An article's claims.
        where: Where each of them happened.
        doc: The article.
        found: Its actors.
    """
    states = {
        actor.country_iso3: actor.actor_id
        for actor, score in zip(found.actors, found.scores, strict=True)
        if actor.actor_kind == "state" and score >= LEAST_STANDING
    }
    for kept, place in zip(standing, where, strict=True):
        state = states.get(place.country_iso3) if _is_bound(kept, place, doc) else None
        mention = next((m for m in found.mentions if m.actor_id == state), None) if state is not None else None
        if mention is not None and state is not None:
            kept.add(span_of(doc, mention, state, found), "host", _CHANCE)


def _is_bound(kept: Kept, place: Any, doc: Doc) -> bool:
    """Say whether a claim is a visit of guests from abroad to a town that stands right behind its wording."""
    if kept.kind != "CONSULT" or kept.mode != "visit" or not place.text or not place.country_iso3:
        return False
    if any(r.role != "guest" or r.mention.country == place.country_iso3 for r in kept.participants):
        return False
    told = kept.told
    end = doc.ends[told.parse.end[told.candidate.match.end - 1] - 1]
    return place.text in doc.text[end - len(place.text) : end + _NEAR + len(place.text)]
