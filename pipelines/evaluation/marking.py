"""The sentences of an article with stretches marked, as HTML.

What belongs here: cutting, marking, escaping. What does not: what is marked and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from pipelines.parsing.document import Doc

_GAP = " <i>[…]</i> "


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text and the class it is shown with."""

    start: int
    end: int
    name: str


def marked_sentences(doc: Doc, marks: Sequence[Mark]) -> str:
    """Return the sentences that hold a mark, in order, with what stands between them left out."""
    sentences = [doc.span(*tokens) for tokens in doc.sentences]
    touched = [n for n, (start, end) in enumerate(sentences) if any(m.start < end and m.end > start for m in marks)]
    return _GAP.join(_marked(doc.text, sentences[run[0]][0], sentences[run[-1]][1], marks) for run in _runs(touched))


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    edges = {start, end} | {edge for m in marks for edge in (m.start, m.end) if start < edge < end}
    return "".join(_piece(text, first, last, marks) for first, last in pairwise(sorted(edges)))


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    names = " ".join(sorted({m.name for m in marks if m.start <= start and end <= m.end}))
    said = escape(text[start:end])
    return f'<span class="{names}">{said}</span>' if names else said
