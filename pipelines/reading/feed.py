"""RSS, Atom and JSON Feed: one article for each entry.

What belongs here: which files are feeds, and which of an entry's fields hold the article. What does not: fetching what
an entry links to. An entry that carries no more than a summary is read under the name ``feed_summary``, so that
``article_source.reader`` tells whole articles from teasers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pipelines.reading.charset import decode_markup, root_element
from pipelines.reading.decode import decode, without_surrogates
from pipelines.reading.markup import fragment_text
from pipelines.reading.outlets import domain_of
from pipelines.reading.sitemap import known_url
from pipelines.reading.source import Source, read_whole, reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "feed"
SUMMARY = "feed_summary"
_ROOTS = frozenset(("rss", "feed", "rdf", "channel", "entry", "item"))
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_XML_ENCODING = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", re.IGNORECASE)
Entry = dict[str, str | None]


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is a feed."""
    return bool(_JSON_FEED.search(head)) or root_element(head) in _ROOTS or name.endswith((".rss", ".atom"))


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each entry, numbered from 1; nothing for a feed without entries.

    Raises:
        LimitExceeded: The feed is larger than ``settings.max_document_bytes``.
    """
    data = read_whole(source, settings.max_document_bytes)
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    text = decode(data) if is_json else decode_markup(data)
    if text is None:
        yield reject(source.uri, data, "undecodable", "the feed is not text in any encoding that was tried", NAME)
        return
    try:
        entries = list(_json_entries(text) if is_json else _xml_entries(text))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        yield reject(source.uri, data, "malformed", f"not a feed: {error}", NAME)
        return
    for number, entry in enumerate(entries, start=1):
        yield _record(f"{source.uri}#{number}", entry)


def links(data: bytes) -> list[str]:
    """Return the urls of a feed's entries; none for what is no feed."""
    text = decode_markup(data) or ""
    try:
        entries = _json_entries(text) if text.lstrip().startswith("{") else _xml_entries(text)
        return [url for entry in entries if (url := entry["url"])]
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []


def _record(uri: str, entry: Entry) -> RawArticle | Rejection:
    # The bytes of one entry cannot be told from the feed's: what was read stands for them, so that it stays the same
    # record while the feed around it moves on.
    data = json.dumps(entry, sort_keys=True).encode()
    fields = {key: value for key, value in entry.items() if key not in ("content", "summary")}
    content, summary = (fragment_text(entry[key] or "") for key in ("content", "summary"))
    if not (content or summary) and entry["url"]:
        return known_url(entry["url"], entry["published_raw"], entry["title"], NAME)
    if not (content or summary):
        return reject(uri, data, "missing_field", "an entry without content, summary or url", NAME)
    return RawArticle(
        source_uri=entry["url"] or uri,
        raw_sha256=sha256(data),
        text=content or summary,
        reader=NAME if content else SUMMARY,
        source_domain=domain_of(None, entry["url"]),
        **fields,
    )


def _xml_entries(text: str) -> Iterator[Entry]:
    import feedparser

    # Decoded already, by the rules of all readers; feedparser would believe the old declaration.
    plain = _XML_ENCODING.sub(r"\1", text, count=1)
    feed = feedparser.parse(
        plain.encode("utf-8", "ignore"), response_headers={"content-type": "text/xml; charset=utf-8"}
    )
    for entry in feed.entries:
        parts = (part for part in entry.get("content", ()) if part.get("value"))
        content = max((part["value"] for part in parts), key=len, default=None)
        yield _entry(
            content=content,
            summary=entry.get("summary"),
            title=fragment_text(entry.get("title") or ""),
            url=entry.get("link") or entry.get("feedburner_origlink"),
            published_raw=entry.get("published") or entry.get("updated"),
            byline=", ".join(a["name"] for a in entry.get("authors", ()) if a.get("name")) or entry.get("author"),
            source_name=fragment_text(feed.feed.get("title") or ""),
            language=feed.feed.get("language"),
        )


def _json_entries(text: str) -> Iterator[Entry]:
    feed = json.loads(text)
    for item in feed.get("items") or ():
        authors = item.get("authors") or [item.get("author") or {}]
        yield _entry(
            content=item.get("content_html") or item.get("content_text"),
            summary=item.get("summary"),
            title=item.get("title"),
            url=item.get("url") or item.get("external_url"),
            published_raw=item.get("date_published") or item.get("date_modified"),
            byline=", ".join(author["name"] for author in authors if author.get("name")),
            source_name=feed.get("title"),
            language=item.get("language") or feed.get("language"),
        )


def _entry(**fields: Any) -> Entry:
    """Return the fields that hold text; the rest as None."""
    told = {key: without_surrogates(value).strip() if isinstance(value, str) else None for key, value in fields.items()}
    return {key: value or None for key, value in told.items()}
