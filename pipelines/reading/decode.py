"""Bytes to characters, for every reader.

What belongs here: byte order marks, UTF-8, and the guess for old one-byte and East Asian encodings; the printable
sample of bytes that a rejection carries. What does not: repairing text that was decoded wrongly upstream (``clean``).
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_GUESS_BYTES = 20_000
_ENGLISH_HIGH_SHARE = 0.05


def marked_encoding(head: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark declares and the mark's length, or None."""
    return next(((name, len(bom)) for bom, name in _BOMS if head.startswith(bom)), None)


def decode(data: bytes) -> str | None:
    """Return the text of some bytes, or None when they are not text in any encoding that was tried.

    Tried in turn: a byte order mark, UTF-8, Windows-1252 (where few bytes are beyond ASCII, as in English), a guess.
    """
    if mark := marked_encoding(data):
        name, length = mark
        return _try(data[length:], name)
    if (text := _try(data, "utf-8")) is not None:
        return None if "\x00" in text else text
    if _BINARY.search(data):
        return None
    if len(_HIGH.findall(data)) <= _ENGLISH_HIGH_SHARE * len(data) and (text := _try(data, "cp1252")) is not None:
        return text
    return _guess(data)


def printable(data: bytes, limit: int = 64) -> str:
    """Return up to ``limit`` leading bytes as printable text, for a rejection."""
    text = data[:limit].decode("utf-8", errors="replace")
    return "".join(char if char.isprintable() else " " for char in text).strip()


def without_surrogates(text: str) -> str:
    """Return the text without lone surrogates (half a character, from broken JSON escapes): no file can hold them."""
    return _SURROGATE.sub("", text)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES]).best()
    return None if best is None else data.decode(best.encoding, errors="replace")
