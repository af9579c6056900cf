"""From what a reader found to an article that a coder can read, or the reason why there is none.

What belongs here: the order of the steps and the limits. What does not: the steps themselves (``layout``, ``clutter``,
``heads``, ``published``, ``language``, ``outlets``), and any file access but the reference rows.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pipelines.reading import layout, published
from pipelines.reading.clutter import ClutterTable, clutter_table, without_clutter
from pipelines.reading.heads import Dateline, agency_in, find_dateline, is_named_in, parse_byline
from pipelines.reading.language import Told, told_in
from pipelines.reading.outlets import domain_of, source_key
from pipelines.records import Article, DateBounds, RawArticle, Rejection
from pipelines.settings import Settings

NAME = "clean"
_WORD = re.compile(r"\w+")
# A lede told twice (a summary above the story) shares most of its words with the first paragraph.
_LEDE_MIN_WORDS = 8
_LEDE_SHARED = 0.5
_SHORT_WORD = 3
_NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z]\w+|\d\w*)")
_NO_NAME = re.compile(r"[@_\d]|\.(?:com|org|net)\b|https?:", re.IGNORECASE)
_GAP = len("\n\n")
_REPEAT_MIN_CHARS = 60
_DATE_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Story:
    title: str | None
    byline: str | None
    paragraphs: list[str]


def clean(raw: RawArticle, settings: Settings, today: date | None = None) -> Article | Rejection:
    """Return the article that a record holds, or the rejection that says why it is none. Never raises.

    Args:
        raw: The record as its reader found it.
        settings: Limits and the reference folder.
        today: The last day (or the one before it, for other time zones) on which an article can have been
            published; the day in UTC if None.
    """
    if len(raw.text) > settings.max_article_chars:
        return _reject(raw, "too_long", f"over {settings.max_article_chars:,} characters; raise max_article_chars")
    table = clutter_table(settings.reference_dir)
    story = _story(raw, table)
    body = "\n\n".join(story.paragraphs)
    text = f"{story.title}\n\n{body}" if story.title else body
    if not _WORD.search(body):
        return _reject(raw, "empty", "no text after cleaning")
    if (words := len(text.split())) < settings.min_article_words:
        return _reject(raw, "too_short", f"{words} words, under {settings.min_article_words}; lower min_article_words")
    told = told_in(story.paragraphs, settings.languages)
    if not told.paragraphs:
        detail = f"language {told.language}; coded are: {', '.join(settings.languages)}"
        return _reject(raw, "unsupported_language", detail)
    return _article(raw, story, told, table, today or datetime.now(UTC).date())


def _story(raw: RawArticle, table: ClutterTable) -> _Story:
    title = layout.folded(layout.plain(raw.title)) if raw.title else None
    byline = _names(layout.folded(layout.plain(raw.byline))) if raw.byline else None
    paragraphs = layout.paragraphs(layout.plain(raw.text))
    if title:
        paragraphs = _without_title(paragraphs, title)
    paragraphs = without_clutter(paragraphs, table)
    told, paragraphs = _take_bylines(paragraphs, byline or "")
    return _Story(title, byline or told, _fold_repeats(paragraphs))


def _names(byline: str) -> str | None:
    """Return a by-line without "By" and without what is no name: addresses and the page's own markers."""
    names = [name.strip() for name in byline.removeprefix("By ").split(",")]
    return ", ".join(name for name in names if name and not _NO_NAME.search(name)) or None


def _without_title(paragraphs: list[str], title: str) -> list[str]:
    """Drop the first paragraph where it says the title again."""
    repeated = bool(paragraphs) and _words_in_order(paragraphs[0]) == _words_in_order(title)
    return paragraphs[1:] if repeated else paragraphs


def _take_bylines(paragraphs: list[str], known: str) -> tuple[str | None, list[str]]:
    """Take by-lines off: near the head, and at the very end. Returns the first and the paragraphs left."""
    head = next((i for i, text in enumerate(paragraphs[:3]) if parse_byline(text)), None)
    tail = len(paragraphs) - 1 if len(paragraphs) > 3 and parse_byline(paragraphs[-1]) else None
    taken = [i for i in (head, tail) if i is not None]
    byline = parse_byline(paragraphs[taken[0]]) if taken else None
    taken += [i for i, text in enumerate(paragraphs[:3]) if is_named_in(text, known)]
    return byline, [text for i, text in enumerate(paragraphs) if i not in taken]


