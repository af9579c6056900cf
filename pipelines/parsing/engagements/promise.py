"""How many of the likeliest participants to take: as many as promise the most in common with the true ones.

What belongs here: arithmetic on chances. What does not: where the chances come from (``participants``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce

UNSEEN = 0.5  # chance that somebody takes part who is not in reach at all
SLIGHT = 0.02  # a lesser chance of taking part plays no role
# How much likelier so many take part than the chances of each alone would have it: an act has two sides as a rule. The
# root of what the annotated sets say under cross-validation.
NUMBERS = (0.0, 0.53, 1.35, 0.98, 0.73, 0.9)


def most_promising(ranked: Sequence[tuple[float, float]], others: Iterable[float] = ()) -> int:
    """Return how many of the likeliest to take.

    Args:
        ranked: Of each who may be taken, the likeliest first, the chance to be right about it (that it takes part, and
            on the side that it would be given), and the chance that it takes part at all.
        others: Chances of those who cannot be taken.
    """
    missed = [reduce(one_more, (chance for chance in others if chance >= SLIGHT), [1 - UNSEEN, UNSEEN])]
    for _, takes_part in reversed(ranked):
        missed.append(one_more(missed[-1], takes_part))
    right, best, taken = [1.0], 0.0, 0
    for count, (is_right, _) in enumerate(ranked, 1):
        right = one_more(right, is_right)
        hope = promise(right, missed[-1 - count])
        if hope > best:
            best, taken = hope, count
    return taken


def promise(right: Sequence[float], missed: Sequence[float]) -> float:
    """Return what a choice promises: the chance that those right are half of all taken or missed, and their share.

    Args:
        right: The chance of each number of those taken to be right, from none to all.
        missed: The chance of each number to be missed, from none on.
    """
    total = 0.0
    for hit, worths in zip(right[1:], _worths(len(right) - 1, len(missed)), strict=True):
        for chance, (number, worth) in zip(missed, worths, strict=True):
            total += hit * chance * number * worth
    return total


@lru_cache(maxsize=1 << 12)
def _worths(taken: int, most: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return for each number of those right, and of those missed, how likely so many take part and what it is worth."""
    shares = ([(hits, more, hits / (taken + more)) for more in range(most)] for hits in range(1, taken + 1))
    return tuple(
        tuple((NUMBERS[min(hits + more, 5)], (share >= 0.5) + share) for hits, more, share in row) for row in shares
    )


def half_right(chances: Sequence[float]) -> float:
    """Return the chance that at least half of those taken are right, from the chance of each."""
    counts = reduce(one_more, chances, [1.0])
    return sum(counts[len(counts) // 2 :])


def one_more(counts: Sequence[float], chance: float) -> list[float]:
    """Return the chance of each number of independent events when there is one more of them."""
    return [a * (1 - chance) + b * chance for a, b in zip([*counts, 0.0], [0.0, *counts], strict=True)]
