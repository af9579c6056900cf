"""What the teacher says of articles that nobody annotated, for the fit: ``benchmarks/judged/claims.parquet``.

What belongs here: the articles of ``../shared/corpus`` without an annotation, their candidates, and the teacher's
answers beside them. What does not: the teacher (``benchmarks.teacher``), and fitting (``benchmarks.fit_coder``). The
file holds no text: an article's id (a hash of its clean text), where a wording starts, and chances in per cent.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from benchmarks.gold import FITTED_ON, SHARED, load_set
from pipelines.evaluation.articles import Articles
from pipelines.parsing.actors import recognise
from pipelines.parsing.coder import told_in
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.status_cues import status_cues
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.reference import Reference
from pipelines.parsing.words.lexicon import build_lexicon
from pipelines.records import Article
from pipelines.settings import get_settings

CORPUS = SHARED / "corpus" / "news.jsonl.gz"
ANSWERS = Path(__file__).parent / "judged" / "claims.parquet"
STATUSES = ("occurred", "ongoing", "planned", "proposed", "not_occurred")


@dataclass(frozen=True)
class Judged:
    """A candidate and the teacher's answers about it: the chance that it is a claim, and of each of ``STATUSES``."""

    cues: list[str]
    status_cues: list[str]
    claim: float
    status: tuple[float, ...]


def unannotated() -> Iterator[Article]:
    """Yield the articles of the corpus that the team has not annotated."""
    known = {g.annotation["article"] for name in FITTED_ON if name.startswith("corpus") for g in load_set(name)}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        urls = [url for line in lines if (url := json.loads(line).get("url")) and url not in known]
    articles = Articles([CORPUS], urls, get_settings())
    yield from (a for url in urls if (a := articles.article(url)) is not None)


def read(article: Article, reference: Reference) -> tuple[Doc, list[Told]]:
    """Return an article's text, parsed, and its candidates."""
    doc = parse_document(article.clean_text)
    return doc, told_in(doc, recognise(doc, article, reference), article, reference)


def judged_cases(reference: Reference) -> list[Judged]:
    """Return the candidates of the present coder that the teacher has judged, with what it said."""
    answers = {row[:3]: row[3:] for row in pl.read_parquet(ANSWERS).iter_rows()}
    return [case for article in unannotated() for case in _cases(article, reference, answers)]


def _cases(
    article: Article, reference: Reference, answers: dict[tuple[object, ...], tuple[int, ...]]
) -> Iterator[Judged]:
    doc, told = read(article, reference)
    fields = reference.compiled(build_lexicon).fields
    for one in told:
        said = answers.get((article.article_id, doc.starts[one.token], one.candidate.match.trigger.engagement_type))
        if said is not None:
            claim, *status = (share / 100 for share in said)
            about = map(sys.intern, status_cues(one, fields))
            yield Judged(list(map(sys.intern, one.cues)), list(about), claim, tuple(status))
