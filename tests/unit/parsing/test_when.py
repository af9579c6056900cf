"""Which expressions may date an act."""

from __future__ import annotations

from datetime import date

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds

PUBLISHED = DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day")


def days(text: str) -> set[date | None]:
    """Return when each act of a text began."""
    article = Article("a", text, text, "", published=PUBLISHED, published_basis="metadata")
    return {claim.started.earliest for claim in DefaultCoder(load_reference()).extract(article).claims}


def test_two_days_before_something_dates_nothing_that_was_told_first():
    told = days("Angela Merkel met Emmanuel Macron two days before the summit.")
    assert told == {None}
