"""Which encoding a page, a feed or a table is in: what it declares against what its bytes allow.

What belongs here: declared encodings (HTTP, XML declaration, meta tag), and telling a markup file by its first element.
What does not: the guess for files that declare nothing (``decode``), and parsing.
"""

from __future__ import annotations

import codecs
import re

from pipelines.reading.decode import decode, marked_encoding

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9][\w.:-]{1,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
# Pages declare the small set and use the large one (WHATWG encoding standard).
_SUPERSETS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "big5": "cp950", "iso8859-9": "cp1254", "tis-620": "cp874",
}  # fmt: skip
# Markup in wide characters without a byte order mark: its first "<" tells (XML 1.0, appendix F).
_WIDE = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b(?![^>\[]*\bhtml\b)[^>\[]*(?:\[.*?\]\s*)?>", re.I | re.S)
_ROOT = re.compile(r"<(?P<doctype>!doctype\s+)?(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)(?=[\s/>\[]|$)", re.IGNORECASE)


def decode_markup(data: bytes, http_charset: str | None = None) -> str | None:
    """Return the text of a page or feed, or None where it is no text.

    A byte order mark wins, then valid UTF-8 (few other texts are valid UTF-8 by chance), then what is declared, then a
    guess. Single bytes that the encoding does not know are read as Windows-1252, as browsers' users came to expect.
    """
    if wide := next((name for start, name in _WIDE if data.startswith(start)), None):
        return data.decode(wide, "replace")
    declared = declared_encoding(data, http_charset)
    if marked_encoding(data) or declared is None:
        return _undeclared(data)
    shifted = declared.startswith(("iso2022", "hz", "utf-16", "utf-32", "utf-7"))
    for encoding, errors in ((declared, "strict"),) if shifted else (("utf-8", "strict"), (declared, "as_cp1252")):
        try:
            return data.decode(encoding, errors).replace("\x00", "")
        except (UnicodeError, ValueError):
            continue
    return _undeclared(data)


def declared_encoding(data: bytes, http_charset: str | None = None) -> str | None:
    """Return Python's name of the encoding that HTTP or the file's own head declares, or None."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    for name in (http_charset, found[1].decode("ascii") if found else None):
        try:
            known = codecs.lookup((name or "").strip("\"' ")).name
            known = _SUPERSETS.get(known, known)
            b"".decode(known)
        except (LookupError, ValueError):
            continue
        return known
    return None


def root_element(head: bytes) -> str | None:
    """Return the local name (lower case) of a markup file's first element, or None where it begins otherwise.

    A document type counts where it says HTML. The other document types, comments and declarations are passed over.
    """
    mark = marked_encoding(head)
    text = head[mark[1] :].decode(mark[0], "ignore") if mark else head.replace(b"\x00", b"").decode("latin-1")
    at = 0
    while passed := _PROLOG.match(text, at):
        at = passed.end()
    root = _ROOT.match(text, at)
    return root["name"].lower() if root else None


def _undeclared(data: bytes) -> str | None:
    """Return what the guess makes of a file; a few null bytes in it are passed over, a file of many is no text."""
    few_nulls = 0 < data.count(0) * 100 < len(data) and not marked_encoding(data)
    return decode(data.replace(b"\x00", b"") if few_nulls else data)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "ignore"), error.end


codecs.register_error("as_cp1252", _as_cp1252)
