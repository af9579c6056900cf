"""Exports of press databases (Nexis, Factiva, ProQuest, Europresse): many articles in one document.

What belongs here: where an article begins and ends in a run of paragraphs, and the labels that such databases print
around it. What does not: DOCX, RTF; they bring the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

# A paragraph that is nothing but one of these lies between two articles; it ends the one before it.
_ENDS = re.compile(
    r"end of document|_{10,}|document \d+ of \d+|\d+ of \d+ documents?|document [A-Z]{2,}\w{10,}|-{20,}|={20,}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{1,24}):\s*(?P<value>.*)", re.DOTALL)
_FIELDS = {
    "byline": "byline", "author": "byline", "by": "byline", "load-date": "loaded", "length": "", "section": "",
    "dateline": "", "graphic": "", "publication-type": "", "language": "language", "pubdate": "published_raw",
    "publication date": "published_raw", "title": "title", "headline": "title", "source": "source_name",
    "publication": "source_name", "publication title": "source_name", "journal code": "", "copyright": "",
    "document type": "", "subject": "", "location": "", "publication info": "", "links": "", "document url": "url",
    "issn": "", "proquest document id": "", "database": "", "last updated": "", "company": "", "highlight": "",
}  # fmt: skip
_BODY = re.compile(r"(?:body|full text)\s*:?\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"classification|load-date:.*|subject:.*|credit:.*|\(?copyright (?:\(c\)|©|\d{4}).*|notes", re.I | re.S
)
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)\s.{0,200}", re.IGNORECASE | re.DOTALL)
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}\.?\s+[A-Z][a-z]+,?\s+(?:19|20)\d\d|[A-Z][a-z]+\.?\s+\d{1,2},?\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
    r".{0,40}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\d,.]+ words", re.IGNORECASE)
_HEAD_LINES = 14
_NAME_MAX_CHARS = 60
_TITLE_MAX_CHARS = 250


@dataclass(slots=True)
class PressArticle:
    """An article of an export: the fields its head tells (title, byline, published_raw, ...), and its paragraphs."""

    fields: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)


def split(paragraphs: Iterator[str]) -> Iterator[PressArticle]:
    """Yield the articles of a run of paragraphs; one without any mark of a database is one article."""
    block: list[str] = []
    for text in paragraphs:
        if _ENDS.fullmatch(text):
            yield from _article(block)
            block = []
        else:
            block.append(text)
    yield from _article(block)


def _article(block: Sequence[str]) -> Iterator[PressArticle]:
    texts = [text for text in block if text]
    if not texts:
        return
    start = next((i for i, text in enumerate(texts[:40]) if _BODY.fullmatch(text)), None)
    found = PressArticle()
    body_at = start + 1 if start is not None else _end_of_head(texts)
    _read_head(texts[: start if start is not None else body_at], found)
    body = texts[body_at:]
    tail = next((i for i, text in enumerate(body) if i and _TAIL.fullmatch(text)), len(body)) if body_at else len(body)
    found.paragraphs = body[:tail]
    if found.paragraphs or found.fields:
        yield found


def _end_of_head(texts: Sequence[str]) -> int:
    """Return where the body starts: after the last mark of a database's head; 0 where there is none."""
    marks = [i for i, text in enumerate(texts[:_HEAD_LINES]) if _is_mark(text)]
    return marks[-1] + 1 if len(marks) > 1 else 0


def _is_mark(text: str) -> bool:
    label = _LABEL.fullmatch(text)
    known = label is not None and label["label"].lower() in _FIELDS
    return known or any(form.fullmatch(text) for form in (_DATE, _WORDS, _COPYRIGHT))


def _read_head(texts: Sequence[str], found: PressArticle) -> None:
    """Read title, outlet and day by their places (title first, then outlet, then day), the rest by label."""
    plain = []
    for text in texts:
        label = _LABEL.fullmatch(text)
        if label and label["label"].lower() in _FIELDS:
            if (name := _FIELDS[label["label"].lower()]) and label["value"].strip():
                found.fields.setdefault(name, label["value"].strip())
        elif _DATE.fullmatch(text):
            found.fields.setdefault("published_raw", text)
        elif not _WORDS.fullmatch(text) and not _COPYRIGHT.fullmatch(text):
            plain.append(text)
    if plain and len(plain[0]) <= _TITLE_MAX_CHARS:
        found.fields.setdefault("title", plain.pop(0))
    if plain and plain[0].lower().startswith("by "):
        found.fields.setdefault("byline", plain.pop(0)[3:])
    if plain and len(plain[0]) <= _NAME_MAX_CHARS:
        found.fields.setdefault("source_name", plain.pop(0))
