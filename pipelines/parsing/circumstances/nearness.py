"""How an expression stands to a wording in its sentence: side, distance, what lies between.

What belongs here: cues that dates and places share. What does not: cues of one of them.
"""

from __future__ import annotations

from bisect import bisect_right

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.candidates import Told

_CLAUSE_TAGS = frozenset(";SR")
_STEPS = (2, 4, 7, 12, 20)


def distance(told: Told, token: int) -> str:
    """Return the side on which a token stands of the wording and how far, in classes of tokens."""
    side = "left" if token < told.token else "right"
    return f"{side}{bisect_right(_STEPS, abs(token - told.token))}"


def between_cues(doc: Doc, told: Told, start: int, end: int) -> set[str]:
    """Return what lies between the wording and the expression of the tokens ``start`` to ``end`` in its sentence."""
    parse, unit = told.parse, told.candidate.match.unit
    other = parse.unit_at(start)
    if other < 0:
        return set()
    low, high = min(unit, other) + 1, max(unit, other)
    tags = parse.tags[low:high]
    side = "left" if other < unit else "right"
    verbs = tags.count("V")
    cues = {f"verbs={side}{min(verbs, 3)}", f"acts={side}{min(verbs + tags.count('X'), 4)}"}
    if not _CLAUSE_TAGS.isdisjoint(tags):
        cues.add(f"clause={side}")
    if "," in tags:
        cues.add(f"comma={side}")
    if parse.quoted[other] != parse.quoted[unit]:
        cues.add("quote_between")
    before = doc.lowers[start - 1] if start else ""
    return cues | {f"before={before}", f"side={side}"}
