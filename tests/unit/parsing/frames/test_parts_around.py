"""Who takes part in an act though the wording's own phrase does not name them: members, orders, harm, clauses."""

from __future__ import annotations

import pytest
from marked import marked

PARTS = [
    # who is named of those told before
    ("All members voted in favor of the bill, including [Ada] and [Bo].", "SUPPORT", {"source": ["Ada", "Bo"]}),
    (
        "Western states, such as [state:Peru] and [state:Chad], met [Bo].",
        "CONSULT",
        {"participant": ["Peru", "Chad", "Bo"]},
    ),
    ("[Ada] met envoys, among them [Bo] and [Cy].", "CONSULT", {"participant": ["Ada", "Bo", "Cy"]}),
    ("[Ada] blamed deputies like [Bo] and [Cy].", "ACCUSE", {"source": ["Ada"], "target": ["Bo", "Cy"]}),
    ("The council, led by [Ada], urged [Bo] to leave.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("A delegation led by [Ada] met [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] met a delegation led by [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] met two envoys, [Bo] and [Cy], on Monday.", "CONSULT", {"participant": ["Ada", "Bo", "Cy"]}),
    ("Ten people were killed by [state:Chad], including [Bo].", "ASSAULT", {"target": ["Bo"], "source": ["Chad"]}),
    ("[Ada] met envoys, [Bo] and [Cy] said.", "CONSULT", {"participant": ["Ada"]}),
    ("[Ada] met the crew of a tour led by [Bo].", "CONSULT", {"participant": ["Ada"]}),
    # by the verb over it
    ("[Ada] ordered the army to bomb [state:Chad].", "ASSAULT", {"target": ["Chad"], "source": ["Ada"]}),
    ("[Ada] ordered that aid to [state:Chad] be suspended.", "SANCTION", {"source": ["Ada"]}),
    ("[Ada] sat down with [Bo] to discuss trade.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] asked [Bo] to discuss trade.", "CONSULT", {"participant": ["Bo"]}),
    # whom an attack harms that a noun tells, and of whom a charge tells
    ("The airstrike that killed [Ada] angered many.", "ASSAULT", {"target": ["Ada"]}),
    ("[Ada] was killed by [*state:Chadian] gunfire.", "ASSAULT", {"source": ["Chadian"], "target": ["Ada"]}),
    ("[Ada] denied [Bo]'s claim that [Cy] had lied.", "ACCUSE", {"source": ["Bo"], "target": ["Cy"]}),
    # who did what is judged
    ("[Ada] slammed the tariffs imposed by [state:Chad].", "ACCUSE", {"source": ["Ada"], "target": ["Chad"]}),
    ("Police used water cannons to disperse [group:crowds].", "ASSAULT", {"target": ["crowds"]}),
    ("[Ada] agreed that [Bo] should leave.", "AGREE", {"participant": ["Ada"]}),
    ("[Ada] denied that [Bo] had left.", "REJECT", {"source": ["Ada"]}),
    ("[Ada] rejected [state:Mali]'s demand.", "REJECT", {"source": ["Ada"], "target": ["Mali"]}),
    ("[Ada] welcomed the [*state:Malian] offer.", "SUPPORT", {"source": ["Ada"], "target": ["Malian"]}),
    ("An agreement signed in May by [Ada] and [Bo] ended it.", "AGREE", {"participant": ["Ada", "Bo"]}),
    ("[group:soldiers] crossed into [state:Mali].", "MOBILIZE", {"source": ["soldiers"], "target": ["Mali"]}),
    # lists inside a wording
    (
        "[Ada] urged [state:Peru], [state:Mali] and [Bo] to leave.",
        "REQUEST",
        {"source": ["Ada"], "target": ["Peru", "Mali", "Bo"]},
    ),
    (
        "[Ada] accused [state:Peru], [state:Mali] and [Bo] of fraud.",
        "ACCUSE",
        {"source": ["Ada"], "target": ["Peru", "Mali", "Bo"]},
    ),
    ("[state:Peru] granted [Ada] asylum.", "AID", {"source": ["Peru"], "target": ["Ada"]}),
    ("Not only [Ada] but also [Bo] met [Cy].", "CONSULT", {"participant": ["Ada", "Bo", "Cy"]}),
    # after the verb under a noun
    ("Clashes erupted in May between [state:Chad] and [state:Mali].", "ASSAULT", {"participant": ["Chad", "Mali"]}),
    ("Talks took place on Monday between [Ada] and [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] voiced concern about [state:Mali].", "ACCUSE", {"source": ["Ada"], "target": ["Mali"]}),
    # passives that share their auxiliary over what stands between
    ("[Ada] was praised by [Bo] but blamed by [Cy].", "ACCUSE", {"source": ["Cy"], "target": ["Ada"]}),
    ("[Ada] was arrested in May and deported to [state:Mali].", "COERCE", {"target": ["Ada", "Mali"]}),
    ("[Ada] was elected in May and deported [Bo].", "COERCE", {"source": ["Ada"], "target": ["Bo"]}),
    # who repels an attack undergoes it
    ("[state:Chad] repelled an attack by [state:Mali].", "ASSAULT", {"target": ["Chad"], "source": ["Mali"]}),
    ("[state:Chad] fended off [state:Mali]'s assault.", "ASSAULT", {"target": ["Chad"], "source": ["Mali"]}),
    ("[state:Chad] repelled [state:Mali].", "ASSAULT", {"source": ["Chad"], "target": ["Mali"]}),
    # the raid that killed, and what is fired into a state
    ("[Ada] ordered the strike that killed [Bo].", "ASSAULT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[state:Mali] launched a raid on Friday that killed [Bo].", "ASSAULT", {"source": ["Mali"], "target": ["Bo"]}),
    ("A [*state:Chadian] raid in May that killed [Bo] failed.", "ASSAULT", {"source": ["Chadian"], "target": ["Bo"]}),
    ("A raid in the east of [state:Mali] that killed [Bo] failed.", "ASSAULT", {"target": ["Bo"]}),
    # a clause on whoever stands before its pronoun
    ("[Ada] left the [group:sailors] [it] seized in May.", "COERCE", {"source": ["it"], "target": ["sailors"]}),
    ("[Ada] told [Bo] [she] had attacked.", "ASSAULT", {"source": ["she"]}),
    # what belongs to another clause
    ("[state:Chad] hailed [state:Mali] as [state:Peru] left.", "SUPPORT", {"source": ["Chad"], "target": ["Mali"]}),
    ("[Ada] praised [state:Mali], which has since sent [Bo] arms.", "AID", {"source": ["Mali"], "target": ["Bo"]}),
]


@pytest.mark.parametrize(("text", "kind", "parts"), PARTS)
def test_parts(text: str, kind: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts(kind)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[state:Chad] expelled an envoy. [state:Mali] condemned the expulsion.", ["Chad"]),
        ("[state:Chad] shelled a town. The attack was condemned by [state:Mali].", ["Chad"]),
        ("[state:Chad] shelled a town. [state:Mali] condemned an attack.", []),
        ("[state:Chad] shelled a town. [state:Mali] condemned the attack by [Ada].", ["Ada"]),
        ("[state:Chad] shelled a town. [state:Mali] condemned the arrest.", []),
        ("[state:Chad] shelled a town. [state:Chad] condemned the attack.", []),
    ],
)
def test_what_is_said_of_an_act_told_before_is_aimed_at_who_did_it(text: str, targets: list[str]) -> None:
    told = marked(text)
    last = [t for t in told.told() if t.candidate.match.trigger.engagement_type == "ACCUSE"][-1]
    assert told.of([m for role, m, _, _ in last.candidate.slots if role == "target"]) == targets


def test_what_is_fired_into_a_state_is_fired_at_it() -> None:
    (told, *_) = marked("[state:Chad] fired rockets into [state:Mali].").told()
    assert [(role, how, name) for role, _, how, name in told.candidate.slots][-1] == ("target", "head", "at")
