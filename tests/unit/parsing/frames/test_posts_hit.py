"""Whose post, convoy or ship is attacked is attacked as surely as who is named alone."""

from __future__ import annotations

import pytest
from marked import marked


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("[group:Rebels] attacked a [*organization:United Nations] convoy.", ["United Nations"]),
        ("[group:Rebels] shelled two [*organization:United Nations] bases.", ["United Nations"]),
        ("[group:Rebels] attacked a [*state:Chadian] village.", []),
        ("[group:Rebels] attacked [organization:United Nations] in May.", ["United Nations"]),
    ],
)
def test_whose_post_is_hit(text: str, hit: list[str]) -> None:
    found = marked(text).parts("ASSAULT", but=("inner",))
    assert any(parts.get("target", []) == hit for parts in found)
