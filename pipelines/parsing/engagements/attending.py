"""Who was at talks by a sentence after the one that tells of them, added to those who take part.

What belongs here: which claim such a sentence speaks of, and on whose side somebody was. What does not: reading it
(``attendance``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipelines.parsing.engagements.attendance import Attendance
from pipelines.parsing.engagements.participants import LEAST_STANDING
from pipelines.parsing.engagements.settling import Kept

_LIKELY = 0.6  # that who is told to have been there takes part
_LEAST = LEAST_STANDING / 2  # who is told to have been at talks is hardly nobody
_TO_COME = frozenset(("planned", "proposed"))


def add_attending(standing: Sequence[Kept]) -> None:
    """Add to each claim of talks those who are told in the sentences after it to have been there, each once.

    Args:
        standing: An article's claims in text order; their participants are changed.
    """
    told = {id(found) for kept in standing for found in kept.told.followed if _is_claimed(found, standing)}
    for kept in reversed(standing):
        for found in kept.told.followed:
            if id(found) not in told and _fits(kept, found):
                told.add(id(found))
                _add(kept, found)


def _is_claimed(found: Attendance, standing: Sequence[Kept]) -> bool:
    """Whether a claim tells of the attendance as an act of its own."""
    here = (k.told.candidate.match for k in standing if k.told.sentence == found.sentence and k.kind == "CONSULT")
    return any(match.unit <= found.unit < match.end for match in here)


def _fits(kept: Kept, found: Attendance) -> bool:
    """Whether talks and those told to be there are both to come or both past, and who has company takes part."""
    if kept.status == "not_occurred" or found.to_come != (kept.status in _TO_COME):
        return False
    beside = found.beside
    return beside is None or any(
        beside.actor_id == r.mention.actor_id or (beside.kind == "state" and beside.country == r.mention.country)
        for r in kept.participants
    )


def _add(kept: Kept, found: Attendance) -> None:
    for mention in found.mentions:
        if mention.actor_id not in kept.ids and mention.standing >= _LEAST:
            kept.add(mention, _side(kept, mention, found.beside), _LIKELY)


def _side(kept: Kept, mention: Any, beside: Any) -> str:
    """Return the part of who was there: that of whom they were with, of a compatriot, or of a guest."""
    if not {r.role for r in kept.participants} & {"guest", "host"}:
        return "participant"
    with_whom = (r.role for r in kept.participants if beside is not None and r.mention.actor_id == beside.actor_id)
    at_home = (r.role for r in kept.participants if mention.country and r.mention.country == mention.country)
    return next(with_whom, None) or next(at_home, "guest")
