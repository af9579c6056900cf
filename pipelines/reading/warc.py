"""WARC and ARC crawls, gzipped or not (CC-NEWS and the like): one article for each page that was fetched.

What belongs here: which of a crawl's records are pages. What does not: reading the page (``html``). The day of the
crawl is not the day of publication and is not taken for it.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from pipelines.reading.html import page
from pipelines.reading.source import Source, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "warc"
_HEADS = (b"WARC/", b"filedesc://")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_KINDS = ("response", "resource")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_ADDRESSES = ("WARC-Target-URI", "uri")
_OK = "200"


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file beginning so is a crawl, whatever its name."""
    return head.startswith(_HEADS)


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each response; requests and notes of the crawler are none.

    With ``settings.hosts`` set, responses of other hosts are passed over. A crawl that breaks off in the middle gives
    what came before and one rejection.

    Raises:
        LimitExceeded: The crawl unpacks to more than the settings allow.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    with source.open() as stream:
        steps = _Steps(stream)
        try:
            for record in ArchiveIterator(steps):
                number += 1
                url = next((told for name in _ADDRESSES if (told := record.rec_headers.get_header(name))), "")
                if record.rec_type in _KINDS and _wanted(url, settings.hosts):
                    yield _response(record, url, f"{source.uri}#{number}", settings.max_document_bytes)
        except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, IndexError) as error:
            steps.error = steps.error or error
    if steps.error:
        detail = f"the crawl breaks off after {number} records: {' '.join(str(steps.error).split())[:200]}"
        yield reject(f"{source.uri}#{number + 1}", b"", "malformed", detail, NAME)


class _Steps:
    """A stream that gives what there is, step by step, and keeps the error in which it ends.

    The library asks for blocks, so that the last whole records would be lost with the error, and takes an early end for
    the end.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.error: Exception | None = None
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        try:
            return bytes(self._stream.read1(size))  # type: ignore[attr-defined]
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.error = error
            return b""


def _wanted(url: str, hosts: tuple[str, ...]) -> bool:
    """Tell whether a url is of one of the hosts or of a host below one; any url is where no host is asked for."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        host = ""
    return not hosts or any(host == wanted.lower() or host.endswith("." + wanted.lower()) for wanted in hosts)


def _response(record: Any, url: str, uri: str, limit: int) -> RawArticle | Rejection:
    headers = record.http_headers
    status = headers.get_statuscode() if headers else _OK
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    if status != _OK or not kind.lower().strip().startswith(_PAGE_TYPES):
        detail = f"status {status}, {kind.split(';')[0].strip()[:60] or 'no content type'}: not a page"
        return reject(url or uri, uri.encode("utf-8", "replace"), "not_a_page", detail, NAME)
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        detail = f"larger than {limit:,} bytes; raise COMMUNIQUE_MAX_DOCUMENT_BYTES"
        return reject(url or uri, data[:limit], "limit_exceeded", detail, NAME)
    charset = _CHARSET.search(kind)
    try:
        return page(uri, data, url or None, charset[1] if charset else None, NAME)
    except Exception as error:
        # One page that its parser cannot bear must not cost the rest of the crawl.
        return reject(url or uri, data, "malformed", f"cannot be read ({type(error).__name__}: {error})", NAME)
