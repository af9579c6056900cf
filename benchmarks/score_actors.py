"""Precision and recall of actor recognition, without a warehouse: the same linking as the shared scoring tool.

    score_actors.py [dev wire seeds unread] [--errors N] [--threshold T]

Texts and annotations are read in place from ``../shared``; of ``unread`` only the totals are ever printed.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.gold import load_set, scorer
from pipelines.parsing.actors import ActorsFound, recognise
from pipelines.parsing.actors.model import DESCRIBED
from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.reference import FOLDER, load_reference
from pipelines.records import Article

SECRET = "unread"
REFERENCE = Path(os.environ["REFERENCE"]) if "REFERENCE" in os.environ else FOLDER


def predicted(doc: Doc, found: ActorsFound, norm: Any, threshold: float) -> dict[int, dict[str, Any]]:
    """Return the kept actors as the shared tool wants them: key -> names (normalised), name, country."""
    kept, _ = found.keep((), threshold)
    actors = {i: found.actors[i] for i in kept}
    names = {i: {norm(a.name)} for i, a in actors.items()}
    for m in found.mentions:
        if m.actor_id in names:
            start = m.token_start if m.method in DESCRIBED else m.head_start
            names[m.actor_id].add(norm(doc.slice(start, m.head_end)))
    return {
        i: {"names": names[i], "name": a.name, "country": a.country_iso3, "kind": a.actor_kind}
        for i, a in actors.items()
    }


def coded(coder: DefaultCoder, article: Article, norm: Any) -> dict[int, dict[str, Any]]:
    """Return the actors that the whole default coder reports, those that its claims keep included."""
    result = coder.extract(article)
    names = {a.actor_id: {norm(a.name)} for a in result.actors}
    for m in result.mentions:
        names[m.actor_id].add(norm(m.surface_text))
    return {
        a.actor_id: {"names": names[a.actor_id], "name": a.name, "country": a.country_iso3, "kind": a.actor_kind}
        for a in result.actors
    }


def score(name: str, errors: int, threshold: float, whole: bool) -> None:
    """Print the figures of one set, and its misses and false finds where it may be read."""
    tool, reference, coder = scorer(), load_reference(REFERENCE), DefaultCoder()
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    false: Counter[str] = Counter()
    log: list[str] = []
    for one in load_set(name):
        gold, article = one.annotation, one.article
        doc = parse_document(article.clean_text)
        found = recognise(doc, article, reference)
        pred = coded(coder, article, tool.norm) if whole else predicted(doc, found, tool.norm, threshold)
        link = tool.link_actors(gold["actors"], pred)
        for actor in gold["actors"]:
            wanted[actor["kind"]] += 1
            hits[actor["kind"]] += actor["id"] in link
            if actor["id"] not in link:
                log.append(
                    f"MISS  {actor['kind'][:5]:5} {actor['name']} | {actor['mentions']}   [{gold['article'][:12]}]"
                )
        for key in pred.keys() - set(link.values()):
            false[pred[key]["kind"]] += 1
            log.append(f"FALSE {pred[key]['kind'][:5]:5} {pred[key]['name']}   [{gold['article'][:12]}]")
    for kind in () if name == SECRET else wanted:
        print(f"  {kind:12} {_prf(hits[kind], false[kind], wanted[kind])}  n={wanted[kind]}")
    print(f"{name:8} {_prf(hits.total(), false.total(), wanted.total())}  n={wanted.total()}")
    if name != SECRET:
        for line in sorted(log)[:errors]:
            print("   ", line)


def _prf(tp: int, fp: int, n: int) -> str:
    p, r = tp / max(1, tp + fp), tp / max(1, n)
    return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}"


def main() -> None:
    """Score the sets that are named, all when none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["dev", "wire", "seeds", "unread"])
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--threshold", type=float, default=0.45)
    parser.add_argument("--whole", action="store_true", help="score what the default coder reports")
    options = parser.parse_args()
    for name in options.sets:
        score(name, options.errors, options.threshold, options.whole)


if __name__ == "__main__":
    main()
