"""People and bodies told by what they are, in lower case."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ranchers blocked the road to Harlow.", "ranchers", "group"),
        ("Police freed six hikers near Zuwara.", "hikers near Zuwara", "group"),
        ("The managers accused NATO.", "managers", "group"),
        ("A drug cartel attacked Merkel.", "drug cartel", "organization"),
        ("The imam accused Merkel.", "imam", "person"),
        ("An informant accused Merkel.", "informant", "person"),
        ("The gunman attacked Merkel.", "gunman", "person"),
        ("A court in Harlow jailed Rosa Ejik.", "court in Harlow", "organization"),
    ],
)
def test_who_acts_is_offered_by_what_he_is(told, text, name, kind):
    found = told(text)
    names = [actor for actor in found.names if actor == name or actor == name.split(" near ")[0]]
    assert names
    assert found.kind(names[0]) == kind


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Merkel said the court erred.", "court"),  # of no place, and none told of before
        ("The office of Rosa Ejik signed the deal.", "office of Rosa Ejik"),
    ],
)
def test_a_body_of_no_place_is_not(told, text, nobody):
    assert nobody not in told(text).names
