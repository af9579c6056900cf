"""Whom a claim answers, by what was told shortly before: a denial who accused, a judgement of "the attack" who did it.

What belongs here: the way back from an answer to what it answers. What does not: what is denied (``status``), who says
it (``speakers``), which words name an act (``taking_up``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from pipelines.parsing.engagements.offers import put_offerer
from pipelines.parsing.engagements.provoked import is_same, put_provoker
from pipelines.parsing.engagements.taking_up import DECIDED, RULED, act_named, is_deal, judges, takes_up
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.engagements.writings import author_of
from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.units import Parse

_DENYING = frozenset("denied denies deny denying".split())
_WAVING_OFF = frozenset("deny dismiss rebut refute reject repudiate".split())
_CHARGES = frozenset(
    "accusation accusations allegation allegations assertion assertions charge charges claim claims complaint "
    "complaints condemnation criticism criticisms findings report suggestion suggestions which".split()
)
_NEAR = 3  # units from the verb to what is denied
_SENTENCES = 2  # back from a denial to what it answers
_DEEDS = frozenset(("AID", "ASSAULT", "COERCE", "MOBILIZE"))
_LEAST_STRENGTH = 6  # of a wording that is surely a charge


def put_answered(
    candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int, previous: Parse | None = None
) -> None:
    """Add to a candidate whom it answers, or who wrote what it says, where it does not say so itself.

    Args:
        candidate: The act, its frame filled.
        parse: Its sentence.
        earlier: What was told before it in the article, in order.
        sentence: Index of its sentence.
        previous: The sentence before it, if it was read.
    """
    if previous is not None and all(role != "source" for role, _, _, _ in candidate.slots):
        put(candidate, author_of(parse, candidate.match, previous), "subj", candidate.match.trigger.frame.get("subj"))
    _put_accuser(candidate, parse, earlier, sentence)
    _put_doers(candidate, parse, earlier, sentence)
    _put_attackers(candidate, parse, earlier, sentence)
    _put_blamed(candidate, parse, earlier, sentence)
    _put_sides(candidate, parse, earlier, sentence)
    put_provoker(candidate, parse, earlier, sentence, previous)
    put_offerer(candidate, parse, earlier, sentence)


def _put_accuser(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add to a denial who accused: "X accused Y of ..., which Y denied"."""
    if candidate.match.trigger.engagement_type != "REJECT" or not _is_denial(candidate, parse):
        return
    doers = [m for role, m, _, _ in candidate.slots if role == "source"]
    others = (slot for slot in candidate.slots if not _is_among(slot[1], doers))  # "it" of "denied it" is nobody
    plain = any(role == "target" and how != "inner" for role, _, how, _ in others)
    if plain or not doers:
        return
    for told in _lately(earlier, sentence):
        accusers = [m for m in _accusers(told, doers) if _is_another(m, doers, told)]
        if accusers:
            candidate.slots = [slot for slot in candidate.slots if slot[0] != "target"]
            put(candidate, Slot(accusers, "head"), "obj", "target")
            return


