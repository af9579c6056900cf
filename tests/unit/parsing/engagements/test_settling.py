"""Which of the claims of a sentence stand: one for each act, though words of one tell of another."""

from __future__ import annotations

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article


def told(text: str) -> list[tuple[str, set[str]]]:
    """Return the acts of a text, each with who takes part."""
    result = DefaultCoder(load_reference()).extract(Article("a", text, text, ""))
    names = {actor.actor_id: actor.name for actor in result.actors}
    return [(c.engagement_type, {names[p.actor_id] for p in c.participants}) for c in result.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron met Angela Merkel in Berlin and held talks with Olaf Scholz.",
        "Emmanuel Macron met Angela Merkel in Berlin and spoke by phone with Olaf Scholz.",
    ],
)
def test_whom_somebody_meets_and_to_whom_he_talks_are_two_acts(text: str) -> None:
    met, spoke = told(text)
    assert met == ("CONSULT", {"Emmanuel Macron", "Angela Merkel"})
    assert spoke == ("CONSULT", {"Emmanuel Macron", "Olaf Scholz"})


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron met Angela Merkel and talked with her for an hour.",
        "Emmanuel Macron met Angela Merkel for talks on Friday.",
    ],
)
def test_whom_somebody_meets_and_talks_to_is_one_act(text: str) -> None:
    assert told(text) == [("CONSULT", {"Emmanuel Macron", "Angela Merkel"})]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The Venezuelan navy seized two fishing boats and detained their crews for a week.", 2),
        ("Soldiers seized President Mohamed Bazoum and detained him at the palace.", 1),
    ],
)
def test_what_is_seized_and_who_is_held_are_two_acts(text: str, acts: int) -> None:
    assert len(told(text)) == acts


def test_who_is_trying_to_seize_a_place_has_not_seized_it() -> None:
    acts = told("Khalifa Haftar, who at the time was trying to seize Tripoli, received weapons from Egypt.")
    assert [kind for kind, _ in acts] == ["ASSAULT", "AID"]


def test_relations_that_are_reviewed_in_talks_are_not_threatened() -> None:
    acts = told("Sergei Lavrov and Ilham Aliyev reviewed bilateral relations in Baku.")
    assert [kind for kind, _ in acts] == ["CONSULT"]
    acts = told("The United States said it would review its ties with Saudi Arabia.")
    assert "CONSULT" not in [kind for kind, _ in acts]


def test_who_brokered_talks_takes_part_though_only_an_adjective_tells_it() -> None:
    acts = told("US-brokered talks between Israel and Lebanon resumed in Naqoura on Tuesday.")
    assert acts == [("CONSULT", {"United States", "Israel", "Lebanon"})]


def test_what_is_received_from_somewhere_is_not_received_there() -> None:
    text = "Libya received weapons from Egypt."
    (claim,) = DefaultCoder(load_reference()).extract(Article("a", text, text, "")).claims
    assert claim.country_iso3 == "LBY"
