"""One engagement for all the claims that tell of it, within an article and across articles.

What belongs here: which heads are compared (blocks), and the one pass that gathers them. What does not: the evidence
itself (``matching``), folding within an article (``heads``).

Articles are taken in canonical order: by day of publication, then by id. Each of an article's heads joins the
engagement found so far that it fits best, or begins one. The order is a property of the set, so arrival plays no part;
and a head can only be moved by articles that come before its own. So an engagement's key, made from its first head's
article, type and offset, stays as it is when later reports join. Only an earlier report that turns up late, telling of
the same engagement, gives it another key.

Nothing is compared with everything. Two heads meet only under a shared block: the type and two of their principals (or
the countries that these act for), or the type and one person or body; and there only with engagements first reported
within a month, or dated to the same month.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, groupby

import polars as pl

from pipelines.linking.heads import Head, Part, head_of, head_parts, head_rows
from pipelines.linking.matching import MONTH, OFFICIAL, Engagement, dated, likeness, report_day, width

Block = tuple[str, ...]
_MOST_PARTS = 8


def link_claims(
    claims: pl.DataFrame, participants: pl.DataFrame, actors: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """Link every claim to its engagement.

    Args:
        claims: The staged table ``engagement_claim``.
        participants: The staged table ``claim_participant``.
        actors: ``article_id, actor_id, actor_key, actor_kind, country_iso3, sector``.
        articles: ``article_id, published_earliest, published_latest``.

    Returns:
        ``article_id, claim_id, engagement_key``, one row per claim.
    """
    heads = head_of(claims)
    rows = head_rows(claims, heads, articles)
    parts = head_parts(heads, participants, actors)
    keys = gather(_heads(rows, parts))
    schema = {"article_id": pl.String, "head": pl.Int64, "engagement_key": pl.String}
    found = pl.DataFrame([(a, h, key) for (a, h), key in keys.items()], schema=schema, orient="row")
    return heads.join(found, on=["article_id", "head"]).select("article_id", "claim_id", "engagement_key")


def gather(heads: Iterable[Head]) -> dict[tuple[str, int], str]:
    """Give each head, in canonical order, the key of the engagement it tells of."""
    index, keys = Index(), {}
    for _, group in groupby(heads, key=lambda head: head.article_id):
        told = list(group)
        chosen = _choose(told, index)
        for number, head in enumerate(told):
            engagement = chosen.get(number) or Engagement(head.engagement_key, head.engagement_type)
            engagement.add(head)
            index.file(head, engagement)
            keys[head.article_id, head.head] = engagement.key
    return keys


def _choose(told: list[Head], index: Index) -> dict[int, Engagement]:
    """Give an article's heads engagements found so far, likeliest pairs first, one to one; the rest are new.

    Two heads of one article are two engagements, because the coder that read it says so.
    """
    scored = [
        (-score, number, found.key, found)
        for number, head in enumerate(told)
        for found in index.candidates(head)
        if (score := likeness(head, found)) > 0
    ]
    chosen: dict[int, Engagement] = {}
    taken: set[str] = set()
    for _, number, key, found in sorted(scored, key=lambda row: row[:3]):
        if number not in chosen and key not in taken:
            chosen[number] = found
            taken.add(key)
    return chosen


class Index:
    """Engagements by block, so that a head meets only those it may belong to."""

    def __init__(self) -> None:
        """Start empty."""
        self._recent: dict[Block, dict[str, Engagement]] = defaultdict(dict)
        self._dated: dict[Block, dict[str, Engagement]] = defaultdict(dict)

    def candidates(self, head: Head) -> Iterator[Engagement]:
        """Yield the engagements to compare with, each once."""
        seen: dict[str, Engagement] = {}
        since = report_day(head)
        for block in blocks(head):
            seen |= {k: e for k, e in self._recent[block].items() if _still_open(e, since)} if since else {}
            for month in months(head.lo, head.hi):
                seen |= self._dated[*block, month]
        yield from seen.values()

    def file(self, head: Head, engagement: Engagement) -> None:
        """Make an engagement findable by the blocks of a head that tells of it."""
        for block in blocks(head):
            self._recent[block].setdefault(engagement.key, engagement)
            for month in months(head.lo, head.hi):
                self._dated[*block, month].setdefault(engagement.key, engagement)


def _still_open(engagement: Engagement, since: date) -> bool:
    return engagement.first_report is not None and since - engagement.first_report <= timedelta(days=MONTH)


def blocks(head: Head) -> list[Block]:
    """Return the blocks of a head: each two principals by key and by country, and each person or body alone."""
    parts = head.parts[:_MOST_PARTS]
    keys = {part.key for part in parts}
    pairs = {pair for names in (keys, {_country(p) for p in parts}) for pair in combinations(sorted(names), 2)}
    alone = {(key,) for key in keys if not key.startswith("state:")}
    return [(head.engagement_type, *names) for names in sorted(pairs | alone)]


def _country(part: Part) -> str:
    official = part.kind == "state" or part.sector in OFFICIAL
    return f"@{part.country}" if official and part.country else part.key


def months(lo: date | None, hi: date | None) -> list[str]:
    """Return the months that bounds touch, as ``2024-04``; none where they are open or wider than a quarter."""
    if not dated(lo, hi) or width(lo, hi) > 3 * MONTH or lo is None or hi is None:
        return []
    count = (hi.year - lo.year) * 12 + hi.month - lo.month + 1
    return [f"{lo.year + (lo.month - 1 + n) // 12}-{(lo.month - 1 + n) % 12 + 1:02d}" for n in range(count)]


def _heads(rows: pl.DataFrame, parts: pl.DataFrame) -> Iterator[Head]:
    principals: dict[tuple[str, int], list[Part]] = defaultdict(list)
    for article, head, *part in parts.iter_rows():
        principals[article, head].append(Part(*part))
    columns = ["article_id", "head", "spot", "engagement_type", "mode", "status", "lo", "hi",
               "published_earliest", "published_latest", "place_key", "country_iso3"]  # fmt: skip
    for row in rows.select(columns).iter_rows():
        article, head, spot, kind, mode, status, lo, hi, pub_lo, pub_hi, place, country = row
        key, who = engagement_key(kind, spot), tuple(principals[article, head])
        yield Head(article, head, key, kind, mode, status, lo, hi, pub_lo, pub_hi, place, country, who)


def engagement_key(engagement_type: str, spot: str) -> str:
    """Return the key of the engagement that begins at a head: its type and a hash of where it stands."""
    return f"{engagement_type.lower()}:{hashlib.sha256(spot.encode()).hexdigest()[:20]}"
