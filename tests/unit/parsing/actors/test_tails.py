"""People told apart by what stands behind their noun."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Residents of the camp attacked Merkel.", "residents of the camp"),
        ("The families of the missing sailors sued NATO.", "families of the missing sailors"),
        ("Obama met survivors of the earthquake on Friday.", "survivors of the earthquake"),
        ("Lawyers for the detainees accused Germany.", "lawyers for the detainees"),
        ("Fighters from both camps met Obama.", "fighters from both camps"),
        ("Merkel was attacked by protesters from the north.", "protesters from the north"),
    ],
)
def test_what_follows_a_noun_belongs_to_the_name(told, text, name):
    assert told(text).kind(name) == "group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Merkel accused protesters of lying.", "protesters"),
        ("The residents from Monday attacked Merkel.", "residents"),
        ("Villagers of all ages attacked Merkel.", "villagers"),
        ("The protesters met Merkel for three hours.", "protesters"),
        ("Merkel barred protesters from the hall.", "protesters"),
        ("Merkel accused protesters of the theft.", "protesters"),
        ("Protesters met Obama. Merkel met protesters of the north.", "protesters"),
        ("Merkel listed countries for the new NATO plan.", "countries"),
        ("Residents of the old Ruritanian quarter attacked Merkel.", "residents"),
    ],
)
def test_what_is_no_part_of_the_phrase_is_left_out(told, text, name):
    assert name in told(text).names


def test_one_noun_with_and_without_a_tail_is_one_group(told):
    found = told("Residents of the camp attacked Merkel. The residents met Obama.")
    assert len(found.surfaces("residents of the camp")) == 2
