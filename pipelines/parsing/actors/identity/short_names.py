"""Bodies taken up by less than their name: "police" by a police department, "Senate committee", "the separatists".

What belongs here: which one body of the article a bare noun or a part of a name can mean. What does not: papers
(``papers``), bodies taken up by what they are (``taken_up``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipelines.parsing.actors.model import Candidate, Entry, Find
from pipelines.parsing.actors.scan import Scan

_PARTLY_NAMED = frozenset(("committee", "police", "subcommittee"))


def group_as_body(scan: Scan, candidates: list[Candidate], find: Find, sitting: Callable[[], Entry | None]) -> int:
    """Return the one body of the article that a group's bare noun means, or -1.

    Args:
        scan: The article.
        candidates: Its actors so far.
        find: The group.
        sitting: Returns the administration in office on the day, of whose president the article tells.
    """
    if find.owner is not None or find.country or find.entry is not None:
        return -1
    noun, bare = scan.lowers[find.head_end - 1], find.head_end - find.head_start == 1
    if noun == "officials" and scan.lowers[find.head_end - 2] == "administration":
        return _administration(candidates, sitting())
    if noun == "police" and bare and may_take_up(scan, candidates, find):
        return _only(n for n, c in enumerate(candidates) if _is_police(c))
    return _only(n for n, c in enumerate(candidates) if bare and _ends_with(c, noun))


def _administration(candidates: list[Candidate], sitting: Entry | None) -> int:
    """Return the administration of a president that the article names: of several, the sitting one; or -1."""
    named = {n: c.entry for n, c in enumerate(candidates) if c.mentions and c.name.endswith(" administration")}
    return _only(n for n, entry in named.items() if len(named) == 1 or (entry is not None and entry is sitting))


def _ends_with(candidate: Candidate, noun: str) -> bool:
    """Say whether a known body goes by a noun of its name: "separatists" of a region."""
    known = candidate.registry_id and candidate.kind == "organization"
    return bool(known) and candidate.name.endswith(f" {noun}")


def _is_police(candidate: Candidate) -> bool:
    """Say whether a candidate is a police body, or police told apart: "Delhi police", and not "armed police"."""
    if candidate.kind == "group":
        return candidate.noun == "police" and candidate.has_owner
    body = candidate.kind == "organization" and candidate.sector == "COP"
    return body and "police" in candidate.name.lower().split()


def named_by_part(candidates: list[Candidate], name: str) -> int:
    """Return the one committee or police body whose name holds all words of a shorter one, or -1: "Senate committee"
    of a Senate Energy Committee.
    """
    words = set(name.lower().split())
    if len(words) < _TOLD_APART or _PARTLY_NAMED.isdisjoint(words):
        return -1
    return _only(
        n for n, c in enumerate(candidates)
        if c.kind == "organization" and words < {*c.name.lower().split()} and c.name[:1].isupper()
    )  # fmt: skip


_TOLD_APART = 2


def fits_noun(candidate: Candidate, find: Find) -> bool:
    """Say whether all that a noun tells is told of a body: no "appeals court" is the Supreme Court, a "high court" is;
    of a body told by nothing but whose it is ("her ministry"), nothing is known.
    """
    if candidate.has_owner and not candidate.registry_id and " " not in candidate.noun:
        return True
    told = f"{candidate.name} {candidate.noun}".lower()
    return all(_SAME.get(word, word)[:_STEM] in told for word in find.title.split()[:-1])


_STEM = 5  # letters: "defence", "defense"


def may_take_up(scan: Scan, candidates: list[Candidate], find: Find) -> bool:
    """Say whether a bare noun may mean a body named before: not "another", not "the police department in" a city of
    which no such name tells.
    """
    if "another" in scan.lowers[max(0, find.start - 1) : find.start + 1]:
        return False
    at, end = scan.lowers[find.end : find.end + 1], find.end + 1
    if find.sector != "COP" or at not in (["in"], ["of"]) or end >= scan.size or not scan.caps[end]:
        return True
    return any(scan.lowers[end] in c.name.lower().split() for c in candidates if c.sector == "COP")


_SAME = {"high": "supreme", "spy": "intelligence"}


def _only(fits: Iterable[int]) -> int:
    found = [*fits]
    return found[0] if len(found) == 1 else -1
