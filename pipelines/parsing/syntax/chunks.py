"""Noun chunks: a run of nouns and actors without a preposition, and which actor it is or whose it is.

What belongs here: the smallest phrases. What does not: what is joined to them (``lists``, ``phrases``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.syntax.units import Parse


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
    first = u
    while u < n and (parse.tags[u] in "AN'q" or (parse.tags[u] == "D" and parse.tags[u - 1] in "'")):
        if parse.tags[u] == "q":
            over = _over_title(parse, u)
            if over == u:
                break
            u = over
        if parse.words[u] == "worth" and u > first and parse.tags[u - 1] != "'":  # "arms for X worth ten million"
            break
        u += 1
    return u


def _over_title(parse: Parse, u: int) -> int:
    """Return the unit after a title in quotes that opens at a unit behind its owner: over "Real Time" in "HBO's 'Real
    Time' host X"; the unit itself where none does.
    """
    close = next((k for k in range(u + 1, min(u + _OF_A_TITLE, len(parse.tags))) if parse.tags[k] == "q"), 0)
    owned = u > 0 and parse.tags[u - 1] == "'"
    return close + 1 if owned and close and parse.tags[close + 1 : close + 2] in (["A"], ["N"]) else u


_OF_A_TITLE = 8  # units


def actors_in_chunk(parse: Parse, start: int, end: int) -> Slot | None:
    """Return the actors of a noun chunk: the one it is, or the one whose it is."""
    last = end - 1
    while last >= start and (parse.tags[last] in "'B" or _is_postposed(parse, last)):
        last -= 1
    if last < start:
        return None
    if parse.tags[last] == "A":
        return Slot([parse.mention[last]], "head")
    inner = [u for u in range(start, last) if parse.tags[u] == "A"]
    if not inner:
        return None
    owners = [u for u in inner if parse.tags[u + 1] == "'" or getattr(parse.mention[u], "possessive", False)]
    if owners:  # "X's talks", "X's Y talks"
        return Slot([parse.mention[owners[-1]]], "poss")
    mention = parse.mention[inner[-1]]
    if _amount_after(parse, mention):
        return Slot([mention], "head")
    pair = inner[-1] > start and _is_hyphened(parse, inner[-1])
    of_state = mention.kind == "state" and parse.words[last] in _CRAFT
    return Slot([parse.mention[inner[-1] - 1], mention] if pair else [mention], "head" if of_state else "inner")


# What a state does with these, it does itself: "a U.S. destroyer shot down a drone".
_CRAFT = frozenset(
    "aircraft battleship bomber bombers corvette cutter destroyer destroyers drone drones frigate frigates gunboat "
    "gunboats gunship gunships helicopter helicopters jet jets plane planes submarine submarines tank tanks warplane "
    "warplanes warship warships".split()
)


def _is_hyphened(parse: Parse, u: int) -> bool:
    """Say whether a hyphen, which is no unit, joins an actor to the one before it: "U.S.-Taliban talks"."""
    return parse.tags[u - 1] == "A" and parse.first[u] == parse.end[u - 1] + 1


def _is_postposed(parse: Parse, u: int) -> bool:
    """Say whether a word only describes the actor before it: "the troops loyal to X"."""
    return u > 0 and parse.words[u] in _POSTPOSED and parse.tags[u - 1] == "A"


_POSTPOSED = frozenset("allied close hostile loyal opposed sympathetic".split())


def _amount_after(parse: Parse, mention: Any) -> bool:
    """Whether an amount follows an actor, to which it is a second object: "fined X 40 million euros"."""
    after = parse.unit_at(mention.token_start) + 1
    return not mention.attributive and parse.words[after][0].isdigit()
