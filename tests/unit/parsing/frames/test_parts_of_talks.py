"""Who takes part in talks, visits, deals and drills, by the grammar of the sentence that tells them."""

from __future__ import annotations

import pytest
from marked import marked

PARTS = [
    # a passive whose subject stands before an insertion
    ("[Bo], the head of a bank, was received by [Ada].", "CONSULT", {"host": ["Ada"], "guest": ["Bo"]}),
    ("[Bo], who was welcomed by [Ada] at the port, left.", "CONSULT", {"host": ["Ada"], "guest": ["Bo"]}),
    # a tour is of the host, a visit of the guest
    ("[Ada] ended a tour of [*state:Chad] by meeting clerks.", "CONSULT", {"guest": ["Ada"], "host": ["Chad"]}),
    ("[Ada] is on a three-day tour of [*state:Chad].", "CONSULT", {"guest": ["Ada"], "host": ["Chad"]}),
    # whom one brings together, and with whom one hosts
    ("[Ada] brought [Bo] and [Cy] together.", "CONSULT", {"mediator": ["Ada"], "participant": ["Bo", "Cy"]}),
    ("[Ada] hosted a summit with [Bo].", "CONSULT", {"host": ["Ada"], "guest": ["Bo"]}),
    # who is sent to talks
    ("[Ada] sent her [group:envoy], [Bo], to meet [Cy].", "CONSULT", {"participant": ["Bo", "Cy"]}),
    ("[Ada] asked an aide, [Bo], to meet [Cy].", "CONSULT", {"participant": ["Bo", "Cy"]}),
    ("[Ada] asked [Bo], a former clerk, to meet [Cy].", "CONSULT", {"participant": ["Bo", "Cy"]}),
    ("[Ada] rang [Bo], a former clerk, to discuss trade.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    # both whom a hyphen joins
    ("A round of [*state:U.S.]-[*state:Chad] talks began.", "CONSULT", {"participant": ["U.S.", "Chad"]}),
    ("[*state:Chad]–[*state:U.S.] talks began.", "CONSULT", {"participant": ["Chad", "U.S."]}),
    # who mediates
    ("[Ada] and [Bo] signed a deal brokered by [Cy].", "AGREE", {"participant": ["Ada", "Bo"], "mediator": ["Cy"]}),
    (
        "[Ada] and [Bo] agreed to leave after talks in the port moderated by [Cy].",
        "AGREE",
        {"participant": ["Ada", "Bo"], "mediator": ["Cy"]},
    ),
    ("[Ada] met [Bo] under the auspices of [Cy].", "CONSULT", {"participant": ["Ada", "Bo"], "mediator": ["Cy"]}),
    ("[Ada] met [Bo] with [Cy]'s mediation.", "CONSULT", {"participant": ["Ada", "Bo"], "mediator": ["Cy"]}),
    (
        "[*state:Chad-brokered] talks between [Ada] and [Bo] began.",
        "CONSULT",
        {"participant": ["Ada", "Bo"], "mediator": ["Chad-brokered"]},
    ),
    (
        "[Ada] and [Bo] signed a [*state:Chad-mediated] deal.",
        "AGREE",
        {"participant": ["Ada", "Bo"], "mediator": ["Chad-mediated"]},
    ),
    # a phrase that opens the sentence ends before its subject
    (
        "Under the truce brokered by [Cy], [Ada] and [Bo] left.",
        "RETREAT",
        {"participant": ["Ada", "Bo"], "mediator": ["Cy"]},
    ),
    ("At a short lunch with reporters after talks with [Bo], [Ada] sang.", "CONSULT", {"participant": ["Bo", "Ada"]}),
    # whose trip holds them
    ("[Ada]'s visit to the coast included talks with [Bo].", "CONSULT", {"participant": ["Bo", "Ada"]}),
    ("[Ada]'s tour of the port ended after talks with [Bo].", "CONSULT", {"participant": ["Bo", "Ada"]}),
    ("[Ada]'s raid included a meeting with [Bo].", "CONSULT", {"participant": ["Bo"]}),
    # whose talks they are, and whence somebody is back
    ("[Ada] prepared for [Bo]'s talks with [Cy].", "CONSULT", {"participant": ["Ada", "Bo", "Cy"]}),
    ("[Ada] held her first talks with [Cy].", "CONSULT", {"participant": ["Ada", "Cy"]}),
    ("[Ada] returned on Sunday from [state:Chad].", "CONSULT", {"guest": ["Ada"], "host": ["Chad"]}),
    # whom one goes to meet
    ("[Ada] made a trip to [state:Chad] to meet with [Bo].", "CONSULT", {"guest": ["Ada"], "host": ["Chad", "Bo"]}),
    ("[Ada] flew to [state:Chad], where she met [Bo].", "CONSULT", {"guest": ["Ada"], "host": ["Chad", "Bo"]}),
    ("[Ada] visited [state:Chad] to thank [Bo].", "CONSULT", {"guest": ["Ada"], "host": ["Chad"]}),
    ("[state:Chad] agreed with [state:Mali] to open the road.", "AGREE", {"participant": ["Chad", "Mali"]}),
    # what talks are about takes no part
    ("[Ada] had long talks on [state:Chad].", "CONSULT", {"participant": ["Ada"]}),
    ("[Ada] had talks on [state:Chad] with [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("An agreement on [state:Chad] with [Ada] was near.", "AGREE", {"participant": ["Ada"]}),
    ("[Ada] left a summit in [state:Chad].", "CONSULT", {}),
    # who is judged for talks has held them
    ("[Ada] blasted [Bo] over a meeting with [Cy].", "CONSULT", {"participant": ["Cy", "Bo"]}),
    ("[Ada] accused [Bo] of secret talks with [Cy].", "CONSULT", {"participant": ["Cy", "Bo"]}),
    ("[Bo] was criticised for a meeting with [Cy].", "CONSULT", {"participant": ["Cy", "Bo"]}),
    # a name is told of by no clause with "that"
    ("[Ada] said in a chat with [Bo] that he had met with [Cy].", "CONSULT", {"participant": ["Cy"]}),
    ("[Ada] met [Bo] herself.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] herself met [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] met on May 5, 2019, with [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] spoke on 5 May with [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    # some of those who are named after "of" are just those
    ("[Ada] met a small group of [group:mayors].", "CONSULT", {"participant": ["Ada", "mayors"]}),
    ("Talks between [Ada] and a group of [group:mayors] began.", "CONSULT", {"participant": ["Ada", "mayors"]}),
    ("[Ada] and dozens of [group:mayors] met [Bo].", "CONSULT", {"participant": ["Ada", "mayors", "Bo"]}),
    ("[Ada] and [Bo] converged on [state:Chad].", "CONSULT", {"participant": ["Ada", "Bo", "Chad"]}),
]


@pytest.mark.parametrize(("text", "kind", "parts"), PARTS)
def test_parts(text: str, kind: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts(kind)
