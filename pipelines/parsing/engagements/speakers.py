"""Who says what: the speaker of each stretch of a sentence, carried over sentences inside a quotation.

What belongs here: verbs of saying, "according to", quotations. What does not: what is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pipelines.parsing.syntax.authors import said_after
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.reported import end_of_charge
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.parsing.words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of units (first, end exclusive) and who says it; ``verb`` is the unit of the verb of saying."""

    speaker: Any
    verb: int
    first: int
    end: int


def find_speeches(
    parse: Parse, lexicon: Lexicon, said: Callable[[Parse, int], list[Speech]] | None = None
) -> list[Speech]:
    """Return the reported stretches of a sentence, in order.

    Args:
        parse: The sentence.
        lexicon: Which verbs are verbs of saying.
        said: What the verb of saying at a unit reports; as far as it may reach where none is given.
    """
    said = said or said_around
    out: list[Speech] = []
    n = len(parse.tags)
    if parse.words[1:2] == [":"] and _speaks(parse.mention[0]):  # "X: Y is a liar"
        out.append(Speech(parse.mention[0], 1, 2, n))
    for u in range(n):
        if parse.words[u] == "according" and u + 1 < n and parse.words[u + 1] == "to":
            slot, end = noun_phrase(parse, u + 2)
            if slot:
                after = u <= 2 or parse.words[u - 1] == ";"
                first, stop = (end, n) if after else (clause_start(parse, u), u)
                out.append(Speech(all_of(slot), u, first, stop))
        elif parse.words[u] in CLAIMS and parse.words[u + 1 : u + 2] == ["that"]:
            out += _claimed(parse, u)
        elif parse.kind[u]:
            classes = lexicon.governs.get(parse.lemma[u], ())
            if "say" in classes:
                out += said(parse, u)
            if "charge" in classes:
                out += _charged(parse, u)
    return out


def _speaks(mention: Any) -> bool:
    """Whether somebody may stand before a colon for what they say: not a state, which is where something happens."""
    return mention is not None and (mention.kind == "person" or mention.sector in ("GOV", "IGO", "LEG", "PTY"))


def clause_start(parse: Parse, u: int) -> int:
    """Return the first unit behind the last semicolon before a unit, 0 where there is none."""
    return next((k + 1 for k in range(u - 1, 0, -1) if parse.words[k] == ";"), 0)


def is_told(parse: Parse, u: int) -> bool:
    """Whether a verb of saying tells what was said: "said", "says", "officials say"; not "will say", "to say"."""
    if parse.kind[u] != "base":
        return parse.kind[u] in ("past", "s", "part")
    group = verb_group(parse, u)
    if group.infinitive and parse.words[group.start - 1] in ("on", "as"):  # "went on to say", "went so far as to say"
        return not group.negated
    return not (group.modal or group.infinitive or group.negated or group.start < u)


CLAIMS = frozenset(
    "accusation accusations allegation allegations assertion assessment belief claim claims complaint complaints "
    "conclusion contention declaration denial finding findings statement statements suspicion suspicions".split()
)


def _claimed(parse: Parse, u: int) -> list[Speech]:
    """What a noun of saying tells: "X's claim that Y attacked"."""
    slot = actors_in_chunk(parse, chunk_left(parse, u), u + 1)
    return [Speech(all_of(slot), u, u + 2, len(parse.tags))] if slot else []


def all_of(slot: Slot) -> Any:
    """Return the first of those who speak, with the others for its fellows."""
    first, *others = slot.mentions
    return replace(first, fellows=(*first.fellows, *others)) if others else first


def _charged(parse: Parse, u: int) -> list[Speech]:
    """What a charge says was done: "X accused Y of attacking Z", "Y was accused by X of attacking Z"."""
    n = len(parse.tags)
    deed = next((k for k in range(u + 1, n) if parse.kind[k]), n)
    having = deed < n and parse.words[deed - 1] == "having"  # "of having attacked"
    if deed == n or (parse.kind[deed] != "ing" and not having) or parse.words[deed - 1 - having] not in _CHARGED_WITH:
        return []
    group = verb_group(parse, u)
    slot = complements(parse, u + 1)[1].get("by") if group.passive else subject_of(parse, group)[0]
    return [Speech(all_of(slot), u, deed, end_of_charge(parse, deed))] if slot else []


_CHARGED_WITH = frozenset("of for with".split())


def said_around(parse: Parse, u: int) -> list[Speech]:
    """Return what a verb of saying may report, as far as it may reach."""
    n = len(parse.tags)
    group = verb_group(parse, u)
    if group.passive or not is_told(parse, u):
        return []
    slot = said_after(parse, group) if parse.lemma[u] not in TOLD_TO else None
    if slot:
        return [Speech(all_of(slot), u, 0, group.start)]
    slot, _ = subject_of(parse, group)
    if slot is None:
        return []
    trailing = u + 1 >= n or (parse.tags[u + 1] in ";,PB" and not any(t == "V" for t in parse.tags[u + 1 :]))
    quoted_left = any(parse.quoted[: group.start])
    if trailing and (quoted_left or "," in parse.tags[: group.start]):
        return [Speech(all_of(slot), u, 0, group.start)]
    out = [Speech(all_of(slot), u, u + 1, n)]
    if quoted_left and parse.quoted[0]:
        out.append(Speech(all_of(slot), u, 0, group.start))
    return out


TOLD_TO = frozenset("assure inform remind tell".split())  # what follows them is who hears it


def speaker_of(unit: int, parse: Parse, speeches: list[Speech], carried: Any) -> Any:
    """Return who says the words at a unit: the nearest speech around it, else, in a quotation, the carried speaker."""
    best = next(iter(speeches_around(unit, speeches)), None)
    if best is not None:
        return best.speaker
    return carried if parse.quoted[unit] else None


def last_speaker(parse: Parse, speeches: list[Speech]) -> Any:
    """Return who speaks last in a sentence: not who another there says has spoken, "X said Y thinks"."""
    last = speeches[-1]
    while outer := [
        s for s in speeches if s.verb < last.verb < s.end and _APART.isdisjoint(parse.tags[s.verb : last.verb])
    ]:
        last = outer[-1]
    return last.speaker


_APART = frozenset(",;C")


def speeches_around(unit: int, speeches: list[Speech]) -> list[Speech]:
    """Return the speeches around a unit, the nearest first."""
    around = (s for s in speeches if s.first <= unit < s.end and s.verb != unit)
    return sorted(around, key=lambda s: abs(s.verb - unit))
