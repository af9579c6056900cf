"""People who are counted, and families by their surname."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Germany expelled 13 Americans.", "Americans"),
        ("Several young Americans attacked Merkel.", "Americans"),
        ("Thousands of Americans accused Merkel.", "Americans"),
        ("Obama met 4,000 Americans in Berlin.", "Americans in Berlin"),
    ],
)
def test_people_of_a_country_who_are_counted_are_a_group(told, text, name):
    assert told(text).kind(name) == "group"


@pytest.mark.parametrize("text", ["The Americans accused Merkel.", "Merkel accused Americans of lying."])
def test_a_people_that_is_not_counted_stands_for_its_state(told, text):
    assert "Americans" not in told(text).names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa Ejik left. The Ejiks sued NATO.", "Ejik family"),
        ("Adam Jones left. Merkel thanked the Joneses.", "Jones family"),
        ("The Harlow family sued NATO.", "Harlow family"),
        ("Obama met Rosa Ejik's family.", "Rosa Ejik's family"),
    ],
)
def test_a_family_is_a_group(told, text, name):
    assert told(text).kind(name) == "group"


def test_families_of_two_names_are_two(told):
    found = told("The Harlow family sued NATO. The Ejik family thanked NATO, and Rosa Ejik left.")
    assert {"Harlow family", "Ejik family"} <= set(found.names)


@pytest.mark.parametrize(
    "text",
    [
        "The Rangers beat the Packers.",  # nobody's surname
        "Rosa Ejik left. Ejiks sued NATO.",
        "Obama met Rosa Ejik on her family farm. The Ejik family business closed.",
    ],
)
def test_a_team_and_a_thing_are_no_family(told, text):
    assert not [name for name in told(text).names if name.endswith("family")]
