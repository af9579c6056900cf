"""From judged candidates to the claims of an article: one per wording, and tellings of one act joined.

What belongs here: dropping what is told twice in a sentence, and pointing later tellings at the first (``same_as``).
What does
not: joining across articles (``pipelines.linking``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.objects import SPEECH
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.promise import half_right
from pipelines.parsing.engagements.taking_up import takes_up, tells_another
from pipelines.records import DateBounds

# What part of its worth a worthier claim takes from one less than so many words apart, and from one that tells nearly
# the same in the sentence before or after; by cross-validation.
_BESIDE, _NEAR, _AGAIN = 0.3, 8, 0.2
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
    told = {kept.kind for kept in standing if not kept.told.heading}
    return sorted((kept for kept in standing if _is_borne_out(kept, told)), key=_place)


def _is_told_by(kept: Kept, other: Kept) -> bool:
    return _is_of_a_meeting(kept, other) or _is_threatened(kept, other)


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


def _governs(over: Kept, under: Kept) -> bool:
    """Whether a claim's word stands within or right after the wording of another by some of the same actors."""
    if over.told.sentence != under.told.sentence or not over.ids & under.ids:
        return False
    match, unit = over.told.candidate.match, under.told.candidate.match.unit
    return match.unit < unit < match.end + _NEXT and _PARTED.isdisjoint(over.told.parse.tags[match.unit : unit])


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
        return _BESIDE if abs(kept.told.candidate.match.unit - other.told.candidate.match.unit) < _NEAR else 0.0
    again = apart == 1 and kept.kind == other.kind and kept.ids != other.ids
    return _AGAIN if again and kept.ids & other.ids else 0.0


def join_tellings(standing: Sequence[Kept], when: Sequence[DateBounds]) -> None:
    """Point later tellings of an act at the first (``same_as``).

    Args:
        standing: An article's claims in text order.
        when: When each of them happened; tellings whose dates exclude each other are two acts, except in a heading or
            where a noun takes up what its very actors did ("the raid"): its date is seldom its own.
    """
    acts: list[list[Kept]] = []
    days = {id(kept): told for kept, told in zip(standing, when, strict=True)}
    for kept in (k for k in standing if not k.told.heading):
        _add(acts, _act_of(kept, acts, days), kept)
    _join_headings([k for k in standing if k.told.heading], acts)
    for act in acts:
        first, *later = sorted(act, key=_place)
        for kept in later:
            kept.same_as = first


def _act_of(kept: Kept, acts: Sequence[list[Kept]], days: Mapping[int, DateBounds]) -> list[Kept] | None:
    """Return the act that a claim tells again: the first alike, else the last of its kind that it takes up."""
    for act in acts:
        if _same_act(kept, act[0]) and (_is_known(kept, act[0]) or not days[id(kept)].excludes(days[id(act[0])])):
            return act
    last = max((act for act in acts if act[0].kind == kept.kind), key=lambda act: _place(act[-1]), default=None)
    if last is None or days[id(kept)].excludes(days[id(last[0])]):
        return None
    return last if _is_of_last(kept, last) else None


def _join_headings(headings: Sequence[Kept], acts: list[list[Kept]]) -> None:
    """Add each heading to the act that it sums up: of its kind, the one that it shares the most actors with.

    A heading tells what the text below tells, in fewer words: often the actors are other ones by name ("Seoul").
    """
    bare = acts[:]
    for kept in headings:
        of_kind = [act for act in bare if act[0].kind == kept.kind]
        summed_up = max(of_kind, key=lambda act: max(len(kept.ids & told.ids) for told in act), default=None)
        _add(acts, summed_up, kept)
        bare = [act for act in bare if act is not summed_up]


def _add(acts: list[list[Kept]], act: list[Kept] | None, kept: Kept) -> None:
    if act is None:
        acts.append([kept])
    else:
        act.append(kept)


def _place(kept: Kept) -> tuple[int, int]:
    return kept.told.sentence, kept.told.token


def _told_twice(kept: Kept, other: Kept) -> bool:
    """One wording coded twice, or one act worded twice within a sentence."""
    if kept.told.sentence != other.told.sentence:
        return False
    if kept.told.token == other.told.token:
        return True
    return kept.kind == other.kind and (not kept.ids or not other.ids or _are_the_same_sides(kept, other))


