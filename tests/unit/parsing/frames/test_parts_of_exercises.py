"""Who takes part in exercises, by the words behind the noun that tells them."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article

BEHIND = [
    "The joint drills, with the participation of [Ada], [Bo] and [Cy], begin in May.",
    "A field exercise grouping [Ada], [Bo] and [Cy] ended.",
    "The joint exercises will involve [Ada], [Bo] and [Cy].",
    "The manoeuvres, which will bring together troops of [Ada], [Bo] and [Cy], begin in May.",
    "The annual exercises, in which [Ada], [Bo] and [Cy] took part, ended.",
    "The trilateral naval exercise, held in June by [Ada], [Bo] and [Cy], ended.",
]


@pytest.mark.parametrize("text", BEHIND)
def test_who_is_told_behind_the_noun_takes_part(text: str) -> None:
    assert parts(text) == {"Ada", "Bo", "Cy"}


@pytest.mark.parametrize(
    "text",
    [
        "The joint exercise ended and involved officials met [Ada].",
        "The joint exercise ended; [Ada] took part in a race.",
        "The joint exercise cost money, which [Ada] had set aside.",
    ],
)
def test_who_is_told_of_something_else_takes_no_part(text: str) -> None:
    assert "Ada" not in parts(text)


def parts(text: str) -> set[str]:
    """Return who takes part in the exercise that a text tells, by the grammar."""
    found = marked(text).parts("COOPERATE")
    assert found
    return {name for part in found for names in part.values() for name in names}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Morocco will host the African Lion drills in June with the participation of Spain and Senegal.", "COOPERATE"),
        ("Iran staged naval drills in the strait on Sunday.", "MOBILIZE"),
    ],
)
def test_an_exercise_with_guests_is_one_act(text: str, told: str) -> None:
    claims = DefaultCoder(load_reference()).extract(Article("a", text, text, "")).claims
    assert [claim.engagement_type for claim in claims] == [told]
