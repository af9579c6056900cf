"""Whose words or doing it is that a claim judges as something known: "X unveiled a plan. Y called the plan reckless".

What belongs here: the way back from "the plan", "the remarks", "the decision" to who made it. What does not: acts that
were told as acts (``answers``), denials (``answers``), offers taken (``offers``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.engagements.provoked import is_of, is_same
from pipelines.parsing.engagements.speakers import Speech
from pipelines.parsing.engagements.taking_up import ACTS, judges, known_noun
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.parsing.words.deverbal import verbs_of

SENTENCES = 6  # back to who did what the noun's verb tells
_NEAR = 2  # back to who made it
_LEAST_STRENGTH = 5  # of a wording that is surely an act


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its index, its parse, what is said in it and by whom, its verbs."""

    sentence: int
    parse: Parse
    speeches: list[Speech]
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sort:
    """Works of a sort: the verbs that tell who makes one, the types of acts that are one, whether saying makes one, and
    whether saying what one will do does.
    """

    verbs: frozenset[str]
    acts: frozenset[str]
    spoken: bool = False
    willed: bool = False


def put_author(candidate: Candidate, parse: Parse, earlier: Sequence[Told], before: Sequence[Read]) -> None:
    """Add to a judgement of something known whose it is, where it does not say so itself.

    Args:
        candidate: The act, its frame filled.
        parse: Its sentence.
        earlier: What was told before it in the article, in order.
        before: The last sentences before it, in order.
    """
    match = candidate.match
    if not judges(match) or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    done = frozenset[str]().union(*(read.lemmas for read in before))
    nouns = {word for word, tag in zip(parse.words, parse.tags, strict=True) if tag == "N" and _is_work(word, done)}
    noun = known_noun(parse, match, nouns)
    if noun < 0 or (match.trigger.tail[:1] != (None,) and parse.tags[noun + 1 : noun + 2] == ["N"]):
        return  # nothing known, or "the impeachment" of "blasted the impeachment inquiry"
    sayers = [m for _, m, _, _ in candidate.slots]
    denies = match.trigger.engagement_type == "REJECT"
    for authors in _authors(before, earlier, parse.words[noun], sayers if denies else []):
        others = [m for m in authors if not is_same(m, sayers) and not m.is_place_like]
        if others:
            put(candidate, Slot(others, "poss"), "obj", "target")
            return


def _is_work(word: str, done: frozenset[str]) -> bool:
    """Say whether a word may be what somebody made or did: by what it means, or by a verb told before."""
    return word in _SORTS or not (word in ACTS or word in _THINGS or done.isdisjoint(verbs_of(word)))


# What is made or met so is seldom what somebody was told to do by the verb: "they found a way ... the finding".
_THINGS = frozenset("building feeling finding findings hearing holding meaning opening setting state work".split())


def _authors(
    before: Sequence[Read], earlier: Sequence[Told], noun: str, accused: Sequence[Any]
) -> Iterator[Sequence[Any]]:
    """Yield who may have made what a noun names by the sentences before, the nearest first, by each the surest first:
    who does what the noun's verb tells, who is told to make it, whose act it is, who does what makes it, who speaks.

    Args:
        before: The sentences before.
        earlier: What was told in them.
        noun: The noun.
        accused: Who denies it, if anybody: no charge is meant that is laid to others alone.
    """
    sort, verbs = _SORTS.get(noun), verbs_of(noun)
    for back, read in enumerate(reversed(before), 1):
        yield from _who_do(read, verbs)
        if sort is not None and back <= _NEAR:
            here = [told for told in earlier if told.sentence == read.sentence]
            yield from (_made(read.parse, u, sort) for u, word in enumerate(read.parse.words) if word == noun)
            yield from _doers(here, sort.acts, accused)
            if sort.willed:
                yield from (
                    _doing(read.parse, u)
                    for u, tag in enumerate(read.parse.tags)
                    if tag == "V" and _is_willed(read.parse, u)
                )
            yield from _who_do(read, sort.verbs)
            if sort.spoken and read.speeches:
                yield [read.speeches[-1].speaker]


def _who_do(read: Read, verbs: frozenset[str]) -> Iterator[Sequence[Any]]:
    if not verbs.isdisjoint(read.lemmas):
        yield from (_doing(read.parse, u) for u, lemma in reversed([*enumerate(read.parse.lemma)]) if lemma in verbs)


