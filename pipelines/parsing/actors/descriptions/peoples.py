"""People told by whom they are of: "13 Russians", "thousands of young Iranians", "the Lopez family".

What belongs here: telling people who are counted from a people that stands for its state, and whose a family is. What
does not: other groups (``nominal``), families by a surname alone (``identity.families``).
"""

from __future__ import annotations

from itertools import compress

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


def find_crowds(scan: Scan) -> None:
    """Add a group for each number of people who are told only by what they do: "tens of thousands marched"."""
    for i in compress(range(scan.size), map(_CROWDS.__contains__, scan.lowers)):
        verb = next((k for k in range(i + 1, min(i + _CLOSE, scan.size)) if scan.lowers[k] not in _BEFORE_VERBS), i)
        if scan.has("crowd_verb", scan.lowers[verb]) and not scan.taken[i]:
            counted = i > 1 and scan.lowers[i - 1] == "of" and scan.lowers[i - 2] in _CROWDS | {"tens"}
            start = i - 2 if counted else i
            scan.add(
                Find(start, i + 1, start, i + 1, "group", "nominal", title="protesters", sector="CVL", plural=True)
            )


_CROWDS = frozenset(("dozens", "hundreds", "scores", "thousands"))
_BEFORE_VERBS = frozenset("again also had have peacefully then who".split())
_CLOSE = 4


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
