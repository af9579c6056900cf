"""How an expression stands to a wording in its sentence: side, distance, what lies between.

What belongs here: cues that dates and places share. What does not: cues of one of them.
"""

from __future__ import annotations

from bisect import bisect_right

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.candidates import Told

_CLAUSE_TAGS = frozenset(";SR")
_STEPS = (2, 4, 7, 12, 20)
_AT = frozenset("in at near to on for of outside from over inside across with into".split())
_PASSED = frozenset(
    "the a its their 's northern southern eastern western central north south east west capital city town village port "
    "province region state nearby neighboring neighbouring".split()
)
EVENTS = frozenset(
    "summit meeting talks conference visit trip tour speech forum session gathering ceremony stop stopover event "
    "negotiations rally dinner lunch hearing swing journey summits meetings conferences visits trips tours speeches "
    "sessions gatherings ceremonies events rallies hearings".split()
)
_LONGEST_WALK = 5  # tokens


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


def thing_before(doc: Doc, start: int) -> str:
    """Return the word that the preposition before a place goes with ("summit" of "the summit in Cairo"), or empty."""
    at = _thing_at(doc, start)
    return doc.words[at] if at >= 0 else ""


def kind_of_thing(doc: Doc, told: Told, start: int) -> str:
    """Return what the preposition before a place goes with: the act itself, an event, something else, or nothing."""
    at = _thing_at(doc, start)
    if at < 0:
        return "nothing"
    if told.token <= at < told.parse.end[told.candidate.match.end - 1]:
        return "act"
    return "event" if doc.words[at] in EVENTS else "other"


def _thing_at(doc: Doc, start: int) -> int:
    back = start - 1
    while back > 0 and start - back <= _LONGEST_WALK and doc.lowers[back] in _PASSED:
        back -= 1
    word = doc.words[back - 1] if back > 0 and doc.lowers[back] in _AT else ""
    return back - 1 if word.isalpha() and word.islower() else -1
