"""Federal states that go to law, and those that are only a place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("Oregon sued Obama over the rule.", "Oregon", True),
        ("Oregon and Ohio asked the Senate for help.", "Oregon", True),
        ("Oregon and Ohio asked the Senate for help.", "Ohio", True),
        ("NATO sued Oregon.", "Oregon", True),
        ("The lawsuit against North Dakota angered Obama.", "North Dakota", True),
        ("Oregon voted for Obama.", "Oregon", False),
        ("Obama sued NATO in Oregon.", "Oregon", False),
        ("Obama, who won Oregon, asked NATO for help.", "Oregon", False),
        ("In Oregon, Obama accused NATO of lying.", "Oregon", False),
        ("The Oregon House sued Obama.", "Oregon", False),
        ("Police in Salem, Oregon, accused Rosa Ejik.", "Oregon", False),
        ("NATO sued Oregon's governor.", "Oregon", False),
    ],
)
def test_a_federal_state_is_a_body_where_it_goes_to_law(told, text, name, acts):
    assert (name in told(text).names) == acts
