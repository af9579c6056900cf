"""Who provoked an act that names nobody it is aimed at: "X accused Y. Y recalled its envoy", "Y vowed to retaliate".

What belongs here: the way back from such an act to who did something to its doer, to whom its doer did something, or
who holds what is asked for. What does not: denials, and judgements of an act that is named (``answers``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import verb_group

_SENTENCES = 2  # back to what provoked it
_LEAST_STRENGTH = 5  # of a wording that is surely an act
_HOSTILE = frozenset("ACCUSE ASSAULT COERCE MOBILIZE PROTEST REJECT REQUEST SANCTION THREATEN".split())
_LEAVING = frozenset(("withdraw", "discontinue"))  # modes of sanctions
_FREEING = frozenset("free freed freedom liberation release released".split())
_OWED = _FREEING | frozenset(
    "apologise apologize apology clarification compensation explanation reparations withdrawal".split()
)
_GIVEN_BACK = frozenset("freed handed released repatriated returned".split())
_OBJECTING = frozenset("complaint note objection protest protested protests".split())
_HOLDING = frozenset(("abduct", "arrest", "capture", "detain", "hold", "imprison", "jail", "kidnap", "seize"))
_RETURNED = frozenset(
    "action avenge consequences countermeasures force punish punishment reprisals respond response retaliate "
    "retaliation retaliatory retribution revenge vengeance".split()
)
_GOING_ON = frozenset(("REQUEST", "SANCTION", "THREATEN"))  # "X accused Y. X recalled its envoy"
_BREAKING = frozenset("break close cut downgrade end freeze halt recall retaliate sever shut suspend withdraw".split())
_REFUSING = frozenset(("decline", "refuse"))
_VOICING = frozenset(("express", "voice"))


def put_provoker(
    candidate: Candidate, parse: Parse, earlier: Sequence[Told], sentence: int, previous: Parse | None = None
) -> None:
    """Add to an act that names nobody it is aimed at the other side of what was told shortly before.

    Args:
        candidate: The act, its frame filled.
        parse: Its sentence.
        earlier: What was told before it in the article, in order.
        sentence: Index of its sentence.
        previous: The sentence before it, if it was read.
    """
    aims = _AIMED.get(candidate.match.trigger.engagement_type)
    if aims is None or "passive" in candidate.cues:
        return
    doers = [m for role, m, how, _ in candidate.slots if role == "source" and how == "head"]
    aimed = doers and any(aim(candidate, parse, doers) for aim in aims)
    if not aimed or not _names_nobody_else(parse, doers):
        return
    near = takewhile(lambda told: sentence - told.sentence <= _SENTENCES, reversed(earlier))
    others = next(filter(None, (_others(told, candidate, parse, doers) for told in near)), [])
    if not others and previous is not None and candidate.match.trigger.engagement_type != "REJECT":
        others = _doer_before(previous, doers)
    if others:
        candidate.slots = [slot for slot in candidate.slots if slot[0] != "target" or not slot[1].described]
        put(candidate, Slot(others, "head"), "obj", "target")


def _doer_before(previous: Parse, doers: Sequence[Any]) -> list[Any]:
    """Return who does what the sentence before tells, of a state that answers it and is named in it: "X's jets crossed
    into Y. Y protested".
    """
    if not all(d.country for d in doers) or not any(m is not None and is_of(m, doers) for m in previous.mention):
        return []
    verb = next((u for u, kind in enumerate(previous.kind) if kind in ("past", "s")), -1)
    if verb < 0 or previous.lemma[verb] in SAYING or verb_group(previous, verb).passive:
        return []
    slot, _ = subject_of(previous, verb_group(previous, verb))
    return [m for m in slot.mentions if m.country and not is_of(m, doers)] if slot and slot.how == "head" else []


def _others(told: Told, candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> list[Any]:
    """Return the other side of an act that was done to a doer or by one, or who holds what a doer asks for."""
    trigger, slots = told.candidate.match.trigger, told.candidate.slots
    if trigger.engagement_type not in _HOSTILE or int(trigger.strength) < _LEAST_STRENGTH:
        return []
    sources = [m for role, m, how, _ in slots if role == "source" and how == "head"]
    targets = [(m, how) for role, m, how, _ in slots if role == "target"]
    if candidate.match.trigger.engagement_type == "REJECT" and trigger.engagement_type != "REQUEST":
        return []
    if any(is_same(m, doers) for m, _ in targets):
        return [m for m in sources if not is_same(m, doers)]
    if _is_holding(told, parse):
        return [m for m in sources if not is_same(m, doers) and (m.sector == "REB" or not is_of(m, doers))]
    if any(is_of(m, doers) for m, _ in targets):
        return [m for m in sources if not is_of(m, doers)]
    kind = candidate.match.trigger.engagement_type
    if kind in _GOING_ON and any(is_same(m, doers) for m in sources):
        return [m for m, how in targets if how == "head" and not is_of(m, doers)]
    if kind == "ASSAULT" and trigger.engagement_type == "ACCUSE" and any(is_of(m, doers) for m in sources):
        return [m for m, how in targets if how == "head" and not is_of(m, doers)]  # "X blamed Y. X returned fire"
    if (
        kind not in ("ASSAULT", "REJECT")
        and trigger.engagement_type in _SHOWS_OF_FORCE
        and _objects(candidate, parse, doers)
    ):
        return [
            m for m in sources if (m.kind == "state" or m.country) and not is_of(m, doers)
        ]  # "X fired a missile. Y protested"
    return []


_SHOWS_OF_FORCE = frozenset(("ASSAULT", "MOBILIZE"))


def _is_holding(told: Told, parse: Parse) -> bool:
    held = told.parse.lemma[told.candidate.match.unit] in _HOLDING
    return held and (not _FREEING.isdisjoint(parse.words) or _are_given_back(parse, 0))


def _are_given_back(parse: Parse, start: int) -> bool:
    """Say whether it is told behind a unit that somebody or something be given back: "that the boats be returned"."""
    back = (u for u in range(start, len(parse.words)) if parse.words[u] in _GIVEN_BACK)
    return any("be" in parse.words[max(start, u - _PASSIVE) : u] for u in back)


_PASSIVE = 2  # units back to "be", with an adverb between


def _names_nobody_else(parse: Parse, doers: Sequence[Any]) -> bool:
    """Say whether a sentence names nobody of another country than its doers: who is meant is left unsaid."""
    named = (m for m in parse.mention if m is not None and not m.is_place_like)
    return all(is_of(m, doers) or (m.described and (not m.country or _is_abroad(parse, m))) for m in named)


def is_same(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether somebody is one of the doers."""
    return any(mention.actor_id == d.actor_id for d in doers)


