"""Who is told beside somebody as the one who did not do it: "X and not Y met Z", "X rather than Y met Z", "unlike Y".

What belongs here: the words that set one against the other. What does not: a verb's own negation (``verbs``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse, skip_back

_AGAINST = (
    ("not",),
    ("rather", "than"),
    ("instead", "of"),
    ("unlike",),
    ("as", "opposed", "to"),
    ("in", "contrast", "to"),
)
_BUT_NOT = frozenset(("and", "but"))


def before_opposed(parse: Parse, start: int) -> int:
    """Return the last unit of those preferred to the phrase at a unit: X of "X and not | Y"; -1 for none."""
    over = _opposing(parse, start)
    u = start - over - 1
    if not over or u < 0 or (parse.words[start - 1] == "not" and parse.words[u] not in _BUT_NOT):
        return -1
    u = skip_back(parse, u, ",C")
    return u if u >= 0 and parse.tags[u] in "AN'" else -1


def _opposing(parse: Parse, start: int) -> int:
    """Return how many units set the phrase that starts at a unit against another; 0 for none."""
    return next((len(w) for w in _AGAINST if tuple(parse.words[max(0, start - len(w)) : start]) == w), 0)
