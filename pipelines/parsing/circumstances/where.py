"""Where an act happened: the countries around a claim as options, and what speaks for each.

What belongs here: gathering the options (places told, countries of those who take part, what the article is about) and
their cues. What does not: finding places (``places``), weighing (``linear``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.circumstances.at_home import Home
from pipelines.parsing.circumstances.joined import Setting, way_of
from pipelines.parsing.circumstances.nearness import between_cues, distance, kind_of_thing, thing_before
from pipelines.parsing.circumstances.told_places import Placed, ToldPlaces, is_beyond_border
from pipelines.parsing.circumstances.town_names import land_of
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import LinearModel
from pipelines.parsing.places import PlaceMention, load_gazetteer, place_by_key, resolve_place, told_adjectives

_BACK = 2  # sentences that a place reaches
_LEAD = 4  # sentences, the headline among them
_SCENES = 2  # countries whose towns are told most
_ABOUT = 3  # countries that an article is about
_RANKS = 3  # places of a sentence
_ONE_PHRASE = 4  # tokens from a country to a town told with it
_ONCE = ("former", "ex-", "late")
LEAST_CHANCE = 0.25  # below it, nothing is said of where
_SURE = 0.8  # from which a country outdoes the home of the persons who speak
_STAYS = frozenset(("stay=all", "stay=some"))  # the doers are told to have been there


@dataclass(slots=True)
class CountryOption:
    """A country where a claim may have happened.

    Attributes:
        iso3: ISO 3166-1 alpha-3.
        place: The place in it that stands nearest to the wording in its sentence, or None.
        cues: For the linear judgement.
    """

    iso3: str
    place: PlaceMention | None = None
    cues: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened, as far as told."""

    text: str | None = None
    place_key: str | None = None
    note: str | None = None
    country_iso3: str | None = None


@lru_cache(maxsize=1 << 14)
def _told_of(cue: str, kind: str, named: int) -> tuple[str, ...]:
    """Return a cue alone, with the type of the act, with in what it consists, and with how many places its sentence
    names.
    """
    return cue, f"{cue}:{kind}", f"{cue}/{way_of(kind)}", f"{cue}:{named}"


@lru_cache(maxsize=1 << 14)
def _done_by(cue: str, way: str) -> tuple[str, str]:
    """Return a cue alone, and with in what the act consists."""
    return cue, f"{cue}/{way}"


