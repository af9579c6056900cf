"""Phrases for several actors named before, as words: "both sides", "the two leaders", "each side", "the pair".

What belongs here: which words are such a phrase, how many it says they are, and of what kinds. What does not: whom it
takes up (``collectives``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.references.offices import OFFICES
from pipelines.parsing.actors.scan import Scan

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2}
SETS = {"pair": 2, "duo": 2, "trio": 3}
_DEFINITE = frozenset(("the", "these", "those", "both", "all", "our", "their"))
_MODIFIERS = 3  # words between the number and the noun
# The nouns' class in ``actor_words`` and the kinds of actors that each may take up, the likelier first. ``counted``
# nouns take up others only where a number stands with them: "the two officials".
PERSONS = (("person",),)
STATES = (("state",), ("state", "organization"), ("state", "organization", "person"))
SIDES = (("state",), ("state", "organization", "group"), ("person",))
_KINDS = {
    "several_persons": PERSONS,
    "counted_persons": PERSONS,
    "several_states": STATES,
    "counted_states": STATES,
    "several_sides": SIDES,
    "counted_sides": SIDES,
    "counted_bodies": (("organization", "group"),),
    "counted_forces": (("organization", "group"), ("state",)),
}
_PLAIN = frozenset(("men", "women"))
_US = frozenset(("we", "you"))  # "we will both": who speaks knows whom
_NOBODY = Find(0, 0, 0, 0, "", "")
_OPENING = frozenset(("and", "but", "that", "as", "when", "while", "after", "before", "where", "which", "who"))


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase that takes up several actors.

    Attributes:
        start: Its first token, the article left out.
        noun: Its last token.
        count: How many it says they are, 0 where it does not.
        kinds: Kinds of actors that it may mean, the likelier first.
        falls_back: Where no persons fit, the states whose leaders they are do.
    """

    start: int
    noun: int
    count: int
    kinds: tuple[tuple[str, ...], ...]
    falls_back: bool = False


def nouns_for_several(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words at which ``several_at`` may find something, of the classes of ``actor_words``."""
    return frozenset((*NUMBERS, "each")).union(*(words.get(name, ()) for name in _KINDS))


def words_at(scan: Scan, token: int) -> Words | None:
    """Return the phrase whose noun, bare number or "each" stands at a token, or None."""
    return _each_other(scan, token) or phrase(scan, token) or _bare(scan, token)


def phrase(scan: Scan, noun: int) -> Words | None:
    """Read the phrase that ends with a noun for several: "the two NATO allies"."""
    lowers = scan.lowers
    name = next((name for name in _KINDS if scan.has(name, lowers[noun])), "")
    if not name or (lowers[noun] in _PLAIN and lowers[noun - 1] not in NUMBERS):  # "the two tall men" are new ones
        return None
    kinds, leads = _KINDS[name], name == "several_persons"
    first = scan.doc.sentences[scan.sentence_of[noun]][0]
    for start in range(noun, max(first, noun - _MODIFIERS - 1), -1):
        before = lowers[start - 1]
        if before in NUMBERS:
            definite = before == "both" or (start - 1 > first and lowers[start - 2] in _DEFINITE)
            definite = definite and not (kinds is SIDES and _names(scan, start, noun))
            return Words(start - 1, noun, NUMBERS[before], kinds, leads) if definite else None
        if before == "the":
            plain = all(scan.has("pair_modifier", word) for word in lowers[start:noun])
            counted = name.startswith("counted")
            count = SETS.get(lowers[noun], 0)
            leads = leads and (lowers[noun] not in OFFICES or start < noun)  # "the foreign ministers", of two states
            return Words(start, noun, count, kinds, leads) if plain and not counted else None
        if scan.has("function", before) or not before.isalpha():
            return None
    return None


def _names(scan: Scan, start: int, end: int) -> bool:
    return any(k in scan.by_start for k in range(start, end))


def _bare(scan: Scan, token: int) -> Words | None:
    """Read "both" and "the two" right before a verb, and "between the two"."""
    word, lowers = scan.lowers[token], scan.lowers
    between = word in NUMBERS and lowers[token - 2 : token] == ["between", "the"]
    if between and not "".join(lowers[token + 1 : token + 2]).isalpha():
        return Words(token, token, NUMBERS[word], (*PERSONS, *STATES), True)
    if word not in NUMBERS or token + 2 >= scan.size:
        return None
    nouns, before = nouns_for_several(scan.lex.words), lowers[token - 1] if token else ""
    if lowers[token + 1] not in scan.lex.verbs or (before in scan.lex.auxiliaries and lowers[token - 2] in _US):
        return None
    if scan.lex.groups.at(lowers, token + 1, scan.size) is not None:  # "the two suspects": a verb elsewhere
        return None
    if not nouns.isdisjoint(lowers[token + 1 : token + 3]) or scan.by_start.get(token + 2, _NOBODY).kind == "demonym":
        return None
    if before != "the" if word != "both" else scan.has("function", before) and before not in _OPENING:
        return None
    return Words(token, token, NUMBERS[word], (*PERSONS, *STATES) if word == "both" else PERSONS, True)


def _each_other(scan: Scan, token: int) -> Words | None:
    """Read "each side" and "each" of two who do something to one another: "each side blamed the other"."""
    if scan.lowers[token] != "each" or token + 1 >= scan.size:
        return None
    verb = token + 1
    kinds: tuple[tuple[str, ...], ...] = (*STATES[:1], *SIDES)
    name = next((name for name in _KINDS if scan.has(name, scan.lowers[verb] + "s")), "")
    if name or scan.lowers[verb] in _ONE_OF_TWO:
        verb, kinds = verb + 1, _KINDS.get(name, kinds)
    rest = scan.lowers[verb : verb + _OTHER]
    mutual = any(pair == ("the", "other") for pair in pairwise(rest)) and rest[0] in scan.lex.verbs
    return Words(token, verb - 1, 2, kinds) if mutual else None


_ONE_OF_TWO = frozenset(("army", "country", "government", "party"))
_OTHER = 4  # words
