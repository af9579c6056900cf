"""From judged candidates to the claims of an article: those that can be relied on, one for each wording.

What belongs here: dropping what is worth little, or told twice in a sentence. What does not: which claims tell of one
act (``tellings``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.promise import half_right
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.named_cues import Cues

# What part of its worth a worthier claim takes from one less than so many words apart, and from one that tells nearly
# the same in the sentence before or after; by cross-validation.
_BESIDE, _NEAR, _AGAIN = 0.3, 8, 0.1
_FAR = 18  # so many words lie between two acts of a kind, even by the same actors, not within one; by cross-validation
_SURE = 0.6  # what a heading's claim must be worth that nothing below it bears out; by cross-validation


@dataclass(slots=True)
class Kept:
    """A candidate that stands as a claim.

    Attributes:
        status_chance: Probability of the status.
        same_as: An earlier claim (in text order) that tells the same act, or None.
        mode: In what way the act is done, or None.
    """

    told: Told
    status: str
    participants: list[Reach]
    status_chance: float = 1.0
    same_as: Kept | None = None
    ids: frozenset[int] = field(default=frozenset())
    mode: str | None = None

    @property
    def kind(self) -> str:
        """Engagement type."""
        return self.told.candidate.match.trigger.engagement_type

    @property
    def place(self) -> tuple[int, int]:
        """Where it is told: sentence, and token of its wording."""
        return self.told.sentence, self.told.token

    def add(self, mention: Any, role: str, chance: float) -> None:
        """Let somebody, a span, take part at a chance (0 to 1), as other words than the wording's own tell."""
        self.participants.append(Reach(mention, role, Cues(), chance))
        self.ids |= {mention.actor_id}

    def sides(self, least: float = 0.0) -> set[tuple[str, int]]:
        """Return who takes part at a chance of so much at least: (``company.SIDES``, actor)."""
        return {(SIDES[r.role], r.mention.actor_id) for r in self.participants if r.score >= least}

    @property
    def worth(self) -> float:
        """How far the claim can be relied on (0 to 1): it is told, and, at half the weight, whether and by whom it was
        done is right, too. A claim that nobody can be named for is worth little, however sure the act.
        """
        rest = self.status_chance * half_right([r.score for r in self.participants])
        return self.told.score * math.sqrt(rest)


def settle(judged: Sequence[Kept], least: float) -> list[Kept]:
    """Return the claims that stand, in text order.

    Args:
        judged: Candidates with status and participants.
        least: What a claim must be worth that stands, after what a worthier one beside it takes from it.
    """
    for kept in judged:
        kept.ids = frozenset(r.mention.actor_id for r in kept.participants)
    worths = [kept.worth for kept in judged]
    worthy = [k for k, worth in zip(judged, worths, strict=True) if worth - _lost(k, worth, judged, worths) >= least]
    standing: list[Kept] = []
    for kept in sorted(worthy, key=lambda k: -k.told.score):
        if not any(_told_twice(kept, other) for other in standing):
            standing.append(kept)
    standing = [kept for kept in standing if not any(_is_told_by(kept, other) for other in standing)]
    _part(standing)
    told = {kept.kind for kept in standing if not kept.told.heading}
    return sorted((kept for kept in standing if _is_borne_out(kept, told)), key=lambda kept: kept.place)


def _part(standing: Sequence[Kept]) -> None:
    """Take from each of two talks of one sentence who is only known to be at the other."""
    for kept in standing:
        for other in standing:
            if kept.told.sentence == other.told.sentence and (
                _are_with_others(kept, other) or _are_done_to_others(kept, other)
            ):
                elsewhere = _whole(other).keys() - _whole(kept).keys()
                if elsewhere >= kept.ids:  # an act of nobody is none
                    continue
                kept.participants = [r for r in kept.participants if r.mention.actor_id not in elsewhere]
                kept.ids -= elsewhere


def _is_told_by(kept: Kept, other: Kept) -> bool:
    rules = (_is_of_a_meeting, _is_threatened, _is_within, _is_undone, _is_forceful)
    return any(tells(kept, other) for tells in rules)


def _is_of_a_meeting(kept: Kept, other: Kept) -> bool:
    """Whether a claim only tells why another one's meeting did not or will come about: "refused to meet", "agreed to
    meet", "cancelled a visit" tell of one act, the meeting.
    """
    told = other.kind == "CONSULT" and kept.status == "occurred" and other.status in _MEETINGS.get(kept.kind, ())
    return told and _governs(kept, other)