def _fold_repeats(paragraphs: list[str]) -> list[str]:
    """Drop a summary lede that the next paragraph tells again, and later copies of a long paragraph."""
    if len(paragraphs) > 2 and _tells_again(paragraphs[0], paragraphs[1]):
        paragraphs = paragraphs[1:]
    seen: set[str] = set()
    kept = []
    for text in paragraphs:
        if len(text) < _REPEAT_MIN_CHARS or text not in seen:
            kept.append(text)
        seen.add(text)
    return kept


def _tells_again(lede: str, following: str) -> bool:
    """Tell whether the second paragraph says the first again: most words shared, no name or figure lost."""
    told = set(_words_in_order(following))
    a, b = ({word for word in words if len(word) > _SHORT_WORD} for words in (_words_in_order(lede), told))
    if min(len(a), len(b)) < _LEDE_MIN_WORDS or len(a & b) < _LEDE_SHARED * len(a | b):
        return False
    return all(name.casefold() in told for name in _NAME_OR_FIGURE.findall(lede))


def _words_in_order(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _article(raw: RawArticle, story: _Story, told: Told, table: ClutterTable, today: date) -> Article:
    paragraphs = told.paragraphs
    text = "\n\n".join([story.title, *paragraphs] if story.title else paragraphs)
    index, dateline = find_dateline(paragraphs, table.labels) or (0, None)
    bounds, basis, doubt = _published(raw, dateline, today)
    domain = domain_of(raw.source_domain, raw.url)
    return Article(
        article_id=hashlib.sha256(text.encode()).hexdigest(),
        clean_text=text,
        source_uri=raw.source_uri,
        raw_sha256=raw.raw_sha256,
        title=story.title,
        byline=story.byline,
        source_key=source_key(raw.source_name, domain),
        source_name=raw.source_name,
        source_domain=domain,
        published=bounds,
        published_basis=basis,
        language=told.language,
        dateline=dateline.place if dateline else None,
        agency=(dateline.credit if dateline else None) or agency_in(story.byline or ""),
        body_start=_body_start(story.title, paragraphs, index, dateline.end if dateline else 0),
        notes="; ".join(filter(None, [doubt, _left_out(told)])) or None,
    )


def _left_out(told: Told) -> str | None:
    """Return the note about paragraphs in other languages, or None."""
    counts = ", ".join(f"{count} in {language}" for language, count in sorted(told.left_out.items()))
    return f"paragraphs left out: {counts}" if counts else None


def _body_start(title: str | None, paragraphs: list[str], index: int, end: int) -> int:
    """Return the offset of what follows the first ``end`` characters of a paragraph, its end passed over."""
    before = [title, *paragraphs[:index]] if title else paragraphs[:index]
    at_end = end == len(paragraphs[index]) and index + 1 < len(paragraphs)
    return sum(len(part) + _GAP for part in before) + end + (_GAP if at_end else 0)


def _published(raw: RawArticle, dateline: Dateline | None, today: date) -> tuple[DateBounds, str, str | None]:
    """Return the bounds of publication, their basis, and a note on a date that cannot be believed."""
    if bounds := published.from_metadata(raw.published_raw, today):
        return bounds, "metadata", None
    told = layout.folded(raw.published_raw or "")[:_DATE_SHOWN]
    doubt = f"date of publication not usable: {told}" if told else None
    return (*_published_elsewhere(raw, dateline, today), doubt)


def _published_elsewhere(raw: RawArticle, dateline: Dateline | None, today: date) -> tuple[DateBounds, str]:
    """Return the bounds of publication and their basis: a day in the url before the dateline, that before a month."""
    in_url = published.from_url(raw.url, today)
    if in_url and in_url.precision == "day":
        return in_url, "url"
    if dateline:
        told = published.from_dateline(dateline.year, dateline.month, dateline.day, in_url)
        if told and published.is_plausible(told, today):
            return told, "dateline"
    return (in_url, "url") if in_url else (DateBounds(), "none")


def _reject(raw: RawArticle, reason_code: str, detail: str) -> Rejection:
    sample = layout.folded(raw.text[:200])[:64]
    return Rejection(raw.source_uri, raw.raw_sha256, reason_code, detail, NAME, sample)
