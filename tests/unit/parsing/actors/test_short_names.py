"""Bodies told by less than their name: papers, agencies, police, committees, administrations."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        ("The Zuwara Evening Times sued Rosa Ejik. She accused the Times of lying.", "Zuwara Evening Times", "Times"),
        ("The Zuwara Herald named her. A Herald reporter met Rosa Ejik.", "Zuwara Herald", "Herald"),
        ("The Zuwara Post left. The Berlin Post met Angela Merkel. The Post praised her.", "Berlin Post", "Post"),
    ],
)
def test_a_paper_goes_by_the_last_word_of_its_name(told, text, name, surface):
    assert surface in told(text).surfaces(name)


def test_a_word_of_a_papers_name_in_another_name_is_not_the_paper(told):
    found = told("The Zuwara Post sued the union. The Post Office rejected the claim.")
    assert found.surfaces("Zuwara Post") == ["Zuwara Post"]


@pytest.mark.parametrize("text", ["The Zintapress news agency named her.", "Zintapress news agency named her."])
def test_a_news_agency_is_the_name_before_it(told, text):
    found = told(f"{text} Zintapress said Rosa Ejik had left.")
    assert found.surfaces("Zintapress") == ["Zintapress news agency", "Zintapress"]


def test_police_are_the_one_police_body_of_the_article(told):
    found = told("The Zuwara Police Department arrested ten men. Police freed them later.")
    assert "Police" in found.surfaces("Zuwara Police Department")


def test_police_are_neither_of_two_bodies_nor_told_apart_from_the_one(told):
    two = told("The Zuwara Police Department met the Ghat Police Department. Police arrested ten men.")
    assert "police" in two.names
    other = told("The Zuwara Police Department arrested ten men. Local police freed them later.")
    assert other.surfaces("Zuwara Police Department") == ["Zuwara Police Department", "them"]


@pytest.mark.parametrize("part", ["Senate committee", "Energy Committee"])
def test_a_committee_goes_by_part_of_its_name(told, part):
    found = told(f"The Senate Energy Committee questioned Rosa Ejik. The {part} accused her of lying.")
    assert part in found.surfaces("Senate Energy Committee")


def test_a_committee_is_not_the_other_of_two(told):
    found = told("The Senate Energy Committee met the Senate Farm Committee. The Senate committee praised it.")
    assert "Senate committee" in found.names


def test_administration_officials_are_of_the_one_administration_named(told):
    found = told("The Obama administration met Rosa Ejik. Senior administration officials praised her.")
    assert "Senior administration officials" in found.surfaces("Obama administration")


@pytest.mark.parametrize(
    ("text", "body", "own"),
    [
        (
            "The Zuwara Supreme Court met. A federal appeals court had freed him.",
            "Zuwara Supreme Court",
            "appeals court",
        ),
        ("The Zuwara Supreme Court told another court to free him.", "Zuwara Supreme Court", "court"),
        (
            "The Ministry of Trade met. The interior ministry rejected the plan.",
            "Ministry of Trade",
            "interior ministry",
        ),
    ],
)
def test_a_noun_that_tells_more_takes_up_no_other_body(told, text, body, own):
    found = told(text)
    assert found.surfaces(body) == [body]
    assert any(name.endswith(own) for name in found.names if name != body)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Zuwara Supreme Court met. The high court freed two men.", "high court", "Zuwara Supreme Court"),
        ("The Ministry of Trade met. The trade ministry rejected the plan.", "trade ministry", "Ministry of Trade"),
    ],
)
def test_a_noun_that_tells_the_same_takes_up_the_body(told, text, words, name):
    assert words in told(text).surfaces(name)


def test_a_party_is_no_group(told):
    found = told("The Zuwara Relief Union met. The Coastal Party left. The group rejected the plan.")
    assert found.surfaces("Coastal Party") == ["Coastal Party"]


def test_a_previous_administration_is_not_the_sitting_one(told):
    text = "Barack Obama spoke. The Obama administration met Rosa Ejik. The previous administration had praised her."
    assert told(text).surfaces("Obama administration") == ["Obama administration"]


def test_a_body_of_a_persons_is_one_however_its_owner_is_told(told):
    found = told("Elena Rossi's transition team met. The Rossi transition team left. Ms. Rossi's transition team sued.")
    assert len(found.surfaces("Elena Rossi's transition team")) == 3


def test_bodies_of_two_of_a_surname_are_two(told):
    found = told("Elena Rossi's transition team met. Mark Rossi's transition team left.")
    assert {"Elena Rossi's transition team", "Mark Rossi's transition team"} <= set(found.names)


def test_a_network_is_no_paper(told):
    found = told("Zuwara Network aired it. The Zuwara Herald met Rosa Ejik. The network praised her.")
    assert found.surfaces("Zuwara Herald") == ["Zuwara Herald"]


def test_a_company_is_taken_up_by_where_it_is_based(told):
    found = told("Kestrel Energy Ltd. closed two mines. The Toronto-based company fired ten men.")
    assert "Toronto-based company" in found.surfaces("Kestrel Energy Ltd")


def test_letters_are_those_of_a_body_behind_its_place(told):
    found = told("The Indiana Department of Park Services fired him. The DPS said it would pay.")
    assert "DPS" in found.surfaces("Indiana Department of Park Services")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Harlow Police Department left. The police department in Zuwara asked NATO for help.", 2),
        ("The Harlow Police Department left. The police department in Harlow asked NATO for help.", 1),
        ("The Harlow Police Department left. The police department asked NATO for help.", 1),
    ],
)
def test_the_police_of_another_place_are_others(told, text, bodies):
    assert sum("police department" in name.lower() for name in told(text).names) == bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bank of America and Harlow Trust sued Obama.", {"Bank of America"}),
        ("The Ministry of Dams and Roads sued Obama.", {"Ministry of Dams and Roads"}),
    ],
)
def test_a_known_firm_ends_before_and(told_of_all, text, names):
    assert names <= set(told_of_all(text).names)
