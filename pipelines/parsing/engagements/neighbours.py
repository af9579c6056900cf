"""What an article's candidates tell about each other, as named cues; the names are those of ``claim_weights.csv``.

What belongs here: the candidates of a sentence beside each other, and those told before. What does not: what a
candidate's own words tell (``cues``), weighing (``linear``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from pipelines.parsing.engagements.cues import told_words
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate

_NAMED, _NEAR = 3, 8  # so many words apart, and less: the words between are told; two wordings are near each other
_KEPT = 1 << 14  # cues told before, so that their names are not put together anew for each candidate


def add_neighbours(tellings: Sequence[Told], sentences: int) -> None:
    """Tell each candidate of an article its neighbours, and add what the others beside and before it tell about it.

    Args:
        tellings: All candidates of the article, in order.
        sentences: How many sentences the article has.
    """
    by_sentence: dict[int, list[Told]] = defaultdict(list)
    for told in tellings:
        by_sentence[told.sentence].append(told)
    for here in by_sentence.values():
        for told in here:
            _find_neighbours(told, here)
            _add_sentence(told, here)
    _add_earlier(tellings, sentences)


def _find_neighbours(told: Told, here: Sequence[Told]) -> None:
    unit, others = _unit(told.candidate), [o.candidate for o in here]
    told.before = max((o for o in others if _unit(o) < unit), key=_unit, default=None)
    told.after = min((o for o in others if _unit(o) > unit), key=_unit, default=None)


def _unit(candidate: Candidate) -> int:
    return candidate.match.unit


def _kind(candidate: Candidate) -> str:
    return candidate.match.trigger.engagement_type


def _add_sentence(told: Told, here: Sequence[Told]) -> None:
    """Add what the other candidates of its sentence tell."""
    kind, cues = _kind(told.candidate), told.cues
    others = [o for o in here if o is not told]
    cues.add(f"in_sentence={min(len(others), 5)}")
    cues.update([f"with={_kind(o.candidate)}" for o in others])
    same = [o for o in others if _kind(o.candidate) == kind]
    if same:
        cues.add("same_type_here")
    if any(o.token < told.token for o in same):
        cues.add("same_type_before")
    for side, other in (("prev", told.before), ("next", told.after)):
        if other is not None:
            cues.update(_neighbour_cues(side, _kind(other), kind, _way(told, other)))


def _way(told: Told, other: Candidate) -> str:
    """What lies between two wordings of a sentence: the "to" of "threatened to impose"."""
    first, second = sorted((told.candidate.match, other.match), key=lambda match: match.unit)
    if first.end > second.unit:
        return "inside"
    between = told_words(told.parse)[first.end : second.unit]
    return "_".join(between) if len(between) < _NAMED else "near" if len(between) < _NEAR else "far"


@lru_cache(maxsize=_KEPT)
def _neighbour_cues(side: str, other: str, kind: str, way: str) -> tuple[str, ...]:
    there = f"{side}_way={way}"
    return (f"{side}={other}:{kind}", f"{there}:{other}", f"{there}:{other}:{kind}", f"{there}:{kind}")


def _add_earlier(tellings: Sequence[Told], sentences: int) -> None:
    """Add how often its wording and its type came before, and where in the article it stands."""
    rules: Counter[str] = Counter()
    of_kind: dict[str, list[Candidate]] = defaultdict(list)
    for told in tellings:
        rule, before = told.candidate.match.trigger.rule_id, of_kind[_kind(told.candidate)]
        mine = _actors(told.candidate)
        told.earlier = next((o for o in reversed(before) if not mine.isdisjoint(_actors(o))), None)
        told.cues.add(f"seen_rule={min(rules[rule], 2)}")
        told.cues.add(f"seen_type={min(len(before), 3)}")
        told.cues.add(f"rel={5 * told.sentence // max(1, sentences)}")
        rules[rule] += 1
        before.append(told.candidate)


def _actors(candidate: Candidate) -> set[int]:
    return {mention.actor_id for _, mention, _, _ in candidate.slots}
