"""One engagement for all the claims that tell of it, within an article and across articles.

What belongs here: the one pass that gathers heads. What does not: the evidence (``matching``), which heads are compared
(``index``), folding within an article (``heads``).

Articles are taken in canonical order: by day of publication, then by id. Each of an article's heads joins the
engagement found so far that it fits best, or begins one. The order is a property of the set, so arrival plays no part;
and a head can only be moved by articles that come before its own. So an engagement's key, made from its first head's
article, type and offset, stays as it is when later reports join. Only an earlier report that turns up late, telling of
the same engagement, gives it another key.

Nothing is compared with everything: ``index`` says who meets whom.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import polars as pl

from pipelines.linking.days import MONTH, width
from pipelines.linking.heads import Head, Part, head_of, head_parts, head_rows
from pipelines.linking.index import Index
from pipelines.linking.matching import Engagement, likeness
from pipelines.linking.once import once_of
from pipelines.linking.wording import NO_WORDS, Words, words_of

# What linking reads of a claim.
CLAIM_COLUMNS = [
    "article_id",
    "claim_id",
    "engagement_type",
    "mode",
    "status",
    "trigger_start",
    "trigger_text",
    "evidence_text",
    "started_earliest",
    "started_latest",
    "place_key",
    "country_iso3",
    "same_as",
]


class Told(NamedTuple):
    """What is linked.

    Attributes:
        claims: The staged table ``engagement_claim``, of which ``CLAIM_COLUMNS`` are read.
        participants: The staged table ``claim_participant``.
        actors: ``article_id, actor_id, actor_key, actor_kind, country_iso3, sector``.
        articles: ``article_id, published_earliest, published_latest``.
        once_only: The words for what happens only once, ``engagement_type, word``.
        common_words: The words that tell nothing, ``start``.
    """

    claims: pl.DataFrame
    participants: pl.DataFrame
    actors: pl.DataFrame
    articles: pl.DataFrame
    once_only: pl.DataFrame
    common_words: pl.DataFrame


def link_claims(told: Told) -> pl.DataFrame:
    """Link every claim to its engagement.

    Returns:
        ``article_id, claim_id, engagement_key``, one row per claim.
    """
    heads = head_of(told.claims)
    keys = gather(heads_told(told))
    schema = {"article_id": pl.String, "head": pl.Int64, "engagement_key": pl.String}
    found = pl.DataFrame([(a, h, key) for (a, h), key in keys.items()], schema=schema, orient="row")
    return heads.join(found, on=["article_id", "head"]).select("article_id", "claim_id", "engagement_key")


def heads_told(told: Told) -> Iterator[Head]:
    """Yield the heads of all articles in canonical order."""
    heads = head_of(told.claims)
    rows = head_rows(told.claims, heads, told.articles)
    parts = head_parts(heads, told.participants, told.actors)
    claims = told.claims.join(heads, on=["article_id", "claim_id"])
    return _heads(rows, parts, once_of(claims, parts, told.once_only), words_of(claims, parts, told.common_words))


def gather(heads: Iterable[Head]) -> dict[tuple[str, int], str]:
    """Give each head, in canonical order, the key of the engagement it tells of."""
    index, keys = Index(), {}
    for _, group in groupby(heads, key=lambda head: head.article_id):
        told = list(group)
        chosen = _choose(told, index)
        for number, head in enumerate(told):
            engagement = chosen.get(number) or _told_before(head, index)
            engagement = engagement or Engagement(head.engagement_key, head.engagement_type)
            engagement.add(head)
            index.file(head, engagement)
            keys[head.article_id, head.head] = engagement.key
    return keys


def _told_before(head: Head, index: Index) -> Engagement | None:
    """Return what happens only once where another head of the same article has just told of it."""
    before = index.candidates(head) if head.once else ()
    return next((found for found in before if found.once == head.once and likeness(head, found)), None)


def _choose(told: list[Head], index: Index) -> dict[int, Engagement]:
    """Give an article's heads engagements found so far, likeliest pairs first, one to one; the rest are new.

    Two heads of one article are two engagements, because the coder that read it says so, unless it is what happens
    only once.
    """
    scored = [row for number, head in enumerate(told) for row in _fits(number, head, index)]
    chosen: dict[int, Engagement] = {}
    taken: set[str] = set()
    for _, number, key, found in sorted(scored, key=lambda row: row[:3]):
        if number not in chosen and (key not in taken or told[number].once):
            chosen[number] = found
            taken.add(key)
    return chosen


def _fits(number: int, head: Head, index: Index) -> list[tuple[float, int, str, Engagement]]:
    """Return what a head fits, as rows to sort; what it fits at no known time only if there is nothing else."""
    scores = [(likeness(head, found), found) for found in index.candidates(head)]
    fitting = [(-score, number, found.key, found) for score, found in scores if score > 0]
    clear = [row for row in fitting if row[0] < -1]
    return clear or (fitting if len(fitting) == 1 else [])


def _heads(
    rows: pl.DataFrame, parts: pl.DataFrame, once: dict[tuple[str, int], str], words: dict[tuple[str, int], Words]
) -> Iterator[Head]:
    principals: dict[tuple[str, int], list[Part]] = defaultdict(list)
    for article, head, *part in parts.iter_rows():
        principals[article, head].append(Part(*part))
    columns = ["article_id", "head", "spot", "engagement_type", "mode", "status", "lo", "hi",
               "published_earliest", "published_latest", "place_key", "country_iso3"]  # fmt: skip
    for row in rows.select(columns).iter_rows():
        article, head, spot, kind, mode, status, lo, hi, pub_lo, pub_hi, place, country = row
        key, who = engagement_key(kind, spot), tuple(principals[article, head])
        report, keys = (pub_hi if width(pub_lo, pub_hi) <= MONTH else None), frozenset(part.key for part in who)
        only, (told, acts) = once.get((article, head)), words.get((article, head), (NO_WORDS, NO_WORDS))
        yield Head(
            article, head, key, kind, mode, status, lo, hi, pub_lo, pub_hi, place, country, who, report, keys, only,
            told, acts,
        )  # fmt: skip


def engagement_key(engagement_type: str, spot: str) -> str:
    """Return the key of the engagement that begins at a head: its type and a hash of where it stands."""
    return f"{engagement_type.lower()}:{hashlib.sha256(spot.encode()).hexdigest()[:20]}"
