"""Fit the coder's judgements on annotated articles: ``python -m benchmarks.fit_coder [SET ...] [--write]``.

Six questions, one linear table each in ``seeds/reference``: is this candidate told as an engagement
(``claim_weights``), does this actor take part in it (``participant_weights``), did it happen (``status_weights``), in
what way (``mode_weights``), does this expression date it (``date_weights``), in which of these countries was it
(``place_weights``). First the figures of an eight-fold cross-validation by article, the whole coder run on articles
that the fold did not see; then, with ``--write``, the tables from all of them. Claims and status learn from articles
without an annotation too, by what the annotated ones and the teacher say of them together (``benchmarks.judged``); the
cross-validation does without, since the teacher has seen all annotations. Where one question rests on the answer to
another (who takes part on who is an actor, where on who takes part), it learns from answers by fits that did not see
the article: those of a fit that did are righter than a new article's will be. Needs scikit-learn (dependency group
``fitting``). ``unread`` is refused: it is never fitted on.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Iterator, Sequence

from benchmarks.cases import OPTIONAL_WEIGHT, Cases, Choice, Training, cases_of, place_choices
from benchmarks.fit_actor_weights import unseen_tables
from benchmarks.fitting import fit, fit_choices, fit_modes
from benchmarks.gold import FITTED_ON, GoldArticle, load_set, score_results, scorer
from benchmarks.judged import STATUSES, Judged, judged_cases
from benchmarks.score_coder import line
from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.linear import ChoiceModel, LinearModel
from pipelines.parsing.reference import Reference

FOLDS = 5
_PARTS = 2  # of the articles, for choosing participants in one by a fit on the rest
CLAIM_C, PARTICIPANT_C, STATUS_C, MODE_C, DATE_C, PLACE_C = 0.05, 0.1, 0.1, 0.1, 0.05, 0.1
LEAST_SHARE = 0.04
JUDGED_CLAIM, JUDGED_STATUS = 0.3, 1.0  # what a judged candidate counts beside an annotated one
TEACHER = 0.45  # the teacher's part in what is said of a judged candidate; the rest is the annotations'


def tables(trainings: Sequence[Training], judged: Sequence[Judged] = ()) -> dict[str, tuple[dict[str, str], ...]]:
    """Fit all questions; return the rows of their tables."""
    total = Training()
    for t in trainings:
        total.claim += t.claim
        total.participant += t.participant
        total.status += t.status
        total.mode += t.mode
        total.date += t.date
    claim, status = fit(total.claim, CLAIM_C)["True"], fit(total.status, STATUS_C)
    if judged:
        _add_judged(total, judged, LinearModel(claim), ChoiceModel(status))
        claim, status = fit(total.claim, CLAIM_C)["True"], fit(total.status, STATUS_C)
    part, date = fit(total.participant, PARTICIPANT_C), fit(total.date, DATE_C)["True"]
    place = fit_choices(_choices_of_places(trainings), PLACE_C)
    return {
        "claim_weights": _rows(claim),
        "date_weights": _rows(date),
        "mode_weights": _choice_rows(fit_modes(total.mode, MODE_C)),
        "place_weights": _rows(place),
        "participant_weights": _choice_rows(part),
        "status_weights": _choice_rows(status),
    }


def _choices_of_places(trainings: Sequence[Training]) -> Iterator[Choice]:
    """Yield what annotated claims teach of places, their participants chosen by fits that did not see the article."""
    for half in range(_PARTS):
        rest = Cases()
        for n, training in enumerate(trainings):
            if n % _PARTS != half:
                rest += training.participant
        model = ChoiceModel(fit(rest, PARTICIPANT_C))
        for training in trainings[half::_PARTS]:
            yield from place_choices(training.placed, model)


def _add_judged(total: Training, judged: Sequence[Judged], claims: LinearModel, statuses: ChoiceModel) -> None:
    """Add what the annotations, by a first fit, and the teacher say together of articles that nobody annotated."""
    for case in judged:
        chance = _between(
            [1 - claims.probability(case.cues), claims.probability(case.cues)], [1 - case.claim, case.claim]
        )
        for answer, share in zip((False, True), chance, strict=True):
            total.claim.add(case.cues, answer, JUDGED_CLAIM * share)
        if chance[1] < OPTIONAL_WEIGHT / 2:
            continue
        ours = statuses.probabilities(case.status_cues)
        both = _between([ours[name] for name in STATUSES], case.status)
        for name, share in zip(STATUSES, both, strict=True):
            if share > LEAST_SHARE:
                total.status.add(case.status_cues, name, JUDGED_STATUS * chance[1] * share)


def _between(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Return the geometric mean of two opinions, weighted and scaled to one."""
    raised = [
        math.exp((1 - TEACHER) * math.log(max(a, 1e-4)) + TEACHER * math.log(max(b, 5e-3)))
        for a, b in zip(ours, theirs, strict=True)
    ]
    return [value / sum(raised) for value in raised]


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
    from pipelines.parsing.actors.decide import actor_model

    other = Reference(base.folder, {**base.tables, **made})
    fitted = (
        *(linear.claim_model, linear.participant_model, linear.status_model, linear.mode_models),
        *(linear.date_model, linear.place_model, actor_model),
    )
    other._compiled = {k: v for k, v in base._compiled.items() if k not in fitted}
    return other


def trainings_of(gold: Sequence[GoldArticle], unseen: Sequence[Reference]) -> list[Training]:
    """Return what each article teaches, by a reference whose actor weights did not see it (``n % FOLDS``)."""
    score = scorer()
    return [cases_of(g, unseen[n % FOLDS], score) for n, g in enumerate(gold)]


def cross_validate(gold: Sequence[GoldArticle], trainings: list[Training], unseen: Sequence[Reference]) -> None:
    """Print the figures of each set, every article coded by a fit that did not see it."""
    results = {}
    for fold in range(FOLDS):
        seen = [t for i, t in enumerate(trainings) if i % FOLDS != fold]
        coder = DefaultCoder(with_tables(unseen[fold], tables(seen)))
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
    parser.add_argument("sets", nargs="*", default=FITTED_ON)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", nargs="+", metavar="TABLE", help="write these tables (status_weights ...), not all")
    parser.add_argument("--no-cv", action="store_true")
    arguments = parser.parse_args()
    if "unread" in arguments.sets:
        parser.error("unread is scored only, never fitted on")
    base = Reference()
    gold = [g for name in arguments.sets for g in load_set(name)]
    unseen = [with_tables(base, {"actor_weights": rows}) for rows in unseen_tables(base, gold, FOLDS)]
    trainings = trainings_of(gold, unseen)
    if not arguments.no_cv:
        cross_validate(gold, trainings, unseen)
    if arguments.write:
        made = tables(trainings, judged_cases(base))
        write(base, {name: made[name] for name in arguments.only or made})


if __name__ == "__main__":
    main()
