"""Who undergoes an act that a noun tells, and who did it, where the clause around the noun says so.

What belongs here: the verbs of harm over and after a noun of attack ("the raid that killed X", "was killed in Y's
raid"), the verbs that lay it to somebody ("a blast claimed by X"), and the clause of a charge ("the claim that X
lies"). What does not: the noun's own phrase (``noun_frames``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_right
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_HARM = frozenset("damage destroy devastate hit hurt injure kill level maim ravage slay strike target wound".split())
_IN = frozenset(("by", "during", "in"))


def put_undergoer(candidate: Candidate, parse: Parse, start: int, ruler: int) -> None:
    """Add to whom an act is done by the clause around the noun that tells it, where nobody is known yet.

    Args:
        candidate: The act that a noun tells.
        parse: The sentence.
        start: First unit of the noun's phrase.
        ruler: Unit of the verb over or under it, or -1.
    """
    trigger, end = candidate.match.trigger, candidate.match.end
    if trigger.frame.get("subj") != "source" or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    if trigger.engagement_type == "ASSAULT":
        put_undergoer_after(candidate, parse)
        slot = _after_it(parse, end, ruler) or _over_it(parse, start, ruler)
        put(candidate, slot if slot and slot.how == "head" else None, "obj", "target")
    elif trigger.engagement_type in _SAID and parse.words[end - 1] == "that":
        said = noun_phrase(parse, end)[0]
        put(candidate, Slot(said.mentions, "of") if said else None, "of", "target")


def put_undergoer_after(candidate: Candidate, parse: Parse) -> None:
    """Add whom an attack is meant to harm or harmed: "sent drones to strike X", "ordered the raid that killed X"."""
    end, trigger = candidate.match.end, candidate.match.trigger
    if trigger.engagement_type != "ASSAULT" or any(role == "target" for role, _, _, _ in candidate.slots):
        return
    if parse.tags[end : end + 2] == ["T", "V"] and parse.lemma[end + 1] in _HARM | _MEANT:
        slot = complements(parse, end + 2)[0]
    elif trigger.pos == "v" and parse.words[end - 1] in _ATTACKS:  # "ordered the strike that killed X"
        slot = _after_it(parse, end, -1)
    else:
        return
    put(candidate, slot if slot and slot.how == "head" else None, "obj", trigger.frame.get("obj"))


_MEANT = frozenset("attack bomb bombard clear disperse fight push quell raid repel scatter shell storm".split())
_SAID = frozenset(("ACCUSE", "REQUEST"))


def _after_it(parse: Parse, end: int, ruler: int) -> Slot | None:
    """Return whom the verb after a noun harms: "the raid that killed X", "the raid killed X"."""
    relative = skip(parse, end, "ABDNP'")  # "the raid by Y on Friday that killed X"
    verb = skip(parse, relative + 1, "BXG") if parse.words[relative : relative + 1] in (["that"], ["which"]) else ruler
    if verb < end or verb >= len(parse.tags) or parse.lemma[verb] not in _HARM or verb_group(parse, verb).passive:
        return None
    return complements(parse, verb + 1)[0]


def _over_it(parse: Parse, start: int, ruler: int) -> Slot | None:
    """Return whom the verb harms that a noun stands in or by: "X was killed by shelling", "X died in a raid"."""
    if not 0 <= ruler < start or parse.words[start - 1] not in _IN:
        return None
    group = verb_group(parse, ruler)
    if parse.lemma[ruler] == "die" or (group.passive and parse.lemma[ruler] in _HARM):
        return subject_of(parse, group)[0]
    return complements(parse, ruler + 1)[0] if parse.lemma[ruler] in _HARM and not group.passive else None


_WITHIN = frozenset(("in", "during"))
_ATTACKS = frozenset(
    "airstrike airstrikes ambush ambushes assault assaults attack attacks bombing bombings bombardment crackdown raid "
    "raids shelling shooting strike strikes".split()
)


def attacker_within(parse: Parse, first: int, end: int) -> Slot | None:
    """Return whose the attack is in which somebody suffers: "was killed in an Israeli raid", "died in X's attack".

    Args:
        parse: The sentence.
        first: The unit after the verb.
        end: The unit after its wording.
    """
    n = len(parse.tags)
    at = next((k for k in range(first, min(end + 1, n)) if parse.words[k] in _WITHIN), n)
    stop = chunk_right(parse, at + 1) if at + 1 < n else n
    if at >= n or parse.words[stop - 1] not in _ATTACKS:
        return None
    whose = actors_in_chunk(parse, at + 1, stop)
    if whose is None or whose.how == "head" or whose.mentions[0].is_place_like:
        return None
    return Slot(whose.mentions, "head")


def put_striker(candidate: Candidate, parse: Parse, group: VerbGroup, subject: Slot | None) -> None:
    """Add who does the act that a verb of attack tells: its subject, or who sent what strikes."""
    frame = candidate.match.trigger.frame
    if subject and candidate.subject_found == "relative" and _is_where(parse, subject):
        return
    put(candidate, _whose_strike(parse, subject), "subj", frame.get("subj"))
    if subject is None:
        put(candidate, _sender_before(parse, group.start), "by", frame.get("by"))


def _is_where(parse: Parse, slot: Slot) -> bool:
    """Say whether a state only tells where what struck was: "a blast in the east of Mali that killed X"."""
    before = skip_back(parse, parse.unit_at(slot.mentions[0].token_start) - 1, "D")
    return slot.mentions[0].kind == "state" and before > 0 and parse.words[before] in _WHERE


_WHERE = frozenset("across around at from in inside near of on outside over".split())


def put_harm(candidate: Candidate, parse: Parse, group: VerbGroup) -> None:
    """Add whom the verb after an attack harms, and let who repels one undergo it."""
    put_undergoer_after(candidate, parse)
    if not group.passive:
        _turn_round(candidate, parse)
    if candidate.match.trigger.engagement_type in _TO_THINGS:
        candidate.slots = [(role, m, _as_hit(parse, m, how, slot), slot) for role, m, how, slot in candidate.slots]


def _as_hit(parse: Parse, mention: Any, how: str, slot: str) -> str:
    """Name how surely it is done to somebody: as surely as if named alone, where it is their post or ship."""
    if slot not in _ONTO or how != "inner":
        return how
    noun = parse.words[chunk_right(parse, parse.unit_at(mention.token_start)) - 1]
    return "head" if noun in _HELD or noun.removesuffix("s") in _HELD else how


_TO_THINGS = frozenset(("ASSAULT", "COERCE"))
_ONTO = frozenset(("at", "obj", "on", "to"))
_HELD = frozenset(
    "airbase airfield airliner barracks base boat bunker camp checkpoint compound consulate convoy depot embassy "
    "freighter garrison headquarters helicopter installation jet mission outpost patrol plane position post ship "
    "station stronghold tank tanker trawler truck vehicle vessel warship".split()
)


def _whose_strike(parse: Parse, slot: Slot | None) -> Slot | None:
    """Return who strikes, as surely as if they were named alone, where their attack or weapon is the subject: "a
    Chadian raid killed X"; nobody where that is only the place ("a raid in Mali that killed X").
    """
    if slot is None or not slot.mentions:
        return slot
    doer = slot.mentions[0]
    if slot.how not in ("inner", "poss"):
        return None if doer.is_place_like else slot
    noun = parse.words[chunk_right(parse, parse.unit_at(doer.token_start)) - 1]
    return Slot(slot.mentions, "head") if noun in _ATTACKS or noun.rstrip("s") in _WEAPONS else slot


def aimed(match: Match, preposition: str) -> str:
    """Name the slot of a preposition: what is fired into or towards X is fired at X, which is no mere place."""
    fired = match.trigger.engagement_type == "ASSAULT" and match.trigger.head in _FIRED
    if match.trigger.frame_name == "deploy" and preposition in _BESIDE:  # "stationed ships off X"
        return "near"
    return "at" if fired and preposition in ("into", "toward", "towards") else preposition


_FIRED = frozenset(("fire", "launch", "lob", "shoot"))
_BESIDE = frozenset(("off", "outside"))


def _turn_round(candidate: Candidate, parse: Parse) -> None:
    """Let who repels an attack undergo it, and whose or by whom it is do it: "X repelled an attack by Y"."""
    match = candidate.match
    if match.trigger.engagement_type != "ASSAULT" or parse.lemma[match.unit] not in _REPEL:
        return
    noun = match.end - 1 if parse.words[match.end - 1] in _REPELLED else chunk_right(parse, match.end) - 1
    if noun <= match.unit or parse.words[noun] not in _REPELLED:
        return
    whose = actors_in_chunk(parse, match.unit + 1, noun)
    doers = [whose, complements(parse, noun + 1)[1].get("by")]
    done_by = {m.actor_id for slot in doers if slot for m in slot.mentions}
    undergone = [("target", m, how, name) for _, m, how, name in candidate.slots if m.actor_id not in done_by]
    candidate.slots[:] = undergone
    for slot in filter(None, doers):
        put(candidate, Slot(slot.mentions, "head"), "by", "source")


_REPEL = frozenset("beat fend rebuff repel repulse thwart ward".split())
_REPELLED = frozenset(
    "advance ambush assault assaults attack attacks incursion incursions infiltration invasion offensive offensives "
    "onslaught raid raids".split()
)


def is_no_riot(candidate: Candidate) -> bool:
    """Say whether a riot is told of who bears arms: rebels that storm a base or burn a town protest against nothing."""
    trigger = candidate.match.trigger
    if trigger.engagement_type != "PROTEST" or trigger.mode not in ("riot", "vandalize"):
        return False
    return any(role == "source" and m.sector in _ARMED and how == "head" for role, m, how, _ in candidate.slots)


_ARMED = frozenset(("COP", "MIL", "REB"))


def _sender_before(parse: Parse, u: int) -> Slot | None:
    """Return who sent what strikes, whose verb starts at a unit: "a drone launched by X hit", "a bomb laid by X"."""
    by = skip_back(parse, u - 1, "ANDB'")
    while by > 1 and parse.tags[by] == "P" and parse.words[by] != "by":  # "fired by X from Y hit"
        by = skip_back(parse, by - 1, "ANDB'")
    if by < 2 or parse.words[by] != "by" or parse.lemma[by - 1] not in _SENT:
        return None
    return noun_phrase(parse, by + 1)[0] if parse.words[by - 2].rstrip("s") in _WEAPONS else None


_SENT = frozenset("aim detonate drop fire launch lay lob plant send".split())
_WEAPONS = frozenset(
    "bomb bullet device drone explosive grenade mine missile mortar munition projectile rocket round shell torpedo "
    "warplane".split()
)


def undergoer_within(candidate: Candidate, parse: Parse, start: int, group: VerbGroup) -> Slot | None:
    """Return to whom an act of one side is done in which a verb is done to them, where nobody is known yet: "X was
    hurt in a raid", "ousted X in a coup".
    """
    known = any(role == "target" for role, _, _, _ in candidate.slots)
    if known or candidate.match.trigger.frame.get("subj") != "source" or parse.words[start - 1] not in _WITHIN:
        return None
    return subject_of(parse, group)[0] if group.passive else complements(parse, group.verb + 1)[0]


def answerable(parse: Parse, u: int, kind: str) -> Slot | None:
    """Return to whom an act is laid whose noun ends before unit ``u``: "an attack that was blamed on X", "a blast in
    Y claimed by X"; and who can do it: "the release of two sailors held by X".

    Args:
        parse: The sentence.
        u: The unit after the noun.
        kind: Type of the act.
    """
    verb = skip(parse, u, "ABDNOPRSX'") if kind in _LAID else len(parse.tags)
    if verb >= len(parse.tags) or parse.tags[verb] != "V" or parse.kind[verb] not in ("part", "past"):
        return None
    preposition = _LAID[kind].get(parse.lemma[verb], "")
    return complements(parse, verb + 1)[1].get(preposition) if preposition else None


_LAID = {
    "ASSAULT": {"attribute": "to", "blame": "on", "claim": "by"},
    "RETREAT": dict.fromkeys("abduct capture detain hold imprison jail kidnap seize".split(), "by"),
}


def put_named(candidate: Candidate, parse: Parse, frame: dict[str, str]) -> None:
    """Add who ends a noun's wording: whom it is done to ("release of five sailors"), or whose force moves
    ("withdrawal of Chadian troops").
    """
    match = candidate.match
    if match.end - 1 == match.unit:
        return
    named = parse.mention[match.end - 1]
    slot = Slot([named], "head") if named is not None else None
    if match.trigger.frame_name not in _MOVING:
        put(candidate, slot, "of", of_no_doer(frame))
    elif parse.words[match.unit + 1] == "of" and frame.get("of") == "source":  # and no "by" or owner tells who does it
        put(candidate, slot or actors_in_chunk(parse, match.unit + 2, match.end), "of", "source")


_MOVING = frozenset(("deploy", "lone"))  # frames of acts that are done with one's own force


def of_no_doer(frame: dict[str, str], last: str = "of") -> str | None:
    """The part of whoever stands after a wording's own preposition that the frame does not name: whom the act is done
    to, but no side of "talks on X", "a summit in X".
    """
    role = frame.get("of")
    matter = role == "participant" and last in _MATTER
    return None if matter or role in ("source", "host", "guest") else role


_MATTER = frozenset("about at in on over".split())
