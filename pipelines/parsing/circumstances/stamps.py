"""The days under tweets that a page shows whole: they date the words above them, and little else.

What belongs here: which tweet was written when, and what that dates. What does not: where a tweet stands (``tweets``),
which of the other dates dates an act (``when``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from pipelines.parsing.circumstances.joined import way_of
from pipelines.parsing.dates import DateExpression
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.tweets import find_tweets
from pipelines.records import AHEAD, DateBounds

_OF_THE_STORY = timedelta(days=3)  # a tweet of these days is a part of it


class Stamps:
    """The days of the tweets of an article, by the sentence that each signs."""

    def __init__(self, doc: Doc, dates: Sequence[DateExpression]) -> None:
        self._doc, self._dates, self._tweets = doc, dates, find_tweets(doc)
        signed = {doc.sentence_at(tweet.end) for tweet in self._tweets}
        at = ((doc.sentence_at(e.token_start), e) for e in dates if e.kind == "stamp") if signed else ()
        self._stamps = {sentence: e for sentence, e in at if sentence in signed}

    def of_old(self, published: DateBounds) -> frozenset[int]:
        """Return the sentences that sign tweets of other days than the story's."""
        if not self._stamps or published.latest is None:
            return frozenset()
        last = published.latest - _OF_THE_STORY
        return frozenset(n for n, e in self._stamps.items() if e.past.latest and e.past.latest < last)

    def dating(self, kept: Kept) -> DateBounds | None:
        """Return the day of the tweet whose words are a claim's act, where its sentence tells no other."""
        tweet = next((p for p in self._tweets if p.first <= kept.told.token < p.signed), None)
        if tweet is None or kept.status in AHEAD or way_of(kept.kind) != "words":
            return None
        stamp = self._stamps.get(self._doc.sentence_at(tweet.end))
        here = (e for e in self._dates if self._doc.sentence_at(e.token_start) == kept.told.sentence)
        return stamp.past if stamp is not None and all(e is stamp for e in here) else None
