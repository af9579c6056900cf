"""Staged tables in and link tables out, whole and in one order.

What belongs here: reading a staged table's Parquet files, replacing a link table atomically, and opening an in-memory
DuckDB. What does not: any decision about what belongs together, and the warehouse file, which linking never opens.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import polars_schema


def files(staging_dir: Path, table: str) -> list[Path]:
    """Return a staged table's Parquet files in a fixed order; none is not an error."""
    return sorted((staging_dir / table).glob("*.parquet"))


def read(staging_dir: Path, table: str, columns: list[str] | None = None) -> pl.DataFrame:
    """Return a staged table, all batches together.

    Args:
        staging_dir: Folder of the staged tables.
        table: The table's name in the schema registry.
        columns: The columns wanted, in this order; all of the schema's where None.

    Returns:
        The rows in no order that means anything; no rows where nothing is staged yet.
    """
    schema = polars_schema(table)
    wanted = columns or list(schema)
    found = files(staging_dir, table)
    if not found:
        return pl.DataFrame(schema={name: schema[name] for name in wanted})
    return scan(found, table).select(wanted).collect()


def scan(found: list[Path], table: str) -> pl.LazyFrame:
    """Return the rows of a staged table's files; a file of an older schema lacks a column, and has null there."""
    return pl.scan_parquet(found, schema=polars_schema(table), missing_columns="insert", extra_columns="ignore")


def write(staging_dir: Path, table: str, frame: pl.DataFrame, order: list[str]) -> None:
    """Replace a link table: one file, rows sorted by ``order``, never seen half-written.

    Raises:
        polars.exceptions.PolarsError: The frame lacks a column of the schema, or a value does not fit its type.
    """
    schema = polars_schema(table)
    folder = staging_dir / table
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{table}.{os.getpid()}.tmp"
    frame.select(pl.col(name).cast(dtype) for name, dtype in schema.items()).sort(order).write_parquet(temporary)
    temporary.replace(folder / f"{table}.parquet")


@dataclass(frozen=True)
class _ArrowStream:
    """A frame as DuckDB takes it without pyarrow: by the Arrow stream interface alone."""

    frame: pl.DataFrame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


def load(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """Make a frame a temporary table of a connection."""
    connection.register("incoming", _ArrowStream(frame))
    connection.execute(f"create or replace temp table {name} as select * from incoming")
    connection.unregister("incoming")


def connect() -> duckdb.DuckDBPyConnection:
    """Open an in-memory DuckDB that fetches nothing from anywhere."""
    return duckdb.connect(
        ":memory:", config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    )
