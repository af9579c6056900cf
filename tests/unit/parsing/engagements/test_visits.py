"""What belongs to a visit, by the whole coder."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds, EngagementClaim


def coded(text: str) -> tuple[EngagementClaim, ...]:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    day = date(2021, 5, 5)
    article = Article(article_id, text, "probe.txt", article_id, published=DateBounds(day, day, "day"))
    return DefaultCoder(load_reference()).extract(article).claims


def held_on_visits(text: str) -> list[tuple[str, str | None]]:
    claims = coded(text)
    return [(c.engagement_type, claims[c.parent].mode) for c in claims if c.parent is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron paid a visit to Turkey on Monday. Macron met Recep Tayyip Erdogan in Ankara on Monday.",
        "Emmanuel Macron met Recep Tayyip Erdogan in Ankara on Monday. Macron visited Turkey on Monday.",
    ],
)
def test_a_meeting_on_a_visit_is_a_part_of_it(text: str) -> None:
    assert held_on_visits(text) == [("CONSULT", "visit")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Emmanuel Macron visited Turkey on Monday. Macron met Angela Merkel in Berlin last month.", 2),
        ("Emmanuel Macron visited Turkey on Monday. Angela Merkel met Recep Tayyip Erdogan on Monday.", 2),
        ("Emmanuel Macron visited Turkey on Monday. Macron will meet Recep Tayyip Erdogan in June.", 2),
        ("Emmanuel Macron met Recep Tayyip Erdogan in Ankara on Monday.", 1),
    ],
)
def test_other_talks_are_not(text: str, told: int) -> None:
    claims = coded(text)
    assert len(claims) == told
    assert [claim.parent for claim in claims] == [None] * told
