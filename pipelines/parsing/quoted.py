"""What a coder that answers in quotes tells, and how it becomes a coding: every quote is looked up in the text.

What belongs here: the records of such an answer, and the one way from them to ``ExtractionResult``, with what cannot be
found in the text put aside. What does not: any coder, and any rule of English. An adapter that finds actors and
engagements by its own means makes these records and calls ``assemble``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.parsing.alignment import Folded, align, fold, is_whole_words
from pipelines.parsing.dates.spans import month, quarter, week, year
from pipelines.parsing.document import Doc, parse_document
from pipelines.reading.decode import printable
from pipelines.records import (
    ActorMention,
    Article,
    DateBounds,
    EngagementClaim,
    ExtractionResult,
    LocalActor,
    Participant,
    Rejection,
)

Span = tuple[int, int]
_OPEN = DateBounds()


class ExtractionFailed(RuntimeError):
    """A coder could not code an article, after all its attempts; the pipeline lists the article (``coder_failed``)."""


@dataclass(frozen=True, slots=True)
class QuotedActor:
    """An actor: ``quotes`` are the strings that name it in the text, one of each form.

    Attributes:
        key: What participants call it; unique in the answer.
    """

    key: str
    name: str
    kind: str
    quotes: tuple[str, ...]
    sector: str | None = None
    country: str | None = None
    registry_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuotedPart:
    """An actor's part in an engagement; both actors by key."""

    actor: str
    role: str
    is_principal: bool = True
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class QuotedClaim:
    """An engagement as the text tells it.

    Attributes:
        quote: The words that show it, as in the text.
        trigger: The words in the quote that carry the act; the whole quote where they are not in it.
        hint: Offset near which the quote stands, where that is known.
        same_as: Index of the earlier claim in the answer that tells the same engagement.
    """

    engagement_type: str
    mode: str | None
    status: str
    parts: tuple[QuotedPart, ...]
    quote: str
    trigger: str
    rule_id: str
    confidence: float
    hint: int | None = None
    attributed_to: str | None = None
    started: DateBounds = _OPEN
    ended: DateBounds = _OPEN
    place_text: str | None = None
    country: str | None = None
    topic: tuple[str, ...] = ()
    same_as: int | None = None


def assemble(
    article: Article, actors: Sequence[QuotedActor], claims: Sequence[QuotedClaim], reader: str, method: str = "model"
) -> ExtractionResult:
    """Return the coding that an answer amounts to.

    An actor none of whose names is in the text is left out, of its claims, too. A claim whose quote is not in the text,
    or all of whose actors are left out, is left out. Both are listed under ``quarantined`` with the reason
    ``quote_not_found``; the rest stands.

    Args:
        article: The article.
        actors: The answer's actors.
        claims: The answer's engagements, in any order.
        reader: Name of the coder.
        method: How its actors were resolved, for ``resolution_method``.
    """
    folded, doc = fold(article.clean_text), parse_document(article.clean_text)
    places = mention_places(folded, actors)
    named = [n for n, spans in enumerate(places) if spans]
    ids = {actors[n].key: number for number, n in enumerate(named)}
    spans = [align(claim.quote, folded, claim.hint) for claim in claims]
    kept = sorted((span, n) for n, span in enumerate(spans) if span is not None and _has_actor(claims[n], ids))
    heads = _heads(claims, [n for _, n in kept])
    stands = {n for _, n in kept}
    lost = [_lost_actor(actor) for actor, found in zip(actors, places, strict=True) if not found]
    lost += [_lost_claim(claim, spans[n]) for n, claim in enumerate(claims) if n not in stands]
    return ExtractionResult(
        article_id=article.article_id,
        actors=tuple(_actor(number, actors[n]) for number, n in enumerate(named)),
        mentions=_mentions(article.clean_text, [places[n] for n in named], method),
        claims=tuple(_claim(claims[n], span, doc, ids, heads[n]) for span, n in kept),
        quarantined=tuple(_aside(article, reader, *what) for what in lost),
    )


def mention_places(text: Folded, actors: Sequence[QuotedActor]) -> list[list[Span]]:
    """Return where each actor is named, as whole words; of names that overlap the longest counts."""
    found = [
        (start - end, start, end, n)
        for n, actor in enumerate(actors)
        for quote in dict.fromkeys(actor.quotes)
        for start, end in text.find(quote)
        if is_whole_words(text.text, (start, end))
    ]
    taken: list[Span] = []
    places: list[list[Span]] = [[] for _ in actors]
    for _, start, end, n in sorted(found):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
            places[n].append((start, end))
    return places


