"""Where a quote stands in a text, though white space and typography differ.

What belongs here: folding and finding, with offsets kept. What does not: what a quote is evidence of, and any likeness
beyond typography: a word that differs is another quote.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Typography that NFKD leaves as it is: quotes, dashes, and characters that only shape lines.
_FOLDED = {
    **dict.fromkeys("‘’‚‛′ʼʹ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with typography folded.

    Attributes:
        text: The text as it is on the page.
        chars: The folded text: white space in single blanks, straight quotes, plain hyphens, accents apart.
        origins: For each folded character the offset in ``text`` of the character it comes from, and at the end the
            length of ``text``.
    """

    text: str
    chars: str
    origins: list[int]

    def find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Yield every place of a quote, in order: offsets in code points, end exclusive."""
        wanted = fold(quote).chars.strip()
        at = self.chars.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if self._whole(at) and self._whole(end):
                yield self.origins[at], self.origins[end - 1] + 1
            at = self.chars.find(wanted, at + 1)

    def _whole(self, at: int) -> bool:
        """Tell whether a cut there leaves every character whole: no accent without its letter."""
        if at in (0, len(self.chars)):
            return True
        return self.origins[at] != self.origins[at - 1] and not unicodedata.combining(self.chars[at])


def fold(text: str) -> Folded:
    """Return a text with typography folded; case, spelling and accents are kept."""
    chars: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        if char.isspace():
            folded = "" if chars and chars[-1] == " " else " "
        elif char.isascii() and char != "`":
            folded = char
        else:
            folded = _plain(char)
        for one in folded:
            chars.append(one)
            origins.append(offset)
    return Folded(text, "".join(chars), [*origins, len(text)])


def _plain(char: str) -> str:
    if char in _FOLDED:
        return _FOLDED[char]
    return unicodedata.normalize("NFKD", char)


def align(quote: str, text: str | Folded, hint: int | None = None) -> tuple[int, int] | None:
    """Return where a quote stands in a text.

    White space counts as one blank, typographic quotes and dashes as plain ones; case counts.

    Args:
        quote: The quote.
        text: The text, or the text folded already where many quotes are looked up.
        hint: Offset near which the quote is expected.

    Returns:
        Offsets in code points, end exclusive: where it stands as whole words, nearest to the hint, else the first such
        place, else a place inside words. None where it stands nowhere.
    """
    folded = text if isinstance(text, Folded) else fold(text)
    near = hint if hint is not None else 0
    places = folded.find(quote)
    return min(places, key=lambda span: (not is_whole_words(folded.text, span), abs(span[0] - near)), default=None)


def is_whole_words(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a stretch of text begins and ends where a word may."""
    return not _inside_word(text, span[0]) and not _inside_word(text, span[1])


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
