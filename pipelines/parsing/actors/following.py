"""Whom a group follows, as told behind it: "forces loyal to President X", "militias allied with Y".

What belongs here: finding X. What does not: who the group is (``descriptions.nominal``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_LOYAL_TO = (["loyal", "to"], ["allied", "to"], ["allied", "with"])
_FOLLOWED = frozenset("group organization person post single state".split())


def followed(scan: Scan, end: int) -> Find | None:
    """Return whom those follow who are named up to a token, or None."""
    if scan.lowers[end : end + 2] not in _LOYAL_TO:
        return None
    find = scan.by_start.get(end + 2 + (scan.lowers[end + 2 : end + 3] == ["the"]))
    return find if find is not None and find.kind in _FOLLOWED else None
