"""Coded articles from a published warehouse, read only.

What belongs here: the queries. Tables and columns are those of the public contract, so that any release can be asked;
``rule_id`` and ``trigger_start`` came later and are left open where a warehouse has none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pipelines.evaluation.coded import CodedActor, CodedArticle, CodedClaim, CodedEngagement, Key
from pipelines.evaluation.matching import norm
from pipelines.records import DateBounds

if TYPE_CHECKING:
    import duckdb

_ARTICLE = """
select article_id, clean_text from marts.dim_article
where ends_with(source_uri, ?) order by length(source_uri) limit 1"""
_ACTORS = """
select m.actor_key, m.surface_text, a.canonical_name, a.actor_kind
from marts.fct_actor_mention m join marts.dim_actor a using (actor_key) where m.article_id = ?"""
# The referee's very question: claims of one sentence come in an order of the database's own, which it pairs them by.
_ORDER = """
select m.engagement_key, m.engagement_type, m.mode, m.status, m.char_start, m.char_end, m.evidence_text,
                      m.started_earliest, m.started_latest, p.place_name, coalesce(p.country_iso3, e.country_iso3)
               from marts.fct_engagement_mention m left join marts.dim_place p using (place_key)
               join marts.fct_engagement e on e.engagement_key = m.engagement_key
               where m.article_id = ? order by m.char_start"""
_CLAIMS = """
select m.engagement_key, m.engagement_type, m.mode, m.status, m.char_start, m.char_end, m.started_earliest,
    m.started_latest, coalesce(p.country_iso3, e.country_iso3), m.trigger_text, m.confidence,
    concat_ws(' ', m.extractor, m.extractor_version), {optional}
from marts.fct_engagement_mention m left join marts.dim_place p using (place_key)
join marts.fct_engagement e on e.engagement_key = m.engagement_key
where m.article_id = ? order by m.char_start"""
_PARTS = """
select engagement_key, actor_key, participant_role from marts.bridge_engagement_actor
where engagement_key in (select engagement_key from marts.fct_engagement_mention where article_id = ?)"""
_COLUMNS = """
select column_name from information_schema.columns
where table_schema = 'marts' and table_name = 'fct_engagement_mention'"""
_OPTIONAL = {"trigger_start": "-1", "rule_id": "''"}


class Warehouse:
    """A published warehouse, by a connection that its owner opened (read-only will do) and closes."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        present = {row[0] for row in self._rows(_COLUMNS)}
        optional = (f"m.{name}" if name in present else empty for name, empty in _OPTIONAL.items())
        self._claims_query = _CLAIMS.format(optional=", ".join(optional))

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, list(values)).fetchall()

    def article(self, ref: str) -> CodedArticle | None:
        """Return the article whose ``source_uri`` ends with ``ref``, the shortest such; None where there is none."""
        for article_id, text in self._rows(_ARTICLE, ref):
            return CodedArticle(text, self._actors(article_id), self._engagements(article_id))
        return None

    def _actors(self, article_id: str) -> dict[Key, CodedActor]:
        told: dict[Key, tuple[str, str, set[str]]] = {}
        for key, surface, name, kind in self._rows(_ACTORS, article_id):
            told.setdefault(key, (name, kind, {norm(name)}))[2].add(norm(surface))
        return {key: CodedActor(name, kind, frozenset(names)) for key, (name, kind, names) in told.items()}

    def _engagements(self, article_id: str) -> tuple[CodedEngagement, ...]:
        claims: dict[str, list[CodedClaim]] = {}
        types: dict[str, str] = {}
        parts: dict[str, set[tuple[Key, str]]] = defaultdict(set)
        for key, kind, *values in self._rows(self._claims_query, article_id):
            types.setdefault(key, kind)
            claims.setdefault(key, []).append(_claim(values))
        for key, actor, role in self._rows(_PARTS, article_id):
            parts[key].add((actor, role))
        return tuple(
            CodedEngagement(key, types[key], tuple(told), tuple(sorted(parts[key], key=str)))
            for key in dict.fromkeys(row[0] for row in self._rows(_ORDER, article_id))
            for told in (claims[key],)
        )


def _claim(values: list[Any]) -> CodedClaim:
    mode, status, start, end, earliest, latest, country, trigger, confidence, extractor, trigger_start, rule_id = values
    started = DateBounds(earliest, latest)
    return CodedClaim(
        start, end, trigger_start, trigger or "", mode, status, started, country, confidence, rule_id or "", extractor
    )
