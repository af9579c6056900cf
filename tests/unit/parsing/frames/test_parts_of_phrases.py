"""Who takes part by what a phrase says: names after descriptions, those told with others, where something is said."""

from __future__ import annotations

import pytest
from marked import marked

PARTS = [
    # who is named after what they are
    ("[Ada] killed a man named [Bo].", "ASSAULT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] denounced a clerk identified as [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    # who only tells it
    (
        "[group:Soldiers] detained dozens of [group:nomads], a [witness] from the camp and an [official] said.",
        "COERCE",
        {"source": ["Soldiers"], "target": ["nomads"]},
    ),
    ("[Ada] said in a note to [organization:Wire] that the plan rejects [Bo]'s cuts.", "REJECT", {"target": ["Bo"]}),
    # where somebody is from, and where something is said
    ("[Ada] asked for a copy of a call between [Bo] and [Cy] of [state:Chad].", "REQUEST", {"source": ["Ada"]}),
    ("[Ada] mocked the meeting on [organization:Twitter].", "ACCUSE", {"source": ["Ada"]}),
    ("[Ada] denounced [Bo]'s raids on [state:Chad].", "ACCUSE", {"source": ["Ada"], "target": ["Bo", "Chad"]}),
    # those named of the object that a wording's preposition leads to
    (
        "[state:Togo] withdrew support for countries like [state:Chad] and [state:Mali].",
        "SANCTION",
        {"source": ["Togo"], "target": ["Chad", "Mali"]},
    ),
    # a title in quotes within a phrase
    ('[Ada] praised [organization:Wire]\'s "Late Hour" anchor [Bo].', "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    # whose defense it is
    ("[Ada] offered a full defense of [Bo].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada]'s defense of [organization:Ulm] failed.", "SUPPORT", {"source": ["Ada"], "target": ["Ulm"]}),
    # into what is looked, between whom
    ("[organization:Ulm] opened probes into [Ada]'s ties to rebels.", "ACCUSE", {"source": ["Ulm"], "target": ["Ada"]}),
    (
        "[organization:Ulm] is investigating possible links between [Ada] and [state:Chad].",
        "ACCUSE",
        {"source": ["Ulm"], "target": ["Ada", "Chad"]},
    ),
    # who is taken out of a treaty leaves it, and against whom thousands are
    ("[Ada] pulled [state:Chad] out of the nuclear deal.", "SANCTION", {"source": ["Ada", "Chad"]}),
    ("Thousands protested [Ada] at the tower.", "PROTEST", {"target": ["Ada"]}),
    # who stands beside a thing, and who does two things undergone
    ("The [organization:Site] banned the paper and [Bo] in May.", "COERCE", {"source": ["Site"], "target": ["Bo"]}),
    ("The [organization:Site] banned the paper and [Bo] left.", "COERCE", {"source": ["Site"]}),
    (
        "[Ada] was detained and questioned by [group:agents] in May.",
        "COERCE",
        {"source": ["agents"], "target": ["Ada"]},
    ),
    ("Two of [Ada]'s friends, [Bo] and [Cy], were arrested.", "COERCE", {"target": ["Bo", "Cy"]}),
    # two whose efforts they are, two of whom it is said, and to whom an attempt is made
    (
        "[Ada] and [Bo]'s efforts to pressure [state:Chad] failed.",
        "REQUEST",
        {"source": ["Ada", "Bo"], "target": ["Chad"]},
    ),
    ("The clerks allege [Ada] and [Bo] lied.", "ACCUSE", {"target": ["Ada", "Bo"]}),
    ("[Ada] saw an attempt to oust [Bo].", "COERCE", {"target": ["Bo"]}),
    ("[Ada]'s efforts to get [state:Chad] to help failed.", "REQUEST", {"source": ["Ada"], "target": ["Chad"]}),
    # a quotation's verb
    ('"The port is closed," warned [Ada].', "THREATEN", {"source": ["Ada"]}),
]


@pytest.mark.parametrize(("text", "kind", "parts"), PARTS)
def test_parts(text: str, kind: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts(kind)
