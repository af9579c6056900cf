"""Text to sentences and tokens with offsets: the frame on which all of parsing works.

What belongs here: splitting, and nothing that knows what a word means beyond where a sentence can end. Pure functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress
from sys import intern

_Match = re.Match[str]
_TOKEN = re.compile(
    r"[A-Za-z][a-z]*(?=[ ,\n])"  # most words, which the alternatives below would find as well, but slower
    r"|(?:[A-Z]\.){2,}(?:[A-Z]\b)?"  # U.S., U.N., J.F.K
    r"|(?:\d[\d,.]*\d|\d)(?:st|nd|rd|th|s|pm|am)?\b"  # 1,200  3.5  11th  1990s
    r"|(?:(?i:he|i|it|she|that|there|they|we|what|who|you))(?=['’](?:d|ll|m|re|ve)\b)"  # we'll: a pronoun and its verb
    r"|\w+(?:['’](?!s\b)\w+|[-‑–](?!(?<=\w\w.)(?:[A-Z]\.){2})\w+)*"  # words, inner hyphens, don't; not Iran-U.S.
    r"|['’](?:s|d|ll|m|re|ve)\b"  # the possessive, and what is left of "is", "will": tokens of their own
    r"|\.\.\.|\n\n+|[^\w\s]",
    re.UNICODE,
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt adm cmdr brig sen rep gov pres st ft mt vs jr sr no nos vol rev hon "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc ltd corp co bros dept "
    "etc ie eg approx amb atty sec asst univ supt det insp dep del fed md v "
    "sens reps govs gens lts cols messrs profs drs revs".split()  # titles of several: "Sens. A and B"
)
# Abbreviations that end a sentence as often as they stand inside one: a capital after them does not tell.
_MAY_END = frozenset("jr sr inc ltd corp co etc md reps".split())
_OPENERS = frozenset("“\"'‘([")
_CLOSERS = frozenset("”\"'’)]")
_ENDERS = _CLOSERS | set(".!?:;,")


@dataclass(frozen=True, slots=True)
class Doc:
    """A text as tokens and sentences.

    Attributes:
        text: The text itself.
        words: Tokens as written. A paragraph break is the token ``"\\n"``.
        lowers: The same, lower-cased, curly apostrophes made straight; single quotation marks made double ones.
        starts: Offset of each token's first character (code points).
        ends: Offset after each token's last character.
        sentences: Token ranges (first, end exclusive), in order; paragraph breaks belong to none.
        paragraph_starts: Index into ``sentences`` of the first sentence of each paragraph.
        sentence_of: Index of the sentence of each token, and of one more; of a paragraph break, of the one before it.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    paragraph_starts: list[int]
    sentence_of: list[int]

    def sentence_at(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return self.sentence_of[token] if token > 0 else 0

    def is_heading(self, sentence: int) -> bool:
        """Say whether a sentence is a paragraph of its own that nothing ends: a headline, a heading, a caption."""
        first, end = self.sentences[sentence]
        alone = self.words[first - 1 : first] in ([], ["\n"]) and self.words[end : end + 1] in ([], ["\n"])
        return alone and self.words[end - 1][-1] not in _ENDERS

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the character offsets of the tokens from ``first`` up to, not with, ``end``."""
        return self.starts[first], self.ends[end - 1]

    def slice(self, first: int, end: int) -> str:
        """Return the text of the tokens from ``first`` up to, not with, ``end``."""
        return self.text[self.starts[first] : self.ends[end - 1]]


def parse_document(text: str) -> Doc:
    """Split a text into tokens and sentences.

    Args:
        text: Clean text: paragraphs apart by a blank line; single line breaks inside a paragraph count as spaces.

    Returns:
        The text's frame. Every non-space character is in exactly one token, but for links inside a sentence.
    """
    matches = list(_TOKEN.finditer(text))
    if " MORE" in text:
        matches = _without_links(text, matches)
    # A word is looked up some hundred times: sooner where it is the very string of the tables.
    words = list(map(intern, map(_Match.group, matches)))
    if "\n\n" in text:
        words = ["\n" if word[0] == "\n" else word for word in words]
    starts = list(map(_Match.start, matches))
    ends = list(map(_Match.end, matches))
    lowers = list(map(intern, map(str.lower, words)))
    if "’" in text:
        lowers = [intern(low.replace("’", "'")) if "’" in low else low for low in lowers]
    if not _DOUBLE.search(text):
        _make_double(words, lowers, starts, ends)
    sentences, paragraphs = _sentences(words, lowers, starts, ends)
    return Doc(text, words, lowers, starts, ends, sentences, paragraphs, _sentence_of(sentences, len(words)))


def _sentence_of(sentences: list[tuple[int, int]], size: int) -> list[int]:
    out = [0] * (size + 1)
    for number, (first, _) in enumerate(sentences):
        end = sentences[number + 1][0] if number + 1 < len(sentences) else size + 1
        out[first:end] = [number] * (end - first)
    return out


# A page's links after a name, glued to it: "Jane Roe Jane Mary RoeRoe wins vote Senate in uproar MORE".
_LINKS = re.compile(
    r"\b([A-Z][\w’'-]+) ((?:(?:[A-Z(“\"][\w.,’')(”\"-]*|de) ){0,6}\1(?=[^\W_a-z]|['‘’“\"\[])[^\n]{5,900}?\sMORE)\b"
)


def _without_links(text: str, matches: list[_Match]) -> list[_Match]:
    """Leave out the tokens of a name said again and the headlines linked after it: the sentence goes on behind them."""
    kept: list[_Match] = []
    at = 0
    for links in _LINKS.finditer(text):
        while at < len(matches) and matches[at].start() < links.start(2):
            kept.append(matches[at])
            at += 1
        while at < len(matches) and matches[at].start() < links.end(2):
            at += 1
    return kept + matches[at:]


_DOUBLE = re.compile('[“”"]')
_SINGLE = frozenset("‘’'")
_BEFORE_CLOSING = frozenset(",.!?…")


def _make_double(words: list[str], lowers: list[str], starts: list[int], ends: list[int]) -> None:
    """Write the quotation marks of a text that quotes in single ones as double: told from apostrophes by spaces."""
    opened = False
    for i in compress(range(len(words)), map(_SINGLE.__contains__, words)):
        glued_before = i > 0 and ends[i - 1] == starts[i]
        follower = words[i + 1][0] if i + 1 < len(words) and starts[i + 1] == ends[i] else " "
        if follower.isalpha() and not glued_before and words[i] != "’":
            lowers[i], opened = "“", True
        elif opened and glued_before and (words[i - 1] in _BEFORE_CLOSING or not follower.isalnum()):
            lowers[i], opened = "”", False


def _sentences(
    words: list[str], lowers: list[str], starts: list[int], ends: list[int]
) -> tuple[list[tuple[int, int]], list[int]]:
    sentences: list[tuple[int, int]] = []
    paragraphs = [0]
    first, n = 0, len(words)
    stops = {word for word in set(words) if word[-1] in ".!?\n"}
    for i in compress(range(n), map(stops.__contains__, words)):
        if i < first:
            continue  # a stop among the closers of the one before
        if words[i] == "\n":
            if i > first:
                sentences.append((first, i))
            if paragraphs[-1] != len(sentences):
                paragraphs.append(len(sentences))
            first = i + 1
            continue
        end = i + 1
        while end < n and words[end] in _CLOSERS and ends[end - 1] == starts[end]:
            end += 1
        if _ends_sentence(words, lowers, starts, ends, i, end):
            sentences.append((first, end))
            first = end
    if first < n:
        sentences.append((first, n))
    return sentences, paragraphs


def _ends_sentence(
    words: list[str], lowers: list[str], starts: list[int], ends: list[int], stop: int, end: int
) -> bool:
    """Say whether the stop at ``stop`` (closers up to ``end`` belong to it) ends a sentence."""
    if end >= len(words) or words[end] == "\n":
        return True
    if starts[end] == ends[end - 1]:  # "3.example", "a.b": no space after the stop
        return _space_lost(words, stop, end)
    follower = words[end]
    if follower in _OPENERS and end + 1 < len(words):
        follower = words[end + 1]
    if not (follower[0].isupper() or follower[0].isdigit() or follower in _OPENERS):
        return False
    if words[stop] != ".":
        # "U.S. President": an acronym ends a sentence only before a word that starts one for sure.
        return words[stop][-1] != "." or words[stop] == "..." or follower.lower() in _STARTERS
    if stop and ends[stop - 1] == starts[stop]:
        before = lowers[stop - 1]
        if before in _ABBREVIATIONS:
            return before in _MAY_END and follower.lower() in _STARTERS
        if len(before) == 1 and words[stop - 1].isupper() and before != "i":
            return words[stop - 2 : stop - 1] == ["&"]  # an initial: "Peter W. Bodde", and not "S&P."
    return True


def _space_lost(words: list[str], stop: int, end: int) -> bool:
    """Say whether a page lost the space between two sentences: "was lying.”The", "its stance.Republicans"."""
    quoted, before, follower = end > stop + 1, words[stop - 1] if stop else "", words[end]
    plain = len(before) > 2 and before.isalpha() and before.islower()
    return (quoted or plain) and len(follower) > 1 and follower.istitle()


_STARTERS = frozenset(
    "the a an he she it they we this that these those but and in on at after before if as while when his her its their "
    "our there however meanwhile for also asked some many most both such by with from since".split()
)
