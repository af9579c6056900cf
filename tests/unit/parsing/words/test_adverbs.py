"""Adverbs of several words: they part no subject from its verb."""

from __future__ import annotations

import pytest
from marked import marked


@pytest.mark.parametrize("adverb", ["so far", "at least", "not only", "never before", "by and large", "long since"])
def test_an_adverb_after_the_auxiliary_parts_nothing(adverb: str) -> None:
    told = marked(f"[Ada] has {adverb} met [Bo].")
    slots = told.told()[0].candidate.slots
    assert {told.names[m.actor_id] for _, m, how, _ in slots if how == "head"} == {"Ada", "Bo"}


@pytest.mark.parametrize("words", ["at least ten", "so far from", "no longer than"])
def test_the_same_words_elsewhere_are_no_adverb(words: str) -> None:
    parse = marked(f"[Ada] met {words} days.").parse()
    assert parse.tags[parse.words.index(words.split()[0])] in "PDS"
