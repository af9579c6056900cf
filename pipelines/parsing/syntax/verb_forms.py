"""Finding the verbs of a sentence, from left to right, and "have", "back" and "to" where they may be one or none.

What belongs here: the walk over the units. What does not: which form one unit is (``form_here``), and the group that a
verb heads (``verbs``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.form_here import form_here
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.words.lexicon import Lexicon


def find_verbs(parse: Parse, lexicon: Lexicon, headline: bool) -> None:
    """Turn ``N`` units that are verbs here into ``V``, from left to right."""
    tags, words = parse.tags, parse.words
    forms, nouns = lexicon.verb_forms, lexicon.nouns
    n = len(tags)
    for u, word in enumerate(words):
        tag = tags[u]
        if tag in _AUXILIARY and words[u + 1 : u + 2] and words[u + 1] in _EACH:
            tags[u + 1] = "B" if _goes_on(parse, u + 2, forms) else tags[u + 1]
        if word in ("long", "since") and u and (tags[u - 1] == "X" or _is_long(parse, u, forms)):
            tags[u] = "B"  # "has long supported", "has since supported"
        elif tag == "N":
            kinds = forms.get(word)
            choice = form_here(parse, u, kinds, noun_too=word in nouns, headline=headline) if kinds else None
            if choice:
                tags[u] = "V"
                parse.lemma[u], parse.kind[u] = choice
        elif tag == "X" and word in _HAVE and u and words[u + 1 : u + 2] != ["long"] and _has_itself(parse, u, forms):
            tags[u] = "V"
            parse.lemma[u], parse.kind[u] = "have", _HAVE[word]
        elif word == "back" and _back_is_verb(parse, u):
            tags[u], parse.lemma[u], parse.kind[u] = "V", "back", "base"
        elif tag == "T":  # "to" before anything that is not a base verb is a preposition
            follower = skip(parse, u + 1, "BG")
            if follower < n and (
                tags[follower] == "X"
                or (words[follower] == "back" and _back_is_verb(parse, follower))
                or (tags[follower] == "N" and any(k == "base" for _, k in forms.get(words[follower], ())))
            ):
                continue
            tags[u] = "P"


_AUXILIARY = frozenset("XM")
_EACH = frozenset(("all", "both", "each"))


def _goes_on(parse: Parse, u: int, forms: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Say whether an auxiliary goes on at a unit, over an "all": "have all | condemned", not "have all arms"."""
    bare = u > 1 and parse.tags[u - 1] == "D"
    kinds = {kind for word in parse.words[u : u + 1] for _, kind in forms.get(word, ())}
    return bare and bool(kinds & ({"base"} if parse.tags[u - 2] == "M" else {"ing", "part", "past"}))


def _is_long(parse: Parse, u: int, forms: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Say whether "long" tells since when somebody does what the verb after it says: "X long opposed the pact"."""
    doing = any(kind in ("past", "s") for word in parse.words[u + 1 : u + 2] for _, kind in forms.get(word, ()))
    return doing and parse.words[u] == "long" and parse.tags[u - 1] in "AOR,"


def _back_is_verb(parse: Parse, u: int) -> bool:
    """Say whether "back" is the verb: "vowed to back the plan", "countries which back it"."""
    p = skip_back(parse, u - 1, "BG")
    return p >= 0 and parse.tags[p] in "TMR" and any(tag in "ADNO" for tag in parse.tags[u + 1 : u + 2])


_HAVE = {"have": "base", "has": "s", "had": "past", "having": "ing"}


def _has_itself(parse: Parse, u: int, forms: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Say whether a form of "have" is the verb itself: what follows opens a noun phrase and is no participle."""
    follower = skip(parse, u + 1, "BGq")
    if follower >= len(parse.tags):
        return False
    if parse.tags[follower] == "A":  # "who had their homes burnt", and not "nor has Iran said"
        return parse.tags[u - 1] in "ANR"
    if parse.tags[follower] not in "DN" and parse.words[follower] != "until":
        return False
    return not any(kind in ("part", "past") for _, kind in forms.get(parse.words[follower], ()))
