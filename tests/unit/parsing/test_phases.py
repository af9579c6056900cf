"""When an act began and when it ended: ranges, and expressions that tell the end."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.circumstances.phases import phases
from pipelines.parsing.circumstances.when import DateOption
from pipelines.parsing.dates import find_dates
from pipelines.parsing.document import parse_document
from pipelines.records import DateBounds

PUBLISHED = DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day")


def show(bounds: DateBounds) -> str:
    return f"{bounds.earliest or ''}..{bounds.latest or ''} {bounds.precision}"


@pytest.mark.parametrize(
    ("text", "status", "began", "ended"),
    [
        ("They met on April 28.", "occurred", "2021-04-28..2021-04-28 day", ".. unknown"),
        ("They met from April 26 to 28.", "occurred", "2021-04-26..2021-04-26 day", "2021-04-28..2021-04-28 day"),
        ("They meet on May 23-25.", "planned", "2021-05-23..2021-05-23 day", "2021-05-25..2021-05-25 day"),
        ("It hit on April 26 and 28.", "occurred", "2021-04-26..2021-04-28 range", ".. unknown"),
        ("It ran from March to May 2020.", "occurred", "2020-03-01..2020-03-31 month", "2020-05-01..2020-05-31 month"),
        ("They fought from 2011 to 2014.", "occurred", "2011-01-01..2011-12-31 year", "2014-01-01..2014-12-31 year"),
        ("It struck between 2011 and 2014.", "occurred", "2011-01-01..2014-12-31 range", ".. unknown"),
    ],
)  # fmt: skip
def test_a_range_has_two_ends(text: str, status: str, began: str, ended: str) -> None:
    expression = find_dates(parse_document(text), PUBLISHED)[0]
    assert [show(bounds) for bounds in phases(DateOption(expression, frozenset()), [], status, PUBLISHED)] == [
        began,
        ended,
    ]


@pytest.mark.parametrize(
    ("text", "status", "ended"),
    [
        ("The truce holds until Friday.", "ongoing", "2021-05-07..2021-05-07 day"),
        ("The truce held until Friday.", "occurred", ".. unknown"),  # the last one or the next
        ("The truce held until May 2020.", "occurred", "2020-05-01..2020-05-31 month"),
    ],
)
def test_until_tells_the_end(text: str, status: str, ended: str) -> None:
    expression = find_dates(parse_document(text), PUBLISHED)[0]
    option = DateOption(expression, frozenset(("here", "relation=until", "verbs=right0")))
    assert show(phases(None, [option], status, PUBLISHED)[1]) == ended


def test_what_tells_the_end_does_not_tell_the_beginning() -> None:
    expression = find_dates(parse_document("The truce held until 2019."), PUBLISHED)[0]
    option = DateOption(expression, frozenset(("here", "relation=until", "verbs=right0")))
    began, ended = phases(option, [option], "occurred", PUBLISHED)
    assert (show(began), show(ended)) == ("..2019-12-31 range", "2019-01-01..2019-12-31 year")


def test_the_end_of_another_act_is_not_taken() -> None:
    expression = find_dates(parse_document("The truce holds until Friday."), PUBLISHED)[0]
    for cues in (
        {"here", "relation=until", "verbs=right1"},
        {"here", "relation=until", "verbs=right0", "clause=right"},
    ):
        assert phases(None, [DateOption(expression, frozenset(cues))], "ongoing", PUBLISHED)[1] == DateBounds()
