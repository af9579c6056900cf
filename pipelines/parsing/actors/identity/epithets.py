"""What a person told by name is called in the next sentence: "the cleric", "the billionaire", "the former general".

What belongs here: whom such a word takes up, and only where one person alone can be meant. What does not: posts, which
say who holds them (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import told_title, word_after
from pipelines.parsing.actors.descriptions.phrases import told_start
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.model import Find

_BACK = 2  # sentences
_RANKS = frozenset(("general", "admiral", "colonel"))  # which tell no more of anybody than a post
_DESCRIBING = frozenset(("of", "from", "in", "at", "who", "that", "which", "whose", ",", "'s", "named", "behind"))


def called(book: Book, find: Find) -> int:
    """Return the one person whom the nearest sentence names, where an epithet with "the" takes somebody up; or -1."""
    scan, noun, title = book.scan, find.title.split()[-1], told_title(book.scan, find)
    fits = title not in _RANKS and (scan.has("epithet", noun) or scan.has("epithet", find.title))
    plain = fits and find.owner is None and not find.country and not find.plural
    behind = scan.lowers[find.end] if find.end < scan.size else ""
    met = any(key.startswith(f"u:{title}:") for key in book.keys)  # somebody else of whom only this is told
    start = told_start(scan, find.start)
    if not plain or met or behind in _DESCRIBING or "the" not in scan.lowers[max(0, start - 1) : find.start]:
        return -1
    sentence = scan.sentence_of[find.start]
    for back in range(_BACK + 1):
        here = _named(book, sentence - back, find.start)
        if here:
            index = here.pop()
            alone = back > 0 and not here and _agrees(book, index, find) and _acts(book, index, sentence - back)
            return index if alone else -1
    return -1


def _named(book: Book, sentence: int, end: int) -> set[int]:
    """Return the persons whom a sentence names before a token."""
    return {
        index
        for index, candidate in enumerate(book.candidates)
        if candidate.kind == "person" and candidate.words
        for m in candidate.mentions
        if m.token_start < end and book.scan.sentence_of[m.token_start] == sentence
    }


def _agrees(book: Book, index: int, find: Find) -> bool:
    return not find.gender or book.candidates[index].gender in ("", find.gender)


def _acts(book: Book, index: int, sentence: int) -> bool:
    """Say whether a sentence tells what a person does: it is of that one that the next goes on."""
    scan = book.scan
    here = (m for m in book.candidates[index].mentions if scan.sentence_of[m.token_start] == sentence)
    return any(word_after(scan, m.token_end) in scan.lex.verbs or scan.headline[m.token_start] for m in here)