def _serving(found: ActorsFound, seats: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield who serves a body of no country, with its seat; last what is known: "U.N. rights chief X" is in Geneva."""
    for role in found.roles:
        body = found.actors[role.organization_id].registry_id if role.organization_id is not None else None
        if body and body in seats and not role.role_title.lower().startswith(_ONCE):
            yield role.actor_id, seats[body]
    for actor_id, actor in enumerate(found.actors):
        if actor.actor_kind == "person" and actor.registry_id and actor.registry_id in seats:
            yield actor_id, seats[actor.registry_id]


def _is_better(place: PlaceMention, other: PlaceMention, told: Told) -> bool:
    """Say whether a place tells better than another one where something happened: the nearer one, and the town, not
    the country told with it ("in Nairobi, Kenya").
    """
    whole, other_whole = place.kind == "country", other.kind == "country"
    if whole != other_whole and abs(place.token_start - other.token_start) <= _ONE_PHRASE:
        return other_whole
    return abs(place.token_start - told.token) < abs(other.token_start - told.token)


class Scene:
    """The places of one article and the countries that it is about."""

    def __init__(
        self,
        doc: Doc,
        found: ActorsFound,
        places: Sequence[PlaceMention],
        about: Sequence[str],
        seats: Mapping[str, str],
        topics: frozenset[int] = frozenset(),
    ) -> None:
        self.doc, self.found, self.about, self.seats, self.topics = doc, found, about, seats, topics
        self._serving = dict(_serving(found, seats))
        self._places = ToldPlaces(doc, ((p, country) for p in places if (country := self.country_of(p))))
        self._by_sentence = self._places.by_sentence
        self._adjectives: dict[int, list[tuple[int, str]]] = {}
        for _, behind, country in told_adjectives(doc, load_gazetteer()):
            self._adjectives.setdefault(doc.sentence_at(behind - 1), []).append((behind, country))
        told = (pair for pairs in self._by_sentence.values() for pair in pairs)
        cities = Counter(country for place, country in told if place.locative and place.kind != "country")
        self._scenes = [country for country, _ in cities.most_common(_SCENES)]
        told_of = Counter(c for pairs in self._by_sentence.values() for _, c in pairs)
        told_of.update(c for m in found.mentions if (c := self._home(m)))
        most = max(told_of.values(), default=1)
        self._share = {country: min(4 * count // most, 3) for country, count in told_of.items()}
        self._fixed = tuple(self._of_the_article())
        self._setting = Setting(doc, found, self._by_sentence)

    def country_of(self, place: PlaceMention) -> str | None:
        """Return the country of a place, by its name and what the article is about."""
        resolved = resolve_place(place.text, self.about, place.within)
        return place_by_key(resolved.place_key).country_iso3 if resolved.place_key else place.within or place.iso3

    def options(self, told: Told, participants: Sequence[Reach]) -> list[CountryOption]:
        """Return the countries where a claim may have happened, each once, with what speaks for it."""
        options: dict[str, CountryOption] = {}
        kind = told.candidate.match.trigger.engagement_type
        here = self._places.here(told)
        named = min(len(here), 2)
        around = (*self._homes(told, participants), *self._told_around(told), *self._adjectives_around(told))
        for iso3, cues in (*around, *self._fixed):
            option = options.setdefault(iso3, CountryOption(iso3))
            for cue in cues:
                option.cues.update(_told_of(cue, kind, named))
        way = way_of(kind)
        for iso3, cue in (*self._words_about(told), *self._in_slots(told)):
            options.setdefault(iso3, CountryOption(iso3)).cues.update(_done_by(cue, way))
        for place, iso3 in here:
            self._add_place(options[iso3], told, place)
            if place.token_end < told.token and self.doc.lowers[place.token_end] == "where":
                options[iso3].cues.update(_done_by("where", way))
        for iso3, cue in self._nearest_places(told, here):
            options[iso3].cues.update(_done_by(cue, way))
        known = {}
        for iso3, option in options.items():
            share = str(self._share.get(iso3, 0))
            option.cues |= {f"share={share}", f"share={share}:{kind}", f"share={share}/{way}"}
            known[iso3] = str(self.about.index(iso3) if iso3 in self.about[:_ABOUT] else _ABOUT), share
        for iso3, cue in self._setting.joined(told, here, participants, self._parts(participants), known):
            options[iso3].cues.add(cue)
        return list(options.values())

    def _words_about(self, told: Told) -> Iterator[tuple[str, str]]:
        yield from self._words_about_actors(told)
        yield from self._words_after_adjectives(told)

    def _parts(self, participants: Sequence[Reach]) -> dict[str, str]:
        """Return the first letters of the parts that a country's people and bodies take, by the country."""
        parts: dict[str, set[str]] = {}
        for reach in participants:
            home = self._home(reach.mention) or self._seat(reach.mention)
            if home:
                parts.setdefault(home, set()).add((reach.role or "participant")[0])
        return {home: "".join(sorted(roles)) for home, roles in parts.items()}

    def _in_slots(self, told: Told) -> Iterator[tuple[str, str]]:
        """The countries of those whom the grammar gives a part, with the slot."""
        kind = told.candidate.match.trigger.engagement_type
        for _, mention, _, slot in told.candidate.slots:
            if home := self._home(mention):
                yield home, f"slot={slot}"
                yield home, f"slot={slot}:{kind}"

    def _nearest_places(self, told: Told, named: Sequence[Placed]) -> Iterator[tuple[str, str]]:
        """The countries of the sentence's places, the nearest to the wording first, and of the first one after it."""
        here = sorted((p for p in named if p[0].locative), key=lambda pair: abs(pair[0].token_start - told.token))
        for rank, (place, iso3) in enumerate(here[:_RANKS]):
            yield iso3, f"nearest={rank}"
            yield iso3, f"nearest={rank}:{place.kind}"
        after = next(((place, iso3) for place, iso3 in here if place.token_start > told.token), None)
        if after:
            clear = "verbs=right0" in between_cues(self.doc, told, after[0].token_start, after[0].token_end)
            yield after[1], f"next_after={'clear' if clear else 'behind_verbs'}"

    def _homes(self, told: Told, participants: Sequence[Reach]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The countries of those who take part, of who says so, and of the others in the sentence."""
        homes = Counter(self._home(r.mention) for r in participants)
        for reach in participants:
            home = self._home(reach.mention)
            if home:
                role, shared = f"role={reach.role}", min(homes[home], 3)
                by_kind = f"{role}:{self.found.actors[reach.mention.actor_id].actor_kind}"
                shares = f"homes={min(len(homes), 3)}:{shared}"
                yield home, (role, by_kind, f"home_of={shared}", shares)
            elif seat := self._seat(reach.mention):
                yield seat, (f"seat={reach.role}",)
        around = [m for m in told.parse.mention if m and not is_beyond_border(self.doc, m.token_start)]
        yield from ((home, ("actor_here",)) for m in around if (home := self._home(m)))
        yield from ((seat, ("seat_here",)) for m in around if (seat := self._seat(m)))
        if told.speaker is not None and (home := self._home(told.speaker)):
            yield home, ("speaker",)

    def _words_about_actors(self, told: Told) -> Iterator[tuple[str, str]]:
        """What stands right before and after the sentence's actors: "at the White House", "the Italian capital"."""
        tags, words = told.parse.tags, told.parse.words
        for u, mention in enumerate(told.parse.mention):
            home = self._home(mention) if mention is not None else None
            if home is None:
                continue
            before = u - 2 if u > 1 and tags[u - 1] == "D" else u - 1
            if before >= 0 and tags[before] == "P" and told.parse.first[u] not in self.topics:
                yield home, f"actor_after={words[before]}"
            if u + 1 < len(tags) and tags[u + 1] == "N":
                yield home, f"actor_before={words[u + 1]}"

    def _home(self, mention: Any) -> str | None:
        if mention.actor_id in self._serving:  # the Secretary-General is no more in his own country than elsewhere
            return None
        return land_of(self.found.actors[mention.actor_id])

    def _seat(self, mention: Any) -> str | None:
        return self.seat_of(mention.actor_id)

    def seat_of(self, actor_id: int) -> str | None:
        """Return the country where a body that is of none meets, or that somebody serves: the Security Council's."""
        actor = self.found.actors[actor_id]
        return self._serving.get(actor_id) or self.seats.get(actor.registry_id or "")

    def _told_around(self, told: Told) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The countries whose places stand in the sentence, in those before it and in the next."""
        for back in range(_BACK + 1):
            there = self._by_sentence.get(told.sentence - back, ()) if back else self._places.here(told)
            for place, iso3 in there:
                yield iso3, (f"{'' if place.locative else 'loose_'}place_back{back}",)
        yield from ((iso3, ("place_next",)) for _, iso3 in self._by_sentence.get(told.sentence + 1, ()))

    def _adjectives_around(self, told: Told) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The countries of the sentence's adjectives and of those in the one before: "Kenyan soil", "Iraqi troops"."""
        yield from ((iso3, ("adjective_here",)) for _, iso3 in self._adjectives.get(told.sentence, ()))
        yield from ((iso3, ("adjective_back1",)) for _, iso3 in self._adjectives.get(told.sentence - 1, ()))

    def _words_after_adjectives(self, told: Told) -> Iterator[tuple[str, str]]:
        """What the sentence's adjectives say of: "the Kenyan capital" is a place, "the Kenyan minister" hardly."""
        for behind, iso3 in self._adjectives.get(told.sentence, ()):
            yield iso3, f"adjective_before={''.join(self.doc.lowers[behind : behind + 1])}"

    def _of_the_article(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The countries that the article is about, whose towns it tells, and that its lead names."""
        yield from ((iso3, (f"about{rank}",)) for rank, iso3 in enumerate(self.about[:_ABOUT], 1))
        yield from ((iso3, (f"scene{rank}",)) for rank, iso3 in enumerate(self._scenes, 1))
        for sentence in range(_LEAD):
            for place, iso3 in self._by_sentence.get(sentence, ()):
                if place.locative:
                    yield iso3, (f"lead_{'country' if place.kind == 'country' else 'city'}",)

    def _add_place(self, option: CountryOption, told: Told, place: PlaceMention) -> None:
        cues = between_cues(self.doc, told, place.token_start, place.token_end)
        way = way_of(told.candidate.match.trigger.engagement_type)
        cues |= {f"away={distance(told, place.token_start)}", f"place={place.kind}"}
        cues.add(f"thing={thing_before(self.doc, place.token_start)}")
        cues.add(f"thing_is={kind_of_thing(self.doc, told, place.token_start)}")
        loose = "" if place.locative else "loose_"
        option.cues.update(cue for known in cues for cue in _done_by(f"{loose}here:{known}", way))
        if place.locative and (option.place is None or _is_better(place, option.place, told)):
            option.place = place

    def at(self, option: CountryOption) -> Where:
        """Return a chosen option as where it happened, with the place told in it."""
        return self.named(option.place, option.iso3) if option.place else Where(country_iso3=option.iso3)

    def named(self, place: PlaceMention, iso3: str | None = None) -> Where:
        """Return a place that is told as where it happened, in a country or in none."""
        resolved = resolve_place(place.text, self.about, place.within)
        return Where(place.text, resolved.place_key, None if resolved.place_key else resolved.note, iso3)


def choose_where(
    options: Sequence[CountryOption], model: LinearModel, home: Home | None = None
) -> CountryOption | None:
    """Return the likeliest country, or None where none is likely.

    Args:
        options: The countries that it may be.
        model: What speaks for each.
        home: Where those are at home who do it, where it is done at home unless told otherwise.
    """
    shares = model.shares(o.cues for o in options)
    share, best = max(zip(shares, options, strict=True), key=lambda pair: pair[0], default=(0.0, None))
    if home and best and (home.holds_against(best.cues) or (share < _SURE and _STAYS.isdisjoint(best.cues))):
        best, share = next(((o, 1.0) for o in options if o.iso3 == home.iso3), (best, share))
    return best if share >= LEAST_CHANCE else None
