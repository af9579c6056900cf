"""Whom a text calls a suspect or an attacker after it told of him."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police arrested Omar Saad in Cairo. The suspect denied it.", "suspect"),
        ("Omar Saad was charged with theft. It rained. The defendant accused Russia.", "defendant"),
        ("Omar Saad went on trial on Monday. Prosecutors accused the defendant of theft.", "defendant"),
        ("Omar Saad shot two sailors on Monday. The gunman fled.", "gunman"),
        ("Omar Saad was identified as the killer. The alleged gunman fled.", "gunman"),
    ],
)
def test_a_suspect_is_the_one_of_whom_a_crime_was_told(told, text, words):
    assert any(found.endswith(words) for found in told(text).surfaces("Omar Saad"))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Saad said a man was caught. The suspect denied it.",
        "Omar Saad left Cairo. The suspect denied it.",
        "Police arrested Omar Saad. A suspect fled.",
        "Police arrested Omar Saad. The suspect who fled denied it.",
        "Police arrested Omar Saad and Jon Holt was charged. The suspect denied it.",
        "Police arrested Omar Saad. It rained. It was hot. It was late. The suspect denied it.",
        "Police arrested Omar Saad. They sought the suspect",
    ],
)
def test_it_may_be_another(told, text):
    surfaces = told(text).surfaces("Omar Saad")
    assert all("suspect" not in words for words in surfaces) or text.endswith("suspect")


def test_an_attacker_of_whom_nothing_else_is_told_is_the_gunman(told):
    found = told("A gunman opened fire in Cairo. Police shot the attacker.")
    assert "attacker" in found.surfaces("gunman")
