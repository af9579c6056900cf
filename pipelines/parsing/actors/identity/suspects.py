"""Whom a text calls a suspect after it told of a crime or a charge: "police arrested X. The suspect denied it".

What belongs here: whom "the suspect", "the gunman", "the defendant" take up, where a sentence tells of one alone. What
does not: other words for a person told by name (``epithets``), posts (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import word_after, word_before
from pipelines.parsing.actors.descriptions.phrases import told_start
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.model import Candidate, Find, Mention

_BACK = 3  # sentences
_DOERS = frozenset("assailant attacker bomber gunman perpetrator shooter".split())
_CHARGED = frozenset(("defendant", "suspect"))
_HELD = frozenset(
    "accused apprehended arrested caught charged convicted detained identified indicted jailed named sentenced".split()
)
_ON_TRIAL = frozenset("court pleaded sentenced surrendered trial tried".split())
_VIOLENT = frozenset("attacked bombed fired killed murdered rammed shot stabbed".split())
_DESCRIBING = frozenset(("in", "who", "that", "which", "whose", ",", "'s", "named"))
_PREDICATE = 5  # tokens behind a subject that tell what became of him


def suspected(book: Book, find: Find) -> int:
    """Return the one person whom a sentence before tells to be charged or to have attacked, where a noun with "the"
    takes up a suspect or an attacker; or -1.
    """
    scan, noun = book.scan, find.title.rpartition(" ")[2]
    if noun not in _DOERS | _CHARGED or find.owner is not None or find.plural or scan.headline[find.start]:
        return -1
    start = told_start(scan, find.start)
    behind = scan.lowers[find.end] if find.end < scan.size else ""
    if behind in _DESCRIBING or "the" not in scan.lowers[max(0, start - 1) : find.start]:
        return -1
    sentence = scan.sentence_of[find.start]
    for back in range(1, _BACK + 1):
        fits = {
            index
            for index, candidate in enumerate(book.candidates)
            if candidate.kind == "person"
            for m in candidate.mentions
            if scan.sentence_of[m.token_start] == sentence - back and _may_be(book, candidate, m, noun)
        }
        if fits:
            return fits.pop() if len(fits) == 1 else -1
    return -1


def _may_be(book: Book, candidate: Candidate, mention: Mention, noun: str) -> bool:
    """Say whether somebody is told to be charged or to have attacked, by his name or by such a noun."""
    if not candidate.words:
        return candidate.noun.rpartition(" ")[2] in _DOERS | _CHARGED
    if mention.possessive or word_after(book.scan, mention.token_end) in book.scan.lex.speech:  # who says so of another
        return False
    lowers = book.scan.lowers
    told = lowers[mention.token_end : mention.token_end + _PREDICATE]
    told = told[: told.index(".")] if "." in told else told
    passive = not {"was", "were", "been", "being", "is"}.isdisjoint(told)
    held = word_before(book.scan, mention.token_start) in _HELD or (passive and not _HELD.isdisjoint(told))
    attacked = not passive and not _VIOLENT.isdisjoint(told)
    return held or not _ON_TRIAL.isdisjoint(told) or attacked
