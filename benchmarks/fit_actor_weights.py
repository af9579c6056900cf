"""Fit the weights by which a candidate is judged to be an actor of its article, with cross-validation by article.

    python -m benchmarks.fit_actor_weights [--write] [--no-cv]

Reads the annotated articles in ``../shared/gold`` (dev, wire and seeds) and ``tests/gold``, never the unread ones. A
candidate is positive when the shared scoring tool links it to an annotated actor. Prints a cross-validation by article;
with ``--write`` writes ``seeds/reference/actor_weights.csv``. Needs scikit-learn (dependency group ``fitting``). Tried:
a teacher's word on articles that nobody annotated, as in ``fit_coder``; it brought nothing here.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.gold import FITTED_ON, GoldArticle, load_set, scorer
from benchmarks.score_actors import REFERENCE, predicted
from pipelines.parsing.actors import candidates_of
from pipelines.parsing.actors.decide import ANY, WORD_MARKS, crowd, cues, judged_as
from pipelines.parsing.actors.model import Candidate
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import FOLDER, Reference, load_reference

SETS = tuple(name for name in FITTED_ON if name != "plain")
# What an article of a set counts: who is an actor the shared annotations say best, and ours of many hands less alike.
SET_SHARES = {"corpus_b": 0.25, "corpus_c": 0.5, "corpus_d": 0.05, "corpus_e": 0.25, "written": 0.1}
KINDS = ("person", "unnamed", "organization", "press", "named", "institution", "unknown", "state", "group")
C, LEAST_SEEN, LEAST_WEIGHT = 0.3, 3, 0.02
WORD_SCALE = 0.5  # a single word has to be seen more often than a cue of grammar to weigh as much


@dataclass
class Cases:
    """Candidates: their cues, kinds, whether each is an actor, weight, article and set."""

    cues: list[dict[str, float]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    sets: list[str] = field(default_factory=list)

    def add(self, scan: Scan, kept: list[Candidate]) -> None:
        """Add the cues and kinds of an article's candidates."""
        company = crowd(scan, kept)
        self.cues += [pooled(cues(scan, c, company), judged_as(c)) for c in kept]
        self.kinds += map(judged_as, kept)


def pooled(found: dict[str, float], kind: str) -> dict[str, float]:
    """Return each cue twice: shared by all kinds, and of its kind alone, so that a rare kind leans on the others."""
    scaled = {cue: value * (WORD_SCALE if cue[0] in WORD_MARKS else 1.0) for cue, value in found.items() if value}
    return scaled | {f"{kind}|{cue}": value for cue, value in scaled.items()}


def annotated_candidates(one: GoldArticle, reference: Reference) -> tuple[Scan, list[Candidate], set[int]]:
    """Return the candidates of an annotated article, and which of them are annotated as actors."""
    tool = scorer()
    doc = parse_document(one.article.clean_text)
    scan, kept, found = candidates_of(doc, one.article, reference)
    link = tool.link_actors(one.annotation["actors"], predicted(doc, found, tool.norm, -1.0))
    return scan, kept, set(link.values())


def annotated(reference: Reference, gold: Sequence[GoldArticle]) -> tuple[Cases, Counter[str]]:
    """Return the candidates of annotated articles, each with its article's place, and the annotated actors of each set.

    Articles of other sets than ``SETS`` are passed over.
    """
    cases, wanted = Cases(), Counter[str]()
    for number, one in ((number, one) for number, one in enumerate(gold) if one.name in SETS):
        scan, kept, right = annotated_candidates(one, reference)
        wanted[one.name] += len(one.annotation["actors"])
        cases.add(scan, kept)
        cases.answers += [int(i in right) for i in range(len(kept))]
        cases.weights += [SET_SHARES.get(one.name, 1.0)] * len(kept)
        cases.articles += [number] * len(kept)
        cases.sets += [one.name] * len(kept)
    return cases, wanted


def fit(vectorizer: DictVectorizer, cases: Cases, train: Any) -> LogisticRegression:
    """Fit one model over the pooled cues of some of the cases."""
    features = vectorizer.transform([cases.cues[i] for i in train])
    model = LogisticRegression(C=C, max_iter=1000, tol=1e-3, fit_intercept=False)
    return model.fit(features, np.array(cases.answers)[train], sample_weight=np.array(cases.weights)[train])


def vectorizer_of(cases: Cases) -> DictVectorizer:
    """Return what numbers the cues that are seen often enough."""
    seen = Counter(cue for found in cases.cues for cue in found)
    return DictVectorizer().fit([{cue: 1.0 for cue, count in seen.items() if count >= LEAST_SEEN}])


def table(vectorizer: DictVectorizer, model: LogisticRegression) -> tuple[dict[str, str], ...]:
    """Return the rows of ``actor_weights``: the weights of any kind, and what each kind adds to them."""
    rows = []
    for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        kind, found, cue = name.partition("|") if name.partition("|")[0] in KINDS else (ANY, "", name)
        cue = cue if found else name
        weight *= WORD_SCALE if cue[0] in WORD_MARKS else 1.0
        if abs(weight) >= LEAST_WEIGHT:
            rows.append((kind, cue, f"{weight:.3f}"))
    return tuple({"judged_as": kind, "cue": cue, "weight": weight} for kind, cue, weight in sorted(rows))


def unseen_tables(reference: Reference, gold: Sequence[GoldArticle], folds: int) -> list[tuple[dict[str, str], ...]]:
    """Return for each fold the table of a fit without its articles; the article at place ``n`` is of ``n % folds``."""
    cases, _ = annotated(reference, gold)
    vectorizer, fold = vectorizer_of(cases), np.array(cases.articles) % folds
    return [table(vectorizer, fit(vectorizer, cases, np.flatnonzero(fold != k))) for k in range(folds)]


def _f1(right: Any, chosen: Any, wanted: int) -> float:
    return float(2 * right[chosen].sum() / (chosen.sum() + wanted))


def cross_validate(cases: Cases, wanted: Counter[str]) -> None:
    """Print the figures of candidates judged by fits that did not see their article."""
    vectorizer, held_out = vectorizer_of(cases), np.zeros(len(cases.cues))
    for train, test in GroupKFold(8).split(cases.cues, groups=cases.articles):
        model = fit(vectorizer, cases, train)
        held_out[test] = model.predict_proba(vectorizer.transform([cases.cues[i] for i in test]))[:, 1]
    print("held out, F1 at 0.40, 0.45, 0.50; of a kind: among what was found")
    right, kind, sets = (np.array(column) for column in (cases.answers, cases.kinds, cases.sets))
    for name, own in (*((k, kind == k) for k in KINDS), *((n, sets == n) for n in SETS), ("all", right >= 0)):
        total = wanted[name] or (wanted.total() if name == "all" else int(right[own].sum()))
        at = [f"{_f1(right[own], held_out[own] >= t, total):.3f}" for t in (0.4, 0.45, 0.5)]
        print(f"{name:13} {at}  most recall {right[own].sum() / total:.3f}  n={total}")


def main() -> None:
    """Cross-validate, print, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--no-cv", action="store_true")
    options = parser.parse_args()
    reference = load_reference(REFERENCE)
    cases, wanted = annotated(reference, [one for name in SETS for one in load_set(name)])
    if not options.no_cv:
        cross_validate(cases, wanted)
    if options.write:
        vectorizer = vectorizer_of(cases)
        rows = table(vectorizer, fit(vectorizer, cases, np.arange(len(cases.cues))))
        with (FOLDER / "actor_weights.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"actor_weights.csv: {len(rows)} rows")


if __name__ == "__main__":
    main()
