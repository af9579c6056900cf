"""Whose word it is without a verb of saying before it: "according to a report by X", "X found that", "X was quoted as
saying".

What belongs here: how such words tell who says so, and how far they reach. What does not: verbs of saying
(``speakers``, ``attributing``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.parsing.engagements.speakers import CLAIMS, Speech, all_of, clause_start
from pipelines.parsing.syntax.authors import WRITTEN
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.reported import said_aside
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import verb_group

_INQUIRIES = WRITTEN | frozenset(
    "analysis cables documents files filing filings inquiries inquiry investigation investigations papers probe "
    "records report review transcripts".split()
)
_FINDING = frozenset("assess determine discover establish find learn show".split())
_WHOSE = frozenset("by from in of".split())


def find_sources(parse: Parse) -> Iterator[Speech]:
    """Yield the stretches of a sentence that are somebody's word, and whose."""
    for u, word in enumerate(parse.words):
        if word == "according" and parse.words[u + 1 : u + 2] == ["to"]:
            yield from _according(parse, u)
        elif word == "saying" and parse.words[u - 1] == "as":
            yield from _quoted(parse, u)
        elif word in CLAIMS and parse.words[u + 1 : u + 2] == ["by"]:
            yield from _claimed_by(parse, u)
        elif parse.lemma[u] in _FINDING and parse.kind[u] in ("past", "part", "s"):
            yield from _found(parse, u)


def _according(parse: Parse, u: int) -> Iterator[Speech]:
    """What a writing says whose author stands behind it: "according to a report by X", "to documents from X"."""
    slot, end = _author(parse, u + 2)
    if slot is not None:
        opens = u <= _OPENING or parse.words[u - 1] == ";"
        first, stop = (end, len(parse.tags)) if opens else (clause_start(parse, u), u)
        yield Speech(all_of(slot), u, first, stop)


_OPENING = 2  # units


def _author(parse: Parse, first: int) -> tuple[Slot | None, int]:
    """Return who stands behind the writing whose phrase begins at a unit, and the unit after both."""
    end = skip(parse, first, "DNB")
    if end == first or parse.words[end - 1] not in _INQUIRIES or end >= len(parse.tags):
        return None, end
    by = skip(parse, end, "V") if parse.kind[end] == "part" else end  # "a report released by X"
    return noun_phrase(parse, by + 1) if parse.words[by : by + 1] and parse.words[by] in _WHOSE else (None, end)


def _quoted(parse: Parse, u: int) -> Iterator[Speech]:
    """What somebody is quoted as saying: "X was quoted as saying that", "the paper quoted X as saying that"."""
    verb = next((k for k in range(u - 2, max(-1, u - _QUOTED), -1) if parse.tags[k] == "V"), -1)
    if verb < 0 or parse.lemma[verb] not in ("cite", "quote"):
        return
    group = verb_group(parse, verb)
    slot = subject_of(parse, group)[0] if group.passive else complements(parse, verb + 1)[0]
    if slot is not None:
        yield Speech(all_of(slot), u, u + 1, len(parse.tags))


_QUOTED = 8  # units


def _claimed_by(parse: Parse, u: int) -> Iterator[Speech]:
    """What a noun of saying tells whose speaker stands behind it: "accusations by X that Y attacked"."""
    slot, end = noun_phrase(parse, u + 2)
    if slot is not None and parse.words[end : end + 1] == ["that"]:
        yield Speech(all_of(slot), u, end + 1, len(parse.tags))


def _found(parse: Parse, u: int) -> Iterator[Speech]:
    """What somebody finds: "X found that Y attacked", "a report by X shows how", "Y attacked, X has learned"."""
    group = verb_group(parse, u)
    if group.passive or group.modal or group.infinitive or group.negated:
        return
    told = parse.words[u + 1 : u + 2] in (["that"], ["how"])
    slot = subject_of(parse, group)[0]
    if slot is None and told:
        opens = skip_back(parse, group.start - 1, "DNAPB'V")
        slot, end = _author(parse, opens + 1)
        slot = slot if end == group.start else None
    if slot is not None and told:
        yield Speech(all_of(slot), u, u + 2, len(parse.tags))
    elif slot is not None and parse.lemma[u] == "learn" and said_aside(parse, group, slot) == len(parse.tags):
        yield Speech(all_of(slot), u, 0, group.start)
