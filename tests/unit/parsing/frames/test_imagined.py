"""What is told of nobody: questions of what would be, novels and films, and wordings in another sense."""

from __future__ import annotations

import pytest
from marked import marked

CHAD, NIGER = "[state:Chad]", "[state:Niger]"
NOTHING = [
    f"What if {CHAD} invaded {NIGER}?",
    f"What would happen if {CHAD} bombed {NIGER}?",
    f"If {CHAD} attacked {NIGER}, would [organization:NATO] fight?",
    f"The novel tells how {CHAD} invaded {NIGER}.",
    f"A film by [Ada] shows how {CHAD} bombed {NIGER}.",
    f"{CHAD} crushed {NIGER} in a friendly in May.",
    f"{CHAD} will meet {NIGER} in the semifinal.",
    f"{CHAD} will meet in the semifinals.",
    f"{CHAD} arrested the slide in its currency.",
    "[Ada] attacked the problem of inflation.",
    "[Ada] accused himself of laziness.",
    "[organization:Arsenal] fired its head coach.",
    "The plan of [Ada] met with approval.",
    f"{CHAD} surrendered the lead to {NIGER}.",
]
SOMETHING = [
    (f"{CHAD} will attack {NIGER} if it arms the rebels.", "ASSAULT"),
    (f"[Ada] asked if {CHAD} would attack {NIGER}?", "ASSAULT"),
    (f"The film festival closed as {CHAD} bombed {NIGER}.", "ASSAULT"),
    (f"The report shows how {CHAD} bombed {NIGER}.", "ASSAULT"),
    ("[Ada] met [Bo] in the final week of May.", "CONSULT"),
    (f"{CHAD} arrested an envoy of {NIGER}.", "COERCE"),
    ("[Ada] accused [Bo] of laziness.", "ACCUSE"),
]


def types(text: str) -> set[str]:
    told = [one.candidate.match.trigger for one in marked(text).told()]
    return {trigger.engagement_type for trigger in told if int(trigger.strength) >= 6}


@pytest.mark.parametrize("text", NOTHING)
def test_of_nobody(text: str) -> None:
    assert types(text) == set()


@pytest.mark.parametrize(("text", "kind"), SOMETHING)
def test_of_somebody(text: str, kind: str) -> None:
    assert kind in types(text)
