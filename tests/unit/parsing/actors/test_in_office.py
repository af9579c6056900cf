"""A post that the article names nobody for is its holder's on the article's day, by the registry."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The German chancellor spoke. Libya was silent.",
        "Libya praised Germany's chancellor.",
        "Libya asked the chancellor of Germany for help.",
    ],
)
def test_the_registry_knows_who_held_a_post_on_the_day(told, text):
    found = told(text)
    (mention,) = (m for m in found.found.mentions if m.actor_id == found.actor("Angela Merkel"))
    assert mention.method == "office"


@pytest.mark.parametrize(
    "text",
    [
        "The former German chancellor met Libya's envoys.",
        "The next German chancellor will meet Libya's envoys.",
        "A German chancellor would never meet Libya's envoys.",
        "In 2003 the German chancellor met Libya's envoys.",
        "The German chancellor of the day met Libya's envoys ten years ago.",
        "The German bank governor met Libya's envoys.",
    ],
)
def test_a_post_of_another_time_or_of_anybody_or_a_lesser_one_stays_unnamed(told, text):
    assert not {"Angela Merkel", "Erik Thorsen"} & set(told(text).names)


def test_on_another_day_or_on_none_another_may_have_held_it(told):
    text = "The German chancellor met Libya's envoys."
    assert "Angela Merkel" not in told(text, day=date(2003, 6, 1)).names
    assert "Angela Merkel" not in told(text, day=None).names


def test_who_the_article_names_goes_before_the_registry(told):
    found = told("Chancellor Mark Vogel of Germany met envoys. The German chancellor praised Libya.")
    assert "German chancellor" in found.surfaces("Mark Vogel")
    assert "Angela Merkel" not in found.names
