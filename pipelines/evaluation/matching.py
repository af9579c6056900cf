"""Which coded actor is which annotated one, and which coded engagement which annotated one.

What belongs here: the rules of ``shared/tools/score.py``, the referee, in the same order, so that the same pairs come
out. What does not: counting what follows from the pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.evaluation.coded import CodedActor, CodedArticle, CodedEngagement, Key
from pipelines.evaluation.gold import SIDE, GoldActor, GoldArticle, GoldEngagement

Span = tuple[int, int]
# Shares of the shorter span from which two stretches of text tell the same.
LEAST_OVERLAP = 0.3
_HONORIFIC = re.compile(
    r"^(the|mr|mrs|ms|dr|gen|lt|col|maj|adm|field|marshal|general|lieutenant|major|colonel|admiral|president|prime|"
    r"minister|foreign|defen[cs]e|secretary|sen|rep|ambassador|king|queen|pope|us|u s)\s+"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated engagement and the coded one that is taken for it.

    Attributes:
        hits: Participants right, on the right side.
        union: Participants named by either.
    """

    gold: int
    coded: int
    hits: int
    union: int


@dataclass(frozen=True, slots=True)
class Matched:
    """An article's pairs: of actors (annotated id to coded key) and of engagements (by index)."""

    actors: dict[str, Key]
    pairs: tuple[Pair, ...]


def norm(name: str | None) -> str:
    """Return a name as it is compared: no accents, case, punctuation, possessive or leading titles."""
    text = unicodedata.normalize("NFKD", name or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"[^\w ]+", " ", text.replace("’s", " ").replace("'s", " "))
    text = re.sub(r"\s+", " ", text).strip()
    while True:
        shorter = _HONORIFIC.sub("", text)
        if shorter == text or not shorter:
            return text
        text = shorter


def locate(text: str, quote: str) -> Span | None:
    """Return where a quote stands in a text, white space folded; None where it does not."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found.span() if found else None


def match_article(gold: GoldArticle, coded: CodedArticle) -> Matched:
    """Pair the actors and the engagements of an article, each at most once, the best pairs first."""
    link = link_actors(gold.actors, coded.actors)
    candidates = [c for number, e in enumerate(gold.engagements) for c in _candidates(number, e, coded, link)]
    pairs: list[Pair] = []
    for _, pair in sorted(candidates, key=lambda c: -c[0]):
        if all(pair.gold != p.gold and pair.coded != p.coded for p in pairs):
            pairs.append(pair)
    return Matched(link, tuple(pairs))


def link_actors(gold: Sequence[GoldActor], coded: Mapping[Key, CodedActor]) -> dict[str, Key]:
    """Return annotated actor id to coded key: one to one, the same name first, then the most shared names."""
    candidates = []
    for actor in gold:
        wanted = {norm(name) for name in actor.names}
        for key, other in coded.items():
            shared, same = len(wanted & other.names), norm(actor.names[0]) == norm(other.name)
            if shared or same:
                candidates.append((not same, -shared, actor.actor_id, key))
    link: dict[str, Key] = {}
    for _, _, actor_id, key in sorted(candidates, key=lambda c: (*c[:3], _sortable(c[3]))):
        if actor_id not in link and key not in link.values():
            link[actor_id] = key
    return link


def _sortable(key: Key) -> tuple[int, str]:
    return (key, "") if isinstance(key, int) else (0, str(key))


def _candidates(
    number: int, gold: GoldEngagement, coded: CodedArticle, link: Mapping[str, Key]
) -> Iterable[tuple[float, Pair]]:
    spans = [span for quote in gold.quotes if (span := locate(coded.text, quote))]
    wanted = [(link.get(actor, f"?{actor}"), SIDE[role]) for actor, role in gold.participants]
    for index, told in enumerate(coded.engagements):
        if told.engagement_type not in gold.types:
            continue
        shared = max((_share(s, claim.span) for s in spans for claim in told.claims), default=0.0)
        hits, union = participants_right(wanted, told)
        if shared > LEAST_OVERLAP or (wanted and hits == len(wanted)):
            status_right = gold.status in {claim.status for claim in told.claims}
            yield shared + 2 * (hits / union if union else 0) + status_right, Pair(number, index, hits, union)


def participants_right(wanted: Sequence[tuple[Key, str]], told: CodedEngagement) -> tuple[int, int]:
    """Return how many participants are right, on the right side, and how many either names.

    Args:
        wanted: (coded key of the annotated actor, its side).
        told: The coded engagement.
    """
    coded = sorted({(key, SIDE.get(role, "*")) for key, role in told.participants}, key=lambda p: (str(p[0]), p[1]))
    used: set[tuple[Key, str]] = set()
    hits = 0
    for key, side in wanted:
        fit = next((p for p in coded if p not in used and p[0] == key and _sides_fit(side, p[1])), None)
        if fit is not None:
            used.add(fit)
            hits += 1
    return hits, len({key for key, _ in wanted} | {key for key, _ in coded})


def _sides_fit(one: str, other: str) -> bool:
    return one == other or "*" in (one, other) or "m" in (one, other)


def _share(quote: Span, claim: Span) -> float:
    """Return the overlap of two spans as a share of the shorter."""
    common = max(0, min(quote[1], claim[1]) - max(quote[0], claim[0]))
    return common / max(1, min(claim[1] - claim[0], quote[1] - quote[0]))
