"""What a page says about itself: JSON-LD, meta tags, links and time elements, read once.

What belongs here: where each field is told, in the order in which the places are believed. What does not: the story
(``body``), and making sense of dates and names (``published``, ``clean``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.reading.decode import without_surrogates
from pipelines.reading.markup import fragment_text

# Field -> names of meta tags (name, property or itemprop), the most telling first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "hdl", "headline"),
    "url": ("og:url", "twitter:url"),
    "source_name": ("og:site_name", "application-name", "publisher", "dc.publisher", "cre"),
    "byline": ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl", "twitter:creator"),
    "published_raw": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date",
        "citation_publication_date", "article.published", "date", "ptime", "pdate",
    ),
    "language": ("og:locale", "dc.language", "language", "content-language"),
}  # fmt: skip
# Field -> keys of a JSON-LD article.
_LINKED = {
    "title": ("headline", "name"),
    "url": ("url", "mainEntityOfPage"),
    "source_name": ("publisher", "sourceOrganization"),
    "byline": ("author", "creator"),
    "published_raw": ("datePublished", "dateCreated"),
    "language": ("inLanguage",),
    "body": ("articleBody",),
}
# Field -> elements of the page, for what neither of the two tells.
_ELEMENTS = {
    "title": ("//h1//text()",),
    "url": ("//link[@rel='canonical']/@href",),
    "byline": (
        "//*[@itemprop='author']//*[@itemprop='name']//text()", "//a[@rel='author']//text()",
        "//*[contains(@class, 'byline') and starts-with(normalize-space(.), 'By ') and string-length(.) < 200]",
    ),
    "published_raw": (
        "//*[@itemprop='datePublished']/@datetime", "//time[@pubdate]/@datetime",
        "(//article | //main)[1]//time/@datetime", "//header//time/@datetime",
    ),
    "language": ("/html/@lang", "/html/@*[name()='xml:lang']"),
}  # fmt: skip
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Posting|Report)$", re.IGNORECASE)
_ABSOLUTE = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
# Fillers of templates: year 1, handles, "undefined".
_NOT_TOLD = re.compile(r"(?:$|@|//|0001-|1970-01-01T00:00:00|undefined$|null$|none$|n/?a$|by:?$|admin$)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.S)
_NAME_KEYS = ("name", "@id", "@value", "url")
_MAX_NODES = 2_000
_MAX_FIELD_CHARS = 1_000


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's own account of itself; every field as worded there, None where it does not tell."""

    title: str | None = None
    url: str | None = None
    source_name: str | None = None
    byline: str | None = None
    published_raw: str | None = None
    language: str | None = None
    body: str | None = None


def page_meta(tree: Any) -> PageMeta:
    """Return what a page (a tree of ``markup.parse_html``) tells about itself."""
    linked, tags = _linked_data(tree), _meta_tags(tree)
    found: dict[str, str | None] = {"body": _body(linked)}
    for field in _META:
        places = (_from_linked(field, linked), _from_tags(field, tags), _from_elements(field, tree))
        # An address is best told by the page's canonical link: in JSON-LD it is often the outlet's home page.
        told = (value for place in (places[::-1] if field == "url" else places) for value in place)
        found[field] = next((value for value in told if _is_fit(field, value)), None)
    found["title"] = _without_outlet(found["title"] or _page_title(tree), found["source_name"])
    return PageMeta(**found)


def _is_fit(field: str, value: str) -> bool:
    """Tell whether a value can be the field: urls lead beyond a home page, other fields are no urls and no fillers."""
    address = _ABSOLUTE.match(value)
    if field == "url":
        return address is not None and len(value) > address.end() + 1
    return not (address or _NOT_TOLD.match(value))


def _from_linked(field: str, article: dict[str, Any]) -> Iterator[str]:
    return (text for key in _LINKED[field] if (text := _plain(article.get(key), field)))


def _from_tags(field: str, tags: dict[str, str]) -> Iterator[str]:
    return (tags[name] for name in _META[field] if tags.get(name))


def _from_elements(field: str, tree: Any) -> Iterator[str]:
    for path in _ELEMENTS.get(field, ()):
        found = [_folded(value if isinstance(value, str) else " ".join(value.itertext())) for value in tree.xpath(path)]
        if field == "title":
            yield _folded(" ".join(found)) if len(tree.xpath("//h1")) == 1 else ""
        else:
            yield next((value for value in found if value), "")


def _page_title(tree: Any) -> str | None:
    return _folded(" ".join(str(text) for text in tree.xpath("//title[1]//text()")[:1])) or None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Take the outlet's name off a title's end ("... | The Daily News")."""
    if not title or not outlet:
        return title
    return re.sub(rf"\s+[|–—-]+\s+{re.escape(outlet)}\s*$", "", title, flags=re.IGNORECASE) or title


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = _folded(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := (meta.get(attribute) or "").strip().lower()):
                tags.setdefault(name, content)
    return tags


def _linked_data(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD object that describes the article: the first of an article's type, or nothing."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _nodes(_loads(script.text or "")):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
                    return node
    return {}


def _loads(text: str) -> Any:
    try:
        return json.loads(_COMMENT.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD document, outer ones first; so many and no more."""
    queue = [value]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue = [*node, *queue]
        elif isinstance(node, dict):
            yield node
            queue.extend(child for key, child in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage"))


def _body(article: dict[str, Any]) -> str | None:
    told = article.get("articleBody")
    return without_surrogates(fragment_text(told)) if isinstance(told, str) and told.strip() else None


def _plain(value: Any, field: str) -> str | None:
    """Return a JSON-LD value as text: lists joined by commas, objects by their name (of an address, by their id)."""
    if isinstance(value, str):
        return without_surrogates(_folded(fragment_text(value)))[:_MAX_FIELD_CHARS] or None
    if isinstance(value, list):
        names = [name for item in value[:20] if (name := _plain(item, field))]
        return (names[0] if names and field in ("url", "title", "language") else ", ".join(names)) or None
    if isinstance(value, dict):
        keys = reversed(_NAME_KEYS) if field == "url" else _NAME_KEYS
        return next((name for key in keys if isinstance(value.get(key), str) and (name := _folded(value[key]))), None)
    return str(value) if isinstance(value, int) else None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
