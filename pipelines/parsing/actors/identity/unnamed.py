"""Persons of whom only a post is told: "the Kenyan defence minister", later "the minister".

What belongs here: which of them are one. What does not: who of those named holds a post (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import told_title
from pipelines.parsing.actors.descriptions.phrases import told_start
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.identity.chiefs import body_of
from pipelines.parsing.actors.model import Find

_BACK = 2  # sentences


def unnamed(book: Book, find: Find) -> int:
    """Return the actor of a post that nobody named is known to hold: its body for a spokesman, the one told before by
    that post or a fuller one, else a new one; -1 for nobody.
    """
    scan, owner = book.scan, find.owner
    noun = find.title.split()[-1]
    if scan.has("spokesman", noun) and owner is not None and owner.kind == "organization" and owner.actor >= 0:
        return owner.actor
    if scan.headline[find.start]:
        return -1
    whose = body_of(book, find) or find.country or (owner.actor if owner is not None else "")
    told = _told_before(book, find, noun) if not whose else -1
    key = f"u:{told_title(scan, find)}:{whose}"
    index = told if told >= 0 else book.keys.get(key, -1)
    return index if index >= 0 else book.new(find, key, "person", book.described(find))


def _told_before(book: Book, find: Find, noun: str) -> int:
    """Return the only one of a noun whom the nearest sentence before tells by a post alone, where "the" takes somebody
    up; or -1.
    """
    scan = book.scan
    before = scan.lowers[max(0, told_start(scan, find.start) - 1)]
    if before != "the" or scan.lowers[find.end : find.end + 1] == ["of"]:
        return -1
    sentence = scan.sentence_of[find.start]
    told = [
        (scan.sentence_of[m.token_start], index)
        for index, candidate in enumerate(book.candidates)
        if candidate.kind == "person" and not candidate.words and candidate.noun.split()[-1:] == [noun]
        for m in candidate.mentions
        if 0 < sentence - scan.sentence_of[m.token_start] <= _BACK
    ]
    last = max((near for near, _ in told), default=0)
    nearest = {index for near, index in told if near == last}
    return nearest.pop() if len(nearest) == 1 else -1
