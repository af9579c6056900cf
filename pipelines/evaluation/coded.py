"""Coded articles as evaluation sees them, whether they come from a warehouse or from a coder in this process.

What belongs here: the records. What does not: where they come from, and what is right about them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from pipelines.records import DateBounds

Key = Hashable


@dataclass(frozen=True, slots=True)
class CodedActor:
    """An actor of one article: its name, and all its surface forms there with its name, normalised."""

    name: str
    kind: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """One claim: offsets are into the article's clean text; ``trigger_start`` is -1 where it is not known."""

    char_start: int
    char_end: int
    trigger_start: int
    trigger_text: str
    mode: str | None
    status: str
    started: DateBounds
    country: str | None
    confidence: float
    rule_id: str
    extractor: str

    @property
    def span(self) -> tuple[int, int]:
        """Where the evidence stands."""
        return self.char_start, self.char_end

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day on which it may have begun."""
        return self.started.earliest, self.started.latest


@dataclass(frozen=True, slots=True)
class CodedEngagement:
    """All claims of one engagement in one article. ``participants``: (actor's key, part), sorted."""

    key: Key
    engagement_type: str
    claims: tuple[CodedClaim, ...]
    participants: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """A coded article: its clean text, its actors by key, its engagements in order of the text."""

    text: str
    actors: dict[Key, CodedActor]
    engagements: tuple[CodedEngagement, ...]
