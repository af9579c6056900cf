"""Hosts and guests taken up: "his guest" is the other of the two who met."""

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
