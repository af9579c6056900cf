"""Which claims of an article tell of one act: later tellings point at the first (``same_as``).

What belongs here: joining within an article. What does not: what stands as a claim (``settling``), joining across
articles (``pipelines.linking``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.engagements.taking_up import takes_up, tells_more
from pipelines.records import DateBounds
from pipelines.schemas import SPEECH_TYPES


def join_tellings(standing: Sequence[Kept], when: Sequence[DateBounds], lands: Sequence[str | None]) -> None:
    """Point later tellings of an act at the first (``same_as``).

    Args:
        standing: An article's claims in text order.
        when: When each of them happened; tellings whose dates exclude each other are two acts, except in a heading or
            where a noun takes up what its very actors did ("the raid"): its date is seldom its own.
        lands: The country of each that names its place; nobody meets in two, whatever the article says of when.
    """
    acts: list[list[Kept]] = []
    told = zip(standing, when, lands, strict=True)
    scenes = {id(kept): _Scene(days, land if kept.kind == "CONSULT" else None) for kept, days, land in told}
    for kept in (k for k in standing if not k.told.heading):
        _add(acts, _act_of(kept, acts, scenes), kept)
    _join_headings([k for k in standing if k.told.heading], acts)
    for act in acts:
        first, *later = sorted(act, key=lambda told: told.place)
        for kept in later:
            kept.same_as = first


class _Scene(NamedTuple):
    """When a claim's act was, and in which country it met, where that is told."""

    days: DateBounds
    land: str | None

    def excludes(self, other: _Scene) -> bool:
        elsewhere = self.land is not None and other.land is not None and self.land != other.land
        return elsewhere or self.days.excludes(other.days)


def _act_of(kept: Kept, acts: Sequence[list[Kept]], scenes: Mapping[int, _Scene]) -> list[Kept] | None:
    """Return the act that a claim tells again: the first alike, else the last of its kind that it takes up."""
    for act in acts:
        if _same_act(kept, act[0]) and (_is_known(kept, act[0]) or not _is_another(kept, act, scenes)):
            return act
    last = max((act for act in acts if act[0].kind == kept.kind), key=lambda act: act[-1].place, default=None)
    if last is None or _is_another(kept, last, scenes):
        return None
    return last if _is_of_last(kept, last) else None


def _is_another(kept: Kept, act: Sequence[Kept], scenes: Mapping[int, _Scene]) -> bool:
    """Whether some telling of an act is of other days or of elsewhere: not only the first, which may tell neither."""
    return any(scenes[id(kept)].excludes(scenes[id(told)]) for told in act)


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


def _same_act(kept: Kept, earlier: Kept) -> bool:
    """One kind of act of the same actors; or one telling names some of the other's actors and nobody else: where a noun
    takes up what was told ("the meeting") and both say alike whether it happened, one after a verb ("they met"), two
    after another noun; or one, where its doer denies it.
    """
    if kept.kind != earlier.kind or not kept.ids or _is_answer(kept, earlier):
        return False
    shared = kept.ids & earlier.ids
    enough = len(shared) > (_pos(earlier) != "v")
    taken_up = enough and kept.status == earlier.status and _pos(kept) == "n"
    part = shared in (kept.ids, earlier.ids) and (taken_up or (bool(shared) and _is_denial(kept)))
    alike = kept.ids == earlier.ids and not tells_more(kept.told.parse, kept.told.candidate.match)
    return part or alike or _is_retold(kept, earlier) or _is_undergone(kept, earlier) or _is_reworded(kept, earlier)


def _is_answer(kept: Kept, earlier: Kept) -> bool:
    """Whether who does the one only undergoes the other: "X accused Y", then "Y accused X", or "X was mocked".

    What is done by saying has a doer even where none is named; what else lacks one may be told again without it.
    """
    ones, others = kept.sides(), earlier.sides()
    directed = all(side != "p" for side, _ in ones | others)
    both_done = all(any(side == "a" for side, _ in sides) for sides in (ones, others))
    return directed and ones.isdisjoint(others) and (both_done or kept.kind in SPEECH_TYPES)


def _is_retold(kept: Kept, earlier: Kept) -> bool:
    """Whether the same verb tells alike of the same sides, fuller or shorter: not that they speak or meet, which is
    done again and again.
    """
    if kept.kind in _AGAIN_AND_AGAIN or kept.status != earlier.status or kept.sides().isdisjoint(earlier.sides()):
        return False
    if not (kept.ids <= earlier.ids or earlier.ids <= kept.ids):
        return False
    return _verb(kept) == _verb(earlier) != "" and not tells_more(kept.told.parse, kept.told.candidate.match)


def _is_reworded(kept: Kept, earlier: Kept) -> bool:
    """Whether another sentence tells of half the same actors, on the same sides, in largely the same words."""
    if kept.told.sentence == earlier.told.sentence or 2 * len(kept.ids & earlier.ids) < len(kept.ids | earlier.ids):
        return False
    turned = {("b" if side == "a" else "a", actor) for side, actor in kept.sides() if side != "p"}
    if not turned.isdisjoint(earlier.sides()) or tells_more(kept.told.parse, kept.told.candidate.match):
        return False
    ours, theirs = _words(kept), _words(earlier)
    common = len(ours & theirs)
    return common >= _FEWEST and common / math.sqrt((len(ours) + 1) * (len(theirs) + 1)) >= _REWORDED


def _words(kept: Kept) -> set[str]:
    """Return the words of a telling's sentence that say something, verbs by their lemma; not who it names."""
    parse = kept.told.parse
    units = zip(parse.words, parse.lemma, parse.tags, strict=True)
    return {lemma or word for word, lemma, tag in units if tag in _TELLING and len(word) >= _LONG}


_REWORDED, _FEWEST = 0.3, 3  # what share of their words two tellings have in common, and how many at least
_TELLING, _LONG = "NV", 4


_AGAIN_AND_AGAIN = SPEECH_TYPES | {"CONSULT"}


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
    whom = {side for side in earlier.sides() if side[0] == "b"}
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
