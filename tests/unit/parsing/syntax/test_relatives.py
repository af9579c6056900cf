"""Verbs after a relative clause: their subject stands before its pronoun."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.verbs import verb_group


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("[Ada] of the guild who attacked [Cy] met [Bo].", "met", ["Ada"]),
        ("The [group:rebels] that spied on [Cy] in May met [Bo].", "met", ["rebels"]),
        ("The [group:rebels] who want to bomb [Cy] met [Bo].", "met", ["rebels"]),
        ("The [group:officials] who are in [state:Chad] met [Bo].", "met", ["officials"]),
        ("The strike that killed [Cy] has angered [Bo].", "angered", []),
        ("Two bridges linking [Cy] with [state:Chad] met [Bo].", "met", []),
        ("The [group:men] accused of killing [Cy] met [Bo].", "met", ["men"]),
        ("[Ada], whose envoy [Cy] met [Bo], left.", "met", ["Cy"]),
        ("[group:Troops] loyal to [Cy] met [Bo].", "met", ["Troops"]),
        ("The man who said [Cy] met [Bo] left.", "met", ["Cy"]),
        ("The man who fears that [Cy] met [Bo] left.", "met", ["Cy"]),
        ("[Ada] was among [group:mayors] who met [Bo].", "met", ["Ada"]),
        ("[Ada], one of the [group:mayors] who met [Bo], left.", "met", ["Ada"]),
        ("[Ada] has been one of dozens of [group:people] who met [Bo].", "met", ["Ada"]),
        ("[Ada] is the mother of a [person:clerk] who met [Bo].", "met", ["clerk"]),
    ],
)
def test_subject_after_a_relative_clause(text: str, verb: str, who: list[str]) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    slot, _ = subject_of(parse, verb_group(parse, parse.words.index(verb)))
    assert sentence.of(slot.mentions if slot else []) == who
