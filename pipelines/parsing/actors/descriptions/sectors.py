"""In which sector an actor is whom a post or a noun tells that may stand in any: the president of a union, FBI agents.

What belongs here: the sector of a body for those who are of it. What does not: what nouns and posts tell by themselves
(``seeds/reference``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Find

_ANYWHERE = frozenset(("", "GOV"))  # sectors of nouns and posts that bodies of every sector have
_OFFICERS = frozenset(("officer", "officers", "commander", "commanders"))


def sector_told(find: Find) -> str:
    """Return the sector (PLOVER) that a find tells its actor to be in, or nothing."""
    owner = find.owner
    if owner is None or owner.kind != "organization":
        return find.sector
    if find.sector not in _ANYWHERE and find.title.split()[-1:] and find.title.split()[-1] not in _OFFICERS:
        return find.sector
    return (owner.entry.sector if owner.entry is not None else owner.sector) or find.sector
