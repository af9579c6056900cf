"""Politicians by their party and where they are from: "the Ohio Republican" is who was named shortly before."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sen. Ann Roe spoke on Monday. The Ohio Republican accused Russia of lying.", "Ohio Republican"),
        ("Gov. Ann Roe met Barack Obama. It rained. The New York Democrat resigned.", "New York Democrat"),
        ("Barack Obama warned Sen. Ann Roe after the Utah Republican called him a liar.", "Utah Republican"),
        ("Sen. Ann Roe met Rep. Jon Holt. A vote followed. Holt voted. Roe left, the Ohio Republican said.",
         "Ohio Republican"),
    ],
)  # fmt: skip
def test_a_partisan_of_a_federal_state_is_the_politician_named_before(told, text, words):
    assert words in told(text).surfaces("Ann Roe")


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ann Roe won the Ohio Republican primary.",
        "Sen. Ann Roe praised the Ohio Republican Party.",
        "Sen. Ann Roe met the Ohio Republican who leads the panel.",
        "Sen. Ann Roe and Sen. Jon Holt spoke. The Ohio Republican left.",
        "Sen. Ann Roe praised an Ohio Republican.",
        "Sen. Ann Roe urged the Ohio Republican to leave.",
        "Ann Roe, a nurse, spoke on Monday. The Ohio Republican left.",
        "Sen. Ann Roe praised the Ohio Republican",
    ],
)
def test_such_words_may_mean_others(told, text):
    assert all("Republican" not in words for words in told(text).surfaces("Ann Roe"))


def test_a_sitting_president_is_no_partisan_of_a_state(told):
    found = told("Barack Obama spoke on Monday. The Ohio Democrat left.", day=date(2012, 6, 1))
    assert found.surfaces("Barack Obama") == ["Barack Obama"]
