"""Fit the coder's judgements on annotated articles: ``python -m benchmarks.fit_coder [SET ...] [--write]``.

Three questions, one linear table each in ``seeds/reference``: is this candidate told as an engagement
(``claim_weights``), does this actor take part in it (``participant_weights``), did it happen (``status_weights``).
First
the figures of an eight-fold cross-validation by article, the whole coder run on articles that the fold did not see;
then, with ``--write``, the tables from all of them. Needs scikit-learn (dependency group ``dev``). ``unread`` is
refused: it is never fitted on.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.gold import GoldArticle, load_set, score_results, scorer
from benchmarks.score_coder import line
from pipelines.parsing.actors import recognise
from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.candidates import Told, find_candidates
from pipelines.parsing.engagements.lexicon import build_lexicon
from pipelines.parsing.engagements.participants import actors_in_reach
from pipelines.parsing.engagements.spans import spans_of
from pipelines.parsing.engagements.status import status_cues
from pipelines.parsing.linear import BIAS
from pipelines.parsing.reference import Reference

FOLDS = 8
CLAIM_C, PARTICIPANT_C, STATUS_C = 0.1, 0.1, 0.15
LEAST_WEIGHT = 0.02
OPTIONAL_WEIGHT = 0.5


@dataclass
class Cases:
    """Training cases of one question: cues, answer and weight of each."""

    cues: list[Iterable[str]] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, cues: Iterable[str], answer: Any, weight: float = 1.0) -> None:
        """Add a case."""
        self.cues.append(cues)
        self.answers.append(answer)
        self.weights.append(weight)

    def __iadd__(self, other: Cases) -> Cases:
        self.cues += other.cues
        self.answers += other.answers
        self.weights += other.weights
        return self


@dataclass
class Training:
    """The cases that one article gives to each question."""

    claim: Cases = field(default_factory=Cases)
    participant: Cases = field(default_factory=Cases)
    status: Cases = field(default_factory=Cases)


def cases_of(gold: GoldArticle, reference: Reference, score: Any) -> Training:
    """Return what an annotated article teaches."""
    doc = parse_document(gold.article.clean_text)
    found = recognise(doc, gold.article, reference)
    told = find_candidates(
        doc, spans_of(doc, found), reference.compiled(build_lexicon), has_title=bool(gold.article.title)
    )
    predicted: dict[int, dict[str, Any]] = {a.actor_id: {"names": set(), "name": a.name} for a in found.actors}
    for m in found.mentions:
        surface = doc.slice(m.head_start, m.head_end)
        predicted[m.actor_id]["names"] |= {score.norm(surface), score.norm(predicted[m.actor_id]["name"])}
    link = {v: k for k, v in score.link_actors(gold.annotation["actors"], predicted).items()}
    training = Training()
    annotated = _annotated(gold, score)
    for one in told:
        _add_cases(training, one, doc, annotated, link)
    return training


def _annotated(gold: GoldArticle, score: Any) -> list[dict[str, Any]]:
    out = []
    for e in gold.annotation["engagements"]:
        span = score.locate(gold.article.clean_text, e["evidence"])
        types = {e["type"], *(e.get("alt_types") or [])}
        if span:
            out.append({**e, "span": span, "types": types, "ids": {p for p, _ in e["participants"]}})
    return out


def _add_cases(training: Training, one: Told, doc: Doc, annotated: list[dict[str, Any]], link: dict[int, str]) -> None:
    trigger = one.candidate.match.trigger
    at = doc.starts[one.token]
    hits = [e for e in annotated if trigger.engagement_type in e["types"] and e["span"][0] - 2 <= at < e["span"][1] + 2]
    weight = OPTIONAL_WEIGHT if hits and all(e.get("optional") for e in hits) else 1.0
    training.claim.add(one.cues, bool(hits), weight)
    if not hits:
        return
    named = {link.get(m.actor_id) for _, m, _, _ in one.candidate.slots}
    best = max(hits, key=lambda e: len(named & e["ids"]))
    cues = status_cues(
        one.parse, one.candidate.match.unit, one.candidate.status, trigger.engagement_type, one.candidate.cues
    )
    training.status.add(cues, best["status"], weight)
    if best["ids"]:
        for reach in actors_in_reach(one):
            training.participant.add(reach.cues, link.get(reach.mention.actor_id) in best["ids"])


def fit(cases: Cases, c: float) -> dict[str, dict[str, float]]:
    """Return answer to cue to weight; a yes-or-no question has the one answer ``"True"``."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(cues), 1.0) for cues in cases.cues])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    answers = np.array([str(a) for a in cases.answers])
    model = LogisticRegression(C=c, max_iter=1000).fit(matrix, answers, sample_weight=np.array(cases.weights))
    names = vectorizer.get_feature_names_out()
    classes = ["True"] if len(model.classes_) == 2 else list(model.classes_)
    out: dict[str, dict[str, float]] = {}
    for answer, row, bias in zip(classes, model.coef_, model.intercept_, strict=True):
        kept = {n: round(float(w), 3) for n, w in zip(names, row, strict=True) if abs(w) >= LEAST_WEIGHT}
        out[answer] = {BIAS: round(float(bias), 3), **kept}
    return out


