"""What all assets have in common: who owns them, and how rows are shown beside them.

What belongs here: shared arguments and metadata. What does not: an asset.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

OWNERS = ["team:communique"]
_SAMPLE_ROWS = 3
_SAMPLE_CHARS = 60


def table_metadata(columns: Sequence[str], sample: Sequence[Sequence[Any]], count: int) -> dict[str, Any]:
    """Return the metadata of a table: its row count and a few of its rows, values cut short."""
    records = [
        dg.TableRecord({name: _short(value) for name, value in zip(columns, row, strict=True)})
        for row in sample[:_SAMPLE_ROWS]
    ]
    shown: dict[str, Any] = {"dagster/row_count": count}
    if records:
        schema = dg.TableSchema([dg.TableColumn(name) for name in columns])
        shown["sample"] = dg.MetadataValue.table(records, schema)
    return shown


def parquet_metadata(folder: Path) -> Mapping[str, Any]:
    """Return the metadata of a staged table: all of its files together."""
    import polars as pl

    from pipelines.linking.tables import scan

    rows = scan(sorted(folder.glob("*.parquet")), folder.name)
    sample = rows.head(_SAMPLE_ROWS).collect()
    count = int(rows.select(pl.len()).collect().item())
    return table_metadata(sample.columns, sample.rows(), count)


def _short(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _SAMPLE_CHARS else text[: _SAMPLE_CHARS - 1] + "…"
