"""Coded articles from a coder in this process, as a warehouse built from each article alone would have them.

What belongs here: turning a coder's answer into a coded article. What does not: reading files, and scoring.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from pipelines.evaluation.coded import CodedActor, CodedArticle, CodedClaim, CodedEngagement, Key
from pipelines.evaluation.matching import norm
from pipelines.records import Article, EngagementClaim, ExtractionResult, Extractor

LEAST_WEIGHT = 0.001  # of a claim that a coder is not sure of at all


def coded_article(article: Article, result: ExtractionResult, extractor: str = "") -> CodedArticle:
    """Return a coder's answer about an article; claims that tell one engagement come together.

    Args:
        article: The article that was coded.
        result: The answer.
        extractor: Name and version of the coder, for the report.
    """
    names: dict[int, set[str]] = defaultdict(set)
    for mention in result.mentions:
        names[mention.actor_id].add(norm(mention.surface_text))
    actors: dict[Key, CodedActor] = {
        a.actor_id: CodedActor(a.name, a.actor_kind, frozenset(names[a.actor_id] | {norm(a.name)}))
        for a in result.actors
        if a.actor_id in names
    }
    told: dict[int, list[EngagementClaim]] = {}
    for number, claim in enumerate(result.claims):
        told.setdefault(_root(result, number), []).append(claim)
    return CodedArticle(article.clean_text, actors, tuple(_engagement(n, c, extractor) for n, c in told.items()))


def _root(result: ExtractionResult, number: int) -> int:
    """Return the first claim of the engagement that a claim tells."""
    seen = {number}
    while (earlier := result.claims[number].same_as) is not None and earlier not in seen:
        seen.add(earlier)
        number = earlier
    return number


def _engagement(key: int, claims: list[EngagementClaim], extractor: str) -> CodedEngagement:
    coded = tuple(_claim(claim, extractor) for claim in claims)
    return CodedEngagement(key, claims[0].engagement_type, coded, _parts(claims))


def _parts(claims: list[EngagementClaim]) -> tuple[tuple[Key, str], ...]:
    """Return who takes part by half of what is told, or by as much as anybody, each on the side told most surely: as
    the model ``int_engagement_actor`` settles it.
    """
    sides: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    shares: dict[Key, float] = defaultdict(float)
    whole = 0.0
    for claim in claims:
        weight = max(claim.confidence, LEAST_WEIGHT) if claim.participants else 0.0
        whole += weight
        for actor, role in {(p.actor_id, p.role) for p in claim.participants}:
            sides[actor][role] += weight
        for actor in {p.actor_id for p in claim.participants}:
            shares[actor] += weight
    roles = {actor: _side(told) for actor, told in sides.items()}
    told = {actor: round(share / whole, 6) for actor, share in shares.items()}
    return tuple((actor, roles[actor]) for actor in sorted(_agreed(told, roles), key=str))


def _agreed(shares: dict[Key, float], roles: dict[Key, str]) -> set[Key]:
    """Return who takes part; nobody meets alone: then those told most besides do, too."""
    enough = min(0.5, max(shares.values(), default=0.0))
    agreed = {actor for actor, share in shares.items() if share >= enough}
    others = [actor for actor in shares if actor not in agreed and roles[actor] == "participant"]
    if others and [roles[actor] for actor in agreed] == ["participant"]:
        most = max(shares[actor] for actor in others)
        agreed |= {actor for actor in others if shares[actor] == most}
    return agreed


def _side(told: dict[str, float]) -> str:
    """Return the side told most surely; one that is known before one that is not."""
    return min(told, key=lambda role: (role == "participant", -round(told[role], 6), role))


def _claim(claim: EngagementClaim, extractor: str) -> CodedClaim:
    return CodedClaim(
        claim.char_start, claim.char_end, claim.trigger_start, claim.trigger_text, claim.mode, claim.status,
        claim.started, claim.country_iso3, claim.confidence, claim.rule_id, extractor,
    )  # fmt: skip


def code_articles(
    refs: Iterable[str], article: Callable[[str], Article | None], coder: Extractor
) -> tuple[dict[str, CodedArticle], dict[str, str]]:
    """Code the articles of some annotations in this process.

    Args:
        refs: What the annotations name.
        article: Gives the article of one; None where there is none.
        coder: The coder.

    Returns:
        The coded articles, and why the coder failed on the others, both by ref. No article ends the run.
    """
    coded: dict[str, CodedArticle] = {}
    failed: dict[str, str] = {}
    for ref in refs:
        if (found := article(ref)) is None:
            continue
        try:
            coded[ref] = coded_article(found, coder.extract(found), f"{coder.name} {coder.version}")
        except Exception as error:
            failed[ref] = " ".join(f"{type(error).__name__}: {error}".split())
    return coded, failed
