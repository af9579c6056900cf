"""Aliases of the registry that a text does not mean."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Conservatives accused President Obama of waste.", "Conservative Party", False),
        ("Conservatives accused Labour of waste, and Tory MPs cheered.", "Conservative Party", True),
        ("Conservatives accused Labour of waste in Canberra.", "Conservative Party", True),
        ("British Conservatives met President Obama.", "Conservative Party", True),
        ("Canadian Conservatives met President Obama.", "Conservative Party of Canada", True),
        ("Mayor Dawn Zimmel met President Obama.", "Dawn", False),
        ("Dawn accused Islamabad of lying.", "Dawn", True),
        ("President Obama spoke at the Lincoln Memorial on Memorial Day.", "Memorial", False),
        ("The state General Assembly passed the bill.", "United Nations General Assembly", False),
        ("The UN voted on Monday. The General Assembly condemned Russia.", "United Nations General Assembly", True),
        ("Total spending fell. Total accused Congress of waste.", "TotalEnergies", False),
    ],
)
def test_a_word_that_is_a_name_too_needs_a_word_that_speaks_for_the_name(told_of_all, text, name, meant):
    assert (name in told_of_all(text).names) == meant


def test_a_coalition_of_another_name_is_not_that_of_the_war(told_of_all):
    text = "The Syrian army met the New Harvest Coalition. The Coalition struck Mosul, and ISIS fled."
    found = told_of_all(text)
    assert "New Harvest Coalition" not in found.surfaces("Global Coalition against Islamic State")


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("The CBI arrested two smugglers in Denver.", "Central Bureau of Investigation", False),
        ("The CBI arrested two smugglers in Delhi, Indian officials said.", "Central Bureau of Investigation", True),
        ("The FBI arrested two smugglers.", "Federal Bureau of Investigation", True),
        ("The aide met BBC reporters.", "BBC", True),
        ("NATO condemned the attack.", "NATO", True),
    ],
)
def test_an_acronym_of_another_country_needs_a_word_of_that_country(told_of_all, text, name, meant):
    assert (name in told_of_all(text).names) == meant


def test_letters_that_are_a_bodys_whole_name_need_no_word_of_its_country(told_of_all):
    found = told_of_all("Congress condemned Hamas.")
    assert found.found.actors[found.actor("Hamas")].registry_id == "org:hamas"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It is late. THE PRESIDENT IS ANGRY AT CONGRESS.", False),
        ("It is late. IS attacked Mosul, and IS fighters fled.", True),
        ("It is late. The army and IS fought near Mosul.", True),
    ],
)
def test_a_word_among_capitals_is_no_acronym(told_of_all, text, meant):
    assert ("Islamic State" in told_of_all(text).names) == meant


def test_a_states_letters_are_its_own_among_capitals_too(told_of_all):
    assert "United States" in told_of_all("It hurts us. US ACCUSES RUSSIA OF LYING.").names


def test_a_sentence_in_capitals_names_nobody_by_its_capitals(told_of_all):
    names = told_of_all("It is late. LATER THE CENTER NEEDS ANOTHER STRONG DRINK, PROBABLY BEER.").names
    assert not [name for name in names if name.isupper()]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Aides met in the West Wing on Monday.", False),
        ("Israel closed the West Bank on Monday.", False),
        ("Russia accused the West of lying.", True),
        ("Russia accused the West. Moscow denied it.", True),
    ],
)
def test_the_west_is_not_what_a_longer_name_starts_with(told_of_all, text, meant):
    assert ("West" in " ".join(told_of_all(text).names)) == meant


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("He said Enroll America sued the governor.", "Enroll America", False),
        ("The lawsuit by PEN America angered the governor.", "PEN America", False),
        ("Priorities USA attacked the governor.", "Priorities USA", False),
        ("USA Swimming expelled the coach.", "USA Swimming", False),
        ("In America the governor rejected the plan.", "America", True),
        ("The governor said that America rejected the plan.", "America", True),
        ("He wants to Make America Great Again.", "America", True),
        ("President Obama asked the USA to act.", "USA", True),
    ],
)
def test_a_body_whose_name_has_america_in_it_is_not_the_state(told_of_all, text, name, meant):
    found = told_of_all(text)
    assert ("United States" in found.names) == meant
    assert (name in found.names) != meant


def test_treaties_and_slogans_do_not_act(told_of_all):
    found = told_of_all(
        "NAFTA hurt workers, and DACA protected them. Fake News attacked the Trans-Pacific Partnership."
    )
    assert not {"NAFTA", "DACA", "Fake News", "Trans-Pacific Partnership"} & set(found.names)


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("General Langley met the mayor of Oslo.", "Central Intelligence Agency", False),
        ("Mr. Jordan accused the mayor of lying.", "Jordan", False),
        ("Prime Minister Holland met the mayor of Oslo.", "Netherlands", False),
        ("Foreign Minister Israel Thorsen met the mayor of Oslo.", "Israel", False),
        ("The president of Jordan accused the mayor of lying.", "Jordan", True),
        ("Langley accused the mayor of lying, and the spies laughed.", "Central Intelligence Agency", True),
        ("Miss Kenya met the mayor of Oslo.", "Kenya", True),
        ("Secretary General NATO accused the mayor.", "NATO", True),
    ],
)
def test_a_title_before_the_name_of_a_place_makes_it_a_surname(told_of_all, text, name, meant):
    assert (name in {a.name for a in told_of_all(text).found.actors if a.actor_kind != "person"}) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Obama quit the Moscow nuclear talks.", False),
        ("Obama criticized the Moscow summit.", False),
        ("Obama criticized Moscow talks on arms.", True),
        ("Obama quit the talks with Moscow.", True),
        ("Obama criticized Moscow. The Moscow summit failed.", True),
    ],
)
def test_a_capital_where_talks_are_held_is_not_its_state(told_of_all, text, meant):
    assert ("Russia" in told_of_all(text).names) == meant


def test_a_line_of_a_heading_names_nobody_by_its_verb(told_of_all):
    found = told_of_all("We added a post: Labor Secretary Says Talk Of Fudged Numbers Is Insulting.")
    assert not any("Talk" in name for name in found.names)
    assert "Said Musa" in told_of_all("Prime Minister Said Musa met Obama.").names
