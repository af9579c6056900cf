"""Where the lexicon's wordings occur in a parsed sentence.

What belongs here: matching rows of ``triggers.csv`` against units. What does not: who takes part, or whether it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.frames.asides import only_dates, over_amount, over_asides
from pipelines.parsing.frames.turned import is_passive_of
from pipelines.parsing.syntax.chunks import chunk_left
from pipelines.parsing.syntax.lists import list_end
from pipelines.parsing.syntax.particles import PARTICLES, is_undone
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.words.lexicon import MAX_GAP, Lexicon, Trigger

_GAP_TAGS = frozenset("DNAB'GqCPO")
_MODIFIER_TAGS = frozenset("DNAB'q")


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found: its row, the unit of its head word and the unit after its last word.

    Attributes:
        outdone: A longer wording, of another type, opens at the same word.
    """

    trigger: Trigger
    unit: int
    end: int
    outdone: bool = False


def find_matches(parse: Parse, lexicon: Lexicon) -> list[Match]:
    """Return the wordings of a sentence, at each head word the longest of each engagement type."""
    out: list[Match] = []
    opens, openings = lexicon.opens, lexicon.openings
    here = frozenset(parse.words)
    for u, word in enumerate(parse.words):
        if word in opens:
            described = _is_described(parse, u)
            opening = openings.get((word, "N" if described else parse.tags[u], parse.lemma[u]))
            rows = opening.within(here) if opening is not None else ()
            if described:  # "troops would go": the actor's own word opens only what asks for more words
                rows = [row for row in rows if row.asks]
            if rows and is_undone(parse, u, lexicon):  # "called off a strike" is no "call _ strike"
                rows = [row for row in rows if row.tail[:1] != (None,)]
            if rows:
                out += _matches_at(parse, u, rows)
    out = _without_idioms(out)
    return _without_nested(out) if len(out) > 1 else out


def _without_idioms(matches: list[Match]) -> list[Match]:
    """Drop the idioms, and every wording that opens within one and asks for no more words: "struck a hopeful tone"."""
    idioms = [m for m in matches if not m.trigger.engagement_type]
    if not idioms:
        return matches
    return [
        m
        for m in matches
        if m.trigger.engagement_type
        and not any(i.unit <= m.unit < i.end and m.trigger.size <= i.trigger.size for i in idioms)
    ]


def _is_described(parse: Parse, u: int) -> bool:
    """Say whether a unit is an actor told by a common noun, which may open a wording: "prisoner" in "prisoner swap"."""
    return parse.tags[u] == "A" and u + 1 < len(parse.tags) and parse.mention[u].described


def _matches_at(parse: Parse, u: int, rows: Sequence[Trigger]) -> list[Match]:
    found: list[Match] = []
    may_stand_apart = parse.kind[u] == "part" or bool(PARTICLES.intersection(parse.words[u + 2 : u + 3]))
    for trigger in rows:
        end = _match_tail(parse, u + 1, trigger.tail, 0)
        if end < 0 and may_stand_apart:
            end = _match_apart(parse, u, trigger)
        if end >= 0 and not any(m.trigger.engagement_type == trigger.engagement_type for m in found):
            outdone = bool(found) and trigger.size < found[0].trigger.size
            found.append(Match(trigger, u, end, outdone))
    return found


_ACTOR_ONLY = (("{person}",), ("{actor}",))
_PARTICLE_ONLY = frozenset((frozenset((word,)),) for word in PARTICLES)


def _match_apart(parse: Parse, u: int, trigger: Trigger) -> int:
    """Match a wording whose object stands elsewhere than its row says: the unit after its last word, else -1.

    "X was received by Y", "ruled that out", "troops were sent to".
    """
    tail = trigger.tail
    if trigger.pos != "v":
        return -1
    if tail in _PARTICLE_ONLY:
        apart = u + 2 < len(parse.tags) and (parse.tags[u + 1] in "ADO" or parse.words[u + 1] == "that")
        return _match_tail(parse, u + 2, tail, 0) if apart else -1
    if parse.kind[u] != "part":
        return -1
    if tail in _ACTOR_ONLY:
        return u + 1 if is_passive_of(parse, u, tail[0]) else -1
    if len(tail) > 1 and tail[0] == "{actor}":
        return _passive_told_by(parse, u, tail[1:])
    by_whom = parse.words[u + 1 : u + 2] == ["by"] and trigger.engagement_type in _DEEDS  # "arms sent by X"
    if _keeps_particle(parse, u, tail) and trigger.engagement_type != "CONSULT":  # "the talks" tell of themselves
        return _passive_of_noun(parse, u + 1, tail[1:], u, reduced=by_whom)
    return _passive_of_noun(parse, u, tail, u, reduced=by_whom)


_DEEDS = frozenset("AID ASSAULT COERCE MOBILIZE RETREAT SANCTION".split())


def _passive_told_by(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...]) -> int:
    """Match the rest of a wording after a passive and its doer: "X was told by Y to leave"."""
    if parse.words[u + 1 : u + 2] != ["by"] or not is_passive_of(parse, u, "{actor}"):
        return -1
    doer = skip(parse, u + 2, "D")
    return _match_tail(parse, doer + 1, tail, 0) if parse.tags[doer : doer + 1] == ["A"] else -1


def _keeps_particle(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...]) -> bool:
    """Say whether a wording's particle stands with its verb, and its noun before it: "the offer was turned down"."""
    return len(tail) > 1 and tail[:1] in _PARTICLE_ONLY and parse.words[u + 1 : u + 2] == list(tail[0] or ())


