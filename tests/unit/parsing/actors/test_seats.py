"""Posts of several places: "the mayors of Turin and Lyon" are one actor, and neither town acts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayors of Turin and Lyon met on Monday.", "mayors of Turin and Lyon"),
        ("The governors of Ohio, Texas and New York met on Monday.", "governors of Ohio, Texas and New York"),
        ("The bishops of Turin, Lyon, and Ghent urged Russia to wait.", "bishops of Turin, Lyon, and Ghent"),
    ],
)
def test_a_list_of_places_belongs_to_their_post(told, text, name):
    found = told(text)
    assert name in found.names
    assert {"Turin", "Lyon", "Texas", "Ohio"}.isdisjoint(found.names)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The mayors of Turin and Savanco met on Monday.", "mayors of Turin"),
        ("The workers of Turin and Savanco met on Monday.", "workers of Turin"),
        ("The governors of Hesse met Russia and Libya.", "governors of Hesse"),
        ("The mayors of towns in Libya met on Monday.", "mayors"),
        ("The mayors of Turin and", "mayors of Turin"),
    ],
)
def test_who_has_no_list_behind_has_none(told, text, other):
    assert all(" and " not in name for name in told(text).names), other
