"""One evaluation from end to end: several annotated sets, one or more codings, all figures and tables.

What belongs here: putting the parts together. What does not: arguments and printing (``commands.evaluate``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from pipelines.evaluation.articles import Articles
from pipelines.evaluation.coded import CodedArticle
from pipelines.evaluation.figures import Evaluation, total
from pipelines.evaluation.gold import GoldSet, gold_set, load_annotations
from pipelines.evaluation.memory import code_articles
from pipelines.evaluation.scoring import evaluate
from pipelines.evaluation.tables import Table, agreement, all_tables
from pipelines.records import Extractor
from pipelines.settings import Settings


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding of the annotated articles: its name, a coded article by ref, and why articles failed."""

    name: str
    article: Callable[[str], CodedArticle | None]
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """All evaluations: for each set those of every coding, in the codings' order."""

    sets: tuple[tuple[Evaluation, ...], ...]

    def evaluations(self) -> list[Evaluation]:
        """Return every evaluation, with one over all sets for each coding where there are several sets."""
        each = list(chain.from_iterable(self.sets))
        return each + [total(of_one) for of_one in zip(*self.sets, strict=True)] if len(self.sets) > 1 else each

    def open_sets(self) -> list[tuple[Evaluation, ...]]:
        """Return the sets whose errors may be read."""
        return [of_set for of_set in self.sets if not of_set[0].sealed]

    def tables(self) -> list[Table]:
        """Return the tables: totals of all sets, details over those that are open to reading."""
        opened = self.open_sets()
        tables = all_tables(self.evaluations(), [total(of_one) for of_one in zip(*opened, strict=True)])
        if opened and len(opened[0]) == 2:
            tables.append(agreement([(one, other) for one, other in opened]))
        return tables

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return every evaluation's figures, named by set and coder; failures by article where they may be read."""
        return [_named(evaluation) for evaluation in self.evaluations()]


def _named(evaluation: Evaluation) -> dict[str, Any]:
    names: dict[str, Any] = {"set": evaluation.name, "coder": evaluation.coder, "sealed": evaluation.sealed}
    failed = {"failed": evaluation.failed} if evaluation.failed and not evaluation.sealed else {}
    return names | evaluation.as_dict() | failed


def load_sets(golds: Sequence[Path], articles: Sequence[Path], settings: Settings) -> tuple[list[GoldSet], Articles]:
    """Read files of annotations, and the records that they are about.

    Args:
        golds: Files of annotations.
        articles: Files, folders and globs that hold the articles; may be empty where they are not needed.
        settings: Limits of reading.

    Raises:
        GoldError: A file is not in the gold format.
    """
    told = [load_annotations(path) for path in golds]
    found = Articles(articles, {one["article"] for one in chain(*told)}, settings)
    sets = [gold_set(path, annotations, found.full_text) for path, annotations in zip(golds, told, strict=True)]
    return sets, found


def coding_by(coder: Extractor, name: str, sets: Sequence[GoldSet], articles: Articles) -> Coding:
    """Code the articles of all sets in this process, each once."""
    refs = dict.fromkeys(article.ref for one in sets for article in one.articles)
    coded, failed = code_articles(refs, articles.article, coder)
    return Coding(name, coded.get, failed)


def compare(sets: Sequence[GoldSet], codings: Sequence[Coding]) -> Session:
    """Measure every coding on every set."""
    return Session(tuple(tuple(_measured(gold, coding) for coding in codings) for gold in sets))


def _measured(gold: GoldSet, coding: Coding) -> Evaluation:
    refs = {article.ref for article in gold.articles}
    failed = {ref: why for ref, why in coding.failed.items() if ref in refs}
    return evaluate(gold, coding.article, coding.name, failed)
