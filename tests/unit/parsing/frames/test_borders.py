"""Against whom a force stands at a border or a coast, and who takes part where things are given."""

from __future__ import annotations

import pytest
from marked import marked

TO_WHOM = [
    ("[state:Chad] massed tanks along [state:Niger]'s border.", "MOBILIZE", ["Niger"]),
    ("[state:Chad] rushed troops to the frontier with [state:Niger].", "MOBILIZE", ["Niger"]),
    ("[state:Chad] rushed troops to [state:Chad]'s border with [state:Niger].", "MOBILIZE", ["Niger"]),
    ("[state:Chad] sent warships to the [*state:Nigerian] coast.", "MOBILIZE", ["Nigerian"]),
    ("[state:Chad] sent an aircraft carrier to waters off [state:Niger].", "MOBILIZE", ["Niger"]),
    ("[state:Chad] stationed ships off [state:Niger].", "MOBILIZE", ["Niger"]),
    ("[state:Chad] rushed troops to the border.", "MOBILIZE", []),
    ("[state:Chad] rushed troops to [state:Chad]'s border.", "MOBILIZE", []),
    ("[state:Chad] massed tanks, and [Ada] crossed the border with [Bo].", "MOBILIZE", []),
    # what is given is nobody to whom it is given
    ("[state:Chad] delivered two [group:helicopters] to [state:Niger].", "AID", ["Niger"]),
    ("[state:Chad] delivered ten trucks and a radar to [state:Niger].", "AID", ["Niger"]),
    # a ship or an outpost is as good as its state
    ("[state:Chad] impounded a [*state:Nigerian] tanker.", "COERCE", ["Nigerian"]),
    ("[group:Rebels] lobbed shells at a [*state:Chadian] outpost.", "ASSAULT", ["Chadian"]),
    ("[state:Chad] confiscated a [*state:Nigerian] film.", "COERCE", []),
]


@pytest.mark.parametrize(("text", "kind", "whom"), TO_WHOM)
def test_to_whom_it_is_done(text: str, kind: str, whom: list[str]) -> None:
    found = marked(text).parts(kind, but=("inner",))
    assert [parts.get("target", []) for parts in found][:1] in ([whom], [])
    assert found or not whom
