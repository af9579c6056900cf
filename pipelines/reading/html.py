"""HTML and XHTML: one saved page is one article.

What belongs here: which files are pages, and a page's bytes to a record. What does not: the steps themselves
(``charset``, ``markup``, ``page_meta``, ``body``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.reading.body import body_text
from pipelines.reading.charset import decode_markup, root_element
from pipelines.reading.markup import parse_html
from pipelines.reading.outlets import domain_of
from pipelines.reading.page_meta import page_meta
from pipelines.reading.source import Source, read_whole, reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "html"
_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_PAGE_ROOTS = frozenset(("html", "head", "body"))


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is a page."""
    root = root_element(head)
    return root in _PAGE_ROOTS or (name.endswith(_SUFFIXES) and b"\x00" not in head[:4])


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield the page's one article, or why it is none.

    Raises:
        LimitExceeded: The page is larger than ``settings.max_document_bytes``.
    """
    yield page(source.uri, read_whole(source, settings.max_document_bytes))


def page(
    uri: str, data: bytes, url: str | None = None, charset: str | None = None, reader: str = NAME
) -> RawArticle | Rejection:
    """Return the article of a page, or the rejection that says why it is none.

    Args:
        uri: What the record is called where the page tells no url of its own.
        data: The page's bytes.
        url: Where it was fetched from, if known; the page's own canonical url comes before it.
        charset: The encoding that the server declared.
        reader: The module that found the page.
    """
    text = decode_markup(data, charset)
    if text is None:
        return reject(uri, data, "undecodable", "the page is not text in any encoding that was tried", reader)
    tree = parse_html(text)
    if tree is None:
        return reject(uri, data, "empty", "the page holds nothing", reader)
    meta = page_meta(tree)
    body = body_text(tree, meta.body)
    if not body:
        return reject(url or uri, data, "no_body", "no story found on the page; save the article's own page", reader)
    address = meta.url or url
    return RawArticle(
        source_uri=address or uri,
        raw_sha256=sha256(data),
        text=body,
        reader=reader,
        title=meta.title,
        url=address,
        source_name=meta.source_name,
        source_domain=domain_of(None, address),
        byline=meta.byline,
        published_raw=meta.published_raw,
        language=meta.language,
    )
