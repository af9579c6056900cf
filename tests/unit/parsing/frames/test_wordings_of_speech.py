"""Wordings of what is done by speaking, and the same words where nobody blames, asks, backs or gives in."""

from __future__ import annotations

import pytest
from marked import lexicon, marked

from pipelines.parsing.frames.triggers import find_matches

TOLD = [
    ("[Ada] badmouthed [Bo].", "ACCUSE"),
    ("[Ada] was withering about [Bo].", "ACCUSE"),
    ("[Ada] aimed a barb directed at [Bo].", "ACCUSE"),
    ("[Ada] wagged a finger at [Bo].", "ACCUSE"),
    ("[Bo] came in for stern criticism from [Ada].", "ACCUSE"),
    ("[Ada] called the plan of [Bo] boorish.", "ACCUSE"),
    ("[Ada] described [Bo] as a charlatan.", "ACCUSE"),
    ("[Ada] derided the vote as a shambles.", "ACCUSE"),
    ("[Ada] called the vote a backward step.", "ACCUSE"),
    ("[Ada] voiced her indignation.", "ACCUSE"),
    ("[Ada] said [Bo] should be ashamed.", "ACCUSE"),
    ("[Ada] swung her weight behind [Bo].", "SUPPORT"),
    ("[Ada] described [Bo] as a statesman.", "SUPPORT"),
    ("[Ada] gave [Bo] a vote of confidence.", "SUPPORT"),
    ("[Ada] baulked at the plan.", "REJECT"),
    ("[Ada] gave [Bo] the cold shoulder.", "REJECT"),
    ("[Ada] weighed in against the plan.", "REJECT"),
    ("[Ada] knocked down the claim.", "REJECT"),
    ("[Ada] called on [Bo] to order a raid.", "REQUEST"),
    ("[Ada] strong-armed [Bo] into a retreat.", "REQUEST"),
    ("[Ada] added her voice to calls for a truce.", "REQUEST"),
    ("[Ada] dangled the threat of sanctions.", "THREATEN"),
    ("[Ada] told [Bo] there would be consequences.", "THREATEN"),
    ("[Ada] rowed back on the tax.", "CONCEDE"),
    ("[Ada] ate her words.", "CONCEDE"),
    ("[Ada] walked back her pledge to [Bo].", "CONCEDE"),
    ("The court overturned the ruling on [Bo].", "REJECT"),
    ("[Ada] toned down her rhetoric.", "CONCEDE"),
    ("[Ada] bowed to pressure.", "CONCEDE"),
    ("[Ada] gave [Bo] her word.", "AGREE"),
    ("[Ada] and [Bo] buried the hatchet.", "AGREE"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_wordings_of_speech(text: str, kind: str) -> None:
    kinds = {m.trigger.engagement_type for m in find_matches(marked(text).parse(), lexicon())}
    assert kind in kinds


@pytest.mark.parametrize(
    "text",
    [
        "[Ada] asked [Bo] whether the hall was open.",
        "[Ada] asked [Bo] how the hall was lit.",
        "[Ada] said [Bo] should be proud.",
        "[Bo] must have seen the lamp.",
        "[Ada] saw threatened species.",
        "[state:Chad] warned of thunderstorms.",
        "[state:Chad] issued a storm warning.",
        "[Ada] has broad appeal.",
        "The film won critical praise.",
        "[state:Chad] conceded a goal.",
        "[Ada] was admitted to hospital.",
        "[Ada] walked back to the hall.",
        "[Ada] apologised for the delay.",
        "[Ada] turned down the volume.",
        "[Ada] defended her title.",
        "[Ada] praised God.",
        "[Ada] had made a politically charged choice.",
        "[Bo], the agent in charge of the port, slept.",
        "[Ada] tried for years to swim.",
        "[Ada] has forty pledged delegates.",
        "[Ada] blasted out an email.",
        "[Ada] captured the hearts of the young.",
        "[Bo] was captured on video.",
        "[state:Chad] crashed out of the World Cup.",
        "[Ada] fired a shot wide of the goal.",
        "[Ada] visited her mother.",
        "[Ada] met the deadline.",
        "[Ada] suspended the hearing.",
        "[Ada] made no mistake.",
        "[Ada] beat [Bo] among older voters.",
        "[Ada] settled the outstanding debts.",
        "[Ada] charged up the hill.",
        "[Ada] accepted the award.",
        "[Ada] ordered pizza.",
        "[Ada] called the chamber to order.",
        "[Ada] knocked on doors.",
        "As promised, [Ada] sang.",
    ],
)
def test_the_same_words_where_nothing_is_done_to_anybody(text: str) -> None:
    assert find_matches(marked(text).parse(), lexicon()) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[state:Chad] suspended arms sales to [state:Mali].", "SANCTION"),
        ("[Ada] visited the family of [Bo].", "CONSULT"),
        ("[Ada] fired shots at the bar of [Bo].", "ASSAULT"),
    ],
)
def test_what_only_sounds_like_a_phrase_that_tells_no_act(text: str, kind: str) -> None:
    assert kind in [m.trigger.engagement_type for m in find_matches(marked(text).parse(), lexicon())]


