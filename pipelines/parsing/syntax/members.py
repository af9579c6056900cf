"""The words that name some of those told before: "states such as A and B", "a delegation led by A".

What belongs here: how such words open, and whether those before them may be several. What does not: reading who is
named (``phrases``, ``hidden``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse, skip_back

_OPENERS = (
    ("including",),
    ("such", "as"),
    ("among", "them"),
    ("led", "by"),
    ("headed", "by"),
    ("especially",),
    ("notably",),
    ("particularly",),
    ("namely",),
)
_BY_FIRST: dict[str, tuple[str, ...]] = {words[0]: words for words in _OPENERS}


def members_open(parse: Parse, u: int) -> int:
    """Return how many units open at unit ``u`` who is named of those told before it; 0 where none do."""
    words = parse.words
    if words[u] == "like":
        return int(u > 0 and are_several(parse, u - 1))
    opener = _BY_FIRST.get(words[u])
    if opener is None or u == 0 or tuple(words[u : u + len(opener)]) != opener:
        return 0
    if opener[-1] == "by" and not _is_body(parse, skip_back(parse, u - 1, ",;")):  # "drills led by X"
        return 0
    emphatic = parse.tags[u] == "B" and parse.tags[u - 1] not in ",;"  # "particularly bad"
    return 0 if emphatic else len(opener)


def _is_body(parse: Parse, u: int) -> bool:
    mention = parse.mention[u] if u >= 0 else None
    return mention.kind != "person" if mention is not None else u >= 0 and parse.words[u] in _MANY


def several_before(parse: Parse, u: int) -> int:
    """Return the last unit of the nearest phrase before unit ``u`` that may tell of several, or -1.

    Phrases after prepositions are stepped over: those in "killed ten people in a raid, including" are the people.
    """
    k = nearest = skip_back(parse, u - 1, ",;BCq")
    while k >= 0 and parse.tags[k] in "AN'":
        body = parse.mention[k] is not None and not parse.mention[k].plural and k != nearest
        if are_several(parse, k) and not body:
            return k
        k = skip_back(parse, k, "AND'BC,q")
        if k < 1 or parse.tags[k] != "P":
            return -1
        k -= 1
    return -1


def are_several(parse: Parse, u: int) -> bool:
    """Say whether the noun or actor at a unit may be more than one: "allies", "delegation", no person's name."""
    mention = parse.mention[u]
    if mention is not None:
        return mention.plural or mention.kind == "group" or (mention.kind == "organization" and not mention.is_pronoun)
    return parse.tags[u] == "N" and (parse.words[u].endswith("s") or parse.words[u] in _MANY)


_MANY = frozenset(
    "alliance bloc cabinet coalition commission committee company council crew delegation force government group "
    "leadership majority minority mission opposition panel parliament party people personnel police public side staff "
    "team".split()
)