def tables(trainings: Sequence[Training]) -> dict[str, tuple[dict[str, str], ...]]:
    """Fit all three questions; return the rows of their tables."""
    total = Training()
    for t in trainings:
        total.claim += t.claim
        total.participant += t.participant
        total.status += t.status
    claim, part = fit(total.claim, CLAIM_C)["True"], fit(total.participant, PARTICIPANT_C)["True"]
    status = fit(total.status, STATUS_C)
    return {
        "claim_weights": tuple({"cue": k, "weight": str(v)} for k, v in sorted(claim.items())),
        "participant_weights": tuple({"cue": k, "weight": str(v)} for k, v in sorted(part.items())),
        "status_weights": tuple(
            {"answer": a, "cue": k, "weight": str(v)} for a, ws in sorted(status.items()) for k, v in sorted(ws.items())
        ),
    }


def with_tables(base: Reference, made: dict[str, tuple[dict[str, str], ...]]) -> Reference:
    """Return a reference that has these tables in place of its own, sharing all else that was compiled."""
    from pipelines.parsing import linear

    other = Reference(base.folder, {**base.tables, **made})
    fitted = (linear.claim_model, linear.participant_model, linear.status_model)
    other._compiled = {k: v for k, v in base._compiled.items() if k not in fitted}
    return other


def cross_validate(gold: list[GoldArticle], trainings: list[Training], base: Reference) -> None:
    """Print the figures of each set, every article coded by a fit that did not see it."""
    results = {}
    for fold in range(FOLDS):
        seen = [t for i, t in enumerate(trainings) if i % FOLDS != fold]
        coder = DefaultCoder(with_tables(base, tables(seen)))
        for i, g in enumerate(gold):
            if i % FOLDS == fold:
                results[g.article.article_id] = coder.extract(g.article)
    for name in dict.fromkeys(g.name for g in gold):
        mine = [g for g in gold if g.name == name]
        print("cv   ", line(name, score_results(mine, lambda a: results[a.article_id])[0]))


def write(base: Reference, made: dict[str, tuple[dict[str, str], ...]]) -> None:
    """Write the tables for review."""
    for name, rows in made.items():
        with (base.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{name}.csv: {len(rows)} rows")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev", "wire", "corpus", "seeds", "plain"])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--no-cv", action="store_true")
    arguments = parser.parse_args()
    if "unread" in arguments.sets:
        parser.error("unread is scored only, never fitted on")
    base = Reference()
    gold = [g for name in arguments.sets for g in load_set(name)]
    score = scorer()
    trainings = [cases_of(g, base, score) for g in gold]
    if not arguments.no_cv:
        cross_validate(gold, trainings, base)
    if arguments.write:
        write(base, tables(trainings))


if __name__ == "__main__":
    main()
