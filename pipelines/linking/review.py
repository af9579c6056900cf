"""Pairs of actors that may be one: proposed by likeness, decided by people.

What belongs here: proposing pairs with what speaks for and against, and writing decisions to
``seeds/reference/actor_decisions.csv``. What does not: merging anything; ``identity`` does that, by decisions alone.

Pairs are looked for only among actors that share the skeleton of a word of their name: its consonants, with letters
that transliteration confuses written alike. Two actors of the registry are never proposed (its reviewers keep them
apart), nor actors whose key holds an article (``identity`` says when).
"""

from __future__ import annotations

import csv
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

import polars as pl

from pipelines.linking import tables
from pipelines.linking.decisions import Decisions
from pipelines.linking.registry import DECISION_COLUMNS, DECISIONS, kind_class, load_registry, with_norm

FILE = "actor_decisions.csv"
# Jaro-Winkler likeness of the whole normalised names from which a pair is worth a look.
WORTH_A_LOOK = 0.88
# A word in the names of more actors than this ("council", "john") brings nobody together.
COMMON_WORD = 200

_ACTORS = """
create or replace temp table actor as
select l.actor_key, any_value(a.kind_class) as kind_class, mode(a.norm) as norm, mode(a.name) as name,
       mode(a.country_iso3) as country, mode(a.sector) as sector, count(distinct a.article_id) as articles,
       bool_and(contains(l.actor_key, '~')) as unknown
from link l join local a using (article_id, actor_id)
where not regexp_matches(l.actor_key, '~.*~') group by l.actor_key
"""
# Longest first; then each letter by itself, vowels and half-vowels to nothing.
_CONFUSED = (("kh", "k"), ("gh", "k"), ("ch", "k"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("dh", "d"), ("sh", "s"))
_LETTERS = str.maketrans("gqczvpj", "kkksffs", "aeiouhyw")


def skeleton(word: str) -> str:
    """Return what is left of a word when vowels go and letters that transliteration confuses are written alike."""
    for confused, plain in _CONFUSED:
        word = word.replace(confused, plain)
    bare = word.translate(_LETTERS)
    return "".join(letter for letter, before in zip(bare, " " + bare, strict=False) if letter != before) or word


_PAIRS = """
with word as (
    select actor_key, unnest(string_split(norm, ' ')) as word from actor
), bone as (
    select distinct actor_key, skeleton(word) as bone from word where length(word) > 2
), rare as (
    select bone from bone group by bone having count(*) between 2 and $common
), near as (
    select distinct x.actor_key as a, y.actor_key as b
    from bone x join bone y on x.bone = y.bone and x.actor_key < y.actor_key join rare on rare.bone = x.bone
), together as (
    select x.actor_key as a, y.actor_key as b, count(distinct x.article_id) as n
    from near join link x on x.actor_key = near.a join link y on y.actor_key = near.b and y.article_id = x.article_id
    group by 1, 2
)
select near.a as key_a, near.b as key_b, x.name as name_a, y.name as name_b, x.country as country_a,
       y.country as country_b, x.sector as sector_a, y.sector as sector_b, x.articles as articles_a,
       y.articles as articles_b, coalesce(together.n, 0) as together,
       round(greatest(jaro_winkler_similarity(x.norm, y.norm), (x.norm = y.norm)::double), 3) as likeness
from near join actor x on x.actor_key = near.a join actor y on y.actor_key = near.b
left join together on together.a = near.a and together.b = near.b
where x.kind_class = y.kind_class and (x.unknown or y.unknown) and likeness >= $least
order by likeness desc, articles_a + articles_b desc, key_a, key_b
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors that may be one, with the evidence.

    Attributes:
        articles_a: Articles in which the first acts; likewise for the second.
        together: Articles in which both act, which speaks against their being one.
        likeness: Of the normalised names, 0 to 1; 1 is equal.
    """

    key_a: str
    key_b: str
    name_a: str
    name_b: str
    country_a: str | None
    country_b: str | None
    sector_a: str | None
    sector_b: str | None
    articles_a: int
    articles_b: int
    together: int
    likeness: float


def propose_pairs(staging_dir: Path, reference_dir: Path, least: float = WORTH_A_LOOK) -> list[Proposal]:
    """Return pairs that nobody has decided yet, the likeliest first.

    Args:
        staging_dir: Folder of the staged and linked tables.
        reference_dir: Folder of the decisions.
        least: Least likeness of the names, 0 to 1.
    """
    local = with_norm(tables.read(staging_dir, "article_actor")).with_columns(kind_class=kind_class())
    link = tables.read(staging_dir, "actor_link")
    decided = load_registry(reference_dir).decisions
    known = {frozenset(pair) for pair in decided.select("actor_key_a", "actor_key_b").iter_rows()}
    with tables.connect() as connection:
        tables.load(connection, "local", local)
        tables.load(connection, "link", link)
        connection.create_function("skeleton", skeleton, ["VARCHAR"], "VARCHAR")
        connection.execute(_ACTORS)
        rows = connection.execute(_PAIRS, {"common": COMMON_WORD, "least": least}).fetchall()
    return [proposal for row in rows if {(proposal := Proposal(*row)).key_a, proposal.key_b} not in known]


def record_decision(
    reference_dir: Path, key_a: str, key_b: str, decision: str, decided_by: str, note: str = "", on: date | None = None
) -> None:
    """Write a decision on a pair into the reference data, in place of an earlier one on the same pair.

    Args:
        reference_dir: Folder of the reference data.
        key_a: Key of one actor.
        key_b: Key of the other.
        decision: ``same``, ``different`` or ``unsure``.
        decided_by: Who decided.
        note: Why.
        on: The day of the decision; today where None.

    Raises:
        ValueError: The decision is none of the three, the keys are one, or it contradicts earlier decisions.
    """
    if decision not in DECISIONS:
        raise ValueError(f"a decision is one of {', '.join(DECISIONS)}, not {decision!r}")
    if key_a == key_b or not (key_a and key_b):
        raise ValueError("a decision takes the keys of two actors")
    first, second = sorted((key_a, key_b))
    row = (first, second, decision, decided_by, (on or date.today()).isoformat(), note)
    earlier = load_registry(reference_dir).decisions
    kept = [old for old in earlier.iter_rows() if {*old[:2]} != {first, second}]
    rows = sorted([*kept, row], key=lambda r: r[:2])
    Decisions.of(pl.DataFrame(rows, schema=list(DECISION_COLUMNS), orient="row"))
    _write(reference_dir / FILE, rows)


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(DECISION_COLUMNS)
        writer.writerows(rows)
    temporary.replace(path)


def as_rows(proposals: list[Proposal]) -> tuple[list[str], list[tuple[object, ...]]]:
    """Return the column names and the rows of proposals, for display."""
    return [field.name for field in fields(Proposal)], [astuple(proposal) for proposal in proposals]
