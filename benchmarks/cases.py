"""What an annotated article teaches: the cases of each question that the coder judges, cues and answer.

What belongs here: holding candidates against annotations. What does not: fitting (``fit_coder``), the cues themselves
(``pipelines.parsing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gold import PLACE_SHARES, SET_WEIGHTS, GoldArticle
from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances import Circumstances
from pipelines.parsing.circumstances.when import date_options
from pipelines.parsing.circumstances.where import Scene
from pipelines.parsing.coder import told_in
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.modes import NO_MODE, mode_cues
from pipelines.parsing.engagements.participants import Reach, actors_in_reach
from pipelines.parsing.engagements.status_cues import status_cues
from pipelines.parsing.engagements.taking_part import NO_PART, choose_participants, is_symmetric
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import ChoiceModel
from pipelines.parsing.reference import Reference
from pipelines.parsing.words.lexicon import build_lexicon
from pipelines.records import AHEAD

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
class Choice:
    """A case that has options: the cues of each, the number of the right one, and what the case counts."""

    options: list[set[str]]
    right: int
    weight: float


@dataclass
class Placed:
    """An annotated claim whose country is known: its options wait for the participants."""

    told: Told
    reaches: list[Reach]
    scene: Scene
    country: str
    weight: float


@dataclass
class Training:
    """The cases that one article gives to each question."""

    weight: float = 1.0
    place_weight: float = 1.0
    claim: Cases = field(default_factory=Cases)
    participant: Cases = field(default_factory=Cases)
    status: Cases = field(default_factory=Cases)
    mode: Cases = field(default_factory=Cases)
    date: Cases = field(default_factory=Cases)
    placed: list[Placed] = field(default_factory=list)


def cases_of(gold: GoldArticle, reference: Reference, score: Any) -> Training:
    """Return what an annotated article teaches."""
    doc = parse_document(gold.article.clean_text)
    found = recognise(doc, gold.article, reference)
    told = told_in(doc, found, gold.article, reference)
    predicted: dict[int, dict[str, Any]] = {a.actor_id: {"names": set(), "name": a.name} for a in found.actors}
    for m in found.mentions:
        surface = doc.slice(m.head_start, m.head_end)
        predicted[m.actor_id]["names"] |= {score.norm(surface), score.norm(predicted[m.actor_id]["name"])}
    link = {v: k for k, v in score.link_actors(gold.annotation["actors"], predicted).items()}
    weight = SET_WEIGHTS.get(gold.name, 1.0)
    training = Training(weight, weight * PLACE_SHARES.get(gold.name, 1.0))
    annotated = annotated_in(gold, score)
    circumstances = Circumstances(doc, found, gold.article, reference)
    for one in told:
        best = _add_cases(training, one, doc, annotated, link, reference.compiled(build_lexicon).fields)
        if best:
            _add_circumstances(training, one, best, circumstances)
    return training


def annotated_in(gold: GoldArticle, score: Any) -> list[dict[str, Any]]:
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
    """Add what a candidate teaches of act, status, mode and participants; return the annotation that it meets."""
    hits, best = annotation_of(one, doc, annotated, link)
    weight = weight_of(hits)
    training.claim.add(one.cues, bool(hits), weight * training.weight)
    if best is None:
        return None
    if one.candidate.match.trigger.engagement_type == best["type"]:  # not "impose" of a threat to impose
        training.status.add(status_cues(one, fields), best["status"], weight * training.weight)
        _add_mode(training, one, best, weight)
    if best["ids"]:
        for reach in actors_in_reach(one):
            training.participant.add(reach.cues, _part(one, reach, best["participants"], link))
    return best


def _add_mode(training: Training, one: Told, best: dict[str, Any], weight: float) -> None:
    """Add what an annotation says of the mode; none counts less, for some annotators leave more modes open."""
    if "mode" in best:
        share = 1.0 if best["mode"] else OPTIONAL_WEIGHT
        answer = f"{best['type']}:{best['mode'] or NO_MODE}"
        training.mode.add(mode_cues(one), answer, share * weight * training.weight)


def annotation_of(
    one: Told, doc: Doc, annotated: list[dict[str, Any]], link: dict[int, str]
) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """Return the annotations that a candidate may stand for, and that with which it has the most actors in common."""
    kind, at = one.candidate.match.trigger.engagement_type, doc.starts[one.token]
    hits = [e for e in annotated if kind in e["types"] and e["span"][0] - 2 <= at < e["span"][1] + 2]
    named = {link.get(m.actor_id) for _, m, _, _ in one.candidate.slots}
    return hits, max(hits, key=lambda e: len(named & e["ids"]), default=None)


def weight_of(hits: list[dict[str, Any]]) -> float:
    """Return what a candidate counts: less where a careful coder might leave it out."""
    return OPTIONAL_WEIGHT if hits and all(e.get("optional") for e in hits) else 1.0


def _add_circumstances(training: Training, one: Told, best: dict[str, Any], around: Circumstances) -> None:
    if best.get("country"):
        scene = around.scene_of(one.candidate.match.trigger.engagement_type)
        training.placed.append(Placed(one, actors_in_reach(one), scene, best["country"], training.place_weight))
    true = best.get("date")
    for option in date_options(around.doc, one, around.dates, around.story):
        bounds = option.bounds(best["status"] in AHEAD)
        inside = bool(
            true
            and bounds.earliest
            and bounds.latest
            and true["earliest"] <= bounds.earliest.isoformat()
            and bounds.latest.isoformat() <= true["latest"]
        )
        training.date.add(option.cues, inside, 1.0 if true else OPTIONAL_WEIGHT)


def place_choices(placed: Iterable[Placed], participants: ChoiceModel) -> Iterator[Choice]:
    """Yield what each annotated claim teaches of where it happened, if the true country is among the options."""
    for p in placed:
        options = p.scene.options(p.told, choose_participants(p.told, p.reaches, participants))
        right = next((n for n, option in enumerate(options) if option.iso3 == p.country), None)
        if right is not None:
            yield Choice([option.cues for option in options], right, p.weight)


def _part(one: Told, reach: Reach, participants: list[list[str]], link: dict[int, str]) -> str:
    """The side on which an actor takes part by the annotation, as far as the wording tells sides apart."""
    role = next((role for actor, role in participants if actor == link.get(reach.mention.actor_id)), None)
    if role is None:
        return NO_PART
    side = "p" if is_symmetric(one) else SIDES[role]
    return (SIDES[reach.role] if reach.role else "a") if side == "p" and not is_symmetric(one) else side
