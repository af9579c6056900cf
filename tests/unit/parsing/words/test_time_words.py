"""Nouns that tell when or how often: who stands before them stays the head of its phrase."""

from __future__ import annotations

import pytest
from marked import marked

TIMES = ["Friday", "last week", "late Friday", "Friday night", "two weeks ago", "three times", "one after the other"]


def heads(text: str) -> set[str]:
    """Return the names of those whom the grammar gives a part, each as the head of its phrase."""
    told = marked(text)
    return {told.names[m.actor_id] for _, m, how, _ in told.told()[0].candidate.slots if how == "head"}


@pytest.mark.parametrize("time", TIMES)
def test_a_list_goes_on_to_its_last_before_a_time(time):
    assert heads(f"[Ada] met [Bo] and [Cy] {time}.") == {"Ada", "Bo", "Cy"}


@pytest.mark.parametrize("time", ["Friday", "last month", "two days earlier", "early Monday"])
def test_a_time_between_subject_and_verb_parts_nothing(time):
    assert heads(f"[Ada] {time} met [Bo].") == {"Ada", "Bo"}


def test_a_day_that_names_something_stays_in_its_phrase():
    parse = marked("[Ada] left the Friday prayers.").parse()
    assert parse.tags[parse.words.index("friday")] == "N"
