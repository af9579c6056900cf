"""A sentence as units with tags, and stepping over them: what every other step of the shallow parse stands on.

What belongs here: the shape of a parsed sentence. What does not: how it comes about (``tagging``, ``verb_forms``), who
does what (``phrases``, ``subjects``), any engagement type, any status. Every actor mention is one unit, so that names
never look like clauses.

Tags: A actor, N noun or adjective (the default), V verb, X be/have/do, M modal, T infinitive "to", P preposition,
R relative pronoun, S subordinator, C coordinator, D determiner, O other pronoun, B adverb, G negation, "," "q" quote,
";" hard stop, "'" possessive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.dates.words import WEEKDAYS


@dataclass(slots=True, eq=False)
class Parse:
    """A sentence as units. All lists run in parallel, one entry per unit.

    Attributes:
        tags: Tag of each unit (see the module's docstring).
        words: Lower-case word (for an actor: its last word).
        first: Index of its first token in the document.
        end: Index after its last token.
        mention: The actor mention of an ``A`` unit, else None.
        lemma: Lemma of a ``V`` unit, else an empty string.
        kind: Form of a ``V`` unit: base, s, past, part, ing; else an empty string.
        quoted: Whether the unit stands inside quotation marks.
        nobody: The ``A`` units that stand for nobody: "no Chadian soldier", "not a single Chadian soldier".
    """

    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    mention: list[Any] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    nobody: frozenset[int] = frozenset()

    def unit_at(self, token: int) -> int:
        """Return the unit that holds a token, or -1."""
        low, high = 0, len(self.first) - 1
        while low <= high:
            middle = (low + high) // 2
            if self.end[middle] <= token:
                low = middle + 1
            elif self.first[middle] > token:
                high = middle - 1
            else:
                return middle
        return -1


_ASIDE = 5  # units
_WHEN = frozenset("week month year".split() + WEEKDAYS)


def skip(parse: Parse, u: int, tags: str) -> int:
    """Return the first unit from ``u`` on whose tag is none of ``tags``."""
    while u < len(parse.tags) and parse.tags[u] in tags:
        u += 1
    return u


def skip_back(parse: Parse, u: int, tags: str) -> int:
    """Return the first unit from ``u`` back whose tag is none of ``tags``, or -1."""
    while u >= 0 and parse.tags[u] in tags:
        u -= 1
    return u


def over_aside(parse: Parse, u: int) -> int:
    """Step over an aside between an auxiliary and its verb: "did not, however, meet", "will next week meet"."""
    if u > 1 and parse.words[u] in _WHEN and parse.tags[u - 2] in "MX":
        return u - 2
    if u > 0 and parse.tags[u] == "C" and parse.words[u + 1].endswith("ly") and parse.words[u - 1].endswith("ly"):
        return u - 1 if parse.tags[u - 1] == parse.tags[u + 1] == "B" else u  # "openly and repeatedly attacked"
    if u < 0 or parse.tags[u] != ",":
        return u
    opens = next((k for k in range(u - 1, max(-1, u - _ASIDE), -1) if parse.tags[k] == ","), 0)
    before = skip_back(parse, opens - 1, "B")
    return before if opens and before >= 0 and parse.tags[before] in "MXG" else u


def over_gloss(parse: Parse, comma: int) -> int:
    """Return the comma before a bare word between commas, else the one given: "X, R-Ohio, the envoy, met"."""
    before = skip_back(parse, comma - 1, "N")
    bare = (
        before > 0 and before < comma - 1 <= before + _OF_A_GLOSS and parse.tags[before - 1 : before + 1] == ["A", ","]
    )
    return before if bare else comma


_OF_A_GLOSS = 2  # units: "R-Ohio", "R-N.Y."