def is_of(mention: Any, doers: Sequence[Any]) -> bool:
    """Say whether somebody is one of the doers, or of their country."""
    return is_same(mention, doers) or any(mention.country and mention.country == d.country for d in doers)


def _is_unaimed(candidate: Candidate, doers: Sequence[Any]) -> bool:
    """Say whether no target is told but the doers' own: "its ambassador"."""
    targets = [m for role, m, _, _ in candidate.slots if role == "target"]
    return all(is_of(m, doers) or (m.described and not m.country) for m in targets)


def _leaves(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    """Say whether a state breaks with another: "recalled its envoy", "cut ties", "closed its embassy in X"."""
    match, targets = candidate.match, [m for role, m, _, _ in candidate.slots if role == "target"]
    if match.trigger.mode not in _LEAVING or parse.lemma[match.unit] not in _BREAKING:
        return False
    return all(m.described and (not m.country or is_of(m, doers) or _is_abroad(parse, m)) for m in targets)


def _is_abroad(parse: Parse, mention: Any) -> bool:
    """Say whether it is told where somebody's post is: "its embassy in X"."""
    behind = parse.unit_at(mention.token_start) + 1
    return mention.described and parse.words[behind : behind + 1] == ["in"]


def _asks_what_is_owed(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    told = parse.words[candidate.match.unit : candidate.match.end + _NEAR]
    owed = not _OWED.isdisjoint(told) or _are_given_back(parse, candidate.match.end)
    return owed and _is_unaimed(candidate, doers)


def _strikes_back(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    """Say whether what is threatened answers something: "vowed to retaliate", "promised a harsh response"."""
    told = parse.words[candidate.match.unit : candidate.match.end + _NEAR]
    return not _RETURNED.isdisjoint(told) and _is_unaimed(candidate, doers)


def _objects(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    """Say whether a state, and no crowd, protests."""
    told = parse.words[candidate.match.unit : candidate.match.end]
    return _are_official(doers) and not _OBJECTING.isdisjoint(told) and _is_unaimed(candidate, doers)


def _refuses(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    alone = parse.lemma[candidate.match.unit] in _REFUSING and ends_there(parse, candidate.match.end)
    return alone and _is_unaimed(candidate, doers)


def _is_upset(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    alone = parse.lemma[candidate.match.unit] in _VOICING and ends_there(parse, candidate.match.end)
    return alone and _are_official(doers) and _is_unaimed(candidate, doers)


def _hits_back(candidate: Candidate, parse: Parse, doers: Sequence[Any]) -> bool:
    """Say whether what is done answers something, and tells not whom: "retaliated with tariffs", "returned fire"."""
    match = candidate.match
    told = parse.words[match.unit : match.end]
    back = parse.lemma[match.unit] == "retaliate" or (parse.lemma[match.unit] in _GIVING and told[-1:] in _BACK)
    return back and parse.words[match.end : match.end + 1] not in _AT and _is_unaimed(candidate, doers)


_GIVING = frozenset("fire hit return shoot strike".split())
_BACK = (["back"], ["fire"])
_AT = (["against"], ["at"], ["on"])


def _are_official(doers: Sequence[Any]) -> bool:
    return all(d.kind == "state" or d.sector == "GOV" for d in doers)


def ends_there(parse: Parse, end: int) -> bool:
    """Say whether nothing that a wording is about stands behind it: the clause ends, or tells only when."""
    return end >= len(parse.tags) or parse.tags[end] in ";,CB" or parse.words[end] in _ON


_ON = frozenset(("on", "after"))
_NEAR = 3  # units behind a wording
_AIMED = {
    "ACCUSE": (_is_upset, _objects, _hits_back),
    "ASSAULT": (_hits_back,),
    "PROTEST": (_objects,),
    "REJECT": (_refuses, _objects),
    "REQUEST": (_asks_what_is_owed,),
    "SANCTION": (_leaves, _hits_back),
    "THREATEN": (_strikes_back,),
}
