"""Full names that the registry knows written otherwise, and given names that are a state's."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize("name", ["Angela D. Merkel", "Angela Merkel III", "Angie Merkel", "Angie D. Merkel"])
def test_who_holds_office_is_known_by_other_forms_of_the_full_name(told, name):
    assert told(f"{name} criticized Russia.").names == ["Angela Merkel", "Russia"]


def test_a_namesake_out_of_office_is_another(told):
    text = told("Barack H. Obama criticized Germany.", day=date(2021, 3, 1))
    assert "Barack H. Obama" in text.names


def test_another_given_name_is_another_person(told):
    assert "Brian H. Obama" in told("Brian H. Obama criticized Germany.").names


def test_a_states_name_is_a_given_name_before_a_surname_named_alone(told):
    text = told("Jordan Whitlock met Angela Merkel. Whitlock criticized Germany.")
    assert text.surfaces("Jordan Whitlock") == ["Jordan Whitlock", "Whitlock"]
    assert "Jordan" not in text.names


def test_a_state_stays_one_before_a_title(told):
    text = told("Jordan Foreign Minister Sami Nasr met Angela Merkel. Nasr criticized Germany.")
    assert text.found.actors[text.actor("Sami Nasr")].country_iso3 == "JOR"
