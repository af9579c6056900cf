"""Noun phrases: which actors a stretch of units names, through lists, owners and prepositions.

What belongs here: reading a phrase from either end. What does not: what follows a word in its clause (``complements``),
whose verb it is.
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left, chunk_right
from pipelines.parsing.syntax.clauses import joins_clauses
from pipelines.parsing.syntax.lists import (
    SEVERAL,
    joined_at,
    joint_after,
    list_goes_on,
    list_left,
    more_of_list,
)
from pipelines.parsing.syntax.opposed import before_opposed
from pipelines.parsing.syntax.units import Parse, skip


def noun_phrase(parse: Parse, u: int, *, pair: bool = False) -> tuple[Slot | None, int]:
    """Read the noun phrase that starts at unit ``u`` with its coordination.

    Args:
        parse: The sentence.
        u: Unit at which the phrase starts.
        pair: It must be a list ("between A and B"), so that a verb after it does not split it.

    Returns:
        The actors that it names (None for none) and the unit after it.
    """
    slot, end = _first_of(parse, u)
    if slot is None:
        return None, end
    first, first_end = slot.mentions, end
    while end < len(parse.tags):  # A, B and C; A as well as B; A, head of X, and B; A of X, B of Y and C
        joint = joint_after(parse, end, slot.mentions)
        nxt = joined_at(parse, joint)
        if nxt == joint:
            break
        more, more_end = more_of_list(parse, nxt)
        if not pair and _acts(parse, more_end):
            if parse.tags[joint] == "C" and parse.tags[first_end] == ",":  # "met A, B and C said": B and C say
                return Slot(first, slot.how), first_end
            break
        more, more_end = _named_behind(parse, more, more_end)
        if more is None or more.how != "head" or _ends_list(parse, (joint, nxt, more_end), pair=pair):
            break
        slot.mentions = slot.mentions + more.mentions
        end = more_end
    return slot, end


def _first_of(parse: Parse, u: int) -> tuple[Slot | None, int]:
    """Read the first member of a phrase that starts at a unit: "A", "the head of A", "a man named A"."""
    end = chunk_right(parse, u)
    slot = actors_in_chunk(parse, u, end) if end > u else None
    if slot is None and parse.words[end : end + 1] == ["of"]:
        inner_end = chunk_right(parse, end + 1)
        inner = actors_in_chunk(parse, end + 1, inner_end) if inner_end > end + 1 else None
        if inner and end > u:
            some = parse.words[end - 1] in _SOME or parse.words[end - 1] in SEVERAL  # "some of X's raids" are X's
            slot, end = Slot(inner.mentions, inner.how if some else "of"), inner_end
    name = _over_naming(parse, end) if end > u else end
    if name > end:
        return Slot([parse.mention[name]], "head"), name + 1
    if slot is None and parse.tags[u : u + 1] == ["D"] and parse.words[end : end + 1] == ["and"]:
        more, more_end = more_of_list(parse, end + 1)  # "banned the paper and X"
        named = more is not None and more.how == "head" and not more.mentions[0].described
        if named and parse.tags[more_end : more_end + 1] not in (["V"], ["X"], ["M"]):
            return more, more_end
    return slot, end


def _named_behind(parse: Parse, more: Slot | None, end: int) -> tuple[Slot | None, int]:
    """Read who is named behind a member that only tells whose they are: Y of "met X and its ally, Y, in Rome"."""
    if parse.tags[end - 1 : end + 1] != ["N", ","] or (more is not None and more.how != "poss"):
        return more, end
    opens = chunk_left(parse, end - 1)
    theirs = more is not None or parse.words[opens] in _THEIRS
    slot, stop = more_of_list(parse, end + 1)
    closed = stop >= len(parse.tags) or parse.tags[stop] in ",;"
    named = slot is not None and slot.how == "head" and not slot.mentions[0].described
    return (slot, stop) if theirs and closed and named else (more, end)


_THEIRS = frozenset(("her", "his", "its", "their"))


def _acts(parse: Parse, u: int) -> bool:
    """Say whether who stands before a unit is the subject of a verb there."""
    return u < len(parse.tags) and parse.tags[u] in "VXM" and parse.kind[u] != "ing"


def _ends_list(parse: Parse, at: tuple[int, int, int], *, pair: bool) -> bool:
    """Say whether a list ends before the member from its joint, over its start, to its end: it tells or does more."""
    joint, start, end = at
    if not pair and joins_clauses(parse, joint, end):
        return True
    ends = not list_goes_on(parse, end) or (not pair and _tell(parse, start))
    return parse.tags[joint] == "," and start - joint == 1 and ends


def _tell(parse: Parse, u: int) -> bool:
    """Say whether those named from a unit on tell what stands before them: "X, a witness and an official said"."""
    k = skip(parse, u, "ANDPBC'")
    return k < len(parse.tags) and parse.lemma[k] in ("add", "report", "say", "tell") and parse.kind[k] in ("past", "s")


def _over_naming(parse: Parse, u: int) -> int:
    """Return the unit of who is named at a unit after a description: X of "a man named X", "a man identified as X"."""
    before = parse.mention[u - 1]
    over = u + 1 + (parse.words[u : u + 2] in (["identified", "as"], ["known", "as"]))
    called = over > u + 1 or parse.words[u : u + 1] in (["called"], ["named"], ["nicknamed"])
    if not called or over >= len(parse.tags) or not (parse.tags[u - 1] == "N" if before is None else before.described):
        return u
    mention = parse.mention[over]
    return over if mention is not None and not (mention.described or mention.is_pronoun) else u


_SOME = frozenset("all any both each many most one several some two".split())


_WHEREABOUTS = frozenset("across around inside near outside throughout within".split())
_WHOSE = frozenset(("from", "of"))  # "the letter of X", "a statement from X"


def phrase_left(parse: Parse, u: int) -> Slot | None:
    """Read the noun phrase that ends at unit ``u``: its head is the leftmost chunk, over prepositions and lists."""
    chunks = _chunks_left(parse, u)
    if not chunks:
        return None
    start, end = chunks[-1]
    slot = actors_in_chunk(parse, start, end)
    if slot is None and len(chunks) > 1:
        slot = actors_in_chunk(parse, *chunks[0])
        if slot is None or parse.words[end - 1] not in SEVERAL:
            return Slot(slot.mentions, "of") if slot else None
    if slot is None:  # "A and others"
        others = start > 1 and parse.words[start - 1] == "and" and parse.tags[start - 2] == "A"
        return phrase_left(parse, start - 2) if others else None
    if slot.how == "head":
        preferred = before_opposed(parse, start)
        if preferred >= 0:  # "A and not B", "A rather than B"
            return phrase_left(parse, preferred)
        slot.mentions = _joined_left(parse, start - 1, u + 1) + slot.mentions
    return slot


def _chunks_left(parse: Parse, u: int) -> list[tuple[int, int]]:
    """Return the chunks of a phrase that ends at a unit, from the last to the one that tells who it is."""
    chunks: list[tuple[int, int]] = []
    k = u
    while k >= 0:
        start = chunk_left(parse, k)
        chunks.append((start, k + 1))
        before = start - 1
        if before > 1 and parse.words[before] in _WHEREABOUTS and parse.words[before - 1] in _WHOSE:
            before -= 1  # "chiefs from across X"
        if (
            before < 1
            or parse.tags[before] != "P"
            or parse.tags[before - 1] not in "AN'"
            or parse.words[before] == "by"
        ):
            break
        k = before - 1
        owned = parse.words[before] in _WHOSE and not actors_in_chunk(parse, chunk_left(parse, k), k + 1)
        chunks = chunks[-1:] if owned else []
    return chunks


def _joined_left(parse: Parse, joint: int, end: int) -> list[Any]:
    """Return those to whom the unit before a phrase joins it, which ends before ``end``."""
    if joint > 2 and parse.words[joint - 2 : joint + 1] == _AS_WELL:
        return list_left(parse, joint - 3)[0]
    if joint >= 1 and parse.tags[joint] == "C":
        if parse.words[joint] not in _JOINTS and parse.words[joint : joint + 2] != ["but", "also"]:
            return []
        left, opens = list_left(parse, joint - 1)
        apart = parse.tags[joint - 1] == "," and not opens  # "A met B, and C met D": a new clause, no list
        return [] if apart or joins_clauses(parse, joint, end) else left
    heads = joint == 1 and parse.tags[:2] == ["A", ","] and not parse.mention[0].is_place_like
    return [parse.mention[0]] if heads else []  # a heading: "A, B to meet", "A, B sign treaty"


_JOINTS = frozenset(("and", "or", "nor", "&"))
_AS_WELL = ["as", "well", "as"]
