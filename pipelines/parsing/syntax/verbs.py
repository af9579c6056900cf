"""Verbs with all that belongs to them: auxiliaries, modal, negation, and what they make of the subject.

What belongs here: the verb group. What does not: its subject (``subjects``), and what it says of an act (``status``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipelines.parsing.syntax.undergone import UNDERGONE
from pipelines.parsing.syntax.units import Parse, over_aside, skip_back
from pipelines.parsing.words.closed_words import CONTRACTED_NOT

_NEGATED_MODALS = frozenset("cannot won't wouldn't can't couldn't shouldn't mustn't".split())
_BE = frozenset("be is are was were been being am 's 're 'm isn't aren't wasn't weren't".split())
_OPENS_OBJECT = frozenset("ADNO'")
_STEP_OVER = frozenset("BGMXTq")
_COORDINATED = 4  # so many verbs of a list are followed to the first


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
    being = been = False
    u = over_aside(parse, verb - 1)
    while u >= 0 and parse.tags[u] in _STEP_OVER:
        tag, word = parse.tags[u], parse.words[u]
        if tag == "G" or word in CONTRACTED_NOT or word in _NEGATED_MODALS:
            group.negated = True
        if tag == "X":
            being, been = being or word == "being", been or word == "been"
            has = word in _HAS or (word == "'s" and (been or _has_object(parse, verb)))
            be = be or (word in _BE and not has)
            have = have or has
            if word in ("is", "are", "'s", "'re", "am", "'m") and not have:
                group.tense = "present"
        elif word == "'d" and (been or (kind in ("past", "part") and not be)):  # "he'd met": "had"
            have = True
        elif tag == "M":
            group.modal = word
        elif tag == "T":
            group.infinitive = True
            group.start = u
            group.negated = group.negated or (u > 0 and parse.tags[u - 1] == "G")
            break
        group.start = u
        u = over_aside(parse, u - 1)
    if not be and not have and kind in ("part", "past"):
        parted = _parted_from_have(parse, verb)
        have, group.start = parted >= 0, parted if parted >= 0 else group.start
    group.passive = (kind in ("part", "past") and be) or (kind == "part" and not have and not be)
    group.progressive = (kind == "ing" and be) or (being and _goes_on(parse, group.start))
    group.perfect = have
    if parse.nobody:
        group.negated = group.negated or skip_back(parse, group.start - 1, "B") in parse.nobody
    group.negated = group.negated or _by_nobody(parse.words[max(0, group.start - _OF_NONE) : group.start])
    if kind == "past" and group.start == verb:
        _share_passive(parse, group)
    return group


def _has_object(parse: Parse, verb: int) -> bool:
    """Whether an actor's name follows a participle, so that "'s" before it is "has": "he's met Mary Roe"."""
    mention = parse.mention[verb + 1] if verb + 1 < len(parse.tags) and parse.kind[verb] == "part" else None
    return mention is not None and not mention.described


_OF_NONE = 5  # units


def _by_nobody(before: list[str]) -> bool:
    """Whether the words before a verb make nobody its subject: "no state has", "neither X nor Y", "none of the X"."""
    if _NONE.isdisjoint(before):
        return False
    near = before[-3:]
    return (
        not _NOBODY.isdisjoint(near)
        or near[-1:] in (["nothing"], ["nobody"], ["none"])
        or any(words in " ".join(before) for words in _NONE_OF)
    )


_NOBODY = frozenset(("no", "nor", "neither"))
_NONE = _NOBODY | {"nobody", "none", "nothing", "single"}
_NONE_OF = ("none of", "neither of", "not a single")
_HAVE = frozenset(("has", "have", "had", "having"))
_HAS = _HAVE | {"hasn't", "haven't", "hadn't", "'ve"}
_INSERTED = 6


def _parted_from_have(parse: Parse, verb: int) -> int:
    """Return the unit of the "have" that an insertion parts from its participle, or -1: "has, of course, met"."""
    k = verb - 1
    while k > verb - _INSERTED and k >= 0 and parse.tags[k] in "NDPB,":
        k -= 1
    if k < 0 or k == verb - 1 or parse.tags[k] != "X" or parse.words[k] not in _HAVE:
        return -1
    return k if parse.tags[k + 1] in "P," else -1


def _goes_on(parse: Parse, start: int) -> bool:
    """Whether "being" tells what goes on ("is being freed", "with X being freed"), not "accused of being"."""
    return parse.words[start] != "being" or (start > 0 and parse.tags[start - 1] in "AN")


def as_coordinated(parse: Parse, group: VerbGroup, depth: int = 0) -> VerbGroup:
    """Let a verb share what the first of a coordination has: "will call X and meet Y", "is arming X, training Y".

    Returns:
        The group itself where it has auxiliaries of its own or is not coordinated.
    """
    kind = parse.kind[group.verb]
    joint = skip_back(parse, group.start - 1, "Bq")
    own = any(tag in "XMTG" for tag in parse.tags[group.start : group.verb])
    if own or kind not in ("base", "ing") or joint < 1 or parse.tags[joint] not in "C,":
        return group
    for k in range(joint - 1, -1, -1):
        if parse.tags[k] == ";" or (parse.tags[k] == "V" and parse.kind[k] != kind and parse.tags[joint] == ","):
            return group
        if parse.tags[k] == "V" and parse.kind[k] == kind:
            first = verb_group(parse, k)
            first = as_coordinated(parse, first, depth + 1) if depth < _COORDINATED else first
            return replace(first, verb=group.verb, negated=first.negated and parse.words[joint] != "but")
    return group


def _share_passive(parse: Parse, group: VerbGroup) -> None:
    """Let a verb share the auxiliaries of the passive one before it: "were trained, armed and paid by"."""
    verb = group.verb
    follower = parse.tags[verb + 1] if verb + 1 < len(parse.tags) else ";"
    k = verb - 1
    while k > 0 and parse.tags[k] in ",C":
        k -= 1
    if k < 0 or k == verb - 1 or follower in _OPENS_OBJECT:
        return
    undergone = parse.words[verb + 1 : verb + 2] == ["by"] or parse.lemma[verb] in UNDERGONE
    if parse.tags[k] in "AN" and undergone:  # "was praised by X but blamed by Y", "was held in X and deported to Y"
        k = skip_back(parse, k, "ANDBP',C")
    if k < 0 or parse.tags[k] != "V":
        return
    first = verb_group(parse, k)
    if first.passive and (first.start < k or parse.kind[k] == "past"):
        group.passive, group.modal, group.perfect = True, first.modal, first.perfect
        group.negated, group.tense = group.negated or first.negated, first.tense
