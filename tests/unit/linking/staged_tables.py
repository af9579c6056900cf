"""Small staged tables for tests of linking: rows from what matters, everything else filled in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.schemas import TABLES, polars_schema

_FILLERS: dict[str, Any] = {
    "str": "-", "int": 0, "float": 1.0, "bool": True, "list[str]": [], "datetime": datetime(2024, 1, 1, tzinfo=UTC),
}  # fmt: skip


def frame(table: str, rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """Return a staged table of rows; a column that a row leaves out is NULL, or a filler where it may not be."""
    columns = TABLES[table].columns
    filled = [{c.name: row.get(c.name, None if c.nullable else _FILLERS[c.dtype]) for c in columns} for row in rows]
    return pl.DataFrame(filled, schema=polars_schema(table))


def write(folder: Path, table: str, rows: Iterable[dict[str, Any]], batch: str = "b1") -> None:
    """Write rows as one batch of a staged table."""
    (folder / table).mkdir(parents=True, exist_ok=True)
    frame(table, [{"batch_id": batch, **row} for row in rows]).write_parquet(folder / table / f"{batch}.parquet")


def article_id(name: str) -> str:
    """Return an article id made from a readable name."""
    return hashlib.sha256(name.encode()).hexdigest()


def article(name: str, day: str | None = None, text: str | None = None, until: str | None = None) -> dict[str, Any]:
    """Return a row of ``article``, published on a day (or between two), ISO dates."""
    text = text or name
    return {
        "article_id": article_id(name),
        "clean_text": text,
        "word_count": len(text.split()),
        "published_earliest": date.fromisoformat(day) if day else None,
        "published_latest": date.fromisoformat(until or day) if until or day else None,
    }
