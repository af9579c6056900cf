"""One date expression: its words, what they mean in either tense, and what it dates by its kind.

What belongs here: the record, and reading it under a tense. What does not: finding it (``find``).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.parsing.dates.hit import Hit
from pipelines.records import DateBounds

UNKNOWN = DateBounds()
# Forms that are dates in one tense only and durations in the other: "in two weeks".
_TENSED = frozenset(("ahead",))


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression.

    Attributes:
        token_start: Index of its first token.
        token_end: Index after its last token.
        char_start: Offset of its first character in the text.
        char_end: Offset after its last character.
        kind: ``absolute`` (with a year), ``calendar`` (a month or day without one), ``weekday``, ``relative`` (to the
            publication), ``anchor`` (to another date of the text: "a day earlier"), ``gap`` ("two days before X": dates
            the clause that follows, against the one that stands before it), or one of those that date a noun rather
            than the clause: ``modifier`` ("the 2015 agreement"), ``possessive`` ("Friday's meeting"), ``name_year``
            ("Flintlock 2026"), ``dateline``, ``stamp`` (under a post that the page shows).
        form: The row of ``grammar.FORMS`` that matched.
        past: Bounds when told as past; unknown where the words allow no past.
        future: Bounds when told as future; unknown where the words allow no future.
        relation: The preposition that changes it: ``since``, ``until``, ``by``, ``before``, ``after``, ``from``,
            ``during``, ``between``, or None. ``by``, ``before`` and ``after`` are worked into the bounds.
        named: Bounds of the words alone, the preposition left aside, in the default reading.
        hit: The words themselves, for anchors to be resolved anew.
        soon: It is a day that comes soon and was long ago: "June 12" in May, "Friday" on a Thursday.
        counted: It counts from the date behind it: "a day after the vote on Monday".
    """

    token_start: int
    token_end: int
    char_start: int
    char_end: int
    kind: str
    form: str
    past: DateBounds
    future: DateBounds
    relation: str | None
    named: DateBounds
    hit: Hit
    soon: bool = False
    counted: bool = False

    @property
    def hint(self) -> str | None:
        """``past`` or ``future`` where the words themselves allow only one of them, else None."""
        if self.form in _TENSED:
            return None
        if self.past == UNKNOWN:
            return None if self.future == UNKNOWN else "future"
        return "past" if self.future == UNKNOWN else None

    @property
    def bounds(self) -> DateBounds:
        """The reading to take where nothing is known of the tense."""
        return self.resolve(future=False)

    def resolve(self, future: bool) -> DateBounds:
        """Return the bounds under a tense; the words' own direction outweighs it."""
        first, second = (self.future, self.past) if future else (self.past, self.future)
        return second if first == UNKNOWN and self.form not in _TENSED else first
