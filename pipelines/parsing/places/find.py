"""Find the places that a text names.

What belongs here: matching names against the gazetteer, and what the words around a name say of it (``in Benghazi``,
``Everett, Washington``). What does not: choosing between namesakes (``resolve``) and telling places from actors: a
caller passes the spans that actors hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS
from pipelines.parsing.document import Doc
from pipelines.parsing.places.dateline import in_dateline
from pipelines.parsing.places.gazetteer import Entry, Gazetteer, load_gazetteer, name_key
from pipelines.parsing.places.longest import longest_name, token_key
from pipelines.parsing.places.told_with import BETWEEN, country_before, country_behind
from pipelines.parsing.places.venues import VENUES

_CUES = frozenset(
    "in at near to from outside into across inside around through throughout toward towards over above off "
    "between beyond via within along onto under leaving visiting visited reached entered left".split()
)
# What is done to towns: "shelled Kharkiv", "an attack on Kharkiv", "the fall of Kabul".
TAKEN = frozenset(
    "shelled bombed bombarded besieged stormed retook recaptured captured seized occupied liberated encircled pounded "
    "raided attacked struck hit overran invaded shelling bombing bombarding besieging storming capturing "
    "seizing".split()
)
_TAKING = frozenset(
    "attack attacks strike strikes airstrike airstrikes raid raids assault assaults offensive advance march shelling "
    "bombing bombings bombardment siege capture seizure fall occupation battle battles fight liberation invasion "
    "incursion incursions intervention".split()
)
# Cues after which a person can stand as well: a capital after the name then speaks against a place.
_LOOSE = frozenset("to from over between under left via of leaving visiting visited reached toward towards".split())
_SET_OUT = frozenset("depart departed departs departing leave left leaves leaving bound headed heading".split())
_DAYS_AND_MONTHS = frozenset(map(str.title, WEEKDAYS + MONTHS))
# What is of a country wherever it stands: "an attack on the U.S. embassy", "in a U.S. drone strike".
_ABROAD = frozenset(
    "embassy embassies consulate consulates compound compounds mission ambassador ambassadors envoy envoys diplomat "
    "diplomats diplomatic official officials citizen citizens troops forces soldier soldiers marine marines military "
    "servicemen personnel drone drones airstrike airstrikes strike strikes raid raids helicopter helicopters warplane "
    "warplanes warship warships aircraft base bases airbase outpost outposts facility facilities jet jets plane planes "
    "ship ships vessel vessels tanker tankers convoy allies ally sanctions aid assistance".split()
)
# Weight from which a name alone, no "in" before it, can be taken for the place that everybody knows by it.
_WELL_KNOWN, _KNOWN_BY_OTHER_NAMES = 7.5, 8.5
_LONGEST_WALK, _ACRONYM = 6, 3  # tokens; letters: a city of so few capitals is an acronym
_ARTICLES = ("al-", "el-", "ar-", "as-", "az-", "ash-", "ad-", "an-", "at-")  # "el-Arish"
_PARTICLES = frozenset("de da di del della van von der bin ibn abu".split())  # "Leila de Lima"
_STRICT = frozenset(("in", "near", "outside", "at"))


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text.

    Attributes:
        token_start: Index of its first token.
        token_end: Index after its last token.
        char_start: Offset of its first character.
        char_end: Offset after its last character.
        text: The name as written.
        locative: Whether the words before it make it a place ("in", "near", "to"), or a dateline does.
        within: Country (ISO 3166-1 alpha-3) told with it ("Everett, Washington"; "Libya's Sirte"), or None.
        kind: Kind of the likeliest place of that name.
        iso3: Country of the likeliest place of that name, None where it lies in none.
    """

    token_start: int
    token_end: int
    char_start: int
    char_end: int
    text: str
    locative: bool
    within: str | None
    kind: str
    iso3: str | None


