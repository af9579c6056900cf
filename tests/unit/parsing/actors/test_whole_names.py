"""Names whole and of the right kind: nothing cut off, nothing taken in that does not belong, no thing for an actor."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rally was opened by Don Carver on Monday.", "Don Carver"),
        ("Executive editor Dean Walsh praised the staff.", "Dean Walsh"),
        ("Law school Dean Maria Kessler rejected the plan.", "Maria Kessler"),
        ("The raid was led by Syed Malik.", "Syed Malik"),
    ],
)
def test_a_title_before_one_name_only_may_be_a_given_name(told, text, name):
    assert name in told(text).names


@pytest.mark.parametrize(
    "text",
    [
        "The Holt Act was praised by Peter Lindgren.",
        "They attacked the Fair Powers Act.",
        "Peter Lindgren signed the VOTE Act.",
        "He met Peter Lindgren on Marston Avenue.",
    ],
)
def test_what_a_law_or_a_street_is_called_by_is_no_actor(told, text):
    assert [name for name in told(text).names if name[0].isupper()] in ([], ["Peter Lindgren"])


def test_a_suffix_goes_with_the_name_before_it_and_a_number_is_nobody(told):
    found = told("Aron Luther King Jr. led the march. Section IV rejected it. Hall, III, said no.")
    assert "Aron Luther King Jr" in found.names
    assert not {"Jr", "IV", "III"} & set(found.names)


def test_a_prize_is_nobody(told):
    assert told("The editor got the Axel Marston Award and accused them.").names == ["editor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were arrested by St. Louis Police on Monday.", "St. Louis Police"),
        ("The St. Merrin Police Department denied it.", "St. Merrin Police Department"),
        ("The senator met Lucas St. Merrin on Monday. St. Merrin thanked him.", "Lucas St. Merrin"),
    ],
)
def test_saint_is_part_of_a_name(told, text, name):
    assert name in told(text).names


def test_a_town_of_a_saint_is_no_actor(told):
    assert told("The St. Paul rally was opened by the police. St. Merrin voted.").names == ["police"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oversight and Rural Reform Committee accused him.", "Oversight and Rural Reform Committee"),
        ("It hit a House Harbour and Commerce Subcommittee.", "House Harbour and Commerce Subcommittee"),
        ("The Allied Food & Garment Workers Union sued.", "Allied Food & Garment Workers Union"),
        ("The National Police Chiefs' Council accused ministers.", "National Police Chiefs' Council"),
        ("He met the Laborers’ Union of North Ruritania.", "Laborers’ Union of North Ruritania"),
        ("The Office of the Inspector General accused them.", "Office of the Inspector General"),
        ("The Ninth Circuit Court of Appeals blocked it.", "Ninth Circuit Court of Appeals"),
    ],
)
def test_a_body_keeps_all_words_of_its_name(told, text, name):
    assert name in told(text).names


@pytest.mark.parametrize(
    "text", ["Peter Lindgren and Rural Reform Committee members met.", "Russia and Rural Reform Committee members met."]
)
def test_who_is_named_beside_a_body_is_no_part_of_its_name(told, text):
    assert "Rural Reform Committee" in told(text).names


def test_small_words_with_capitals_end_a_name(told):
    found = told("He read it in Sen. Richard Carr Is Not Just a Friend and praised Richard Carr.")
    assert found.surfaces("Richard Carr") == ["Sen. Richard Carr", "Richard Carr"]
    assert not any("Not" in name for name in found.names)


def test_a_surname_that_is_a_title_too_is_known_before_a_suffix(told):
    assert told("Aron Luther King Jr. led the march. King praised them.").surfaces("Aron Luther King Jr")[-1] == "King"


def test_a_number_behind_a_name_leaves_the_person_known(told):
    assert told("Rosa Ejik III rejected it.").names == ["Rosa Ejik"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Oslo-based Peter Lindgren led the march.",
        "Peter Lindgren led an attack in Tropical Storm Marvin.",
        "They told Peter Lindgren of Hurricane Sandra. Sandra struck at night.",
    ],
)
def test_what_describes_and_storms_are_nobody(told, text):
    assert [name for name in told(text).names if name[0].isupper()] == ["Peter Lindgren"]


def test_a_paper_with_the_article_is_no_person(told):
    assert "person" not in [
        a.actor_kind for a in told("It was told by the editors of The Marvin on Monday.").found.actors
    ]
