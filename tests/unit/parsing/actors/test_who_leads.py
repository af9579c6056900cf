"""Who leads a state or a body on a day, and which of two governments is meant, by the project's own registry."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds, ExtractionResult

SPRING_2024, SPRING_2025 = date(2024, 3, 20), date(2025, 3, 20)


def coded(text: str, day: date) -> ExtractionResult:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    article = Article(article_id, text, "probe.txt", article_id, published=DateBounds(day, day, "day"))
    return DefaultCoder(load_reference()).extract(article)


def named(text: str, day: date) -> set[str]:
    return {actor.name for actor in coded(text, day).actors}


def accusers(text: str, day: date) -> set[str]:
    result = coded(text, day)
    names = {actor.actor_id: actor.name for actor in result.actors}
    claims = (c for c in result.claims if c.engagement_type == "ACCUSE")
    return {names[p.actor_id] for c in claims for p in c.participants if p.role == "source"}


@pytest.mark.parametrize(
    ("leader", "name"),
    [
        ("The French leader", "Emmanuel Macron"),
        ("Russia's longtime leader", "Vladimir Putin"),
        ("The Chinese leader", "Xi Jinping"),
        ("The German leader", "Olaf Scholz"),
        ("Britain's leader", "Keir Starmer"),
        ("The Jordanian leader", "Abdullah II"),
        ("North Korea's reclusive leader", "Kim Jong Un"),
        ("The Palestinian leader", "Mahmoud Abbas"),
        ("Chechnya's leader", "Ramzan Kadyrov"),
    ],
)
def test_a_states_leader_is_who_holds_the_office_that_leads_it(leader: str, name: str) -> None:
    assert name in named(f"{leader} condemned Belize.", SPRING_2025)


@pytest.mark.parametrize(
    ("leader", "nobody"),
    [
        ("France's far-right leader", {"Emmanuel Macron", "François Bayrou"}),
        ("The French student leader", {"Emmanuel Macron", "François Bayrou"}),
        ("The Abkhaz leader", {"Irakli Kobakhidze"}),
        ("Iran's leader", {"Masoud Pezeshkian"}),
        ("The UN human rights chief", {"António Guterres"}),
        ("The Hamas leader", {"Mahmoud Abbas", "Mohammad Mustafa"}),
    ],
)
def test_a_leader_of_others_is_no_states(leader: str, nobody: set[str]) -> None:
    assert not nobody & named(f"{leader} condemned Belize.", SPRING_2025)


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("Hezbollah's leader", "Hassan Nasrallah"),
        ("The Houthi leader", "Abdul-Malik al-Houthi"),
        ("The Pentagon chief", "Lloyd Austin"),
        ("The White House press secretary", "Karine Jean-Pierre"),
        ("The European Commission president", "Ursula von der Leyen"),
        ("The president of the European Commission", "Ursula von der Leyen"),
        ("The Federal Reserve chair", "Jerome Powell"),
        ("The AFRICOM commander", "Michael Langley"),
        ("The commander of Iran's Quds Force", "Esmail Qaani"),
        ("Iran's supreme leader", "Ali Khamenei"),
        ("Qatar's emir", "Tamim bin Hamad Al Thani"),
        ("The British monarch", "King Charles III"),
        ("The Palestinian president", "Mahmoud Abbas"),
    ],
)
def test_the_registry_knows_who_held_a_post_of_a_body_or_a_crown(post: str, name: str) -> None:
    assert name in named(f"{post} condemned Belize.", SPRING_2024)


RECOGNISED = [
    "Libya's internationally recognised government",
    "The internationally recognized government in Tripoli",
    "Libya's U.N.-recognised government",
    "The Tripoli-based government",
    "The Tripoli government",
    "Libya's unity government",
]


@pytest.mark.parametrize("words", RECOGNISED)
@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2019, 12, 20), "Government of National Accord"), (date(2022, 5, 5), "Government of National Unity")],
)
def test_the_day_tells_which_government_sits_in_tripoli(words: str, day: date, name: str) -> None:
    assert accusers(f"{words} condemned Egypt. Libya has two governments.", day) == {name}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Houthi-run government in Sanaa", "Houthis"),
        ("The Hamas-run government in Gaza", "Hamas"),
        ("The Saudi-backed government of Yemen", "Internationally recognized government of Yemen"),
        ("Haftar's parallel government", "Libyan Interim Government"),
        ("Dbeibah's government", "Government of National Unity"),
        ("Somalia's internationally recognised government", "Somalia"),
        ("The Islamist-led government of Sudan", "Sudan"),
        ("Syria's new Islamist-led government", "Syria"),
        ("Israel's unity government", "Israel"),
    ],
)
def test_a_government_is_told_by_its_head_its_seat_or_its_state_and_not_by_who_backs_it(words: str, name: str) -> None:
    day = date(2022, 5, 5) if name == "Government of National Unity" else date(2020, 12, 20)
    assert accusers(f"{words} condemned Egypt.", day) == {name}


def test_the_tables_of_who_leads_name_actors_and_offices_that_there_are() -> None:
    reference = load_reference()
    actors = {row["registry_id"] for row in reference.rows("actors")}
    offices = {row["office"] for row in reference.rows("offices")} | {""}
    assert {row["registry_id"] for row in reference.rows("rival_governments")} <= actors
    assert {row["office"] for row in reference.rows("state_leaders")} <= offices
    assert {row["country_iso3"] for row in reference.rows("state_leaders")} <= {
        row["iso3"] for row in reference.rows("countries")
    }
