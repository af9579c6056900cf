"""What stands on a news page and is not the story: advertisement marks, links to other stories, newsletter and social blocks.

What belongs here: applying the rows of ``seeds/reference/page_clutter.csv`` to a list of paragraphs. What does not: the
wordings themselves (they are rows), and mark-up.

Effects of a row: ``drop`` takes the paragraph out wherever it stands; ``tail`` only in the run at the article's end; ``block``
takes it and the headlines right after it; ``cut`` takes it and everything after it; ``label`` is a word in capitals that stands where a
dateline stands.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = "page_clutter.csv"
_LONGEST = 500
_NOT_WORD = re.compile(r"[^\w'©]+")
_OWN_TOKEN = re.compile(r"\s*([:@])\s*")
_HAS_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_STORY_BEFORE_CUT = 30


@dataclass(frozen=True, slots=True)
class ClutterTable:
    """The rows, by how they match: phrase -> (most words the paragraph may have, effect)."""

    whole: dict[str, tuple[int, str]]
    start: dict[str, tuple[int, str]]
    end: dict[str, tuple[int, str]]
    any: dict[str, tuple[int, str]]
    labels: frozenset[str]


@lru_cache(maxsize=4)
def clutter_table(reference_dir: Path) -> ClutterTable:
    """Return the rows of the reference folder's ``page_clutter.csv``.

    Raises:
        OSError: The file is not there.
        ValueError: A row names an unknown kind of match.
    """
    found: dict[str, dict[str, tuple[int, str]]] = {kind: {} for kind in ("whole", "start", "end", "any", "label")}
    with (reference_dir / _FILE).open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["match"] not in found:
                raise ValueError(f"{_FILE}: unknown match {row['match']!r} for {row['phrase']!r}")
            found[row["match"]][fold(row["phrase"])] = (int(row["max_words"]), row["effect"])
    labels = frozenset(found.pop("label"))
    return ClutterTable(**found, labels=labels)


def fold(paragraph: str) -> str:
    """Return a paragraph as rows are compared with it: lower case, words apart by one blank, ``:`` and ``@`` kept."""
    spaced = _OWN_TOKEN.sub(r" \1 ", paragraph.replace("’", "'"))
    return " ".join(token if token in (":", "@") else _NOT_WORD.sub(" ", token).strip() for token in spaced.split()).casefold()


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
    if len(paragraph) > _LONGEST:
        return None
    if not _HAS_WORD.search(paragraph):
        return "drop"
    folded = fold(paragraph)
    row = table.whole.get(folded) or _by_affix(folded, table)
    if row is None or folded.count(" ") >= row[0]:
        return None
    return None if row[1] == "cut" and _SENTENCE_END.search(paragraph) else row[1]


def _by_affix(folded: str, table: ClutterTable) -> tuple[int, str] | None:
    padded = f" {folded} "
    return next(
        (
            row
            for rows, holds in (
                (table.start, lambda phrase: padded.startswith(f" {phrase} ")),
                (table.end, lambda phrase: padded.endswith(f" {phrase} ")),
                (table.any, lambda phrase: f" {phrase} " in padded),
            )
            for phrase, row in rows.items()
            if holds(phrase)
        ),
        None,
    )


def _is_headline(paragraph: str) -> bool:
    return len(paragraph) <= 200 and not _SENTENCE_END.search(paragraph)
