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


def is_conditional(parse: Parse, group: VerbGroup) -> bool:
    """Whether a verb stands under a condition: "if X attacks", "should X attack"."""
    for k in range(group.start - 1, max(-1, group.start - 14), -1):
        if parse.words[k] in ("if", "unless", "whether"):
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
    opens = next((k for k in range(group.start - 1, max(-1, group.start - 9), -1) if parse.tags[k] in ";,VSRP"), -1)
    told = 0 <= opens < group.start - 1 and parse.kind[group.verb] in ("s", "base")
    return told and parse.words[opens] in _ONCE_IT_COMES


def _is_later(words: Sequence[str]) -> bool:
    return "tomorrow" in words or any(word == "next" and then in _TIMES for word, then in pairwise(words))
