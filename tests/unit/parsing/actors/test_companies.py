"""Companies and other bodies that a text names in full and in short."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Kestrel Energy Ltd. sued Rosa Ejik. She accused Kestrel of fraud.", "Kestrel Energy Ltd", "Kestrel"),
        ("Ergen Motor Co. closed. Ergen said it would pay.", "Ergen Motor Co", "Ergen"),
        ("Zuwara Sands Holdings closed. Zuwara Sands fired ten men.", "Zuwara Sands Holdings", "Zuwara Sands"),
        ("The Ejik Center for Peace met. The Ejik Center left.", "Ejik Center for Peace", "Ejik Center"),
    ],
)
def test_a_company_goes_by_its_name_without_what_sort_it_is(told, text, name, short):
    assert short in told(text).surfaces(name)


@pytest.mark.parametrize(
    "text",
    [
        "Harlow Energy Ltd. sued. A crowd gathered in Harlow. Harlow rejected the plan.",
        "National Energy Ltd. sued. The national team left. National pride suffered.",
    ],
)
def test_a_place_or_a_common_word_is_no_company(told, text):
    name = " ".join(text.split()[:3]).rstrip(".")
    assert told(text).surfaces(name) == [name]


def test_a_known_company_with_its_sort_is_that_company(told):
    found = told("Savanco Oil Company sued Germany. Savanco accused Berlin of theft.")
    assert found.surfaces("Savanco") == ["Savanco Oil Company", "Savanco"]
