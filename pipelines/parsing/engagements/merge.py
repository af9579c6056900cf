"""From judged candidates to the claims of an article: one per wording, and tellings of one act joined.

What belongs here: dropping what is told twice in a sentence, and pointing later tellings at the first (``same_as``).
What does
not: joining across articles (``pipelines.linking``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.engagements.participants import Reach


@dataclass(slots=True)
class Kept:
    """A candidate that stands as a claim.

    Attributes:
        same_as: An earlier claim (in text order) that tells the same act, or None.
    """

    told: Told
    status: str
    participants: list[Reach]
    same_as: Kept | None = None
    ids: frozenset[int] = field(default=frozenset())

    @property
    def kind(self) -> str:
        """Engagement type."""
        return self.told.candidate.match.trigger.engagement_type


def settle(judged: list[Kept]) -> list[Kept]:
    """Return the claims that stand, in text order, with ``same_as`` set.

    Args:
        judged: Candidates over the threshold, with status and participants.
    """
    standing: list[Kept] = []
    for kept in sorted(judged, key=lambda k: -k.told.score):
        kept.ids = frozenset(r.mention.actor_id for r in kept.participants)
        if not any(_told_twice(kept, other) for other in standing):
            standing.append(kept)
    standing.sort(key=lambda k: (k.told.sentence, k.told.token))
    for index, kept in enumerate(standing):
        kept.same_as = next((_root(o) for o in standing[:index] if _same_act(kept, o)), None)
    return standing


def _told_twice(kept: Kept, other: Kept) -> bool:
    """One wording coded twice, or one act worded twice within a sentence."""
    if kept.told.sentence != other.told.sentence:
        return False
    if kept.told.token == other.told.token:
        return True
    return kept.kind == other.kind and (not kept.ids or not other.ids or bool(kept.ids & other.ids))


def _same_act(kept: Kept, earlier: Kept) -> bool:
    return kept.kind == earlier.kind and bool(kept.ids) and kept.ids == earlier.ids


def _root(kept: Kept) -> Kept:
    return kept.same_as or kept
