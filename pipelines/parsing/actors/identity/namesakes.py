"""Namesakes: whom a bare surname means that the registry and the article know different people by.

What belongs here: the choice between the registry's person and the one named in full. What does not: folding either
(``persons``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.parsing.actors.identity.book import Book, surname_first
from pipelines.parsing.actors.model import Entry, Find

_COURTESY = frozenset(("", "mr", "mrs", "ms", "miss", "dr"))  # titles that tell no post
_BEFORE_GIVEN = frozenset(("sir", "dame"))  # "Sir Kim" is Sir Kim Doe
_NO_POST: frozenset[str] = frozenset()


def namesake(book: Book, find: Find, words: tuple[str, ...]) -> Find | None:
    """Return the full name in this article that a bare surname takes up, where the registry knows another by it.

    "Bush" is Jeb Bush after "Jeb Bush", though a president was called so too: unless that one holds office that day
    and leads a state or is told as more than "Bush".
    """
    entry = find.entry
    if entry is None or len(words) > 1:
        return None
    if find.title in _BEFORE_GIVEN:
        return next(_called(book, words[0]), None)
    full = list(book.full_names.get(words[0], ()))
    if find.title not in _COURTESY:  # of two Sharifs, "Gen. Sharif" is the general
        same = [other for other in full if _is_same_post(book, other.title, find.title)]
        return None if any(other.entry is entry for other in same) else next(iter(same), None)
    if find.gender == "f" and entry_gender(book, entry) != "f":  # "Miss Kim" is not the Kim who rules
        return next((other for other in full if other.entry is not entry and other.gender != "m"), None)
    if _goes_by_surname(book, entry, full):
        return None
    if not full and not surname_first(entry) and not _is_told_otherwise(book, entry):
        full = list(_called(book, words[0]))
    return next((other for other in full if _agree(find.gender, _gender(book, other))), None)


def _goes_by_surname(book: Book, entry: Entry, full: list[Find]) -> bool:
    """Say whether a bare surname is the registry's person's: named in full first, in office, or told by a post."""
    told, day = _is_told_otherwise(book, entry), book.scan.day
    if any(other.entry is entry for other in full[:1]):
        return True
    return entry.holds_office(day) and (told or _leads_a_state(book, entry)) if day else told


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _gender(book: Book, full: Find) -> str:
    """Return the gender that a full name tells, by its title or its given name."""
    return full.gender or usual_gender(book, tuple(book.scan.lowers[full.head_start : full.head_end]))


def _called(book: Book, given: str) -> Iterator[Find]:
    """Give the full names of an article that begin with a given name: "Saddam" is its Saddam Haftar."""
    names = (find for finds in book.full_names.values() for find in finds)
    lowers = book.scan.lowers
    return (f for f in names if lowers[f.head_start + (lowers[f.head_start] in _BEFORE_GIVEN)] == given)


def relative(book: Book, find: Find, given: str) -> Find | None:
    """Return the full name of somebody told as kin and by a given name: "his son Eric", where Eric Doe is named."""
    is_kin = book.scan.has("kinsman", find.title) or book.scan.has("kinswoman", find.title)
    return next(_called(book, given), None) if is_kin else None


def _is_same_post(book: Book, one: str, other: str) -> bool:
    """Say whether two titles tell one post: "Rep." and "Representative"."""
    offices = book.scan.lex.offices
    return one == other or not offices.get(one, _NO_POST).isdisjoint(offices.get(other, _NO_POST))


def _leads_a_state(book: Book, entry: Entry) -> bool:
    """Say whether a known person is head of a state or a government on the article's day."""
    offices = book.scan.lex.offices
    return any(not _HEADS.isdisjoint(offices.get(title, ())) for title in entry.posts_on(book.scan.day))


_HEADS = frozenset(("head_of_government", "head_of_state", "monarch", "supreme_leader"))


def _is_told_otherwise(book: Book, entry: Entry) -> bool:
    """Say whether an article names a known person by more than the bare surname: in full, or with a post."""
    return any(
        find.entry is entry and (find.head_end - find.head_start > 1 or find.title not in _COURTESY)
        for find in book.scan.finds
    )


def entry_gender(book: Book, entry: Entry) -> str:
    """Return the gender that a known person's given name tells; nothing where the surname comes first."""
    return "" if surname_first(entry) else usual_gender(book, tuple(entry.name.lower().split()))


def usual_gender(book: Book, name: tuple[str, ...]) -> str:
    """Return the gender that a given name tells, as far as it does."""
    return book.scan.lex.given.get(name[0].partition("-")[0], "").strip("u") if len(name) > 1 else ""