def find_places(
    doc: Doc, spans_taken: Iterable[tuple[int, int]] = (), gazetteer: Gazetteer | None = None
) -> list[PlaceMention]:
    """Return the places that a text names, in order of position.

    Args:
        doc: The text.
        spans_taken: Character spans that are something else (persons, organizations).
        gazetteer: Where to look names up; the default one is loaded when none is given.
    """
    gazetteer = gazetteer or load_gazetteer()
    taken = sorted(spans_taken)
    found: list[PlaceMention] = []
    done = 0
    names, longest, pairs, lowers = gazetteer.names, gazetteer.longest, gazetteer.pairs, doc.lowers
    for at in compress(range(len(lowers)), map(ne, doc.words, lowers)):
        if at < done or not (doc.words[at][0].isupper() or doc.words[at].startswith(_ARTICLES)):
            continue
        lower = lowers[at]
        if lower not in names and lower.isalpha() and lower.isascii():
            follower = lowers[at + 1] if at + 1 < len(lowers) else ""
            if lower not in longest or (
                follower.isalpha() and follower.isascii() and f"{lower} {follower}" not in pairs
            ):
                continue  # most capitals start no place: out before anything is called
        end, entries = longest_name(doc, at, gazetteer)
        if end and not _overlaps(taken, doc.starts[at], doc.ends[end - 1]):
            mention = _mention(doc, at, end, entries, found, gazetteer)
            if mention:
                found.append(mention)
            if mention or end > at + 1:  # "South Carolina" that is no place here holds no "Carolina" either
                done = end
    return found


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    before = bisect_right(taken, (start, 1 << 60)) - 1
    return (before >= 0 and taken[before][1] > start) or (before + 1 < len(taken) and taken[before + 1][0] < end)


def _mention(
    doc: Doc, at: int, end: int, entries: tuple[int, ...], found: list[PlaceMention], gazetteer: Gazetteer
) -> PlaceMention | None:
    """Return the mention, or None where the words around it do not bear a place out."""
    likeliest = max(map(gazetteer.entry, entries), key=lambda entry: entry.weight)
    short = len(doc.words[at]) < _ACRONYM and not doc.words[at].isupper()
    if end == at + 1 and (short or _is_acronym(doc, at, likeliest)):
        return None
    cue = _cue(doc, at, found, gazetteer)
    within = country_behind(doc, end, likeliest, gazetteer) or country_before(doc, at, gazetteer)
    named = within is not None or (cue is not None and _stands_as_place(doc, at, end, cue, likeliest))
    guarded = token_key(doc.lowers[at]) in gazetteer.guarded and end == at + 1
    if guarded and not within and not (named and _strictly_in(doc, at, end)):
        return None
    if not named and not _stands_alone(doc, at, end, likeliest):
        return None
    start, stop = doc.starts[at], doc.ends[end - 1]
    return PlaceMention(at, end, start, stop, doc.text[start:stop], named, within, likeliest.kind, likeliest.iso3)


def _is_acronym(doc: Doc, at: int, likeliest: Entry) -> bool:
    """Say whether a word all in capitals is no town but an acronym: of few letters, or beside words that are not so."""
    word = doc.words[at]
    if not word.isupper() or likeliest.kind in ("country", "state"):
        return False
    if len(word) <= _ACRONYM:
        return likeliest.kind == "city"
    return any(w.islower() for w in doc.words[max(0, at - 1) : at + 2]) and not in_dateline(doc, at)


def _is_name(word: str) -> bool:
    """Say whether a word can carry a name on: "Alexandria Ocasio-Cortez"."""
    return word[:1].isupper() and word.replace("-", "").isalpha() and word not in _DAYS_AND_MONTHS


def _strictly_in(doc: Doc, at: int, end: int) -> bool:
    """Say whether a name that is as often a person's is said of a place: "in Jackson", not "to Jackson"."""
    follower = doc.words[end] if end < len(doc.words) else "."
    return bool(at) and doc.lowers[at - 1] in _STRICT and not follower[0].isupper() and follower not in ("'s", "’s")


