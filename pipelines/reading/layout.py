"""Characters to paragraphs: what any text needs before it can be read, whatever its format.

What belongs here: repair of wrong decoding, mark-up left in text, invisible characters, line layout. What does not:
telling the story from its page (``clutter``), and anything about words.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise

_MOJIBAKE = re.compile(r"[ÂÃ][\u0080-\u00bf\u201a-\u2122]|â[\u0080-\u009f€]|ï»¿|Ð[\u0080-\u00bf°-¿]")
_MOJIBAKE_LEADS = "ÂÃâïÐ"
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_BLOCKS = "p|br|div|h[1-6]|ul|ol|li|tr|table|blockquote|section|article|figure|figcaption|header|footer|hr|pre|aside"
_INLINES = (
    "a|abbr|b|cite|code|em|font|i|img|mark|q|s|small|span|strong|sub|sup|td|th|tbody|thead|time|u|"
    "iframe|video|audio|source"
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|noscript|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINES})\b[^<>]*>", re.IGNORECASE)
_NEW_PARAGRAPH = re.compile(r"\n(?=[ \t]{2,}|\t)|\n\s*\n")
# Wire copy of old was set to a width of 60 to 80 columns; plain-text mail and press releases to at most a hundred.
_WRAP_COLUMNS = range(40, 101)
_WRAPPED_SHARE = 0.5


def plain(text: str) -> str:
    """Return the text with its characters put right: decoding repaired, mark-up and invisible characters out."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(lead in text for lead in _MOJIBAKE_LEADS) and _MOJIBAKE.search(text):
        text = _repaired(text)
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n\n", _UNSEEN.sub(" ", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """Return the text on one line, white space folded to single blanks."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text, white space folded within each.

    Hard-wrapped text is joined: there a paragraph starts at a blank line or an indented one. Elsewhere every line is
    a paragraph.
    """
    pieces = _NEW_PARAGRAPH.split(text) if is_wrapped(text) else text.split("\n")
    return [line for piece in pieces if (line := folded(piece))]


def is_wrapped(text: str) -> bool:
    """Tell whether lines were broken to fit a width: most line ends stand where the next word would not have fitted."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    if width not in _WRAP_COLUMNS:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and not b[0].isspace()]
    full = sum(len(a) + 1 + len(b.split(maxsplit=1)[0]) > width - 4 for a, b in pairs)
    return bool(pairs) and full > _WRAPPED_SHARE * len(pairs)


def _repaired(text: str) -> str:
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
