"""Sentences of tweets that a page shows whole: whose words they are.

What belongs here: the writer of a tweet, and its words as said by them. What does not: where a tweet stands
(``tweets``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.tweets import find_tweets


@dataclass(frozen=True, slots=True)
class Tweeted:
    """The part of a sentence that is a tweet's: its tokens (first, end exclusive), and the mention of who wrote it."""

    first: int
    end: int
    writer: Any


def tweeted_in(doc: Doc, by_sentence: Mapping[int, Sequence[Any]]) -> dict[int, Tweeted]:
    """Return for each sentence of a tweet what of it is the tweet's."""
    out: dict[int, Tweeted] = {}
    for tweet in find_tweets(doc):
        signature = by_sentence.get(doc.sentence_at(tweet.end), ())
        writer = next((m for m in signature if tweet.signed < m.token_start < tweet.end), None)
        for index in range(doc.sentence_at(tweet.first), doc.sentence_at(tweet.signed - 1) + 1):
            out[index] = Tweeted(tweet.first, tweet.signed, writer)
    return out


def put_quoted(parse: Parse, tweeted: Tweeted) -> None:
    """Let the units of a tweet be quoted, whatever it quotes itself."""
    parse.quoted = [
        quoted or tweeted.first <= token < tweeted.end for quoted, token in zip(parse.quoted, parse.first, strict=True)
    ]
