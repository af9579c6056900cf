"""How an actor that fills no slot of an act stands to those who do, and to the verbs around it, as named cues.

What belongs here: "of" whom, in a list with whom, doing what else. What does not: the slots (``frames``), weighing
(``linear``), and how far from the wording an actor stands (``participants``).
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.parsing.engagements.slots import Candidate
from pipelines.parsing.engagements.units import Parse, skip

_FAR, _STEPS = 12, 6  # units, and of their short form, that are told; more is just far
_BACK = 8  # units to the verb that an actor stands under
_KEPT = 1 << 14  # cues told before, so that their names are not put together anew for each actor
_SILENT = frozenset("DBq")


def fillers_of(parse: Parse, candidate: Candidate) -> dict[int, str]:
    """Return in which units somebody fills a slot, each with the slot's name."""
    names = {id(mention): name for _, mention, _, name in candidate.slots}
    return {u: names[id(m)] for u, m in enumerate(parse.mention) if m is not None and id(m) in names}


def beside_cues(parse: Parse, fillers: dict[int, str], u: int, actor_kind: str) -> list[str]:
    """Return how the actor at a unit stands to the nearest fillers on either side, and what else it does.

    Args:
        parse: The sentence.
        fillers: As of ``fillers_of``.
        u: Unit of the actor.
        actor_kind: Kind of the actor.
    """
    cues: list[str] = []
    left = max((k for k in fillers if k < u), default=-1)
    right = min((k for k in fillers if k > u), default=-1)
    if left >= 0:
        cues.extend(_way_cues("l", fillers[left], _way(parse, left, u), actor_kind))
    if right >= 0:
        cues.extend(_way_cues("r", fillers[right], _way(parse, u, right), actor_kind))
    verb = skip(parse, u + 1, "XMBGq")
    if verb < len(parse.tags) and parse.tags[verb] == "V":
        cues.append(f"does={parse.lemma[verb]}")
    governor, preposition = _governor(parse, u)
    if governor:
        cues.append(f"under={governor}:{preposition}")
    return cues


def _way(parse: Parse, first: int, last: int) -> str:
    """What lies between two units, in short: prepositions by their word, a run of nouns as one."""
    if last - first > _FAR:
        return "far"
    out: list[str] = []
    for k in range(first + 1, last):
        tag = parse.tags[k]
        if tag not in _SILENT and not (tag == "N" and out and out[-1] == "N"):
            out.append(parse.words[k] if tag in "PT" else tag)
    return "_".join(out) if len(out) <= _STEPS else "far"


@lru_cache(maxsize=_KEPT)
def _way_cues(side: str, name: str, way: str, actor_kind: str) -> tuple[str, ...]:
    here = f"to_{side}={way}"
    return here, f"{here}:{name}", f"{here}:{name}:{actor_kind}"


def _governor(parse: Parse, u: int) -> tuple[str, str]:
    """Return of which verb an actor is the object, and after which preposition: "met X", "spoke in May to X"."""
    preposition = ""
    for k in range(u - 1, max(-1, u - 1 - _BACK), -1):
        tag = parse.tags[k]
        if tag == "V":
            return parse.lemma[k], preposition
        if tag == "P":
            preposition = preposition or parse.words[k]
        elif tag not in "NDB'qT":
            break
    return "", ""
