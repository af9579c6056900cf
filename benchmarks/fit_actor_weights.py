"""Fit the weights by which a candidate is judged to be an actor of its article, with cross-validation by article.

    fit_actor_weights.py [--write] [--c 0.3]

Reads the annotated articles in ``../shared/gold`` (dev and wire) and ``tests/gold``, never the unread ones. A candidate
is positive when the shared scoring tool links it to an annotated actor. Writes ``seeds/reference/actor_weights.csv``.
Needs scikit-learn (for this script only).
"""

from __future__ import annotations

import argparse
import csv
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.score_actors import REFERENCE, articles, predicted, shared_tool
from pipelines.parsing.actors import candidates_of
from pipelines.parsing.actors.decide import cues
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import FOLDER, load_reference

SETS = ("dev", "wire")
KINDS = ("person", "organization", "state", "group")


def examples() -> tuple[list[dict[str, float]], list[int], list[str], list[int], int]:
    """Return cues, labels, kinds and article numbers of all candidates, and the number of annotated actors."""
    tool, reference = shared_tool(), load_reference(REFERENCE)
    features: list[dict[str, float]] = []
    labels: list[int] = []
    kinds: list[str] = []
    groups: list[int] = []
    wanted = 0
    for number, (gold, article) in enumerate(pair for name in SETS for pair in articles(name)):
        doc = parse_document(article.clean_text)
        scan, kept, found = candidates_of(doc, article, reference)
        link = tool.link_actors(gold["actors"], predicted(doc, found, tool.norm, -1.0))
        wanted += len(gold["actors"])
        right = set(link.values())
        for index, candidate in enumerate(kept):
            features.append(cues(scan, candidate))
            labels.append(int(index in right))
            kinds.append(candidate.kind)
            groups.append(number)
    return features, labels, kinds, groups, wanted


def fit(features: list[dict[str, float]], labels: Any, c: float) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit one kind's model."""
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=c, max_iter=2000, fit_intercept=False)
    return vectorizer, model.fit(vectorizer.fit_transform(features), labels)


def main() -> None:
    """Cross-validate, print, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--c", type=float, default=0.3)
    options = parser.parse_args()
    features, labels, kinds, groups, wanted = examples()
    y, group, kind_of = np.array(labels), np.array(groups), np.array(kinds)
    held_out = np.zeros(len(y))
    rows = []
    for kind in KINDS:
        own = np.flatnonzero(kind_of == kind)
        for train, test in GroupKFold(8).split(own, y[own], group[own]):
            vectorizer, model = fit([features[i] for i in own[train]], y[own[train]], options.c)
            held_out[own[test]] = model.predict_proba(vectorizer.transform([features[i] for i in own[test]]))[:, 1]
        vectorizer, model = fit([features[i] for i in own], y[own], options.c)
        rows += [(kind, cue, f"{w:.3f}") for cue, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)]
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        chosen = held_out >= threshold
        p, r = y[chosen].mean(), y[chosen].sum() / wanted
        print(f"held out at {threshold:.2f}: P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  (most recall {y.sum() / wanted:.3f})")
    if options.write:
        with (FOLDER / "actor_weights.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["actor_kind", "cue", "weight"])
            writer.writerows(sorted(rows))


if __name__ == "__main__":
    main()
