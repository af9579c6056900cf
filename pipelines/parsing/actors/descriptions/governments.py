"""Governments told by a noun and no name: "the regime", "the government", "Kim's regime", "the Oslo government".

What belongs here: which state such words mean, or which of a country's two governments. What does not: bodies taken up
by other nouns (``taken_up``).
"""

from __future__ import annotations

from collections import Counter

from pipelines.parsing.actors.context import is_place
from pipelines.parsing.actors.descriptions.owners import is_backer, owner_after
from pipelines.parsing.actors.gazetteer import Gazetteer
from pipelines.parsing.actors.model import Candidate, Entry, Find, is_held
from pipelines.parsing.actors.rivals import Rival
from pipelines.parsing.actors.scan import Scan

_BY_ADMINISTRATION = frozenset(("USA", "LBY"))  # where a leader's government is an actor of its own
_OPPOSED = frozenset(("OPP", "PTY", "REB"))  # sectors of those who have a government against them
_NEAR = 3  # sentences
_MODIFIERS = 2
# Nouns for who rules a state, with what may stand before them and tell no other one.
_RULING = {
    "government": frozenset(("federal", "central", "national", "current")),
    "regime": frozenset("brutal hardline ruling oppressive repressive theocratic communist current".split()),
}


def add_government(scan: Scan, start: int, end: int, country: str, owner: Find | None) -> bool:
    """Add the state that a noun for a government means, or the one of the two governments of a country; say whether it
    means one.

    Args:
        scan: The article.
        start: First token of the phrase.
        end: Its end.
        country: The country that stands before the noun, ISO 3166-1 alpha-3, or empty.
        owner: Whose government it is by the words before the noun.
    """
    if owner is not None and is_backer(scan, owner):
        country, owner = "", None
    owner = owner or owner_after(scan, end)[1]
    country = country or (owner.country if owner is not None else "")
    rival = rival_government(scan, start, end, country)
    if rival is None and (owner is None or not _is_state(scan, owner)):
        return False
    entry = rival or (owner.entry if owner is not None else None)
    kind, method = ("organization", "registry") if rival else ("state", "head_noun")
    noun = scan.lowers[end - 1]
    scan.add(Find(start, end, start, end, kind, method, entry=entry, sector="GOV", country=country, title=noun))
    return True


def _is_state(scan: Scan, owner: Find) -> bool:
    """Say whether the government of an owner is a state's: "the Norwegian government", "the Oslo government"; that of
    a capital may be one of two.
    """
    divided = any(rival.entry.country == owner.country for rival in scan.rivals)
    return owner.kind in ("demonym", "state") or (owner.kind == "capital" and not divided)


def rival_government(scan: Scan, start: int, end: int, country: str) -> Entry | None:
    """Return the government that a phrase means, of a country that has two: "Libya's internationally recognised
    government", "the Houthi-run government in Sanaa"; None where it means none of them.

    Args:
        scan: The article.
        start: First token of the phrase.
        end: Its end.
        country: Whose government the phrase says it is, ISO 3166-1 alpha-3; empty where it does not.
    """
    told = {part for word in scan.lowers[start : _with_seat(scan, end)] for part in (word, *word.split("-"))}
    held = (r for r in scan.rivals if is_held(r.first, r.last, scan.day or r.first))
    fits = [r for r in held if not told.isdisjoint(r.names | r.words)]
    home = country or (_spoken_of(scan) if fits else "")
    meant = [r for r in fits if r.entry.country == home or not (country or told.isdisjoint(r.names))]
    best = max(meant, key=lambda r: _likeness(scan, r, told), default=None)
    return best.entry if best is not None else None


def _likeness(scan: Scan, rival: Rival, told: set[str]) -> tuple[int, int, str]:
    """How well a government fits a phrase and, where two fit alike, the article's words; else the later one."""
    named, known = len(rival.names & told), len(rival.words & told)
    return 2 * named + known, len((rival.names | rival.words) & scan.said), rival.first


def _with_seat(scan: Scan, end: int) -> int:
    """Return the end of a phrase with where its government sits: "in Tripoli"."""
    seat = owner_after(scan, end)[1]
    return seat.end if seat is not None else end


