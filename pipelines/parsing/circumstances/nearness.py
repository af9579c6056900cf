"""How an expression stands to a wording in its sentence: side, distance, what lies between.

What belongs here: cues that dates and places share. What does not: cues of one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from pipelines.parsing.dates.words import AMBIGUOUS_MONTHS, MONTHS, WEEKDAYS
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.places import VENUES, PlaceMention
from pipelines.parsing.syntax.units import Parse

_CLAUSE_TAGS = frozenset(";SR")
_STEPS = (2, 4, 7, 12, 20)
_AT = frozenset("in at near to on for of outside from over inside across with into".split())
_HELD = frozenset("in at near to outside from across".split())
_PASSED = frozenset(
    "the a its their 's northern southern eastern western central north south east west capital city town village port "
    "province region state nearby neighboring neighbouring".split()
)
EVENTS = frozenset(
    "summit meeting talks conference visit trip tour speech forum session gathering ceremony stop stopover event "
    "negotiations rally dinner lunch hearing swing journey summits meetings conferences visits trips tours speeches "
    "sessions gatherings ceremonies events rallies hearings".split()
)
# What a city's name stands before that is at that city or was made there: "a Moscow mansion", "the Paris accord".
_NAMED_AFTER = (
    EVENTS
    | VENUES
    | frozenset(
        "accord accords agreement agreements pact deal treaty declaration protocol process handshake attack attacks "
        "bombing bombings group".split()
    )
)
# Words that end what a name can stand before: "Moscow said in talks".
_STOPS = frozenset(
    "said says is was has had will would could and or to in on for of the a that as at by with from are were".split()
)
# What goes on in a place and is talked of elsewhere: "discussed the war in Yemen", "condemned the violence in Mali".
_GOES_ON = frozenset(
    "war wars conflict conflicts crisis crises situation violence fighting unrest developments instability insecurity "
    "tension tensions bloodshed killing killings attack attacks bombing bombings coup clashes crackdown famine drought "
    "genocide atrocities abuses insurgency hostilities turmoil elections election security stability peace process "
    "transition operations operation campaign role involvement intervention presence activities influence policy "
    "militants rebels forces troops offensive massacre shelling siege outbreak epidemic poverty democracy".split()
)
_CLUB = re.compile(r"g-?(7|8|20)|cop\d\d?|apec|asean|nato")  # whose name is its meeting's: "the G-7 in Biarritz"
# What parts a place from the word that it goes with: "met Tuesday in Moscow", "the talks late last week in Moscow".
_TIMES = frozenset(
    "week weekend month year morning afternoon evening night today yesterday tomorrow last this next past early "
    "earlier late later".split()
    + WEEKDAYS
    + [month for month in MONTHS if month not in AMBIGUOUS_MONTHS]
)
_QUOTES = frozenset('”"')
_LONGEST_WALK, _LONGEST_NAME, _LONGEST_PAIR = 5, 3, 6  # tokens
_ENDS_PAIR = _AT | frozenset(",.;")
# What lies between two countries and is a place.
_LIES = frozenset("border borders frontier road corridor crossing line strait somewhere midway halfway land".split())


def distance(told: Told, token: int) -> str:
    """Return the side on which a token stands of the wording and how far, in classes of tokens."""
    side = "left" if token < told.token else "right"
    return f"{side}{bisect_right(_STEPS, abs(token - told.token))}"


def between_cues(doc: Doc, told: Told, start: int, end: int) -> set[str]:
    """Return what lies between the wording and the expression of the tokens ``start`` to ``end`` in its sentence."""
    parse, unit = told.parse, told.candidate.match.unit
    other = parse.unit_at(start)
    if other < 0:
        return set()
    low, high = min(unit, other) + 1, max(unit, other)
    tags = _without_asides(parse, low, high)
    side = "left" if other < unit else "right"
    verbs = tags.count("V")
    cues = {f"verbs={side}{min(verbs, 3)}", f"acts={side}{min(verbs + tags.count('X'), 4)}"}
    if not _CLAUSE_TAGS.isdisjoint(tags):
        cues.add(f"clause={side}")
    if "," in tags:
        cues.add(f"comma={side}")
    if parse.quoted[other] != parse.quoted[unit]:
        cues.add("quote_between")
    before = doc.lowers[start - 1] if start else ""
    return cues | {f"before={before}", f"side={side}"}


def _without_asides(parse: Parse, low: int, high: int) -> list[str]:
    """Return the tags from ``low`` up to ``high`` but for the relative clauses that are over: "the town, which X took
    in May, on Friday".
    """
    tags = parse.tags[low:high]
    opens = next((k for k, (tag, after) in enumerate(pairwise(tags)) if tag == "," and after == "R"), -1)
    closes = tags.index(",", opens + 1) if opens >= 0 and "," in tags[opens + 1 :] else -1
    return tags[:opens] + tags[closes + 1 :] if closes > 0 else tags


def thing_before(doc: Doc, start: int) -> str:
    """Return the word that the preposition before a place goes with ("summit" of "the summit in Cairo"), or empty."""
    at = _thing_at(doc, start)
    return doc.lowers[at] if at >= 0 else ""


def is_left(doc: Doc, start: int) -> bool:
    """Say whether a place is where somebody or something came from: "arrived from Cairo"."""
    at = preposition_at(doc, start)
    return at >= 0 and doc.lowers[at] == "from"


def is_event(lower: str) -> bool:
    """Say whether a lower-case word is of something that people come together for."""
    return lower in EVENTS or _CLUB.fullmatch(lower) is not None


def names_event(doc: Doc, place: PlaceMention) -> bool:
    """Say whether a city's name is part of a name of what is there: "the Geneva peace talks", not "a Libya summit"."""
    if place.kind == "country":
        return False
    for at in range(place.token_end, min(place.token_end + _LONGEST_NAME, len(doc.lowers))):
        lower = doc.lowers[at]
        if lower in _NAMED_AFTER:
            return True
        if not lower[0].isalnum() or lower in _STOPS or lower.endswith("ed"):
            return False
    return False


