"""Court cases, whose parties act in none of them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("In Harlow v. Reed, the Senate was told to pay.", "Reed"),
        ("Obama praised Rowe v. Germany and the Senate.", "Germany"),
        ("Judges cited Zuwara Union v. Board of Trade of Oslo in June.", "Board of Trade of Oslo"),
        ("The ruling in Niger v. NATO angered Obama.", "NATO"),
    ],
)
def test_the_parties_of_a_case_are_no_actors_by_its_name(told, text, nobody):
    assert nobody not in told(text).names


def test_who_is_a_party_may_act_elsewhere(told):
    found = told("Obama praised Rowe v. NATO. NATO thanked Obama.")
    assert found.surfaces("NATO") == ["NATO"]
    assert found.surfaces("Barack Obama") == ["Obama", "Obama"]


def test_a_contest_is_no_case(told):
    assert {"Barack Obama", "Angela Merkel"} <= set(told("It was Obama vs. Merkel in Oslo.").names)
