"""Which date expression tells when a piece of text happened: the plain rules, without syntax.

What belongs here: choosing among expressions by kind and nearness. What does not: clauses and tense; a caller who
knows them narrows the range it asks for and says whether the act lies ahead.
"""

from __future__ import annotations

from pipelines.parsing.dates.expression import DateExpression
from pipelines.parsing.document import Doc
from pipelines.records import DateBounds

# How far a kind stands back behind one that dates the clause itself, in tokens of distance.
_HANDICAP = {"dateline": 1000, "name_year": 60, "modifier": 12, "possessive": 12, "gap": 30, "anchor": 2}

_STORY_KINDS = frozenset(("absolute", "calendar", "weekday", "relative", "possessive"))
_BESIDE = frozenset(("since", "until", "by", "before", "after"))  # the day itself is not told of
_FRESH = 7  # days on which a day is news


def choose_date(
    doc: Doc, found: list[DateExpression], first: int, end: int, *, future: bool = False
) -> DateExpression | None:
    """Return the expression that dates the tokens from ``first`` up to ``end``: in them, else nearest in their
    sentence.

    Args:
        doc: The text.
        found: Its expressions, as ``find_dates`` gives them.
        first: First token of the evidence, clause or trigger.
        end: Token after its last.
        future: Whether the act is told as lying ahead.
    """
    low, high = doc.sentences[doc.sentence_at(first)]
    here = [e for e in found if low <= e.token_start < high and _fits(e, future)]
    return min(here, key=lambda e: _distance(e, first, end), default=None)


def story_date(found: list[DateExpression], published: DateBounds | None = None) -> DateExpression | None:
    """Return the day that the story turns on: the first day told in the text, one of the last week before any other.

    News tells it in the lead and lets the sentences after it go without one, so it serves for acts told in the simple
    past in a sentence that has no date; not for background (past perfect, present perfect), which the caller has to
    tell. A day told from another one ("two days ago", "the next day", "since Friday") is none, and an anniversary or a
    day of months ago is background itself.
    """
    told = [e for e in found if _tells_a_day(e)]
    latest = published.latest if published else None
    fresh = (e for e in told if latest and e.past.earliest and 0 <= (latest - e.past.earliest).days <= _FRESH)
    return next(fresh, told[0] if told else None)


def _tells_a_day(e: DateExpression) -> bool:
    if e.soon or e.hint == "future" or e.past.precision != "day" or e.relation in _BESIDE:
        return False
    return e.kind in _STORY_KINDS and e.form != "ago"


def _fits(expression: DateExpression, future: bool) -> bool:
    bounds = expression.resolve(future)
    return bounds.earliest is not None or bounds.latest is not None


def _distance(expression: DateExpression, first: int, end: int) -> int:
    away = max(first - expression.token_end, expression.token_start - end, -1) + 1
    return away + _HANDICAP.get(expression.kind, 0)
