"""Of which country somebody is, which place a state's name means, and what campaigns and letters stand for."""

from __future__ import annotations

import pytest


def country(told, name: str) -> str | None:
    return told.found.actors[told.actor(name)].country_iso3


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("The U.S. ambassador to Libya, Dana Whitlock, criticized the vote.", "USA"),
        ("U.S. Ambassador to Libya Dana Whitlock criticized the vote.", "USA"),
        ("The Libya envoy, Dana Whitlock, criticized the vote.", None),
        ("Dana Whitlock, a top diplomat in Libya, criticized the vote.", None),
        ("The Libyan ambassador, Dana Whitlock, criticized the vote.", "LBY"),
        ("Libya's ambassador, Dana Whitlock, criticized the vote.", "LBY"),
        ("Dana Whitlock, a lawmaker in Libya, criticized the vote.", "LBY"),
    ],
)
def test_an_envoy_is_not_of_the_country_that_he_is_sent_to(told, text, iso3):
    assert country(told(text), "Dana Whitlock") == iso3


def test_a_surname_that_is_a_states_name_tells_no_country(told):
    text = told("Lawyer Dennis Jordan criticized the vote. Jordan accused Germany of lying.")
    assert country(text, "Dennis Jordan") is None
    assert text.surfaces("Dennis Jordan") == ["Lawyer Dennis Jordan", "Jordan"]


def test_a_state_is_not_named_inside_a_places_name(told):
    """The small "new" makes the other one look like a word that only opens its sentence."""
    assert "Mexico" not in told("New Mexico accused Germany of lying. A new law is to come.").names
    assert "Mexico" in told("Mexico accused Germany of lying. A new law is to come.").names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Georgia accused Germany of lying. Republicans and Democrats met in Atlanta.", False),
        ("Georgia accused Germany of lying. Officials met in Tbilisi.", True),
        ("Georgia accused Germany of lying.", True),
    ],
)
def test_the_words_of_a_text_tell_which_georgia_it_means(told, text, named):
    assert ("Georgia" in told(text).names) == named


def test_letters_mean_the_body_whose_initials_they_are(told):
    text = told("Lakes, Nets and Anglers fished. The Lowland Nature Association sued Germany. LNA members marched.")
    assert text.surfaces("Lowland Nature Association") == ["Lowland Nature Association", "LNA"]
    assert "Libyan National Army" not in text.names


def test_letters_of_a_body_of_the_registry_that_is_named_stay_its_own(told):
    text = told("The Lowland Nature Association sued the Libyan National Army. The LNA criticized Germany.")
    assert text.surfaces("Libyan National Army")[-1] == "LNA"


@pytest.mark.parametrize(
    "words", ["Ms. Whitlock's campaign", "The Whitlock campaign", "Dana Whitlock’s re-election campaign"]
)
def test_a_campaign_goes_by_its_candidates_full_name(told, words):
    text = told(f"{words} criticized Germany. Dana Whitlock met Barack Obama.")
    assert "Dana Whitlock campaign" in text.names


def test_a_place_of_several_words_is_nobody_though_it_begins_as_a_persons_name(told):
    assert told("He spoke in the Rose Garden. The Rose Garden show was about Germany.").names == ["Germany"]


_AMONG_GERMANS = "Merkel met Ivo Brandt. German police arrested the banker Dana Whitlock. "


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        (_AMONG_GERMANS, "Dana Whitlock", "DEU"),
        (_AMONG_GERMANS + "The Harrow Institute accused Merkel of haste.", "Harrow Institute", "DEU"),
        (_AMONG_GERMANS + "Russia, the Libyan army and Rosa Ejik condemned it.", "Dana Whitlock", None),
        (_AMONG_GERMANS + "Protesters attacked Merkel.", "protesters", None),
        (_AMONG_GERMANS + "NATO condemned it.", "NATO", None),
        ("Merkel accused the banker Dana Whitlock.", "Dana Whitlock", None),
    ],
)
def test_among_people_of_one_country_a_person_or_body_is_of_that_one(told, text, name, iso3):
    assert country(told(text), name) == iso3
