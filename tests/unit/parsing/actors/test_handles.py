"""Handles, groups told by what they are for, and governments told by their part of a country."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I told @realDonaldTrump that he lied.", "Donald Trump"),
        ("The envoy thanked @SenSanders on Monday.", "Bernie Sanders"),
        ("Her letter went to @StateDept and to the mayor.", "U.S. Department of State"),
    ],
)
def test_a_handle_is_whose_it_is(told_of_all, text, name):
    assert name in told_of_all(text).names


def test_an_address_is_no_handle(told_of_all):
    assert "Bernie Sanders" not in told_of_all("Write to office@sensandersmith.example on Monday.").names


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("On Monday gun control groups criticised the mayor.", "gun control groups"),
        ("In May, civil liberties groups sued the city.", "civil liberties groups"),
        ("The senator met climate change activists.", "climate change activists"),
    ],
)
def test_a_group_goes_by_what_it_is_for(told, text, group):
    assert told(text).kind(group) == "group"


def test_patients_of_a_trial_are_no_group(told):
    assert not [name for name in told("The trial had two control groups, the doctor said.").names if "group" in name]


@pytest.mark.parametrize(
    ("text", "year", "name"),
    [
        ("The rival administration in eastern Libya rejected the deal.", 2018, "Libyan Interim Government"),
        ("The rival administration in eastern Libya rejected the deal.", 2024, "Government of National Stability"),
        ("Haftar praised the eastern government.", 2024, "Government of National Stability"),
    ],
)
def test_libyas_other_government_goes_by_the_east(told_of_all, text, year, name):
    assert name in told_of_all(text, day=date(year, 5, 2)).names


def test_the_east_of_another_country_has_another_government(told_of_all):
    found = told_of_all("In Congo, the eastern government rejected the deal.", day=date(2024, 5, 2))
    assert "Government of National Stability" not in found.names


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("On Monday, congressional Republicans rejected the plan.", "congressional Republicans", True),
        ("He met forces loyal to Haftar on Monday.", "Libyan National Army", True),
        ("On Monday, congressional democrats of old were praised.", "congressional Democrats", False),
    ],
)
def test_a_wording_that_begins_in_lower_case_is_found_inside_a_sentence(told_of_all, text, name, found):
    assert (name in told_of_all(text).names) == found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Trump camp attacked the mayor on Monday.", "Trump campaign", "organization"),
        ("Harbour Restaurants, the owner of a chain, sued the city.", "Harbour Restaurants", "organization"),
    ],
)
def test_camps_and_chains_are_bodies(told_of_all, text, name, kind):
    assert told_of_all(text).kind(name) == kind
