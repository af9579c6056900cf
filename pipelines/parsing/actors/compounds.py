"""States and leaders inside hyphenated words: "the US-led invasion", "Israeli-Palestinian talks"; states by half of
their name: "North and South Korea".

What belongs here: compounds that are one token, and names cut short before another. What does not: those whose parts
are tokens ("U.S.-led").
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.gazetteer import Gazetteer
from pipelines.parsing.actors.model import Entry, Find
from pipelines.parsing.actors.scan import Scan

_CITIZENS = frozenset(("american", "americans"))  # "Korean-American": persons, as a rule
_HALVES = frozenset(("north", "south", "east", "west"))
_HYPHENS = str.maketrans("–‑", "--")


def find_compounds(scan: Scan, gazetteer: Gazetteer) -> None:
    """Add a find for each state or leader that a compound names, all over the whole word; they stand before a noun."""
    for i in compress(range(scan.size), scan.caps):
        first, hyphen, second = scan.words[i].translate(_HYPHENS).partition("-")
        if not hyphen or i in scan.aliases or (scan.caps[i + 1 : i + 2] == b"\1" and not scan.headline[i]):
            continue
        for entry in _states(scan, gazetteer, first, second) or _leaders(scan, gazetteer, first, second):
            kind, method = ("demonym", "demonym") if entry.kind == "state" else ("person", "surname")
            find = Find(i, i + 1, i, i + 1, kind, method, entry=entry, sector=entry.sector, country=entry.country)
            find.attributive = True
            scan.finds.append(find)  # not ``add``: a description may still take the word in ("Saudi-led coalition")
            scan.compounds.add(i)
            scan.taken[i] |= entry.kind == "person"


def find_halves(scan: Scan, gazetteer: Gazetteer) -> None:
    """Add a find for the state that shares its name with the one after it: "North and South Korea"."""
    for i in compress(range(scan.size - 2), map(_HALVES.__contains__, scan.lowers)):
        end, alias = scan.aliases.get(i + 2, (0, None))
        if alias is None or scan.lowers[i + 1] != "and" or scan.lowers[i + 2] not in _HALVES or i in scan.aliases:
            continue
        entry = _state(gazetteer, " ".join((scan.words[i], *scan.words[i + 3 : end])))
        if entry is not None and alias.senses[0].entry.kind == "state":
            adjective = alias.senses[0].alias_type == "demonym"
            kind, method = ("demonym", "demonym") if adjective else ("state", "registry")
            scan.add(Find(i, i + 1, i, i + 1, kind, method, entry=entry, sector=entry.sector, country=entry.country))


def _states(scan: Scan, gazetteer: Gazetteer, first: str, second: str) -> list[Entry]:
    """Return the states that the parts of a compound name, or nothing."""
    doer = _state(gazetteer, first)
    if doer is None:
        return []
    if scan.has("done_by", second.lower()):
        return [doer]
    other = _state(gazetteer, second) if second.lower() not in _CITIZENS else None
    return [doer, other] if other is not None and other is not doer else []


def _leaders(scan: Scan, gazetteer: Gazetteer, first: str, second: str) -> list[Entry]:
    """Return the office-holders whose surnames make up a compound: "the Obama-Merkel meeting"."""
    entries = [gazetteer.named(word) for word in (first, second) if word[:1].isupper()]
    held = [e for e in entries if e is not None and e.kind == "person" and e.holds_office(scan.day)]
    return held if scan.day and len(held) > 1 and held[0] is not held[1] else []


def _state(gazetteer: Gazetteer, word: str) -> Entry | None:
    entry = gazetteer.named(word) if word[:1].isupper() else None
    return entry if entry is not None and entry.kind == "state" else None
