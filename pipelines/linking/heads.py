"""Claims folded within their article: one head per engagement that an article tells of.

What belongs here: following ``same_as``, gathering a head's principals under their warehouse keys, and the canonical
order of heads. What does not: comparing the heads of two articles (``matching``, ``engagements``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from pipelines.linking.days import MONTH

_CLAIM = ["article_id", "claim_id"]
_HEAD = ["article_id", "head"]
_SIDES = {"source": "a", "guest": "a", "target": "b", "host": "b", "participant": "*", "mediator": "m"}


@dataclass(frozen=True, slots=True)
class Part:
    """A principal of a head: who, on which side, and for whom.

    Attributes:
        side: ``a`` (source, guest), ``b`` (target, host), ``*`` (participant) or ``m`` (mediator).
        behalf: Key of the actor that this one acted for, or None.
    """

    key: str
    side: str
    kind: str
    country: str | None
    sector: str | None
    behalf: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """One engagement as one article tells it. Dates are inclusive; None is open.

    Attributes:
        lo: First day that the text allows for the beginning.
        hi: Last day that the text allows for the beginning.
        pub_lo: First day on which the article can have appeared.
        pub_hi: Last such day.
        report: The day of the report; None where it is not known to the month.
        keys: The principals' keys.
        once: What can only happen once, by its type and whom it befell, or None.
        words: How the words begin that it is told in (``wording``).
        acts: The same of those that carry the act.
    """

    article_id: str
    head: int
    engagement_key: str
    engagement_type: str
    mode: str | None
    status: str
    lo: date | None
    hi: date | None
    pub_lo: date | None
    pub_hi: date | None
    place_key: str | None
    country: str | None
    parts: tuple[Part, ...]
    report: date | None
    keys: frozenset[str]
    once: str | None = None
    words: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()


def head_of(claims: pl.DataFrame) -> pl.DataFrame:
    """Return ``article_id, claim_id, head``: the first claim of each chain of ``same_as``."""
    earlier = {(a, c): s for a, c, s in claims.drop_nulls("same_as").select(*_CLAIM, "same_as").iter_rows()}
    heads = [(a, c, _first(earlier, a, c)) for a, c in earlier]
    told_again = pl.DataFrame(
        heads, schema={"article_id": pl.String, "claim_id": pl.Int64, "head": pl.Int64}, orient="row"
    )
    joined = claims.select(_CLAIM).join(told_again, on=_CLAIM, how="left")
    return joined.with_columns(pl.col("head").fill_null(pl.col("claim_id")))


def _first(earlier: dict[tuple[str, int], int], article: str, claim: int) -> int:
    """Follow a chain to its start; a reference forwards ends it, so that no chain is a circle."""
    while (before := earlier.get((article, claim), claim)) < claim:
        claim = before
    return claim


def head_rows(claims: pl.DataFrame, heads: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Return one row per head in canonical order: by publication, then article, then claim.

    Articles whose day is not known to the month come last: they find their place among what the others tell.

    Its bounds are the narrowest that its claims tell, of those the most told, of those the first.

    The key of a head is made of the article, the type and the offset of the words that carry the act (and a count,
    where two heads share them): of nothing that linking decides.
    """
    width = (pl.col("started_latest") - pl.col("started_earliest")).dt.total_days()
    rows = claims.join(heads, on=_CLAIM).with_columns(width=width, is_head=pl.col("claim_id") == pl.col("head"))
    dated = rows.filter(pl.col("started_earliest").is_not_null() | pl.col("started_latest").is_not_null())
    dated = dated.with_columns(times=pl.len().over(*_HEAD, "started_earliest", "started_latest"))
    dated = dated.sort("width", -pl.col("times").cast(pl.Int64), "claim_id", nulls_last=True)
    dated = dated.unique(_HEAD, keep="first", maintain_order=True)
    told = rows.sort("claim_id").group_by(_HEAD).agg(pl.col("mode", "place_key", "country_iso3").drop_nulls().first())
    table = rows.filter("is_head").select(*_HEAD, "engagement_type", "status", "trigger_start")
    table = table.join(dated.select(*_HEAD, lo="started_earliest", hi="started_latest"), on=_HEAD, how="left")
    table = table.join(told, on=_HEAD).join(articles, on="article_id", how="left")
    known = (pl.col("published_latest") - pl.col("published_earliest")).dt.total_days() <= MONTH
    return _with_key(table).sort(~known.fill_null(False), "published_earliest", *_HEAD, nulls_last=True)


def _with_key(table: pl.DataFrame) -> pl.DataFrame:
    spot = ["article_id", "engagement_type", "trigger_start"]
    count = (pl.col("head").rank("ordinal").over(spot) - 1).cast(pl.String)
    return table.with_columns(spot=pl.concat_str(*spot, count, separator="|"))


def head_parts(heads: pl.DataFrame, participants: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Return who takes part in each head, one row per actor and side.

    Those who were only present count too: which of them an article puts first differs from outlet to outlet.

    Args:
        heads: What ``head_of`` returned.
        participants: The staged table ``claim_participant``.
        actors: ``article_id, actor_id, actor_key, actor_kind, country_iso3, sector``.

    Returns:
        ``article_id, head, actor_key, side, actor_kind, country_iso3, sector, behalf_key``, principals first, then in
        order of key and side.
    """
    taking_part = participants.join(heads, on=_CLAIM).join(actors, on=["article_id", "actor_id"])
    behalf = actors.select("article_id", on_behalf_of="actor_id", behalf_key="actor_key")
    joined = taking_part.join(behalf, on=["article_id", "on_behalf_of"], how="left")
    side = pl.col("participant_role").replace_strict(_SIDES, default="*")
    joined = joined.with_columns(side=side).sort("claim_id", ~pl.col("is_principal"), "actor_key", "side")
    unique = joined.unique([*_HEAD, "actor_key", "side"], keep="first", maintain_order=True)
    columns = [*_HEAD, "actor_key", "side", "actor_kind", "country_iso3", "sector", "behalf_key"]
    return unique.sort(*_HEAD, ~pl.col("is_principal"), "actor_key", "side").select(columns)
