"""The places of one article by sentence, each with its country, as they bear on an act.

What belongs here: which places count for an act of a sentence. What does not: reading off what an aside is
(``asides``), what speaks for each place (``where``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pipelines.parsing.circumstances.asides import Aside, aside_of
from pipelines.parsing.circumstances.nearness import is_left, thing_before
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.places import PlaceMention

Placed = tuple[PlaceMention, str]
_AIMED = frozenset("at on into to toward towards against over across hit struck landed".split())
_PEOPLE = frozenset(
    "activists advisers aircraft businessmen commanders companies contingents counterparts delegates delegation "
    "delegations dignitaries diplomats doctors elders engineers envoys executives experts factions fighters forces "
    "groups guests instructors investors jets journalists lawmakers leaders legislators mediators migrants militias "
    "ministers monitors officers officials parties people personnel pilots politicians rebels refugees representatives "
    "scientists senators ships soldiers students teams trainers troops units vessels warships workers".split()
)
_GIVEN = frozenset(
    "aid ammunition arms assistance cash donations equipment funding funds grants guns help missiles money rifles "
    "rockets supplies support tanks training weaponry weapons".split()
)
_THINGS = {**dict.fromkeys(("AGREE", "CONSULT", "COOPERATE"), _PEOPLE), "AID": _PEOPLE | _GIVEN}
# What is done to somebody, and who that is: "killed a student from Kano", not "abducted pupils from a school in Kano".
_DONE_TO = frozenset(("ASSAULT", "SANCTION"))
_PERSONS = frozenset(
    "accountant activist banker boy businessman citizen cleric doctor driver engineer farmer fighter girl immigrant "
    "journalist lawyer man men merchant migrant militant national nurse officer pilgrim priest refugee resident "
    "scientist soldier student students teacher tourist tourists trader traveler traveller woman women worker".split()
)
_KINDS = frozenset("capital city district island port province region republic state suburb town village".split())
_LISTED = frozenset((",", "and", "the"))
_FLIGHT = 8  # tokens from the act to where it starts, and from there to where it goes


def is_beyond_border(doc: Doc, start: int) -> bool:
    """Say whether a country is only the other side: "near the border with Chad", not "across the border with Chad".

    Args:
        doc: The text.
        start: The country's first token.
    """
    at = start - 1 - (doc.lowers[start - 1] == "the")
    if at < 1 or doc.lowers[at] != "with" or doc.lowers[at - 1] not in _BORDERS:
        return False
    return _OVER.isdisjoint(doc.lowers[max(0, at - _PHRASE) : at])


_BORDERS = frozenset("border borders boundary frontier".split())
_OVER, _PHRASE = frozenset(("across", "beyond", "over")), 5  # tokens


def _asks(doc: Doc, end: int) -> bool:
    """Say whether a country is only at whose wish something is done: "met at Chad's request"."""
    return doc.lowers[end : end + 1] == ["'s"] and not _WISHES.isdisjoint(doc.lowers[end + 1 : end + 2])


_WISHES = frozenset("behest expense initiative insistence invitation request urging".split())


class ToldPlaces:
    """The places of one article.

    Attributes:
        by_sentence: Those that count for any act, by their sentence.
    """

    def __init__(self, doc: Doc, placed: Iterable[Placed]) -> None:
        """Tell those in asides from the others.

        Args:
            doc: The text.
            placed: Its places, in order, each with its country.
        """
        by_sentence: dict[int, list[Placed]] = {}
        self._asides: dict[int, list[tuple[Aside, Placed]]] = {}
        for place, country in placed:
            if place.kind == "country" and (is_beyond_border(doc, place.token_start) or _asks(doc, place.token_end)):
                continue
            sentence, aside = doc.sentence_at(place.token_start), aside_of(doc, place)
            if aside is None:
                by_sentence.setdefault(sentence, []).append((place, country))
            else:
                self._asides.setdefault(sentence, []).append((aside, (place, country)))
        self.by_sentence: Mapping[int, Sequence[Placed]] = by_sentence
        self._doc = doc

    def here(self, told: Told) -> Sequence[Placed]:
        """Return the places of an act's own sentence; those of an aside only for an act of that aside."""
        lasting = self.by_sentence.get(told.sentence, ())
        if lasting and (kind := told.candidate.match.trigger.engagement_type) in _THINGS:
            lasting = self._without_whence(lasting, kind)
        if lasting and told.candidate.match.trigger.engagement_type in _DONE_TO:
            lasting = [p for p in lasting if not self._is_origin(p[0].token_start)]
        if len(lasting) > 1:
            lasting = self._reached(lasting, told)
        own = [placed for aside, placed in self._asides.get(told.sentence, ()) if aside.start <= told.token < aside.end]
        return sorted((*lasting, *own), key=lambda placed: placed[0].token_start) if own else lasting

    def _without_whence(self, placed: Sequence[Placed], kind: str) -> Sequence[Placed]:
        """Leave out what tells only whence those are who meet elsewhere, or what is given: "met rebels from Darfur and
        Kordofan", "received arms from Cairo".
        """
        kept, last = [], -1  # the token after the last such place
        for place, country in placed:
            between = self._doc.lowers[last : place.token_start] if last >= 0 else ["-"]
            thing = thing_before(self._doc, place.token_start) if is_left(self._doc, place.token_start) else ""
            if thing in _THINGS[kind] or set(between) <= _LISTED:
                last = place.token_end
            else:
                kept.append((place, country))
        return kept

    def _is_origin(self, start: int) -> bool:
        """Say whether a place only tells whence a person is: "killed a student from the Kenyan town of Kisumu"."""
        lowers, at = self._doc.lowers, start
        if at > 1 and lowers[at - 1] == "of" and lowers[at - 2] in _KINDS:
            at = next((t for t in range(at - 3, max(0, at - 6), -1) if lowers[t] in ("the", "a", "an")), at)
        return at > 1 and lowers[at - 1] == "from" and lowers[at - 2] in _PERSONS

    def _reached(self, placed: Sequence[Placed], told: Told) -> Sequence[Placed]:
        """Leave out what is passed ("via Athens"), and where an attack comes from: "fired from Gaza at Ashkelon"."""
        only_passed = [p for p in placed if self._doc.lowers[p[0].token_start - 1] == "via"]
        if told.candidate.match.trigger.engagement_type == "ASSAULT":
            behind = [p for p in placed if told.token < p[0].token_start]
            only_passed += [p for p, after in pairwise(behind) if self._is_fired_at(told.token, p[0], after[0])]
        return [p for p in placed if p not in only_passed] if 0 < len(only_passed) < len(placed) else placed

    def _is_fired_at(self, act: int, start: PlaceMention, after: PlaceMention) -> bool:
        flight = self._doc.lowers[start.token_end : after.token_start]
        aimed = after.locative and len(flight) <= _FLIGHT and not _AIMED.isdisjoint(flight)
        return aimed and start.token_start - act <= _FLIGHT and is_left(self._doc, start.token_start)
