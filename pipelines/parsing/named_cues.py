"""The cues of one case, by name, and how they are told: of what facts, and by which words.

What belongs here: holding them so that their weights can be looked up before anybody puts their names together, which
takes longer than all the adding. What does not: what a cue means, and what it weighs (``linear``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from itertools import chain
from typing import Any

Fact = tuple[Any, ...]  # a function that names cues, and what it names them of
Words = tuple[str, Collection[str]]  # how cues begin, and the words with which they end, each once


class Cues(Set[str]):
    """The names of the cues of one case, each once.

    No name may be told in two ways: what is told once by its name may be told by no fact and no word as well, so that
    weights can be added fact by fact.

    Attributes:
        names: Cues told by their names.
        facts: Those of a few facts that many cases share: ``(name_them, "ACCUSE", True)`` for the names that
            ``name_them("ACCUSE", True)`` returns.
        words: Those of words: ``("w-1=", ["not"])`` for "w-1=not".
    """

    __slots__ = ("facts", "names", "words")

    def __init__(self, names: Iterable[str] = (), facts: Iterable[Fact] = (), words: Iterable[Words] = ()) -> None:
        self.names = list(names)
        self.facts = list(facts)
        self.words = list(words)

    def told_by(self, functions: Collection[Any], marks: Collection[str] = ()) -> Cues:
        """Return the cues of facts that these functions name, and of the words that these marks open."""
        facts = [fact for fact in self.facts if fact[0] in functions]
        return Cues((), facts, [told for told in self.words if told[0] in marks])

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __contains__(self, name: object) -> bool:
        return name in self._all()

    @classmethod
    def _from_iterable(cls, names: Iterable[str]) -> set[str]:  # what "&" and "|" return
        return set(names)

    def _all(self) -> set[str]:
        of_facts = (named(*told) for named, *told in self.facts)
        of_words = (f"{mark}{word}" for mark, words in self.words for word in words)
        return set(chain(self.names, *of_facts, of_words))
