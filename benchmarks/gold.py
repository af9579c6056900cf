"""Annotated articles for benchmarks: the sets of ``<repo>/../shared/gold`` and the team's own annotations in ``tests/gold``.

What belongs here: reading them as cleaned articles beside their annotations, and asking ``shared/tools/score.py`` about coded
articles in memory, without a warehouse.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pipelines.reading import read_paths
from pipelines.reading.clean import clean
from pipelines.records import Article, ExtractionResult
from pipelines.settings import get_settings

REPO = Path(__file__).resolve().parents[1]
SHARED = REPO.parent / "shared"
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
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def load_set(name: str) -> list[GoldArticle]:
    """Return the set ``dev``, ``wire``, ``unread``, ``seeds`` or ``corpus`` (the team's own annotations)."""
    if name == "corpus":
        return _own()
    source = SHARED / "articles" if name == "seeds" else SHARED / "gold" / f"{name}.jsonl"
    return _pair(name, source, json.loads((SHARED / "gold" / f"{name}.json").read_text("utf-8")))


def _own() -> list[GoldArticle]:
    annotations = load_module(REPO / "tests" / "gold" / "annotations.py", "gold_annotations")
    committed = annotations.committed()
    records = annotations.records({item["article"] for item in committed})
    resolved = [annotations.resolved(i, annotations.full_text(records[i["article"]])) for i in committed]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records.values())
        file.flush()
        return _pair("corpus", Path(file.name), resolved)


def _pair(name: str, source: Path, annotations: list[dict[str, Any]]) -> list[GoldArticle]:
    settings = get_settings()
    articles = [clean(raw, settings) for raw in read_paths([source], settings)]  # type: ignore[arg-type]
    by_uri = {a.source_uri: a for a in articles if isinstance(a, Article)}
    out = []
    for annotation in annotations:
        found = next((a for uri, a in by_uri.items() if uri.endswith(annotation["article"])), None)
        if found is not None:
            out.append(GoldArticle(name, found, annotation))
    return out


def scorer() -> ModuleType:
    """Return the module ``shared/tools/score.py``."""
    return load_module(SHARED / "tools" / "score.py", "gold_score")


def score_results(
    gold: list[GoldArticle], extract: Callable[[Article], ExtractionResult], errors: int = 0
) -> tuple[dict[str, Any], list[str]]:
    """Score coded articles as ``score.py`` would score a warehouse built from them alone."""
    module = scorer()
    coded = {g.annotation["article"]: _as_loaded(module, g.article, extract(g.article)) for g in gold}
    module.load = lambda _, ref: coded.get(ref)
    return module.score([g.annotation for g in gold], None, errors)


def _as_loaded(module: ModuleType, article: Article, result: ExtractionResult) -> tuple[str, dict[Any, Any], list[Any]]:
    actors: dict[int, dict[str, Any]] = {}
    for actor in result.actors:
        actors[actor.actor_id] = {"names": set(), "name": actor.name, "country": actor.country_iso3}
    for mention in result.mentions:
        entry = actors[mention.actor_id]
        entry["names"] |= {module.norm(mention.surface_text), module.norm(entry["name"])}
    mentioned = {m.actor_id for m in result.mentions}
    engagements: dict[int, dict[str, Any]] = {}
    for number, claim in enumerate(result.claims):
        root = number if claim.same_as is None else claim.same_as
        blank: dict[str, Any] = {k: set() for k in ("modes", "statuses", "places", "countries", "parts")}
        e = engagements.setdefault(root, {"key": root, "type": claim.engagement_type, "spans": [], "evidence": [], "dates": [], **blank})
        e["modes"].add(claim.mode)
        e["statuses"].add(claim.status)
        e["spans"].append((claim.char_start, claim.char_end))
        e["evidence"].append(article.clean_text[claim.char_start : claim.char_end])
        e["dates"].append((claim.started.earliest, claim.started.latest))
        e["countries"].add(claim.country_iso3)
        e["parts"] |= {(p.actor_id, module.SIDE[p.role]) for p in claim.participants}
    return article.clean_text, {k: v for k, v in actors.items() if k in mentioned}, list(engagements.values())
