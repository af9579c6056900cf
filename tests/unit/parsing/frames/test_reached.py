"""Whom an act reaches: who did or said what is judged, who is to do what is asked, and whom a phrase only names."""

from __future__ import annotations

import pytest
from marked import Marked, marked

PARTS = [
    # whose those are by whom it is done
    ("[Ada] was denounced by allies of [Bo].", "ACCUSE", ["Ada"]),
    ("[Ada] was convicted of the theft.", "SANCTION", ["Ada"]),
    # what somebody else does beside it
    ("[Ada] criticised the raid, with [Bo] saying it was late.", "ACCUSE", []),
    ("[Ada] took issue with [Bo].", "ACCUSE", ["Bo"]),
    # what is denied: a charge has somebody who made it, a wrong has not
    ("[Ada] denied any wrongdoing by [Bo].", "REJECT", []),
    ("[Ada] denied a report by [Bo].", "REJECT", ["Bo"]),
    ("[Bo] says [Ada] armed [Cy], which [Ada] denies.", "REJECT", ["Bo"]),
    # with whom somebody only stands in some relation
    ("[Ada] criticised [Bo] over his friendship with [Cy].", "ACCUSE", ["Bo"]),
    ("[Ada] insisted on a wall along the border with [state:Chad].", "REQUEST", []),
    ("[Ada] lodged a complaint with [Bo].", "ACCUSE", ["Bo"]),
    # whose the words or offers are which nobody's name stands before
    ("The day began by welcoming a statement from [Bo].", "SUPPORT", ["Bo"]),
    ("[Bo] said the road was safe, a claim that [Ada] has rejected.", "REJECT", ["Bo"]),
    ("[Bo] said [Bo] had paid, a claim [Ada] denied.", "REJECT", ["Bo"]),
    ("[Bo] offered a loan, an offer that [Ada] has refused.", "REJECT", ["Bo"]),
    ("It was said that the road was safe, a claim that [Ada] has rejected.", "REJECT", []),
    ("[Ada] rejected the view, put forward by [Bo], that it was late.", "REJECT", ["Bo"]),
    ("[Ada] endorsed a plan drawn up by [Bo].", "SUPPORT", ["Bo"]),
    ("[Ada] rejected the plan, cheered by [Bo].", "REJECT", ["Bo"]),
    # who is to do what is asked
    ("[Ada] called for restraint by [state:Chad].", "REQUEST", ["Chad"]),
    ("[Ada] called for the release of [Bo] by [state:Chad].", "REQUEST", ["Chad"]),
    ("[Ada] sought the release of [Bo] held by [Cy].", "REQUEST", ["Cy"]),
    ("There were calls for the release of [Bo] by [state:Chad].", "REQUEST", ["Bo", "Chad"]),
    ("Calls from [Ada] for the removal of [Bo] grew.", "REQUEST", ["Bo"]),
    ("There were calls from [state:Mali] for [state:Chad] to leave.", "REQUEST", ["Chad"]),
    ("Calls from [Ada] for a truce grew.", "REQUEST", []),
    ("[Ada] appealed for calm between [state:Chad] and [state:Mali].", "REQUEST", ["Chad", "Mali"]),
    ("[Ada] urged an end to the war between [state:Chad] and [state:Mali].", "REQUEST", ["Chad", "Mali"]),
    ("[Ada] asked for a record of the call between [Bo] and [Cy].", "REQUEST", []),
    ("[Ada] was pressured by [Bo] to resign.", "REQUEST", ["Ada"]),
    # to whom a refusal is
    ("[Ada] will not hand the men over to [Bo].", "REJECT", ["Bo"]),
    ("[state:Chad] will not give in to [state:Mali]'s demands.", "REJECT", ["Mali"]),
    ("[state:Chad] would not give in to [*state:Malian] pressure.", "REJECT", ["Malian"]),
    ("[Ada] would not deny anybody his right in court.", "REJECT", []),
    # of whom the wording goes on to tell
    ("[Ada] held [Bo] responsible for the fire.", "ACCUSE", ["Bo"]),
    ("[Ada] delivered two mobile [organization:hospitals] to [Bo].", "AID", ["Bo"]),
    # whose the words or the ships are
    ("[Ada] called comments by [Bo] a disgrace.", "ACCUSE", ["Bo"]),
    ("[Ada] called remarks by [*state:Chadian] envoy [*Bo] irresponsible.", "ACCUSE", ["Bo"]),
    ("[Ada] called [Bo] a disgrace.", "ACCUSE", ["Bo"]),
    ("[Ada] seized a [*state:Chadian] tanker.", "COERCE", ["Chadian"]),
    # on what condition something is threatened
    ("It will hit back if [Bo] fires, [Ada] warned.", "THREATEN", ["Bo"]),
    ("If [Bo] is fired there will be hell to pay, [Ada] warned.", "THREATEN", []),
    # ages between those of a list
    ("[Ada] alleged that [Bo], 47, [Cy], 20, and [Di], 37, took part.", "ACCUSE", ["Bo", "Cy", "Di"]),
    ("[Ada] praised [Bo], 47, in May.", "SUPPORT", ["Bo"]),
]


def _targets(text: Marked, kind: str) -> list[str]:
    told = next(t for t in text.told() if t.candidate.match.trigger.engagement_type == kind)
    return sorted(text.of([m for role, m, how, _ in told.candidate.slots if role == "target" and how != "deep"]))


@pytest.mark.parametrize(("text", "kind", "whom"), PARTS)
def test_whom_an_act_reaches(text: str, kind: str, whom: list[str]) -> None:
    assert _targets(marked(text), kind) == whom
