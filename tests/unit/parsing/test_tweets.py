"""Tweets that a page shows whole: where they stand, whose words they are, and when they were written."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.parsing.tweets import find_tweets
from pipelines.records import Article, DateBounds, EngagementClaim

CODER = DefaultCoder(load_reference())
DAY = DateBounds(date(2019, 3, 5), date(2019, 3, 5), "day")
SIGNED = "— Mark Keller (@markkeller) March 2, 2019"


def words_of_tweets(text: str) -> list[str]:
    """Return the words of each tweet that a text shows."""
    doc = parse_document(text)
    return [doc.slice(tweet.first, tweet.signed) for tweet in find_tweets(doc)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Rates are low. Buy now! {SIGNED}\n\nHe left.", ["Rates are low. Buy now!"]),
        (f"He wrote again.\n\nRates are low {SIGNED}", ["Rates are low"]),
        (f"Rates are low. {SIGNED} So are fees. — Sen. Ann B. Doe (Vote!) (@anndoe) May 1, 2019", None),
        ("Rates are low, a post by Mark Keller (@markkeller) says.", []),
        ("Write to us — by letter, by telephone or by any other way that you may like best (@ourpaper).", []),
        ("(@markkeller)", []),
        ("— Mark Keller (@markkeller", []),
        (f"{SIGNED}", []),
    ],
)
def test_a_tweet_is_its_paragraph_up_to_the_name_and_account(text, words):
    if words is None:
        assert [tweet[:5] for tweet in words_of_tweets(text)] == ["Rates", "March"]
    else:
        assert words_of_tweets(text) == words


def test_a_long_paragraph_is_no_tweet_but_for_its_end():
    told = "He spoke at length of rates and fees. " * 15
    (words,) = words_of_tweets(f"{told}Buy now! {SIGNED}")
    assert len(words) < 420
    assert words.endswith("Buy now!")


def claims(text: str) -> list[tuple[EngagementClaim, list[tuple[str, str]], str | None]]:
    """Return the claims of a text, each with its parts by name and who says so."""
    told = CODER.extract(Article("a", text, text, "", published=DAY, published_basis="metadata"))
    names = {actor.actor_id: actor.name for actor in told.actors}
    return [
        (c, sorted((names[p.actor_id], p.role) for p in c.participants), names.get(c.attributed_to))
        for c in told.claims
    ]


def test_who_signs_a_tweet_accuses_and_demands():
    told = claims(f"The talks went on.\n\nI condemn the lies of Angela Merkel. She must resign. {SIGNED}")
    assert [(c.engagement_type, parts) for c, parts, _ in told] == [
        ("ACCUSE", [("Angela Merkel", "target"), ("Mark Keller", "source")]),
        ("REQUEST", [("Angela Merkel", "target"), ("Mark Keller", "source")]),
    ]


def test_what_a_tweet_tells_of_others_is_the_word_of_who_signs_it():
    (claim, _, by), *_ = claims(f"Chad has bombed “villages” in Niger. {SIGNED}\n\nThe talks went on.")
    assert (claim.engagement_type, by) == ("ASSAULT", "Mark Keller")


def test_who_signed_a_tweet_does_not_speak_behind_it():
    told = claims(f"I like it here. {SIGNED}\n\nChad has bombed Niger.")
    assert [by for c, _, by in told if c.engagement_type == "ASSAULT"] == [None]


def test_the_day_of_an_old_tweet_dates_its_words_and_nothing_else():
    tweet = "I condemn Angela Merkel. She has failed. — Mark Keller (@markkeller) February 9, 2019"
    told = claims(f"{tweet}\n\nEmmanuel Macron met Angela Merkel.")
    days = {c.engagement_type: c.started.earliest for c, _, _ in told}
    assert days["ACCUSE"] == date(2019, 2, 9)
    assert days["CONSULT"] is None
