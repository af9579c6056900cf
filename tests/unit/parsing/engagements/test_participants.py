"""What is known of those around an act when it is judged whether they take part."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.engagements.participants import actors_in_reach


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("[Ada] met [Bo], said [Cy].", "ab"),
        ("[Ada] accused [Bo], said [Cy].", "ab"),
        ("Talks with [Bo] began, said [Cy].", "p"),
        ("Talks began, said [Cy].", "none"),
    ],
)
def test_where_two_are_known_to_meet_both_sides_are_known(text: str, sure: str) -> None:
    sentence = marked(text)
    told = sentence.told()[0]
    (cy,) = [r for r in actors_in_reach(told) if sentence.names[r.mention.actor_id] == "Cy"]
    assert f"slot=none:sure={sure}" in cy.cues
