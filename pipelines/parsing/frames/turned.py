"""The object that a wording asks for, where a passive turns it round: "X was received by Y".

What belongs here: whether a passive has such a subject. What does not: matching the other words (``triggers``), who
takes part (``frames``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import verb_group


def is_passive_of(parse: Parse, u: int, element: frozenset[str] | str | None) -> bool:
    """Say whether the object that a wording asks for is the subject of a passive: "X was received by Y", "X was
    received in May by Y".
    """
    by = _over_place(parse, u + 1)
    if parse.kind[u] != "part" or by >= len(parse.tags) or parse.words[by] != "by":
        return False
    k = skip_back(parse, u - 1, "XBGM")
    mention = parse.mention[k] if k >= 0 else None
    if k >= 0 and parse.tags[k] == "O" and parse.words[k] in _SOMEBODY:  # whoever "they" are
        return parse.tags[skip(parse, by + 1, "DN") :][:1] == ["A"]
    if mention is None and k >= 0 and parse.tags[k] in ",R":  # "X, on a visit, was received by Y", "X, who was"
        subject = subject_of(parse, verb_group(parse, u))[0]
        mention = subject.mentions[0] if subject and subject.how == "head" else None
    return mention is not None and (element == "{actor}" or mention.kind == "person")


_SOMEBODY = frozenset(("he", "i", "she", "they", "we"))


def _over_place(parse: Parse, u: int) -> int:
    """Return the unit after where and when something was done: after "at the palace on Monday"."""
    for _ in range(2):
        u = skip(parse, u, "B")
        if parse.words[u : u + 1] not in (["at"], ["in"], ["on"], ["there"]):
            break
        u = skip(parse, u + 1, "DNA'")
    return u
