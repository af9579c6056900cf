"""Institutions told by a noun alone: "the court", "the company", "the commission".

What belongs here: when such a noun is a body of the article, though nothing tells whose it is. What does not: which
body (``book``, ``taken_up``), nouns with an owner (``nominal``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import act_before, word_after, word_before
from pipelines.parsing.actors.descriptions.phrases import before_adjectives
from pipelines.parsing.actors.lexicon import OrgHead
from pipelines.parsing.actors.scan import Scan

_DONE_TO = frozenset(("object", "agent"))
_PARTY = frozenset(("against", "with"))
_NO_ACTS = frozenset(("near", "said", "say", "says"))  # which open wordings of acts, and seldom are one
_PERFECT = frozenset(("had", "has", "have"))
# Parts and tools of somebody, and houses: alone they tell nobody.
_OF_SOMEBODY = frozenset(
    "assembly branch bureaucracy campaign chamber college command envoys fleet force house intelligence mission office "
    "school side team university warplanes".split()
)


def is_body(scan: Scan, i: int, end: int, head: OrgHead) -> bool:
    """Say whether a bare noun is a body here: one told before by its name, or one that acts or is acted on and is none
    that was named before.
    """
    return _named_before(scan, i) or (_takes_part(scan, i, end, head) and head.text not in _OF_SOMEBODY)


def describes_name(scan: Scan, i: int, end: int, head: OrgHead) -> bool:
    """Say whether a noun only tells what the body is whose name stands beside it: "the U.S. think tank New Harbour",
    "the New Harbour think tank", where it is taken then.
    """
    if not head.needs_owner:
        return False
    after, before = scan.by_start.get(end) if end not in scan.firsts else None, scan.by_end.get(i)
    if before is not None and before.kind in _BODIES and scan.lowers[end - 1] in _SORTS:
        scan.taken[i:end] = b"\1" * (end - i)
        return True
    return after is not None and after.kind in _BODIES and bool(scan.caps[end])


_SORTS = frozenset("giant group outlet station tank website".split())
_BODIES = frozenset(("organization", "single", "weak"))


def _named_before(scan: Scan, i: int) -> bool:
    """Say whether a body with this noun in its name stands earlier in the text: "the agency" after "the CIA"."""
    noun = scan.lowers[i]
    return any(
        noun in (scan.lowers[find.head_end - 1], scan.lowers[find.head_start])
        or (find.entry is not None and noun in find.entry.name.lower().split())
        for find in scan.finds
        if find.kind == "organization" and find.end <= i
    )


def _takes_part(scan: Scan, i: int, end: int, head: OrgHead) -> bool:
    """Say whether a noun is who does an act or whom it is done to: "the court ordered", "asked the company to"."""
    start = before_adjectives(scan, i)
    article, after = scan.lowers[start - 1], scan.lowers[end : end + 1]
    if article not in ("a", "an") and (article != "the" or _may_mean_another(scan, i, head)):
        return False
    verb = word_after(scan, end)
    if verb not in scan.lex.verbs:
        how = act_before(scan, start) if word_before(scan, start) not in _NO_ACTS else ""
        return after != ["'s"] and (how in _DONE_TO or (how == "party" and scan.lowers[start - 2] in _PARTY))
    if verb in _PERFECT:
        verb = scan.lowers[end + 1] if after == [verb] and end + 1 < scan.size else ""
    return verb in scan.lex.acts and verb in scan.lex.past_verbs and act_before(scan, start) == ""


def _may_mean_another(scan: Scan, i: int, head: OrgHead) -> bool:
    """Say whether a body of that sort, or one of which nothing is known, stands before: "the agency" of the F.A.A."""
    bodies = (find for find in scan.finds if find.kind in _BODIES and find.end <= i)
    sectors = {find.entry.sector if find.entry is not None else find.sector for find in bodies}
    return not sectors.isdisjoint((head.sector, ""))