def _put_doers(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add at whom it is aimed what is said of "the attack": those who did the last such act that was told."""
    match = candidate.match
    if not earlier or not judges(match):
        return
    kinds = act_named(parse, match)
    if not kinds or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    sayers = {mention.actor_id for _, mention, _, _ in candidate.slots}
    for told in _lately(earlier, sentence, _SENTENCES if kinds == DECIDED else _NAMED_BEFORE):
        doers = [m for m in _doers(told, kinds, sayers) if m.actor_id not in sayers]
        if doers:
            put(candidate, Slot(doers, "poss"), "obj", "target")
            return


def _lately(earlier: Sequence[Told], sentence: int, back: int = _SENTENCES) -> Iterator[Told]:
    """Yield what was told in a sentence and in so many before it, the last first."""
    return takewhile(lambda told: sentence - told.sentence <= back, reversed(earlier))


def _put_blamed(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add at whom it is aimed what is said of "this": who did the last grave act told before "'This is a crime,' said
    X", or whom X accused.
    """
    match, sayers = candidate.match, [m for role, m, _, _ in candidate.slots if role == "source"]
    if match.trigger.engagement_type != "ACCUSE" or match.trigger.pos != "e" or not _says_what_it_is(parse, match.unit):
        return
    if not sayers or any(role == "target" and how != "near" for role, _, how, _ in candidate.slots):
        return
    for told in _lately(earlier, sentence):
        blamed = _blamed(told, sayers) if told.sentence < sentence else []
        if blamed:
            candidate.slots = [slot for slot in candidate.slots if slot[0] != "target"]
            put(candidate, Slot(blamed, "poss"), "obj", "target")
            return


def _blamed(told: Told, sayers: Sequence[Any]) -> list[Any]:
    """Return who did a grave act; of a charge by those who speak, whom they accused."""
    trigger = told.candidate.match.trigger
    if trigger.engagement_type not in _GRAVE or int(trigger.strength) < _LEAST_OF_DEED:
        return []
    doers = _doers(told, _GRAVE, set())
    if trigger.engagement_type == "ACCUSE" and any(is_same(m, sayers) for m in doers):
        doers = [m for role, m, how, _ in told.candidate.slots if role == "target" and how == "head"]
    return [m for m in doers if not is_same(m, sayers)]


_GRAVE = frozenset("ACCUSE ASSAULT COERCE REJECT SANCTION THREATEN".split())
_LEAST_OF_DEED = 5  # strength of a wording


def _says_what_it_is(parse: Parse, unit: int) -> bool:
    """Say whether a wording tells what something is that was told before: "this is a crime", "that was an outrage"."""
    start = next((k for k in range(unit - 1, max(-1, unit - _NEAR - 1), -1) if parse.words[k] in _THIS), -1)
    opens = start == 0 or (start > 0 and parse.tags[start - 1] in "q,")
    return opens and parse.tags[start + 1] == "X"


_THIS = frozenset(("that", "this"))


def _put_attackers(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add who does it to what is told of "the strike": who did the last attack told, in "the strike killed three"."""
    match = candidate.match
    if match.trigger.engagement_type != "ASSAULT" or any(role == "source" for role, _, _, _ in candidate.slots):
        return
    role = match.trigger.frame.get("subj")
    if role != "source" or not takes_up(parse, match):
        return
    harmed = {m.actor_id for _, m, _, _ in candidate.slots}
    for told in _lately(earlier, sentence):
        doers = _doers(told, _ATTACKS, harmed) if int(told.candidate.match.trigger.strength) >= _LEAST_STRENGTH else []
        if doers:
            put(candidate, Slot(doers, "head"), "subj", role)
            return


_ATTACKS = frozenset(("ASSAULT",))


def _put_sides(candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int) -> None:
    """Add to talks of a sentence that names nobody, or only one side of what it calls "the meeting", who talked before:
    "X met Y. Another round is planned", "X flew in to meet Y. The meeting with Y was called off".
    """
    role, slots = candidate.match.trigger.frame.get("subj"), candidate.slots
    if candidate.match.trigger.engagement_type != "CONSULT" or role != "participant":
        return
    one = {m.actor_id for _, m, _, _ in slots}
    named = {m.actor_id for m in parse.mention if m is not None and not m.is_place_like}
    if not named <= one or (one and not _is_the_meeting(parse, candidate.match)):
        return
    for told in _lately(earlier, sentence):
        if told.candidate.match.trigger.engagement_type == "CONSULT" and told.sentence < sentence:
            sides = [m for part, m, how, _ in told.candidate.slots if how == "head" and part != "mediator"]
            ids = {m.actor_id for m in sides}
            if len(ids) >= _SIDES and one <= ids:
                put(candidate, Slot([m for m in sides if m.actor_id not in one], "poss"), "subj", role)
                return


def _is_the_meeting(parse: Parse, match: Match) -> bool:
    """Say whether a wording is "the meeting with", "the talks with": it tells of one told before."""
    return match.trigger.pos == "n" and match.unit > 0 and parse.words[match.unit - 1] in ("the", "that")


def _doers(told: Told, kinds: frozenset[str], sayers: set[int]) -> list[Any]:
    """Return who did what was told, where it is of one of some types, and surely an act where many may be meant; of
    talks nobody, where one of those speaks of them who were there.
    """
    trigger = told.candidate.match.trigger
    if trigger.engagement_type not in kinds or (kinds == DECIDED and int(trigger.strength) < _LEAST_STRENGTH):
        return []
    sure = [(role, m) for role, m, how, _ in told.candidate.slots if how == "head"]
    doers = [m for role, m in sure if role in ("source", "guest")]
    if trigger.engagement_type == "CONSULT" and any(m.actor_id in sayers for _, m in sure):
        return []
    if kinds == RULED:
        return [m for m in doers if m.sector in _COURTS]
    mutual = trigger.engagement_type == "CONSULT" or is_deal(told.parse, told.candidate.match)
    sides = [m for role, m in sure if role == "participant" and mutual]
    return doers or (sides if len({m.actor_id for m in sides}) >= _SIDES else [])


_COURTS = frozenset(("JUD", "IGO"))
_SIDES = 2  # of a deal: "the deal with X" alone does not tell whose it is
_NAMED_BEFORE = 4  # sentences


def _is_denial(candidate: Candidate, parse: Parse) -> bool:
    unit = candidate.match.unit
    if parse.words[unit] in _DENYING:
        return True
    around = parse.words[max(0, unit - _NEAR) : candidate.match.end + _NEAR]
    return parse.lemma[unit] in _WAVING_OFF and not _CHARGES.isdisjoint(around)


def _accusers(told: Told, doers: Sequence[Any]) -> list[Any]:
    """Return who accuses one of those who deny, or says that one of them did something grave."""
    trigger, slots = told.candidate.match.trigger, told.candidate.slots
    if int(trigger.strength) < _LEAST_STRENGTH:
        return []
    if trigger.engagement_type == "ACCUSE":
        meant = [m for role, m, _, _ in slots if role == "target"]
        fits = _any_of(meant, doers) or any(_speaks_for(m, doers) for m in meant)
        return [m for role, m, how, _ in slots if role == "source" and how == "head"] if fits else []
    if trigger.engagement_type in _DEEDS and told.speaker is not None:
        return [told.speaker] if _any_of((m for role, m, _, _ in slots if role == "source"), doers) else []
    return []


def _is_another(mention: Any, doers: Sequence[Any], told: Told) -> bool:
    """Say whether who accuses is none of those who deny, nor perhaps one of theirs ("a spokesman"); of their country
    only where they are accused themselves, not "X said Y's army did it" of who speaks for Y.
    """
    known = bool(mention.country or mention.kind != "person" or not mention.described)
    accused = any(role == "target" and is_same(m, doers) for role, m, _, _ in told.candidate.slots)
    return known and not (is_same(mention, doers) if accused else _is_among(mention, doers))


def _any_of(mentions: Iterable[Any], doers: Sequence[Any]) -> bool:
    return any(_is_among(mention, doers) for mention in mentions)


def _speaks_for(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether an official of whom no country is told may deny it for an accused: "a government spokesman"."""
    nobodies = all(d.kind == "person" and d.described and not d.country and d.sector in _PUBLIC for d in doers)
    return nobodies and (mention.kind == "state" or mention.sector in _PUBLIC)


_PUBLIC = frozenset(("COP", "GOV", "MIL", "SPY"))


def _is_among(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether somebody is one of those who deny, or of their country: "Russia did it ..., the Kremlin denied"."""
    return any(mention.actor_id == d.actor_id or (mention.country and mention.country == d.country) for d in doers)
