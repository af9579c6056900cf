"""Whether a date is told as past or as ahead, by the words beside it alone.

What belongs here: words of time and the nearest one to a date; all that an undated article can be asked before it is
parsed. What does not: what that says of its day of writing (``published``), and verbs (``circumstances.tense``).
"""

from __future__ import annotations

from itertools import takewhile

from pipelines.parsing.document import Doc

_AHEAD = frozenset("will shall must upcoming forthcoming scheduled slated preparations".split())
# Ahead only as "is expected": "they planned" tells of what has been.
_AHEAD_IF_NOW = frozenset(("expected", "due", "planned", "set", "supposed"))
_NOW = frozenset(("is", "are", "be", "'s", "’s"))
_PAST_WORDS = frozenset(
    "was were had did began took made held met won fell said told signed since came went left lost saw ran "
    "rose grew gave found became sent led broke brought built shot struck spoke wrote".split()
)
_UNSURE = frozenset(
    "could may might should if hopes hope hoped hoping possible potential run running runs campaign campaigns "
    "election elections reelection primary primaries midterms nomination ballot bid presidential candidate "
    "candidates goal goals target projected forecast deadline re-election re-elected contenders nominee "
    "starting into expire expires".split()
)
_NO_TELLING = frozenset(("©", "copyright", "photo", "file", "caption", "updated", "newsletter", "newsletters"))
_CLAUSE_ENDS = frozenset(("and", "but", "while", ",", ";", ":", "—", "–", "-", "”", '"', "("))
_REACH = 12  # words before and behind a date in which words of time count
_SHORT = 4  # letters: "red" and "need" are no past tenses


def tense_of(doc: Doc, start: int, end: int) -> str | None:
    """Return whether a date is told as ``ahead`` or ``past``, by the nearest word of time in its clause; None if
    neither.

    Hopes, conditions and elections speak in the past tense of years to come: a sentence with such a word is ``unsure``.
    """
    first, stop = doc.sentences[doc.sentence_at(start)]
    words = doc.lowers[first:stop]
    if not _NO_TELLING.isdisjoint(words):
        return "unsure"
    past = "past" if _UNSURE.isdisjoint(doc.words[first:stop]) else "unsure"
    ways = (range(start - 1, max(first, start - _REACH) - 1, -1), range(end, min(stop, end + _REACH)))
    for at in (at for way in ways for at in takewhile(lambda at: doc.lowers[at] not in _CLAUSE_ENDS, way)):
        word = doc.lowers[at]
        if word in _AHEAD or (word in _AHEAD_IF_NOW and doc.lowers[at - 1] in _NOW):
            return "ahead"
        if word in _PAST_WORDS or (word.endswith("ed") and len(word) > _SHORT):
            return past
    return None if past == "past" else "unsure"
