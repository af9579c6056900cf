"""Rows on the standard output, as a table, CSV or JSON.

What belongs here: printing of rows that come in pieces. What does not: queries.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from numbers import Number
from typing import TYPE_CHECKING, Any

from pipelines.commands.common import Format

if TYPE_CHECKING:
    import duckdb

Row = Sequence[Any]
_CELL_CHARS = 72
_PIECE = 1_000


def rows_of(connection: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    """Yield the rows of the statement just executed, fetched piece by piece."""
    while piece := connection.fetchmany(_PIECE):
        yield from piece


def print_rows(names: Sequence[str], rows: Iterable[Row], form: Format) -> None:
    """Print rows: CSV and JSON whole and as they come, a table with long cells cut (``…``)."""
    printers = {Format.CSV: _print_csv, Format.JSON: _print_json, Format.TABLE: _print_table}
    printers[form](names, rows)


def _print_csv(names: Sequence[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(value) for value in row] for row in rows)


def _print_json(names: Sequence[str], rows: Iterable[Row]) -> None:
    """Print an array of objects, one on a line."""
    separator = "["
    for row in rows:
        record = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str)
        print(separator, record, sep="\n ", end="")
        separator = ","
    print("[]" if separator == "[" else "\n]")


def _print_table(names: Sequence[str], rows: Iterable[Row]) -> None:
    kept = list(rows)
    heads = [_cell(name) for name in names]
    cells = [[_cell(value) for value in row] for row in kept]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    right = [bool(kept) and all(_is_number(row[i]) for row in kept) for i in range(len(names))]
    rule = ["-" * width for width in widths]
    for line in chain([heads, rule], cells):
        padded = (cell.rjust(w) if r else cell.ljust(w) for cell, w, r in zip(line, widths, right, strict=True))
        print("  ".join(padded).rstrip())
    print(f"({len(kept):,} row{'' if len(kept) == 1 else 's'})")


def _cell(value: Any) -> str:
    text = " ".join(str(_plain(value)).split())
    return text if len(text) <= _CELL_CHARS else text[: _CELL_CHARS - 1] + "…"


def _plain(value: Any) -> Any:
    """Return a value as it is written in a cell: nothing for NULL, JSON for lists and structures."""
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else value


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, Number) and not isinstance(value, bool))
