"""How many of the actors in reach are taken: those that most likely get half of the true ones."""

from __future__ import annotations

from functools import reduce

import pytest

from pipelines.parsing.engagements.promise import half_right, most_promising, one_more, promise


@pytest.mark.parametrize(
    ("chances", "taken"),
    [
        ([], 0),
        ([0.9, 0.9, 0.05], 2),
        ([0.9, 0.1, 0.1], 1),
        ([0.9, 0.9, 0.9, 0.05], 3),
        ([0.95, 0.6, 0.05], 2),
        ([0.9] * 12, 12),
    ],
)
def test_the_sure_ones_are_taken_and_the_doubtful_ones_left(chances: list[float], taken: int) -> None:
    assert most_promising([(chance, chance) for chance in chances]) == taken


def test_who_cannot_be_taken_makes_a_doubtful_one_worth_taking() -> None:
    doubtful = [(0.95, 0.95), (0.35, 0.35)]
    assert most_promising(doubtful, [0.9, 0.9]) == 2
    assert most_promising(doubtful) == 1


def test_counts_are_chances_of_each_number() -> None:
    assert one_more(one_more([1.0], 0.5), 0.5) == [0.25, 0.5, 0.25]
    assert sum(reduce(one_more, [0.1, 0.7, 0.3], [1.0])) == pytest.approx(1.0)


def test_a_surer_choice_promises_more() -> None:
    missed = [0.9, 0.1]
    assert promise(reduce(one_more, [0.9, 0.8], [1.0]), missed) > promise(reduce(one_more, [0.9, 0.5], [1.0]), missed)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [([0.8], 0.8), ([0.8, 0.5], 0.9), ([0.8, 0.5, 0.5], 0.65)],
)
def test_half_of_those_taken_are_right_by_chance(chances: list[float], expected: float) -> None:
    assert half_right(chances) == pytest.approx(expected)
