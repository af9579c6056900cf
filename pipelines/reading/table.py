"""CSV and TSV: one record in each row.

What belongs here: which files are tables, their delimiter, and GDELT's tables that have no header. What does not: which
column holds what (``columns``).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pipelines.reading.charset import decode_markup
from pipelines.reading.columns import article, mapping
from pipelines.reading.decode import marked_encoding
from pipelines.reading.jsonl import as_utf8
from pipelines.reading.source import Source, lines, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "table"
_SUFFIXES = (".csv", ".tsv", ".tab", ".psv")
_DELIMITERS = ",\t;|"
_ESCAPES_ROOM = 2
_OTHER_FIELDS_CHARS = 1 << 20
# GDELT's files have no header; what is of use are the url, the outlet's domain and the day.
_GKG = re.compile(rb"\d{14}-T?\d+\t\d{14}\t\d\t")
_GKG_COLUMNS = {"published_raw": ("1",), "source_name": ("3",), "url": ("4",)}
_EVENTS = re.compile(rb"\d{9,10}\t\d{8}\t\d{6}\t\d{4}\t[\d.]+\t")
_EVENTS_COLUMNS = {"published_raw": ("1",), "url": ("60", "57")}
_URL_LINE = re.compile(rb"https?://\S+\s*\n", re.IGNORECASE)
_HEADERLESS = ((_GKG, _GKG_COLUMNS), (_EVENTS, _EVENTS_COLUMNS), (_URL_LINE, {"url": ("0",)}))
_PLAIN_NAME = re.compile(rb"[\w .-]{1,40}")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a table is to be read: its delimiter, its columns' names, where each field stands, whether a header is."""

    delimiter: str
    names: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    has_header: bool


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is a table: by name, layout or header."""
    if b"\x00" in head[:256] and not marked_encoding(head):
        return False
    return name.endswith(_SUFFIXES) or any(form.match(head) for form, _ in _HEADERLESS) or _has_header(head)


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each row that holds anything; the number is the row's, the header being 0.

    A table in which no column is known gives one rejection that lists the columns.

    Raises:
        OSError, EOFError, zlib.error: The file cannot be read.
    """
    head = source.head()
    limit = _ESCAPES_ROOM * settings.max_article_chars + _OTHER_FIELDS_CHARS
    csv.field_size_limit(limit)
    with source.open() as stream:
        texts = _texts(as_utf8(stream), limit)
        layout = _layout(head, next(texts, ""), settings)
        if not layout.columns.get("text") and not layout.columns.get("url"):
            yield _no_columns(source, head, layout)
            return
        if layout.has_header:
            yield from _rows(source, texts, layout)
    if not layout.has_header:
        with source.open() as stream:
            yield from _rows(source, _texts(stream, limit), layout)


def _texts(stream: BinaryIO, limit: int) -> Iterator[str]:
    for line, whole in lines(stream, limit):
        if not whole:
            raise csv.Error(f"a line of more than {limit:,} bytes")
        yield decode_markup(line) or ""


def _rows(source: Source, texts: Iterator[str], layout: _Layout) -> Iterator[RawArticle | Rejection]:
    rows = csv.reader(
        texts, delimiter=layout.delimiter, quoting=csv.QUOTE_MINIMAL if layout.has_header else csv.QUOTE_NONE
    )
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if any(value.strip() for value in row):
                names = layout.names or tuple(map(str, range(len(row))))
                record = dict(zip(names, row, strict=False))
                yield article(f"{source.uri}#{number}", json.dumps(row).encode(), record, layout.columns, NAME)
    except csv.Error as error:
        detail = f"the table breaks off here, at an unclosed quote or a field beyond every limit: {error}"
        yield reject(f"{source.uri}#{number + 1}", b"", "malformed", detail, NAME)


def _layout(head: bytes, first_line: str, settings: Settings) -> _Layout:
    for form, columns in _HEADERLESS:
        if form.match(head):
            return _Layout("\t", (), mapping((), settings) | columns, False)
    delimiter = max(_DELIMITERS, key=first_line.count)
    names = tuple(name.strip() for name in next(csv.reader([first_line.strip()], delimiter=delimiter), []))
    return _Layout(delimiter, names, mapping(names, settings), True)


def _no_columns(source: Source, head: bytes, layout: _Layout) -> Rejection:
    names = ", ".join(layout.names)[:200]
    detail = f"no column of text or url among: {names}; name it by COMMUNIQUE_COLUMNS"
    return reject(source.uri, head, "missing_field", detail, NAME)


def _has_header(head: bytes) -> bool:
    """Tell whether a file begins with a header that names, among plain names, an article's text and one field more."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip().lower()
    for delimiter in _DELIMITERS:
        names = [name.strip(b' "') for name in first.split(delimiter.encode())]
        if len(names) > 1 and all(map(_PLAIN_NAME.fullmatch, names)):
            return bool({b"text", b"maintext", b"body", b"content"} & set(names)) and bool(
                {b"title", b"url", b"date", b"headline"} & set(names)
            )
    return False
