"""Whose offer or request is taken or turned down: "X proposed a truce. Y accepted the proposal", "X asked Y. Y agreed".

What belongs here: the way back from such an answer to who offered or asked. What does not: who accused (``answers``),
who provoked (``provoked``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipelines.parsing.engagements.provoked import ends_there, is_of, is_same
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.units import Parse

_SENTENCES = 2  # back from an answer to the offer
_ANSWERING = {
    "AGREE": frozenset(("accept", "agree", "consent", "embrace")),
    "REJECT": frozenset("decline dismiss rebuff refuse reject snub spurn turn".split()),
}
_OFFERED = frozenset("demand initiative invitation offer plan proposal proposals request suggestion".split())
_KNOWN = frozenset(("the", "this", "that"))
_OFFERING = frozenset(
    "ask demand draft extend float invite offer outline present propose put request suggest table unveil urge".split()
)


def put_offerer(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add to an answer who made the offer, where it does not say so itself.

    Args:
        candidate: The act, its frame filled.
        parse: Its sentence.
        earlier: What was told before it in the article, in order.
        sentence: Index of its sentence.
    """
    match = candidate.match
    if not earlier or parse.lemma[match.unit] not in _ANSWERING.get(match.trigger.engagement_type, ()):
        return
    doers = [m for role, m, how, name in candidate.slots if how == "head" and name == "subj"]
    if not doers or any(not is_of(m, doers) for _, m, _, _ in candidate.slots) or not _answers(candidate, parse):
        return
    for told in reversed(earlier):
        if sentence - told.sentence > _SENTENCES:
            return
        offerers = _offerers(told, doers, named=not ends_there(parse, match.unit + 1))
        if offerers:
            put(candidate, Slot(offerers, "head"), "obj", match.trigger.frame.get("obj"))
            return


def _answers(candidate: Candidate, parse: Parse) -> bool:
    """Say whether an answer is to an offer told before: "accepted the offer", "agreed", not "agreed to leave"."""
    match = candidate.match
    if "passive" in candidate.cues or parse.kind[match.unit] == "ing":
        return False
    told = parse.words[match.unit + 1 : match.end + 2]
    offered = next((k for k, word in enumerate(told) if word in _OFFERED), -1)
    if offered < 0:
        return ends_there(parse, match.unit + 1)
    return offered > 0 and told[offered - 1] in _KNOWN and ends_there(parse, match.unit + offered + 2)


def _offerers(told: Told, doers: Sequence[Any], *, named: bool) -> list[Any]:
    """Return who made an offer, to those who answer, unless the answer names it."""
    match, slots = told.candidate.match, told.candidate.slots
    kind, lemma = match.trigger.engagement_type, told.parse.lemma[match.unit]
    if lemma not in _OFFERING or kind not in _OFFERS:
        return []
    asked = [m for _, m, _, name in slots if name != "subj"]
    if not named and not any(is_of(m, doers) for m in asked):
        return []
    return [m for _, m, how, name in slots if how == "head" and name == "subj" and not is_same(m, doers)]


_OFFERS = frozenset(("AGREE", "AID", "CONSULT", "REQUEST"))
