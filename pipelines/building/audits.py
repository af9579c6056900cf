"""The last look at a work file before it is published: what must hold whatever else changed.

What belongs here: checks of the work file against what dbt cannot see (the ledger, the staged files), each a function
of an open connection. What does not: what dbt tests say already, and the decision to publish (``publishing``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import duckdb

from pipelines.building.notes import Outcome

CONTRACT_TABLES = (
    "bridge_engagement_actor", "dim_actor", "dim_actor_alias", "dim_actor_role", "dim_article", "dim_date",
    "dim_engagement_type", "dim_place", "dim_source", "fct_actor_mention", "fct_dyad_month", "fct_engagement",
    "fct_engagement_mention", "meta_run", "rejected_article",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audit:
    """A check: ``run`` returns what is wrong in one line, or None. ``about`` is the mart that it speaks of."""

    name: str
    about: str
    description: str
    run: Callable[[duckdb.DuckDBPyConnection, Outcome], str | None]


def failures(connection: duckdb.DuckDBPyConnection, known: Outcome) -> list[str]:
    """Return one line for each audit that the work file does not pass; ``known`` is the ledger's count of records."""
    found = ((audit.name, audit.run(connection, known)) for audit in AUDITS)
    return [f"{name}: {problem}" for name, problem in found if problem]


def table_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the rows of every table in ``marts``, by name (views are not counted)."""
    names = connection.execute(
        "select table_name from information_schema.tables "
        "where table_schema = 'marts' and table_type = 'BASE TABLE' order by table_name"
    ).fetchall()
    return {name: _number(connection, f'select count(*) from marts."{name}"') for (name,) in names}


def _contract_is_whole(connection: duckdb.DuckDBPyConnection, known: Outcome) -> str | None:
    missing = sorted(set(CONTRACT_TABLES) - set(table_counts(connection)))
    return f"the work file lacks marts.{', marts.'.join(missing)}" if missing else None


def _articles_are_all_there(connection: duckdb.DuckDBPyConnection, known: Outcome) -> str | None:
    found = _number(connection, "select count(*) from marts.dim_article")
    return _differ("articles in marts.dim_article", found, "accepted by the ledger", known.accepted)


def _sources_are_all_there(connection: duckdb.DuckDBPyConnection, known: Outcome) -> str | None:
    found = _number(connection, "select count(*) from staging.stg_article_source")
    return _differ("records in article_source", found, "accepted by the ledger", known.accepted + known.duplicates)


def _rejections_are_all_there(connection: duckdb.DuckDBPyConnection, known: Outcome) -> str | None:
    found = _number(connection, "select count(*) from marts.rejected_article")
    return _differ("rows in marts.rejected_article", found, "rejected by the ledger", known.rejected)


AUDITS = (
    Audit("contract_is_whole", "dim_article", "Every table of the contract is there.", _contract_is_whole),
    Audit("articles_are_all_there", "dim_article", "As many articles as the ledger accepted.", _articles_are_all_there),
    Audit("sources_are_all_there", "article_source", "As many records of articles.", _sources_are_all_there),
    Audit("rejections_are_all_there", "rejected_article", "As many rejections.", _rejections_are_all_there),
)


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    (number,) = connection.execute(query).fetchone() or (0,)
    return int(number)


def _differ(what: str, found: int, other: str, expected: int) -> str | None:
    return f"{found:,} {what}, {expected:,} {other}" if found != expected else None
