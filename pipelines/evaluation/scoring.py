"""From matched articles to findings and counts: what was right, missed, invented or told otherwise.

What belongs here: what counts as right, as ``shared/tools/score.py`` has it. What does not: matching itself, arithmetic
on the counts (``figures``), and how anything is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipelines.evaluation.coded import CodedArticle, CodedEngagement
from pipelines.evaluation.figures import DECILES, Evaluation, Finding, ScoredArticle, Tally
from pipelines.evaluation.gold import GoldArticle, GoldEngagement, GoldSet
from pipelines.evaluation.matching import Matched, Pair, match_article

LEAST_PARTICIPANTS = 0.5


def evaluate(
    gold: GoldSet, coded: Callable[[str], CodedArticle | None], coder: str, failed: dict[str, str] | None = None
) -> Evaluation:
    """Measure a coding against an annotated set.

    Args:
        gold: The annotations.
        coded: Gives the coded article of an annotation's ``ref``; None where it is missing.
        coder: What coded them.
        failed: Articles that the coder failed on, and why.
    """
    articles, tally = [], Tally()
    for annotation in gold.articles:
        scored = score_article(annotation, coded(annotation.ref))
        articles.append(scored)
        tally.update(_counts(scored))
    return Evaluation(gold.name, coder, gold.sealed, tally, () if gold.sealed else tuple(articles), dict(failed or {}))


def score_article(gold: GoldArticle, coded: CodedArticle | None) -> ScoredArticle:
    """Match an article and tell what became of each engagement on either side."""
    if coded is None:
        return ScoredArticle(gold, None, None, ())
    matched = match_article(gold, coded)
    findings = [_found(gold.engagements[pair.gold], coded.engagements[pair.coded], pair) for pair in matched.pairs]
    paired = {pair.gold for pair in matched.pairs}, {pair.coded for pair in matched.pairs}
    missed = [e for n, e in enumerate(gold.engagements) if n not in paired[0] and not e.optional]
    findings += [Finding("missed", e, None) for e in missed]
    findings += [Finding("false", None, e) for n, e in enumerate(coded.engagements) if n not in paired[1]]
    return ScoredArticle(gold, coded, matched, tuple(findings))


def _found(gold: GoldEngagement, coded: CodedEngagement, pair: Pair) -> Finding:
    wrong = tuple(name for name, right, known in _judged(gold, coded, pair) if right < known)
    if gold.optional:
        return Finding("optional", gold, coded, wrong)
    return Finding("right" if _is_full(gold, coded, pair) else "partly", gold, coded, wrong)


def _is_full(gold: GoldEngagement, coded: CodedEngagement, pair: Pair) -> bool:
    if gold.status not in {claim.status for claim in coded.claims}:
        return False
    return not gold.participants or pair.hits / pair.union >= LEAST_PARTICIPANTS


def _judged(gold: GoldEngagement, coded: CodedEngagement, pair: Pair) -> Iterator[tuple[str, int, int]]:
    """Yield each attribute that the annotation gives: its name, how much of it is right, and how much there is."""
    yield "status", gold.status in {claim.status for claim in coded.claims}, 1
    if gold.mode:
        yield "mode", bool(gold.modes & {claim.mode for claim in coded.claims}), 1
    if gold.country:
        yield "country", gold.country in {claim.country for claim in coded.claims}, 1
    if gold.date:
        yield "date", any(_inside(claim.days, gold.date) for claim in coded.claims), 1
    if gold.participants:
        yield "participants", pair.hits, pair.union


def _inside(days: tuple[Any, Any], bounds: tuple[str, str]) -> bool:
    earliest, latest = days
    return bool(earliest and latest) and str(earliest) >= bounds[0] and str(latest) <= bounds[1]


def _counts(scored: ScoredArticle) -> Tally:
    tally = Tally({("articles",): 1})
    if scored.coded is None or scored.matched is None:
        tally.update({("missing",): 1, ("detection", "fn"): scored.gold.due, ("actors", "fn"): len(scored.gold.actors)})
        tally.update(("kind", actor.kind, "fn") for actor in scored.gold.actors)
        return tally
    _count_actors(tally, scored.gold, scored.coded, scored.matched)
    for pair in scored.matched.pairs:
        _count_pair(tally, scored.gold.engagements[pair.gold], scored.coded.engagements[pair.coded], pair)
    for finding in scored.findings:
        _count_unpaired(tally, finding)
        _count_claims(tally, finding)
    return tally


def _count_actors(tally: Tally, gold: GoldArticle, coded: CodedArticle, matched: Matched) -> None:
    linked = set(matched.actors.values())
    for actor in gold.actors:
        outcome = "tp" if actor.actor_id in matched.actors else "fn"
        tally.update([("actors", outcome), ("kind", actor.kind, outcome)])
    for key, other in coded.actors.items():
        if key not in linked:
            tally.update([("actors", "fp"), ("kind", other.kind, "fp")])


def _count_pair(tally: Tally, gold: GoldEngagement, coded: CodedEngagement, pair: Pair) -> None:
    if gold.optional:
        return
    tally.update([("detection", "tp"), ("type", gold.engagement_type, "tp")])
    tally["full", "tp"] += _is_full(gold, coded, pair)
    for name, right, known in _judged(gold, coded, pair):
        tally["attribute", name, "right"] += right
        tally["attribute", name, "known"] += known


def _count_unpaired(tally: Tally, finding: Finding) -> None:
    if finding.outcome == "missed" and finding.gold:
        tally.update([("detection", "fn"), ("type", finding.gold.engagement_type, "fn")])
    elif finding.outcome == "false" and finding.coded:
        tally.update([("detection", "fp"), ("type", finding.coded.engagement_type, "fp")])


def _count_claims(tally: Tally, finding: Finding) -> None:
    """Count claims by confidence: one is right where its engagement is; those of optional engagements do not count."""
    if finding.outcome == "optional" or finding.coded is None:
        return
    for claim in finding.coded.claims:
        decile = min(DECILES - 1, max(0, int(claim.confidence * DECILES)))
        tally["claims", decile, "all"] += 1
        tally["claims", decile, "confidence"] += round(claim.confidence * 1000)
        tally["claims", decile, "right"] += finding.outcome in ("right", "partly")
        tally["claims", decile, "full"] += finding.outcome == "right"
