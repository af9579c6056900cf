"""Did it happen? What tense, modals, negation and governing verbs say, before any weights."""

from __future__ import annotations

import pytest
from marked import marked

STATUSES = [
    ("[Ada] met [Bo].", "CONSULT", "occurred"),
    ("[Ada] has met [Bo].", "CONSULT", "occurred"),
    ("[Ada] had met [Bo].", "CONSULT", "occurred"),
    ("[Ada] will meet [Bo].", "CONSULT", "planned"),
    ("[Ada] is to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] was to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] was to have met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] was due to have met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] would have met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] should have met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] is due to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] is expected to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] is scheduled to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] plans to meet [Bo].", "CONSULT", "planned"),
    ("[Ada] may meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] might meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] could meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] should meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] hopes to meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] offered to meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] is willing to meet [Bo].", "CONSULT", "proposed"),
    ("[Ada] did not meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] didn't meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] has not met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] never met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] will not meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] cannot meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] has yet to meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] refused to meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] declined to meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] denied meeting [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] denied having met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] denied that [Cy] had met [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] left without meeting [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] cancelled a meeting with [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] called off a meeting with [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] postponed a meeting with [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] ruled out a meeting with [Bo].", "CONSULT", "not_occurred"),
    ("The meeting between [Ada] and [Bo] was cancelled.", "CONSULT", "not_occurred"),
    ("The meeting between [Ada] and [Bo] was called off.", "CONSULT", "not_occurred"),
    ("The meeting between [Ada] and [Bo] did not take place.", "CONSULT", "not_occurred"),
    ("A cancelled meeting of [Ada] and [Bo] was rescheduled.", "CONSULT", "not_occurred"),
    ("The meeting between [Ada] and [Bo] is scheduled for May.", "CONSULT", "planned"),
    ("[Ada] spoke ahead of talks with [Bo].", "CONSULT", "planned"),
    ("An upcoming meeting with [Bo] worries [Ada].", "CONSULT", "planned"),
    ("[Ada] called for talks with [Bo].", "CONSULT", "proposed"),
    ("[Ada] proposed talks with [Bo].", "CONSULT", "proposed"),
    ("[Ada] held talks with [Bo].", "CONSULT", "occurred"),
    ("[Ada] will hold talks with [Bo].", "CONSULT", "planned"),
    ("[Ada] did not hold talks with [Bo].", "CONSULT", "not_occurred"),
    ("If [Ada] meets [Bo], there will be peace.", "CONSULT", "proposed"),
    ("[state:Chad] is attacking [state:Niger].", "ASSAULT", "ongoing"),
    ("[state:Chad] attacked [state:Niger].", "ASSAULT", "occurred"),
    ("[state:Chad] did not invade [state:Niger].", "ASSAULT", "not_occurred"),
    ("[state:Chad] denied invading [state:Niger].", "ASSAULT", "not_occurred"),
    ("[state:Chad] may invade [state:Niger].", "ASSAULT", "proposed"),
    ("[state:Chad] threatened to invade [state:Niger].", "ASSAULT", "proposed"),
    ("[state:Chad] failed to invade [state:Niger].", "ASSAULT", "not_occurred"),
    ("[state:Chad] agreed not to attack [state:Niger].", "ASSAULT", "not_occurred"),
    ("[state:Chad] began shelling [state:Niger].", "ASSAULT", "ongoing"),
    ("[Ada] accused [state:Chad] of attacking [state:Niger].", "ASSAULT", "occurred"),
    ("[Ada] said [state:Chad] would attack [state:Niger].", "ASSAULT", "planned"),
    ("[state:Niger] was attacked by [state:Chad].", "ASSAULT", "occurred"),
    ("[state:Niger] may be attacked by [state:Chad].", "ASSAULT", "proposed"),
    ("[state:Niger] was not attacked by [state:Chad].", "ASSAULT", "not_occurred"),
    ("[state:Niger] is being attacked by [state:Chad].", "ASSAULT", "ongoing"),
    ("[Ada] is urging [Bo] to leave.", "REQUEST", "occurred"),
    ("[state:Chad] managed to invade [state:Niger].", "ASSAULT", "occurred"),
    ("[Ada] will call [Cy] and meet [Bo].", "CONSULT", "planned"),
    ("[Ada] plans to sign the law and then meet [Bo].", "CONSULT", "planned"),
    ("[Ada] could fly to Rome, meet [Bo] and return.", "CONSULT", "proposed"),
    ("[Ada] did not call or meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] did not, however, meet [Bo].", "CONSULT", "not_occurred"),
    ("[Ada] will, she said, meet [Bo].", "CONSULT", "planned"),
    ("[state:Chad] did not, however, attack [state:Niger].", "ASSAULT", "not_occurred"),
    ("[state:Chad] is growing its army and attacking [state:Niger].", "ASSAULT", "ongoing"),
    ("[state:Chad] went on shelling [state:Niger].", "ASSAULT", "ongoing"),
    ("[state:Chad] has continued to shell [state:Niger].", "ASSAULT", "ongoing"),
    ("[state:Niger] was being attacked by [state:Chad].", "ASSAULT", "ongoing"),
    ("[Ada] is visiting [state:Chad].", "CONSULT", "ongoing"),
    ("[Ada] is visiting [state:Chad] next week.", "CONSULT", "planned"),
    ("When [Ada] meets [Bo] on Thursday she will ask for more.", "CONSULT", "planned"),
    ("[Ada] announced that she was sending troops to [state:Chad].", "MOBILIZE", "planned"),
    ("[Ada] will try to calm [Bo] by promising aid.", "AGREE", "planned"),
    ("[Ada] will leave on Monday, meeting with [Bo].", "CONSULT", "planned"),
    ("[Ada] asked about sending troops to [state:Chad].", "MOBILIZE", "proposed"),
    ("[Ada] urged [state:Niger] to act, sending troops to [state:Chad].", "MOBILIZE", "proposed"),
    ("[state:Chad] fired on [state:Niger] to drive it back, killing six soldiers.", "ASSAULT", "occurred"),
    ("[Ada] said she would meet [Bo] if he asked.", "CONSULT", "proposed"),
    ("Should [Ada] meet [Bo], there will be peace.", "CONSULT", "proposed"),
    ("[Ada] was due to meet [Bo] but cancelled.", "CONSULT", "not_occurred"),
    ("[state:Chad] and [state:Niger] signed no agreement.", "AGREE", "not_occurred"),
    ("Talks between [Ada] and [Bo] are still to take place.", "CONSULT", "planned"),
    ("Talks between [Ada] and [Bo] resume on Monday.", "CONSULT", "planned"),
    ("[Cy] said talks between [Ada] and [Bo] would resume on Monday.", "CONSULT", "planned"),
    (
        "An agreement between [state:Chad] and [state:Niger], which took months, will be signed on Friday.",
        "AGREE",
        "planned",
    ),
    ("Talks between [Ada] and [Bo] have yet to take place.", "CONSULT", "not_occurred"),
    ("A visit by [Ada] to [state:Chad] is not planned.", "CONSULT", "not_occurred"),
    ("A visit by [Ada] to [state:Chad] is out of the question.", "CONSULT", "not_occurred"),
    ("A visit by [Ada] to [state:Chad] that had been set for May has been scrapped.", "CONSULT", "not_occurred"),
    ("A meeting between [Ada] and [Bo] is possible.", "CONSULT", "proposed"),
    ("Talks between [Ada] and [Bo] are under way.", "CONSULT", "ongoing"),
    ("Talks between [Ada] and [Bo] continued.", "CONSULT", "ongoing"),
    ("Talks between [Ada] and [Bo] held in Rome ended.", "CONSULT", "occurred"),
]
HEADLINES = [
    ("[Ada] meets [Bo]", "CONSULT", "occurred"),
    ("[Ada] to meet [Bo]", "CONSULT", "planned"),
    ("[state:Chad] attacks [state:Niger]", "ASSAULT", "occurred"),
]


def statuses(text: str, kind: str, *, title: bool = False) -> set[str]:
    told = marked(text).told(has_title=title)
    strong = [c for c in (one.candidate for one in told) if int(c.match.trigger.strength) >= 6]
    return {c.status for c in strong if c.match.trigger.engagement_type == kind}


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_status_in_a_sentence(text: str, kind: str, status: str) -> None:
    assert statuses(text, kind) == {status}


@pytest.mark.parametrize(("text", "kind", "status"), HEADLINES)
def test_status_in_a_headline(text: str, kind: str, status: str) -> None:
    assert statuses(text, kind, title=True) == {status}
