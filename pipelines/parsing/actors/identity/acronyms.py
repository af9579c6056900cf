"""Acronyms that an article gives its own bodies: "Sudan Relief Fund (SRF)", or "SRF" after "Sudan Relief Fund".

What belongs here: which letters mean which body here, and when they do not mean the registry's. What does not: folding
a word that is such letters (``persons``).
"""

from __future__ import annotations

from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_NAMED = ("organization", "weak")
_LEAST = 3  # letters of an acronym that no brackets tell


def free_acronyms(book: Book, own: dict[str, Find]) -> None:
    """Where letters mean a body that the article names, they do not mean the registry's body of those letters.

    Args:
        book: The actors so far.
        own: The names that letters stand for, as ``spelled_out`` gives them.
    """
    scan = book.scan
    for find in scan.finds:
        inner = _bracketed(scan, find)
        if inner is not None and inner.entry not in (None, find.entry):
            _free(book, inner)
    named = {find.entry for find in scan.finds if find.entry is not None and not _letters(scan, find)}
    for find in scan.finds:
        meant = own.get(_letters(scan, find)) if find.kind == "organization" else None
        if meant is not None and find.entry not in (None, meant.entry) and find.entry not in named:
            _free(book, find)


def define_acronyms(book: Book, own: dict[str, Find]) -> None:
    """Note whose the letters are from here on: those in brackets in any case ("LNa"), else the initials of a name.

    Args:
        book: The actors so far.
        own: The names that letters stand for, as ``spelled_out`` gives them.
    """
    words, size = book.scan.words, book.scan.size
    for find in book.scan.finds:
        end = find.end
        if find.actor < 0 or find.kind != "organization" or end + 2 >= size or words[end] != "(":
            continue
        if words[end + 2] == ")" and sum(c.isupper() for c in words[end + 1]) > 1:
            book.acronyms[words[end + 1].upper()] = find.actor
    for letters, find in own.items():
        if find.actor >= 0:
            book.acronyms.setdefault(letters, find.actor)


def _bracketed(scan: Scan, find: Find) -> Find | None:
    """Return the letters in brackets behind a body's name, which begin as it does."""
    inner = scan.by_start.get(find.end + 1)
    if find.kind != "organization" or inner is None or scan.words[find.end] != "(":
        return None
    letters = _letters(scan, inner)
    return inner if letters and letters[0] == scan.words[find.head_start][0] else None


def _free(book: Book, inner: Find) -> None:
    """Take letters, wherever they stand, for no body of the registry's."""
    entry, letters = inner.entry, _letters(book.scan, inner)
    freed = [find for find in book.scan.finds if find.entry is entry and _letters(book.scan, find) == letters]
    for find in freed:
        find.entry, find.kind, find.method, find.country = None, "single", "single", ""
    for find in book.scan.finds:
        if find.owner in freed:
            find.country = ""


def _letters(scan: Scan, find: Find) -> str:
    """Return the acronym that a find is, or nothing."""
    word = scan.words[find.head_start]
    return word if find.head_end - find.head_start == 1 and word.isupper() and len(word) > 1 else ""


def spelled_out(scan: Scan) -> dict[str, Find]:
    """Return the bodies named in the text of whose name an acronym that it writes, too, is the initials."""
    written = {word for word in set(scan.words) if len(word) >= _LEAST and word.isupper()}
    found: dict[str, Find] = {}
    local: dict[str, Find] = {}
    for find in scan.finds if written else ():
        if find.kind in _NAMED and find.head_end - find.head_start >= _LEAST:
            for initials in _initials(scan.words[_behind_place(scan, find) : find.head_end]) & written:
                local.setdefault(initials, find)
            for initials in _initials(scan.words[find.head_start : find.head_end]) & written:
                found.setdefault(initials, find)
    return local | found


def _behind_place(scan: Scan, find: Find) -> int:
    """Return where a body's name goes on behind the place that it is of: "Indiana Department of Health" is a DOH."""
    place = scan.lex.not_names.at(scan.lowers, find.head_start, find.head_end)
    return place[0] if place is not None and place[1] == "place" else find.head_start


def _initials(words: list[str]) -> set[str]:
    """Return the initials of "Aid for Peace", with and without those of its small words: AFP and AP."""
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())}
