"""Records to rows of the staged tables, as ``pipelines.schemas`` has them.

What belongs here: the one mapping from dataclasses to columns, and what must hold of a coder's answer before it is
taken. What does not: files, data frames, batches as a whole. Runs in the coder processes, so it imports neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipelines.records import Article, DateBounds, EngagementClaim, ExtractionResult, Extractor, RawArticle, Rejection
from pipelines.schemas import TABLES

# Table -> rows, each a tuple in the order of the table's columns.
Rows = dict[str, list[tuple[Any, ...]]]
_COLUMNS = {name: tuple(column.name for column in table.columns) for name, table in TABLES.items()}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every row of a batch carries: the batch, and when it landed (UTC)."""

    batch_id: str
    landed_at: datetime


class InconsistentResultError(ValueError):
    """A coder's answer points to actors or claims that it does not hold."""


def source_rows(raw: RawArticle, article: Article, stamp: Stamp) -> Rows:
    """Return the row of ``article_source``: this record told that article."""
    values = _values(article) | {"reader": raw.reader, "ingested_at": stamp.landed_at}
    return _rows("article_source", [values], stamp)


def rejection_rows(rejections: Iterable[Rejection], stamp: Stamp) -> Rows:
    """Return rows of ``rejection``."""
    return _rows("rejection", (_values(r) | {"rejected_at": stamp.landed_at} for r in rejections), stamp)


def article_rows(article: Article, result: ExtractionResult, coder: Extractor, stamp: Stamp) -> Rows:
    """Return all rows that an article and its coding make, but for where it was read.

    Raises:
        InconsistentResultError: The coder's answer is not consistent in itself.
    """
    _require_consistent(result)
    by = {"article_id": article.article_id, "extractor": coder.name, "extractor_version": coder.version}
    quoted = {i: claim for i, claim in enumerate(result.claims) if _is_quoted(claim, article)}
    lost = [_lost_quote(article, claim) for i, claim in enumerate(result.claims) if i not in quoted]
    return {
        **_rows("article", [_article(article, result, stamp)], stamp),
        **_rows("article_actor", (_values(actor) | by for actor in result.actors), stamp),
        **_rows("actor_mention", (_values(mention) | by for mention in result.mentions), stamp),
        **_rows("actor_role", (_values(role) | by for role in result.roles), stamp),
        **_rows("engagement_claim", (_claim(i, quoted, article) | by for i in quoted), stamp),
        **_rows("claim_participant", (p | by for i, claim in quoted.items() for p in _participants(i, claim)), stamp),
        **rejection_rows([*result.quarantined, *lost], stamp),
    }


def _rows(table: str, values: Iterable[Mapping[str, Any]], stamp: Stamp) -> Rows:
    stamped = ({**one, "batch_id": stamp.batch_id} for one in values)
    return {table: [tuple(row[name] for name in _COLUMNS[table]) for row in stamped]}


def _values(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _bounds(prefix: str, bounds: DateBounds) -> dict[str, Any]:
    return {f"{prefix}_{name}": value for name, value in _values(bounds).items()}


def _article(article: Article, result: ExtractionResult, stamp: Stamp) -> dict[str, Any]:
    """Return the article's values; what the coder found of its date stands before what the record said."""
    told = result.published is not None
    published = result.published if result.published is not None else article.published
    basis = (result.published_basis or "text") if told else article.published_basis
    return _values(article) | _bounds("published", published) | {
        "published_basis": basis,
        "word_count": len(article.clean_text.split()),
        "ingested_at": stamp.landed_at,
    }  # fmt: skip


def _claim(index: int, quoted: Mapping[int, EngagementClaim], article: Article) -> dict[str, Any]:
    claim = quoted[index]
    return _values(claim) | _bounds("started", claim.started) | _bounds("ended", claim.ended) | {
        "claim_id": index,
        "evidence_text": article.clean_text[claim.char_start : claim.char_end],
        "topic": list(claim.topic),
        "same_as": claim.same_as if claim.same_as in quoted else None,
        "parent": claim.parent if claim.parent in quoted else None,
    }  # fmt: skip


def _participants(index: int, claim: EngagementClaim) -> Iterator[dict[str, Any]]:
    for part in claim.participants:
        yield _values(part) | {"claim_id": index, "participant_role": part.role}


def _is_quoted(claim: EngagementClaim, article: Article) -> bool:
    """Tell whether the claim's evidence is a stretch of the text that holds its trigger."""
    inside = 0 <= claim.char_start < claim.char_end <= len(article.clean_text)
    return inside and claim.trigger_text in article.clean_text[claim.char_start : claim.char_end]


def _lost_quote(article: Article, claim: EngagementClaim) -> Rejection:
    detail = f"{claim.engagement_type} by {claim.rule_id}: the text does not say {claim.trigger_text!r} there"
    return Rejection(article.source_uri, article.raw_sha256, "quote_not_found", detail, "coder")


def _require_consistent(result: ExtractionResult) -> None:
    """Refuse an answer whose indices point nowhere: better no claim than one about somebody else."""
    actors, claims = len(result.actors), len(result.claims)
    to_actors = [*(m.actor_id for m in result.mentions), *(r.actor_id for r in result.roles)]
    to_actors += [r.organization_id for r in result.roles if r.organization_id is not None]
    to_actors += [p.actor_id for c in result.claims for p in c.participants]
    to_actors += [p.on_behalf_of for c in result.claims for p in c.participants if p.on_behalf_of is not None]
    to_actors += [c.attributed_to for c in result.claims if c.attributed_to is not None]
    to_claims = [i for c in result.claims for i in (c.same_as, c.parent) if i is not None]
    if any(not 0 <= i < actors for i in to_actors) or any(not 0 <= i < claims for i in to_claims):
        raise InconsistentResultError("the coder's answer points to an actor or a claim that it does not hold")
