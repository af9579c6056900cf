"""What stands for states or a crowd, by the whole coder: a town that is visited, arms, a number of people, a plural."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds


def coded(text: str) -> set[tuple[str, str, str]]:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    day = date(2024, 3, 20)
    article = Article(article_id, text, "probe.txt", article_id, published=DateBounds(day, day, "day"))
    result = DefaultCoder(load_reference()).extract(article)
    names = {actor.actor_id: actor.name for actor in result.actors}
    return {(c.engagement_type, p.role, names[p.actor_id]) for c in result.claims for p in c.participants}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Blinken is due in Ankara on Friday. Turkey and the United States are allies. Turkey spoke.", "Turkey"),
        ("Obama flew to Havana in March. Cuba welcomed the step, and Cuba's leaders said so.", "Cuba"),
        ("Obama's visit to Hiroshima angered China. Japan was pleased. Japan said so.", "Japan"),
    ],
)
def test_a_visit_to_a_town_is_paid_to_its_state(text: str, host: str) -> None:
    assert ("CONSULT", "host", host) in coded(text)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Obama flew to Miami in March. The United States was pleased. The United States spoke.", "United States"),
        ("Obama flew to see Raul Castro in Havana. Cuba welcomed the step. Cuba spoke.", "Cuba"),
    ],
)
def test_a_trip_at_home_or_to_somebody_named_is_not(text: str, host: str) -> None:
    assert ("CONSULT", "host", host) not in coded(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tens of thousands marched in Tbilisi against the law.", ("PROTEST", "source", "Tens of thousands")),
        ("Thousands have rallied in Belgrade against the president.", ("PROTEST", "source", "Thousands")),
    ],
)
def test_a_number_of_people_who_march_are_who_protests(text: str, told: tuple[str, str, str]) -> None:
    assert told in coded(text)


def test_a_number_of_people_who_do_something_else_are_nobody() -> None:
    assert coded("Thousands fled Goma as M23 rebels attacked the town.") <= {
        ("ASSAULT", "source", "March 23 Movement"),
        ("ASSAULT", "target", "Democratic Republic of the Congo"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Syria shot down a Turkish plane.", ("ASSAULT", "target", "Turkey")),
        ("A Russian missile hit a train in Ukraine.", ("ASSAULT", "source", "Russia")),
        ("A Russian drone hit a hospital in Kharkiv.", ("ASSAULT", "source", "Russia")),
        ("A Chinese fighter jet intercepted a U.S. spy plane, the Pentagon said.", ("MOBILIZE", "source", "China")),
        ("A Turkish frigate harassed a French ship.", ("ASSAULT", "target", "France")),
    ],
)
def test_what_a_states_arms_do_it_does(text: str, told: tuple[str, str, str]) -> None:
    assert told in coded(text)


@pytest.mark.parametrize("words", ["The two Koreas", "Both Koreas"])
def test_a_plural_of_two_states_is_both(words: str) -> None:
    sides = {("AGREE", "participant", "North Korea"), ("AGREE", "participant", "South Korea")}
    assert coded(f"{words} agreed to reopen a hotline.") == sides


def test_one_told_of_before_an_and_does_it_too() -> None:
    text = "General Tiani, who seized power last July, and Putin agreed to strengthen security ties, the Kremlin said."
    assert {("AGREE", "participant", "Vladimir Putin"), ("AGREE", "participant", "Tiani")} <= coded(text)


def test_a_town_that_is_told_far_from_the_visit_is_not_where_it_goes() -> None:
    text = "Blinken paid a visit on Friday that nobody had expected at all, a diplomat in Ankara said. Turkey was glad."
    assert ("CONSULT", "host", "Turkey") not in coded(text)
