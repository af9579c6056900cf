"""Which articles share text, and how much of it: pairs and their shares, found incrementally.

What belongs here: sketching texts by shingles, finding pairs that share text, and what of this is kept from run to run.
What does not: gathering pairs into stories, and exact duplicates (landing folds them).

Candidates come from a sample of each text's shingles (runs of words): those whose hash falls into one class of
``SAMPLE``, so that the sample of a part of a text is a part of the text's sample. For candidates the shared text is
measured in full, both against the shorter text (a cut copy lies in the original whole) and against the two together
(a shared quotation is little of either).

An article's sample is kept, and for as long as its candidates are the same, what it shares with them. So only new
articles are sampled, and only they and those whose candidates they are (or were) compared. Which pairs are candidates
is asked anew of all samples, since how common a shingle is depends on them all. The answer is that of a run that had
nothing kept.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipelines.linking import tables

SAMPLE = 8
LEAST_SHARED = 3
# A shingle in more texts than this is told by its first holder alone: a page's boilerplate, or a very long story.
MANY = 100
# The share of the shorter text that counts as sharing text at all.
SOME_TEXT = 0.3
# A text of which this much is told elsewhere is put together from others; it goes to one of which it has this much.
PIECED, MUCH = 0.85, 0.35

# A number stands for the id. Of an article that lies in two files, a run cut short between them, one is read.
_HELD = """
create or replace temp table held as
select hash(article_id) as doc, article_id, min(filename) as file
from read_parquet([{files}], filename = true) group by article_id
"""
# Texts are read from the files each time, since a day's news does not fit into memory.
_TEXT = """
create or replace temp view text as
select hash(article_id) as doc, clean_text from read_parquet([{files}])
where hash(article_id) in (select doc from wanted)
"""
_KEPT = {
    "story_sketch": "article_id varchar, shingles ubigint[]",
    "story_overlap": "doc ubigint, others ubigint[], shared bigint[], size bigint, elsewhere bigint",
}
_NEW = """
create or replace temp table wanted as
select doc from held anti join story_sketch using (article_id)
"""
# A text too short for any shingle has an empty sample, lest it be sampled again each time.
_SAMPLED = """
create or replace temp table sampled as
with words as (
    select doc, string_split(replace(lower(clean_text), chr(10), ' '), ' ') as w from text
), runs as (
    select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c, unnest(w[4:]) as d from words
), shingle as (
    select distinct doc, hash(a, b, c, d) as shingle
    from runs where d is not null and hash(a, b, c, d) % $sample::ubigint = 0
), gathered as (
    select doc, list(shingle) as shingles from shingle group by doc
)
select article_id, coalesce(shingles, []) as shingles
from wanted join held using (doc) left join gathered using (doc)
"""
_SKETCHES = """
create or replace temp table story_sketch as
select article_id, shingles from story_sketch semi join held using (article_id)
union all
select article_id, shingles from sampled
"""
_SKETCH = """
create or replace temp table sketch as
select hash(article_id) as doc, unnest(shingles) as shingle from story_sketch
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
# What a text shares with any other is no sum over pairs: it is measured again once the others are not the same.
_NEAR = """
create or replace temp table near as
with side as (
    select a as doc, b as other from candidate union all select b, a from candidate
)
select doc, list(other order by other) as others from side group by doc
"""
_FRESH = """
create or replace temp table fresh as
select doc, unnest(others) as other from near anti join story_overlap using (doc, others)
"""
_COMPARED = """
create or replace temp table wanted as
select doc from fresh union select other from fresh
"""
_BAG = """
create or replace temp table bag as
with words as (
    select doc, string_split(replace(lower(clean_text), chr(10), ' '), ' ') as w from text
), runs as (
    select doc, unnest(w) as a, unnest(w[2:]) as b, unnest(w[3:]) as c from words
)
select distinct doc, hash(a, b, c) as shingle from runs where c is not null
"""
_MEASURED = """
create or replace temp table measured as
with held_by as (
    select doc, other, shingle from fresh join bag using (doc)
), overlap as (
    select held_by.doc, other, held_by.shingle
    from held_by join bag on bag.doc = other and bag.shingle = held_by.shingle
), found as (
    select doc, other, count(*) as n from overlap group by doc, other
), gathered as (
    select doc, list(other order by other) as others, list(n order by other) as shared from found group by doc
), told_elsewhere as (
    select doc, count(distinct shingle) as n from overlap group by doc
), size as (
    select doc, count(*) as n from bag group by doc
)
select doc, others, shared, size.n as size, told_elsewhere.n as elsewhere
from gathered join size using (doc) join told_elsewhere using (doc)
"""
_OVERLAPS = """
create or replace temp table story_overlap as
select doc, others, shared, size, elsewhere from story_overlap semi join near using (doc, others)
union all
select doc, others, shared, size, elsewhere from measured
"""
_PAIRS = """
with side as (
    select doc, unnest(others) as other, unnest(shared) as n, size, elsewhere from story_overlap
)
select p.article_id, q.article_id, x.n / x.size, x.n / y.size, x.elsewhere / x.size, y.elsewhere / y.size
from side x join story_overlap y on y.doc = x.other
join held p on p.doc = x.doc join held q on q.doc = y.doc
where x.doc < y.doc and x.n >= least(x.size, y.size) * $some::double
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


def similar_pairs(files: list[str], kept: Path) -> list[Pair]:
    """Return pairs of articles that share text, the most alike first: ids in order, shares as in the module's notes.

    Args:
        files: Parquet files with ``article_id`` and ``clean_text``; an id stands for one text, ever.
        kept: Folder in which samples and overlaps are kept for the next run; those of articles that are gone, or found
            in another way than now, are dropped. Without it everything is found anew.
    """
    if not files:
        return []
    with tables.connect() as connection:
        connection.execute(_HELD.format(files=_quoted(files)))
        for table in _KEPT:
            _recall(connection, kept, table)
        _sample(connection, files)
        _compare(connection, files)
        for table in _KEPT:
            _keep(connection, kept, table)
        pairs = [Pair(*row) for row in connection.execute(_PAIRS, {"some": SOME_TEXT}).fetchall()]
    return sorted(pairs, key=lambda pair: (-pair.likeness(), pair.a, pair.b))


def version() -> str:
    """Return a name for the way in which samples and overlaps are made; hashes differ between versions of DuckDB."""
    way = (duckdb.__version__, str(SAMPLE), _SAMPLED, _BAG, _MEASURED, *_KEPT.values())
    return hashlib.sha256("\n".join(way).encode()).hexdigest()[:16]


def _sample(connection: duckdb.DuckDBPyConnection, files: list[str]) -> None:
    """Bring ``story_sketch`` up to the articles held."""
    connection.execute(_NEW)
    _open_wanted(connection, files)
    connection.execute(_SAMPLED, {"sample": SAMPLE})
    connection.execute(_SKETCHES)
    connection.execute(_SKETCH)


def _compare(connection: duckdb.DuckDBPyConnection, files: list[str]) -> None:
    """Bring ``story_overlap`` up to the candidates among all samples."""
    connection.execute(_CANDIDATES, {"many": MANY, "least": LEAST_SHARED, "some": SOME_TEXT})
    for step in (_NEAR, _FRESH, _COMPARED):
        connection.execute(step)
    _open_wanted(connection, files)
    for step in (_BAG, _MEASURED, _OVERLAPS):
        connection.execute(step)


def _open_wanted(connection: duckdb.DuckDBPyConnection, files: list[str]) -> None:
    """Let ``text`` be the texts in ``wanted``, over the files that hold any of them (or the first, if none does)."""
    rows = connection.execute("select distinct file from held semi join wanted using (doc)").fetchall()
    connection.execute(_TEXT.format(files=_quoted(sorted(file for (file,) in rows) or files[:1])))


def _quoted(files: list[str]) -> str:
    return ", ".join("'" + file.replace("'", "''") + "'" for file in files)


def _recall(connection: duckdb.DuckDBPyConnection, kept: Path, table: str) -> None:
    """Make a kept table a temporary one, empty where nothing was kept in the present way."""
    connection.execute(f"create or replace temp table {table} ({_KEPT[table]})")
    path = kept / table / f"{version()}.parquet"
    if path.exists():
        connection.execute(f"insert into {table} by name from read_parquet({_quoted([str(path)])})")


def _keep(connection: duckdb.DuckDBPyConnection, kept: Path, table: str) -> None:
    """Replace what is kept of a table, never seen half-written; what was found in another way goes."""
    path = kept / table / f"{version()}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{table}.{os.getpid()}.tmp")
    connection.execute(f"copy {table} to {_quoted([str(temporary)])} (format parquet)")
    temporary.replace(path)
    for old in set(path.parent.glob("*.parquet")) - {path}:
        old.unlink()
