"""To whom an act is done where that is no plain object: behind another verb, inside a wording, as who did it."""

from __future__ import annotations

import pytest
from marked import Marked, marked

PARTS = [
    # behind another verb
    ("[Ada] ruled out arming [Bo].", "REJECT", ["Bo"]),
    ("[Ada] voted against letting [Bo] into the hall.", "REJECT", ["Bo"]),
    ("[Ada] denied arming [Bo].", "REJECT", []),
    ("[Ada] denied a part in the raid on [Bo].", "REJECT", []),
    ("[Ada] denied the claims by [Bo].", "REJECT", ["Bo"]),
    ("[Ada] will never recognise [state:Chad].", "REJECT", ["Chad"]),
    ("[Ada] would not apologise to [Bo].", "REJECT", ["Bo"]),
    ("[Ada]'s threat to bomb [state:Chad] worked.", "THREATEN", ["Chad"]),
    ("[Ada] threatened to throw out [Bo].", "THREATEN", ["Bo"]),
    # of whom something is asked
    ("[Ada] threatened to use force unless [Bo] left.", "THREATEN", ["Bo"]),
    ("[Ada] threatened to use force if [Bo] came.", "THREATEN", ["Bo"]),
    ("If [Bo] does not leave, [Ada] warned, the port will burn.", "THREATEN", ["Bo"]),
    ("[Ada] is trying to get [Bo] to resign.", "REQUEST", ["Bo"]),
    ("[Ada] sent a note to [Bo] seeking compensation.", "REQUEST", ["Bo"]),
    ("[group:Farmers] rallied to demand that [Bo] resign.", "PROTEST", ["Bo"]),
    ("[group:Farmers] took to the streets, urging [Bo] to resign.", "PROTEST", ["Bo"]),
    # of whom something is said
    ("[Ada] brushed off allegations that [Bo] had lied.", "ACCUSE", ["Bo"]),
    ("[Ada] repeated her demands that [Bo] resign.", "REQUEST", ["Bo"]),
    ("[Ada] expressed anger when [Bo] left.", "ACCUSE", ["Bo"]),
    ("[Ada], under pressure from [Bo], left.", "REQUEST", ["Ada"]),
    ("[Ada] has been under pressure from [Bo].", "REQUEST", ["Ada"]),
    ("[Ada] would not wage war against [Bo].", "REJECT", ["Bo"]),
    # inside the wording
    ("[Ada] dismissed [*state:Chadian] allegations.", "REJECT", ["Chadian"]),
    ("[Ada] called [state:Chad]'s [Bo] a liar.", "ACCUSE", ["Bo"]),
    ("[Ada] gave the [state:Comoros] [*group:coast guard] boats.", "AID", ["Comoros"]),
    ("[Ada] denounced [Bo] as an ally of [Cy].", "ACCUSE", ["Bo"]),
    ("[Ada] sent [group:doctors] to [state:Chad].", "AID", ["Chad"]),
    ("[Ada] applauded the [organization:Lake Union]'s decision.", "SUPPORT", ["Lake Union"]),
    ("[Ada] challenged New Town mayor [Bo]'s plan.", "REJECT", ["Bo"]),
    ("[Ada] called for [Bo]'s resignation.", "REQUEST", ["Bo"]),
    ("[Ada] dismissed retired [Bo]'s offer.", "REJECT", ["Bo"]),
    ("[Ada] described [Bo]'s probe as a witch hunt.", "ACCUSE", ["Bo"]),
    ("[Ada] rejected [organization:Rangers]' offer.", "REJECT", ["Rangers"]),
    ("[Ada] condemned the [organization:Lake Union] ruling.", "ACCUSE", ["Lake Union"]),
    ("[Ada] fined [Bo] 40 million euros.", "SANCTION", ["Bo"]),
    # whose it is that is judged
    ("[Ada] turned down a truce offered by [Bo].", "REJECT", ["Bo"]),
    ("[Ada] boycotted a speech by [Bo].", "PROTEST", ["Bo"]),
    # after its own preposition
    ("[Ada] recalled the envoy from [state:Chad].", "SANCTION", ["Chad"]),
    ("[Ada] exported tanks and rifles to [state:Chad].", "AID", ["Chad"]),
    ("[Ada] exported 40 million dollars' worth of arms to [state:Chad].", "AID", ["Chad"]),
    ("Drones made by [Ada] were supplied to [Bo].", "AID", ["Bo"]),
]


def targets(text: Marked, kind: str) -> list[str]:
    """Return to whom the first act of a type is done: the surely told, else the less surely."""
    told = [t for t in text.told() if t.candidate.match.trigger.engagement_type == kind]
    assert told, kind
    slots = [(m, how) for role, m, how, _ in told[0].candidate.slots if role == "target"]
    return text.of([m for m, how in slots if how != "deep"])


@pytest.mark.parametrize(("text", "kind", "whom"), PARTS)
def test_to_whom(text: str, kind: str, whom: list[str]) -> None:
    assert targets(marked(text), kind) == whom


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[state:Mali] dropped [its] objections to [state:Chad].", "CONCEDE"),
        ("[state:Mali] closed [its] port to [state:Chad].", "SANCTION"),
        ("[state:Mali] would not extend [its] treaty with [state:Chad].", "REJECT"),
    ],
)
def test_what_is_the_doers_own_is_nobody_elses(text: str, kind: str) -> None:
    read = marked(text)
    owner = read.spans[1]
    owner.actor_id, owner.is_pronoun, owner.possessive = read.spans[0].actor_id, True, True
    assert targets(read, kind) == ["Chad"]


@pytest.mark.parametrize("text", ["[Ada] called", "[Ada] said that", "The senate wants [Ada] to", "[Ada] asked for"])
def test_a_wording_may_end_its_text(text: str) -> None:
    assert isinstance(marked(text).told(), list)
