"""Feeds, sitemaps and lists of urls: which pages they name, and which further lists.

What belongs here: a list's bytes to urls; ``sources.yaml``. What does not: fetching either.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from pipelines.reading import feed, sitemap
from pipelines.reading.charset import decode_markup, root_element

_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list names: pages, and lists of pages (a sitemap index)."""

    pages: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def listed(data: bytes, base: str, limit: int) -> Listed | None:
    """Return what a list names, each url once and absolute; None where it is no list but a page.

    Args:
        data: The list: RSS, Atom, JSON Feed, sitemap (gzipped or not), or text in which each line is a url.
        base: Where it came from.
        limit: Most bytes that a packed list may unpack to; beyond it is empty.
    """
    data = _plain(data, limit)
    if sitemap.sniff("", data[:2048]):
        found = [fields["loc"] for fields in sitemap.urls(data)]
        is_index = root_element(data[:2048]) == "sitemapindex"
        return Listed(lists=_absolute(found, base)) if is_index else Listed(_absolute(found, base))
    if feed.sniff("", data[:2048]):
        return Listed(_absolute(feed.links(data), base))
    text = decode_markup(data) or ""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if lines and all(map(_URL.fullmatch, lines)):
        return Listed(_absolute(lines, base))
    return None if root_element(data[:2048]) else Listed()


def sources(path: Path) -> list[str]:
    """Return the urls of ``sources.yaml``: a list under ``sources``, of urls or of mappings with ``url``.

    Raises:
        OSError, ValueError: The file is not there, or is no such list; the message says so.
    """
    import yaml

    try:
        rows: Any = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("sources") or []
        return [str(row["url"] if isinstance(row, dict) else row) for row in rows]
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name} is no list of sources: {' '.join(str(error).split())}") from error


def _absolute(urls: list[str], base: str) -> tuple[str, ...]:
    whole = (urljoin(base, url.strip()).partition("#")[0] for url in urls if url)
    return tuple(dict.fromkeys(url for url in whole if _URL.fullmatch(url)))


def _plain(data: bytes, limit: int) -> bytes:
    if not data.startswith(_GZIP_MAGIC):
        return data
    try:
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, limit + 1)
    except (zlib.error, gzip.BadGzipFile):
        return b""
    return unpacked if len(unpacked) <= limit else b""
