"""Verbs with all that belongs to them: auxiliaries, modal, negation, and what they make of the subject.

What belongs here: the verb group. What does not: its subject (``subjects``), and what it says of an act (``status``).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.parsing.engagements.closed_words import CONTRACTED_NOT
from pipelines.parsing.engagements.units import Parse

_NEGATED_MODALS = frozenset("cannot won't wouldn't can't couldn't shouldn't mustn't".split())
_BE = frozenset("be is are was were been being am 's 're isn't aren't wasn't weren't".split())
_OPENS_OBJECT = frozenset("ADNO'")
_STEP_OVER = frozenset("BGMXTq")


@dataclass(slots=True)
class VerbGroup:
    """A verb with all that belongs to it.

    Attributes:
        verb: Unit of the verb.
        start: Unit of the group's first word.
        modal: Lower-case modal, or an empty string.
        infinitive: It stands after "to".
        negated: It stands under a negation.
        passive: Its subject undergoes it.
        perfect: It has have/has/had.
        tense: past, present, ing, base.
    """

    verb: int
    start: int
    modal: str = ""
    infinitive: bool = False
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    tense: str = "past"


def verb_group(parse: Parse, verb: int) -> VerbGroup:
    """Collect the auxiliaries, modal and negation that belong to the verb at unit ``verb``."""
    group = VerbGroup(verb, verb)
    kind = parse.kind[verb]
    group.tense = {"past": "past", "s": "present", "base": "present", "ing": "ing", "part": "past"}[kind]
    be = have = False
    u = verb - 1
    while u >= 0 and parse.tags[u] in _STEP_OVER:
        tag, word = parse.tags[u], parse.words[u]
        if tag == "G" or word in CONTRACTED_NOT or word in _NEGATED_MODALS:
            group.negated = True
        if tag == "X":
            be = be or word in _BE
            have = have or word in ("has", "have", "had", "having", "hasn't", "haven't", "hadn't")
            if word in ("is", "are", "'s", "'re", "am") and not have:
                group.tense = "present"
        elif tag == "M":
            group.modal = word
        elif tag == "T":
            group.infinitive = True
            group.start = u
            group.negated = group.negated or (u > 0 and parse.tags[u - 1] == "G")
            break
        group.start = u
        u -= 1
    if not be and not have and kind in ("part", "past"):
        parted = _parted_from_have(parse, verb)
        have, group.start = parted >= 0, parted if parted >= 0 else group.start
    group.passive = (kind in ("part", "past") and be) or (kind == "part" and not have and not be)
    group.progressive = kind == "ing" and be
    group.perfect = have
    if "no" in parse.words[max(0, group.start - 3) : group.start]:
        group.negated = True
    if kind == "past" and group.start == verb:
        _share_passive(parse, group)
    return group


_HAVE = frozenset(("has", "have", "had", "having"))
_INSERTED = 6


def _parted_from_have(parse: Parse, verb: int) -> int:
    """Return the unit of the "have" that an insertion parts from its participle, or -1: "has, of course, met"."""
    k = verb - 1
    while k > verb - _INSERTED and k >= 0 and parse.tags[k] in "NDPB,":
        k -= 1
    if k < 0 or k == verb - 1 or parse.tags[k] != "X" or parse.words[k] not in _HAVE:
        return -1
    return k if parse.tags[k + 1] in "P," else -1


def _share_passive(parse: Parse, group: VerbGroup) -> None:
    """Let a verb share the auxiliaries of the passive one before it: "were trained, armed and paid by"."""
    verb = group.verb
    follower = parse.tags[verb + 1] if verb + 1 < len(parse.tags) else ";"
    k = verb - 1
    while k > 0 and parse.tags[k] in ",C":
        k -= 1
    if k < 0 or k == verb - 1 or parse.tags[k] != "V" or follower in _OPENS_OBJECT:
        return
    first = verb_group(parse, k)
    if first.passive and (first.start < k or parse.kind[k] == "past"):
        group.passive, group.modal, group.perfect = True, first.modal, first.perfect
        group.negated, group.tense = group.negated or first.negated, first.tense
