"""Given names that share the surname of the name joined to them: "Adam and Beth Rowe".

What belongs here: whose name a single given name is for that reason. What does not: folding it (``persons``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_SUFFIXES = frozenset(("jr", "sr"))


def couple_name(scan: Scan, find: Find) -> str:
    """Return the full name of whom a single given name means, where "and" and a full name follow it; else nothing."""
    lex, word = scan.lex, scan.lowers[find.head_start]
    if word not in lex.given or word in lex.ambiguous_given or scan.lowers[find.end : find.end + 1] != ["and"]:
        return ""
    other = scan.by_start.get(find.end + 1)
    if other is None or other.kind != "person" or other.head_start != other.start:
        return ""
    first, end = other.head_start, other.head_end
    if (
        end - first != 2
        or scan.lowers[end - 1] in _SUFFIXES
        or scan.lowers[first] not in lex.given
        or scan.headline[find.start]
    ):
        return ""
    return f"{scan.words[find.head_start]} {scan.words[end - 1]}"
