"""Families told by their surname in the plural: "the Trumps" after Donald Trump.

What belongs here: which words are a family, and which one. What does not: "the Trump family" (``nominal``), couples
(``singles``).
"""

from __future__ import annotations

from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.model import Find

NOUN = "families"  # as ``group_nouns`` has it


def family(book: Book, find: Find) -> int:
    """Fold a surname in the plural behind "the" whose bearer the text names, or return -1.

    Args:
        book: The actors of the article so far.
        find: One capitalised word that is nobody's name.

    Returns:
        The place of the group among the candidates.
    """
    scan, word = book.scan, book.scan.lowers[find.head_start]
    if find.start == 0 or scan.lowers[find.start - 1] != "the" or not word.endswith("s"):
        return -1
    for surname in (word[:-1], word[:-2] if word.endswith("es") else ""):
        bearer = next((i for i in book.names.get(surname, ()) if book.candidates[i].words[-1:] == (surname,)), -1)
        if bearer >= 0:
            find.kind, find.method, find.title, find.plural = "group", "nominal", NOUN, True
            key = f"g:{NOUN}:{bearer}"
            known = book.keys.get(key, -1)
            name = scan.words[find.head_start][: len(surname)]
            return known if known >= 0 else book.new(find, key, "group", f"{name} family")
    return -1
