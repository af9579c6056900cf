"""Cues that join what is known of a country: whose home it is and whether it is named, with the kind of act.

What belongs here: which facts are looked at together. What does not: gathering the options (``where``), and weighing
(``linear``). One fact alone says little of where: the doer's home is where it accuses, the target's where it is
attacked, and neither where a dateline tells of a summit elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pipelines.parsing.circumstances.nearness import holds_event
from pipelines.parsing.circumstances.stays import Stays
from pipelines.parsing.circumstances.told_places import Placed
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.places import PlaceMention, in_dateline

_WAYS = {
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"), "words"),
    **dict.fromkeys(("ASSAULT", "COERCE", "AID", "RETREAT", "MOBILIZE"), "deeds"),
    **dict.fromkeys(("CONSULT", "AGREE", "COOPERATE"), "dealings"),
    **dict.fromkeys(("SANCTION", "PROTEST", "CONCEDE"), "measures"),
}
# Facts that are looked at together, each group one cue; a group of which a fact is not known gives none.
_JOINS = tuple(
    tuple(group.split())
    for group in (
        "role here way",
        "role here kind",
        "role lead way",
        "role here before way",
        "role here before lead way",
        "role mode kind",
        "here mode kind",
        "role rank way",
        "role share way",
        "here share way",
        "places way",
        "places home way",
        "dateline way",
        "dateline doer way",
        "event way",
        "event kind",
        "event role way",
        "event company",
        "event company way",
        "company",
        "company way",
        "company role way",
        "stay",
        "stay way",
        "stay kind",
        "stay role way",
        "stay here way",
        "alone way",
        "alone here way",
        "alone stay way",
        "alone dateline way",
    )
)
_LEAD = 4  # sentences
_FAR = 3  # sentences


@lru_cache(maxsize=1 << 15)
def joined_cue(group: tuple[str, ...], values: tuple[str, ...]) -> str:
    """Return the cue of some facts."""
    return "+".join(f"{name}={value}" for name, value in zip(group, values, strict=True))


def way_of(kind: str) -> str:
    """Return in what an act of a type consists: words, deeds, dealings, or measures taken at home."""
    return _WAYS.get(kind, "words")


class Setting:
    """What one article tells of countries wherever it is asked: datelines, events, and who is named with a place."""

    def __init__(self, doc: Doc, found: Any, places: Mapping[int, Sequence[tuple[PlaceMention, str]]]) -> None:
        self._doc, self._found, self._places = doc, found, places
        self._datelines: set[str] = set()
        self.reported: set[int] = set()  # first tokens of the places in datelines
        self._lead: set[str] = set()
        self._events: dict[str, list[int]] = {}
        for sentence, told in places.items():
            for place, country in told:
                self._look_at(sentence, place, country)
        self._stays = Stays(doc, found, places, self.reported)
        self._beside = tuple(self._company_of_places())

    def _look_at(self, sentence: int, place: PlaceMention, country: str) -> None:
        if place.locative and sentence < _LEAD and place.kind != "country":
            self._lead.add(country)
        if place.locative and place.kind != "country" and in_dateline(self._doc, place.token_start):
            self._datelines.add(country)
            self.reported.add(place.token_start)
        if holds_event(self._doc, place):
            self._events.setdefault(country, []).append(sentence)

    def joined(
        self,
        told: Told,
        here: Sequence[Placed],
        participants: Sequence[Reach],
        homes: Mapping[str, str],
        known: Mapping[str, tuple[str, str]],
    ) -> Iterator[tuple[str, str]]:
        """Yield the joined cues of each option.

        Args:
            told: The claim.
            here: The places of its sentence that bear on it.
            participants: Who takes part in it.
            homes: First letters of the parts that a country's people take, by the country.
            known: By option, its rank among the countries that the article is about and its share in the article.
        """
        trigger = told.candidate.match.trigger
        ids = {reach.mention.actor_id for reach in participants}
        named, loose = {c for p, c in here if p.locative}, {c for _, c in here}
        before = {c for p, c in self._places.get(told.sentence - 1, ()) if p.locative}
        company = self._company(told.sentence, ids)
        at_work = self._stays.doers(told, participants)
        facts: dict[str, str | None] = {
            "kind": trigger.engagement_type,
            "way": way_of(trigger.engagement_type),
            "mode": str(trigger.mode),
        }
        doers = {country for country, roles in homes.items() if "s" in roles}
        for option, (rank, share) in known.items():
            role = homes.get(option, "")
            facts |= {
                "role": role,
                "home": "yes" if role else "no",
                "here": "named" if option in named else "loose" if option in loose else "no",
                "before": "yes" if option in before else "no",
                "lead": "dateline" if option in self._datelines else "city" if option in self._lead else "no",
                "dateline": "yes" if option in self._datelines else None,
                "doer": "home" if option in doers else "elsewhere" if doers else "unknown",
                "places": str(min(len(named), 3)) if option in named else None,
                "rank": rank,
                "share": share,
                "event": self._event(option, told.sentence),
                "company": company.get(option),
                "stay": self._stays.share(option, at_work),
                "alone": "no" if not role else "yes" if len(homes) == 1 else "part",
            }
            for group in _JOINS:
                values = tuple(map(facts.get, group))
                if None not in values:
                    yield option, joined_cue(group, values)

    def _event(self, country: str, sentence: int) -> str | None:
        """How far from a sentence the next event in a country is told: "the summit in Cairo", "the Cairo summit"."""
        away = min((abs(sentence - at) for at in self._events.get(country, ())), default=None)
        return None if away is None else "here" if not away else "near" if away < _FAR else "far"

    def _company_of_places(self) -> Iterator[tuple[int, str, frozenset[int]]]:
        """Yield each sentence and country that it tells a place of, with the actors that it names beside."""
        named: dict[int, set[int]] = defaultdict(set)
        for mention in self._found.mentions:
            named[self._doc.sentence_at(mention.token_start)].add(mention.actor_id)
        for sentence, told in self._places.items():
            for country in sorted({c for p, c in told if p.locative}):
                yield sentence, country, frozenset(a for a in named[sentence] if self._stays.is_other(a, country))

    def _company(self, sentence: int, ids: set[int]) -> dict[str, str]:
        """How many of those who take part other sentences name beside a place of a country: none, one, more, or all."""
        most: dict[str, int] = {}
        for at, country, beside in self._beside:
            if at != sentence:
                most[country] = max(most.get(country, 0), len(beside & ids))
        return {c: "all" if n >= len(ids) > 1 else str(min(n, 2)) for c, n in most.items()}
