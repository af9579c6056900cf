"""Who was where: actors whom a sentence has come to, met or spoken at a place.

What belongs here: reading visits, events, datelines and places of speech off the words around a place. What does not:
weighing (``joined``). Where somebody is holds for the whole article: what a visitor says and whom she meets in later
sentences is said and done at the place of the visit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pipelines.parsing.circumstances.nearness import (
    is_event,
    is_left,
    names_event,
    over_times,
    preposition_at,
    thing_before,
)
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.places import PlaceMention

# Right before a place: "visited Oslo", "left Oslo".
_VISITED = frozenset("visit visiting visited visits touring toured tour leaving left reached".split())
# Before the preposition of a place: "arrived in Oslo", "told reporters in Oslo", "met at Oslo", "was in Oslo".
_STAYED = frozenset(
    "arrived arrives arrive arriving flew fly flies flying traveled travelled travel traveling travelling travels went "
    "go goes going gone came come comes coming head heads headed heading depart departs departed departing landed "
    "landing return returned returns returning stopped reporters journalists press said told saying speaking spoke "
    "speaks addressed met meet meets meeting gathered gathering convened hosted held hold sat was were is are".split()
)
# Between such a word and the preposition: "met privately with X and Y in Oslo".
_BETWEEN = frozenset("with and between a the privately separately briefly again together".split())
_STEPS = 6  # over what stands between


class Stays:
    """The places of one article at which it tells actors to have been."""

    def __init__(
        self, doc: Doc, found: Any, places: Mapping[int, Sequence[tuple[PlaceMention, str]]], reported: Collection[int]
    ) -> None:
        """Read them off.

        Args:
            doc: The text.
            found: Its actors and their mentions.
            places: The places of its sentences, each with its country.
            reported: First tokens of the places in datelines.
        """
        self._doc, self._found = doc, found
        self._at: dict[str, set[int]] = defaultdict(set)
        named: dict[int, set[int]] = defaultdict(set)
        self._starts: dict[int, int] = {}  # by the last token of a mention, its first
        for mention in found.mentions:
            named[doc.sentence_at(mention.token_start)].add(mention.actor_id)
            self._starts[mention.token_end - 1] = mention.token_start
        for sentence, told in places.items():
            for place, country in told:
                if place.token_start in reported or self._is_stay(place):
                    self._at[country] |= {a for a in named[sentence] if self.is_other(a, country)}

    def _is_stay(self, place: PlaceMention) -> bool:
        if names_event(self._doc, place) or self._opens(place):
            return True
        if not place.locative or is_left(self._doc, place.token_start):
            return False
        deed = thing_before(self._doc, place.token_start) or self._deed_before(place.token_start)
        return is_event(deed) or deed in _STAYED or self._doc.lowers[max(0, place.token_start - 1)] in _VISITED

    def _opens(self, place: PlaceMention) -> bool:
        """Say whether a town opens its sentence as where it is set: "In Oslo, X said"."""
        first, end = self._doc.sentences[self._doc.sentence_at(place.token_start)]
        set_off = place.token_end < end and self._doc.lowers[place.token_end] == ","
        return set_off and place.kind != "country" and self._doc.lowers[first : place.token_start] == ["in"]

    def _deed_before(self, start: int) -> str:
        """Return what was done at a place, those left aside with whom: "met" of "met with X and Y in Oslo"; else some
        other word, or none.
        """
        at = preposition_at(self._doc, start) - 1
        for _ in range(_STEPS):
            at = over_times(self._doc, at)
            if at in self._starts:
                at = self._starts[at] - 1
            elif at > 0 and (self._doc.lowers[at] in _BETWEEN or "-to-" in self._doc.lowers[at]):
                at -= 1
            else:
                break
        return self._doc.lowers[at] if at >= 0 else ""

    def is_other(self, actor_id: int, country: str) -> bool:
        """Say whether an actor is another than the state itself, whose name is the place's as well."""
        actor = self._found.actors[actor_id]
        return bool(actor.actor_kind != "state" or actor.country_iso3 != country)

    def doers(self, told: Told, participants: Sequence[Reach]) -> set[int]:
        """Return who has to be where the act is done: all but those it is done to; who says so, where no doer is
        named.
        """
        ids = {reach.mention.actor_id for reach in participants if reach.role != "target"}
        if told.speaker is not None and all(reach.role != "source" for reach in participants):
            ids.add(told.speaker.actor_id)
        return ids

    def share(self, country: str, doers: set[int]) -> str:
        """Return how many of the doers are told to have been in a country."""
        at = len(doers & self._at.get(country, set()))
        return "nobody" if not doers else "none" if not at else "all" if at == len(doers) else "some"
