"""Sentences of posts that a page shows whole: whose words they are.

What belongs here: the writer of a post, and its words as said by them. What does not: where a post stands (``posts``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.posts import find_posts
from pipelines.parsing.syntax.units import Parse


@dataclass(frozen=True, slots=True)
class Posted:
    """The part of a sentence that is a post's: its tokens (first, end exclusive), and the mention of who wrote it."""

    first: int
    end: int
    writer: Any


def posted_in(doc: Doc, by_sentence: Mapping[int, Sequence[Any]]) -> dict[int, Posted]:
    """Return for each sentence of a post what of it is the post's."""
    out: dict[int, Posted] = {}
    for post in find_posts(doc):
        signature = by_sentence.get(doc.sentence_at(post.end), ())
        writer = next((m for m in signature if post.signed < m.token_start < post.end), None)
        for index in range(doc.sentence_at(post.first), doc.sentence_at(post.signed - 1) + 1):
            out[index] = Posted(post.first, post.signed, writer)
    return out


def put_quoted(parse: Parse, posted: Posted) -> None:
    """Let the units of a post be quoted, whatever it quotes itself."""
    parse.quoted = [
        quoted or posted.first <= token < posted.end for quoted, token in zip(parse.quoted, parse.first, strict=True)
    ]
