"""Court cases: "Holm v. Reed" is a ruling's name, and neither of the two acts in it.

What belongs here: which words are a case's name. What does not: other names that a text does not mean (``unmeant``).
"""

from __future__ import annotations

from pipelines.parsing.actors.scan import Scan

_AGAINST = frozenset(("v", "vs"))
_INSIDE = frozenset(("of", "for", "&"))


def drop_cases(scan: Scan) -> None:
    """Forget the aliases and capitals inside the names of court cases."""
    if _AGAINST.isdisjoint(scan.said):
        return
    for i in range(1, scan.size - 2):
        if scan.lowers[i] in _AGAINST and scan.words[i].islower() and _is_case(scan, i):
            for k in range(_start(scan, i), _end(scan, i)):
                scan.aliases.pop(k, None)
                scan.caps[k], scan.taken[k] = 0, 1


def _is_case(scan: Scan, i: int) -> bool:
    """Say whether "v." or "v" stands between two names; "vs." only before a board: elsewhere it is a contest."""
    second = i + 1 + (scan.words[i + 1] == ".")
    if not scan.caps[i - 1] or not scan.caps[second]:
        return False
    return scan.lowers[i] == "v" or scan.lowers[second] == "board"


def _start(scan: Scan, i: int) -> int:
    start = i - 1
    while start and start not in scan.firsts and _goes_on(scan, start - 1, start):
        start -= 1
    return start


def _end(scan: Scan, i: int) -> int:
    end = i + 2 + (scan.words[i + 1] == ".")
    while end + 1 < scan.size and end not in scan.firsts and _goes_on(scan, end, end + 1):
        end += 1
    return end


def _goes_on(scan: Scan, k: int, beside: int) -> bool:
    return bool(scan.caps[k] or (scan.lowers[k] in _INSIDE and scan.caps[beside]))
