"""How senior people are by their posts, and who of two countries outranks the other."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances.seniority import compared, rank_of, ranks_of, registry_ranks
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds

DAY = DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day")


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("President", 3),
        ("Prime Minister of Libya", 3),
        ("acting president", 3),
        ("Minister of Foreign Affairs", 2),
        ("Secretary of State", 2),
        ("Vice President", 2),
        ("deputy prime minister", 2),
        ("Deputy Minister", 1),
        ("Assistant Secretary of State", 1),
        ("press secretary", 1),
        ("Ambassador to Libya", 1),
        ("general", 1),
        ("former president", 0),
    ],
)
def test_posts_have_ranks(title, rank):
    assert rank_of(title) == rank


def test_people_rank_by_the_posts_told_and_those_of_the_registry():
    text = "Emmanuel Macron met Kenyan foreign minister Ada Lume and her neighbour, Bo Tamm."
    article = Article("a", text, text, "", published=DAY, published_basis="metadata")
    reference = load_reference()
    found = recognise(parse_document(text), article, reference)
    names = {actor.name: actor.actor_id for actor in found.actors}
    ranks = ranks_of(found, DAY, registry_ranks(reference))
    assert ranks[names["Emmanuel Macron"]] == 3
    assert ranks[names["Ada Lume"]] == 2
    assert names["Bo Tamm"] not in ranks


@pytest.mark.parametrize(
    ("ranks", "answer"),
    [({"FRA": 3, "KEN": 2}, "over"), ({"FRA": 2, "KEN": 2}, "even"), ({"FRA": 1, "KEN": 2}, "under")],
)
def test_the_most_senior_of_one_country_stand_to_those_of_another(ranks, answer):
    assert compared(ranks, "FRA") == answer


def test_nobody_outranks_nobody():
    assert compared({"FRA": 3}, "FRA") is None
    assert compared({"FRA": 3}, "KEN") is None
