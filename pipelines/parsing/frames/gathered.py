"""Who an exercise or a conference brings together, told behind its noun: "drills with the participation of X and Y",
"an exercise grouping X and Y", "manoeuvres that will involve troops from X", "games in which X took part".

What belongs here: finding those who take part behind a wording that tells of a gathering. What does not: "with X" and
"between X and Y" (``noun_frames``), who brings them together (``mediators``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse, skip

_REACH = 16  # units
_MODES = frozenset(("exercise",))
_GATHER = frozenset("comprise gather group include involve unite".split())
_HOLD = frozenset("conduct hold host lead organise organize stage".split())
_SHARE = frozenset(("participation", "involvement"))


def put_gathered(candidate: Candidate, parse: Parse) -> None:
    """Add those who take part in an exercise, in whichever words behind its noun."""
    match = candidate.match
    if match.trigger.mode not in _MODES or match.trigger.frame.get("with") != "participant":
        return
    for u in range(match.end - 1, min(match.end + _REACH, len(parse.tags) - 1)):
        if parse.tags[u] in ";C" or (parse.tags[u] == "S" and parse.words[u] != "that"):
            return
        if who := _gathered_at(parse, u):
            put(candidate, who, "with", "participant")
            return


def _gathered_at(parse: Parse, u: int) -> Slot | None:
    """Return who takes part by the word at a unit: "involving X", "the participation of X", "in which X took part"."""
    if parse.words[u] in _SHARE and parse.words[u + 1] == "of":
        return _whole(parse, u + 2)
    if parse.lemma[u] in _GATHER and parse.tags[u] in "VN" and parse.words[u].endswith(("ing", "ed", "s", "e")):
        return _whole(parse, u + 1)
    if parse.lemma[u] == "bring" and parse.words[u + 1] == "together":
        return _whole(parse, u + 2)
    if parse.kind[u] in ("part", "past") and parse.lemma[u] in _HOLD:
        return complements(parse, u + 1)[1].get("by")
    if parse.tags[u] == "R" and parse.words[u - 1] == "in":
        who, end = noun_phrase(parse, u + 1, pair=True)
        verb = skip(parse, end, "XMBG")
        return who if parse.lemma[verb : verb + 1] in (["participate"], ["take"]) else None
    return None


def _whole(parse: Parse, u: int) -> Slot | None:
    """Return those whom a phrase names; whose troops they are, where it tells of troops: "units from X and Y"."""
    who, end = noun_phrase(parse, u, pair=True)
    if who is None or who.how not in ("head", "of"):
        return None
    if not _are_described(who.mentions) or parse.words[end : end + 1] not in (["from"], ["of"]):
        return Slot(who.mentions, "head")
    home, _ = noun_phrase(parse, end + 1, pair=True)
    return Slot(home.mentions, "head") if home and home.how == "head" else Slot(who.mentions, "head")


def _are_described(mentions: list[Any]) -> bool:
    return all(mention.described for mention in mentions)
