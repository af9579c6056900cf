"""Disjoint sets: things found to be one are kept as one.

What belongs here: the data structure and nothing that knows what it holds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Generic, TypeVar

T = TypeVar("T")


class Groups(Generic[T]):
    """Union-find over hashable things; what was never joined is its own set."""

    def __init__(self) -> None:
        """Start with nothing joined."""
        self._parent: dict[T, T] = {}

    def find(self, thing: T) -> T:
        """Return the member that stands for the thing's set."""
        root = thing
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while thing != root:
            self._parent[thing], thing = root, self._parent.get(thing, root)
        return root

    def join(self, a: T, b: T) -> None:
        """Make the two sets one."""
        self._parent.setdefault(a, a)
        self._parent.setdefault(b, b)
        self._parent[self.find(b)] = self.find(a)

    def sets(self) -> list[list[T]]:
        """Return every set that was ever joined, members in order of first appearance."""
        members: dict[T, list[T]] = defaultdict(list)
        for thing in self._parent:
            members[self.find(thing)].append(thing)
        return list(members.values())
