"""Markup to characters: a tree from bytes that may be broken, and the paragraphs of a fragment.

What belongs here: safe parsing (no network, no entities from outside), block elements as paragraphs. What does not:
telling a story from the page around it (``body``), metadata (``page_meta``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "math"))
_SPACE = re.compile(r"\s+")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[A-Za-z]+\d*);")


def parse_html(text: str) -> Any:
    """Return the lxml tree of a page, however broken; None where there is no element in it."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_NOT_XML.sub("", text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def fragment_text(fragment: str) -> str:
    """Return the text of a piece of HTML, its blocks as paragraphs apart by a blank line; plain text stays as it is."""
    if not _TAG.search(fragment):
        return fragment.strip()
    tree = parse_html(f"<div>{fragment}</div>")
    return "" if tree is None else tree_text(tree)


def tree_text(tree: Any) -> str:
    """Return all that a tree says, its blocks as paragraphs."""
    blocks = "".join(_pieces(tree)).split("\n")
    return "\n\n".join(text for block in blocks if (text := _SPACE.sub(" ", block).strip()))


def _pieces(tree: Any) -> Iterator[str]:
    """Yield texts in document order, a line break where a block begins or ends. Works without recursion: pages nest."""
    from lxml import etree

    hushed = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        silent, block = element.tag in _SILENT, element.tag in _BLOCKS
        hushed += silent if event == "start" else -silent
        if block and not hushed:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text and not hushed:
            yield _SPACE.sub(" ", text)
