"""Who a post means that the article names nobody for: its holder on the article's day, by the registry.

What belongs here: when the registry may answer for the article, and asking it. What does not: holders that the article
names (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import FORMER, told_title
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.identity.chiefs import led_by
from pipelines.parsing.actors.model import Entry, Find
from pipelines.parsing.actors.scan import Scan

# Of these a state has one at a time, and the registry knows them by the day.
_OFFICES = frozenset(("head_of_government", "foreign_minister", "defence_minister"))
_ALONE = frozenset(("president", "king"))  # heads of state by this very word: a king is no president
_OTHER_DAYS = frozenset(
    "ago back later once then future next new incoming elected elect previous past earlier acting interim would".split()
)


def in_office(book: Book, find: Find) -> int:
    """Return the actor who holds the post of a find on the article's day: "Mexico's president"; -1 where that is not
    sure: the article is not dated to the day, tells of other years, or the registry knows nobody or several.
    """
    entry = _holder(book, find) if _tells_of_today(book.scan, find) else None
    if entry is None:
        return -1
    find.entry, find.method = entry, "office"
    index = book.keys.get(entry.registry_id, -1)
    return index if index >= 0 else book.new(find, entry.registry_id, "person", entry.name)


def _holder(book: Book, find: Find) -> Entry | None:
    title, offices = told_title(book.scan, find), book.scan.lex.offices
    if title.startswith(FORMER):
        return None
    if (leader := led_by(book, find)) is not None:
        return leader
    wanted = offices.get(title, frozenset()) & _OFFICES

    def is_meant(post: str) -> bool:
        return (post == title and title in _ALONE) or not wanted.isdisjoint(offices.get(post, ()))

    fits = {entry.registry_id: entry for entry in book.gazetteer.officials(find.country, book.scan.day, is_meant)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _tells_of_today(scan: Scan, find: Find) -> bool:
    """Say whether a sentence speaks of the article's own time, as far as its words show."""
    first, end = scan.doc.sentences[scan.sentence_of[find.start]]
    words = scan.lowers[first:end]
    years = {word for word in words if len(word) == 4 and word.isdigit()}
    return scan.is_dated and _OTHER_DAYS.isdisjoint(words) and years <= {scan.day[:4]}
