"""What a clause makes of its verb: a condition before or after it, and a present that tells what is to come.

What belongs here: "if", "unless", "should X attack", "when X meets Y". What does not: the verdict (``status``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import VerbGroup

_ONCE_IT_COMES = frozenset("when once until till before after".split())
_TIMES = frozenset("week weekend month year".split() + WEEKDAYS)
_DAYS = frozenset(WEEKDAYS)
# What is arranged beforehand, so that the present with a day tells what is to come.
_SCHEDULED = frozenset(
    "begin convene depart fly gather head host hold meet open receive reconvene resume start tour travel visit "
    "welcome".split()
)
_DATE_REACH, _OF_A_YEAR = 12, 4  # units after a verb; digits
_LEAVING = frozenset("arrive depart fly head jet land leave set travel".split())
_LEADING_UP = frozenset((("ahead", "of"), ("prior", "to")))


def is_conditional(parse: Parse, group: VerbGroup) -> bool:
    """Whether a verb stands under a condition: "if X attacks", "should X attack"."""
    for k in range(group.start - 1, max(-1, group.start - 14), -1):
        if parse.words[k] in ("if", "unless", "whether"):
            return True
        if parse.words[k] == "until" and "M" in parse.tags[:k]:  # "would not leave until X withdrew"
            return True
        if parse.words[k] == "should" and parse.tags[k + 1] in "ADN":  # "should X attack": X does not own the modal
            return True
        if parse.tags[k] in ";V" or (parse.tags[k] == "," and parse.tags[k - 1] != "A"):
            return False
    return False


def condition_follows(parse: Parse, verb: int) -> bool:
    """Whether a condition comes after the verb: "would meet X if he agreed"."""
    for k in range(verb + 1, min(verb + 20, len(parse.tags))):
        if parse.tags[k] == ";":
            return False
        if parse.words[k] == "if":
            return parse.words[k - 1] not in ("as", "even")
    return False


def lies_ahead(parse: Parse, group: VerbGroup) -> bool:
    """Whether the present tells what is to come: "when X meets Y", "X is meeting Y next week"."""
    if group.progressive or group.tense == "past":  # "said he would ask when he met X next month"
        return _is_later(parse.words[group.verb : group.verb + 10])
    if parse.lemma[group.verb] in _SCHEDULED and parse.kind[group.verb] in ("s", "base") and _is_dated(parse, group):
        return True
    opens = next((k for k in range(group.start - 1, max(-1, group.start - 9), -1) if parse.tags[k] in ";,VSRP"), -1)
    told = 0 <= opens < group.start - 1 and parse.kind[group.verb] in ("s", "base")
    return told and parse.words[opens] in _ONCE_IT_COMES


def _is_dated(parse: Parse, group: VerbGroup) -> bool:
    """Whether a day or a month is told with a present that says what is arranged: "X meets Y on Monday"."""
    words = parse.words
    near = words[group.verb + 1 : group.verb + _DATE_REACH]
    if _is_later(near) or ("this", "weekend") in pairwise(near):
        return True
    if not _GONE.isdisjoint(near) or "last" in near or any(word.isdigit() and len(word) == _OF_A_YEAR for word in near):
        return False  # a picture's words: "X meets Y in Rome on May 4, 2017"
    opening = words[: group.start]
    return not _DAYS.isdisjoint(near) or (opening[:1] == ["on"] and not _DAYS.isdisjoint(opening[1:3]))


def still_goes_on(parse: Parse, group: VerbGroup) -> bool:
    """Whether a perfect tells what has not stopped: "have blocked roads since Monday", "has held X for three days"."""
    if not group.perfect or parse.lemma[group.verb] not in _DURING or group.modal or group.infinitive or group.negated:
        return False
    if parse.words[group.start] not in _HAVE:
        return False
    after = range(group.verb + 1, len(parse.tags))
    stop = next((k for k in after if parse.tags[k] in ";,R" or parse.words[k] == "that"), len(parse.tags))
    return "since" in parse.words[group.start : stop]


_HAVE = frozenset(("has", "have", "'s", "'ve"))
# What is done for a while; who "has arrested ten people since May" arrested one after the other.
_DURING = frozenset(
    "ban bar besiege blockade block bombard boycott camp close confine control detain fight hold house imprison "
    "intern isolate jail keep occupy patrol protest protect restrict rule shut station surround wage "
    "withhold".split()
)


def is_leaving(parse: Parse, verb: int) -> bool:
    """Whether a verb tells of setting out, so that what it is for lies ahead: "leave for Rome", "head to Rome"."""
    return parse.lemma[verb] in _LEAVING


def travels_to_talks(parse: Parse, verb: int, talks: frozenset[str]) -> bool:
    """Whether a verb of travel comes with talks that lie ahead: "left for Rome ahead of his Friday meeting with X"."""
    if not is_leaving(parse, verb):
        return False
    words, tags = parse.words, parse.tags
    stop = next((k for k in range(verb + 1, len(tags)) if tags[k] in ";VSR" and words[k] != "before"), len(tags))
    for k in range(verb + 1, stop):
        if words[k] == "before" or (words[k], "".join(words[k + 1 : k + 2])) in _LEADING_UP:
            noun = next((u for u in range(k + 1, stop) if words[u] in talks and tags[u] == "N"), -1)
            return noun >= 0 and not is_over(words[noun:stop])
    return False


def _is_later(words: Sequence[str]) -> bool:
    return "tomorrow" in words or any(word == "next" and then in _TIMES for word, then in pairwise(words))


def is_over(words: Sequence[str]) -> bool:
    """Whether words tell of a time gone by: "ahead of the summit last week", "before talks in Oslo a month ago"."""
    past = any(word == "last" and then in _TIMES for word, then in pairwise(words))
    return past or not _GONE.isdisjoint(words)


_GONE = frozenset("ago earlier yesterday".split())
