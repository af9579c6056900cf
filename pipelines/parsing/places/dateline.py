"""Where a report was written, as its first line says.

What belongs here: telling a dateline's place. What does not: finding places (``find``) and what follows from it.
"""

from __future__ import annotations

from pipelines.parsing.document import Doc

_MARKS = frozenset("— – - -- (".split())  # behind the place
_TOP, _BEFORE, _BEHIND = 12, 3, 9  # sentences; tokens
_ACRONYM = 3  # letters: a word of so few capitals can be an acronym


def in_dateline(doc: Doc, at: int) -> bool:
    """Say whether a place that starts at a token is where the report was written: "OSLO (Savanna) -".

    A name all in capitals is, whatever of the page's furniture stands before it in what is read as its sentence.
    """
    sentence = doc.sentence_at(at)
    first, end = doc.sentences[sentence]
    capitals = doc.words[at].isupper() and sum(map(str.isalpha, doc.words[at])) > _ACRONYM  # not "U.S.-led"
    if sentence >= _TOP or not (capitals or (at - first <= _BEFORE and doc.words[first].isupper())):
        return False
    return not _MARKS.isdisjoint(doc.words[at + 1 : min(end, at + _BEHIND)])
