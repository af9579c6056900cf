"""DOCX: documents of one article, and exports of press databases of many.

What belongs here: paragraphs out of the file. What does not: where articles begin (``press``). Tables are read as
paragraphs; headers, footers, notes, pictures and deleted text are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from pipelines.reading import press
from pipelines.reading.source import FREE_BYTES, LimitExceeded, Source, reject, sha256
from pipelines.reading.txt import split_title
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "docx"
_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is a DOCX document."""
    return head.startswith(b"PK\x03\x04") and (
        name.endswith((".docx", ".docm", ".dotx")) or (b"[Content_Types].xml" in head[:100] and b"word/" in head)
    )


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield the document's articles, numbered from 1 where there are several.

    Raises:
        LimitExceeded: The document unpacks to more than the settings allow.
        zipfile.BadZipFile, lxml.etree.XMLSyntaxError: The file breaks its format.
    """
    with zipfile.ZipFile(source.path) as document:
        if _PART not in document.namelist():
            yield reject(source.uri, b"PK", "unsupported_format", f"an Office file without {_PART}", NAME)
            return
        info = document.getinfo(_PART)
        if info.file_size > max(FREE_BYTES, info.compress_size * settings.archive_max_ratio):
            raise LimitExceeded(f"unpacks to {info.file_size:,} bytes")
        with document.open(info) as stream:
            yield from records(source.uri, press.split(paragraphs(cast(BinaryIO, stream))), NAME)


def records(uri: str, found: Iterator[press.PressArticle], reader: str) -> Iterator[RawArticle | Rejection]:
    """Yield a record for each article of a document, numbered from 1; a lone article goes by its document's name."""
    first = next(found, None)
    second = next(found, None) if first else None
    if first and second is None:
        yield _record(uri, first, reader)
        return
    several = (article for part in ((first, second), found) for article in part if article)
    for number, article in enumerate(several, start=1):
        yield _record(f"{uri}#{number}", article, reader)


def paragraphs(stream: BinaryIO) -> Iterator[str]:
    """Yield the texts of a document's paragraphs, blank ones too; holds one at a time.

    Raises:
        lxml.etree.XMLSyntaxError: The XML is broken.
    """
    from lxml import etree

    tags = [f"{namespace}p" for namespace in (_W, _STRICT_W)]
    for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True, huge_tree=False):
        yield from ("".join(_texts(element)).strip().split("\n"))
        element.clear()
        while element.getprevious() is not None and element.getparent() is not None:
            del element.getparent()[0]


def _texts(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        yield (element.text or "") if name == "t" else _BREAKS.get(name, "")


def _record(uri: str, article: press.PressArticle, reader: str) -> RawArticle | Rejection:
    text = "\n\n".join(article.paragraphs)
    data = repr((sorted(article.fields.items()), text)).encode("utf-8", "replace")
    if not text.strip():
        return reject(uri, data, "missing_field", "an article without text", reader)
    fields = {key: value for key, value in article.fields.items() if key != "loaded"}
    if "title" not in fields:
        title, text = split_title(text)
        fields |= {"title": title} if title else {}
    return RawArticle(uri, sha256(data), text, reader, **fields)
