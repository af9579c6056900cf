"""Linear judgement: a reviewed table of cue weights, and the probability that the cues of one case add up to.

What belongs here: reading a weights table and adding. What does not: what the cues mean, and fitting (``benchmarks``
does that, and writes the tables for review).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import repeat
from struct import Struct
from sys import intern

from pipelines.parsing.named_cues import Cues, Fact
from pipelines.parsing.reference import Reference

BIAS = "bias"


_PARTS = 1000  # weights are added as whole thousandths, so that the order of a set of cues plays no part
_KEPT = 1 << 16  # facts whose weight is remembered
_LAST = chr(0x10FFFF)  # sorts behind every character of a cue


def _whole(weight: float) -> int:
    return round(_PARTS * weight)


class _Weights:
    """What cues weigh, added up; unknown ones weigh nothing."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        shared: dict[int, int] = {}  # the same object for the same number, so that fewer places of memory are visited
        self._weights = {cue: shared.setdefault(weight, weight) for cue, weight in weights.items()}
        self.bias = self._weights.pop(BIAS, 0)
        self._names = sorted(self._weights)
        self._of_facts: dict[Fact, int] = {}
        self._behind: dict[str, dict[str, int]] = {}

    def total(self, cues: Iterable[str]) -> int:
        """Return what the cues of a case weigh together with the bias."""
        if not isinstance(cues, Cues):
            return self._sum(cues) + self.bias
        total, known = self._sum(cues.names) + self.bias, self._of_facts
        for fact in cues.facts:
            weight = known.get(fact)
            total += self._learn(fact) if weight is None else weight
        for mark, words in cues.words:
            behind = self._behind.get(mark)
            behind = self._find_behind(mark) if behind is None else behind
            total += sum(map(behind.get, words, repeat(0)))
        return total

    def _sum(self, cues: Iterable[str]) -> int:
        return sum(map(self._weights.get, cues, repeat(0)))

    def _learn(self, fact: Fact) -> int:
        if len(self._of_facts) >= _KEPT:
            self._of_facts.clear()
        named, *told = fact
        weight = self._of_facts[fact] = self._sum(set(named(*told)))
        return weight

    def _find_behind(self, mark: str) -> dict[str, int]:
        """Return the cues that begin so: their rest to what they weigh."""
        found = self._names[bisect_left(self._names, mark) : bisect_left(self._names, mark + _LAST)]
        behind = self._behind[mark] = {intern(cue[len(mark) :]): self._weights[cue] for cue in found}
        return behind


class LinearModel:
    """Cue weights of one question, from ``<table>.csv`` (columns ``cue``, ``weight``)."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = _Weights({cue: _whole(weight) for cue, weight in weights.items()})

    def probability(self, cues: Iterable[str]) -> float:
        """Return the probability (0 to 1) of a case with these cues; unknown cues weigh nothing."""
        return 1.0 / (1.0 + math.exp(-self._weights.total(cues) / _PARTS))

    def shares(self, options: Iterable[Iterable[str]]) -> list[float]:
        """Return the probability of each of several options, of which one is right; they add up to one."""
        totals = [self._weights.total(cues) for cues in options]
        most = max(totals, default=0)
        raised = [math.exp((total - most) / _PARTS) for total in totals]
        whole = sum(raised)
        return [value / whole for value in raised]


_BITS = 32  # of a weight among those packed into one number
_HALF = 1 << _BITS - 1


def _packed(weights: Iterable[int]) -> int:
    """Return one number for several, of any sign, so that a single addition adds all of them."""
    return sum(weight << _BITS * n for n, weight in enumerate(weights))


class ChoiceModel:
    """Cue weights of a question with several answers, from ``<table>.csv`` (``answer``, ``cue``, ``weight``)."""

    def __init__(self, weights: dict[str, dict[str, float]]) -> None:
        self.answers = tuple(weights)
        named = dict.fromkeys(cue for table in weights.values() for cue in table)
        tables = weights.values()
        self._weights = _Weights({cue: _packed([_whole(t.get(cue, 0.0)) for t in tables]) for cue in named})
        self._lift = _packed([_HALF] * len(weights))  # makes all of them positive
        self._lanes = Struct(f"<{len(weights)}I")

    def likeliest(self, cues: Iterable[str]) -> tuple[str, float]:
        """Return the answer of the highest probability (the first of the table where they are equal), and that."""
        chances = self.probabilities(cues)
        answer = max(chances, key=chances.__getitem__)
        return answer, chances[answer]

    def probabilities(self, cues: Iterable[str]) -> dict[str, float]:
        """Return the probability of each answer; they add up to one."""
        raised = [math.exp(total / _PARTS) for total in self._totals(cues)]
        whole = sum(raised)
        return {answer: value / whole for answer, value in zip(self.answers, raised, strict=True)}

    def _totals(self, cues: Iterable[str]) -> list[int]:
        """Return what the weights of each answer add up to, in parts."""
        lifted = self._weights.total(cues) + self._lift
        return [total - _HALF for total in self._lanes.unpack(lifted.to_bytes(self._lanes.size, "little"))]


def status_model(reference: Reference) -> ChoiceModel:
    """Did it happen? (``status_weights.csv``)."""
    return _load_choice(reference, "status_weights")


def mode_models(reference: Reference) -> dict[str, ChoiceModel]:
    """In what way was it done? By engagement type, the choice among its modes (``mode_weights.csv``).

    Where that table is not fitted there is no choice, and each wording's own mode stands.
    """
    by_type: dict[str, dict[str, dict[str, float]]] = {}
    for row in reference.rows("mode_weights"):
        kind, _, mode = row["answer"].partition(":")
        by_type.setdefault(kind, {}).setdefault(mode, {})[row["cue"]] = float(row["weight"])
    return {kind: ChoiceModel(weights) for kind, weights in by_type.items()}


def claim_model(reference: Reference) -> LinearModel:
    """Is this candidate told as an engagement here? (``claim_weights.csv``)."""
    return _load(reference, "claim_weights")


def participant_model(reference: Reference) -> ChoiceModel:
    """Which part does this actor take in that engagement, if any? (``participant_weights.csv``)."""
    return _load_choice(reference, "participant_weights")


def date_model(reference: Reference) -> LinearModel:
    """Does this expression date that act? (``date_weights.csv``)."""
    return _load(reference, "date_weights")


def place_model(reference: Reference) -> LinearModel:
    """In which of these countries did that act happen? (``place_weights.csv``)."""
    return _load(reference, "place_weights")


def _load(reference: Reference, table: str) -> LinearModel:
    return LinearModel({row["cue"]: float(row["weight"]) for row in _rows(reference, table)})


def _load_choice(reference: Reference, table: str) -> ChoiceModel:
    weights: dict[str, dict[str, float]] = {}
    for row in _rows(reference, table):
        weights.setdefault(row["answer"], {})[row["cue"]] = float(row["weight"])
    return ChoiceModel(weights)


def _rows(reference: Reference, table: str) -> tuple[dict[str, str], ...]:
    rows = reference.rows(table)
    if not rows:
        raise ValueError(f"{table}.csv is missing or empty in the reference data: fit it with benchmarks/fit_coder.py")
    return rows
