"""Whom the words of a sentence mean for the grammar: groups folded into those for whom they act."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.parsing.syntax.spans import spans_of
from pipelines.records import Article, DateBounds


def _meant(text: str) -> dict[str, str]:
    """Return words to the actor that acts by them."""
    day = date(2016, 5, 3)
    doc = parse_document(text)
    article = Article("a", text, "a", "", published=DateBounds(day, day), published_basis="metadata")
    found = recognise(doc, article, load_reference())
    return {doc.slice(s.token_start, s.token_end): found.actors[s.actor_id].name for s in spans_of(doc, found)}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Senior Kenyan officials met aides.", "Senior Kenyan officials", "Kenya"),
        ("Peruvian government officials agreed.", "Peruvian government officials", "Peru"),
        ("Kenyan leaders welcomed it.", "Kenyan leaders", "Kenya"),
        ("Kenyan trade officials met aides.", "Kenyan trade officials", "Kenyan trade officials"),
    ],
)
def test_officials_of_a_state_told_by_nothing_more_act_for_it(text, words, name):
    assert _meant(text)[words] == name


def test_it_that_tells_nothing_of_an_actor_is_none():
    assert "It" not in _meant("Kenya freed two men. It was clear that Peru would follow.")
    assert _meant("Kenya freed two men. It denied a deal.")["It"] == "Kenya"


def test_the_country_of_a_person_is_its_state():
    start = "Kenya freed two men. President William Ruto"
    assert _meant(f"{start} said his country would help.")["his country"] == "Kenya"
    assert _meant(f"{start}, whose country had waited, left.")["country"] == "Kenya"
    assert _meant(f"{start} said his party would help.")["his"] == "William Ruto"


def test_what_somebody_is_judged_for_is_theirs():
    assert _meant("Kenya condemned Peru for its raid.")["its"] == "Peru"
    assert _meant("Kenya condemned Peru and its raid.")["its"] == "Peru"
    assert _meant("Kenya accused Peru of raiding its port.")["its"] == "Kenya"


@pytest.mark.parametrize(
    ("text", "is_doer"),
    [
        ("Five men fled when the army shelled Goma.", True),
        ("Five men fled, and the police quickly closed the road.", True),
        ("Five men fled after the military took Goma.", True),
        ("Five men fled when the government threatens to close the port.", True),
        ("Five men fled from the police station.", False),
        ("Five men fled from the military supply depot.", False),
        ("Five men fled as the government spending rose.", False),
    ],
)
def test_a_common_noun_is_whoever_does_what_follows_and_no_adjective(text, is_doer):
    words = ("army", "police", "military", "government")
    assert any(told.split()[-1] in words for told in _meant(text)) is is_doer


def test_a_verb_and_whoever_else_is_told_are_no_words_of_a_description():
    assert _meant("The move led Peruvian leaders to leave.")["Peruvian leaders"] == "Peru"
    assert _meant("The Kenyan army and dissident rebels talked.").keys() == {"Kenyan army", "dissident rebels"}
    assert "U.S.-trained rebels" in _meant("Kenya freed U.S.-trained rebels.")


def test_an_adjective_stands_for_its_state_where_the_noun_is_told_once():
    def attributive(text: str) -> bool:
        doc = parse_document(text)
        article = Article("a", text, "a", "", published_basis="metadata")
        return spans_of(doc, recognise(doc, article, load_reference()))[0].attributive

    assert not attributive("Kenyan and Peruvian soldiers met.")
    assert attributive("Kenyan and Peruvian farmers met.")


def test_mobs_and_sheikhs_act():
    assert _meant("An angry mob burned the embassy.")["An angry mob"] == "angry mob"
    assert "Tribal sheikhs" in _meant("Tribal sheikhs met the envoy.")
