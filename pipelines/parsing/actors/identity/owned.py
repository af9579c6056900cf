"""Bodies told by the person whose they are: "Ms Doe's campaign", "President Doe's administration".

What belongs here: the one name under which such a body is known. What does not: states told by their leaders
(``governments``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_SEVERAL = 2
_RUNS = frozenset(("GOV", "LEG", "OPP", "PTY"))


def campaign_of(scan: Scan, full_names: Mapping[str, Sequence[Find]], find: Find) -> str:
    """Return the one name of a campaign that the text calls by its candidate: "Ms Doe's re-election campaign"."""
    if find.title != "campaign":
        return ""
    named = (scan.lowers[i] for i in range(find.end - 2, find.start - 1, -1) if scan.caps[i])
    owner = find.owner
    in_full = owner is not None and owner.kind == "person" and owner.head_end - owner.head_start > 1
    candidate = owner if in_full else _candidate(scan, full_names, next(named, "")) or owner
    if candidate is None or candidate.kind != "person":
        return ""
    name = candidate.entry.name if candidate.entry else scan.doc.slice(candidate.head_start, candidate.head_end)
    return f"{name} campaign"


def _candidate(scan: Scan, full_names: Mapping[str, Sequence[Find]], word: str) -> Find | None:
    """Return who runs by a surname: a politician before the rest of the family."""
    full = full_names.get(word, ())
    called = (
        f for f in scan.finds if f.kind == "person" and f.entry is not None and scan.lowers[f.head_end - 1] == word
    )
    known = next((f for f in (*full, *called) if f.entry is not None and f.entry.sector in _RUNS), None)
    return known or next(iter(full), None)


def body_of_person(scan: Scan, full_names: Mapping[str, Sequence[Find]], find: Find, surname: int) -> str:
    """Return the short name of a body of somebody's: "Doe administration" of "President Jane Doe's administration".

    Args:
        scan: The article.
        full_names: Persons named in full, by their surname in lower case.
        find: The body, which has an owner.
        surname: The token of its owner's surname.

    Returns:
        The name, or nothing where the owner is nobody, or two here have that surname.
    """
    owner = find.owner
    if owner is None or owner.kind != "person" or owner.start > find.start or not find.title:
        return ""
    named = full_names.get(scan.lowers[surname], ())
    persons = {f.entry or tuple(scan.lowers[f.head_start : f.head_end]) for f in named}
    return f"{scan.words[surname]} {find.title}" if len(persons) < _SEVERAL else ""