def _passive_of_noun(
    parse: Parse, last: int, tail: tuple[frozenset[str] | str | None, ...], verb: int, *, reduced: bool
) -> int:
    """Match the rest of a wording after a passive and its particle, if any, the last unit so far: its subject is the
    noun that the wording asks for first.
    """
    k = 1 if tail and tail[0] is None else 0
    noun = tail[k] if k < len(tail) else None
    if not isinstance(noun, frozenset) or len(noun) < _LEAST_NOUNS:
        return -1
    if not _undergoes(parse, verb, noun, reduced=reduced):
        return -1
    return _match_tail(parse, last + 1, tail[k + 1 :], 0)


_LEAST_NOUNS = 2  # a single word asked for is a particle or a fixed phrase, which no passive turns round


def _undergoes(parse: Parse, u: int, noun: frozenset[str], *, reduced: bool) -> bool:
    """Say whether one of some nouns is what a passive is told of: "the roads to X were blocked", and, where it may be
    without an auxiliary (``reduced``), "arms sent by X".
    """
    v = skip_back(parse, u - 1, "XBGM")
    if v == u - 1 and not reduced:
        return False
    for _ in range(_PHRASES):
        if v < 0 or parse.tags[v] not in "NA":
            return False
        if parse.words[v] in noun:
            return parse.tags[v] == "N" or not _is_named(parse, v)
        before = chunk_left(parse, v) - 1
        v = before - 1 if before > 0 and parse.tags[before] == "P" else -1
    return False


_PHRASES = 3  # of a subject: "the road from X to Y was blocked"


def _match_tail(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...], k: int) -> int:
    """Return the unit after the tail's last word where the tail matches from unit ``u`` on, else -1."""
    if k == len(tail):
        return u
    n = len(parse.tags)
    element = tail[k]
    if element is None:
        for gap in range(MAX_GAP + 1):
            if gap and (u + gap > n or not _fills_gap(parse, u + gap - 1)):
                break
            end = _match_tail(parse, u + gap, tail, k + 1)
            if end >= 0:
                return end
        listed = list_end(parse, u)  # "accused X, Y and Z of"
        return _match_tail(parse, listed, tail, k + 1) if listed > u + 1 else -1
    if isinstance(element, str):
        return _match_actor(parse, u, tail, k)
    u = over_asides(parse, u, element)
    u = over_amount(parse, u, element) if len(element) > 1 else u
    reach = 5 if len(element) > 1 else 1  # a class of nouns may have modifiers before it
    for v in range(u, min(u + reach, n)):
        if parse.words[v] in element and not (parse.tags[v] == "A" and _is_named(parse, v)):
            return -1 if only_dates(parse, v) else _match_tail(parse, v + 1, tail, k + 1)
        attributive = parse.tags[v] == "A" and parse.mention[v].attributive
        if parse.tags[v] not in _MODIFIER_TAGS and not attributive and not _premodifies(parse, v):
            return -1
    return -1


def _fills_gap(parse: Parse, u: int) -> bool:
    """Say whether a unit can stand in a gap; what follows "by" or "amid" is no part of the phrase."""
    counts = parse.words[u] == "than" and parse.words[u - 1] in ("fewer", "less", "more")  # "more than ten rockets"
    return counts or (parse.tags[u] in _GAP_TAGS and parse.words[u] not in _OF_ELSE) or _premodifies(parse, u)


_OF_ELSE = frozenset(("by", "amid", "but", "despite"))


def _premodifies(parse: Parse, u: int) -> bool:
    """Say whether a participle only describes the noun after it: "keep evacuated civilians", "as convicted thieves"."""
    if parse.kind[u] not in ("past", "part") or u + 1 == len(parse.tags) or parse.tags[u + 1] not in "NA":
        return False
    return parse.tags[u - 1] in "PqV" or parse.words[u - 1] == "as"


def _is_named(parse: Parse, u: int) -> bool:
    """Say whether an actor's unit is a name, which no wording asks for, not a description or a pronoun."""
    return not (parse.mention[u].described or parse.mention[u].is_pronoun)


def _match_actor(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...], k: int) -> int:
    for v in range(u, min(u + 5, len(parse.tags))):
        if parse.tags[v] == "A":
            if tail[k] == "{person}" and getattr(parse.mention[v], "kind", "person") != "person":
                if parse.tags[v + 1 : v + 2] == ["'"]:  # "met Chad's Mary Roe"
                    continue
                return -1
            if tail[k] == "{body}" and parse.mention[v].sector != _OF_STATES:
                return -1
            # The actor stays outside the wording where it ends it, so that it can fill the object slot.
            if k == len(tail) - 1:
                return u
            end, listed = _match_tail(parse, skip(parse, v + 1, "'"), tail, k + 1), list_end(parse, v)
            return _match_tail(parse, listed, tail, k + 1) if end < 0 and listed > v + 1 else end
        if parse.tags[v] not in "DNBO'" and not (k < len(tail) - 1 and opens_maker(parse, v)):
            return -1
    return -1


_OF_STATES = "IGO"  # the sector of what states join and leave


def opens_maker(parse: Parse, u: int) -> bool:
    """Say whether it is told behind a unit whose words stand before it: "called comments by X a disgrace"."""
    return parse.words[u : u + 1] in (["by"], ["from"]) and parse.tags[u - 1] == "N"


def _without_nested(matches: list[Match]) -> list[Match]:
    """Drop a noun that only completes a longer wording: "talks" in "hold talks"."""
    covered = {(m.trigger.engagement_type, u) for m in matches if m.trigger.tail for u in range(m.unit + 1, m.end)}
    inside = {u for m in matches if len(m.trigger.tail) > 0 and m.trigger.pos == "n" for u in range(m.unit + 1, m.end)}
    return [
        m
        for m in matches
        if (m.trigger.engagement_type, m.unit) not in covered and not (m.trigger.pos == "n" and m.unit in inside)
    ]
