"""Whose offer or request is taken or turned down, where the answer does not say so itself."""

from __future__ import annotations

import pytest
from marked import marked

ANSWERED = [
    ("[state:Niger] proposed a truce. [state:Chad] accepted the proposal.", "AGREE", {"Niger"}),
    ("[state:Niger] asked [state:Chad] for arms. [state:Chad] agreed.", "AGREE", {"Niger"}),
    ("[state:Niger] asked [state:Chad] for arms. [state:Chad] agreed on Monday.", "AGREE", {"Niger"}),
    ("[state:Niger] put forward a plan. [state:Chad] rejected the plan.", "REJECT", {"Niger"}),
    ("[state:Niger] offered talks. [state:Chad] turned down the offer.", "REJECT", {"Niger"}),
    ("[state:Niger] offered talks. [state:Chad] rejected a plan.", "REJECT", set()),
    ("[state:Niger] offered talks. [state:Chad] rejected the plan of [Ada].", "REJECT", {"Ada"}),
    ("[state:Niger] asked [state:Mali] for arms. [state:Chad] agreed.", "AGREE", set()),
    ("[state:Niger] asked [state:Chad] for arms. [state:Chad] agreed to leave.", "AGREE", set()),
    ("[state:Niger] read a plan. [state:Chad] rejected the plan.", "REJECT", set()),
]


@pytest.mark.parametrize(("text", "kind", "offerers"), ANSWERED)
def test_an_answer_is_to_who_made_the_offer(text: str, kind: str, offerers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == kind and t.sentence]
    others = [{sentence.names[m.actor_id] for _, m, _, _ in c.slots} - {"Chad"} for c in told]
    assert others
    assert offerers in others if offerers else not any(others)
