"""Bodies of several states that share a noun, by the project's own registry."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds

DAY = DateBounds(date(2024, 3, 20), date(2024, 3, 20), "day")


def takes_part(text: str) -> list[set[str]]:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    article = Article(article_id, text, "probe.txt", article_id, published=DAY)
    result = DefaultCoder(load_reference()).extract(article)
    names = {actor.actor_id: actor.name for actor in result.actors}
    return [{names[p.actor_id] for p in claim.participants} for claim in result.claims]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("French and Polish soldiers met in Rzeszow.", {"French Armed Forces", "Polish Armed Forces"}),
        ("The French and Polish armies held joint drills.", {"French Armed Forces", "Polish Armed Forces"}),
        ("U.S. and South Korean troops held joint drills.", {"U.S. Armed Forces", "South Korean Armed Forces"}),
        ("Belgian and Dutch police arrested three suspects.", {"Belgian Police", "Dutch Police"}),
        ("The Greek and Turkish coast guards held joint drills.", {"Greek Coast Guard", "Turkish Coast Guard"}),
        (
            "The Russian, Turkish and Iranian foreign ministries signed an agreement.",
            {"Russian Foreign Ministry", "Turkish Foreign Ministry", "Iranian Foreign Ministry"},
        ),
        ("France and Polish troops held joint drills.", {"France", "Polish Armed Forces"}),
        ("The Russian and Turkish presidents met in Sochi.", {"Russia", "Turkey"}),
    ],
)
def test_each_adjective_has_its_own_body(text: str, names: set[str]) -> None:
    assert names in takes_part(text)


def test_people_of_two_states_are_no_body() -> None:
    named = set().union(*takes_part("French and Polish farmers attacked a convoy of the Polish army."))
    assert not named & {"French Armed Forces", "France"}
