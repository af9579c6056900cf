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
    ("[Ada] accused [Bo] of lying, which [Bo] denied.", {"Ada"}),
]


@pytest.mark.parametrize(("text", "accusers"), ANSWERED)
def test_who_accused_is_whom_a_denial_answers(text: str, accusers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == "REJECT"]
    answered = {sentence.names[m.actor_id] for c in told for role, m, _, _ in c.slots if role == "target"}
    assert answered == accusers


JUDGED = [
    ("[state:Niger] and [state:Mali] signed an accord. [Ada] condemned the accord.", "ACCUSE", {"Niger", "Mali"}),
    ("[state:Niger] expelled two traders. [Ada] welcomed the decision.", "SUPPORT", {"Niger"}),
    ("[state:Niger] recalled its envoy. [Ada] called the move a mistake.", "ACCUSE", {"Niger"}),
    ("[state:Niger] demanded an apology. [Ada] rejected the demand.", "REJECT", {"Niger"}),
    ("[state:Niger] attacked the port. [Ada] issued a statement condemning the attack.", "ACCUSE", {"Niger"}),
    ("[state:Niger] arrested two traders. [Ada] called the arrests illegal.", "ACCUSE", {"Niger"}),
    ("[state:Niger] released two traders. [Ada] hailed their release.", "SUPPORT", {"Niger"}),
    ("[state:Niger] refused to pay. [Ada] criticised the refusal.", "ACCUSE", {"Niger"}),
    ("[Bo] visited [state:Niger]. [Ada] condemned the visit.", "ACCUSE", {"Bo"}),
    ("[Bo] met [Cy]. [Ada] condemned the meeting.", "ACCUSE", {"Bo", "Cy"}),
    ("[Bo] met [Cy]. [Ada] voiced concern over the meeting.", "ACCUSE", {"Bo", "Cy"}),
    ("[state:Niger] raided a camp. [Ada] voiced anger at the raid.", "ACCUSE", {"Niger"}),
    ("[state:Niger] arrested two traders. [Ada] protested against the arrests.", "PROTEST", {"Niger"}),
    ("[state:Niger] arrested two traders. [Ada] protested against low pay.", "PROTEST", set()),
    ("[state:Niger] raided a camp. [Ada] voiced anger at a raid.", "ACCUSE", set()),
    ("[Bo] met [Ada]. [Ada] called the meeting a mistake.", "ACCUSE", set()),
    ("[Bo] and [Cy] agreed that it was late. [Ada] condemned the accord.", "ACCUSE", set()),
    ("[state:Niger] sentenced two traders. [Ada] condemned the verdict.", "ACCUSE", set()),
    ("[state:Niger] released two traders. [Ada] hailed their skill.", "SUPPORT", set()),
    ("[state:Niger] expelled two traders. [Ada] welcomed a decision on pay.", "SUPPORT", set()),
    ("[state:Niger] bought two cars. [Ada] welcomed the decision.", "SUPPORT", set()),
]


@pytest.mark.parametrize(("text", "kind", "doers"), JUDGED)
def test_a_judgement_of_what_was_done_is_aimed_at_who_did_it(text: str, kind: str, doers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.engagement_type == kind]
    assert doers in [{sentence.names[m.actor_id] for role, m, _, _ in c.slots if role == "target"} for c in told]


WRITTEN = [
    ("[state:Niger] issued a statement in May. The statement accused [Ada] of lying.", {"Niger"}),
    ("In a letter to [Bo], [state:Niger] said it was ill. The letter accused [Ada] of lying.", {"Niger"}),
    ("[state:Niger]'s report is long. The report accused [Ada] of lying.", {"Niger"}),
    ("[state:Niger] read a report. The report accused [Ada] of lying.", set()),
]


@pytest.mark.parametrize(("text", "authors"), WRITTEN)
def test_who_gave_out_a_writing_says_what_it_says(text: str, authors: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.rule_id == "ACCUSE:v:accuse _ of"]
    assert {sentence.names[m.actor_id] for c in told for role, m, _, _ in c.slots if role == "source"} == authors


BLAMED = [
    ('[state:Chad] attacked the port. "This is a crime," [Ada] said.', {"Chad"}),
    ('[Ada] said [state:Chad] had attacked the port. "That was a crime," [Ada] said.', {"Chad"}),
    ('[Ada] accused [Bo] of theft. "That is a crime," [Ada] said.', {"Bo"}),
    ('[Bo] met [Cy]. "This is a crime," [Ada] said.', set()),
    ('[Ada] attacked the port. "This is a crime," [Ada] said.', set()),
    ('[state:Chad] attacked the port. It rained. It was hot. "This is a crime," [Ada] said.', set()),
    ('[state:Chad] attacked the port. "The heat is a crime," [Ada] said.', set()),
]


@pytest.mark.parametrize(("text", "blamed"), BLAMED)
def test_what_is_said_of_this_is_aimed_at_who_did_it(text: str, blamed: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.pos == "e"]
    assert told
    for one in told:
        assert {sentence.names[m.actor_id] for r, m, how, _ in one.slots if r == "target" and how == "poss"} == blamed


ATTACKED = [
    ("[state:Chad] shelled the port. The attack killed four [group:fishermen].", {"Chad"}),
    ("[state:Chad] shelled the port. The attack killed four [group:fishermen] of [state:Chad].", set()),
    ("[state:Chad] shelled the port. It rained. It was hot. The attack killed four [group:fishermen].", set()),
    ("[state:Chad] shelled the port. Another attack killed four [group:fishermen].", set()),
    ("[state:Chad] met [Ada]. The attack killed four [group:fishermen].", set()),
]


@pytest.mark.parametrize(("text", "doers"), ATTACKED)
def test_a_known_attack_is_whose_it_was(text: str, doers: set[str]) -> None:
    sentence = marked(text)
    told = [t.candidate for t in sentence.told() if t.candidate.match.trigger.rule_id.startswith("ASSAULT:v:kill")]
    assert told
    assert {sentence.names[m.actor_id] for c in told for r, m, _, _ in c.slots if r == "source"} == doers


TALKED = [
    ("[Ada] met [Bo] in May. Another round of talks is planned.", {"Ada", "Bo"}),
    ("[Ada] met [Bo] in May. It rained. The meeting was called off.", {"Ada", "Bo"}),
    ("[Ada] met [Bo] in May. It rained. It was hot. The meeting was called off.", set()),
    ("[Ada] met [Bo] in May. [Cy] said the meeting was called off.", set()),
    ("[Ada] met two traders in May. The meeting was called off.", set()),
    ("[Ada] met [Bo] and left. The meeting with [Bo] was brief.", {"Ada"}),
    ("[Ada] met [Bo] in May. The talks with [Bo] lasted an hour.", {"Ada"}),
    ("[Ada] met [Bo] in May. A meeting with [Bo] lasted an hour.", set()),
    ("[Ada] met [Bo] in May. The meeting with [Cy] lasted an hour.", set()),
    ("[Ada] met [Bo] in May. [Cy] said the meeting with [Bo] was long.", set()),
    ("[Ada] praised [Bo] in May. The meeting was called off.", set()),
]


@pytest.mark.parametrize(("text", "sides"), TALKED)
def test_talks_that_name_nobody_are_of_those_who_talked_before(text: str, sides: set[str]) -> None:
    sentence = marked(text)
    told = [t for t in sentence.told() if t.sentence and t.candidate.match.trigger.engagement_type == "CONSULT"]
    assert told
    for one in told:
        assert {sentence.names[m.actor_id] for _, m, how, _ in one.candidate.slots if how == "poss"} == sides