def _are_the_same_sides(kept: Kept, other: Kept) -> bool:
    """Whether two acts share somebody on a side, and, where both surely have a doer, a doer: "X expelled Y's envoys
    after Y expelled X's" tells of two.
    """
    ones, others = _sides(kept, 0.0), _sides(other, 0.0)
    mutual = any(side == "p" for side, _ in ones | others)
    if mutual or "n" in (kept.told.candidate.match.trigger.pos, other.told.candidate.match.trigger.pos):
        return bool(kept.ids & other.ids)  # a noun often takes up what the verb tells: "was killed in the raid"
    doers, other_doers = ({a for side, a in _sides(k, _LIKELY) if side == "a"} for k in (kept, other))
    return bool(ones & others) and not (doers and other_doers and doers.isdisjoint(other_doers))


_LIKELY = 0.5


def _sides(kept: Kept, least: float) -> set[tuple[str, int]]:
    """Return who takes part at a chance of so much at least: (``company.SIDES``, actor)."""
    return {(SIDES[r.role], r.mention.actor_id) for r in kept.participants if r.score >= least}


def _same_act(kept: Kept, earlier: Kept) -> bool:
    """One kind of act of the same actors; or one telling names some of the other's actors and nobody else: where a noun
    takes up what was told ("the meeting") and both say alike whether it happened, one after a verb ("they met"), two
    after another noun; or one, where its doer denies it.
    """
    if kept.kind != earlier.kind or not kept.ids:
        return False
    shared = kept.ids & earlier.ids
    enough = len(shared) > (_pos(earlier) != "v")
    taken_up = enough and kept.status == earlier.status and _pos(kept) == "n"
    part = shared in (kept.ids, earlier.ids) and (taken_up or (bool(shared) and _is_denial(kept)))
    return part or kept.ids == earlier.ids or _is_retold(kept, earlier) or _is_undergone(kept, earlier)


def _is_retold(kept: Kept, earlier: Kept) -> bool:
    """Whether the same verb tells alike of the same sides, fuller or shorter: not that they speak or meet, which is
    done again and again.
    """
    if (
        kept.kind in _AGAIN_AND_AGAIN
        or kept.status != earlier.status
        or _sides(kept, 0.0).isdisjoint(_sides(earlier, 0.0))
    ):
        return False
    if not (kept.ids <= earlier.ids or earlier.ids <= kept.ids):
        return False
    return _verb(kept) == _verb(earlier) != "" and not tells_another(kept.told.parse, kept.told.candidate.match)


_AGAIN_AND_AGAIN = SPEECH | {"CONSULT"}


def _verb(kept: Kept) -> str:
    """Return the verb that tells an act; none where a promise is told, which may be of anything: "agreed to leave"."""
    parse, match = kept.told.parse, kept.told.candidate.match
    return "" if kept.kind == "AGREE" and parse.tags[match.end - 1] != "N" else parse.lemma[match.unit]


def _is_undergone(kept: Kept, earlier: Kept) -> bool:
    """Whether a passive without a doer tells again what was just told of somebody: "X was detained at home"."""
    slots = kept.told.candidate.slots
    near = 0 <= kept.told.sentence - earlier.told.sentence <= _REACH and kept.status == earlier.status
    if not near or kept.kind not in _UNDERGONE or "passive" not in kept.told.candidate.cues or not slots:
        return False
    whom = {side for side in _sides(earlier, 0.0) if side[0] == "b"}
    again = not _AGAIN_WORDS.isdisjoint(kept.told.parse.words)
    return not again and {(SIDES[role], mention.actor_id) for role, mention, _, _ in slots} == whom


_UNDERGONE = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))
_AGAIN_WORDS = frozenset(("again", "also", "earlier", "later", "previously", "second", "then"))


def _is_of_last(kept: Kept, act: Sequence[Kept]) -> bool:
    """Whether a claim tells more of the act told last, which it only calls "the talks": "X joined the talks"."""
    last = act[-1]
    if kept.told.sentence - last.told.sentence > _REACH or kept.status != last.status:
        return False
    if _verb(kept) == "accompany" and all(kept.ids.isdisjoint(told.ids) for told in act):
        return False
    return takes_up(kept.told.parse, kept.told.candidate.match)


_REACH = 3  # sentences


def _is_known(kept: Kept, earlier: Kept) -> bool:
    """Whether a noun takes up an act of just these actors as one that was told before: no "a raid", "another raid"."""
    return _pos(kept) == "n" and kept.ids == earlier.ids and _ANOTHER.isdisjoint(kept.told.candidate.cues)


_ANOTHER = frozenset(("det=a", "det=an", "det=another"))


def _pos(kept: Kept) -> str:
    return kept.told.candidate.match.trigger.pos


def _is_denial(kept: Kept) -> bool:
    speaker = kept.told.speaker
    return kept.status == "not_occurred" and speaker is not None and speaker.actor_id in kept.ids