def _cue(doc: Doc, at: int, found: list[PlaceMention], gazetteer: Gazetteer) -> str | None:
    """Return the word that makes a name a place ("in"), looking left over its adjectives and over "and"; else None."""
    lowers = doc.lowers
    back = at - 1
    while back >= 0 and at - back <= _LONGEST_WALK:
        lower = lowers[back]
        if lower in _CUES:
            return lower
        before = lowers[back - 1] if back else ""
        left = lower == "of" and before == "out"
        taking = lower in ("on", "of", "for") and before in _TAKING
        if lower in TAKEN or taking or left or (lower == "for" and before in _SET_OUT):
            return "of"
        if lower == "of" and before in BETWEEN and before not in ("the", "a", "its", "of"):
            return lower
        if found and found[-1].token_end == back and lower in ("and", "or", ","):
            return "and" if found[-1].locative else None
        if lower not in BETWEEN and lower not in gazetteer.adjective_ends and not _is_owner(found, back):
            break
        back -= 1
    return "dateline" if in_dateline(doc, at) else None


def _is_owner(found: list[PlaceMention], token: int) -> bool:
    """Say whether a token belongs to the country named just before: "in Libya's Sirte"."""
    return bool(found) and found[-1].token_start <= token < found[-1].token_end and found[-1].kind == "country"


def _stands_as_place(doc: Doc, at: int, end: int, cue: str, likeliest: Entry) -> bool:
    """Say whether a name after "in" and the like can be the place itself, not a part of a longer name."""
    if doc.words[at] in _DAYS_AND_MONTHS:
        return False
    if end >= len(doc.words):
        return True
    follower = doc.words[end]
    if likeliest.kind == "country" and _is_of_it(doc, end):
        return False
    if likeliest.kind == "city" and _names_deal(doc, end):
        return False
    longer = _is_name(follower)
    if likeliest.kind == "city" and at and doc.words[at - 1] in ("the", "a") and doc.lowers[at] != "the":
        # "in The Hague", "in the Donetsk region", "at a Minsk hotel", not "in the Paris agreement"
        return (follower in BETWEEN and follower != "of") or follower in VENUES
    return not (longer and (cue in _LOOSE or (at and doc.lowers[at - 1] in ("the", "a", "("))))


def _is_of_it(doc: Doc, end: int) -> bool:
    """Say whether a country's name only says whose something is: "a U.S. drone", "U.S.-led strikes"."""
    hyphen = doc.words[end] == "-" and doc.starts[end] == doc.ends[end - 1]
    return doc.lowers[end] in _ABROAD or (hyphen and "".join(doc.words[end + 1 : end + 2]).islower())


def _names_deal(doc: Doc, end: int) -> bool:
    """Say whether a city's name is only that of a deal: "Paris climate deal", "Minsk agreements"."""
    follower = next((k for k in range(end, min(end + _WORDS_OF_DEAL, len(doc.words))) if doc.words[k] not in _ON), end)
    return doc.lowers[follower] in _DEALS


_WORDS_OF_DEAL = 3
_ON = frozenset("ceasefire change climate nuclear peace security trade truce".split())
_DEALS = frozenset("accord accords agreement agreements deal memorandum pact pacts protocol protocols treaty".split())


def _stands_alone(doc: Doc, at: int, end: int, likeliest: Entry) -> bool:
    """Say whether a name with nothing before it that makes it a place is known well enough, and no part of a longer
    name.
    """
    known = likeliest.weight >= _WELL_KNOWN
    if likeliest.key.startswith("geonames:") and name_key(likeliest.name) != name_key(doc.slice(at, end)):
        known = likeliest.weight >= _KNOWN_BY_OTHER_NAMES
    if not known or doc.words[at] in _DAYS_AND_MONTHS:
        return False
    first = doc.sentences[doc.sentence_at(at)][0]
    before = doc.words[at - 1] if at > first else ""
    after = doc.words[end] if end < len(doc.words) else ""
    joined = before[:1].isupper() and before.isalpha() and before.lower() not in ("the", "for", "but", "and")
    return not joined and before not in _PARTICLES and not _is_name(after)
