"""What belongs to a visit: the talks that the guest held there, the agreements reached with the host.

What belongs here: pointing a claim at the visit that it is a part of. What does not: whether either stands, or tells
the same act as another (``settling``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.parsing.engagements.settling import Kept
from pipelines.records import DateBounds

_PARTS = frozenset(("CONSULT", "AGREE", "COOPERATE"))  # what is done on a visit
_ON_THE_WAY = frozenset((("ongoing", "occurred"), ("ongoing", "planned"), ("planned", "proposed")))


def visits_around(
    standing: Sequence[Kept], when: Sequence[DateBounds], where: Sequence[str | None]
) -> Mapping[int, int]:
    """Return the number of the visit that each claim is a part of, by the claim's; a claim that is of none is left out.

    Args:
        standing: An article's claims in text order, tellings joined.
        when: When each of them happened.
        where: The country where each happened, or None.
    """
    visits = [n for n, kept in enumerate(standing) if _is_visit(kept) and kept.same_as is None]
    found: dict[int, int] = {}
    for n, kept in enumerate(standing):
        fitting = [
            v
            for v in visits
            if not _is_visit(kept)
            and _may_hold(standing[v], kept, where[v])
            and not when[v].excludes(when[n])
            and len({where[v], where[n]} - {None}) < 2
        ]
        if fitting:
            found[n] = min(fitting, key=lambda v: abs(standing[v].told.sentence - kept.told.sentence))
    return found


def _is_visit(kept: Kept) -> bool:
    return kept.kind == "CONSULT" and kept.mode == "visit"


def _may_hold(visit: Kept, kept: Kept, country: str | None) -> bool:
    """A guest of the visit takes part, and with it a host or somebody from the country that is visited."""
    if kept.kind not in _PARTS or (visit.status != kept.status and (visit.status, kept.status) not in _ON_THE_WAY):
        return False
    guests = {r.mention.actor_id for r in visit.participants if r.role == "guest"}
    hosts = visit.ids - guests
    homes = {r.mention.country for r in visit.participants if r.mention.actor_id in hosts} | {country}
    others = [r.mention for r in kept.participants if r.mention.actor_id not in guests]
    return bool(guests & kept.ids) and any(m.actor_id in hosts or (m.country and m.country in homes) for m in others)
