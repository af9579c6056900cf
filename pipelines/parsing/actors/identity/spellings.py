"""Other ways to write a full name, under which the registry may know its bearer: "Mike J. Doe III" is Michael Doe.

What belongs here: middle initials, numerals of generations and short forms of given names. What does not: spellings of
one name in other letters (``parsing.names``), and which person a surname alone means (``namesakes``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.parsing.actors.gazetteer import Gazetteer
from pipelines.parsing.actors.model import Entry
from pipelines.parsing.actors.scan import Scan

_GENERATIONS = frozenset(("ii", "iii", "iv"))


def in_office_as(scan: Scan, gazetteer: Gazetteer, words: tuple[str, ...]) -> Entry | None:
    """Return the one person in office on the article's day whose full name the words are, otherwise written.

    Names say less than offices: of people out of office a namesake is as likely.
    """
    entries = {gazetteer.person(name) for name in _forms(words, scan.lex.short_forms)} if scan.day else ()
    holders = [entry for entry in entries if entry is not None and entry.holds_office(scan.day)]
    return holders[0] if len(holders) == 1 else None


def without_number(name: str) -> str:
    """Return a name without the number behind it, which few texts tell: "Edwin Meese III"."""
    before, _, last = name.rpartition(" ")
    return before if last.lower() in _GENERATIONS else name


def _forms(words: tuple[str, ...], short: dict[str, frozenset[str]]) -> Iterator[str]:
    """Give a name without initials and numerals, with each form of its given name; not the name as it stands."""
    plain = (words[0], *(word for word in words[1:] if len(word.strip(".")) > 1 and word not in _GENERATIONS))
    if len(plain) > 1 and len(plain[0]) > 1:
        if plain != words:
            yield " ".join(plain)
        for given in sorted(short.get(plain[0], ())):
            yield " ".join((given, *plain[1:]))