def _spoken_of(scan: Scan) -> str:
    """Return the country with two governments that an article speaks of most, if it is among its two foremost."""
    often = Counter(f.entry.country for f in scan.finds if f.entry is not None and f.entry.country)
    several = {rival.entry.country for rival in scan.rivals}
    return next((country for country, _ in often.most_common(_FOREMOST) if country in several), "")


_FOREMOST = 2


def state_led(scan: Scan, gazetteer: Gazetteer, find: Find) -> Entry | None:
    """Return the state whose government goes by its leader's name: "Kim's regime"; of the United States, none."""
    leader = find.owner.entry if find.owner is not None and find.entry is None else None
    if leader is None or leader.kind != "person" or not leader.posts or leader.country in _BY_ADMINISTRATION:
        return None
    return gazetteer.states.get(leader.country) if scan.has("government", scan.lowers[find.head_end - 1]) else None


def state_ruled(scan: Scan, candidates: list[Candidate], find: Find) -> Entry | None:
    """Return the state that "the regime" rules: the last named near before it, as a place only if it must be; "the
    government" is of the state that the article is about.
    """
    noun = scan.lowers[find.end - 1]
    if noun not in _RULING or find.owner is not None or find.country or not _is_told_by_noun(scan, find):
        return None
    governs = noun == "government"
    if governs and _names_body(candidates, noun):
        return None
    states = [
        f for f in scan.finds
        if f.entry is not None and f.entry.kind == "state" and (governs or f.entry.country not in _BY_ADMINISTRATION)
    ]  # fmt: skip
    called = [f for f in states if f.title == noun == "regime" and (f.country or f.owner) and f.end <= find.start]
    if called:  # "the Armenian regime", later "the regime", whoever is named between
        return called[-1].entry
    if governs:
        return _of_its_opponent(scan, find, states) or _foremost(scan, find, states)
    near = scan.sentence_of[find.start] - _NEAR
    before = [f for f in states if f.end <= find.start and scan.sentence_of[f.start] >= near]
    return max(before, key=lambda f: (not is_place(scan, f.start, f.end), f.start)).entry if before else None


def _foremost(scan: Scan, find: Find, states: list[Find]) -> Entry | None:
    """Return the state that an article names most; those named before a find, and not as places, count for more."""
    often: Counter[Entry | None] = Counter()
    for state in states:
        if state.method != "head_noun" or state.owner is not None:  # names, not "the government" found before
            often[state.entry] += 1 + (state.end <= find.start) + (not is_place(scan, state.start, state.end))
    return often.most_common(1)[0][0] if often else None


def _of_its_opponent(scan: Scan, find: Find, states: list[Find]) -> Entry | None:
    """Return the state of the opposition's man who speaks of "the government": his own, whoever is named between."""
    here = scan.sentence_of[find.start]
    before = (f.entry for f in scan.finds if f.end <= find.start and scan.sentence_of[f.start] == here)
    countries = {one.country for one in before if one is not None and one.sector in _OPPOSED}
    return next((f.entry for f in states if f.entry is not None and f.entry.country in countries), None)


def _is_told_by_noun(scan: Scan, find: Find) -> bool:
    """Say whether nothing but its noun and a "the" tell a government: "the regime", "the federal government"."""
    lowers, start = scan.lowers, find.end - 1
    modifiers = 0
    while modifiers < _MODIFIERS and lowers[start - 1] in _RULING[lowers[find.end - 1]]:
        start, modifiers = start - 1, modifiers + 1
    of, what = (*lowers[find.end : find.end + 2], "", "")[:2]
    return lowers[start - 1] in ("the", "this", "that") and (of != "of" or what.endswith("ing"))  # "of hiding it"


def _names_body(candidates: list[Candidate], noun: str) -> bool:
    """Say whether the article names a body that a noun may take up: a Government of National Accord."""
    names = (c.name.split() for c in candidates if c.kind == "organization" and c.mentions)
    return any(len(name) > 1 and noun in (name[0].lower(), name[-1].lower()) for name in names)
