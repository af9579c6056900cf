"""Figures: what was counted, and precision, recall and shares from it.

What belongs here: the records of an evaluation and the arithmetic on counts. What does not: deciding what counts as
right (``scoring``), and how figures are shown. They are those of ``shared/tools/score.py``, and more of the same kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pipelines.evaluation.coded import CodedArticle, CodedEngagement
from pipelines.evaluation.gold import GoldArticle, GoldEngagement
from pipelines.evaluation.matching import Matched

ATTRIBUTES = ("status", "mode", "country", "date", "participants")
DECILES = 10
# What is counted: ("detection", "tp"), ("type", "CONSULT", "fp"), ("attribute", "date", "right"), ...
Tally = Counter[tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Prf:
    """Right, invented and missed."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """Share of what was coded that is right; 0 where nothing was coded."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 0 where nothing is annotated."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.tp else 0.0

    def as_dict(self) -> dict[str, float]:
        """Return the three figures to three digits."""
        return {"precision": round(self.precision, 3), "recall": round(self.recall, 3), "f1": round(self.f1, 3)}


@dataclass(frozen=True, slots=True)
class Decile:
    """Claims whose confidence lies between ``low`` and ``low`` + 0.1: how many, their mean, how many are right."""

    low: float
    claims: int
    mean_confidence: float
    right: int
    right_in_full: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One annotated or coded engagement, and what came of it.

    Attributes:
        outcome: ``right``, ``partly`` (found, not right in full), ``missed``, ``false`` or ``optional`` (found, but it
            counts for nothing).
        wrong: The attributes that are wrong, for a ``partly``.
    """

    outcome: str
    gold: GoldEngagement | None
    coded: CodedEngagement | None
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredArticle:
    """An article's findings; ``coded`` and ``matched`` are None where the article is not there."""

    gold: GoldArticle
    coded: CodedArticle | None
    matched: Matched | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One coding measured against one annotated set.

    Attributes:
        name: The set's name.
        coder: What coded it: ``warehouse`` or a coder's name.
        sealed: Only totals may be shown; ``articles`` is empty then.
        failed: Why articles could not be coded, by article.
    """

    name: str
    coder: str
    sealed: bool
    tally: Tally
    articles: tuple[ScoredArticle, ...] = ()
    failed: dict[str, str] = field(default_factory=dict)

    def prf(self, *what: str) -> Prf:
        """Return the counts of one thing: ``detection``, ``full``, ``actors``, ``type`` or ``kind`` with a label."""
        if what == ("full",):
            detection, right = self.prf("detection"), self.tally["full", "tp"]
            return Prf(right, detection.tp + detection.fp - right, detection.tp + detection.fn - right)
        return Prf(self.tally[*what, "tp"], self.tally[*what, "fp"], self.tally[*what, "fn"])

    def attribute(self, name: str) -> tuple[float | None, int]:
        """Return the share of detected engagements that have an attribute right, and of how many it is known."""
        known = self.tally["attribute", name, "known"]
        return (self.tally["attribute", name, "right"] / known if known else None), known

    def labels(self, what: str) -> list[str]:
        """Return the types (``type``) or kinds of actor (``kind``) that were counted, sorted."""
        return sorted({str(key[1]) for key in self.tally if key[0] == what})

    def deciles(self) -> list[Decile]:
        """Return the calibration table, lowest confidence first; deciles without a claim are left out."""
        return [self._decile(n) for n in range(DECILES) if self.tally["claims", n, "all"]]

    def _decile(self, n: int) -> Decile:
        count, total = self.tally["claims", n, "all"], self.tally["claims", n, "confidence"]
        right, in_full = self.tally["claims", n, "right"], self.tally["claims", n, "full"]
        return Decile(n / DECILES, count, total / count / 1000, right, in_full)

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as the referee's JSON has them, with those that only a set open to reading has."""
        detection, attributes = self.prf("detection"), {name: self.attribute(name)[0] for name in ATTRIBUTES}
        figures: dict[str, Any] = {
            "articles": self.tally["articles",],
            "articles_missing": self.tally["missing",],
            "gold_engagements": detection.tp + detection.fn,
            "predicted_engagements": detection.tp + detection.fp,
            **{name: self.prf(name).as_dict() for name in ("detection", "full", "actors")},
            "attributes": {name: None if share is None else round(share, 3) for name, share in attributes.items()},
        }
        return figures if self.sealed else figures | self._details()

    def _labelled(self, what: str, label: str) -> dict[str, Any]:
        counts = self.prf(what, label)
        return counts.as_dict() | {"n": counts.tp + counts.fn}

    def _details(self) -> dict[str, Any]:
        return {
            "per_type": {label: self._labelled("type", label) for label in self.labels("type")},
            "per_actor_kind": {label: self._labelled("kind", label) for label in self.labels("kind")},
            "calibration": [
                {"from": d.low, "claims": d.claims, "mean_confidence": round(d.mean_confidence, 3), "right": d.right,
                 "right_in_full": d.right_in_full}
                for d in self.deciles()
            ],
        }  # fmt: skip


def total(evaluations: Iterable[Evaluation], name: str = "all") -> Evaluation:
    """Return several evaluations of one coder as one: their counts added; sealed where one of them is."""
    parts = list(evaluations)
    tally = sum((part.tally for part in parts), Tally())
    return Evaluation(name, parts[0].coder, any(part.sealed for part in parts), tally)
