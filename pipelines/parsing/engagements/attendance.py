"""Who is told to have been at talks by a sentence of its own: "X also attended", "the delegation included X".

What belongs here: reading such sentences. What does not: which talks they speak of, and the part that is taken
(``attending``), and wordings that tell of the talks themselves (``triggers``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.syntax.chunks import Slot, chunk_left, chunk_right
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.relatives import group_start
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.closed_words import BE


@dataclass(slots=True, eq=False)
class Attendance:
    """Those who are told to have been at talks.

    Attributes:
        unit: Unit of the word that tells so.
        mentions: Who was there.
        beside: Mention of whom they were with or stood for, who takes part too; None where nobody is named.
        to_come: It is told of talks to come.
        sentence: Index of the sentence.
    """

    unit: int
    mentions: list[Any]
    beside: Any = None
    to_come: bool = False
    sentence: int = 0


TALKS = frozenset(
    "call ceremony conference consultations conversation dialogue dinner discussion discussions encounter event "
    "gathering lunch meeting meetings negotiations reception session sessions sitdown summit table talks trip "
    "visit".split()
)
_PARTY = frozenset("delegation delegations entourage mission negotiators side team".split())
_THERE = frozenset("attendees attending guests participants participating present those".split())
_ATTEND = frozenset(("attend", "participate"))
_IN_COMPANY = frozenset(("accompany", "flank", "join"))
_HOLD = frozenset("assemble comprise draw feature gather include involve".split())
_HEAD = frozenset(("chair", "head", "lead"))
_VERBS = _ATTEND | _IN_COMPANY | _HOLD | _HEAD | {"represent", "take"}
_CUES = frozenset(
    "accompanied accompanying attend attendance attended attending comprised drew featured flanked gathered headed "
    "include included includes involved joined led part participate participated participating present represented "
    "delegation table talks meeting summit there hand".split()
)


def attendances(parse: Parse) -> Iterator[Attendance]:
    """Yield those whom a sentence tells to have been at talks that it need not name."""
    if _CUES.isdisjoint(parse.words):
        return
    for u, tag in enumerate(parse.tags):
        if tag == "V" and parse.lemma[u] in _VERBS:
            found = _by_verb(parse, u)
        elif tag == "X" and parse.words[u] in BE:
            found = _by_being(parse, u)
        elif parse.words[u] == "with":
            found = _in_company(parse, u)
        else:
            continue
        if found is not None and found.mentions:
            yield found


def _by_verb(parse: Parse, u: int) -> Attendance | None:
    """Read "X also attended", "X was accompanied by Y", "the delegation included X", "X led the delegation"."""
    lemma, group = parse.lemma[u], verb_group(parse, u)
    if group.negated:
        return None
    if (lemma in _ATTEND or _takes_part(parse, u)) and not group.passive:
        return _attending(parse, group)
    if lemma in _IN_COMPANY:
        return _accompanied(parse, group)
    if lemma in _HOLD and not group.passive and _holds(parse, group):
        return _told(group, complements(parse, u + 1)[0])
    if lemma in _HEAD:
        return _heading(parse, group)
    if lemma == "represent" and not group.passive:
        return _standing_for(parse, group)
    return None


def _holds(parse: Parse, group: VerbGroup) -> bool:
    """Whether talks or a delegation are the subject: "the delegation included X", "it also included X"."""
    before = _last_of_subject(parse, group)
    return _is_of(parse, before, TALKS | _PARTY | _THERE) or parse.words[before : group.verb] == ["it", "also"]


def _last_of_subject(parse: Parse, group: VerbGroup) -> int:
    """Return the last unit of the phrase before a verb, or of the one that opens the sentence: "the talks began and
    included X".
    """
    before = skip_back(parse, group.start - 1, "B")
    return chunk_right(parse, 0) - 1 if before >= 0 and parse.tags[before] == "C" else before


def _told(group: VerbGroup, slot: Slot | None, beside: Any = None) -> Attendance | None:
    """Return those whom a phrase names, none where it only tells of them."""
    if slot is None or slot.how != "head":
        return None
    named = [m for m in slot.mentions if not (m.described and m.kind in ("group", "organization"))]
    return Attendance(group.verb, named, beside, bool(group.modal) or group.infinitive)


def _takes_part(parse: Parse, u: int) -> bool:
    return parse.lemma[u] == "take" and parse.words[u + 1 : u + 2] == ["part"]


def _attending(parse: Parse, group: VerbGroup) -> Attendance | None:
    """Read who attends: nothing, or "the talks"; what else is attended is no talks that were told before."""
    after = skip(parse, group.verb + 1 + _takes_part(parse, group.verb), "B")
    after += parse.words[after : after + 1] == ["in"] and parse.lemma[group.verb] != "attend"
    if parse.tags[after : after + 1] and parse.tags[after] in "ADNO'V":
        end = chunk_right(parse, after)
        if end == after or not _is_of(parse, end - 1, TALKS):
            return None
    return _told(group, subject_of(parse, group)[0])


def _is_of(parse: Parse, u: int, nouns: frozenset[str]) -> bool:
    """Whether a known phrase of such a noun ends at a unit: "the talks", "his delegation", "those present"."""
    u = skip_back(parse, u, "B")
    if u < 0 or parse.words[u] not in nouns or parse.tags[u] not in "AN":
        return False
    start = chunk_left(parse, u)
    known = parse.words[start] in _KNOWN or parse.tags[start] == "A" or (start > 0 and parse.words[start - 1] in _KNOWN)
    return known or parse.words[u] in _THERE


_KNOWN = frozenset("the this these that those both his her its their".split())


def _accompanied(parse: Parse, group: VerbGroup) -> Attendance | None:
    """Read "X was accompanied by Y", "X met Z, accompanied by Y", "Y accompanied X": who is with X."""
    joined = parse.lemma[group.verb] == "join"
    subject = subject_of(parse, group)[0]
    if group.passive:
        company = complements(parse, group.verb + 1)[1].get("by")
        return _told(group, company, subject.mentions[0]) if subject and subject.how == "head" else None
    obj = complements(parse, group.verb + 1)[0]
    if joined or obj is None or obj.how != "head" or group.infinitive:
        return None
    return _told(group, subject, obj.mentions[0])


def _heading(parse: Parse, group: VerbGroup) -> Attendance | None:
    """Read "X led the delegation", "the delegation was headed by X"."""
    if group.passive:
        known = _is_of(parse, skip_back(parse, group.start - 1, ","), TALKS | _PARTY)
        return _told(group, complements(parse, group.verb + 1)[1].get("by")) if known else None
    end = chunk_right(parse, group.verb + 1)
    known = end > group.verb + 1 and _is_of(parse, end - 1, TALKS | _PARTY)
    return _told(group, subject_of(parse, group)[0]) if known else None


def _standing_for(parse: Parse, group: VerbGroup) -> Attendance | None:
    """Read "X represented Chad"; who is represented has to take part."""
    obj, subject = complements(parse, group.verb + 1)[0], subject_of(parse, group)[0]
    if obj is None or obj.how != "head" or subject is None or any(m.kind != "person" for m in subject.mentions):
        return None
    return _told(group, subject, obj.mentions[0])


def _by_being(parse: Parse, u: int) -> Attendance | None:
    """Read "X was also present", "also present were X and Y", "with Z at the talks were X and Y"."""
    group = VerbGroup(u, group_start(parse, u))
    to_come = "M" in parse.tags[group.start : u]
    opens = skip(parse, 0, "BC")
    if _is_there(parse, opens, group.start) and set(parse.kind[:u]) <= {"", "ing"}:
        slot = noun_phrase(parse, u + 1, pair=True)[0]
        beside = parse.mention[opens + 1] if parse.words[opens] == "with" else None
    elif _is_there(parse, skip(parse, u + 1, "B"), 0) and "G" not in parse.tags[u + 1 : u + 3]:
        slot, beside = subject_of(parse, group)[0], None
    else:
        return None
    told = _told(group, slot, beside)
    if told is not None:
        told.to_come = to_come
    return told


def _is_there(parse: Parse, u: int, end: int) -> bool:
    """Whether the words at a unit tell of being there: "present", "in attendance", "at the talks", "among those there".

    Args:
        parse: The sentence.
        u: The unit.
        end: The unit where they have to end, 0 for any.
    """
    words, tags = parse.words, parse.tags
    if u >= len(words):
        return False
    if words[u] == "present":
        stop = u + 1
    elif words[u : u + 2] in (["in", "attendance"], ["on", "hand"]):
        stop = u + 2
    elif words[u] == "there" and words[u - 1] in ("also", "too"):
        stop = u + 1
    elif words[u : u + 2] == ["part", "of"] or words[u : u + 3] == ["a", "member", "of"]:
        stop = chunk_right(parse, u + 2 + (words[u] == "a"))
        stop = stop if _is_of(parse, stop - 1, TALKS | _PARTY) else u
    elif words[u] == "among" and words[u + 1 : u + 2] == ["those"]:
        stop = skip(parse, u + 2, "NPDBA") if end else u + 2
        stop = stop if not _THERE.isdisjoint(words[u + 2 : u + 4]) or not TALKS.isdisjoint(words[u + 2 : stop]) else u
    elif words[u] in ("at", "in", "among"):
        stop = chunk_right(parse, u + 1)
        stop = stop if stop > u + 1 and _is_of(parse, stop - 1, TALKS | _THERE) else u
    elif end and words[u] == "with" and tags[u + 1 : u + 2] == ["A"]:
        return _is_there(parse, u + 2, end)
    else:
        return False
    return stop > u and (not end or stop == end)


def _in_company(parse: Parse, u: int) -> Attendance | None:
    """Read "X met Y, with Z also present"."""
    slot, end = noun_phrase(parse, u + 1, pair=True)
    there = skip(parse, end, "B")
    present = parse.words[there : there + 1] != ["at"] and _is_there(parse, there, 0)
    return _told(VerbGroup(u, u), slot) if slot is not None and present else None
