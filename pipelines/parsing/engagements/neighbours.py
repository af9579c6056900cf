"""What an article's candidates tell about each other, as named cues; the names are those of ``claim_weights.csv``.

What belongs here: the candidates of a sentence beside each other, and those told before. What does not: what a
candidate's own words tell (``cues``), weighing (``linear``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.parsing.engagements.cues import told_words
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate

WAYS = ("prev_way=", "next_way=")  # how the cues begin that tell what lies between
_NAMED, _NEAR = 3, 8  # so many words apart, and less: the words between are told; two wordings are near each other


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
    kind, facts = _kind(told.candidate), told.cues.facts
    others = [o for o in here if o is not told]
    same = [o for o in others if _kind(o.candidate) == kind]
    facts.append((_number_cues, min(len(others), 5), bool(same), any(o.token < told.token for o in same)))
    told.cues.names += {f"with={_kind(o.candidate)}" for o in others}
    for side, other in (("prev", told.before), ("next", told.after)):
        if other is not None:
            facts.append((neighbour_cues, side, _kind(other), kind))
            told.cues.words.append((f"{side}_way=", _ways(_way(told, other), _kind(other), kind)))


def _number_cues(others: int, same: bool, same_before: bool) -> list[str]:
    names = [f"in_sentence={others}"]
    return names + ["same_type_here"] * same + ["same_type_before"] * same_before


def _way(told: Told, other: Candidate) -> str:
    """What lies between two wordings of a sentence: the "to" of "threatened to impose"."""
    first, second = sorted((told.candidate.match, other.match), key=lambda match: match.unit)
    if first.end > second.unit:
        return "inside"
    between = told_words(told.parse)[first.end : second.unit]
    return "_".join(between) if len(between) < _NAMED else "near" if len(between) < _NEAR else "far"


def neighbour_cues(side: str, other: str, kind: str) -> tuple[str]:
    """The type of the act beside it."""
    return (f"{side}={other}:{kind}",)


def _ways(way: str, other: str, kind: str) -> set[str]:
    return {f"{way}:{other}", f"{way}:{other}:{kind}", f"{way}:{kind}"}


def _add_earlier(tellings: Sequence[Told], sentences: int) -> None:
    """Add how often its wording and its type came before, and where in the article it stands."""
    rules: Counter[str] = Counter()
    of_kind: dict[str, list[Candidate]] = defaultdict(list)
    for told in tellings:
        rule, before = told.candidate.match.trigger.rule_id, of_kind[_kind(told.candidate)]
        mine = _actors(told.candidate)
        told.earlier = next((o for o in reversed(before) if not mine.isdisjoint(_actors(o))), None)
        part = 5 * told.sentence // max(1, sentences)
        told.cues.facts.append((_earlier_cues, min(rules[rule], 2), min(len(before), 3), part))
        rules[rule] += 1
        before.append(told.candidate)


def _earlier_cues(rules: int, kinds: int, part: int) -> tuple[str, ...]:
    return f"seen_rule={rules}", f"seen_type={kinds}", f"rel={part}"


def _actors(candidate: Candidate) -> set[int]:
    return {mention.actor_id for _, mention, _, _ in candidate.slots}
