"""Whom a claim answers, by what was told before it: a denial who accused, a judgement of "the attack" who did it."""

from __future__ import annotations

import pytest
from marked import marked

ANSWERED = [
    ("[state:Niger] accused [state:Chad] of arming rebels, which [state:Chad] denied.", {"Niger"}),
    ("[state:Niger] accused [state:Chad] of arming rebels, a charge that [state:Chad] denies.", {"Niger"}),
    ("[state:Niger] blamed [state:Chad] for the raid. [state:Chad] denied any role.", {"Niger"}),
    ("[state:Niger] accused [state:Chad] of arming rebels. [state:Chad] rejected the accusation.", {"Niger"}),
    ("[state:Niger] condemned [state:Chad] in a note. [state:Chad] rejected the criticism.", {"Niger"}),
    ("[state:Niger] said [state:Chad] had shelled its towns. [state:Chad] denied it.", {"Niger"}),
    ("[state:Niger] accused [state:Chad] of arming rebels. [state:Chad] rejected the plan.", set()),
    ("[state:Niger] accused [state:Mali] of arming rebels. [state:Chad] denied it.", set()),
]


@pytest.mark.parametrize(("text", "accusers"), ANSWERED)
def test_who_accused_is_whom_a_denial_answers(text: str, accusers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == "REJECT"]
    answered = {sentence.names[m.actor_id] for c in told for role, m, _, _ in c.slots if role == "target"}
    assert answered == accusers
