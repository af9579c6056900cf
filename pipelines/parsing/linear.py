"""Linear judgement: a reviewed table of cue weights, and the probability that the cues of one case add up to.

What belongs here: reading a weights table and adding. What does not: what the cues mean, and fitting (``benchmarks``
does that, and writes the tables for review).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import repeat

from pipelines.parsing.reference import Reference

BIAS = "bias"


_PARTS = 1000  # weights are added as whole thousandths, so that the order of a set of cues plays no part


def _whole(weight: float) -> int:
    return round(_PARTS * weight)


class LinearModel:
    """Cue weights of one question, from ``<table>.csv`` (columns ``cue``, ``weight``)."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = {cue: _whole(weight) for cue, weight in weights.items()}
        self.bias = self.weights.pop(BIAS, 0)

    def probability(self, cues: Iterable[str]) -> float:
        """Return the probability (0 to 1) of a case with these cues; unknown cues weigh nothing."""
        return 1.0 / (1.0 + math.exp(-self._total(cues) / _PARTS))

    def shares(self, options: Iterable[Iterable[str]]) -> list[float]:
        """Return the probability of each of several options, of which one is right; they add up to one."""
        totals = [self._total(cues) for cues in options]
        raised = [math.exp((total - max(totals)) / _PARTS) for total in totals]
        return [value / sum(raised) for value in raised]

    def _total(self, cues: Iterable[str]) -> int:
        return sum(map(self.weights.get, cues, repeat(0)), self.bias)


class ChoiceModel:
    """Cue weights of a question with several answers, from ``<table>.csv`` (``answer``, ``cue``, ``weight``)."""

    def __init__(self, weights: dict[str, dict[str, float]]) -> None:
        self.answers = tuple(weights)
        named = dict.fromkeys(cue for table in weights.values() for cue in table)
        # By cue, a weight for each answer: one look-up of a cue serves them all.
        self.weights = {cue: tuple(_whole(table.get(cue, 0.0)) for table in weights.values()) for cue in named}
        self.bias = self.weights.pop(BIAS, (0,) * len(weights))

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
        """Return what the weights of each answer add up to, in parts; unknown cues weigh nothing."""
        known = list(filter(None, map(self.weights.get, cues)))
        columns = zip(*known, strict=True) if known else repeat(())
        return [bias + sum(column) for bias, column in zip(self.bias, columns, strict=False)]


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
