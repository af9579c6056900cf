"""Whose a known thing is that is judged: who made it, who said it, who did what its noun's verb tells."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.words.deverbal import verbs_of

JUDGED = [
    ("[Ada] unveiled a plan for schools. [Bo] called the plan reckless.", "ACCUSE", {"Ada"}),
    ("[Ada] published a video on Monday. [Bo] condemned the video.", "ACCUSE", {"Ada"}),
    ("[Ada]'s report came out in May. [Bo] praised the report.", "SUPPORT", {"Ada"}),
    ("[Ada] said it was late. [Bo] rejected the remarks.", "REJECT", {"Ada"}),
    ("[Ada] said it was late. It rained. [Bo] rejected the remarks.", "REJECT", {"Ada"}),
    ("[Ada] named [Cy] as her envoy. [Bo] criticised the choice.", "ACCUSE", {"Ada"}),
    ("[state:Chad] threatened [state:Mali] with force. [state:Mali] dismissed the warning.", "REJECT", {"Chad"}),
    ("[Ada] accused [Bo] of theft. [Bo] brushed off the criticism.", "REJECT", {"Ada"}),
    ("[Ada] commuted ten sentences. It rained. It was hot. [Bo] condemned the commutation.", "ACCUSE", {"Ada"}),
    ("The rules were relaxed by [Ada] in May. [Bo] condemned the relaxation.", "ACCUSE", {"Ada"}),
    ("[Ada] will open two ports. [Bo] welcomed the decision.", "SUPPORT", {"Ada"}),
    ("[state:Chad] warned [state:Mali] of a war. [Bo] shrugged off the warning.", "REJECT", {"Chad"}),
    ("[Ada] signed a law on pay. [Bo] protested in the square against the law.", "PROTEST", {"Ada"}),
    ("[Ada] said [Cy] would close two ports. [Bo] welcomed the decision.", "SUPPORT", {"Cy"}),
    # Nobody's, another's, or told too long before.
    ("[Ada] read a plan. [Bo] rejected the plan.", "REJECT", set()),
    ("[Ada] unveiled a plan for schools. [Bo] called a plan reckless.", "ACCUSE", set()),
    ("[Ada] unveiled a plan for schools. [Bo] rejected the plan of the town.", "REJECT", set()),
    ("[Ada] unveiled a plan for schools. [Bo] rejected another plan.", "REJECT", set()),
    ("[Ada] said it was late. It rained. It was hot. [Bo] rejected the remarks.", "REJECT", set()),
    ("[Ada] accused [Cy] of theft. [Bo] brushed off the criticism.", "REJECT", set()),
    ("[Bo] unveiled a plan for schools. [Bo] called the plan reckless.", "ACCUSE", set()),
    ("[Ada] signed a law on pay. [Bo] protested in the square against low pay.", "PROTEST", set()),
    ("[Ada] found two ports. [Bo] praised the finding.", "SUPPORT", set()),
    ("[Ada] impeached [Cy] in May. [Bo] criticised the impeachment inquiry.", "ACCUSE", set()),
    ("[Ada] asked [Cy] to open the ports. [Bo] welcomed the plan.", "SUPPORT", set()),
    ("[Ada] will visit two ports. [Bo] welcomed the law.", "SUPPORT", set()),
    ("[Ada] did not approve the pact. [Bo] condemned the approval.", "ACCUSE", set()),
]


@pytest.mark.parametrize(("text", "kind", "authors"), JUDGED)
def test_what_is_judged_as_known_is_its_author_s(text: str, kind: str, authors: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == kind]
    judging = [c for c in told if any(sentence.names[m.actor_id] == "Bo" for r, m, _, _ in c.slots if r == "source")]
    aimed = [{sentence.names[m.actor_id] for r, m, _, _ in c.slots if r == "target"} for c in judging or told]
    assert authors in aimed if authors else not any(aimed)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("commutation", "commute"), ("decision", "decide"), ("refusal", "refuse"), ("denial", "deny"),
        ("admission", "admit"), ("appointments", "appoint"), ("seizure", "seize"), ("sacking", "sack"),
        ("vetoes", "veto"), ("expansion", "expand"), ("bribery", "bribe"),
    ],
)  # fmt: skip
def test_a_noun_leads_to_its_verb(noun: str, verb: str) -> None:
    assert verb in verbs_of(noun)
    assert "order" not in verbs_of(noun)
