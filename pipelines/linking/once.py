"""What can happen to a person only once: to be killed, to be dismissed. All tellings of it are one, however dated.

What belongs here: which heads tell of such an act, and of whom. What does not: joining them (``engagements``).
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.linking.registry import read_csv
from pipelines.records import AHEAD

_HEAD = ["article_id", "head"]
# A key that holds an article names nobody in another one (``identity`` says when).
_LOCAL = "~.*~"


def load_once_only(reference_dir: Path) -> pl.DataFrame:
    """Return ``engagement_type, word``: the words of a trigger, in lower case, that tell of such an act."""
    return read_csv(reference_dir / "once_only.csv", ("engagement_type", "word"))


def once_of(claims: pl.DataFrame, parts: pl.DataFrame, words: pl.DataFrame) -> dict[tuple[str, int], str]:
    """Return for each head that tells of such an act what it is: its type and whom it befell.

    Args:
        claims: ``article_id, head, engagement_type, status, trigger_text``.
        parts: The heads' principals, as ``head_parts`` gives them.
        words: As ``load_once_only`` gives them.
    """
    happened = claims.filter(~pl.col("status").is_in([*AHEAD, "not_occurred"]))
    told = happened.select(
        *_HEAD, "engagement_type", word=pl.col("trigger_text").str.to_lowercase().str.extract_all(r"\pL+")
    )
    told = told.explode("word").join(words, on=["engagement_type", "word"], how="semi")
    suffered = parts.filter(pl.col("side") == "b").group_by(_HEAD).agg(pl.col("actor_key", "actor_kind"))
    alone = suffered.filter(pl.col("actor_key").list.len() == 1).explode("actor_key", "actor_kind")
    named = alone.filter((pl.col("actor_kind") == "person") & ~pl.col("actor_key").str.contains(_LOCAL))
    found = told.select(*_HEAD, "engagement_type").unique().join(named, on=_HEAD)
    return {(article, head): f"{kind} {key}" for article, head, kind, key, _ in found.iter_rows()}
