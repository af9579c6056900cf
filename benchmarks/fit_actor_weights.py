"""Fit the weights by which a candidate is judged to be an actor of its article, with cross-validation by article.

    fit_actor_weights.py [--write] [--c 0.3]

Reads the annotated articles in ``../shared/gold`` (dev and wire) and ``tests/gold``, never the unread ones. A candidate
is positive when the shared scoring tool links it to an annotated actor. Writes ``seeds/reference/actor_weights.csv``.
Needs scikit-learn (for this script only).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.gold import SET_WEIGHTS, load_set, scorer
from benchmarks.score_actors import REFERENCE, predicted
from pipelines.parsing.actors import candidates_of
from pipelines.parsing.actors.decide import crowd, cues, judged_as
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import FOLDER, load_reference

SETS = ("dev", "wire", "corpus_a", "corpus_b")
KINDS = ("person", "unnamed", "organization", "press", "named", "institution", "unknown", "state", "group")


def examples() -> tuple[list[dict[str, float]], list[int], list[str], list[int], list[str], Counter[str]]:
    """Return cues, labels, kinds, article numbers and sets of all candidates, and the annotated actors of each set."""
    tool, reference = scorer(), load_reference(REFERENCE)
    features: list[dict[str, float]] = []
    labels: list[int] = []
    kinds: list[str] = []
    groups: list[int] = []
    sets: list[str] = []
    wanted: Counter[str] = Counter()
    for number, one in enumerate(one for name in SETS for one in load_set(name)):
        name, gold, article = one.name, one.annotation, one.article
        doc = parse_document(article.clean_text)
        scan, kept, found = candidates_of(doc, article, reference)
        link = tool.link_actors(gold["actors"], predicted(doc, found, tool.norm, -1.0))
        wanted[name] += len(gold["actors"])
        right = set(link.values())
        company = crowd(scan, kept)
        for index, candidate in enumerate(kept):
            features.append(cues(scan, candidate, company))
            labels.append(int(index in right))
            kinds.append(judged_as(candidate))
            groups.append(number)
            sets.append(name)
    return features, labels, kinds, groups, sets, wanted


def pooled(found: dict[str, float], kind: str) -> dict[str, float]:
    """Return each cue twice: shared by all kinds, and of its kind alone, so that a rare kind leans on the others."""
    return found | {f"{kind}|{cue}": value for cue, value in found.items()}


def fit(
    features: list[dict[str, float]], labels: Any, weights: Any, c: float
) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit one model over pooled cues."""
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=c, max_iter=3000, fit_intercept=False)
    return vectorizer, model.fit(vectorizer.fit_transform(features), labels, sample_weight=weights)


def table(vectorizer: DictVectorizer, model: LogisticRegression) -> list[tuple[str, str, str]]:
    """Return (kind, cue, weight): the shared and the kind's own weight of a cue summed."""
    weights = dict(zip(vectorizer.feature_names_, model.coef_[0], strict=True))
    own = [name.split("|", 1) for name in weights if "|" in name]
    return [(kind, cue, f"{weights[cue] + weights[f'{kind}|{cue}']:.3f}") for kind, cue in own]


def _f1(y: Any, chosen: Any, wanted: int) -> float:
    return float(2 * y[chosen].sum() / (chosen.sum() + wanted))


def main() -> None:
    """Cross-validate, print, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--c", type=float, default=0.3)
    options = parser.parse_args()
    features, labels, kinds, groups, sets, wanted = examples()
    y, group, kind_of = np.array(labels), np.array(groups), np.array(kinds)
    held_out = np.zeros(len(y))
    weight = np.array([SET_WEIGHTS.get(name, 1.0) for name in sets])
    pool = [pooled(found, kind) for found, kind in zip(features, kinds, strict=True)]
    for train, test in GroupKFold(8).split(pool, y, group):
        vectorizer, model = fit([pool[i] for i in train], y[train], weight[train], options.c)
        held_out[test] = model.predict_proba(vectorizer.transform([pool[i] for i in test]))[:, 1]
    rows = table(*fit(pool, y, weight, options.c))
    print("held out, F1 at 0.40, 0.45, 0.50; of a kind: among what was found")
    for name, own in (*((k, kind_of == k) for k in KINDS), *((n, np.array(sets) == n) for n in SETS), ("all", y >= 0)):
        total = wanted[name] or (wanted.total() if name == "all" else y[own].sum())
        at = [_f1(y[own], held_out[own] >= t, total) for t in (0.4, 0.45, 0.5)]
        print(f"{name:13} {[f'{f:.3f}' for f in at]}  most recall {y[own].sum() / total:.3f}  n={total}")
    if options.write:
        with (FOLDER / "actor_weights.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["judged_as", "cue", "weight"])
            writer.writerows(sorted(rows))


if __name__ == "__main__":
    main()
