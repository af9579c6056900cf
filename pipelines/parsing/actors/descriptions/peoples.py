"""People told by whom they are of: "13 Russians", "thousands of young Iranians", "the Lopez family".

What belongs here: telling people who are counted from a people that stands for its state, and whose a family is. What
does not: other groups (``nominal``), families by a surname alone (``identity.families``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import before_noun
from pipelines.parsing.actors.descriptions.phrases import before_adjectives
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_HOW_MANY = frozenset("all few fellow many more most other several some".split())


def group_counted(scan: Scan) -> None:
    """Add a group for each demonym in the plural that a number or a word for how many stands before; of the state
    they only tell whose they are.
    """
    for find in [f for f in scan.finds if f.kind == "demonym" and f.plural and not f.attributive]:
        if _is_counted(scan, find.start):
            find.attributive, find.plural = True, False
            scan.add(
                Find(
                    find.start, find.end, find.head_start, find.head_end, "group", "nominal",
                    title=scan.lowers[find.head_end - 1], sector="CVL", country=find.country, owner=find, plural=True,
                )
            )  # fmt: skip


def _is_counted(scan: Scan, start: int) -> bool:
    """Say whether a word for how many stands before a token, adjectives passed over."""
    return any(_tells_how_many(scan, i) for i in range(max(0, before_adjectives(scan, start) - 1), start))


def _tells_how_many(scan: Scan, i: int) -> bool:
    word = scan.lowers[i - (i > 0 and scan.lowers[i] == "of")]
    return word in _HOW_MANY or scan.has("number", word) or word.replace(",", "").isdigit()


def is_family(scan: Scan, i: int) -> bool:
    """Say whether a family at a token is somebody's by name: "the Lopez family", "Lopez's family"."""
    if scan.lowers[i] != "family" or before_noun(scan, i + 1):
        return False
    name = scan.by_end.get(i - (scan.lowers[i - 1] == "'s"))
    return name is not None and name.kind in ("person", "single") and not scan.words[name.head_start].isupper()
