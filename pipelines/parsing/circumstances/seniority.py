"""How senior people are by their posts: who governs receives ministers, ministers receive envoys, at home as a rule.

What belongs here: the ranks of posts, and of an article's people. What does not: what follows for where they met
(``joined``).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from pipelines.parsing.reference import Reference
from pipelines.records import DateBounds

_GOVERNS, _IN_GOVERNMENT, _SERVES = 3, 2, 1
_GOVERNING = frozenset(
    "chancellor|crown prince|emir|king|leader|premier|president|prime minister|queen|sultan|supreme leader|"
    "taoiseach".split("|")
)
_IN_CABINET = frozenset("minister premier president secretary speaker".split())
_UNDER = frozenset("assistant associate deputy permanent press private under".split())
_ONCE = ("former", "ex-", "late", "ousted", "outgoing")


def rank_of(title: str) -> int:
    """Return the rank of a post: 3 for who governs, 2 for ministers and the like, 1 for other posts, 0 for one of the
    past.
    """
    post = title.lower().partition(" of ")[0].removeprefix("interim ").removeprefix("acting ")
    if not post or post.startswith(_ONCE):
        return 0
    if post in _GOVERNING:
        return _GOVERNS
    words = post.split()
    under = words[0] in _UNDER and post != "deputy prime minister"
    return _SERVES if under or _IN_CABINET.isdisjoint(words) else _IN_GOVERNMENT


def registry_ranks(reference: Reference) -> dict[str, list[tuple[str, str, int]]]:
    """Return by person the terms of the registry's posts, first and last day as the table has them, with their rank."""
    terms: dict[str, list[tuple[str, str, int]]] = {}
    for row in reference.rows("actor_roles"):
        term = row["valid_from"], row["valid_to"], rank_of(row["role_title"])
        terms.setdefault(row["registry_id"], []).append(term)
    return terms


def ranks_of(found: Any, published: DateBounds, terms: Mapping[str, list[tuple[str, str, int]]]) -> dict[int, int]:
    """Return the ranks of an article's people, by the posts that it tells and those of the registry on its day."""
    day = published.latest.isoformat() if published.latest and published.precision == "day" else ""
    told = ((role.actor_id, rank_of(role.role_title)) for role in found.roles)
    known = (
        (actor_id, rank)
        for actor_id, actor in enumerate(found.actors)
        for first, last, rank in terms.get(actor.registry_id or "", ())
        if day and first <= day and (not last or day <= last)
    )
    ranks: dict[int, int] = {}
    for actor_id, rank in chain(told, known):
        ranks[actor_id] = max(rank, ranks.get(actor_id, 0))
    return ranks


def compared(ranks: Mapping[str, int], country: str) -> str | None:
    """Return how a country's most senior one stands to those of the others: ``over``, ``under`` or ``even``; None
    where it has none there, or nobody else has.

    Args:
        ranks: By country, the rank of the most senior of its people who take part.
        country: One of them.
    """
    mine, others = ranks.get(country), [rank for other, rank in ranks.items() if other != country]
    if mine is None or not others:
        return None
    return "over" if mine > max(others) else "under" if mine < max(others) else "even"
