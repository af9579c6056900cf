"""What people decided about pairs of actors: same, different, unsure.

What belongs here: folding decisions into one representative per merged set, and refusing decisions that contradict each
other. What does not: proposing pairs or writing the file (``review``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from pipelines.linking.groups import Groups


@dataclass(frozen=True)
class Decisions:
    """Decisions, folded.

    Attributes:
        merged: Key merged away -> key that stands for it.
        different: Pairs held apart, each in order.
        same: Every key that a person found to be the same as another.
    """

    merged: dict[str, str]
    different: frozenset[tuple[str, str]]
    same: frozenset[str]

    @classmethod
    def of(cls, rows: pl.DataFrame) -> Decisions:
        """Fold the rows of ``actor_decisions.csv``; a later row on the same pair stands for the earlier ones.

        Raises:
            ValueError: Two actors are the same by one chain of decisions and different by another.
        """
        last = {_ordered(a, b): d for a, b, d in rows.select("actor_key_a", "actor_key_b", "decision").iter_rows()}
        merged = _merge(pair for pair, decision in last.items() if decision == "same")
        different = frozenset(pair for pair, decision in last.items() if decision == "different")
        for a, b in sorted(different):
            if merged.get(a, a) == merged.get(b, b):
                raise ValueError(f"actor_decisions.csv: {a} and {b} are decided different, but same by other rows")
        same = frozenset(key for pair, decision in last.items() if decision == "same" for key in pair)
        return cls(merged, different, same)

    def apart(self, a: str, b: str) -> bool:
        """Tell whether a person decided that the two are different."""
        return _ordered(a, b) in self.different


def rank(key: str) -> tuple[int, str]:
    """Return what a merged set's keys are ordered by: the registry's first, then with a country, then the rest."""
    return (0 if "~" not in key else 2 if "~zz" in key else 1, key)


def _merge(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    groups = Groups[str]()
    for a, b in pairs:
        groups.join(a, b)
    best = [(min(members, key=rank), members) for members in groups.sets()]
    return {key: stays for stays, members in best for key in members if key != stays}


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
