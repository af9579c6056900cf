"""Date expressions of news English against a publication date: one row per wording."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.dates import DateExpression, find_dates
from pipelines.parsing.document import parse_document
from pipelines.records import DateBounds

PUBLISHED = date(2019, 11, 28)  # a Thursday


def find(text: str, published: date | DateBounds | None = PUBLISHED) -> list[DateExpression]:
    """Return the expressions of a text published on a day."""
    if isinstance(published, date):
        published = DateBounds(published, published, "day")
    return find_dates(parse_document(text), published or DateBounds())


def show(bounds: DateBounds) -> str:
    """Return bounds as ``first..last`` or one day, empty where unknown."""
    if bounds.earliest == bounds.latest:
        return str(bounds.earliest or "")
    return f"{bounds.earliest or ''}..{bounds.latest or ''}"


PAST = [
    ("He left on Tuesday.", "Tuesday", "2019-11-26"),
    ("He left on Thursday.", "Thursday", "2019-11-28"),
    ("He left late on Tuesday night.", "late on Tuesday night", "2019-11-26"),
    ("They met earlier this week.", "earlier this week", "2019-11-25..2019-11-28"),
    ("They met last month.", "last month", "2019-10-01..2019-10-31"),
]


@pytest.mark.parametrize(("text", "words", "expected"), PAST)
def test_past_reading(text: str, words: str, expected: str) -> None:
    """Told as past, each wording is found whole and resolved."""
    (found,) = find(text)
    assert text[found.char_start : found.char_end] == words
    assert show(found.resolve(future=False)) == expected
