from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.parsing.alignment import align, fold


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("met with her", "He met\n  with her.", "met\n  with her"),
        ("  met with\u00a0her ", "He met with her.", "met with her"),
        ('"Yes"', "He said “Yes” twice.", "“Yes”"),
        ("“Yes”", 'He said "Yes" twice.', '"Yes"'),
        ("it's", "So it’s done.", "it’s"),
        ("Al-Sarraj - he", "Al‑Sarraj — he", "Al‑Sarraj — he"),
        ("wait...", "Just wait… now", "wait…"),
        ("cooperation", "the co\u00adoperation pact", "co\u00adoperation"),
        ("Erdoğan", "President Erdog\u0306an left", "Erdog\u0306an"),
        ("Erdog\u0306an", "President Erdoğan left", "Erdoğan"),
        ("US", "USAID and the US", "US"),
        ("office", "the oﬃce", "oﬃce"),
        ("the end.", "This is the end.", "the end."),
    ],
)
def test_typography_is_folded_and_the_place_is_the_texts_own(quote: str, text: str, found: str) -> None:
    span = align(quote, text)
    assert span is not None
    assert text[span[0] : span[1]] == found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("met her", "He met with her."),
        ("Met with", "He met with her."),
        ("cafe", "a café"),
        ("cafe", "a cafe\u0301"),
        ("fi", "the oﬃce"),
        ("", "text"),
        (" \n", "some text"),
        ("text", ""),
        ("He met with her. Again", "He met with her."),
    ],
)
def test_a_word_that_differs_is_another_quote(quote: str, text: str) -> None:
    assert align(quote, text) is None


def test_nearest_to_the_hint_else_the_first() -> None:
    text = "They met. They met. They met."
    assert align("They met", text) == (0, 8)
    assert align("They met", text, 11) == (10, 18)
    assert align("They met", text, 999) == (20, 28)


def test_whole_words_come_before_places_inside_words() -> None:
    text = "An attacker said an attack failed."
    assert align("attack", text) == (text.index("attack failed"), text.index(" failed"))
    assert align("attack", text, 0) == (text.index("attack failed"), text.index(" failed"))
    assert align("attack", "An attacker") == (3, 9)


TEXTS = st.text(alphabet="aA éе“\"'’-–—…\u00ad\u0301\n\t ﬁ½x.", max_size=30)


@settings(deadline=None)  # a busy machine is no error
@given(TEXTS, st.data())
def test_every_stretch_of_whole_characters_is_found_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = align(quote, text, start)
    if span is None:
        bare = fold(quote).chars.strip()
        assert not bare or _cuts_a_character(bare, 0) or _cuts_a_character(text, start) or _cuts_a_character(text, end)
    else:
        assert fold(text[span[0] : span[1]]).chars.strip() == fold(quote).chars.strip()


def _cuts_a_character(text: str, at: int) -> bool:
    """Whether an accent follows: a cut there would leave its letter without it."""
    return bool(re.match("\u00ad*\u0301", text[at:]))


@settings(deadline=None)  # a busy machine is no error
@given(TEXTS, TEXTS)
def test_what_is_found_is_the_quote(quote: str, text: str) -> None:
    span = align(quote, text)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)
        assert fold(text[span[0] : span[1]]).chars.strip() == fold(quote).chars.strip()
