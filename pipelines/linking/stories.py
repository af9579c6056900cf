"""Near-duplicate articles under one story: the same text, not merely the same event.

What belongs here: sketching texts by shingles, finding pairs that share text, and gathering them into stories. What
does not: exact duplicates (landing folds them), and engagements.

Candidates come from a sample of each text's shingles (runs of words): those whose hash falls into one class of
``SAMPLE``, so that the sample of a part of a text is a part of the text's sample. For candidates the shared text is
measured in full, both against the shorter text (a cut copy lies in the original whole) and against the two together
(a shared quotation is little of either).

Two stories become one only where more than half of the pairs between them share text: an article merged from two
agencies' copies goes to the one it has more of, and does not make one story of the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl

from pipelines.linking import tables

SAMPLE = 8
LEAST_SHARED = 3
# A shingle in more texts than this is told by its first holder alone: a page's boilerplate, or a very long story.
MANY = 100
# Shared part of the shorter text plus shared part of the two together, from which two articles are one story; and the
# shared part of the shorter text that still counts as sharing text at all.
SAME_TEXT, SOME_TEXT = 1.1, 0.3

_SKETCH = """
create or replace temp table sketch as
with words as (
    select doc, string_split(replace(lower(clean_text), chr(10), ' '), ' ') as w from text
), runs as (
    select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c, unnest(w[4:]) as d from words
)
select distinct doc, hash(a, b, c, d) as shingle from runs where d is not null and hash(a, b, c, d) % $sample = 0
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
)
select a, b from close group by a, b having count(*) >= $least
"""
_PAIRS = r"""
with doc_words as (
    select doc, regexp_extract_all(lower(clean_text), '\w+') as w
    from text where doc in (select a from candidate union select b from candidate)
), shingles as (
    select distinct doc, hash(a, b, c) as shingle
    from (select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c from doc_words) where c is not null
), size as (
    select doc, count(*) as n from shingles group by doc
), shared as (
    select a, b, count(*) as n
    from candidate join shingles x on x.doc = a join shingles y on y.doc = b and x.shingle = y.shingle group by a, b
)
select p.article_id as a, q.article_id as b,
       shared.n / least(x.n, y.n) as part, shared.n / (x.n + y.n - shared.n) as whole
from shared join size x on x.doc = a join size y on y.doc = b join text p on p.doc = a join text q on q.doc = b
where part >= $some
order by part + whole desc, 1, 2
"""

Pair = tuple[str, str, float, float]


def link_stories(staging_dir: Path, articles: pl.DataFrame) -> pl.DataFrame:
    """Give every article its story.

    Args:
        staging_dir: Where the staged texts lie; they are read by DuckDB, not into Python.
        articles: ``article_id, published_earliest, word_count``.

    Returns:
        ``article_id, story_key, is_story_lead``, one row per article, one lead per story.
    """
    group = gather(similar_pairs([str(file) for file in tables.files(staging_dir, "article")]))
    ids = articles["article_id"]
    grouped = articles.with_columns(group=pl.Series([group.get(i, i) for i in ids], dtype=pl.String))
    ranked = grouped.sort("published_earliest", -pl.col("word_count"), "article_id", nulls_last=True)
    lead = pl.col("article_id").first().over("group")
    return ranked.select(
        "article_id", story_key=pl.lit("story:") + lead.str.head(20), is_story_lead=pl.col("article_id") == lead
    )


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
    numbered = "select row_number() over (order by article_id)::integer as doc, article_id, clean_text"
    connection.execute(f"create temp table text as {numbered} from read_parquet($files)", {"files": files})
    connection.execute(_SKETCH, {"sample": SAMPLE})
    connection.execute(_CANDIDATES, {"many": MANY, "least": LEAST_SHARED})
    return connection.execute(_PAIRS, {"some": SOME_TEXT}).fetchall()


def gather(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return article -> group for articles that share their text with others; the most alike are joined first."""
    pairs = list(pairs)
    group: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    links: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for a, b, *_ in pairs:
        for x, y in ((a, b), (b, a)):
            group[x], members[x] = x, [x]
            links[x][y] += 1
    for a, b, part, whole in pairs:
        x, y = sorted((group[a], group[b]))
        if part + whole >= SAME_TEXT and x != y and 2 * links[x][y] > len(members[x]) * len(members[y]):
            _join(x, y, group, members, links)
    return group


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
