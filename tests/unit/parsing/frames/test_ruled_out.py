"""Force that is ruled out threatens nobody; force that is not ruled out does."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.frames.ruled_out import leaves_open
from pipelines.parsing.syntax.verbs import verb_group


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("[Ada] ruled out force against [Bo].", False),
        ("[Ada] has ruled out force against [Bo].", False),
        ("[Ada] promised to rule out force against [Bo].", False),
        ("[Ada] boasted of having ruled out force against [Bo].", False),
        ("[Ada] did not rule out force against [Bo].", True),
        ("[Ada] has never ruled out force against [Bo].", True),
        ("[Ada] refused to rule out force against [Bo].", True),
        ("[Ada] did not promise to rule out force against [Bo].", True),
        ("[Ada] was reluctant to rule out force against [Bo].", True),
        ("[Ada] left without having ruled out force against [Bo].", True),
    ],
)
def test_what_is_left_open(text: str, open_: bool) -> None:
    parse = marked(text).parse()
    verb = next(u for u, lemma in enumerate(parse.lemma) if lemma == "rule")
    assert leaves_open(parse, verb_group(parse, verb)) is open_
