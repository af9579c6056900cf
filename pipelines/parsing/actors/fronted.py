"""Phrases that stand before their clause: "In talks with X, Y said", "After meeting X, he left".

What belongs here: whether somebody is named in such a phrase. What does not: what follows for who is meant behind it.
"""

from __future__ import annotations

from pipelines.parsing.actors.scan import QUOTES, Scan

_FRONTING = frozenset(
    "in after against alongside at before behind besides by during following like on over since through under unlike "
    "upon via with without accompanied addressed asked flanked joined pressed questioned".split()
)
_NOT_DONE = frozenset("according considering regarding concerning evening morning nothing something".split())
_OPENS_CLAUSE = frozenset(("after", "before", "since"))  # a verb before the name is of the phrase
_CLAUSES = frozenset("who which that when while whose because if".split())


def is_fronted(scan: Scan, start: int, end: int, token: int) -> bool:
    """Say whether somebody is named in a phrase before the clause whose subject starts at a token: in "In talks with X
    he said", "After meeting X, he left", "Asked about X, he said", not in "According to X, he", "In May Y met X, who".

    Args:
        scan: The article.
        start: First token of the name.
        end: Token after its last.
        token: Where the subject starts.
    """
    first = scan.doc.sentences[scan.sentence_of[token]][0]
    first += scan.words[first] in QUOTES
    opener, after = scan.lowers[first], scan.lowers[end:token]
    fronts = opener in _FRONTING or (opener.endswith("ing") and opener not in _NOT_DONE)
    if not fronts or start == first or after.count(",") > (after[-1:] == [","]):
        return False
    between = scan.lowers[first + 1 : token]
    if any(word in scan.lex.auxiliaries or word in _CLAUSES for word in between):
        return False
    told = opener not in _OPENS_CLAUSE and any(word in scan.lex.past_verbs for word in scan.lowers[first + 1 : start])
    return not told and not any(word in scan.lex.verbs for word in after)
