"""Against whom it is done to close an embassy or call home an ambassador: the state where they were posted.

What belongs here: adding that state as the target. What does not: whose embassy it is (``frames``), hosts of visits
(``destinations``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.actors import ActorsFound, Mention
from pipelines.parsing.actors.sides import POSTS
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.syntax.spans import span_of

_KINDS = frozenset(("RETREAT", "SANCTION", "SUPPORT"))
_AT, _NEAR = frozenset(("from", "in", "to")), 3  # tokens from the wording to the post's noun
_CHANCE = 0.6


def add_posted(standing: Sequence[Kept], doc: Doc, found: ActorsFound) -> None:
    """Add to each act on an embassy or a diplomat the state where these are posted, where no target is known.

    Args:
        standing: An article's claims.
        doc: The article.
        found: Its actors.
    """
    for kept in standing:
        if kept.kind not in _KINDS or any(r.role == "target" and r.mention.kind == "state" for r in kept.participants):
            continue
        mention = _posted_in(kept, doc, found)
        if mention is not None and mention.actor_id not in kept.ids:
            kept.participants = [r for r in kept.participants if r.role != "target" or not r.mention.described]
            kept.ids = frozenset(r.mention.actor_id for r in kept.participants)
            kept.add(span_of(doc, mention, mention.actor_id, found), "target", _CHANCE)


def _posted_in(kept: Kept, doc: Doc, found: ActorsFound) -> Mention | None:
    """Return the mention of the state right behind the noun of a post in or after an act's wording, or None."""
    parse, match = kept.told.parse, kept.told.candidate.match
    first, end = parse.first[match.unit], parse.end[match.end - 1]
    posts = [t for t in range(first, min(end + _NEAR, len(doc.lowers) - 2)) if doc.lowers[t] in POSTS]
    if not posts or doc.lowers[posts[-1] + 1] not in _AT:
        return None
    at = posts[-1] + 2 + (doc.lowers[posts[-1] + 2] == "the")
    told = (m for m in found.mentions if m.token_start == at and found.actors[m.actor_id].actor_kind == "state")
    return next(told, None)
