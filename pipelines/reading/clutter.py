"""What stands on a news page and is not the story: advertisements, links to other stories, social blocks.

What belongs here: applying the rows of ``seeds/reference/page_clutter.csv`` to a list of paragraphs. What does not: the
wordings themselves (they are rows), and mark-up.

Effects of a row: ``drop`` takes the paragraph out wherever it stands; ``tail`` only in the run at the article's end;
``block`` takes it and the headlines right after it; ``cut`` takes it and everything after it; ``label`` is a word in
capitals that stands where a dateline stands.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

_FILE = "page_clutter.csv"
_TOKEN = re.compile(r"[\w'©]+|[:@]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
# What ends so is a picture's caption: "(AP Photo/Jane Roe)", "(Reuters photo: ...)", "(... via AP)".
_PICTURE_CREDIT = re.compile(
    r"\((?:(?:\w+ ){0,2}[Pp]hotos?(?:graph)?(?: ?[/:] ?| by )[^()]{2,60}"
    r"|[^()]{2,60}(?: via |/)(?:AP|AFP|Reuters|Getty Images))(?:, File)?\)$"
)
_STORY_BEFORE_CUT = 30
_HEADLINE_CHARS = 200
_CAPTION_CHARS, _CREDIT_CHARS = 900, 90


@dataclass(frozen=True, slots=True)
class Row:
    """One wording: the phrase as words joined by blanks, the most words its paragraph may have, what is to be done."""

    phrase: str
    max_words: int
    effect: str


@dataclass(frozen=True, slots=True)
class ClutterTable:
    """The rows by how they match; ``start`` and ``end`` by the phrase's first or last word: few are compared."""

    whole: dict[str, Row]
    start: dict[str, list[Row]]
    end: dict[str, list[Row]]
    any: list[Row]
    labels: frozenset[str]
    longest: int
    longest_whole: int


@lru_cache(maxsize=4)
def clutter_table(reference_dir: Path) -> ClutterTable:
    """Return the rows of the reference folder's ``page_clutter.csv``.

    Raises:
        OSError: The file is not there.
        KeyError: A row names an unknown kind of match, or a column is missing.
    """
    rows: dict[str, list[Row]] = {kind: [] for kind in ("whole", "start", "end", "any", "label")}
    with (reference_dir / _FILE).open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            rows[line["match"]].append(Row(" ".join(tokens(line["phrase"])), int(line["max_words"]), line["effect"]))
    return ClutterTable(
        whole={row.phrase: row for row in rows["whole"]},
        start=_by_word(rows["start"], 0),
        end=_by_word(rows["end"], -1),
        any=rows["any"],
        labels=frozenset(row.phrase for row in rows["label"]),
        longest=max(row.max_words for kind in rows.values() for row in kind),
        longest_whole=max(row.max_words for row in rows["whole"]),
    )


def tokens(paragraph: str) -> list[str]:
    """Return a paragraph's words as rows are compared with them: lower case, ``:`` and ``@`` as words of their own."""
    return _TOKEN.findall(paragraph.replace("’", "'").casefold())


def without_clutter(paragraphs: list[str], table: ClutterTable) -> list[str]:
    """Return the paragraphs that belong to the story, in order."""
    kept: list[tuple[str, bool]] = []
    words, in_block = 0, False
    for paragraph in paragraphs:
        effect = effect_of(paragraph, table)
        if effect == "cut" and words >= _STORY_BEFORE_CUT:
            break
        in_block = effect == "block" or (in_block and _is_headline(paragraph))
        if effect in ("drop", "block") or in_block:
            continue
        kept.append((paragraph, effect == "tail"))
        words += paragraph.count(" ") + 1
    while len(kept) > 1 and kept[-1][1]:
        kept.pop()
    return [paragraph for paragraph, _ in kept]


def effect_of(paragraph: str, table: ClutterTable) -> str | None:
    """Return what is to be done with a paragraph, or None where it is part of the story."""
    if _is_caption(paragraph):
        return "drop"
    if not _may_match(paragraph, table):
        return None
    words = tokens(paragraph)
    if not words:
        return "drop"
    row = _find_row(words, table)
    if row is None or (row.effect == "cut" and _SENTENCE_END.search(paragraph)):
        return None
    return row.effect


def _may_match(paragraph: str, table: ClutterTable) -> bool:
    """Tell cheaply whether any row can fit, so that the words of a story's paragraphs need not be split."""
    blanks = paragraph.count(" ")
    if blanks < table.longest_whole or blanks > table.longest:
        return blanks <= table.longest
    text = paragraph.casefold()
    first, last = _TOKEN.search(text), _TOKEN.search(text, text.rfind(" "))
    if first is None or first[0] in table.start or (last is not None and last[0] in table.end):
        return True
    return any(row.phrase in text for row in table.any)


def _find_row(words: list[str], table: ClutterTable) -> Row | None:
    """Return the first row that fits a paragraph's words and allows for their number."""
    text = " ".join(words)
    padded = f" {text} "
    fits = chain(
        (table.whole[text],) if text in table.whole else (),
        (row for row in table.start.get(words[0], ()) if padded.startswith(f" {row.phrase} ")),
        (row for row in table.end.get(words[-1], ()) if padded.endswith(f" {row.phrase} ")),
        (row for row in table.any if f" {row.phrase} " in padded),
    )
    return next((row for row in fits if len(words) <= row.max_words), None)


def _by_word(rows: list[Row], index: int) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.phrase.split()[index], []).append(row)
    return found


def _is_caption(paragraph: str) -> bool:
    if not paragraph.endswith(")") or len(paragraph) > _CAPTION_CHARS:
        return False
    return _PICTURE_CREDIT.search(paragraph, max(0, len(paragraph) - _CREDIT_CHARS)) is not None


def _is_headline(paragraph: str) -> bool:
    return len(paragraph) <= _HEADLINE_CHARS and not _SENTENCE_END.search(paragraph)
