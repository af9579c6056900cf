"""Lists of actors: "A, B and C", "A as well as B", "A of X, B of Y and C", "A, the head of X, and B".

What belongs here: what joins noun chunks to a list, read from either end. What does not: the chunks, and prepositions
(``phrases``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left, chunk_right
from pipelines.parsing.syntax.units import Parse

_WEAK = frozenset(("as", "with"))
_JOINING = _WEAK | {"well", "along", "together"}
_OF_A_POST = 3  # prepositions in "the head of the office of X"


def joined_at(parse: Parse, joint: int) -> int:
    """Return where the next of a list starts, after the words at a unit that join it; the unit itself for none."""
    nxt, n = joint, len(parse.tags)
    while nxt < n and nxt - joint < 4 and (parse.tags[nxt] in ",C" or parse.words[nxt] in _JOINING):
        nxt += 1
    if nxt > joint and parse.words[nxt - 1] == "with" and (nxt - joint < 2 or parse.tags[nxt - 2] == ","):
        return joint  # "met X and, with Y, left", "met X, with Y calling it off"
    joins = any(parse.tags[k] in ",C" or parse.words[k] in _JOINING - _WEAK for k in range(joint, nxt))
    return nxt if joins else joint


def joint_after(parse: Parse, end: int, named: list[Any]) -> int:
    """Return the unit that may join more to a list whose last member ends before ``end``: over what is said of it."""
    over = _over_age(parse, end, named[-1])
    over = over if over > end else _over_apposition(parse, end, named)
    return over if over > end else _over_origin(parse, end, named[-1])


def _over_age(parse: Parse, end: int, last: Any) -> int:
    """Return the unit of the comma after somebody's age: the second one of "A, 47, B, 20, and C"."""
    aged = parse.tags[end : end + 3] == [",", "N", ","] and parse.words[end + 1].isdigit()
    return end + 2 if aged and _is_named(last) else end


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
    if not is_post and _is_named(parse.mention[k - 1]) and "P" not in tags[end:k]:
        return end  # "A, Mayor B, and C"
    return k if k + 1 < n and tags[k] == "," and parse.words[k + 1] == "and" else end


def _over_origin(parse: Parse, end: int, last: Any) -> int:
    """Return the unit after where somebody is from, in a list of such: the "," of "A of X, B of Y and C of Z"."""
    n = len(parse.tags)
    if end >= n or parse.words[end] not in _FROM or not _is_named(last):
        return end
    over = chunk_right(parse, end + 1)
    nxt = joined_at(parse, over) if over > end + 1 else over
    more = chunk_right(parse, nxt)
    goes_on = nxt > over and more < n and _is_named(parse.mention[more - 1])
    return over if goes_on and (parse.words[more] in _FROM or parse.tags[more] == ",") else end


_FROM = frozenset(("of", "from"))


def _is_named(mention: Any) -> bool:
    """Whether a mention is a person's name, not a post and no pronoun."""
    return mention is not None and mention.kind == "person" and not (mention.described or mention.is_pronoun)


def is_origin(parse: Parse, u: int) -> bool:
    """Say whether a preposition tells where who is named before it is from: "asked for a call with X of Y"."""
    return u > 0 and parse.words[u] == "of" and _is_named(parse.mention[u - 1])


def list_goes_on(parse: Parse, u: int) -> bool:
    """A comma joins a list only where a coordinator comes later: "A, B and C"."""
    for k in range(u, min(u + 24, len(parse.tags))):
        if parse.tags[k] == "C" and parse.words[k] in ("and", "or"):
            return True
        if parse.tags[k] not in "A,NDP'":
            return False
    return False


def more_of_list(parse: Parse, start: int) -> tuple[Slot | None, int]:
    """Read the next member of a list, which starts at a unit: "B", and "members of B" after an "and"."""
    end = chunk_right(parse, start)
    slot = actors_in_chunk(parse, start, end) if end > start else None
    people = parse.words[end - 1] in _PEOPLE or parse.words[end - 1] in SEVERAL
    if slot is None and parse.words[end : end + 1] == ["of"] and people and end > start:
        inner = chunk_right(parse, end + 1)
        whose = actors_in_chunk(parse, end + 1, inner) if inner > end + 1 else None
        return (Slot(whose.mentions, "head"), inner) if whose else (None, end)
    return slot, end


