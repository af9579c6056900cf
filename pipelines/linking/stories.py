"""Near-duplicate articles under one story: the same text, not merely the same event.

What belongs here: sketching texts by shingles, finding pairs that share text, and gathering them into stories. What
does not: exact duplicates (landing folds them), and engagements.

Candidates come from a sample of each text's shingles (runs of words): those whose hash falls into one class of
``SAMPLE``, so that the sample of a part of a text is a part of the text's sample. For candidates the shared text is
measured in full, both against the shorter text (a cut copy lies in the original whole) and against the two together
(a shared quotation is little of either).

Two stories become one only where more than half of the pairs between them share text: an article merged from two
agencies' copies goes to the one it has more of, and does not make one story of the two. The other is noted as one that
it tells, too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from pipelines.linking import tables

SAMPLE = 8
LEAST_SHARED = 3
# A shingle in more texts than this is told by its first holder alone: a page's boilerplate, or a very long story.
MANY = 100
# Likeness from which two texts are one, and the share of the shorter text that counts as sharing text at all.
SAME_TEXT, SOME_TEXT = 1.1, 0.3
# A text of which this much is told elsewhere is put together from others; it goes to one of which it has this much.
PIECED, MUCH = 0.85, 0.35
# No text of its own story has more than this of a merged one, and a text of another story at least so much.
OWN_MOST, OTHER_LEAST = 0.8, 0.25

# Texts are read from the files each time, since a day's news does not fit into memory; a number stands for the id.
_TEXT = """
create or replace temp view text as
select hash(article_id) as doc, article_id, clean_text from read_parquet([{files}])
"""
_SKETCH = """
create or replace temp table sketch as
with words as (
    select doc, string_split(replace(lower(clean_text), chr(10), ' '), ' ') as w from text
), runs as (
    select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c, unnest(w[4:]) as d from words
)
select distinct doc, hash(a, b, c, d) as shingle
from runs where d is not null and hash(a, b, c, d) % $sample::ubigint = 0
"""
_CANDIDATES = """
create or replace temp table candidate as
with spread as (
    select shingle, min(doc) as first_doc, count(*) as n from sketch group by shingle having n > 1
), close as (
    select x.doc as a, y.doc as b, x.shingle
    from sketch x join sketch y on x.shingle = y.shingle and x.doc < y.doc
    join spread on spread.shingle = x.shingle and n <= $many
    union all
    select first_doc, doc, shingle from sketch join spread using (shingle) where n > $many and doc <> first_doc
), counted as (
    select a, b, count(*) as n from close group by a, b having n >= $least
), size as (
    select doc, count(*) as n from sketch group by doc
)
select a, b from counted join size x on x.doc = a join size y on y.doc = b
where counted.n >= least(x.n, y.n) * $some::double / 2
"""
_SHINGLES = """
create or replace temp table bag as
with words as (
    select doc, string_split(replace(lower(clean_text), chr(10), ' '), ' ') as w
    from text where doc in (select a from candidate union all select b from candidate)
), runs as (
    select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c from words
)
select distinct doc, hash(a, b, c) as shingle from runs where c is not null
"""
_SHARED = """
create or replace temp table shared as
with held as (select a, b, shingle from candidate join bag on doc = a)
select a, b, held.shingle from held join bag on doc = b and bag.shingle = held.shingle
"""
_PAIRS = """
with size as (
    select doc, count(*) as n from bag group by doc
), told_elsewhere as (
    select doc, count(distinct shingle) as n
    from (select a as doc, shingle from shared union all select b, shingle from shared) group by doc
), found as (
    select a, b, count(*) as n from shared group by a, b
)
select p.article_id, q.article_id, found.n / x.n, found.n / y.n, s.n / x.n, t.n / y.n
from found
join size x on x.doc = a join told_elsewhere s on s.doc = a join text p on p.doc = a
join size y on y.doc = b join told_elsewhere t on t.doc = b join text q on q.doc = b
where found.n >= least(x.n, y.n) * $some::double
"""


class Side(NamedTuple):
    """A pair as one of the two sees it: shares of itself and of the other that both hold; of itself that any holds."""

    article: str
    other: str
    share: float
    of_other: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that share text; every share is of distinct shingles, from 0 to 1.

    Attributes:
        of_a: Share of ``a`` that ``b`` holds too.
        of_b: Share of ``b`` that ``a`` holds too.
        a_elsewhere: Share of ``a`` that any other article holds.
        b_elsewhere: Share of ``b`` that any other article holds.
    """

    a: str
    b: str
    of_a: float
    of_b: float
    a_elsewhere: float = 0.0
    b_elsewhere: float = 0.0

    def likeness(self) -> float:
        """Return the shared part of the shorter text plus the shared part of the two together; 2 is the same text."""
        if not self.of_a or not self.of_b:
            return 0.0
        return max(self.of_a, self.of_b) + 1 / (1 / self.of_a + 1 / self.of_b - 1)

    def pieced(self) -> list[str]:
        """Return which of the two is put together from others' texts and has much of this other one."""
        return [side.article for side in self.sides() if side.share >= MUCH and side.elsewhere >= PIECED]

    def sides(self) -> tuple[Side, Side]:
        """Return the pair as each of the two sees it."""
        return (
            Side(self.a, self.b, self.of_a, self.of_b, self.a_elsewhere),
            Side(self.b, self.a, self.of_b, self.of_a, self.b_elsewhere),
        )


def link_stories(staging_dir: Path, articles: pl.DataFrame) -> pl.DataFrame:
    """Give every article its story.

    Args:
        staging_dir: Where the staged texts lie; they are read by DuckDB, not into Python.
        articles: ``article_id, published_earliest, word_count``.

    Returns:
        ``article_id, story_key, is_story_lead, also_story_keys``, one row per article, one lead per story.
    """
    pairs = similar_pairs([str(file) for file in tables.files(staging_dir, "article")])
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


def similar_pairs(files: list[str]) -> list[Pair]:
    """Return pairs of articles that share text, the most alike first: ids in order, shares as in the module's notes.

    Args:
        files: Parquet files with ``article_id`` and ``clean_text``.
    """
    if not files:
        return []
    with tables.connect() as connection:
        return _pairs(connection, files)


def _pairs(connection: duckdb.DuckDBPyConnection, files: list[str]) -> list[Pair]:
    quoted = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    connection.execute(_TEXT.format(files=quoted))
    connection.execute(_SKETCH, {"sample": SAMPLE})
    connection.execute(_CANDIDATES, {"many": MANY, "least": LEAST_SHARED, "some": SOME_TEXT})
    connection.execute(_SHINGLES)
    connection.execute(_SHARED)
    pairs = [Pair(*row) for row in connection.execute(_PAIRS, {"some": SOME_TEXT}).fetchall()]
    return sorted(pairs, key=lambda pair: (-pair.likeness(), pair.a, pair.b))


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
