"""Sitemaps, news sitemaps and sitemap indexes: lists of urls.

What belongs here: the urls and what the list tells of them. What does not: fetching. A sitemap holds no article, so
each url is a rejection (``url_only``) whose detail keeps title and date: nothing vanishes, and what is missing can be
asked.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pipelines.reading.charset import decode_markup, root_element
from pipelines.reading.source import Source, read_whole, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "sitemap"
_ROOTS = frozenset(("urlset", "sitemapindex"))
_RECORDS = ("url", "sitemap")
_DATES = ("publication_date", "lastmod")


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file beginning so is a sitemap, whatever its name."""
    return root_element(head) in _ROOTS


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield one rejection for each url of the list.

    Raises:
        LimitExceeded: The sitemap is larger than ``settings.max_document_bytes``.
    """
    for fields in urls(read_whole(source, settings.max_document_bytes)):
        yield known_url(
            fields["loc"], next((fields[key] for key in _DATES if key in fields), None), fields.get("title")
        )


def known_url(url: str, listed: str | None = None, title: str | None = None, reader: str = NAME) -> Rejection:
    """Return the rejection of a url whose text nobody brought."""
    told = " ".join(
        part for part in (f"listed under {listed}" if listed else "", f"as {title!r}" if title else "") if part
    )
    detail = f"only the url{', ' + told if told else ''}; `communique fetch` brings the page"
    return reject(url, url.encode("utf-8", "replace"), "url_only", detail, reader)


def urls(data: bytes) -> Iterator[dict[str, str]]:
    """Yield for each url its fields by local name: ``loc``, and ``lastmod``, ``publication_date``, ``title``.

    A sitemap that breaks off gives what comes before.
    """
    from lxml import etree

    text = (decode_markup(data) or "").encode("utf-8", "ignore")
    # libxml2 takes the bytes for UTF-8 where no declaration says otherwise.
    body = io.BytesIO(text[text.find(b"?>") + 2 :].lstrip() if text.lstrip().startswith(b"<?xml") else text)
    events = etree.iterparse(body, events=("end",), recover=True, resolve_entities=False, no_network=True)
    try:
        for _, element in events:
            if _local(element) in _RECORDS:
                fields = {_local(child): (child.text or "").strip() for child in element.iter() if child is not element}
                element.clear()
                if fields.get("loc"):
                    yield {key: value for key, value in fields.items() if value}
    except etree.XMLSyntaxError:
        return


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
