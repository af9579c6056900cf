"""Columns of tables and keys of JSON records: which of them hold an article's fields.

What belongs here: the names under which news-please, trafilatura, Event Registry, news APIs and press databases put
them, and the user's own (``settings.columns``). What does not: any file format.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from pipelines.reading import jsonl
from pipelines.reading.outlets import domain_of
from pipelines.reading.sitemap import known_url
from pipelines.reading.source import reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

# Beyond the names that JSON lines go by; compared without case, blanks and punctuation. First come, first served.
_MORE = {
    "text": ("raw_text", "story", "article", "full text", "hlead body", "cleaned_text", "plain_text", "body_text"),
    "title": ("title_page", "name", "header", "subject"),
    "url": ("source_url", "document identifier", "href", "uri", "source", "loc", "address"),
    "published_raw": (
        "datetime", "date time pub", "date_publish", "publish_date", "date_published", "pubdate", "timestamp",
        "publish_time", "seendate", "day", "published at", "date modify",
    ),
    "source_name": ("site_name", "source_title", "publication", "source common name", "newspaper", "source_id"),
    "source_domain": ("source-hostname", "host", "site"),
    "byline": ("writer", "creator", "by"),
    "language": ("lang_code", "detected language"),
}  # fmt: skip
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def _key(name: str) -> str:
    return _NOT_KEY.sub("", name.lower())


_KNOWN = {
    field: tuple(dict.fromkeys(_key(name) for name in (*jsonl.FIELDS[field], *_MORE[field]))) for field in jsonl.FIELDS
}


def mapping(names: Collection[str], settings: Settings) -> dict[str, tuple[str, ...]]:
    """Return for each field the columns that may hold it, best first; the user's own choice stands alone."""
    by_key: dict[str, list[str]] = {}
    for name in names:
        by_key.setdefault(_key(name), []).append(name)
    found = {field: tuple(name for key in keys for name in by_key.get(key, ())) for field, keys in _KNOWN.items()}
    return found | {field: (name,) for field, name in settings.columns.items() if field in _KNOWN}


def article(
    uri: str, data: bytes, record: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]], reader: str
) -> RawArticle | Rejection:
    """Return the article of a record, or a rejection: ``url_only`` where it holds a url and no text.

    Args:
        uri: What the record is called where it has no url.
        data: The record's bytes, or what stands for them.
        record: Column or key to value.
        columns: What ``mapping`` returned for the record's names.
        reader: The module that read it.
    """
    fields = {field: _first(record, names) for field, names in columns.items()}
    text = fields.pop("text")
    url = fields["url"] = fields["url"] if _URL.match(fields["url"] or "") else None
    if text is None and url:
        return known_url(url, fields["published_raw"], fields["title"], reader)
    if text is None:
        detail = f"no text under any of: {', '.join(jsonl.FIELDS['text'])}; name its column by COMMUNIQUE_COLUMNS"
        return reject(uri, data, "missing_field", detail, reader)
    if fields["source_domain"] is None and _DOMAIN.fullmatch(fields["source_name"] or ""):
        fields["source_domain"], fields["source_name"] = fields["source_name"], None
    fields["source_domain"] = domain_of(fields["source_domain"], url)
    return RawArticle(source_uri=url or uri, raw_sha256=sha256(data), text=text, reader=reader, **fields)


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((text.strip() for name in names if (text := jsonl.as_text(record.get(name)))), None)
