"""Federal states that act as bodies of their own, at law as a rule: "Texas sued the agency", "sued Ohio".

What belongs here: telling the body from the place and from its voters ("Ohio voted"), which are no actors. What does
not: sovereign states (``book``).
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.context import word_after, word_before
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_CLASS = "federal_state"
_DOES = frozenset("accused agreed appealed argued asked banned enacted filed petitioned refused settled".split())
_SUES = frozenset("sue sued sues suing".split())
_SUITS = frozenset("lawsuit lawsuits ruling suit suits".split())


def find_federal(scan: Scan) -> None:
    """Add a find for each federal state that goes to law, asks, agrees or bans, or that is sued."""
    known = scan.lex.words.get(_CLASS, frozenset())
    opening = {name.partition(" ")[0] for name in known}
    if opening.isdisjoint(scan.said):
        return
    for i in reversed([*compress(range(scan.size), scan.caps)]):  # "Ohio and Texas sued" is read from Texas on
        if scan.lowers[i] not in opening:
            continue
        end = next((i + n for n in (2, 1) if " ".join(scan.lowers[i : i + n]) in known), i)
        if end > i and not any(scan.taken[i:end]) and not scan.headline[i] and _acts(scan, i, end):
            scan.add(Find(i, end, i, end, "organization", "head_noun", sector="GOV", country="USA"))


def _acts(scan: Scan, start: int, end: int) -> bool:
    lowers, opens = scan.lowers, start in scan.firsts
    if scan.caps[end : end + 1] == b"\1" or (
        start and not opens and (scan.caps[start - 1] or lowers[start - 1] == ",")
    ):
        return False
    before = word_before(scan, start)
    if before in _SUES or (before == "against" and lowers[start - 2] in _SUITS):
        return lowers[end : end + 1] != ["'s"]
    told = not scan.has("locative", before) and not scan.has("locative_weak", before) and lowers[end : end + 1] != [","]
    return told and word_after(scan, end) in _DOES | _SUES
