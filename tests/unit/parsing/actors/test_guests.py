"""Hosts, guests and rivals taken up: "his guest" is the other of the two who met, "its rival" the other of two."""

from __future__ import annotations

import pytest

GUESTS = [
    ("Mark Haddad received Anna Keller on Monday. He thanked his guest for the help.", "guest", {"Anna Keller"}),
    ("Mark Haddad received Anna Keller on Monday. Keller praised her host.", "host", {"Mark Haddad"}),
    ("Mark Haddad received Anna Keller and Jane Roe. He thanked his guest for the help.", "guest", set()),
    ("Mark Haddad received Anna Keller on Monday. Jane Roe thanked her guest.", "guest", set()),
    ("Mark Haddad received Anna Keller on Monday. He was a guest of the town.", "guest", set()),
]


@pytest.mark.parametrize(("text", "word", "whom"), GUESTS)
def test_a_guest_is_the_other_who_met(told, text, word, whom):
    assert {name for name in told(text).names if word in told(text).surfaces(name)} == whom


RIVALS = [
    ("Russia shelled Libya. Tripoli accused its neighbour of lying.", "neighbour", {"Russia"}),
    ("Germany and Russia signed a pact. Germany thanked its Russian neighbour.", "Russian neighbour", {"Russia"}),
    ("Anna Keller debated Mark Haddad. Keller accused her opponent of lying.", "opponent", {"Mark Haddad"}),
    ("Savanco sued Clearwater. Savanco accused its rival of theft.", "rival", {"Clearwater"}),
    ("Mark Haddad met Anna Keller, Jane Roe and Omar Saad. He urged his hosts to wait.", "hosts",
     {"Anna Keller", "Jane Roe", "Omar Saad"}),
    ("Anna Keller debated Mark Haddad. Keller accused her opponent, Jane Roe, of lying.", "opponent", set()),
    ("Anna Keller debated Mark Haddad. Keller faces her opponent in May.", "opponent", set()),
    ("Anna Keller met Mark Haddad and Jane Roe. Keller accused her rival of lying.", "rival", set()),
    ("Germany and Russia signed a pact. Germany urged its Libyan neighbour to hurry.", "Libyan neighbour", set()),
    ("Anna Keller met Mark Haddad. Keller accused her neighbour of lying.", "neighbour", set()),
    ("Anna Keller debated Mark Haddad. Keller left with her opponent", "opponent", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "whom"), RIVALS)
def test_a_rival_or_neighbour_is_the_other_of_two(told, text, words, whom):
    found = told(text)
    several = {"Russia", "Germany", "Libya", "Clearwater", "Savanco", "Mark Haddad", "Jane Roe", "Omar Saad"}
    several |= {"Anna Keller"}
    assert {name for name in several & set(found.names) if words in found.surfaces(name)} == whom
