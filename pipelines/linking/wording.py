"""The words that an act is told in, apart from who takes part: what two tellings of one act have in common.

What belongs here: which words of the evidence say what an act is about. What does not: what they are evidence of
(``matching``), and the texts of whole articles (``copies``).
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.linking.registry import read_csv

_HEAD = ["article_id", "head"]
_WORD = r"\pL{4,}"
# So many letters are common to what is made of one word ("sanctions", "sanctioned"); of a name fewer ("Libya's").
_START, _NAME = 6, 5
NO_WORDS: frozenset[str] = frozenset()
Words = tuple[frozenset[str], frozenset[str]]


def load_common_words(reference_dir: Path) -> pl.DataFrame:
    """Return ``start``: how the words begin that stand in news of any kind and tell nothing."""
    return read_csv(reference_dir / "common_words.csv", ("start",))


def words_of(claims: pl.DataFrame, parts: pl.DataFrame, common: pl.DataFrame) -> dict[tuple[str, int], Words]:
    """Return for each head how the words of its evidence begin, and those that carry the act.

    Args:
        claims: ``article_id, head, evidence_text, trigger_text``.
        parts: The heads' principals, as ``head_parts`` gives them; their names are no such words.
        common: As ``load_common_words`` gives them.
    """
    names = _words(parts, pl.col("actor_key").str.extract(":([^~]*)"), _NAME)
    evidence = _words(claims, pl.col("evidence_text"), _START).join(common, on="start", how="anti")
    acts = _words(claims, pl.col("trigger_text"), _START)
    told, carried = (_grouped(_without(words, names)) for words in (evidence, acts))
    return {head: (told.get(head, NO_WORDS), carried.get(head, NO_WORDS)) for head in told.keys() | carried.keys()}


def _words(rows: pl.DataFrame, text: pl.Expr, letters: int) -> pl.DataFrame:
    words = rows.select(*_HEAD, start=text.str.to_lowercase().str.extract_all(_WORD)).explode("start").drop_nulls()
    return words.with_columns(pl.col("start").str.head(letters)).unique()


def _without(words: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    left = words.with_columns(name=pl.col("start").str.head(_NAME))
    return left.join(names.rename({"start": "name"}), on=[*_HEAD, "name"], how="anti")


def _grouped(words: pl.DataFrame) -> dict[tuple[str, int], frozenset[str]]:
    grouped = words.group_by(_HEAD).agg("start").iter_rows()
    return {(article, head): frozenset(starts) for article, head, starts in grouped}
