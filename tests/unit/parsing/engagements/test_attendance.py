"""Who is told to have been at talks by a sentence of its own."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.engagements.attendance import attendances
from pipelines.parsing.engagements.attending import add_attending
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.settling import Kept


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Ada] also attended.", ["Ada"]),
        ("[Ada] attended the talks.", ["Ada"]),
        ("[Ada] attended a school in Oran.", []),
        ("[Ada] attended parliament.", []),
        ("[Ada] did not attend.", []),
        ("[Ada] and [Bo] took part.", ["Ada", "Bo"]),
        ("[Ada] took part in the protest.", []),
        ("[Ada] was also present.", ["Ada"]),
        ("[Ada] was not present.", []),
        ("Also present were [Ada] and [Bo].", ["Ada", "Bo"]),
        ("Among those attending were [Ada] and [Bo].", ["Ada", "Bo"]),
        ("Also at the table was [Ada].", ["Ada"]),
        ("Also attending was [Ada].", ["Ada"]),
        ("[Ada] was also there.", ["Ada"]),
        ("[Ada] was part of the delegation.", ["Ada"]),
        ("With [Cy] at the talks were [Ada] and [Bo].", ["Ada", "Bo"]),
        ("[Cy] spoke, with [Ada] also in attendance.", ["Ada"]),
        ("[Cy] was accompanied by [Ada].", ["Ada"]),
        ("[Ada] accompanied [Cy].", ["Ada"]),
        ("His delegation also included [Ada] and [Bo].", ["Ada", "Bo"]),
        ("The meeting began late and included officials, among them [Ada].", ["Ada"]),
        ("The book included [Ada].", []),
        ("A delegation included [Ada].", []),
        ("The delegation was led by [Ada].", ["Ada"]),
        ("[Ada] headed the delegation.", ["Ada"]),
        ("[Ada] headed the company.", []),
        ("[Ada] represented [state:Chad].", ["Ada"]),
    ],
)
def test_sentences_that_tell_who_was_there(text: str, names: list[str]) -> None:
    told = marked(text)
    assert told.of([m for found in attendances(told.parse()) for m in found.mentions]) == names


def attended(text: str, status: str = "occurred") -> list[list[str]]:
    told = marked(text)
    claims = [
        Kept(one, status, [Reach(m, role, set(), 0.9) for role, m, _, _ in one.candidate.slots])
        for one in told.told()
        if one.candidate.slots and one.candidate.match.trigger.head in ("meet", "visit")
    ]
    for kept in claims:
        kept.ids = frozenset(r.mention.actor_id for r in kept.participants)
    add_attending(claims)
    return [[f"{told.names[r.mention.actor_id]}/{r.role}" for r in kept.participants] for kept in claims]


def test_who_was_there_took_part_in_the_talks_told_last() -> None:
    text = "[Ada] met [Bo]. [Ada] met [Cy]. [Dee] also attended."
    assert attended(text) == [
        ["Ada/participant", "Bo/participant"],
        ["Ada/participant", "Cy/participant", "Dee/participant"],
    ]


def test_talks_told_long_before_are_not_spoken_of() -> None:
    text = "[Ada] met [Bo]. [Ada] slept. [Ada] ate. [Ada] sang. [Dee] also attended."
    assert attended(text) == [["Ada/participant", "Bo/participant"]]


def test_who_is_with_a_guest_is_a_guest_and_with_nobody_known_nobody() -> None:
    assert attended("[Ada] visited [state:Chad]. [Ada] was accompanied by [Dee].") == [
        ["Ada/guest", "Chad/host", "Dee/guest"]
    ]
    assert attended("[Ada] visited [state:Chad]. [Bo] was accompanied by [Dee].") == [["Ada/guest", "Chad/host"]]


def test_who_will_attend_took_no_part_in_what_is_over() -> None:
    text = "[Ada] met [Bo]. [Dee] will also attend."
    assert attended(text) == [["Ada/participant", "Bo/participant"]]
    assert attended(text, "planned") == [["Ada/participant", "Bo/participant", "Dee/participant"]]
