"""Noun phrases: which actors a stretch of units names, through lists, owners and prepositions.

What belongs here: reading a phrase from either end, and what follows a word in its clause. What does not: whose verb
it is.
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left, chunk_right
from pipelines.parsing.syntax.clauses import joins_clauses
from pipelines.parsing.syntax.lists import (
    SEVERAL,
    is_origin,
    joined_at,
    joint_after,
    list_goes_on,
    list_left,
    more_of_list,
)
from pipelines.parsing.syntax.members import are_several, members_open, several_before
from pipelines.parsing.syntax.units import Parse, skip, skip_back


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
            some = parse.words[end - 1] in _SOME or parse.words[end - 1] in SEVERAL  # "some of X's raids" are X's
            slot, end = Slot(inner.mentions, inner.how if some else "of"), inner_end
    name = _over_naming(parse, end) if end > u else end
    if name > end:
        slot, end = Slot([parse.mention[name]], "head"), name + 1
    if slot is None and parse.tags[u : u + 1] == ["D"] and parse.words[end : end + 1] == ["and"]:
        more, more_end = more_of_list(parse, end + 1)  # "banned the paper and X"
        named = more is not None and more.how == "head" and not more.mentions[0].described
        if named and parse.tags[more_end : more_end + 1] not in (["V"], ["X"], ["M"]):
            slot, end = more, more_end
    if slot is None:
        return None, end
    first, first_end = slot.mentions, end
    while end < n:  # A, B and C; A as well as B; A, head of X, and B; A of X, B of Y and C
        joint = joint_after(parse, end, slot.mentions)
        nxt = joined_at(parse, joint)
        if nxt == joint:
            break
        more, more_end = more_of_list(parse, nxt)
        if more_end < n and parse.tags[more_end] in "VXM" and parse.kind[more_end] != "ing" and not pair:
            if parse.tags[joint] == "C" and parse.tags[first_end] == ",":  # "met A, B and C said": B and C say
                return Slot(first, slot.how), first_end
            break
        if not pair and joins_clauses(parse, joint, more_end):
            break
        if more is None or more.how != "head":
            break
        ends = not list_goes_on(parse, more_end) or (not pair and _tell(parse, nxt))
        if parse.tags[joint] == "," and nxt - joint == 1 and ends:
            break
        slot.mentions = slot.mentions + more.mentions
        end = more_end
    return slot, end


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
_OPENS_CLAUSE = frozenset("allege argue believe claim insist say suspect think".split())
_PAIRING = frozenset(("between", "among"))


def complements(parse: Parse, u: int) -> tuple[Slot | None, dict[str, Slot]]:
    """Read what follows a word from unit ``u`` on within its clause.

    Returns:
        The direct object's actors (None for none), and the actors after each preposition; those named of the subject's
        go by ``NAMED``: "all members voted for the motion, including X".
    """
    n = len(parse.tags)
    obj: Slot | None = None
    after: dict[str, Slot] = {}
    first = u = skip(parse, u, "Bq")
    if u < n and parse.tags[u] in "ADN'":
        opens = u > 0 and parse.lemma[u - 1] in _OPENS_CLAUSE  # "alleged X and Y lied"
        pair = opens or (u > 0 and (parse.words[u - 1] in _PAIRING or _ends_reduced(parse, u - 1)))
        obj, u = noun_phrase(parse, u, pair=pair)
    obj, u = _with_names(parse, obj, u)
    steps = 0
    while u < n and steps < 40:
        steps += 1
        tag = parse.tags[u]
        some = members_open(parse, u)
        if some:
            named, nxt = noun_phrase(parse, u + some, pair=True)
            obj = _named_of(obj, after, parse, (first, u), named) if named else obj
            u = max(nxt, u + some)
        elif tag == "P":
            slot, nxt = noun_phrase(parse, u + 1, pair=parse.words[u] in _PAIRING or _ends_reduced(parse, u))
            if slot and slot.how != "head" and parse.words[u] == "on" and _is_ground(parse, u + 1):
                slot = None
            slot, nxt = _with_names(parse, slot, nxt)
            if slot and parse.words[u] not in after and not is_origin(parse, u):
                after[parse.words[u]] = slot
            if parse.words[u] in _OF_ELSE:
                break
            u = max(nxt, u + 1)
        elif (
            tag in "NABqD'"
            or (tag == "," and u + 1 < n and (parse.tags[u + 1] in "PB" or members_open(parse, u + 1)))
            or (tag == "C" and u + 1 < n and (parse.tags[u + 1] == "P" or _joins_nouns(parse, u)))
            or (tag == ";" and parse.words[u + 1 : u + 2] == ["including"])  # "the states — including X — ..."
        ):
            u += 1
        elif _joins_things(parse, u):
            u = chunk_right(parse, u + 1)
        else:
            break
    return obj, after


def _joins_nouns(parse: Parse, u: int) -> bool:
    """Say whether a coordinator joins two nouns of one phrase: "the heads and envoys of X"."""
    end = chunk_right(parse, u + 1)
    return parse.tags[u - 1] == parse.tags[end - 1] == "N" and parse.tags[end : end + 1] in ([], ["P"], [","])


def _joins_things(parse: Parse, u: int) -> bool:
    """Say whether an "and" joins a thing to the one before it, of both of which the phrase goes on to tell: "food and
    tents to X".
    """
    if parse.words[u] not in ("and", "or") or parse.tags[u - 1] != "N":
        return False
    end = chunk_right(parse, u + 1)
    bare = end > u + 1 and set(parse.tags[u + 1 : end]) == {"N"}  # not "raids and the death of X"
    return bare and end < len(parse.tags) and parse.tags[end] == "P" and parse.words[end] != "of"


def _ends_reduced(parse: Parse, u: int) -> bool:
    """Say whether a "by" names who did what a participle before the main verb tells: "the treaty signed by A and B"."""
    if parse.words[u] != "by" or u < 2:
        return False
    verb = skip_back(parse, u - 1, "ANDBP'") if parse.tags[u - 1] != "V" else u - 1  # "signed in Paris by A and B"
    reduced = verb > 0 and parse.kind[verb] == "part" and parse.tags[verb - 1] in "AN"
    fronted = parse.tags[skip(parse, 0, "B")] in "PS"  # "Under the truce signed by A, B and C left": they left
    return reduced and not fronted and not any(kind in ("past", "s") for kind in parse.kind[:verb])


def _is_ground(parse: Parse, u: int) -> bool:
    """Say whether the phrase at ``u`` tells on what ground something is done: "jailed on a warrant of X"."""
    return parse.words[chunk_right(parse, u) - 1] in _GROUNDS


_GROUNDS = frozenset(
    "accusation accusations advice behalf charge charges grounds instruction instructions order orders request "
    "suspicion warrant warrants".split()
)
_OF_ELSE = frozenset(("amid", "concerning", "despite", "regarding"))  # what follows them is told of another matter


_WHENCE = frozenset(("at", "from", "in", "of"))


NAMED = "including"


def _named_of(
    obj: Slot | None, after: dict[str, Slot], parse: Parse, within: tuple[int, int], some: Slot
) -> Slot | None:
    """Add some who are named of those before them: "met mayors, including X", "sanctions on states including Y".

    Args:
        obj: The direct object's actors so far.
        after: The actors after each preposition so far.
        parse: The sentence.
        within: The units from which the phrases are read, and at which the names open.
        some: Those named.

    Returns:
        The direct object's actors.
    """
    k = several_before(parse, within[1])
    if k < 0:
        after.setdefault(NAMED, some)
        return obj
    k = skip_back(parse, k, "NABqD',")
    while k > 0 and parse.words[k] in _WHENCE:  # "officials from Mali, including X"
        k = skip_back(parse, k - 1, "NABqD',")
    if k >= within[0] and parse.tags[k] == "P":
        known = after.setdefault(parse.words[k], Slot([], "head"))
        known.mentions = known.mentions + some.mentions
        return obj
    return Slot((obj.mentions if obj else []) + some.mentions, "head")


def _with_names(parse: Parse, slot: Slot | None, end: int) -> tuple[Slot | None, int]:
    """Add the names of those whom a phrase only counts or describes: "briefed two envoys, X and Y, on the deal"."""
    n = len(parse.tags)
    if end + 1 >= n or parse.tags[end] != "," or "V" not in parse.tags[:end] or not are_several(parse, end - 1):
        return slot, end
    of_more = slot is not None and (slot.how == "head" and not slot.mentions[-1].described)
    names, stop = noun_phrase(parse, end + 1)
    if of_more or names is None or names.how != "head" or len(names.mentions) < _SEVERAL:
        return slot, end
    if any(m.described or m.is_pronoun for m in names.mentions) or (stop < n and parse.tags[stop] not in ",;P"):
        return slot, end
    return Slot((slot.mentions if slot and slot.how == "head" else []) + names.mentions, "head"), stop


_SEVERAL = 2


_WHEREABOUTS = frozenset("across around inside near outside throughout within".split())
_WHOSE = frozenset(("from", "of"))  # "the letter of X", "a statement from X"


def phrase_left(parse: Parse, u: int) -> Slot | None:
    """Read the noun phrase that ends at unit ``u``: its head is the leftmost chunk, over prepositions and lists."""
    heads: list[tuple[int, int]] = []
    k = u
    while k >= 0:
        start = chunk_left(parse, k)
        heads.append((start, k + 1))
        before = start - 1
        if before > 1 and parse.words[before] in _WHEREABOUTS and parse.words[before - 1] in _WHOSE:
            before -= 1  # "chiefs from across X"
        if (
            before >= 1
            and parse.tags[before] == "P"
            and parse.tags[before - 1] in "AN'"
            and parse.words[before] not in ("by",)
        ):
            k = before - 1
            owned = parse.words[before] in _WHOSE and not actors_in_chunk(parse, chunk_left(parse, k), k + 1)
            heads = heads[-1:] if owned else []
            continue
        break
    if not heads:
        return None
    start, end = heads[-1]
    slot = actors_in_chunk(parse, start, end)
    if slot is None and len(heads) > 1:
        inner = actors_in_chunk(parse, *heads[0])
        if inner is None or parse.words[end - 1] not in SEVERAL:
            return Slot(inner.mentions, "of") if inner else None
        slot = inner
    before = start - 1
    if slot is None and before >= 1 and parse.words[before] == "and" and parse.tags[before - 1] == "A":
        return phrase_left(parse, before - 1)  # "A and others"
    if slot is None:
        return None
    if (
        slot.how == "head"
        and before >= 1
        and parse.tags[before] == "C"
        and (parse.words[before] in ("and", "or", "nor", "&") or parse.words[before : before + 2] == ["but", "also"])
    ):
        left, opens = list_left(parse, before - 1)
        apart = parse.tags[before - 1] == "," and not opens  # "A met B, and C met D": a new clause, no list
        if not apart and not joins_clauses(parse, before, u + 1):
            slot.mentions = left + slot.mentions
    elif slot.how == "head" and before == 1 and parse.tags[:2] == ["A", ","] and not parse.mention[0].is_place_like:
        slot.mentions = [parse.mention[0], *slot.mentions]  # a heading: "A, B to meet", "A, B sign treaty"
    return slot