def bounds(earliest: date | None, latest: date | None) -> DateBounds:
    """Return two days as bounds with their precision; those that are not in order tell nothing."""
    if (earliest is None and latest is None) or (earliest and latest and latest < earliest):
        return DateBounds()
    if earliest is None or latest is None:
        return DateBounds(earliest, latest, "range")
    if earliest == latest:
        return DateBounds(earliest, latest, "day")
    first = earliest
    spans = (week(first), month(first.year, first.month), quarter(first.year, (first.month + 2) // 3), year(first.year))
    precision = next((name for start, end, name in spans if (start, end) == (earliest, latest)), "range")
    return DateBounds(earliest, latest, precision)


def sentence_index(doc: Doc, offset: int) -> int:
    """Return the index of the sentence that holds a character."""
    return doc.sentence_at(max(0, bisect_right(doc.starts, offset) - 1))


def _has_actor(claim: QuotedClaim, ids: Mapping[str, int]) -> bool:
    return not claim.parts or any(part.actor in ids for part in claim.parts)


def _heads(claims: Sequence[QuotedClaim], order: Sequence[int]) -> dict[int, int | None]:
    """Return for each claim that stands the first one in the text that tells the same, by its new index, or None."""
    first: dict[int, int] = {}
    heads: dict[int, int | None] = {}
    for number, n in enumerate(order):
        head = first.setdefault(_root(claims, n), number)
        heads[n] = head if head != number else None
    return heads


def _root(claims: Sequence[QuotedClaim], n: int) -> int:
    seen = {n}
    while (earlier := claims[n].same_as) is not None and 0 <= earlier < len(claims) and earlier not in seen:
        seen.add(earlier)
        n = earlier
    return n


def _actor(number: int, told: QuotedActor) -> LocalActor:
    return LocalActor(number, told.name, told.kind, told.sector, told.country, told.registry_id)


def _mentions(text: str, places: Sequence[Sequence[Span]], method: str) -> tuple[ActorMention, ...]:
    found = sorted((start, end, n) for n, spans in enumerate(places) for start, end in spans)
    return tuple(ActorMention(n, start, end, text[start:end], method, 1.0) for start, end, n in found)


def _claim(claim: QuotedClaim, span: Span, doc: Doc, ids: Mapping[str, int], same_as: int | None) -> EngagementClaim:
    start, end = span
    inside = align(claim.trigger, doc.text[start:end]) or (0, end - start)
    return EngagementClaim(
        engagement_type=claim.engagement_type,
        mode=claim.mode,
        status=claim.status,
        participants=tuple(_participants(claim.parts, ids)),
        sentence_index=sentence_index(doc, start),
        char_start=start,
        char_end=end,
        trigger_text=doc.text[start + inside[0] : start + inside[1]],
        trigger_start=start + inside[0],
        rule_id=claim.rule_id,
        confidence=min(1.0, max(0.0, claim.confidence)),
        attributed_to=ids.get(claim.attributed_to or ""),
        started=claim.started,
        ended=claim.ended,
        place_text=claim.place_text,
        country_iso3=claim.country,
        topic=claim.topic,
        same_as=same_as,
    )


def _participants(parts: Sequence[QuotedPart], ids: Mapping[str, int]) -> Iterator[Participant]:
    """Yield those of the parts whose actor is in the text, each actor once."""
    for actor in dict.fromkeys(part.actor for part in parts if part.actor in ids):
        part = next(p for p in parts if p.actor == actor)
        yield Participant(ids[actor], part.role, part.is_principal, ids.get(part.on_behalf_of or ""))


def _lost_actor(actor: QuotedActor) -> tuple[str, str]:
    return f"the actor {actor.name!r}: none of its names is in the text", actor.name


def _lost_claim(claim: QuotedClaim, span: Span | None) -> tuple[str, str]:
    what = "its quote is not in the text" if span is None else "none of its actors is in the text"
    return f"the claim {claim.engagement_type}: {what}", claim.quote


def _aside(article: Article, reader: str, detail: str, quote: str) -> Rejection:
    return Rejection(
        article.source_uri, article.raw_sha256, "quote_not_found", detail, reader, printable(quote.encode())
    )
