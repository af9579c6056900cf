"""Units of a sentence: found by token, and glosses that are none."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.verbs import verb_group


@pytest.mark.parametrize("gloss", ["(AFRICOM)", "(the LNA)"])
def test_a_gloss_in_brackets_is_stepped_over(gloss: str) -> None:
    sentence = marked(f"[organization:Africa Command] {gloss} attacked [Bo].")
    parse = sentence.parse()
    slot, _ = subject_of(parse, verb_group(parse, parse.words.index("attacked")))
    assert slot is not None
    assert sentence.of(slot.mentions) == ["Africa Command"]


def test_units_are_found_by_token() -> None:
    parse = marked("[Ada Lovelace] met [Bo].").parse()
    assert [parse.unit_at(token) for token in range(5)] == [0, 0, 1, 2, 3]
    assert parse.unit_at(99) == -1


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("[Ada] has a shot at the title.", "N"),
        ("[Ada]'s shot at the title failed.", "N"),
        ("[Ada] shot at [Bo].", "V"),
        ("The guards shot at [Bo].", "V"),
        ("[Ada] was shot at a port.", "V"),
    ],
)
def test_a_noun_that_looks_like_a_past_tense(text: str, tag: str) -> None:
    parse = marked(text).parse()
    assert parse.tags[parse.words.index("shot")] == tag
