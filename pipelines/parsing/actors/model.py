"""What actor recognition works on and what it hands over.

What belongs here: the records shared by the modules of this package. What does not: any rule of English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipelines.parsing.document import Doc
from pipelines.records import ActorMention, LocalActor, ObservedRole

# Where precision and recall of the kept actors meet best, on the annotated sets by cross-validation.
THRESHOLD = 0.45
# Methods whose mentions are descriptions: told as they stand, article and number too; names are told without titles.
DESCRIBED = frozenset(("nominal", "post", "head_noun"))


@dataclass(slots=True)
class Mention:
    """One place where an actor is named or referred to, in tokens (end exclusive).

    Attributes:
        actor_id: Index into the actors found.
        method: How it was resolved (``registry``, ``title_name``, ``surname``, ``post``, ``pronoun``, ...).
        head_start: First token of the bare name: title and article left out.
        head_end: End of the bare name.
        possessive: Followed by 's (or itself a possessive pronoun).
        is_place_like: A state's or city's name where a place is meant ("in Libya").
        attributive: Stands before a noun and belongs to it ("U.S." in "U.S. officials", a demonym).
        member_of: Actors that this mention is part of or made up of.
    """

    token_start: int
    token_end: int
    actor_id: int
    method: str
    confidence: float
    head_start: int
    head_end: int
    plural: bool = False
    possessive: bool = False
    is_pronoun: bool = False
    is_place_like: bool = False
    attributive: bool = False
    member_of: tuple[int, ...] = ()


@dataclass(slots=True)
class Find:
    """A stretch of tokens that some rule took for an actor, before it is known which one.

    Attributes:
        kind: ``person``, ``organization``, ``state``, ``group``, ``demonym``, ``capital``, ``single`` (one capitalised
            word), ``post`` (a post that stands for its holder).
        entry: The registry's row, where an alias matched.
        title: Words of the title or post, lower-case, or empty.
        country: ISO 3166-1 alpha-3 as told beside the name.
        holder: The name that a post stands beside.
        owner: The find that the post or group belongs to ("AFRICOM" of "the AFRICOM commander").
    """

    start: int
    end: int
    head_start: int
    head_end: int
    kind: str
    method: str
    entry: Entry | None = None
    title: str = ""
    sector: str = ""
    country: str = ""
    gender: str = ""
    owner: Find | None = None
    holder: Find | None = None
    plural: bool = False
    attributive: bool = False
    actor: int = -1


def is_held(first: str, last: str, day: str) -> bool:
    """Say whether a term from a first day to a last holds on a day (all ISO; an empty string is an open end)."""
    return (not first or first <= day) and (not last or day <= last)


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the registry.

    Attributes:
        posts: (post in lower case, country, first day, last day) as ISO dates; empty strings where open.
        led: Those of them that are a body's: (post, the body's id, first day, last day).
    """

    registry_id: str
    name: str
    kind: str
    sector: str
    country: str
    posts: tuple[tuple[str, str, str, str], ...] = ()
    led: tuple[tuple[str, str, str, str], ...] = ()

    def posts_on(self, day: str) -> list[str]:
        """Return the titles of the posts that it holds on a day (ISO)."""
        return [title for title, _, first, last in self.posts if is_held(first, last, day)]

    def holds_office(self, day: str) -> bool:
        """Say whether it holds a post on a day (ISO)."""
        return bool(self.posts_on(day))


@dataclass(slots=True)
class Candidate:
    """An actor of the article while its mentions are being gathered."""

    name: str
    kind: str
    sector: str = ""
    country: str = ""
    registry_id: str = ""
    gender: str = ""
    method: str = ""
    entry: Entry | None = None
    words: tuple[str, ...] = ()
    posts: list[tuple[str, str]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    noun: str = ""
    has_owner: bool = False
    owned: list[Find] = field(default_factory=list)


@dataclass(slots=True)
class ActorsFound:
    """All that recognition found in one article.

    Attributes:
        actors: Every candidate; ``actors[i].actor_id == i``.
        scores: For each candidate the probability that it is an actor of the article (acts or is acted on).
        mentions: In order of the text; pronouns and places too.
        roles: Posts that the article says its actors hold.
        said_by: For tokens in quotations whose speaker the text tells that actor.
    """

    actors: list[LocalActor]
    scores: list[float]
    mentions: list[Mention]
    roles: list[ObservedRole]
    said_by: dict[int, int] = field(default_factory=dict)

    def keep(self, used: Iterable[int], threshold: float = THRESHOLD) -> tuple[list[int], dict[int, int]]:
        """Choose the actors to report.

        Args:
            used: Actors that take part in a claim: always kept.
            threshold: Least score of the others.

        Returns:
            The kept candidates' ids in order, and the map from old to new ids.
        """
        wanted = set(used)
        kept = [i for i, score in enumerate(self.scores) if score >= threshold or i in wanted]
        return kept, {old: new for new, old in enumerate(kept)}

    def records(
        self, doc: Doc, ids: dict[int, int]
    ) -> tuple[tuple[LocalActor, ...], tuple[ActorMention, ...], tuple[ObservedRole, ...]]:
        """Return actors, mentions and roles as staged records, renumbered by ``ids`` (from ``keep``)."""
        actors = tuple(replace(self.actors[old], actor_id=new) for old, new in ids.items())
        mentions = tuple(
            _record(doc, m, ids[i]) for m in self.mentions for i in (m.member_of or (m.actor_id,)) if i in ids
        )
        roles = tuple(
            replace(
                r,
                actor_id=ids[r.actor_id],
                organization_id=ids.get(-1 if r.organization_id is None else r.organization_id),
            )
            for r in self.roles
            if r.actor_id in ids
        )
        return actors, mentions, roles


def _record(doc: Doc, mention: Mention, actor_id: int) -> ActorMention:
    whole = mention.method in DESCRIBED
    start, end = doc.span(mention.token_start if whole else mention.head_start, mention.head_end)
    return ActorMention(actor_id, start, end, doc.text[start:end], mention.method, mention.confidence)
