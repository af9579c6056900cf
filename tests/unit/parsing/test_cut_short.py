"""Text that ends anywhere, as headings and broken pages do, is coded like any other: nothing looks past its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.records import Article

SAMPLES = Path(__file__).resolve().parents[3] / "seeds" / "articles"
SENTENCES = [
    "Rebels in Chad were fighting for the port.",
    "Chad and Mali are battling to seize the town, said Niger.",
    "Ada Ito, who met Bo Lund in Rome on Monday, was trying to recapture the base.",
    "Chad and Niger have closed their embassies in Mali.",
    "It followed two days after Chad accused Mali of sending arms to rebels of Niger.",
]
CODER = DefaultCoder()


def cut(sentences: list[str]) -> Iterator[str]:
    """Yield each sentence cut short after each of its words, each a paragraph without an end."""
    for sentence in sentences:
        words = sentence.split()
        yield "\n\n".join(" ".join(words[:n]).rstrip(".,;:") for n in range(1, len(words) + 1))


@pytest.mark.parametrize("text", cut(SENTENCES))
def test_a_sentence_may_end_after_any_word(text: str) -> None:
    for paragraph in text.split("\n\n"):
        assert CODER.extract(Article("x", paragraph, "x", "")).article_id == "x"


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.txt")), ids=lambda path: path.stem)
def test_the_samples_may_end_after_any_word(path: Path) -> None:
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8")) if len(s.split()) > 1]
    for text in cut(sentences):
        assert CODER.extract(Article("x", text, "x", "")).article_id == "x"
