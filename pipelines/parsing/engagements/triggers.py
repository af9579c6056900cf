"""Where the lexicon's wordings occur in a parsed sentence.

What belongs here: matching rows of ``triggers.csv`` against units. What does not: who takes part, or whether it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.engagements.lexicon import MAX_GAP, Lexicon, Trigger
from pipelines.parsing.engagements.units import Parse

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
    heads, openings = lexicon.heads, lexicon.openings
    here = frozenset(parse.words)
    for u, word in enumerate(parse.words):
        if word in heads:
            opening = openings.get((word, parse.tags[u], parse.lemma[u]))
            rows = opening.within(here) if opening is not None else ()
            if rows:
                out += _matches_at(parse, u, rows)
    return _without_nested(out) if len(out) > 1 else out


def _matches_at(parse: Parse, u: int, rows: Sequence[Trigger]) -> list[Match]:
    found: list[Match] = []
    for trigger in rows:
        end = _match_tail(parse, u + 1, trigger.tail, 0)
        if end < 0 and trigger.tail in _ACTOR_ONLY and _passive_of_actor(parse, u, trigger.tail[0]):
            end = u + 1
        if end >= 0 and not any(m.trigger.engagement_type == trigger.engagement_type for m in found):
            outdone = bool(found) and trigger.size < found[0].trigger.size
            found.append(Match(trigger, u, end, outdone))
    return found


_ACTOR_ONLY = (("{person}",), ("{actor}",))


def _passive_of_actor(parse: Parse, u: int, element: frozenset[str] | str | None) -> bool:
    """Say whether the object that a wording asks for is the subject of a passive: "X was received by Y"."""
    if parse.kind[u] != "part" or u + 1 >= len(parse.tags) or parse.words[u + 1] != "by":
        return False
    k = u - 1
    while k >= 0 and parse.tags[k] in "XBGM":
        k -= 1
    mention = parse.mention[k] if k >= 0 else None
    return mention is not None and (element == "{actor}" or mention.kind == "person")


def _match_tail(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...], k: int) -> int:
    """Return the unit after the tail's last word where the tail matches from unit ``u`` on, else -1."""
    if k == len(tail):
        return u
    n = len(parse.tags)
    element = tail[k]
    if element is None:
        for gap in range(MAX_GAP + 1):
            if gap and (u + gap > n or parse.tags[u + gap - 1] not in _GAP_TAGS or parse.words[u + gap - 1] == "by"):
                return -1  # what follows "by" is the doer, or no part of the phrase
            end = _match_tail(parse, u + gap, tail, k + 1)
            if end >= 0:
                return end
        return -1
    if isinstance(element, str):
        return _match_actor(parse, u, tail, k)
    while u < n and parse.tags[u] in "Bq" and parse.words[u] not in element:
        u += 1
    reach = 5 if len(element) > 1 else 1  # a class of nouns may have modifiers before it
    for v in range(u, min(u + reach, n)):
        if parse.words[v] in element and not (parse.tags[v] == "A" and (len(element) == 1 or _is_named(parse, v))):
            return -1 if _dated(parse, v) else _match_tail(parse, v + 1, tail, k + 1)
        if parse.tags[v] not in _MODIFIER_TAGS and not (parse.tags[v] == "A" and parse.mention[v].attributive):
            return -1
    return -1


def _is_named(parse: Parse, u: int) -> bool:
    """Say whether an actor's unit is a name, which no wording asks for, not a description or a pronoun."""
    return not (parse.mention[u].described or parse.mention[u].is_pronoun)


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _dated(parse: Parse, u: int) -> bool:
    """Say whether the preposition at a unit only tells the day: "attacked X on Tuesday" is no "attacked X on (its
    record)".
    """
    return parse.words[u] == "on" and u + 1 < len(parse.words) and (parse.words[u + 1] in _DAYS)


def _match_actor(parse: Parse, u: int, tail: tuple[frozenset[str] | str | None, ...], k: int) -> int:
    for v in range(u, min(u + 5, len(parse.tags))):
        if parse.tags[v] == "A":
            if tail[k] == "{person}" and getattr(parse.mention[v], "kind", "person") != "person":
                return -1
            # The actor stays outside the wording where it ends it, so that it can fill the object slot.
            return u if k == len(tail) - 1 else _match_tail(parse, v + 1, tail, k + 1)
        if parse.tags[v] not in "DNBO":
            return -1
    return -1


def _without_nested(matches: list[Match]) -> list[Match]:
    """Drop a noun that only completes a longer wording: "talks" in "hold talks"."""
    covered = {(m.trigger.engagement_type, u) for m in matches if m.trigger.tail for u in range(m.unit + 1, m.end)}
    inside = {u for m in matches if len(m.trigger.tail) > 0 and m.trigger.pos == "n" for u in range(m.unit + 1, m.end)}
    return [
        m
        for m in matches
        if (m.trigger.engagement_type, m.unit) not in covered and not (m.trigger.pos == "n" and m.unit in inside)
    ]