def _is_threatened(kept: Kept, other: Kept) -> bool:
    """Whether a claim only tells with what another one threatens: "threatened to expel X", "threatened sanctions"."""
    told = other.kind == "THREATEN" and other.status == "occurred" and kept.status in ("planned", "proposed")
    return told and kept.kind != "CONSULT" and _governs(other, kept)


def _is_within(kept: Kept, other: Kept) -> bool:
    """Whether a claim is of a word within the wording of another that tells more: of the troops in "hosted naval drills
    with X", of the taking in "is trying to seize X".
    """
    match, unit = other.told.candidate.match, kept.told.candidate.match.unit
    same = (kept.kind, other.kind) in _WITHIN and kept.told.sentence == other.told.sentence
    return same and match.unit <= unit < match.end


def _is_forceful(kept: Kept, other: Kept) -> bool:
    """Whether a pledge is only of force, which another claim tells: "said X would continue to strike Y"."""
    said = kept.kind == "AGREE" and kept.told.parse.lemma[kept.told.candidate.match.unit] == "say"
    return said and other.kind in _FORCE and other.status in ("planned", "proposed") and _governs(kept, other)


_FORCE = frozenset(("ASSAULT", "COERCE"))


def _is_undone(kept: Kept, other: Kept) -> bool:
    """Whether a noun only tells what another claim's verb ends: "lifted the sanctions on X", "withdrew from drills"."""
    verb = other.told.parse.lemma[other.told.candidate.match.unit]
    is_noun = kept.told.candidate.match.trigger.pos == "n" and kept.status in ("occurred", "ongoing")
    return is_noun and verb in _ENDS and other.kind != kept.kind and _governs(other, kept)


_ENDS = frozenset("ease lift quit relax remove rescind revoke waive withdraw".split())


def _governs(over: Kept, under: Kept) -> bool:
    """Whether a claim's word stands within or right after the wording of another by some of the same actors."""
    if over.told.sentence != under.told.sentence or not over.ids & under.ids:
        return False
    match, unit = over.told.candidate.match, under.told.candidate.match.unit
    return match.unit < unit < match.end + _NEXT and _PARTED.isdisjoint(over.told.parse.tags[match.unit : unit])


_WITHIN = frozenset((("MOBILIZE", "COOPERATE"), ("COERCE", "ASSAULT")))
_MEETINGS = {"REJECT": ("not_occurred",), "AGREE": ("planned", "proposed")}
_NEXT = 4  # units after a wording in which what it governs begins
_PARTED = frozenset(",;C")


def _is_borne_out(kept: Kept, told: set[str]) -> bool:
    """Whether the text tells, too, of such an act as a heading tells of, unless that is sure by itself."""
    return not kept.told.heading or not told or kept.kind in told or kept.worth >= _SURE


def _lost(kept: Kept, worth: float, judged: Sequence[Kept], worths: Sequence[float]) -> float:
    """Return what a claim loses to the worthier ones around it."""
    takes = (_taken(kept, claim) * other for claim, other in zip(judged, worths, strict=True) if other > worth)
    return worth * max(takes, default=0.0)


def _taken(kept: Kept, other: Kept) -> float:
    """Return what part a worthier claim takes: a clause that tells one act seldom tells another, and an act of the same
    kind by some of the same actors in the next sentence is often the same act, misread.
    """
    apart = abs(kept.told.sentence - other.told.sentence)
    if not apart:
        if _told_aside(kept, other):
            return 0.0
        return _BESIDE if abs(kept.told.candidate.match.unit - other.told.candidate.match.unit) < _NEAR else 0.0
    again = apart == 1 and kept.kind == other.kind and kept.ids != other.ids
    return _AGAIN if again and kept.ids & other.ids else 0.0


def _told_aside(kept: Kept, other: Kept) -> bool:
    """Whether one act is told in a relative clause before the verb of the other: "X, whose forces struck Y, met Z"."""
    parse, first, last = kept.told.parse, *sorted((kept.told.candidate.match.unit, other.told.candidate.match.unit))
    if kept.kind == other.kind or parse.kind[first] not in _FINITE or parse.kind[last] not in _FINITE:
        return False
    opens = next((u for u in range(first, -1, -1) if parse.tags[u] in "R;"), -1)
    return opens > 0 and parse.tags[opens] == "R" and "," in parse.tags[first:last]