# What says how many there are of those after its "of": "a group of mayors" are the mayors.
SEVERAL = frozenset(
    "array assortment bunch cadre cohort collection couple crowd dozen dozens gathering group groups handful hundreds "
    "majority mix number pair quartet scores thousands trio variety".split()
)
_PEOPLE = frozenset(
    "allies ambassadors diplomats envoys leaders lawmakers members ministers officials opponents representatives "
    "supporters".split()
)


def list_end(parse: Parse, u: int) -> int:
    """Return the unit after the list of actors that starts at a unit; the unit itself where no actor does."""
    if u >= len(parse.tags) or parse.tags[u] != "A":
        return u
    end = u + 1
    while end < len(parse.tags) and parse.tags[end] in ",C":
        more, more_end = more_of_list(parse, joined_at(parse, end))
        if more is None or more.how != "head":
            break
        end = more_end
    return end


def list_left(parse: Parse, u: int) -> tuple[list[Any], bool]:
    """Collect the actors of a list that ends before its "and": "A, B" in "A, B and C", "A, B and C, and D".

    Returns:
        The actors, and whether the list may be a subject although a comma stands before its "and": there are two or
        more, or a post between commas, and nothing that takes an object stands before it.
    """
    out: list[Any] = []
    first, described = u, False
    while u >= 0:
        ended = parse.tags[u] == ","
        u -= ended
        slot, start, over_post = _member_left(parse, u, ended)
        if slot is None or slot.how != "head":
            break
        out, first, described = slot.mentions + out, start, described or over_post
        if start == 0 or parse.tags[start - 1] not in ",C" or (parse.tags[start - 1] == parse.tags[u + 1] == "C"):
            break
        u = start - 2
    if len(out) > 1 and _is_fronted(parse, first - 1):
        return out[1:], True
    opens = first == 0 or parse.tags[first - 1] not in "VP"
    return out, opens and (len(out) > 1 or described)


def _is_fronted(parse: Parse, u: int) -> bool:
    """Say whether the preposition at a unit is in a phrase that opens the clause: "In talks at A, | B and C met"."""
    if u < 0 or parse.tags[u] != "P":
        return False
    while u and parse.tags[u - 1] in "ANDPB'":
        u -= 1
    return parse.tags[u] == "P"


def _member_left(parse: Parse, u: int, ended: bool) -> tuple[Slot | None, int, bool]:
    """Read the member of a list that ends at a unit: "B", "B of X", and, where a comma ends it, "B, the head of X".

    Returns:
        Its actor, its first unit, and whether a post stands behind its name.
    """
    start = chunk_left(parse, u)
    if start > u or u < 0:
        return None, start, False
    opens = _over_posts(parse, start)
    if ended and opens > 1 and parse.tags[opens - 1] == "," and _is_post(parse, opens) and _names(parse, opens - 2):
        begin = chunk_left(parse, opens - 2)
        return actors_in_chunk(parse, begin, opens - 1), begin, True
    if start > 1 and parse.words[start - 1] in _FROM and _names(parse, start - 2):
        begin = chunk_left(parse, start - 2)
        return actors_in_chunk(parse, begin, start - 1), begin, False
    return actors_in_chunk(parse, start, u + 1), start, False


def _names(parse: Parse, u: int) -> bool:
    return _is_named(parse.mention[u])


def _over_posts(parse: Parse, start: int) -> int:
    """Return the first unit of the phrase whose last chunk starts at a unit, over its prepositions."""
    for _ in range(_OF_A_POST):
        if start < 2 or parse.tags[start - 1] != "P" or parse.tags[start - 2] not in "AN":
            break
        start = chunk_left(parse, start - 2)
    return start


def _is_post(parse: Parse, start: int) -> bool:
    """Whether a phrase tells what somebody is: "the head of ...", "finance minister of ...", not "the Mali"."""
    end = chunk_right(parse, start) - 1
    mention = parse.mention[end]
    return parse.tags[end] == "N" if mention is None else mention.described
