"""Governments told by a noun: which state they are."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Germany freed two men. The opposition told the government to resign.", "government", "Germany"),
        ("Germany freed two men. The union accused the government of hiding it.", "government", "Germany"),
        (
            "Nigeria freed two men. Mexico sent a ship. Rosa Ejik accused the government of hiding the bill.",
            "government",
            "Nigeria",
        ),
        (
            "The federal government sued. Two states fought the United States in court.",
            "federal government",
            "United States",
        ),
        (
            "Nigeria freed two men. Nigeria paid them. Mexico sent a ship. The government denied it.",
            "government",
            "Nigeria",
        ),
        ("Nigeria jailed editors. The hardline regime denied it.", "hardline regime", "Nigeria"),
        ("Moscow stayed out. The Moscow government denied it.", "Moscow government", "Russia"),
    ],
)
def test_a_government_told_by_its_noun_is_the_states(told, text, words, name):
    assert words in told(text).surfaces(name)


def test_a_government_is_no_state_where_a_body_goes_by_that_noun(told):
    found = told("Libya is split. The Government of Coastal Unity met. The government rejected the plan.")
    assert "government" not in found.surfaces("Libya")
