"""Near-duplicate articles under one story: the same text, not merely the same event.

What belongs here: gathering articles that share text into stories. What does not: finding out which do (``copies``),
exact duplicates (landing folds them), and engagements.

Two stories become one only where more than half of the pairs between them share text: an article merged from two
agencies' copies goes to the one it has more of, and does not make one story of the two. The other is noted as one that
it tells, too.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import polars as pl

from pipelines.linking import tables
from pipelines.linking.copies import PIECED, SOME_TEXT, Pair, similar_pairs

# Likeness from which two texts are one.
SAME_TEXT = 1.1
# No text of its own story has more than this of a merged one, and a text of another story at least so much.
OWN_MOST, OTHER_LEAST = 0.8, 0.25


def link_stories(staging_dir: Path, articles: pl.DataFrame) -> pl.DataFrame:
    """Give every article its story.

    Args:
        staging_dir: Where the staged texts lie; they are read by DuckDB, not into Python. What is found of them is kept
            there for the next run.
        articles: ``article_id, published_earliest, word_count``.

    Returns:
        ``article_id, story_key, is_story_lead, also_story_keys``, one row per article, one lead per story.
    """
    pairs = similar_pairs([str(file) for file in tables.files(staging_dir, "article")], staging_dir)
    group = gather(pairs)
    ids = articles["article_id"]
    grouped = articles.with_columns(group=pl.Series([group.get(i, i) for i in ids], dtype=pl.String))
    ranked = grouped.sort("published_earliest", -pl.col("word_count"), "article_id", nulls_last=True)
    lead = pl.col("article_id").first().over("group")
    linked = ranked.select(
        "article_id",
        "group",
        story_key=pl.lit("story:") + lead.str.head(20),
        is_story_lead=pl.col("article_id") == lead,
    )
    return _with_also(linked, also_in(pairs, group))


def gather(pairs: list[Pair]) -> dict[str, str]:
    """Return article -> group for articles that share their text with others; the most alike are joined first."""
    group: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    links: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for pair in pairs:
        for x, y in ((pair.a, pair.b), (pair.b, pair.a)):
            group[x], members[x] = x, [x]
            links[x][y] += 1
    for must_be_pieced in (False, True):
        for pair in pairs:
            x, y = sorted((group[pair.a], group[pair.b]))
            alone = any(len(members[group[article]]) == 1 for article in pair.pieced())
            same = alone if must_be_pieced else pair.likeness() >= SAME_TEXT
            if same and x != y and 2 * links[x][y] > len(members[x]) * len(members[y]):
                _join(x, y, group, members, links)
    return group


def also_in(pairs: list[Pair], group: dict[str, str]) -> dict[str, set[str]]:
    """Return article -> groups, for articles that are merged from texts of their own group and of these others."""
    own: dict[str, float] = defaultdict(float)
    others: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for side in pair.sides():
            if group[side.article] == group[side.other]:
                own[side.article] = max(own[side.article], side.share)
            elif side.elsewhere >= PIECED and side.share >= OTHER_LEAST and side.of_other >= SOME_TEXT:
                others[side.article].add(group[side.other])
    return {article: groups for article, groups in others.items() if 0 < own[article] <= OWN_MOST}


def _with_also(linked: pl.DataFrame, also: dict[str, set[str]]) -> pl.DataFrame:
    """Add ``also_story_keys`` (sorted; null where there are none) and drop ``group``."""
    key = dict(linked.select("group", "story_key").iter_rows())
    keys = [sorted(key[g] for g in also[i]) if i in also else None for i in linked["article_id"]]
    return linked.drop("group").with_columns(also_story_keys=pl.Series(keys, dtype=pl.List(pl.String)))


def _join(
    x: str, y: str, group: dict[str, str], members: dict[str, list[str]], links: dict[str, dict[str, int]]
) -> None:
    """Make group ``y`` part of group ``x``, and count what others share with both."""
    for member in members[y]:
        group[member] = x
    members[x] += members.pop(y)
    for other, count in links.pop(y).items():
        if other != x:
            links[x][other] += count
            links[other][x] += count
            del links[other][y]
    links[x].pop(y, None)
