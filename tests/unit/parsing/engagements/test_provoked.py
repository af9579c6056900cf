"""Whom an act is aimed at that names nobody: who did something to its doer, or holds those whose release it asks."""

from __future__ import annotations

import pytest
from marked import marked

PROVOKED = [
    ("[state:Niger] accused [state:Chad] of lying. [state:Chad] recalled its ambassador.", "SANCTION", {"Niger"}),
    ("[state:Niger] accused [state:Chad] of lying. [state:Niger] recalled its ambassador.", "SANCTION", {"Chad"}),
    ("[state:Niger] expelled [*state:Chad] envoys. [state:Chad] closed its embassy.", "SANCTION", {"Niger"}),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] vowed to retaliate.", "THREATEN", {"Niger"}),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] protested.", "PROTEST", {"Niger"}),
    ("[state:Niger] fired a missile into the sea. [state:Chad] protested.", "PROTEST", {"Niger"}),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] returned fire.", "ASSAULT", {"Niger"}),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] retaliated with air strikes.", "ASSAULT", {"Niger"}),
    ("[state:Chad] blamed [group:rebels] for the blast. [state:Chad] returned fire.", "ASSAULT", {"rebels"}),
    ("[Ada] accused [Bo] of lying. [Bo] hit back.", "ACCUSE", {"Ada"}),
    ("[Ada] accused [Cy] of lying. [Bo] hit back.", "ACCUSE", set()),
    ("[state:Niger] fired its chief of staff. [state:Chad] protested.", "PROTEST", set()),
    ("[state:Niger] asked [state:Chad] to leave the town. [state:Chad] refused.", "REJECT", {"Niger"}),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] demanded an apology.", "REQUEST", {"Niger"}),
    ("[state:Niger] seized the boat. [state:Chad] demanded its release.", "REQUEST", {"Niger"}),
    ("[state:Niger] seized the boat. [state:Chad] demanded more money.", "REQUEST", set()),
    ("[state:Niger] seized the boat. [state:Chad] demanded that the boat be handed back.", "REQUEST", {"Niger"}),
    ("[state:Niger] detained two nurses. [state:Chad] demanded that they be immediately freed.", "REQUEST", {"Niger"}),
    ("[state:Niger] painted the boat. [state:Chad] demanded that the boat be returned.", "REQUEST", set()),
    ("[state:Niger] seized the boat. [state:Chad] demanded that the port be built.", "REQUEST", set()),
    ("[state:Niger] accused [state:Mali] of lying. [state:Chad] recalled its ambassador.", "SANCTION", set()),
    ("[state:Niger] attacked [state:Chad]. [group:Students] protested.", "PROTEST", set()),
    ("[state:Niger] attacked [state:Chad]. [state:Chad] vowed to respond, [state:Mali] said.", "THREATEN", set()),
    ("[state:Niger] attacked [state:Chad]. It rained. It was hot. [state:Chad] protested.", "PROTEST", set()),
    ("[state:Niger] met [state:Chad]. [state:Chad] vowed to retaliate.", "THREATEN", set()),
]


@pytest.mark.parametrize(("text", "kind", "provokers"), PROVOKED)
def test_what_names_nobody_is_aimed_at_who_provoked_it(text: str, kind: str, provokers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == kind and t.sentence]
    aimed = [{sentence.names[m.actor_id] for role, m, _, _ in c.slots if role == "target"} for c in told]
    assert aimed
    assert provokers in aimed if provokers else not any(aimed)
