"""Annotated articles for benchmarks: the sets of ``<repo>/../shared/gold`` and the team's own in ``tests/gold``.

What belongs here: reading them as cleaned articles beside their annotations, and asking about coded articles in memory,
without a warehouse (``pipelines.evaluation`` does that).
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pipelines.evaluation.articles import Articles
from pipelines.evaluation.gold import GoldSet, gold_article, load_annotations, resolved
from pipelines.evaluation.memory import coded_article
from pipelines.evaluation.scoring import evaluate
from pipelines.evaluation.tables import error_lines
from pipelines.records import Article, ExtractionResult
from pipelines.settings import get_settings

REPO = Path(__file__).resolve().parents[1]
SHARED = REPO.parent / "shared"
OWN = REPO / "tests" / "gold"
# The sets that the coder is fitted on; ``unread`` is none of them.
FITTED_ON = ("dev", "wire", "corpus_a", "corpus_b", "corpus_c", "corpus_d", "corpus_e", "written", "seeds", "plain")
# What an article of a set counts in a fit: less where it is home politics for the most part, or invented.
SET_WEIGHTS = {"corpus_b": 0.5, "corpus_d": 0.5, "corpus_e": 0.5, "written": 0.5}
# What is left of that where places are learned: most of it is at home.
PLACE_SHARES = {"corpus_d": 0.5, "corpus_e": 0.5}
sys.dont_write_bytecode = True


@dataclass(frozen=True)
class GoldArticle:
    """An article and its annotation."""

    name: str
    article: Article
    annotation: dict[str, Any]


def load_module(path: Path, name: str) -> ModuleType:
    """Import a module that is not in a package, by its file."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def plain_statements() -> list[GoldArticle]:
    """Return the plain sentences of our own (``plain_statements.csv``), each an article: what every coder must know."""
    with (REPO / "benchmarks" / "plain_statements.csv").open(encoding="utf-8", newline="") as file:
        return [_plain(row) for row in csv.DictReader(file)]


def _plain(row: dict[str, str]) -> GoldArticle:
    text = row["sentence"]
    names = [row[key] for key in ("first", "second") if row[key]]
    actors = [{"id": n, "name": n, "kind": "state", "country": None, "mentions": [n]} for n in names]
    roles = (
        ("participant",) * 2 if row["engagement_type"] in ("CONSULT", "AGREE", "COOPERATE") else ("source", "target")
    )
    told = {
        "id": "e1",
        "type": row["engagement_type"],
        "status": row["status"],
        "evidence": text,
        "place": None,
        "country": None,
        "date": None,
        "attributed_to": None,
        "participants": [list(p) for p in zip(names, roles, strict=False)],
    }
    annotation = {"article": text, "language": "en", "actors": actors, "engagements": [told] if row["status"] else []}
    return GoldArticle("plain", Article(text, text, text, ""), annotation)


def sources(name: str) -> tuple[list[Path], list[Path]]:
    """Return a set's files of annotations, and the files that hold its articles."""
    if name.startswith("corpus"):
        return sorted(OWN.glob(f"{name}_[0-9]*.json")), [SHARED / "corpus" / "news.jsonl.gz"]
    if name == "written":
        return sorted(OWN.glob("written_[0-9]*.json")), sorted(OWN.glob("written_[0-9]*.jsonl"))
    where = SHARED / "articles" if name == "seeds" else SHARED / "gold" / f"{name}.jsonl"
    return [SHARED / "gold" / f"{name}.json"], [where]


def load_set(name: str) -> list[GoldArticle]:
    """Return a set: ``unread``, or one of ``FITTED_ON``."""
    if name == "plain":
        return plain_statements()
    files, where = sources(name)
    annotations = [one for file in files for one in load_annotations(file)]
    articles = Articles(where, [one["article"] for one in annotations], get_settings())
    whole = [resolved(one, articles.full_text(one["article"])) for one in annotations]
    pairs = ((articles.article(one["article"]), one) for one in whole)
    return [GoldArticle(name, article, annotation) for article, annotation in pairs if article is not None]


def scorer() -> ModuleType:
    """Return the module ``shared/tools/score.py``."""
    return load_module(SHARED / "tools" / "score.py", "gold_score")


def score_results(
    gold: list[GoldArticle], extract: Callable[[Article], ExtractionResult], errors: int = 0
) -> tuple[dict[str, Any], list[str]]:
    """Score coded articles as ``score.py`` would score a warehouse built from each of them alone."""
    coded = {g.annotation["article"]: coded_article(g.article, extract(g.article)) for g in gold}
    annotated = GoldSet("memory", False, tuple(gold_article(g.annotation) for g in gold))
    found = evaluate(annotated, coded.get, "memory")
    return found.as_dict(), error_lines(found)[:errors]
