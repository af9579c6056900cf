"""How many of the actors in reach are taken: those that most likely get half of the true ones."""

from __future__ import annotations

import pytest

from pipelines.parsing.engagements.participants import _counts, _promise


def _best(chances: list[float]) -> int:
    counts = range(1, len(chances) + 1)
    return max(counts, key=lambda n: _promise(chances[:n], chances[n:]))


@pytest.mark.parametrize(
    ("chances", "taken"),
    [([0.9, 0.9, 0.05], 2), ([0.9, 0.1, 0.1], 1), ([0.9, 0.9, 0.9, 0.05], 3), ([0.95, 0.6, 0.05], 2), ([0.9] * 12, 12)],
)
def test_the_sure_ones_are_taken_and_the_doubtful_ones_left(chances: list[float], taken: int) -> None:
    assert _best(chances) == taken


def test_counts_are_chances_of_each_number() -> None:
    assert _counts([0.5, 0.5]) == [0.25, 0.5, 0.25]
    assert sum(_counts([0.1, 0.7, 0.3])) == pytest.approx(1.0)


def test_a_surer_choice_promises_more() -> None:
    assert _promise([0.9, 0.8], [0.1]) > _promise([0.9, 0.5], [0.1])
