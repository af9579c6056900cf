"""E-mail: newsletters saved as ``.eml`` or in an mbox; one article for each message.

What belongs here: messages apart, and which part of a message is the newsletter. What does not: attachments; they are
not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from pipelines.reading.body import body_text
from pipelines.reading.charset import decode_markup
from pipelines.reading.decode import without_surrogates
from pipelines.reading.markup import fragment_text, parse_html, tree_text
from pipelines.reading.source import Source, reject, sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "mail"
_MBOX = re.compile(rb"From \S+.{0,40}\d{2}:\d{2}")
_HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|message-id|mime-version|from|to|date|subject|content-type|dkim-signature"
    rb"|x-[\w-]+|list-[\w-]+|reply-to|authentication-results|arc-[\w-]+):[ \t]",
    re.IGNORECASE,
)
_MOST_OF_IT = 0.5
_LINE_LIMIT = 1 << 20
_MIN_HEADERS = 3


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is a message or a box of them."""
    if _MBOX.match(head) or name.endswith(".eml"):
        return True
    top = [line for line in re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].splitlines() if line[:1] not in (b" ", b"\t")]
    return len(top) >= _MIN_HEADERS and all(_HEADER.match(line) for line in top[:_MIN_HEADERS])


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each message, numbered from 1 in an mbox.

    Raises:
        OSError, EOFError, zlib.error: The file cannot be read.
    """
    with source.open() as stream:
        is_box = bool(_MBOX.match(stream.peek(256)))  # type: ignore[attr-defined]
        for number, (data, whole) in enumerate(_messages(stream, is_box, settings.max_document_bytes), start=1):
            uri = f"{source.uri}#{number}" if is_box else source.uri
            if whole:
                yield _message(uri, data)
            else:
                yield reject(uri, data, "limit_exceeded", "larger than COMMUNIQUE_MAX_DOCUMENT_BYTES", NAME)


def _messages(stream: BinaryIO, is_box: bool, limit: int) -> Iterator[tuple[bytes, bool]]:
    """Yield each message and whether it is whole; of one over the limit only the beginning is kept."""
    kept: list[bytes] = []
    size = 0
    while line := stream.readline(_LINE_LIMIT):
        if is_box and _MBOX.match(line):
            if kept:
                yield b"".join(kept), size <= limit
            kept, size = [], 0
            continue
        size += len(line)
        if size <= limit:
            kept.append(line[1:] if is_box and line.startswith(b">From ") else line)
    if kept or not is_box:
        yield b"".join(kept), size <= limit


def _message(uri: str, data: bytes) -> RawArticle | Rejection:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        text = _text(message)
        name, address = parseaddr(str(message.get("From", "")))
        fields = {"title": message.get("Subject"), "source_name": name, "published_raw": message.get("Date")}
        told = {key: without_surrogates(" ".join(str(value or "").split())) or None for key, value in fields.items()}
    except Exception as error:
        # The standard library's parser raises a dozen kinds of errors on headers that nobody foresaw.
        return reject(uri, data, "malformed", f"not a message ({type(error).__name__}: {error})", NAME)
    if not text.strip():
        return reject(uri, data, "missing_field", "a message without text; attachments are not read", NAME)
    domain = without_surrogates(address.rpartition("@")[2]) or None
    language = str(message.get("Content-Language") or "") or None
    return RawArticle(uri, sha256(data), text, NAME, source_domain=domain, language=language, **told)


def _text(message: EmailMessage) -> str:
    """Return the newsletter: its HTML part, of which the story alone where that is most of it, else its plain part."""
    page, plain = (message.get_body(preferencelist=(kind,)) for kind in ("html", "plain"))
    tree = parse_html(_characters(page)) if page else None
    if tree is not None:
        whole, story = tree_text(tree), body_text(tree)
        text = story if len(story) >= _MOST_OF_IT * len(whole) else whole
        if text.strip():
            return text
    text = _characters(plain) if plain else ""
    return fragment_text(text) if "</" in text else text


def _characters(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode_markup(payload, part.get_content_charset()) or ""
