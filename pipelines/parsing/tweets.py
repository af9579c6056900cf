"""Tweets that a page shows whole, with who wrote them below: "Prices must fall! — Jane Roe (@janeroe) June 3, 2018".

What belongs here: where such a tweet begins and ends, and where its signature stands. What does not: who that is, and
what the tweet tells (its words are a quotation like any other).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.document import Doc


@dataclass(frozen=True, slots=True)
class Tweet:
    """A tweet in an article, in tokens.

    Attributes:
        first: Its first token.
        signed: The dash before the name of who wrote it: its words end here.
        end: The bracket before the account: the name ends here.
    """

    first: int
    signed: int
    end: int


def find_tweets(doc: Doc) -> list[Tweet]:
    """Return the tweets that an article shows whole, in order."""
    out: list[Tweet] = []
    if "(@" not in doc.text:
        return out
    begins = 0
    for at in (i for i, word in enumerate(doc.words[:-3], 1) if word == "(" and doc.words[i] == "@"):
        end = at - 1
        signed = next((k for k in range(end - 1, max(0, end - _NAME), -1) if doc.words[k] in _NO_NAME), 0)
        if signed and doc.words[signed] in _DASHES and doc.words[end + 3] == ")" and signed < end - 1:
            first = _first(doc, max(begins, _paragraph(doc.words, signed)), signed)
            if first < signed:
                out.append(Tweet(first, signed, end))
            begins = end + 4
    return out


_NAME = 12  # tokens
_DASHES = frozenset("—–-")
_NO_NAME = _DASHES | {"\n"}


def _paragraph(words: Sequence[str], token: int) -> int:
    return next((k + 1 for k in range(token - 1, -1, -1) if words[k] == "\n"), 0)


def _first(doc: Doc, begins: int, signed: int) -> int:
    """Return where a tweet begins: with its paragraph, or with the first sentence that its length allows."""
    starts = [begins, *(first for first, _ in doc.sentences if begins < first < signed)]
    return next((k for k in starts if doc.starts[signed] - doc.starts[k] <= _LENGTH), signed)


_LENGTH = 400  # characters, with links
