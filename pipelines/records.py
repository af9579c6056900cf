"""The typed records that travel through the pipeline, from bytes read to claims coded.

What belongs here: plain frozen dataclasses shared by reading, parsing and linking. What does not: any I/O, any NLP, and
the column layout of the staged tables (``pipelines.schemas`` holds that, in one registry).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

AHEAD = frozenset(("planned", "proposed"))  # statuses of acts that lie ahead


@dataclass(frozen=True, slots=True)
class DateBounds:
    """A date as far as the text tells it: both ends inclusive, ``None`` where open.

    Attributes:
        earliest: First day that the text allows.
        latest: Last day that the text allows.
        precision: ``day``, ``week``, ``month``, ``quarter``, ``year``, ``range`` or ``unknown``.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: str = "unknown"

    def excludes(self, other: DateBounds) -> bool:
        """Say whether no day lies within both; an open end excludes nothing."""
        return any(a.earliest and b.latest and a.earliest > b.latest for a, b in ((self, other), (other, self)))


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a reader found it: characters decoded, nothing cleaned.

    Attributes:
        source_uri: The record's url where it has one, else the file's path from the folder that was given
            (``articles/a.txt``), with ``#n`` for the n-th record of a file (counted from 1). Same on every machine.
        raw_sha256: SHA-256 (hex) of the bytes the record was read from.
        text: The body; paragraphs apart by a blank line where the format has paragraphs.
        published_raw: The publication date as the record words it, unparsed.
        language: The language as declared by the record, unverified.
        reader: Name of the module under ``pipelines.reading`` that produced it.
    """

    source_uri: str
    raw_sha256: str
    text: str
    reader: str
    title: str | None = None
    url: str | None = None
    source_name: str | None = None
    source_domain: str | None = None
    byline: str | None = None
    published_raw: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that was read and not accepted.

    Attributes:
        reason_code: One of ``pipelines.schemas.REJECTION_REASONS``.
        detail: What was wrong and the way out, in one line.
        reader: The module that refused it.
        first_bytes: Up to 64 leading bytes, as printable text.
    """

    source_uri: str
    raw_sha256: str
    reason_code: str
    detail: str
    reader: str
    first_bytes: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article, ready for a coder.

    Attributes:
        article_id: SHA-256 (hex) of ``clean_text`` in UTF-8.
        clean_text: Title (where there is one), a blank line, the body's paragraphs with one blank line between them.
        title: The title as it stands at the head of ``clean_text``, or None.
        published: Bounds of the publication date.
        published_basis: ``metadata``, ``url``, ``dateline``, ``text``, ``tenure`` or ``none``.
        dateline: The place named in the dateline ("TRIPOLI, Libya"), or None. The dateline itself stays in the text.
        agency: The agency credited at the head of the story ("Reuters"), or None.
        body_start: Offset in ``clean_text`` where the body's first sentence starts, dateline and credit passed over.
        notes: What cleaning left out or did not believe, in words, or None.
    """

    article_id: str
    clean_text: str
    source_uri: str
    raw_sha256: str
    title: str | None = None
    byline: str | None = None
    source_key: str = "unknown"
    source_name: str | None = None
    source_domain: str | None = None
    published: DateBounds = DateBounds()
    published_basis: str = "none"
    language: str = "en"
    dateline: str | None = None
    body_start: int = 0
    agency: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor as one article knows it, every mention in that article already folded into it.

    Attributes:
        actor_id: Index of the actor within the article, from 0.
        name: The fullest name the article gives (or the registry's canonical name when ``registry_id`` is set).
        actor_kind: ``person``, ``organization``, ``state`` or ``group``.
        sector: PLOVER sector code, or None.
        country_iso3: ISO 3166-1 alpha-3, or None.
        registry_id: Row of ``seeds/reference/actors.csv``, or None for an actor not in the registry.
    """

    actor_id: int
    name: str
    actor_kind: str
    sector: str | None = None
    country_iso3: str | None = None
    registry_id: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place in ``clean_text`` where an actor is named or referred to (offsets in code points, end exclusive).

    Attributes:
        actor_id: Index into the article's actors.
        resolution_method: How it was resolved: ``registry``, ``title_name``, ``apposition``, ``acronym``, ``demonym``,
            ``head_noun``, ``surname``, ``post``, ``pronoun``, ``model`` ...
    """

    actor_id: int
    char_start: int
    char_end: int
    surface_text: str
    resolution_method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ObservedRole:
    """A post that the article says an actor holds; the characters are its evidence."""

    actor_id: int
    role_title: str
    organization_id: int | None
    country_iso3: str | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in a claim.

    Attributes:
        actor_id: Index into the article's actors.
        role: ``source``, ``target``, ``host``, ``guest``, ``participant`` or ``mediator``.
        is_principal: False for those who were only present.
        on_behalf_of: Index of the actor that this one acted for (a minister for a state), or None.
    """

    actor_id: int
    role: str
    is_principal: bool = True
    on_behalf_of: int | None = None


@dataclass(frozen=True, slots=True)
class EngagementClaim:
    """One place where an article says that an engagement is so.

    Attributes:
        char_start: Start of the evidence in ``clean_text`` (code points).
        char_end: End of the evidence, exclusive.
        trigger_text: The words that carry the act, as they stand in the evidence.
        trigger_start: Offset of the trigger's first character.
        attributed_to: Index of the actor who says so, or None when the article itself does.
        started: When it began, as far as told.
        ended: When it ended, as far as told.
        place_text: The place as the text words it, or None.
        place_key: Key of the resolved place (``pipelines.parsing.places``), or None.
        place_note: Why a place text was not resolved, or None.
        country_iso3: The country where it happened, as far as known.
        topic: PLOVER contexts.
        same_as: Index of an earlier claim in the article that tells the same engagement, or None.
        parent: Index of the claim that this one is a part of (a meeting within a visit), or None.
        rule_id: The lexicon row or rule that coded it.
    """

    engagement_type: str
    mode: str | None
    status: str
    participants: tuple[Participant, ...]
    sentence_index: int
    char_start: int
    char_end: int
    trigger_text: str
    trigger_start: int
    rule_id: str
    confidence: float
    attributed_to: int | None = None
    started: DateBounds = DateBounds()
    ended: DateBounds = DateBounds()
    place_text: str | None = None
    place_key: str | None = None
    place_note: str | None = None
    country_iso3: str | None = None
    topic: tuple[str, ...] = ()
    same_as: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class ExtractionResult:
    """All that a coder found in one article. ``mentions``, ``roles`` and ``claims`` point into ``actors`` by index."""

    article_id: str
    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    roles: tuple[ObservedRole, ...] = ()
    claims: tuple[EngagementClaim, ...] = ()
    published: DateBounds | None = None
    published_basis: str | None = None
    quarantined: tuple[Rejection, ...] = field(default=())


class Extractor(Protocol):
    """A coder: found by entry point (group ``communique.extractors``) or by import string (``package.module:name``)."""

    name: str
    version: str

    def extract(self, article: Article) -> ExtractionResult:
        """Code one article. Pure: no clock, no network state kept, the same answer every time for the same input."""
        ...
