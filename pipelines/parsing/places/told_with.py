"""The country that is told with a place: "Paris, Texas", "Alexandria, VA", "Libya's Sirte".

What belongs here: reading the words right behind and right before a name. What does not: choosing among the namesakes
in that country (``resolve``).
"""

from __future__ import annotations

from pipelines.parsing.document import Doc
from pipelines.parsing.places.adjectives import adjective_start
from pipelines.parsing.places.gazetteer import Entry, Gazetteer
from pipelines.parsing.places.longest import longest_name, token_key

# What may stand between a country and a place in it: "Libya's coastal city of Sirte".
BETWEEN = frozenset(
    "the a its their northern southern eastern western central northeastern northwestern southeastern "
    "southwestern north south east west north-eastern north-western south-eastern south-western downtown nearby "
    "neighboring neighbouring coastal capital city town village port province region district state country "
    "nation island suburb outskirts border rebel-held government-held besieged occupied war-torn of 's ’s "
    "embattled resort enclave stronghold municipality county governorate oasis".split()
)
_POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC".split()
)


def country_behind(doc: Doc, end: int, likeliest: Entry, gazetteer: Gazetteer) -> str | None:
    """Return the country told behind a comma: "Paris, Texas", "Tripoli, Libya", "Richmond, Va.", "Richmond, VA".

    A state makes any town one of its country ("Monterey, California"); a country only one of a name that it
    has a town of: it may be the next of a list.
    """
    words = doc.words
    if end + 1 >= len(words) or words[end] != "," or not words[end + 1][0].isupper():
        return None
    end += 1
    if words[end].endswith(".") or words[end + 1 : end + 2] == ["."]:
        abbreviated = gazetteer.abbreviations.get(token_key(doc.lowers[end]))
        if abbreviated is not None:
            return gazetteer.entry(abbreviated).iso3
    if words[end] in _POSTAL and likeliest.kind == "city":
        return "USA"
    last, entries = longest_name(doc, end, gazetteer)
    kinds = ("country", "state", "region") if likeliest.kind not in ("country", "region", "state") else ()
    named = [entry for entry in map(gazetteer.entry, entries) if entry.kind in kinds]
    if not named and token_key(doc.lowers[end]) == "washington":
        return "USA" if likeliest.iso3 == "USA" else None
    own = {entry.iso3 for entry in gazetteer.lookup(likeliest.name)} | {likeliest.iso3}
    states = all(entry.kind == "state" for entry in named)
    if states and "".join(words[last : last + 1])[:1].isupper():  # "in Paris, California Governor Ann Lee"
        return None
    return next((entry.iso3 for entry in named if entry.iso3 in own or (states and likeliest.kind == "city")), None)


def country_before(doc: Doc, at: int, gazetteer: Gazetteer) -> str | None:
    """Return the country told before: "Libya's Sirte", "the Libyan city of Sirte", "the Libyan capital Tripoli"."""
    for back in range(at - 1, max(-1, at - 6), -1):
        lower = doc.lowers[back]
        first = adjective_start(doc.lowers, back, gazetteer)
        if first >= 0 and doc.words[first][0].isupper():
            return gazetteer.adjectives[" ".join(doc.lowers[first : back + 1])] if back < at - 1 else None
        if lower == "'s" and back:
            entries = gazetteer.names.get(token_key(doc.lowers[back - 1]), ())
            named = [e for e in map(gazetteer.entry, entries) if e.kind == "country"]
            return named[0].iso3 if named and doc.words[back - 1][0].isupper() else None
        if lower not in BETWEEN:
            return None
    return None