def holds_event(doc: Doc, place: PlaceMention) -> bool:
    """Say whether an event is told at a place: "the Geneva peace talks", "a summit in Geneva", "a visit to Geneva"; not
    "a summit with Libya", "a summit on Libya".
    """
    at = preposition_at(doc, place.token_start)
    held = at >= 0 and doc.lowers[at] in _HELD and is_event(thing_before(doc, place.token_start))
    return held or names_event(doc, place)


def is_topic(doc: Doc, place: PlaceMention) -> bool:
    """Say whether a place is that of what is talked of, or of those who do so: "the war in Yemen", "the talks between
    Libya and Niger"; they may be anywhere.
    """
    return place.locative and (thing_before(doc, place.token_start) in _GOES_ON or _is_party(doc, place))


def _is_party(doc: Doc, place: PlaceMention) -> bool:
    """Say whether a country is one of those between which something is, but for what lies between them."""
    if place.kind != "country":
        return False
    before = range(place.token_start - 1, max(0, place.token_start - _LONGEST_PAIR), -1)
    at = next((t for t in before if doc.lowers[t] == "between" or doc.lowers[t] in _ENDS_PAIR), 0)
    return doc.lowers[at] == "between" and doc.lowers[at - 1] not in _LIES


def kind_of_thing(doc: Doc, told: Told, start: int) -> str:
    """Return what the preposition before a place goes with: the act itself, an event, something else, or nothing."""
    at = _thing_at(doc, start)
    if at < 0:
        return "nothing"
    if told.token <= at < told.parse.end[told.candidate.match.end - 1]:
        return "act"
    return "event" if is_event(doc.lowers[at]) else "other"


def preposition_at(doc: Doc, start: int) -> int:
    """Return the token of the preposition before a place ("in" of "in the northern town of Lira"), or -1."""
    back = start - 1
    while back > 0 and start - back <= _LONGEST_WALK and doc.lowers[back] in _PASSED:
        back -= 1
    return back if back > 0 and doc.lowers[back] in _AT else -1


def over_times(doc: Doc, at: int) -> int:
    """Return the last token up to ``at`` that tells no time: that of "met" in "met on Monday"."""
    back = at
    while back > 0 and (doc.lowers[back] in _TIMES or doc.words[back].isdigit()):
        back -= 1
    return back - 1 if back < at and back > 0 and doc.lowers[back] in ("on", "in") else back


def _thing_at(doc: Doc, start: int) -> int:
    at = preposition_at(doc, start)
    if at < 0:
        return -1
    back = over_times(doc, at - 1)
    if back > 0 and doc.words[back] in _QUOTES:
        back -= 1
    word = doc.words[back]
    return back if is_event(word.lower()) or (word.isalpha() and word.islower()) else -1
