"""When, where and about what: the circumstances of a claim, from the expressions around it.

What belongs here: choosing among the dates and places that ``dates`` and ``places`` found. What does not: finding them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.circumstances.at_home import Home, home_of_doers, is_call_abroad
from pipelines.parsing.circumstances.at_sea import sea_of
from pipelines.parsing.circumstances.captions import captions_of
from pipelines.parsing.circumstances.joined import way_of
from pipelines.parsing.circumstances.leaving import left_behind
from pipelines.parsing.circumstances.nearness import is_topic
from pipelines.parsing.circumstances.phases import phases
from pipelines.parsing.circumstances.stamps import Stamps
from pipelines.parsing.circumstances.there import carries_on, told_there, told_where
from pipelines.parsing.circumstances.when import choose_when, date_options, may_date
from pipelines.parsing.circumstances.where import CountryOption, Scene, Where, choose_where
from pipelines.parsing.dates import DateExpression, find_dates, story_date
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.participants import LEAST_STANDING
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.engagements.status_cues import DONE_SOME_DAY
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import date_model, place_model
from pipelines.parsing.places import (
    PlaceMention,
    country_context,
    find_places,
    load_gazetteer,
    places_by_adjective,
    unlisted_towns,
)
from pipelines.parsing.published import bound_publication
from pipelines.parsing.reference import Reference
from pipelines.records import AHEAD, Article, DateBounds


class Circumstances:
    """The dates and places of one article, ready to be asked claim by claim, and looked for once a claim asks."""

    def __init__(self, doc: Doc, found: ActorsFound, article: Article, reference: Reference) -> None:
        self.doc = doc
        self.found = found
        self.published, self.published_basis = _publication(doc, found, article, reference)
        self.reference = reference

    @cached_property
    def dates(self) -> list[DateExpression]:
        """The expressions of time, in order."""
        return find_dates(self.doc, self.published)

    @cached_property
    def under_pictures(self) -> frozenset[int]:
        """The sentences that are captions."""
        return captions_of(self.doc)

    @cached_property
    def stamps(self) -> Stamps:
        """The days of the tweets that the article shows whole."""
        return Stamps(self.doc, self.dates)

    @cached_property
    def story(self) -> DateExpression | None:
        """The expression that dates what the article tells on the whole."""
        told = [e for e in self.dates if self.doc.sentence_at(e.token_start) not in self.under_pictures]
        return story_date(told, self.published)

    @cached_property
    def scene(self) -> Scene:
        """The places of the article."""
        return self._scene(self.places)

    @cached_property
    def talked_of(self) -> Scene:
        """The places of the article for what is done by words: "discussed the war in Yemen" tells not where."""
        topics = frozenset(place.token_start for place in self.places if is_topic(self.doc, place))
        loose = [replace(p, locative=False) if p.token_start in topics else p for p in self.places]
        return self._scene(loose, topics) if topics else self.scene

    def _scene(self, places: Sequence[PlaceMention], topics: frozenset[int] = frozenset()) -> Scene:
        seats = self.reference.compiled(_seats) | self._serving()
        about = country_context(self.doc, places, homes=self._homes(seats))
        return Scene(self.doc, self.found, places, about, seats, topics)

    def _homes(self, seats: Mapping[str, str]) -> list[str | None]:
        """Return the countries of those named, but for who serves elsewhere and groups, which are told by places."""
        named = dict.fromkeys(mention.actor_id for mention in self.found.mentions)
        actors = map(self.found.actors.__getitem__, named)
        return [a.country_iso3 for a in actors if a.actor_kind != "group" and (a.registry_id or "") not in seats]

    @cached_property
    def places(self) -> list[PlaceMention]:
        """The places that the article tells, in order."""
        doc, found = self.doc, self.found
        metonyms = frozenset(m.token_start for m in found.mentions if self._bears_capital(m))
        taken = [
            doc.span(m.token_start, m.token_end)
            for m in found.mentions
            if found.actors[m.actor_id].actor_kind != "state" and found.scores[m.actor_id] >= LEAST_STANDING
            if m.token_start not in metonyms and not _is_town(doc, found, m)
        ]
        places = _without_governments(doc, found, find_places(doc, taken), metonyms)
        spans = [(one.token_start, one.token_end) for one in places] + [
            (m.token_start, m.token_end) for m in found.mentions
        ]
        known = {token for first, end in spans for token in range(first, end)}
        more = (*places_by_adjective(doc, places), *unlisted_towns(doc, known, places))
        return sorted([*places, *more], key=lambda place: place.token_start)

    def _bears_capital(self, mention: Any) -> bool:
        """Say whether a body goes by the name of a capital: "a trip to Brussels" has a place all the same."""
        if self.found.actors[mention.actor_id].actor_kind != "organization":
            return False
        return self.doc.slice(mention.token_start, mention.token_end) in self.reference.compiled(_capitals)

    def _serving(self) -> dict[str, str]:
        """Return the seats of those who serve a body that is of no country at the time, by registry id."""
        first, last = self.published.earliest, self.published.latest
        terms = self.reference.compiled(_terms_at_seats)
        return {
            person: seat
            for person in (actor.registry_id for actor in self.found.actors if actor.registry_id)
            for begun, ended, seat in terms.get(person, ())
            if first and last and begun <= last.isoformat() and (not ended or ended >= first.isoformat())
        }

    def when(self, kept: Kept) -> tuple[DateBounds, DateBounds]:
        """Return when the act began and when it ended, as far as told."""
        if stamp := self.stamps.dating(kept):
            return stamp, DateBounds()
        options = date_options(self.doc, kept.told, self._dates_for(kept), self.story)
        said = way_of(kept.kind) == "words" and kept.told.candidate.match.trigger.pos == "v"
        lasting = "progressive" in kept.told.candidate.cues
        announced = kept.status == "planned" and (kept.kind not in DONE_SOME_DAY or lasting)
        possible = [o for o in options if may_date(o, kept.status, self.published, said=said, announced=announced)]
        chosen = choose_when(possible, self.reference.compiled(date_model), ahead=kept.status in AHEAD)
        return phases(chosen, options, kept.status, self.published)

    def _dates_for(self, kept: Kept) -> list[DateExpression]:
        """Return the dates but for those of other sentences that are captions or sign an old tweet: the days of
        pictures, and of what somebody once wrote.
        """
        others = (self.under_pictures | self.stamps.of_old(self.published)) - {kept.told.sentence}
        return [e for e in self.dates if self.doc.sentence_at(e.token_start) not in others] if others else self.dates

    def scene_of(self, kind: str) -> Scene:
        """Return the places of the article as they bear on acts of an engagement type."""
        return self.talked_of if way_of(kind) in ("words", "dealings") or kind == "SANCTION" else self.scene

    def where(self, kept: Kept) -> Where:
        """Return where it happened: the place told with it, else the country that is likeliest; nowhere, of a call."""
        if is_call_abroad(kept, self.found) and not self._told_behind(kept):
            return Where()
        scene = self.scene_of(kept.kind)
        if sea := sea_of(self.doc, kept, self.places):
            return scene.named(sea)
        done = kept.kind == "CONSULT" or way_of(kept.kind) == "deeds"  # "called for elections there" was said elsewhere
        done = done or self._opens_there(kept)
        told = self.doc, kept.told, self.places
        if done and (there := told_there(*told) or told_where(*told)):
            return scene.named(there, scene.country_of(there))
        options = scene.options(kept.told, kept.participants)
        left = left_behind(self.doc, kept, self.places)
        home = self._land(left) if left else home_of_doers(kept, self.found, scene.seat_of)
        if home and home.sure and all(option.iso3 != home.iso3 for option in options):
            options.append(CountryOption(home.iso3))  # that of an embassy, told by its name alone
        option = choose_where(options, self.reference.compiled(place_model), home)
        return scene.at(option) if option else Where()

    def _opens_there(self, kept: Kept) -> bool:
        """Say whether a pact is told of in a sentence that "there" sets: "There she met X and signed a deal"."""
        return kept.kind == "AGREE" and carries_on(self.doc, kept.told.sentence)

    def _told_behind(self, kept: Kept) -> bool:
        """Say whether a place is told behind an act in its sentence: "called him to the ministry in Moscow"."""
        end = self.doc.sentences[kept.told.sentence][1]
        return any(p.locative for p in self.places if kept.told.token < p.token_start < end)

    def _land(self, place: PlaceMention) -> Home | None:
        country = self.scene.country_of(place)
        return Home(country, True) if country else None


def _without_governments(
    doc: Doc, found: ActorsFound, places: list[PlaceMention], metonyms: frozenset[int]
) -> list[PlaceMention]:
    """Leave out the capitals that stand for their governments: "talks between Tehran and Washington"."""
    acting = metonyms | {
        m.token_start for m in found.mentions
        if found.actors[m.actor_id].actor_kind == "state" and not m.is_place_like and not m.is_pronoun
    }  # fmt: skip
    return [p for p in places if p.kind == "country" or p.token_start not in acting or _is_where(doc, p)]


def _is_town(doc: Doc, found: ActorsFound, mention: Any) -> bool:
    """Say whether what looks like an unknown person's name is a town's, told as one: "in Sharm el-Sheikh"."""
    first, end = mention.token_start, mention.token_end
    if end == first + 1 or not first or doc.lowers[first - 1] not in ("in", "at", "near"):
        return False
    actor = found.actors[mention.actor_id]
    there = load_gazetteer().lookup(doc.slice(first, end)) if actor.actor_kind == "person" else ()
    return actor.registry_id is None and any(entry.kind == "city" for entry in there)


def _is_where(doc: Doc, place: PlaceMention) -> bool:
    """Say whether the words before a capital make it the place all the same: a dateline, "the battle for Tripoli"."""
    return place.locative and "between" not in doc.lowers[max(0, place.token_start - 4) : place.token_start]


def _publication(doc: Doc, found: ActorsFound, article: Article, reference: Reference) -> tuple[DateBounds, str]:
    """Return the bounds of publication: the article's own day, else what its text and its people's terms of office
    allow within the month or year that it may carry.
    """
    own = article.published
    known = bool(own.earliest or own.latest)
    if known and own.earliest == own.latest:
        return own, article.published_basis
    posts = [(found.actors[r.actor_id].registry_id or "", r.role_title, r.char_start) for r in found.roles]
    posts = [post for post in posts if post[0]]
    bounds, basis = bound_publication(doc, posts, article if known else None, reference)
    return (own, article.published_basis) if known and basis == "none" else (bounds, basis)


def _capitals(reference: Reference) -> frozenset[str]:
    return frozenset(row["capital"] for row in reference.rows("countries"))


def _seats(reference: Reference) -> dict[str, str]:
    return {row["registry_id"]: row["country_iso3"] for row in reference.rows("seats")}


def _terms_at_seats(reference: Reference) -> dict[str, list[tuple[str, str, str]]]:
    """Return by person when each served a body that is of no country (days as the table has them), and its seat. Who
    rules a state meanwhile stays there: "the African Union chair, President Paul Kagame".
    """
    seats = _seats(reference)
    terms: dict[str, list[tuple[str, str, str]]] = {}
    ruling: dict[str, list[tuple[str, str]]] = {}
    for row in reference.rows("actor_roles"):
        if row["organization_id"] not in seats and row["role_title"].lower() in _RULES:
            ruling.setdefault(row["registry_id"], []).append((row["valid_from"], row["valid_to"]))
    for row in reference.rows("actor_roles"):
        begun, ended = row["valid_from"], row["valid_to"]
        rules = any(_meet(begun, ended, *term) for term in ruling.get(row["registry_id"], ()))
        if row["organization_id"] in seats and not rules:
            terms.setdefault(row["registry_id"], []).append((begun, ended, seats[row["organization_id"]]))
    return terms


_RULES = frozenset(("president", "prime minister", "king", "chancellor"))


def _meet(begun: str, ended: str, other_begun: str, other_ended: str) -> bool:
    """Say whether two terms share days; an end that is empty is open."""
    return (not ended or other_begun < ended) and (not other_ended or begun < other_ended)


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
