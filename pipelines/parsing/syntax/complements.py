"""What follows a word in its clause: the object, and who stands behind each preposition.

What belongs here: walking a clause from a word on. What does not: a single phrase (``phrases``), before the word
(``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, chunk_right
from pipelines.parsing.syntax.lists import is_origin
from pipelines.parsing.syntax.members import are_several, members_open, several_before
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse, skip, skip_back

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
    while u < n and steps < _STEPS:
        steps += 1
        some = members_open(parse, u)
        if some:
            named, nxt = noun_phrase(parse, u + some, pair=True)
            obj = _named_of(obj, after, parse, (first, u), named) if named else obj
            u = max(nxt, u + some)
        elif parse.tags[u] == "P":
            slot, nxt = _behind_preposition(parse, u)
            if slot and _is_absolute(parse, u, nxt):
                break
            if slot and parse.words[u] not in after and not is_origin(parse, u):
                after[parse.words[u]] = slot
            if parse.words[u] in _OF_ELSE:
                break
            u = max(nxt, u + 1)
        elif _goes_on(parse, u):
            u += 1
        elif _joins_things(parse, u):
            u = chunk_right(parse, u + 1)
        else:
            break
    return obj, after


_STEPS = 40


def _behind_preposition(parse: Parse, u: int) -> tuple[Slot | None, int]:
    """Read the phrase behind the preposition at a unit."""
    slot, end = noun_phrase(parse, u + 1, pair=parse.words[u] in _PAIRING or _ends_reduced(parse, u))
    if slot and slot.how != "head" and parse.words[u] == "on" and _is_ground(parse, u + 1):
        slot = None
    return _with_names(parse, slot, end)


def _is_absolute(parse: Parse, u: int, end: int) -> bool:
    """Say whether a "with" after a comma opens what somebody else does: "left, with X saying it was late"."""
    return parse.words[u] == "with" and parse.tags[u - 1] == "," and parse.kind[end : end + 1] == ["ing"]


def _goes_on(parse: Parse, u: int) -> bool:
    """Say whether a unit that opens no phrase of its own leads on to others of the same word."""
    tag, after = parse.tags[u], parse.tags[u + 1 : u + 2]
    if tag == ",":
        return after in (["P"], ["B"]) or (bool(after) and bool(members_open(parse, u + 1)))
    if tag == "C":
        again = skip(parse, u + 1, "B")  # "with X and then with Y"
        return parse.tags[again : again + 1] == ["P"] or (bool(after) and _joins_nouns(parse, u))
    # "the states — including X — ..."
    return tag in "NABqD'" or (tag == ";" and parse.words[u + 1 : u + 2] == ["including"])


def _joins_nouns(parse: Parse, u: int) -> bool:
    """Say whether a coordinator joins two nouns of one phrase: "the heads and envoys of X"."""
    end = chunk_right(parse, u + 1)
    return parse.tags[u - 1] == parse.tags[end - 1] == "N" and parse.tags[end : end + 1] in ([], ["P"], [","])


def _joins_things(parse: Parse, u: int) -> bool:
    """Say whether an "and" joins a thing to the one before it, of both of which the phrase goes on to tell: "food and
    tents to X", "ten trucks and a radar to X".
    """
    if parse.words[u] not in ("and", "or") or not _is_thing(parse, u - 1):
        return False
    first = u + 1 + (parse.words[u + 1 : u + 2] in (["a"], ["an"]))
    end = chunk_right(parse, u + 1)
    bare = end > first and set(parse.tags[first:end]) == {"N"}  # not "raids and the death of X"
    return bare and end < len(parse.tags) and parse.tags[end] == "P" and parse.words[end] != "of"


def _is_thing(parse: Parse, u: int) -> bool:
    mention = parse.mention[u]
    return parse.tags[u] == "N" or (mention is not None and mention.described and mention.kind == "group")


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
