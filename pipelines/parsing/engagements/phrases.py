"""Noun phrases: which actors a stretch of units names, through lists, owners and prepositions.

What belongs here: reading a phrase from either end, and what follows a word in its clause. What does not: whose verb
it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.engagements.units import Parse, skip


@dataclass(slots=True)
class Slot:
    """Actors that fill a slot, and how surely: ``head`` they are it, ``poss`` / ``of`` they own it, ``inner`` within
    it.
    """

    mentions: list[Any]
    how: str


def chunk_left(parse: Parse, u: int) -> int:
    """Return the first unit of the noun chunk that ends at unit ``u``."""
    while u > 0 and parse.tags[u - 1] in "ANDB'" and parse.tags[u] != "D":
        u -= 1
    return u


def chunk_right(parse: Parse, u: int) -> int:
    """Return the unit after the noun chunk that starts at unit ``u``."""
    n = len(parse.tags)
    while u < n and parse.tags[u] in "DBq":
        u += 1
    while u < n and (parse.tags[u] in "AN'" or (parse.tags[u] == "D" and parse.tags[u - 1] in "'")):
        u += 1
    return u


def actors_in_chunk(parse: Parse, start: int, end: int) -> Slot | None:
    """Return the actors of a noun chunk: the one it is, or the one whose it is."""
    last = end - 1
    while last >= start and parse.tags[last] in "'B":
        last -= 1
    if last < start:
        return None
    if parse.tags[last] == "A":
        found = [parse.mention[last]]
        k = last - 1  # "A B" without a break: title and name, both one person's words
        while k >= start and parse.tags[k] == "A":
            k -= 1
        return Slot(found, "head")
    inner = [parse.mention[u] for u in range(start, last) if parse.tags[u] == "A"]
    if not inner:
        return None
    owner = any(parse.tags[u] == "'" for u in range(start, last)) or getattr(inner[-1], "possessive", False)
    return Slot([inner[-1]], "poss" if owner else "inner")


def noun_phrase(parse: Parse, u: int, *, pair: bool = False) -> tuple[Slot | None, int]:
    """Read the noun phrase that starts at unit ``u`` with its coordination.

    Args:
        parse: The sentence.
        u: Unit at which the phrase starts.
        pair: It must be a list ("between A and B"), so that a verb after it does not split it.

    Returns:
        The actors that it names (None for none) and the unit after it.
    """
    n = len(parse.tags)
    end = chunk_right(parse, u)
    slot = actors_in_chunk(parse, u, end) if end > u else None
    if slot is None and end < n and parse.words[end] == "of":
        inner_end = chunk_right(parse, end + 1)
        inner = actors_in_chunk(parse, end + 1, inner_end) if inner_end > end + 1 else None
        if inner and end > u:
            slot, end = Slot(inner.mentions, "of"), inner_end
    if slot is None:
        return None, end
    first, first_end = slot.mentions, end
    while end < n:  # A, B and C; A as well as B; A, head of X, and B
        joint = _over_apposition(parse, end, slot.mentions)
        nxt = _joined_at(parse, joint)
        if nxt == joint:
            break
        more_end = chunk_right(parse, nxt)
        more = actors_in_chunk(parse, nxt, more_end) if more_end > nxt else None
        if more_end < n and parse.tags[more_end] in "VXM" and not pair:
            if parse.tags[joint] == "C" and parse.tags[first_end] == ",":  # "met A, B and C said": B and C say
                return Slot(first, slot.how), first_end
            break
        if more is None or more.how != "head":
            break
        if parse.tags[joint] == "," and nxt - joint == 1 and not _list_goes_on(parse, more_end):
            break
        slot.mentions = slot.mentions + more.mentions
        end = more_end
    return slot, end


def _joined_at(parse: Parse, joint: int) -> int:
    """Return where the next of a list starts, after the words at a unit that join it; the unit itself for none."""
    nxt, n = joint, len(parse.tags)
    while nxt < n and nxt - joint < 4 and (parse.tags[nxt] in ",C" or parse.words[nxt] in _JOINING):
        nxt += 1
    if nxt > joint and parse.words[nxt - 1] == "with" and nxt - joint < 2:
        return joint
    joins = any(parse.tags[k] in ",C" or parse.words[k] in _JOINING - _WEAK for k in range(joint, nxt))
    return nxt if joins else joint


_WEAK = frozenset(("as", "with"))
_JOINING = _WEAK | {"well", "along", "together"}


def _over_apposition(parse: Parse, end: int, named: list[Any]) -> int:
    """Return the unit of the ", and" after an apposition ("A, prime minister of X, and B"), else the unit given.

    A post is an actor of its own in a sentence's units: it is an apposition where it is the one named before it.
    """
    tags, n = parse.tags, len(parse.tags)
    is_post = len(named) > 1 and named[-1].actor_id == named[-2].actor_id and tags[end] == "P"
    if not is_post and (tags[end] != "," or end + 1 >= n or tags[end + 1] not in "ND"):
        return end
    k = end + 1
    while k < n and tags[k] in "NDAP'B":
        k += 1
    return k if k + 1 < n and tags[k] == "," and parse.words[k + 1] == "and" else end


def _list_goes_on(parse: Parse, u: int) -> bool:
    """A comma joins a list only where a coordinator comes later: "A, B and C"."""
    for k in range(u, min(u + 24, len(parse.tags))):
        if parse.tags[k] == "C" and parse.words[k] in ("and", "or"):
            return True
        if parse.tags[k] not in "A,NDP'":
            return False
    return False


_PAIRING = frozenset(("between", "among"))


def complements(parse: Parse, u: int) -> tuple[Slot | None, dict[str, Slot]]:
    """Read what follows a word from unit ``u`` on within its clause.

    Returns:
        The direct object's actors (None for none), and the actors after each preposition.
    """
    n = len(parse.tags)
    obj: Slot | None = None
    after: dict[str, Slot] = {}
    u = skip(parse, u, "Bq")
    if u < n and parse.tags[u] in "ADN'":
        obj, u = noun_phrase(parse, u, pair=u > 0 and parse.words[u - 1] in _PAIRING)
    steps = 0
    while u < n and steps < 40:
        steps += 1
        tag = parse.tags[u]
        if tag == "P":
            slot, nxt = noun_phrase(parse, u + 1, pair=parse.words[u] in _PAIRING)
            if slot and parse.words[u] == "including" and steps > 1:
                obj = _named_of(obj, after, parse, u, slot)
            elif slot and parse.words[u] not in after:
                after[parse.words[u]] = slot
            u = max(nxt, u + 1)
        elif (
            tag in "NABqD'"
            or (tag == "," and u + 1 < n and parse.tags[u + 1] in "PB")
            or (tag == "C" and u + 1 < n and parse.tags[u + 1] == "P")
        ):
            u += 1
        else:
            break
    return obj, after


def _named_of(obj: Slot | None, after: dict[str, Slot], parse: Parse, u: int, some: Slot) -> Slot | None:
    """Add some who are named of those before them: "met mayors, including X", "sanctions on states including Y".

    Returns:
        The direct object's actors.
    """
    k = u - 1
    while k > 0 and parse.tags[k] in "NABqD',":
        k -= 1
    if parse.tags[k] == "P":
        known = after.setdefault(parse.words[k], Slot([], "head"))
        known.mentions = known.mentions + some.mentions
        return obj
    return Slot((obj.mentions if obj else []) + some.mentions, "head")


def phrase_left(parse: Parse, u: int) -> Slot | None:
    """Read the noun phrase that ends at unit ``u``: its head is the leftmost chunk, over prepositions and lists."""
    heads: list[tuple[int, int]] = []
    k = u
    while k >= 0:
        start = chunk_left(parse, k)
        heads.append((start, k + 1))
        before = start - 1
        if (
            before >= 1
            and parse.tags[before] == "P"
            and parse.tags[before - 1] in "AN'"
            and parse.words[before] not in ("by",)
        ):
            k = before - 1
            heads = (
                [] if parse.words[before] != "of" or actors_in_chunk(parse, chunk_left(parse, k), k + 1) else heads[-1:]
            )
            continue
        break
    if not heads:
        return None
    start, end = heads[-1]
    slot = actors_in_chunk(parse, start, end)
    if slot is None and len(heads) > 1:
        inner = actors_in_chunk(parse, *heads[0])
        return Slot(inner.mentions, "of") if inner else None
    before = start - 1
    if slot is None and before >= 1 and parse.words[before] == "and" and parse.tags[before - 1] == "A":
        return phrase_left(parse, before - 1)  # "A and others"
    if slot is None:
        return None
    if (
        slot.how == "head"
        and before >= 1
        and parse.tags[before] == "C"
        and parse.words[before] in ("and", "or", "nor", "&")
    ):
        left, opens = _list_left(parse, before - 1)
        if parse.tags[before - 1] != "," or (len(left) > 1 and opens):  # "A met B, and C met D": a new clause, no list
            slot.mentions = left + slot.mentions
    elif slot.how == "head" and before == 1 and parse.tags[:2] == ["A", ","] and not parse.mention[0].is_place_like:
        slot.mentions = [parse.mention[0], *slot.mentions]  # a heading: "A, B to meet", "A, B sign treaty"
    return slot


def _list_left(parse: Parse, u: int) -> tuple[list[Any], bool]:
    """Collect the actors of a list that ends before its "and": "A, B" in "A, B and C", "A, B and C, and D".

    Returns:
        The actors, and whether the list may be a subject: nothing that takes an object stands before it.
    """
    out: list[Any] = []
    start = u
    while u >= 0:
        if parse.tags[u] == ",":
            u -= 1
        start = chunk_left(parse, u)
        if start > u or u < 0:
            break
        slot = actors_in_chunk(parse, start, u + 1)
        if slot is None or slot.how != "head":
            break
        out = slot.mentions + out
        if (
            start == 0
            or parse.tags[start - 1] not in ",C"
            or (parse.tags[start - 1] == "C" and parse.tags[u + 1] == "C")
        ):
            break
        u = start - 2
    if len(out) > 1 and _is_fronted(parse, start - 1):
        return out[1:], True
    return out, start == 0 or parse.tags[start - 1] not in "VP"


def _is_fronted(parse: Parse, u: int) -> bool:
    """Say whether the preposition at a unit is in a phrase that opens the clause: "In talks at A, | B and C met"."""
    if u < 0 or parse.tags[u] != "P":
        return False
    while u and parse.tags[u - 1] in "ANDPB'":
        u -= 1
    return parse.tags[u] == "P"
