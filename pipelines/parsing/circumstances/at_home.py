"""Acts that are done at home whatever else an article tells of: words, decrees, the police's work, tests of arms.

What belongs here: whose home it is, and how surely. What does not: the countries that may be where, and choosing among
them (``where``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from pipelines.parsing.circumstances.joined import way_of
from pipelines.parsing.circumstances.town_names import land_of
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.places import load_gazetteer
from pipelines.parsing.syntax.units import Parse

_BODIES, _PERSONS = frozenset(("words", "measures")), frozenset(("words",))
# Who is abroad by trade, as the body's name or the person's post tells.
_ABROAD = frozenset("embassy consulate mission delegation troops forces".split())
_POSTED = re.compile(r"\b(ambassador|envoy|representative|consul|charg|diplomat|attach|correspondent)", re.IGNORECASE)
_POSTED_AT = re.compile(
    r"\b(?:(?:embassy|consulate|mission|charg\S+ d.affaires|envoy) in|(?:ambassador|consul) (?:to|in)) (?:the )?(.+)",
    re.IGNORECASE,
)
_BASED = re.compile(r"(?:the |an? )?([A-Z][\w. ]+?)-based\b")
_AFAR = frozenset("phone telephone video videoconference virtual".split())
_TRIED_OUT = re.compile(
    r"\b(tests?|testing|launch|launches|parades?|enrich|detonate|explode|arsenal|reactor)\b|:fire .*\b(sea|ballistic)\b"
)
_EXECUTES = re.compile(r"\b(execut|hang|behead|flog|can(?:e|ing)\b)")
_POLICE_WORK = frozenset("arrest censor curfew deport martial-law restrict".split())
_UNITED_NATIONS = re.compile(r"org:un(-security-council|-general-assembly)?$")
_EXERCISE = re.compile(r"\b(exercises?|drills?|maneuvers|manoeuvres)\b")
_GUEST = "USA"  # whose forces train abroad


class Home(NamedTuple):
    """Where those are at home who do an act.

    Attributes:
        iso3: The country, ISO 3166-1 alpha-3.
        sure: It is done there: by a state or body, not only by persons, who may speak on a journey.
    """

    iso3: str
    sure: bool

    def holds_against(self, cues: Collection[str]) -> bool:
        """Say whether it outdoes whatever speaks for another country, unless the sentence tells of an event there: what
        is done at a summit is not done at home.
        """
        return self.sure and not any(cue.startswith("event=here+") for cue in cues)


def home_of_doers(kept: Kept, found: Any, seat_of: Callable[[int], str | None] = lambda _: None) -> Home | None:
    """Return the one country of those who say, decree or try out something, or None.

    Args:
        kept: The act, with who takes part.
        found: The article's actors (``ActorsFound``).
        seat_of: Where an actor sits that is of no country, or serves a body that is of none.
    """
    if kept.kind == "COOPERATE" or _EXERCISE.search(kept.told.candidate.match.trigger.rule_id):
        return _home_of_exercise(kept, found)
    if kept.kind == "CONSULT":
        return _home_of_hosts(kept, found)
    way, tried_out = way_of(kept.kind), _tries_out(kept)
    police = _is_of_police(kept)
    if way not in _BODIES and not tried_out and not police:
        return None
    ids = _doers(kept)
    told = {actor_id: home for actor_id in ids if (home := _home(found.actors[actor_id], seat_of(actor_id)))}
    doers, homes = [found.actors[actor_id] for actor_id in told], set(told.values())
    if len(homes) != 1:
        return None
    if posting := _posting(doers):
        return posting
    bodies = [actor for actor in doers if actor.actor_kind != "person"]
    if bodies and _is_at_united_nations(kept, found):
        return None
    at_work = [actor for actor in bodies if _ABROAD.isdisjoint(actor.name.lower().split())]
    if police:  # soldiers arrest people abroad
        return Home(homes.pop(), False) if any(actor.sector != "MIL" for actor in at_work) else None
    if tried_out or at_work:
        seated = all(seat_of(actor_id) for actor_id in told)  # a council speaks wherever it meets
        return None if seated and kept.kind == "PROTEST" else Home(homes.pop(), not seated or way == "measures")
    posted = _posted(found)
    by_persons = way in _PERSONS or kept.kind == "SANCTION"
    at_home = by_persons and not bodies and posted.isdisjoint(ids)
    recalled = "recall" in kept.told.candidate.match.trigger.rule_id  # whom, is abroad
    return Home(homes.pop(), recalled) if at_home else None


def is_call_abroad(kept: Kept, found: Any) -> bool:
    """Say whether people of several countries talk without meeting: that happens in none of them.

    Args:
        kept: The act, with who takes part.
        found: The article's actors.
    """
    homes = {found.actors[reach.mention.actor_id].country_iso3 for reach in kept.participants} - {None}
    match = kept.told.candidate.match
    afar = kept.mode == "phone" or not _AFAR.isdisjoint(kept.told.parse.words[match.unit : match.end])
    return kept.kind == "CONSULT" and afar and len(homes) > 1


def _is_of_police(kept: Kept) -> bool:
    """Say whether an act is the work of police, courts or prisons: an arrest, a release, an execution."""
    if kept.kind == "ASSAULT":
        return _EXECUTES.search(kept.told.candidate.match.trigger.rule_id) is not None
    return (kept.kind == "COERCE" and kept.mode in _POLICE_WORK) or (kept.kind == "RETREAT" and kept.mode == "release")


def _home(actor: Any, seat: str | None) -> str | None:
    """Return where an actor is at home: the London-based group in Britain; who serves a body of no country travels."""
    if seat:
        return None if actor.actor_kind == "person" else seat
    based = None if actor.country_iso3 else _BASED.match(actor.name)
    there = load_gazetteer().lookup(based[1])[:1] if based else ()
    return there[0].iso3 if there else land_of(actor)


def _home_of_hosts(kept: Kept, found: Any) -> Home | None:
    """Return where those are at home who receive somebody, or meet "visiting" ones or envoys."""
    rule = kept.told.candidate.match.trigger.rule_id
    parts = ("host", "mediator") if "host" in rule else ("host",)  # "hosted talks between X and Y"
    hosts = {reach.mention.actor_id for reach in kept.participants if reach.role in parts}
    visitors = {reach.mention.actor_id for reach in kept.participants if _is_visiting(kept.told.parse, reach.mention)}
    if visitors and not hosts:
        hosts = {reach.mention.actor_id for reach in kept.participants} - visitors
    posted = _posted(found)
    if not hosts:
        hosts = _met_by_envoys(kept, found, posted)
    homes = {found.actors[host].country_iso3 for host in hosts} - {None}
    return Home(homes.pop(), False) if len(homes) == 1 and posted.isdisjoint(hosts) else None


def _met_by_envoys(kept: Kept, found: Any, posted: set[int]) -> set[int]:
    """Return whom envoys of other countries meet, if anybody."""
    ids = {reach.mention.actor_id for reach in kept.participants}
    envoys = {actor_id for actor_id in ids if actor_id in posted or _POSTED.search(found.actors[actor_id].name)}
    sent_by = {found.actors[envoy].country_iso3 for envoy in envoys}
    met = ids - envoys
    return met if envoys and all(found.actors[one].country_iso3 not in sent_by for one in met) else set()


def _is_visiting(parse: Parse, mention: Any) -> bool:
    """Say whether somebody is told to be a guest: "met visiting Premier Ada Roe"."""
    unit = parse.unit_at(mention.token_start)
    before = range(max(0, unit - _TITLED), unit)
    return any(parse.words[u] == "visiting" and parse.tags[u] == "N" for u in before)


_TITLED = 3  # units from the word to the name


def _posted(found: Any) -> set[int]:
    """Return who lives abroad by his post."""
    return {role.actor_id for role in found.roles if _POSTED.search(role.role_title)}


def _posting(doers: Sequence[Any]) -> Home | None:
    """Return where an embassy or an ambassador is that does it, as the name tells: "the French embassy in Oslo"."""
    told = {match[1] for actor in doers if (match := _POSTED_AT.search(actor.name))}
    if not told or len(doers) > 1:
        return None
    there = load_gazetteer().lookup(told.pop())
    best = max(there, key=lambda entry: entry.weight, default=None)
    return Home(best.iso3, True) if best is not None and best.iso3 else None


def _doers(kept: Kept) -> set[int]:
    """Return who does an act; of one of words that nobody is told to do, who tells it: "X was a tyrant, Y said"."""
    ids = {reach.mention.actor_id for reach in kept.participants if reach.role == "source"}
    speaker = kept.told.speaker if way_of(kept.kind) in _PERSONS else None
    return ids or ({speaker.actor_id} if speaker is not None else set())


def _is_at_united_nations(kept: Kept, found: Any) -> bool:
    """Say whether a state acts at the United Nations: "vetoed a resolution", "accused X at the Security Council"."""
    bodies = (found.actors[reach.mention.actor_id].registry_id or "" for reach in kept.participants)
    return "veto" in kept.told.candidate.match.trigger.rule_id or any(map(_UNITED_NATIONS.match, bodies))


def _tries_out(kept: Kept) -> bool:
    """Say whether arms are tried out or shown: "tested a missile", not "deployed missiles"."""
    wording = kept.told.candidate.match.trigger.rule_id
    return kept.kind == "MOBILIZE" and kept.mode == "weapons" and _TRIED_OUT.search(wording) is not None


def _home_of_exercise(kept: Kept, found: Any) -> Home | None:
    """Return whose guests American forces are in an exercise with one other country."""
    if kept.mode != "exercise" and kept.kind != "MOBILIZE":
        return None
    partners = [reach for reach in kept.participants if reach.role != "target"]
    homes = {found.actors[reach.mention.actor_id].country_iso3 for reach in partners} - {None}
    others = homes - {_GUEST}
    return Home(others.pop(), False) if _GUEST in homes and len(others) == 1 else None
