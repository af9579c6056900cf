"""Whose side somebody or something is told to be on: X of "forces loyal to President X", "closed its embassy in X".

What belongs here: finding X. What does not: who the group is (``descriptions.nominal``), what is done to X.
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


def is_cut_off(scan: Scan, start: int) -> bool:
    """Say whether a capital stands for its state, as the post there is closed or opened: "recalled its envoy to X"."""
    if start < 3 or scan.lowers[start - 1] not in ("from", "in", "to") or scan.lowers[start - 2] not in POSTS:
        return False
    return not _CLOSED.isdisjoint(scan.lowers[max(0, start - _PHRASE) : start - 2])


_PHRASE = 6  # tokens
POSTS = frozenset(
    "ambassador ambassadors consul consulate consulates diplomats embassies embassy envoy envoys mission".split()
)
_CLOSED = frozenset(
    "close closed closes closing recall recalled recalling recalls reopen reopened reopening reopens shut shuts "
    "shutting withdraw withdrawing withdraws withdrew".split()
)
