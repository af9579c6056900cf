"""Parquet: one record in each row, read in batches.

What belongs here: the file to records. What does not: which column holds what (``columns``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipelines.reading.columns import article, mapping
from pipelines.reading.decode import without_surrogates
from pipelines.reading.source import Source, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "parquet"
_MAGIC = b"PAR1"
_BATCH_ROWS = 500
_CONFIG: dict[str, Any] = {
    "threads": "1",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file beginning so is Parquet, whatever its name."""
    return head.startswith(_MAGIC)


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each row, numbered from 1.

    Raises:
        duckdb.Error: The file breaks its format.
    """
    import duckdb

    with duckdb.connect(config=_CONFIG) as connection:
        relation = connection.from_parquet(_literal(str(source.path)))
        columns = mapping(relation.columns, settings)
        if not columns["text"] and not columns["url"]:
            detail = (
                f"no column of text or url among: {', '.join(relation.columns)[:200]}; name it by COMMUNIQUE_COLUMNS"
            )
            yield reject(source.uri, b"", "missing_field", detail, NAME)
            return
        wanted = list(dict.fromkeys(name for names in columns.values() for name in names if name in relation.columns))
        result = connection.execute(
            f"select {', '.join(map(_quoted, wanted))} from read_parquet(?)", [_literal(str(source.path))]
        )
        number = 0
        while rows := result.fetchmany(_BATCH_ROWS):
            for row in rows:
                number += 1
                record = {name: _value(value) for name, value in zip(wanted, row, strict=True)}
                data = json.dumps(record, sort_keys=True, default=str).encode()
                yield article(f"{source.uri}#{number}", data, record, columns, NAME)


def _value(value: Any) -> Any:
    """Return what text can be made of: dates by their ISO form, bytes by UTF-8."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, str):
        return without_surrogates(value)
    return value if value is None or isinstance(value, int | float | list | dict) else str(value)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(path: str) -> str:
    """Return a path in which no character is a wildcard."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)
