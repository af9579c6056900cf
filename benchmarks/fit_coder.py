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

from benchmarks.gold import SET_WEIGHTS, GoldArticle, load_set, score_results, scorer
from benchmarks.score_coder import line
from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances import Circumstances
from pipelines.parsing.circumstances.when import date_options
from pipelines.parsing.circumstances.where import Scene
from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.candidates import Told, find_candidates
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.lexicon import build_lexicon
from pipelines.parsing.engagements.participants import (
    NO_PART,
    Reach,
    actors_in_reach,
    choose_participants,
    is_symmetric,
)
from pipelines.parsing.engagements.spans import spans_of
from pipelines.parsing.engagements.status_cues import status_cues
from pipelines.parsing.linear import BIAS, ChoiceModel
from pipelines.parsing.reference import Reference

FOLDS = 8
CLAIM_C, PARTICIPANT_C, STATUS_C, DATE_C, PLACE_C = 0.2, 0.4, 0.4, 0.05, 0.2
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
class Placed:
    """An annotated claim whose country is known: its options wait for the participants."""

    told: Told
    reaches: list[Reach]
    scene: Scene
    country: str


@dataclass
class Training:
    """The cases that one article gives to each question."""

    weight: float = 1.0
    claim: Cases = field(default_factory=Cases)
    participant: Cases = field(default_factory=Cases)
    status: Cases = field(default_factory=Cases)
    date: Cases = field(default_factory=Cases)
    placed: list[Placed] = field(default_factory=list)


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
    training = Training(SET_WEIGHTS.get(gold.name, 1.0))
    annotated = _annotated(gold, score)
    circumstances = Circumstances(doc, found, gold.article, reference)
    for one in told:
        best = _add_cases(training, one, doc, annotated, link, reference.compiled(build_lexicon).fields)
        if best:
            _add_circumstances(training, one, best, circumstances)
    return training


def _annotated(gold: GoldArticle, score: Any) -> list[dict[str, Any]]:
    out = []
    for e in gold.annotation["engagements"]:
        span = score.locate(gold.article.clean_text, e["evidence"])
        types = {e["type"], *(e.get("alt_types") or [])}
        if span:
            out.append({**e, "span": span, "types": types, "ids": {p for p, _ in e["participants"]}})
    return out


def _add_cases(
    training: Training,
    one: Told,
    doc: Doc,
    annotated: list[dict[str, Any]],
    link: dict[int, str],
    fields: dict[str, tuple[str, ...]],
) -> dict[str, Any] | None:
    """Add what a candidate teaches of act, status and participants; return the annotation that it meets."""
    trigger = one.candidate.match.trigger
    at = doc.starts[one.token]
    hits = [e for e in annotated if trigger.engagement_type in e["types"] and e["span"][0] - 2 <= at < e["span"][1] + 2]
    weight = OPTIONAL_WEIGHT if hits and all(e.get("optional") for e in hits) else 1.0
    training.claim.add(one.cues, bool(hits), weight * training.weight)
    if not hits:
        return None
    named = {link.get(m.actor_id) for _, m, _, _ in one.candidate.slots}
    best = max(hits, key=lambda e: len(named & e["ids"]))
    cues = status_cues(one.parse, one.candidate, fields)
    training.status.add(cues, best["status"], weight)
    if best["ids"]:
        for reach in actors_in_reach(one):
            training.participant.add(reach.cues, _part(one, reach, best["participants"], link))
    return best


def _add_circumstances(training: Training, one: Told, best: dict[str, Any], around: Circumstances) -> None:
    if best.get("country"):
        training.placed.append(Placed(one, actors_in_reach(one), around.scene, best["country"]))
    true = best.get("date")
    for option in date_options(around.doc, one, around.dates, around.story):
        bounds = option.expression.resolve(best["status"] in ("planned", "proposed"))
        inside = bool(
            true
            and bounds.earliest
            and bounds.latest
            and true["earliest"] <= bounds.earliest.isoformat()
            and bounds.latest.isoformat() <= true["latest"]
        )
        training.date.add(option.cues, inside, 1.0 if true else OPTIONAL_WEIGHT)


def _place_cases(placed: Iterable[Placed], participants: ChoiceModel) -> Cases:
    cases = Cases()
    for p in placed:
        for option in p.scene.options(p.told, choose_participants(p.told, p.reaches, participants)):
            cases.add(option.cues, option.iso3 == p.country)
    return cases


def _part(one: Told, reach: Reach, participants: list[list[str]], link: dict[int, str]) -> str:
    """The side on which an actor takes part by the annotation, as far as the wording tells sides apart."""
    role = next((role for actor, role in participants if actor == link.get(reach.mention.actor_id)), None)
    if role is None:
        return NO_PART
    side = "p" if is_symmetric(one) else SIDES[role]
    return (SIDES[reach.role] if reach.role else "a") if side == "p" and not is_symmetric(one) else side


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
        total.date += t.date
        total.placed += t.placed
    claim, part = fit(total.claim, CLAIM_C)["True"], fit(total.participant, PARTICIPANT_C)
    status, date = fit(total.status, STATUS_C), fit(total.date, DATE_C)["True"]
    place = fit(_place_cases(total.placed, ChoiceModel(part)), PLACE_C)["True"]
    return {
        "claim_weights": _rows(claim),
        "date_weights": _rows(date),
        "place_weights": _rows(place),
        "participant_weights": _choice_rows(part),
        "status_weights": _choice_rows(status),
    }


def _rows(weights: dict[str, float]) -> tuple[dict[str, str], ...]:
    return tuple({"cue": cue, "weight": str(weight)} for cue, weight in sorted(weights.items()))


def _choice_rows(weights: dict[str, dict[str, float]]) -> tuple[dict[str, str], ...]:
    return tuple(
        {"answer": answer, "cue": cue, "weight": str(weight)}
        for answer, row in sorted(weights.items())
        for cue, weight in sorted(row.items())
    )


def with_tables(base: Reference, made: dict[str, tuple[dict[str, str], ...]]) -> Reference:
    """Return a reference that has these tables in place of its own, sharing all else that was compiled."""
    from pipelines.parsing import linear

    other = Reference(base.folder, {**base.tables, **made})
    fitted = (
        *(linear.claim_model, linear.participant_model, linear.status_model),
        *(linear.date_model, linear.place_model),
    )
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
    parser.add_argument("sets", nargs="*", default=["dev", "wire", "corpus_a", "corpus_b", "seeds", "plain"])
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
