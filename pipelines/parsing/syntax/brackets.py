"""Relative clauses between commas: "X, who met Y on Monday, urged Z to ...".

What belongs here: where such a clause opens and closes. What does not: whom it is about (``relatives``), what its dates
and places say of an act (``circumstances``).
"""

from __future__ import annotations

from typing import NamedTuple

from pipelines.parsing.syntax.units import Parse, skip

_OPENS = frozenset(("who", "which", "whose", "where", "whom"))


class Bracket(NamedTuple):
    """The units of a clause, from its pronoun up to the comma that closes it, or the end of the sentence."""

    start: int
    end: int


def bracket_of(parse: Parse, u: int) -> Bracket | None:
    """Return the innermost relative clause between commas in which a unit stands, or None.

    Args:
        parse: The sentence.
        u: The unit.
    """
    for start in range(u - 1, 0, -1):
        if parse.tags[start] == ";":
            return None
        if parse.words[start] in _OPENS and parse.tags[start] == "R" and parse.tags[start - 1] == ",":
            end = _end(parse, start)
            if u < end:
                return Bracket(start, end)
    return None


def _end(parse: Parse, start: int) -> int:
    """Return where a clause closes: at the comma before the verb of the main clause, else with the sentence."""
    for k in range(start + 1, len(parse.tags) - 1):
        if parse.tags[k] == ";":
            return k
        after = skip(parse, k + 1, "B")
        if parse.tags[k] == "," and after < len(parse.tags) and parse.tags[after] in "VXM":
            return k
    return len(parse.tags)
