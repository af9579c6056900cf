"""JSON lines: one record in each line.

What belongs here: the names that exports give to the fields of an article, and how a line becomes a record. What does
not: parsing of dates, authors into people, or text.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from pipelines.reading.decode import decode, marked_encoding, without_surrogates
from pipelines.reading.source import Source, lines, reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "jsonl"
# A record's field -> the keys it goes under in the wild, the first one that holds something wins.
FIELDS = {
    "text": ("text", "maintext", "content", "body", "article_text", "full_text"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url"),
    "published_raw": ("date", "published_at", "date_publish", "published", "publication_date", "pub_date"),
    "source_name": ("source_name", "source", "outlet", "publisher", "sitename"),
    "source_domain": ("source_domain", "domain", "hostname"),
    "byline": ("authors", "author", "byline"),
    "language": ("language", "lang"),
}
_NAME_KEYS = ("name", "title", "uri", "value")
# A character takes up to six bytes as a JSON escape; the rest of the record needs room, too.
_BYTES_PER_CHAR = 6
_OTHER_FIELDS_BYTES = 1 << 20
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, holds JSON lines."""
    if name.endswith((".jsonl", ".ndjson", ".jl")):
        return True
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")
    one_object = first.startswith(b"{") and first.rstrip().endswith(b"}")
    return name.endswith(".json") and one_object and rest.startswith(b"{")


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each line that is not blank; the line's number is the record's."""
    limit = _BYTES_PER_CHAR * settings.max_article_chars + _OTHER_FIELDS_BYTES
    with source.open() as stream:
        for number, (line, whole) in enumerate(lines(as_utf8(stream), limit), start=1):
            data = line.strip()
            if data:
                yield _record(f"{source.uri}#{number}", data, whole)


def as_utf8(stream: BinaryIO) -> BinaryIO:
    """Return the stream recoded where its byte order mark tells of UTF-16 or UTF-32, else as it is."""
    mark = marked_encoding(stream.peek(4)[:4])  # type: ignore[attr-defined]
    if mark is None or mark[0] == "utf-8":
        return stream
    stream.read(mark[1])
    return cast(BinaryIO, codecs.EncodedFile(stream, "utf-8", mark[0], errors="replace"))


def _record(uri: str, data: bytes, whole: bool) -> RawArticle | Rejection:
    if not whole:
        return reject(uri, data, "too_long", "the line is beyond every limit; raise COMMUNIQUE_MAX_ARTICLE_CHARS", NAME)
    if (text := decode(data)) is None:
        return reject(uri, data, "undecodable", "the line is not text; save the file as UTF-8", NAME)
    try:
        record = json.loads(text)
        if isinstance(record, dict):
            return _article(uri, data, record)
    except (ValueError, RecursionError) as error:
        return reject(uri, data, "malformed", f"not a JSON object: {error}", NAME)
    return reject(uri, data, "malformed", f"a JSON {type(record).__name__} where an object is due", NAME)


def _article(uri: str, data: bytes, record: dict[str, Any]) -> RawArticle | Rejection:
    fields = {field: _first(record, keys) for field, keys in FIELDS.items()}
    text = fields.pop("text")
    if text is None:
        return reject(uri, data, "missing_field", f"no text under any of: {', '.join(FIELDS['text'])}", NAME)
    if fields["source_domain"] is None and _DOMAIN.fullmatch(fields["source_name"] or ""):
        fields["source_domain"], fields["source_name"] = fields["source_name"], None
    address = (fields["url"] or uri).strip()
    return RawArticle(source_uri=address, raw_sha256=sha256(data), text=text, reader=NAME, **fields)


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := as_text(record.get(key)))), None)


def as_text(value: Any) -> str | None:
    """Return a value as text: strings as they are, numbers spelled, lists joined by commas, objects by their name."""
    if isinstance(value, str):
        return without_surrogates(value) if value.strip() else None
    if isinstance(value, dict):
        return _first(value, _NAME_KEYS)
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := as_text(item))) or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
