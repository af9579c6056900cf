"""Names whole and of the right kind: nothing cut off, nothing taken in that does not belong, no thing for an actor."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rally was opened by Don Carver on Monday.", "Don Carver"),
        ("Executive editor Dean Walsh praised the staff.", "Dean Walsh"),
        ("Law school Dean Maria Kessler rejected the plan.", "Maria Kessler"),
        ("The raid was led by Syed Malik.", "Syed Malik"),
    ],
)
def test_a_title_before_one_name_only_may_be_a_given_name(told, text, name):
    assert name in told(text).names
