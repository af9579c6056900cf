"""Fit the weights by which a candidate is judged to be an actor of its article.

    python -m benchmarks.fit_actor_weights [--write] [--no-cv] [--held-out]

Reads the annotated articles in ``../shared/gold`` (dev and wire) and ``tests/gold``, never the unread ones. A candidate
is positive when the shared scoring tool links it to an annotated actor. Prints a cross-validation by article over the
annotations; with ``--held-out`` the figures of every fifth article, which the teacher has not seen, fitted without and
with what it says of articles that nobody annotated (``benchmarks.actor_teacher``). Writes
``seeds/reference/actor_weights.csv``. Needs scikit-learn (dependency group ``fitting``).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.gold import SET_WEIGHTS, GoldArticle, load_set, scorer
from benchmarks.judged import unannotated
from benchmarks.score_actors import REFERENCE, predicted
from pipelines.parsing.actors import ActorsFound, candidates_of
from pipelines.parsing.actors.decide import ANY, WORD_MARKS, crowd, cues, judged_as
from pipelines.parsing.actors.model import Candidate
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.reference import FOLDER, Reference, load_reference

SETS = ("dev", "wire", "corpus_a", "corpus_b")
KINDS = ("person", "unnamed", "organization", "press", "named", "institution", "unknown", "state", "group")
ACTORS_JUDGED = Path(__file__).parent / "judged" / "actors.parquet"
HOLD_OUT = 5  # every so many-th annotated article is kept from the teacher
C, LEAST_SEEN, LEAST_WEIGHT = 0.3, 3, 0.02
WORD_SCALE = 0.5  # a single word has to be seen more often than a cue of grammar to weigh as much
JUDGED, TEACHER = 0.3, 0.5  # what a judged candidate counts; the teacher's part in what is said of it


@dataclass
class Cases:
    """Candidates: their cues, kinds, chance of being an actor, and weight; of annotated ones article and set."""

    cues: list[dict[str, float]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)
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


def annotated_candidates(one: GoldArticle, reference: Reference) -> tuple[Scan, list[Candidate], ActorsFound, set[int]]:
    """Return the candidates of an annotated article, and which of them are annotated as actors."""
    tool = scorer()
    doc = parse_document(one.article.clean_text)
    scan, kept, found = candidates_of(doc, one.article, reference)
    link = tool.link_actors(one.annotation["actors"], predicted(doc, found, tool.norm, -1.0))
    return scan, kept, found, set(link.values())


def key_of(article_id: str, doc: Doc, candidate: Candidate) -> tuple[str, int, str]:
    """Return what a candidate is known by: its article, where it is first named, as what it is judged."""
    return article_id, doc.starts[min(m.token_start for m in candidate.mentions)], judged_as(candidate)


def annotated(reference: Reference) -> tuple[Cases, Counter[str]]:
    """Return the candidates of the annotated articles, and the number of annotated actors of each set."""
    cases, wanted = Cases(), Counter[str]()
    for number, one in enumerate(one for name in SETS for one in load_set(name)):
        scan, kept, _, right = annotated_candidates(one, reference)
        wanted[one.name] += len(one.annotation["actors"])
        cases.add(scan, kept)
        cases.chances += [float(i in right) for i in range(len(kept))]
        cases.weights += [SET_WEIGHTS.get(one.name, 1.0)] * len(kept)
        cases.articles += [number] * len(kept)
        cases.sets += [one.name] * len(kept)
    return cases, wanted


def judged(reference: Reference) -> Cases:
    """Return the candidates that the teacher has judged, with the chances that it gives them."""
    answers = {row[:3]: row[3] / 100 for row in pl.read_parquet(ACTORS_JUDGED).iter_rows()}
    cases = Cases()
    for article in unannotated():
        doc = parse_document(article.clean_text)
        scan, kept, _ = candidates_of(doc, article, reference)
        said = [answers.get(key_of(article.article_id, doc, c)) for c in kept]
        company = crowd(scan, kept)
        for candidate, chance in zip(kept, said, strict=True):
            if chance is not None:
                cases.cues.append(pooled(cues(scan, candidate, company), judged_as(candidate)))
                cases.kinds.append(judged_as(candidate))
                cases.chances.append(chance)
                cases.weights.append(JUDGED)
    return cases


def fit(features: Any, chances: Any, weights: Any) -> LogisticRegression:
    """Fit one model to chances: each case counts as an actor by its chance and as none by the rest."""
    both = np.concatenate([np.ones(len(chances)), np.zeros(len(chances))])
    weight = np.concatenate([weights * chances, weights * (1 - chances)])
    used = np.flatnonzero(weight > 1e-3)
    rows = used % len(chances)
    model = LogisticRegression(C=C, max_iter=1000, tol=1e-3, fit_intercept=False)
    return model.fit(features[rows], both[used], sample_weight=weight[used])


def fit_all(vectorizer: DictVectorizer, ours: Cases, theirs: Cases | None, train: Any) -> LogisticRegression:
    """Fit to annotated cases, then once more with what the first fit and the teacher say together of the others."""
    features = vectorizer.transform([ours.cues[i] for i in train])
    chances, weights = np.array(ours.chances)[train], np.array(ours.weights)[train]
    model = fit(features, chances, weights)
    if theirs is None:
        return model
    others = vectorizer.transform(theirs.cues)
    said = np.clip(model.predict_proba(others)[:, 1], 1e-3, 1 - 1e-3)
    taught = np.clip(np.array(theirs.chances), 5e-3, 1 - 5e-3)
    odds = (1 - TEACHER) * np.log(said / (1 - said)) + TEACHER * np.log(taught / (1 - taught))
    from scipy.sparse import vstack

    return fit(
        vstack([features, others]).tocsr(),
        np.concatenate([chances, 1 / (1 + np.exp(-odds))]),
        np.concatenate([weights, np.array(theirs.weights)]),
    )


def vectorizer_of(*cases: Cases | None) -> DictVectorizer:
    """Return what numbers the cues that are seen often enough."""
    seen = Counter(cue for case in cases if case is not None for found in case.cues for cue in found)
    return DictVectorizer().fit([{cue: 1.0 for cue, count in seen.items() if count >= LEAST_SEEN}])


def table(vectorizer: DictVectorizer, model: LogisticRegression) -> list[tuple[str, str, str]]:
    """Return (kind, cue, weight): the weights of any kind, and what each kind adds to them."""
    rows = []
    for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        kind, found, cue = name.partition("|") if name.partition("|")[0] in KINDS else (ANY, "", name)
        cue = cue if found else name
        weight *= WORD_SCALE if cue[0] in WORD_MARKS else 1.0
        if abs(weight) >= LEAST_WEIGHT:
            rows.append((kind, cue, f"{weight:.3f}"))
    return sorted(rows)


def _f1(right: Any, chosen: Any, wanted: int) -> float:
    return float(2 * right[chosen].sum() / (chosen.sum() + wanted))


def show(held_out: Any, cases: Cases, where: Any, wanted: Counter[str]) -> None:
    """Print F1 of kinds (among what was found) and of sets, of the cases at ``where``."""
    right, kind, sets = (np.array(x)[where] for x in (cases.chances, cases.kinds, cases.sets))
    for name, own in (*((k, kind == k) for k in KINDS), *((n, sets == n) for n in SETS), ("all", right >= 0)):
        total = wanted[name] or (wanted.total() if name == "all" else int(right[own].sum()))
        at = [f"{_f1(right[own], held_out[own] >= t, total):.3f}" for t in (0.4, 0.45, 0.5)]
        print(f"{name:13} {at}  most recall {right[own].sum() / max(1, total):.3f}  n={total}")


def cross_validate(cases: Cases, wanted: Counter[str]) -> None:
    """Print the figures of candidates judged by fits that did not see their article."""
    vectorizer, held_out = vectorizer_of(cases), np.zeros(len(cases.cues))
    for train, test in GroupKFold(8).split(cases.cues, groups=cases.articles):
        model = fit_all(vectorizer, cases, None, train)
        held_out[test] = model.predict_proba(vectorizer.transform([cases.cues[i] for i in test]))[:, 1]
    print("held out, F1 at 0.40, 0.45, 0.50; of a kind: among what was found")
    show(held_out, cases, np.arange(len(held_out)), wanted)


def compare_held_out(cases: Cases, theirs: Cases) -> None:
    """Print what the teacher's answers bring on the articles that it has not seen."""
    out = np.array(cases.articles) % HOLD_OUT == 0
    train, test = np.flatnonzero(~out), np.flatnonzero(out)
    vectorizer = vectorizer_of(cases, theirs)
    features = vectorizer.transform([cases.cues[i] for i in test])
    for name, others in (("annotations alone", None), ("with judged articles", theirs)):
        print(f"{name}: F1 on every {HOLD_OUT}th article, among what was found")
        model = fit_all(vectorizer, cases, others, train)
        show(model.predict_proba(features)[:, 1], cases, test, Counter())


def main() -> None:
    """Cross-validate, print, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--no-cv", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    reference = load_reference(REFERENCE)
    cases, wanted = annotated(reference)
    if not options.no_cv:
        cross_validate(cases, wanted)
    if not (options.held_out or options.write):
        return
    theirs = judged(reference)
    if options.held_out:
        compare_held_out(cases, theirs)
    if options.write:
        vectorizer = vectorizer_of(cases, theirs)
        rows = table(vectorizer, fit_all(vectorizer, cases, theirs, np.arange(len(cases.cues))))
        with (FOLDER / "actor_weights.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["judged_as", "cue", "weight"])
            writer.writerows(rows)
        print(f"actor_weights.csv: {len(rows)} rows")


if __name__ == "__main__":
    main()