_FINITE = frozenset(("past", "s"))


def _told_twice(kept: Kept, other: Kept) -> bool:
    """One wording coded twice, or one act worded twice within a sentence: not far from each other, least of all where
    one happened and the other is to come.
    """
    if kept.told.sentence != other.told.sentence:
        return False
    if kept.told.token == other.told.token:
        return True
    apart = abs(kept.told.candidate.match.unit - other.told.candidate.match.unit)
    if kept.kind != other.kind or apart >= (_FAR if kept.status == other.status else _NEAR):
        return False
    if _are_done_in_turn(kept, other):
        return False
    return not kept.ids or not other.ids or _are_the_same_sides(kept, other)


def _are_done_in_turn(kept: Kept, other: Kept) -> bool:
    """Whether two verbs tell of two ways to coerce somebody, each with its object: "seized the boat and held its
    crew".
    """
    modes = {kept.told.candidate.match.trigger.mode, other.told.candidate.match.trigger.mode}
    if kept.kind != "COERCE" or not modes >= {"seize", "arrest"} or not (_is_finite(kept) and _is_finite(other)):
        return False
    return _targets(kept).isdisjoint(_targets(other))


def _targets(kept: Kept) -> set[int]:
    return {mention.actor_id for role, mention, _, _ in kept.told.candidate.slots if role == "target"}


def _are_the_same_sides(kept: Kept, other: Kept) -> bool:
    """Whether two acts share somebody on a side, and, where both surely have a doer, a doer: "X expelled Y's envoys
    after Y expelled X's" tells of two.
    """
    ones, others = kept.sides(), other.sides()
    mutual = any(side == "p" for side, _ in ones | others)
    if _are_done_to_others(kept, other):
        return False
    if mutual and _are_with_others(kept, other):
        return False
    if mutual or "n" in (kept.told.candidate.match.trigger.pos, other.told.candidate.match.trigger.pos):
        return bool(kept.ids & other.ids)  # a noun often takes up what the verb tells: "was killed in the raid"
    doers, other_doers = ({a for side, a in k.sides(_LIKELY) if side == "a"} for k in (kept, other))
    return bool(ones & others) and not (doers and other_doers and doers.isdisjoint(other_doers))


def _are_done_to_others(kept: Kept, other: Kept) -> bool:
    """Whether one deed is done to somebody of one country, one to somebody of another: "bombed X and struck Y"."""
    if kept.kind != other.kind or kept.kind not in _DEEDS:
        return False
    ones, others = (
        {m.actor_id: m.country for role, m, how, _ in k.told.candidate.slots if role == "target" and how == "head"}
        for k in (kept, other)
    )
    lands, other_lands = set(ones.values()), set(others.values())
    known = bool(lands and other_lands) and all(lands) and all(other_lands)
    return known and ones.keys().isdisjoint(others) and lands.isdisjoint(other_lands)


_DEEDS = frozenset(("AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))


def _are_with_others(kept: Kept, other: Kept) -> bool:
    """Whether somebody talks to one here and to another of another country there: "met X before his call to Y"; or, as
    two verbs tell, to other persons.
    """
    if kept.kind != "CONSULT" or kept.kind != other.kind:
        return False
    ones, others = _whole(kept), _whole(other)
    if _is_finite(kept) and _is_finite(other) and _persons(ones, others) and _persons(others, ones):
        return True
    lands = {m.country for actor, m in ones.items() if actor not in others}
    other_lands = {m.country for actor, m in others.items() if actor not in ones}
    return all(lands) and all(other_lands) and bool(lands and other_lands) and lands.isdisjoint(other_lands)


def _is_finite(kept: Kept) -> bool:
    return kept.told.parse.kind[kept.told.candidate.match.unit] in _FINITE


def _persons(ones: dict[int, Any], others: dict[int, Any]) -> bool:
    """Whether somebody named takes part in the one talks only: "met X on Monday and called Y"."""
    return any(m.kind == "person" and not m.described for actor, m in ones.items() if actor not in others)


def _whole(kept: Kept) -> dict[int, Any]:
    """Return those who take part as a whole noun phrase, by the grammar."""
    slots = kept.told.candidate.slots
    return {m.actor_id: m for _, m, how, _ in slots if how in ("head", "far") and m.actor_id in kept.ids}


_LIKELY = 0.5