def test_who_asks_somebody_to_do_something_asks_for_it() -> None:
    assert marked("[Ada] asked [Bo] to say whether the hall was open.").parts("REQUEST")


SAID_OF = [
    ('"A disgrace," [Ada] said of [Bo].', {"source": ["Ada"], "target": ["Bo"]}),
    ('"It is a disgrace," [Ada] said Monday of the plan of [Bo].', {"source": ["Ada"], "target": ["Bo"]}),
    # behind the speaker's name it is whose they are
    ('"[Cy] is a disgrace," said [Ada] of [organization:the Guild].', {"source": ["Ada"], "target": ["Cy"]}),
    # who is named in what is said is the one who is judged
    ('"[Cy] is a disgrace," [Ada] said of [Bo].', {"source": ["Ada"], "target": ["Cy"]}),
]


@pytest.mark.parametrize(("text", "parts"), SAID_OF)
def test_of_whom_a_judgement_is_said(text: str, parts: dict[str, list[str]]) -> None:
    assert marked(text).parts("ACCUSE") == [parts]


PARTS = [
    # a judgement behind its object leaves the object whole
    ("[Ada] held the [organization:Guild] responsible for the fire.", {"source": ["Ada"], "target": ["Guild"]}),
    ("[Ada] branded the [organization:Guild] hypocritical.", {"source": ["Ada"], "target": ["Guild"]}),
    ("[Ada] called the [organization:Guild] boorish.", {"source": ["Ada"], "target": ["Guild"]}),
    # a statement blasts whom its writer blasts
    ("[Ada] released a statement blasting [Bo].", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] released a statement condemning [Bo].", {"source": ["Ada"], "target": ["Bo"]}),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_whom_a_judgement_hits(text: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts("ACCUSE")


def test_who_calls_a_claim_baseless_rejects_it() -> None:
    assert {"source": ["Ada"], "target": ["Bo"]} in marked("[Ada] said the claim of [Bo] was baseless.").parts("REJECT")


def test_opposition_to_a_plan_is_nobody() -> None:
    text = "[Ada] voiced opposition to the plan of [Bo]."
    assert {"source": ["Ada"], "target": ["Bo"]} in marked(text).parts("REJECT")


@pytest.mark.parametrize(
    ("said", "blames"),
    [
        ("[Bo] is corrupt", True),
        ("[Bo] is not corrupt", False),
        ("[Bo] has never been a liar", False),
        ("[Bo] isn't a traitor", False),
        ("There was no wrongdoing by [Bo]", False),
        ("It would be neither a crime nor a disgrace for [Bo] to go", False),
        ("[Bo] is not only corrupt", True),
        ("[Bo] is not just a liar", True),
        ("There is no greater coward than [Bo]", True),
        ("Those who did not wait say [Bo] is a liar", True),
        ("No", False),
    ],
)
def test_who_says_that_somebody_is_not_a_liar_does_not_blame(said: str, blames: bool) -> None:
    told = marked(f'"{said}," said [Ada].').told()
    assert any(one.candidate.match.trigger.rule_id == "ACCUSE:e:{bad}" for one in told) == blames
