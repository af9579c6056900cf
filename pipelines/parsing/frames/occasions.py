"""Acts that a noun tells only as the occasion of what a verb tells, or its reason: "rejected it at talks with X",
"suspended Y over talks with X".

What belongs here: by which prepositions they are told so. What does not: what follows for their status
(``noun_status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.given_up import classes_of
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.words.lexicon import Lexicon


def is_reason(parse: Parse, ruler: int, start: int, lexicon: Lexicon) -> bool:
    """Whether an act is but why something else was called off or denied: "suspended X over talks with Y"."""
    before = skip_back(parse, start - 1, "D")
    if ruler < 0 or before <= ruler or parse.words[before] not in _REASONS:
        return False
    return parse.words[before] == "despite" or not {"cancel", "deny"}.isdisjoint(classes_of(parse, ruler, lexicon))


_REASONS = frozenset(("after", "despite", "following", "over"))


def is_occasion(parse: Parse, ruler: int, start: int) -> bool:
    """Whether an act is but the occasion of what a verb tells: "rejected it at talks with X", not "took part in"."""
    if ruler < 0 or parse.words[start - 1] not in _OCCASIONS:
        return False
    if start - ruler < _OBJECT_BETWEEN:
        return parse.words[start - 1] == "during"  # "agreed during a visit": that they talked is no plan
    return parse.words[start - 2] not in _SHARE


_OBJECT_BETWEEN = 3  # units from a verb to the noun, where an object and a preposition are between them
_OCCASIONS = frozenset("amid at during following in".split())
_SHARE = frozenset("complicity hand interest involvement part participation place role share".split())
