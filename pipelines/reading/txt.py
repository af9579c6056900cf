"""Plain text: one article in a file.

What belongs here: which files are plain text, and which first line is a headline. What does not: cleaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.reading.decode import decode
from pipelines.reading.source import Source, file_sha256, reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "txt"
_BYTES_PER_CHAR = 4
_TITLE_MAX_CHARS = 200
_TITLE_MAX_WORDS = 30
_HEAD_LINES = 3
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.;:,…—–][\"'”’»)\]]*$")
_BYLINE = re.compile(r"by\s+[A-Z]", re.IGNORECASE)


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is plain text."""
    return name.endswith((".txt", ".text"))


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield the file's one article, or why it is none."""
    limit = _BYTES_PER_CHAR * settings.max_article_chars
    with source.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        yield _too_long(source, data, settings)
    elif (text := decode(data)) is None:
        yield reject(source.uri, data, "undecodable", "not text in any known encoding; save it as UTF-8", NAME)
    else:
        title, body = split_title(text)
        yield RawArticle(source.uri, sha256(data), body, NAME, title=title)


def split_title(text: str) -> tuple[str | None, str]:
    """Return headline and body: a short first line without a sentence's end, then a blank line, is the headline.

    Lines between the two (a deck, a by-line) go with the body; one of them that reads as a sentence means no headline.
    """
    head, *rest = _BLANK_LINE.split(text.replace("\r\n", "\n").lstrip(), maxsplit=1)
    title, *deck = head.split("\n")
    if not rest or not _is_title(title) or len(deck) >= _HEAD_LINES or not all(map(_is_short, deck)):
        return None, text
    return title.strip(), "\n\n".join(["\n".join(deck), *rest] if deck else rest)


def _is_title(line: str) -> bool:
    return _is_short(line) and not _BYLINE.match(line)


def _is_short(line: str) -> bool:
    line = line.strip()
    return len(line) <= _TITLE_MAX_CHARS and len(line.split()) <= _TITLE_MAX_WORDS and not _SENTENCE_END.search(line)


def _too_long(source: Source, data: bytes, settings: Settings) -> Rejection:
    rejection = reject(source.uri, data, "too_long", f"longer than {settings.max_article_chars:,} characters", NAME)
    return Rejection(
        rejection.source_uri,
        file_sha256(source.path),
        rejection.reason_code,
        f"{rejection.detail}; split it or raise COMMUNIQUE_MAX_ARTICLE_CHARS",
        NAME,
        rejection.first_bytes,
    )
