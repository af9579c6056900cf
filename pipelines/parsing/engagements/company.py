"""The actors around a sentence that it may leave unsaid: of the sentences before, of the headline, of acts told before.

What belongs here: remembering them while an article is read. What does not: who takes part (``participants``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.syntax.spans import everyone

SIDES = {"source": "a", "guest": "a", "target": "b", "host": "b", "participant": "p", "mediator": "p"}
_MOST_MAIN, _MOST_OF_A_SENTENCE, _MOST_OF_A_TITLE = 6, 7, 4
_SENTENCES = 3  # back from an act to those of whom it may speak


class Company:
    """Who was spoken of so far in an article."""

    def __init__(self, mentions: Sequence[Any], title: Sequence[Any]) -> None:
        self._fixed = _main_actors(mentions) + [("title", m) for m in title[:_MOST_OF_A_TITLE]]
        self._sentences: list[list[Any]] = []
        self._before: list[tuple[str, Any]] = []
        self._acts: dict[str, list[tuple[str, Any]]] = {}
        self._last: list[tuple[str, Any]] = []

    def around(self, candidate: Candidate) -> tuple[tuple[str, Any], ...]:
        """Return mentions that a candidate may leave unsaid, each with why; an actor may come more than once.

        Args:
            candidate: An act of the sentence that is read now.

        Returns:
            (why, mention): ``topic1`` ``before1`` the first actor and the others of the sentence before, ``topic2``
            ``before2`` of the one before it ..., ``main1``... the article's most mentioned, ``title`` of the headline,
            ``same_a`` ``same_b`` ``same_p`` the sides of the last act of this type, ``last_...`` of the last act.
        """
        same = self._acts.get(candidate.match.trigger.engagement_type, ())
        return (*self._fixed, *self._before, *same, *self._last)

    def add_sentence(self, mentions: Sequence[Any]) -> None:
        """Remember a sentence's actors, each once, if it has any."""
        told: dict[int, Any] = {}
        for mention in everyone(mentions):
            if not mention.is_place_like:
                told.setdefault(mention.actor_id, mention)
        if told:
            actors = list(told.values())
            self._sentences = [*self._sentences[1 - _SENTENCES :], actors[:_MOST_OF_A_SENTENCE]]
            self._before = [
                (f"before{back}" if k else f"topic{back}", m)
                for back, sentence in enumerate(reversed(self._sentences), 1)
                for k, m in enumerate(sentence)
            ]

    def add_candidate(self, candidate: Candidate) -> None:
        """Remember who takes part in an act by the grammar of its sentence."""
        sides = [(SIDES.get(role, "p"), mention) for role, mention, _, _ in candidate.slots]
        if sides:
            self._acts[candidate.match.trigger.engagement_type] = [(f"same_{side}", m) for side, m in sides]
            self._last = [(f"last_{side}", m) for side, m in sides]


def _main_actors(mentions: Sequence[Any]) -> list[tuple[str, Any]]:
    """Return the most mentioned actors of an article, each by its first mention."""
    first: dict[int, Any] = {}
    counts: Counter[int] = Counter()
    for mention in mentions:
        if not mention.is_place_like:
            first.setdefault(mention.actor_id, mention)
            counts[mention.actor_id] += 1
    ranked = sorted(first, key=lambda a: (-counts[a], first[a].token_start))[:_MOST_MAIN]
    return [(f"main{rank}", first[actor]) for rank, actor in enumerate(ranked, 1)]
