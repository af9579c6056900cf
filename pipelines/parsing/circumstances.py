"""When, where and about what: the circumstances of a claim, from the expressions around it.

What belongs here: choosing among the dates and places that ``dates`` and ``places`` found. What does not: finding them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.dates import choose_date, find_dates, story_date
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.engagements.merge import Kept
from pipelines.parsing.places import PlaceMention, country_context, find_places, place_by_key, resolve_place
from pipelines.parsing.published import bound_publication
from pipelines.parsing.reference import Reference
from pipelines.records import Article, DateBounds

_AHEAD = frozenset(("planned", "proposed"))
_PERFECT = frozenset(("perfect",))
# Acts of the body happen at a place; acts of the mouth or pen where the one who does them is.
_TAKES_PLACE = frozenset("CONSULT ASSAULT COERCE AID RETREAT MOBILIZE COOPERATE PROTEST AGREE".split())
_WHERE_IT_LANDS = frozenset("CONSULT ASSAULT AID COOPERATE RETREAT".split())
_DOER = ("source", "guest", "participant", "target", "host")
_ACTED_ON = ("host", "target", "participant", "source", "guest")


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened, as far as told."""

    text: str | None = None
    place_key: str | None = None
    note: str | None = None
    country_iso3: str | None = None


class Circumstances:
    """The dates and places of one article, ready to be asked claim by claim."""

    def __init__(self, doc: Doc, found: ActorsFound, article: Article, reference: Reference) -> None:
        self.doc = doc
        self.found = found
        self.published, self.published_basis = _publication(doc, found, article, reference)
        self.dates = find_dates(doc, self.published)
        self.story = story_date(self.dates)
        taken = [
            doc.span(m.token_start, m.token_end)
            for m in found.mentions
            if found.actors[m.actor_id].actor_kind != "state"
        ]
        places = find_places(doc, taken)
        self.context = country_context(doc, places)
        self.places = [p for p in places if p.locative]

    def when(self, kept: Kept) -> tuple[DateBounds, DateBounds]:
        """Return when the act began and when it ended, as far as told."""
        told = kept.told
        first, end = told.token, told.parse.end[told.candidate.match.end - 1]
        ahead = kept.status in _AHEAD
        chosen = choose_date(self.doc, self.dates, first, end, future=ahead)
        if chosen is None and not ahead and kept.status == "occurred" and not told.candidate.cues & _PERFECT:
            chosen = self.story
        if chosen is None:
            return DateBounds(), DateBounds()
        bounds = chosen.resolve(ahead)
        if bounds.precision == "unknown" and (
            bounds.earliest or bounds.latest
        ):  # "by the end of 2024": open on one side
            bounds = replace(bounds, precision="range")
        return bounds, DateBounds()

    def where(self, kept: Kept) -> Where:
        """Return where it happened: the place told with it, else the country that the kind of act implies."""
        if kept.kind in _TAKES_PLACE:
            place = self._place_near(kept)
            if place is not None:
                return self._at(place)
        by_role: dict[str, str] = {}
        for reach in kept.participants:
            country = self.found.actors[reach.mention.actor_id].country_iso3
            if country:
                by_role.setdefault(reach.role, country)
        sides = _ACTED_ON if kept.kind in _WHERE_IT_LANDS else _DOER
        ranked = [by_role.get(role) for role in sides] + self.context[:1]
        return Where(country_iso3=next((country for country in ranked if country), None))

    def _at(self, place: PlaceMention) -> Where:
        resolved = resolve_place(place.text, self.context, place.within)
        country = place_by_key(resolved.place_key).country_iso3 if resolved.place_key else place.within or place.iso3
        return Where(place.text, resolved.place_key, None if resolved.place_key else resolved.note, country)

    def _place_near(self, kept: Kept) -> PlaceMention | None:
        here = [p for p in self.places if self.doc.sentence_at(p.token_start) == kept.told.sentence]
        return min(here, key=lambda p: abs(p.token_start - kept.told.token), default=None)


def _publication(doc: Doc, found: ActorsFound, article: Article, reference: Reference) -> tuple[DateBounds, str]:
    """Return the bounds of publication: the article's own, else what its text and its people's terms of office
    allow.
    """
    if article.published.earliest or article.published.latest:
        return article.published, article.published_basis
    posts = [(found.actors[r.actor_id].registry_id or "", r.role_title, r.char_start) for r in found.roles]
    return bound_publication(doc, [post for post in posts if post[0]], reference=reference)


def _contexts(reference: Reference) -> dict[str, list[str]]:
    contexts: dict[str, list[str]] = {}
    for row in reference.rows("context_words"):
        contexts.setdefault(row["word"], []).append(row["context"])
    return contexts


def topics_of(doc: Doc, told: Told, reference: Reference) -> tuple[str, ...]:
    """Return the PLOVER contexts that the sentence's words tell, sorted."""
    contexts = reference.compiled(_contexts)
    first, end = doc.sentences[told.sentence]
    return tuple(sorted({c for low in doc.lowers[first:end] for c in contexts.get(low, ())}))
