"""Two clauses that an "and" joins: "X was hit by Y and Z was arrested", "X met Y and Z, the mayor of W, left".

What belongs here: whether an "and" joins clauses, and which. What does not: what it joins else (``lists``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import chunk_left
from pipelines.parsing.syntax.saying import tells_what
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import verb_group


def joins_clauses(parse: Parse, joint: int, end: int) -> bool:
    """Say whether an "and" opens a clause of those behind it: those before it are a verb's own.

    Args:
        parse: The sentence.
        joint: Unit of the "and".
        end: Unit after those who stand behind it.
    """
    return parse.words[joint] == "and" and is_subject(parse, end - 1) and _has_verb(parse, joint)


def is_subject(parse: Parse, u: int) -> bool:
    """Say whether a finite verb follows right after a unit, an apposition or adverbs stepped over."""
    return _is_predicate(parse, _over_apposition(parse, u + 1))


def _is_predicate(parse: Parse, u: int) -> bool:
    return u < len(parse.tags) and (parse.tags[u] in "XM" or parse.kind[u] in ("past", "s"))


def _over_apposition(parse: Parse, u: int) -> int:
    """Return the unit after an apposition between commas, or after adverbs; else the unit given."""
    u = skip(parse, u, "B")
    if parse.tags[u : u + 1] != [","]:
        return u
    close = skip(parse, u + 1, "ANDPB'")
    inside = close > u + 1 and parse.tags[u + 1] != "P" and parse.tags[close : close + 1] == [","]
    return skip(parse, close + 1, "B") if inside else u


def _has_verb(parse: Parse, joint: int) -> bool:
    """Say whether a finite verb takes those before an "and": "met X", "was hit by X", not "said X", "the son of X"."""
    start = chunk_left(parse, joint - 1)
    while start > 1 and parse.tags[start - 1] == "," and parse.tags[start - 2] == "A":
        start = chunk_left(parse, start - 2)
    verb = start - 1
    preposition = verb > 0 and parse.tags[verb] == "P"
    verb = skip_back(parse, verb - 1, "B") if preposition else verb
    if verb < 0 or parse.tags[verb] != "V" or (tells_what(parse.lemma[verb]) and not preposition):
        return False
    group = verb_group(parse, verb)
    finite = parse.kind[verb] in ("past", "s") or group.start < verb
    return finite and not group.infinitive


def ends_clause_of_time(parse: Parse, k: int, u: int) -> bool:
    """Say whether a comma and the "and" at a unit end a verb's clause of time: "met X after Y left, and"."""
    if u < 1 or parse.words[u] != "and" or parse.tags[u - 1] != ",":
        return False
    opener = skip_back(parse, verb_group(parse, k).start - 1, "ANDOB'")
    if opener < 1 or parse.words[opener] not in _TIME_CLAUSE:
        return False
    return any(kind in ("past", "s") for kind in parse.kind[:opener])


_TIME_CLAUSE = frozenset("after before when while until because although though since".split())
