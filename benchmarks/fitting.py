"""Fit weights to cases of named cues: one answer among two or several, or one option among those of a case.

What belongs here: numbers. What does not: which questions are asked (``fit_coder``), and what
the cues mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.cases import Cases, Choice
from pipelines.parsing.linear import BIAS

LEAST_WEIGHT, LEAST_SEEN = 0.02, 2
# Of the gradient. At 5e-4 the parts in acts got from 0.56 to 0.88 of the weights of a fit that is done, by chance.
ENOUGH = 2e-5
LEAST_MODE_WEIGHT = 0.05
# How much more freely than others these cues of a mode may weigh: a wording tells its mode, if anything does.
FREE = {"own=": 2.5, "on=": 1.75}


def fit(cases: Cases, c: float, free: Mapping[str, float] | None = None) -> dict[str, dict[str, float]]:
    """Return answer to cue to weight; a yes-or-no question has the one answer ``"True"``.

    Args:
        cases: What was seen, and what the answer was.
        c: Inverse of the strength of regularization.
        free: How cues begin that are held back less, and by what factor.
    """
    names, matrix = _matrix(cases.cues)
    scale = [next((f for start, f in (free or {}).items() if name.startswith(start)), 1.0) for name in names]
    matrix = matrix.multiply(np.array(scale)).tocsr()
    answers = np.array([str(a) for a in cases.answers])
    weights = np.array(cases.weights)
    model = LogisticRegression(C=c, max_iter=1000, tol=ENOUGH).fit(matrix, answers, sample_weight=weights)
    classes = list(model.classes_[-len(model.coef_) :])  # of two answers the last one has weights
    out: dict[str, dict[str, float]] = {}
    for answer, row, bias in zip(classes, model.coef_, model.intercept_, strict=True):
        told = zip(names, row * scale, strict=True)
        kept = {n: round(float(w), 3) for n, w in told if abs(w) >= LEAST_WEIGHT}
        out[answer] = {BIAS: round(float(bias), 3), **kept}
    return out


def fit_modes(cases: Cases, c: float) -> dict[str, dict[str, float]]:
    """Return answer to cue to weight, one fit for each engagement type: answers are ``TYPE:mode``."""
    of_type: dict[str, Cases] = {}
    for cues, answer, weight in zip(cases.cues, cases.answers, cases.weights, strict=True):
        of_type.setdefault(answer.partition(":")[0], Cases()).add(cues, answer, weight)
    out: dict[str, dict[str, float]] = {}
    for mine in of_type.values():
        answers = sorted(set(mine.answers))
        fitted = fit(mine, c, FREE) if len(answers) > 1 else {}
        out |= _apart({answer: fitted.get(answer, {BIAS: 0.0}) for answer in answers})
    return out


def _apart(fitted: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return the same choice in fewer weights: of each cue, what sets an answer apart from the middling one."""
    out: dict[str, dict[str, float]] = {answer: {BIAS: table[BIAS]} for answer, table in fitted.items()}
    for cue in sorted(set().union(*fitted.values()) - {BIAS}):
        middle = median(table.get(cue, 0.0) for table in fitted.values())
        for answer, table in fitted.items():
            weight = round(table.get(cue, 0.0) - middle, 3)
            if abs(weight) >= LEAST_MODE_WEIGHT:
                out[answer][cue] = weight
    return out


def _matrix(cues: list[Iterable[str]]) -> tuple[list[str], csr_matrix]:
    """Return the cues that are seen often enough, sorted, and one row of ones for each case."""
    seen = Counter(cue for case in cues for cue in case)
    names = sorted(cue for cue, count in seen.items() if count >= LEAST_SEEN)
    column = {cue: i for i, cue in enumerate(names)}
    rows = [sorted(column[cue] for cue in set(case) if cue in column) for case in cues]
    ends = np.cumsum([0, *map(len, rows)], dtype="int32")
    columns = np.fromiter((i for row in rows for i in row), dtype="int32")
    return names, csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))


def fit_choices(choices: Iterable[Choice], c: float) -> dict[str, float]:
    """Return cue to weight, by which the right option of each choice stands out (conditional logit).

    Args:
        choices: Each with at least one option; those of no weight are left out.
        c: Inverse of the strength of regularization.
    """
    choices = [choice for choice in choices if choice.weight]
    names, matrix = _matrix([cues for choice in choices for cues in choice.options])
    sizes = np.array([len(choice.options) for choice in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([choice.right for choice in choices])
    weight = np.array([choice.weight for choice in choices])
    of = np.repeat(np.arange(len(choices)), sizes)
    answers = np.zeros(len(of))
    answers[right] = 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        totals = matrix @ weights
        highest = np.maximum.reduceat(totals, starts)
        raised = np.exp(totals - highest[of])
        sums = np.add.reduceat(raised, starts)
        missing = (weight * (highest + np.log(sums) - totals[right])).sum()
        slope = matrix.T @ ((raised / sums[of] - answers) * weight[of])
        return missing + weights @ weights / (2 * c), slope + weights / c

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {n: round(float(w), 3) for n, w in zip(names, fitted, strict=True) if abs(w) >= LEAST_WEIGHT}
