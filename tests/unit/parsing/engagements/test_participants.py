"""What is known of those around an act when it is judged whether they take part."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.engagements.participants import actors_in_reach
from pipelines.parsing.engagements.taking_part import choose_participants
from pipelines.parsing.linear import participant_model
from pipelines.parsing.reference import Reference


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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("[state:Niger] said [state:Chad] and [state:Mali] accused each other of lying.", {"Chad", "Mali"}),
        ("[state:Chad] and [state:Mali] blamed one another, [state:Niger] said.", {"Chad", "Mali"}),
        ("[state:Chad] and [state:Mali] accused [state:Niger] of lying.", {"Chad", "Mali", "Niger"}),
    ],
)
def test_what_two_do_to_each_other_is_of_nobody_else(text: str, who: set[str]) -> None:
    sentence, model = marked(text), Reference().compiled(participant_model)
    (told,) = [t for t in sentence.told() if t.candidate.match.trigger.rule_id.startswith(("ACCUSE:v:a", "ACCUSE:v:b"))]
    taken = choose_participants(told, actors_in_reach(told), model)
    assert {sentence.names[r.mention.actor_id] for r in taken} == who
