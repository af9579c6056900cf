"""Of which country a person or body is, by the country told beside its name or post.

What belongs here: whether a country told beside somebody is theirs. What does not: finding it
(``nominal``, ``proper``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_PEOPLE = frozenset(("person", "post", "weak", "single"))


def nationality(scan: Scan, find: Find) -> str:
    """Return the country (ISO 3166-1 alpha-3) that a find tells its actor to be of, or nothing.

    An envoy is not of the country that he is sent to: "ambassador to Kenya", "the Ukraine envoy".
    """
    owner = find.owner
    if owner is None or owner.kind not in ("state", "capital") or find.kind not in _PEOPLE:
        return find.country
    abroad = _behind(scan, find, owner) if owner.start >= find.end else _before(scan, find, owner)
    return "" if abroad else find.country


def _behind(scan: Scan, find: Find, owner: Find) -> bool:
    """Say whether a country after a post is where its holder works: "to Kenya"; of some posts only, "in Kenya"."""
    i = owner.start - (scan.lowers[owner.start - 1] == "the")
    word = scan.lowers[i - 1]
    return word in ("to", "for") or (word == "in" and _is_sent(scan, find))


def _before(scan: Scan, find: Find, owner: Find) -> bool:
    """Say whether a country's bare name before a person is no word for whose they are: "[envoy to] Kenya John Doe"."""
    if (
        owner.end >= scan.size
        or scan.lowers[owner.end] in ("'s", "'", "’")
        or not scan.words[owner.start][1:].islower()
    ):
        return False
    return _is_sent(scan, find) or (not find.title and owner.end == find.head_start)


def _is_sent(scan: Scan, find: Find) -> bool:
    return scan.has("envoy", find.title.split()[-1] if find.title else "")