def _is_willed(parse: Parse, verb: int) -> bool:
    """Say whether a verb tells what somebody will do: "will close", "would let"."""
    group = verb_group(parse, verb)
    return group.modal in ("will", "would") and not group.passive


def _made(parse: Parse, noun: int, sort: _Sort) -> Sequence[Any]:
    """Return whose a work is, or who makes it: "X's plan", "X unveiled a plan"."""
    start = chunk_left(parse, noun)
    owner = actors_in_chunk(parse, start, noun + 1)
    if owner is not None and owner.how != "inner":
        return owner.mentions
    return _doing(parse, start - 1) if start and parse.lemma[start - 1] in _MAKING | sort.verbs else ()


def _doers(here: Sequence[Told], acts: frozenset[str], accused: Sequence[Any]) -> Iterator[list[Any]]:
    for told in reversed(here):
        trigger, slots = told.candidate.match.trigger, told.candidate.slots
        if trigger.engagement_type not in acts or int(trigger.strength) < _LEAST_STRENGTH:
            continue
        meant = [m for role, m, _, _ in slots if role == "target"]
        if trigger.engagement_type == "ACCUSE" and accused and meant and not any(_is_meant(m, accused) for m in meant):
            continue
        yield [m for role, m, how, _ in slots if role in ("source", "guest") and how == "head"]


def _is_meant(mention: Any, accused: Sequence[Any]) -> bool:
    """Say whether a charge may be laid to those who deny it: to them, or to their state or a body of it."""
    return is_same(mention, accused) or (mention.kind != "person" and is_of(mention, accused))


def _doing(parse: Parse, verb: int) -> Sequence[Any]:
    """Return who surely does what a verb tells, by whom in the passive."""
    group = verb_group(parse, verb)
    slot = complements(parse, verb + 1)[1].get("by") if group.passive else subject_of(parse, group)[0]
    return slot.mentions if slot is not None and slot.how == "head" and not group.negated else ()


def _sorts(*rows: tuple[str, _Sort]) -> dict[str, _Sort]:
    return {noun: sort for nouns, sort in rows for noun in nouns.split()}


def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MAKING = frozenset(
    "air announce deliver draft file give hold introduce issue launch lodge make offer outline present propose publish "
    "put raise release send sign submit table take unveil voice write".split()
)
_ASKING = (
    "appeal ask call demand float invite offer outline pitch present propose publish put suggest table unveil urge"
)
_PLANNING = "announce draft float introduce offer outline pitch present propose publish table unveil"
_DECIDING = (
    "adopt announce appoint approve ban bar block cancel choose close cut decide dissolve enact end expel extend fire "
    "grant impose introduce issue lift name nominate open order pass pick raise recall repeal replace revoke sack "
    "scrap select sign suspend veto withdraw"
)
_DECIDED = frozenset(("COERCE", "RETREAT", "SANCTION"))
_SHOWING = "air broadcast circulate draw issue post print publish release screen share show upload write"
_SORTS = _sorts(
    ("accusation accusations allegation allegations complaint criticism criticisms",
     _Sort(frozenset(), frozenset(("ACCUSE",)))),
    ("argument assertion assertions claim claims comment comments declaration remark remarks speech statement "
     "statements suggestion testimony words", _Sort(frozenset(), frozenset(), spoken=True)),
    ("appeal call calls demand demands plea request requests", _Sort(_verbs(_ASKING), frozenset(("REQUEST",)))),
    ("idea offer proposal proposals suggestion",
     _Sort(_verbs(_ASKING + " announce draft introduce"), frozenset(("REQUEST",)))),
    ("initiative plan plans", _Sort(_verbs(_PLANNING), frozenset())),
    ("ultimatum", _Sort(_verbs("give issue"), frozenset(("REQUEST", "SANCTION", "THREATEN")), spoken=True)),
    ("threat threats warning warnings",
     _Sort(_verbs("threaten vow warn"), frozenset(("THREATEN",)), spoken=True)),
    ("appointment ban bill choice decree law measure measures nomination order resolution ruling",
     _Sort(_verbs(_DECIDING), _DECIDED)),
    ("decision decisions move moves policy step steps", _Sort(_verbs(_DECIDING), _DECIDED, willed=True)),
    ("article book cartoon film footage images list map photograph report video",
     _Sort(_verbs(_SHOWING + " report"), frozenset())),
)  # fmt: skip
