"""What the words right around a verb or a noun leave no doubt of: was it done?"""

from __future__ import annotations

import pytest
from marked import marked

CHAD, NIGER = "[state:Chad]", "[state:Niger]"
# (text, type, status)
SETTLED = [
    (f"{CHAD} nearly attacked {NIGER}.", "ASSAULT", "not_occurred"),
    (f"{CHAD} almost bombed {NIGER} in May.", "ASSAULT", "not_occurred"),
    (f"{CHAD} attacked nearly all of {NIGER}.", "ASSAULT", "occurred"),
    (f"{CHAD} is believed to have attacked {NIGER}.", "ASSAULT", "occurred"),
    (f"{CHAD} claimed to have bombed {NIGER}.", "ASSAULT", "occurred"),
    (f"{CHAD} is thought to be bombing {NIGER}.", "ASSAULT", "ongoing"),
    (f"{CHAD} was thought to be bombing {NIGER}.", "ASSAULT", "occurred"),
    (f"{CHAD} is not believed to have bombed {NIGER}.", "ASSAULT", "not_occurred"),
    (f"{CHAD} was to have bombed {NIGER}.", "ASSAULT", "not_occurred"),
    ("[Ada] hoped to have met [Bo].", "CONSULT", "proposed"),
    ("[Ada] stopped short of meeting [Bo].", "CONSULT", "not_occurred"),
    (f"{CHAD} is on the verge of attacking {NIGER}.", "ASSAULT", "planned"),
    (f"{CHAD} is on the brink of attacking {NIGER}.", "ASSAULT", "planned"),
    (f"{CHAD} did not rule out attacking {NIGER}.", "ASSAULT", "proposed"),
    (f"{CHAD} ruled out attacking {NIGER}.", "ASSAULT", "not_occurred"),
    (f"{CHAD} has occupied {NIGER} since May.", "COERCE", "ongoing"),
    (f"{CHAD} has detained an envoy of {NIGER} that had served since May.", "COERCE", "occurred"),
    (f"{CHAD} had occupied {NIGER} since May.", "COERCE", "occurred"),
    (f"{CHAD} has bombed {NIGER} twice since May.", "ASSAULT", "occurred"),
    (f"{CHAD} is trying to seize the port.", "ASSAULT", "ongoing"),
    (f"{CHAD}, which at the time was trying to capture the port, armed {NIGER}.", "ASSAULT", "ongoing"),
    (f"{CHAD} had been trying to capture the port.", "ASSAULT", "occurred"),
    (f"{CHAD} was not trying to seize the port.", "ASSAULT", "not_occurred"),
    (f"Fighting between {CHAD} and {NIGER} entered its fourth day.", "ASSAULT", "ongoing"),
    ("[Ada] thanked [Bo] at a dinner during talks with [Cy].", "CONSULT", "occurred"),
    ("The pact agreed during talks between [Ada] and [Bo] is void.", "CONSULT", "occurred"),
]
DENIED = [
    (f"[Ada] rejected claims that {CHAD} had bombed {NIGER}.", "not_occurred"),
    (f"[Ada] dismissed as false reports that {CHAD} had bombed {NIGER}.", "not_occurred"),
    (f"[Ada] denied a report by [Bo] that {CHAD} bombed {NIGER}.", "not_occurred"),
    (f"There was no truth in claims that {CHAD} bombed {NIGER}.", "not_occurred"),
    (f"It is untrue that {CHAD} bombed {NIGER}.", "not_occurred"),
    (f"It was not true that {CHAD} bombed {NIGER}.", "not_occurred"),
    (f"The report that {CHAD} bombed {NIGER} is false.", "not_occurred"),
    (f"Claims that {CHAD} bombed {NIGER} were not true.", "not_occurred"),
    (f"[Ada] repeated claims that {CHAD} had bombed {NIGER}.", "occurred"),
    (f"[Ada] did not reject claims that {CHAD} had bombed {NIGER}.", "occurred"),
    (f"It is wrong that {CHAD} bombed {NIGER}.", "occurred"),
    (f"The report that {CHAD} bombed {NIGER} is not false.", "occurred"),
]
BY_NOUNS = [
    ("A visit to [state:Chad] by [Bo], originally set for June, was put off.", "CONSULT", "not_occurred"),
    ("[Ada] put the talks with [Bo] on hold.", "CONSULT", "not_occurred"),
    ("[Ada] put the talks with [Bo] on the front page.", "CONSULT", "occurred"),
    ("[Ada] is not in talks with [Bo].", "CONSULT", "not_occurred"),
    ("A meeting between [Ada] and [Bo] is still on the calendar.", "CONSULT", "planned"),
    ("The details of the talks between [Ada] and [Bo] will remain secret.", "CONSULT", "occurred"),
    ("A round of talks between [Ada] and [Bo] will follow.", "CONSULT", "planned"),
    ("[Ada] is on a visit to [state:Chad].", "CONSULT", "ongoing"),
    ("[Ada] will be on a visit to [state:Chad].", "CONSULT", "planned"),
    ("[Ada] was on a visit to [state:Chad].", "CONSULT", "occurred"),
    ("[Ada] would have been on a visit to [state:Chad].", "CONSULT", "not_occurred"),
    ("[Ada] is in Rome for talks with [Bo].", "CONSULT", "occurred"),
    ("[Ada] visits [state:Chad] on Monday.", "CONSULT", "planned"),
    ("On Monday [Ada] meets [Bo].", "CONSULT", "planned"),
    ("[Ada] meets [Bo] in Rome on Monday, May 4, 2015.", "CONSULT", "occurred"),
    ("[Ada] met [Bo] on Monday.", "CONSULT", "occurred"),
]
# (text, type, status): "no" is part of the mention as texts have it
NOBODY = [
    ("[group:No rebels] attacked [state:Chad].", "ASSAULT", "not_occurred"),
    ("Not [group:a single rebel] attacked [state:Chad].", "ASSAULT", "not_occurred"),
    ("[group:A single rebel] attacked [state:Chad].", "ASSAULT", "occurred"),
    ("[state:Chad] attacked [group:no rebels].", "ASSAULT", "not_occurred"),
]


def statuses(text: str, kind: str) -> set[str]:
    told = [one.candidate for one in marked(text).told()]
    strong = [c for c in told if int(c.match.trigger.strength) >= 6 and c.match.trigger.engagement_type == kind]
    return {c.status for c in strong}


@pytest.mark.parametrize(("text", "kind", "status"), SETTLED + BY_NOUNS + NOBODY)
def test_what_the_words_around_settle(text: str, kind: str, status: str) -> None:
    assert statuses(text, kind) == {status}


@pytest.mark.parametrize(("text", "status"), DENIED)
def test_what_is_said_to_be_untrue(text: str, status: str) -> None:
    assert statuses(text, "ASSAULT") == {status}
