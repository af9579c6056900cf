"""Bodies of several states that share a noun: "French and Polish troops", "the Russian and Turkish foreign ministries".

What belongs here: which body each adjective stands for. What does not: people so told who are no body of the registry
("Egyptian and Ethiopian negotiators").
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.gazetteer import Alias, Gazetteer, Sense
from pipelines.parsing.actors.model import Entry
from pipelines.parsing.actors.scan import Scan

_LINKS = frozenset(("and", "or"))
_NOUN = 3  # words of the shared noun, at most: "national police forces"


def read_shared(scan: Scan, gazetteer: Gazetteer) -> None:
    """Let each of the adjectives be an alias of its body, where the noun stands behind the last of them only."""
    for link in compress(range(1, scan.size - 2), map(_LINKS.__contains__, scan.lowers[1:-2])):
        if scan.caps[link - 1] and scan.caps[link + 1]:
            _read(scan, gazetteer, link)


def _read(scan: Scan, gazetteer: Gazetteer, link: int) -> None:
    last = next((end for end in (link + 3, link + 2) if _is_state(gazetteer, scan.words[link + 1 : end])), 0)
    before = _states_before(scan, gazetteer, link)
    for end in range(min(last + _NOUN, scan.size), last, -1) if last and before else ():
        noun = scan.words[last:end]
        bodies = [_body(gazetteer, scan.words[a:b], noun) for a, b in ((link + 1, last), *before)]
        if bodies[0] is not None and bodies[1] is not None:
            for (start, stop), body in zip([(link + 1, end), *before], bodies, strict=True):
                if body is None:
                    return
                scan.aliases[start] = (stop, Alias(tuple(scan.words[start:stop]), (Sense(body, "name"),)))
            return


def _states_before(scan: Scan, gazetteer: Gazetteer, end: int) -> list[tuple[int, int]]:
    """Return where the states stand that are listed up to a token, the last one first."""
    found: list[tuple[int, int]] = []
    while end > 0:
        starts = (s for s in (end - 2, end - 1) if s >= 0 and _is_state(gazetteer, scan.words[s:end]))
        start = next(starts, end)
        if start == end:
            break
        found.append((start, end))
        end = start - 1 if scan.words[start - 1] == "," else 0
    return found


def _is_state(gazetteer: Gazetteer, words: list[str]) -> bool:
    entry = gazetteer.named(" ".join(words)) if words and words[0][0].isupper() else None
    return entry is not None and entry.kind == "state"


def _body(gazetteer: Gazetteer, state: list[str], noun: list[str]) -> Entry | None:
    """Return the body of a state by a noun of one or of several: "foreign ministry", "foreign ministries"."""
    last = noun[-1]
    forms = (last, last.removesuffix("s"), f"{last.removesuffix('ies')}y")
    named = (gazetteer.named(" ".join((*state, *noun[:-1], form))) for form in forms)
    return next((entry for entry in named if entry is not None and entry.kind == "organization"), None)
