"""States, bodies and leaders inside hyphenated words: "the US-led invasion", "Israeli-Palestinian talks", "the
EU-Turkey deal"; states by half of their name, or two by one: "North and South Korea", "the two Koreas".

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
# How states are called before a hyphen only: "Sino-Indian talks".
_BEFORE_HYPHEN = {
    "anglo": "British", "franco": "French", "greco": "Greek", "indo": "Indian", "russo": "Russian", "sino": "Chinese",
}  # fmt: skip
_SIDES = frozenset(("group", "organization", "state"))
_HYPHENS = str.maketrans("–‑", "--")


def find_compounds(scan: Scan, gazetteer: Gazetteer) -> None:
    """Add a find for each state, body or leader that a compound names, all over all its words; they stand before a
    noun.
    """
    for i in compress(range(scan.size), scan.caps):
        first, hyphen, second = scan.words[i].translate(_HYPHENS).partition("-")
        if not hyphen or i in scan.aliases:
            continue
        start, first = _whole_first(scan, gazetteer, i, first)
        end, second = _whole_second(scan, gazetteer, i, second)
        if scan.caps[end : end + 1] == b"\1" and not scan.headline[i]:
            continue
        for entry in _sides(scan, gazetteer, first, second) or _leaders(scan, gazetteer, first, second):
            kind, method = _FOUND_AS[entry.kind]
            find = Find(start, end, start, end, kind, method, entry=entry, sector=entry.sector, country=entry.country)
            find.attributive = True
            scan.finds.append(find)  # not ``add``: a description may still take the word in ("Saudi-led coalition")
            scan.compounds.update(range(start, end))
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


def find_pairs(scan: Scan, gazetteer: Gazetteer) -> None:
    """Add a find for each of the two states that a plural names together: "the two Koreas", "both Sudans"."""
    for i in compress(range(1, scan.size), map(_PAIRS.__contains__, scan.lowers[1:])):
        entries = [gazetteer.states.get(country) for country in _PAIRS[scan.lowers[i]]]
        start = i - 1 if scan.lowers[i - 1] in ("both", "two", "rival") else i
        for entry in filter(None, entries) if scan.caps[i] else ():
            scan.finds.append(
                Find(start, i + 1, i, i + 1, "state", "registry", entry=entry, sector="GOV", country=entry.country)
            )
            scan.taken[start : i + 1] = b"\1" * (i + 1 - start)


_PAIRS = {"congos": ("COD", "COG"), "koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD")}


def _whole_first(scan: Scan, gazetteer: Gazetteer, i: int, first: str) -> tuple[int, str]:
    """Return where a compound starts, and its first half: "South Korea" in "South Korea-Japan talks"."""
    whole = f"{scan.words[i - 1]} {first}" if i else first
    return (i - 1, whole) if whole != first and _side(gazetteer, whole) else (i, first)


def _whole_second(scan: Scan, gazetteer: Gazetteer, i: int, second: str) -> tuple[int, str]:
    """Return where a compound ends, and its second half: "South Korea" in "Japan-South Korea talks"."""
    whole = f"{second} {scan.words[i + 1]}" if i + 1 < scan.size else second
    return (i + 2, whole) if whole != second and _side(gazetteer, whole) else (i + 1, second)


# The kind and the method of what a compound names.
_FOUND_AS = {
    "group": ("group", "registry"), "organization": ("organization", "registry"),
    "person": ("person", "surname"), "state": ("demonym", "demonym"),
}  # fmt: skip


def _sides(scan: Scan, gazetteer: Gazetteer, first: str, second: str) -> list[Entry]:
    """Return the states and bodies that the parts of a compound name, or nothing."""
    if scan.has("done_by", second.lower()):
        doer = _side(gazetteer, first)
        return [doer] if doer is not None and doer.kind == "state" else []
    named = [_side(gazetteer, _BEFORE_HYPHEN.get(first.lower(), first)), _side(gazetteer, second)]
    if second.lower() in _CITIZENS and first.lower() not in _BEFORE_HYPHEN:
        return []
    sides = [entry for entry in named if entry is not None]
    return sides if len(sides) > 1 and sides[0] is not sides[1] else []


def _side(gazetteer: Gazetteer, word: str) -> Entry | None:
    entry = gazetteer.named(word) if word[:1].isupper() else None
    return entry if entry is not None and entry.kind in _SIDES and entry.sector != "JRN" else None


def _leaders(scan: Scan, gazetteer: Gazetteer, first: str, second: str) -> list[Entry]:
    """Return the office-holders whose surnames make up a compound: "the Obama-Merkel meeting"."""
    entries = [gazetteer.named(word) for word in (first, second) if word[:1].isupper()]
    held = [e for e in entries if e is not None and e.kind == "person" and e.holds_office(scan.day)]
    return held if scan.day and len(held) > 1 and held[0] is not held[1] else []


def _state(gazetteer: Gazetteer, word: str) -> Entry | None:
    entry = gazetteer.named(word) if word[:1].isupper() else None
    return entry if entry is not None and entry.kind == "state" else None
