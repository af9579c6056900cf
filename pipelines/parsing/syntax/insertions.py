"""Who stands before an insertion between commas: "X, the head of Y, met", "A, B and C, three mayors, met".

What belongs here: the way over an insertion that ends before a verb. What does not: whose the verb is where nobody
stands before one (``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.company import members_between, named_between, with_company, with_joined
from pipelines.parsing.syntax.lists import list_left
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.units import Parse, over_gloss, skip_back

_NOBODY = Slot([], "head")


def over_insertion(parse: Parse, u: int) -> Slot | None:
    """Return who stands before the insertion that the comma at a unit ends: nobody, or None where it is no insertion.

    Args:
        parse: The sentence.
        u: Unit of the comma before a verb.
    """
    named, k = members_between(parse, u)
    if named:
        whose = phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else None
        return Slot((whose.mentions if whose and whose.how == "head" else []) + named.mentions, "head")
    k = next((i for i in range(u - 1, 0, -1) if parse.tags[i] in ",;"), 0)
    if k and parse.tags[k] == ";":
        return _NOBODY
    listed = _listed(parse, u)
    if listed or not k:
        return listed
    return named_between(parse, k, u) or _before(parse, k, u)


def _listed(parse: Parse, u: int) -> Slot | None:
    """Read a list between commas: "the three states, A, B and C, met"."""
    start = chunk_left(parse, u - 1)
    if start < 2 or parse.words[start - 1] != "and":
        return None
    listed, opens = list_left(parse, start - 2)
    last = actors_in_chunk(parse, start, u)
    return Slot(listed + last.mentions, "head") if opens and last and last.how == "head" else None


def _before(parse: Parse, k: int, u: int) -> Slot | None:
    """Return who stands before an insertion from the comma at ``k`` to that at ``u``."""
    opener = parse.tags[k + 1] if k + 1 < u else ""
    finite = next((i for i in range(k + 1, u) if parse.kind[i] in ("past", "s")), u)
    told = opener in "DA" and not _WHO.isdisjoint(parse.words[k + 1 : finite])  # "X, a man who left Y, met"
    if finite < u and not told and opener not in "RS" and parse.tags[k - 1] != "A":
        return None
    k = over_gloss(parse, k)
    slot = phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else None
    if slot:
        return with_company(parse, with_joined(parse, slot), k + 1)
    if (opener == "R" or told) and parse.tags[k - 1] == "N":  # "the attack, which X condemned, killed ten"
        said = noun_phrase(parse, k + 1)[0] if told else None
        return said if said and said.how == "head" else _NOBODY
    return None


_WHO = frozenset(("who", "which", "that"))


def before_insertion(parse: Parse, u: int) -> Slot | None:
    """Return who stands before the comma that opens the insertion with a participle behind a unit: "X, meeting in
    the city, ...", "X, speaking after meeting Y, ...".
    """
    comma = skip_back(parse, u, "ANDBP'S") if parse.tags[u] != "," else u
    if comma > 0 and parse.kind[comma] == "ing":
        comma = skip_back(parse, comma - 1, "BPS")
    if comma < 1 or parse.tags[comma - 1 : comma + 1] != ["A", ","] or parse.mention[comma - 1].is_place_like:
        return None
    return phrase_left(parse, comma - 1)
