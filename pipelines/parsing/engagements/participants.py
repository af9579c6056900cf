"""Who may take part in a claim: the actors in reach of it, with what grammar and position say of each.

What belongs here: gathering the actors around a wording, and their cues. What does not: judging them (``taking_part``).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.named_cues import Cues

LEAST_STANDING = 0.3  # below it, what was taken for an actor is hardly one
_CLAUSE_TAGS = frozenset(";SR")
_PATH = 7  # units of the way to the wording that are told one by one


@dataclass(slots=True)
class Reach:
    """An actor in reach of a claim.

    Attributes:
        mention: Its mention nearest to the wording.
        role: The part that the frame gives it, or empty; once judged, the part it takes.
        cues: For the linear judgement.
        score: Probability that it takes this part, once judged.
    """

    mention: Any
    role: str
    cues: Cues
    score: float = 0.0


def actors_in_reach(told: Told) -> list[Reach]:
    """Return the actors of the sentence, its speaker, and those around that it may leave unsaid, each once."""
    candidate, parse = told.candidate, told.parse
    unit, kind = candidate.match.unit, candidate.match.trigger.engagement_type
    slots: dict[int, tuple[str, str, str]] = {}
    filling: set[int] = set()
    for role, mention, how, name in candidate.slots:
        if slots.setdefault(mention.actor_id, (role, how, name)) == (role, how, name):
            filling.add(id(mention))
    elsewhere = _elsewhere(told)
    units: dict[int, list[tuple[int, Any]]] = {}
    for u, mention in enumerate(parse.mention):
        if mention is not None:
            for one in (mention, *mention.fellows):
                units.setdefault(one.actor_id, []).append((u, one))
    filled = _shape(told), _sure(told)
    out: list[Reach] = []
    for actor_id, places in units.items():
        u, mention = min(places, key=lambda p: (id(p[1]) not in filling, abs(p[0] - unit)))
        out.append(_reach(told, filled, mention, u, slots.get(actor_id)))
        if actor_id in elsewhere:
            slotted = actor_id in slots
            out[-1].cues.facts += [(_elsewhere_cues, part, slotted, kind) for part in elsewhere[actor_id]]
    reasons: dict[int, tuple[Any, dict[str, None]]] = {}
    for name, mention in (("speaker", told.speaker), *told.around):
        if mention is not None:
            reasons.setdefault(mention.actor_id, (mention, {}))[1][name] = None
    for reach in out:
        reach.cues.names += [f"inside={name}" for name in reasons.get(reach.mention.actor_id, (None, ()))[1]]
    shape, sure = filled
    inside = len(out)
    for actor_id, (mention, names) in reasons.items():
        if actor_id in units:
            continue
        reach = _reach(told, filled, mention, None, slots.get(actor_id))
        reach.cues.facts += [(_outside_cues, name, mention.kind, kind) for name in names]
        reach.cues.facts += [(_missing_cues, name, shape, candidate.subject_found, sure) for name in names]
        reach.cues.names.append(f"outside:{len(units)}")
        out.append(reach)
    _add_parties(out, inside, kind, slots)
    return out


def _add_parties(reaches: list[Reach], inside: int, kind: str, slots: dict[int, tuple[str, str, str]]) -> None:
    """Add each actor's sector, and which of the others in the sentence, the first ``inside``, are of its country."""
    sides = [
        (n, r.mention.country, r.mention.kind, SIDES[r.role] if r.role else "none")
        for n, r in enumerate(reaches[:inside])
        if r.mention.country
    ]
    for n, reach in enumerate(reaches):
        m = reach.mention
        slot = slots[m.actor_id][2] if m.actor_id in slots else "none" if n < inside else "outside"
        reach.cues.facts.append((_sector_cues, m.sector or "unknown", m.kind, slot, kind))
        if m.country:
            others = {(country == m.country, other, side) for k, country, other, side in sides if k != n}
            reach.cues.facts += [(_beside_cues, *other, slot, m.kind, kind) for other in others]


def _beside_cues(same: bool, other: str, side: str, slot: str, actor_kind: str, kind: str) -> tuple[str, ...]:
    beside = f"beside={'same' if same else 'other'}:{other}:{side}:{slot}:{actor_kind}"
    return beside, f"{beside}:{kind}"


def _sector_cues(sector: str, actor_kind: str, slot: str, kind: str) -> tuple[str, ...]:
    told = f"sector={sector}"
    return told, f"{told}:{kind}", f"{told}:{slot}", f"{told}:{slot}:{actor_kind}:{kind}"


def _outside_cues(name: str, actor_kind: str, kind: str) -> tuple[str, ...]:
    return f"outside={name}", f"outside={name}:{kind}", f"outside={name}:{actor_kind}"


def _missing_cues(name: str, shape: str, found: str, sure: str) -> tuple[str, ...]:
    return f"outside={name}:{shape}", f"outside={name}:{found}", f"outside={name}:sure={sure}"


def _shape(told: Told) -> str:
    """Which sides the frame has filled: tells whether somebody is still missing."""
    return "".join(sorted({SIDES[role] for role, _, _, _ in told.candidate.slots})) or "none"


def _sure(told: Told) -> str:
    """Which sides somebody fills as a whole noun phrase: who else is near seldom takes part there.

    Where all take the same part, two of them are both sides.
    """
    heads = {(SIDES[role], m.actor_id) for role, m, how, _ in told.candidate.slots if how == "head"}
    sides = "".join(sorted({side for side, _ in heads})) or "none"
    return _BOTH if sides == "p" and len(heads) > 1 else sides


_BOTH = "ab"


def _elsewhere(told: Told) -> dict[int, set[str]]:
    """Actor to its parts in the acts told beside this one: who accuses there may be nobody here."""
    parts: dict[int, set[str]] = {}
    for where, other in (("prev", told.before), ("next", told.after)):
        if other is not None:
            kind = other.match.trigger.engagement_type
            for role, mention, _, _ in other.slots:
                parts.setdefault(mention.actor_id, set()).add(f"{where}={SIDES[role]}:{kind}")
    return parts


def _elsewhere_cues(part: str, slotted: bool, kind: str) -> tuple[str, ...]:
    return f"{part}:{slotted}", f"{part}:{slotted}:{kind}"


def _reach(
    told: Told, filled: tuple[str, str], mention: Any, u: int | None, slot: tuple[str, str, str] | None
) -> Reach:
    shape, sure = filled
    candidate, trigger = told.candidate, told.candidate.match.trigger
    kind, found = trigger.engagement_type, candidate.subject_found
    cues = Cues((), [(_actor_cues, int(10 * mention.standing), bool(slot), mention.kind, kind, shape)])
    if slot:
        cues.facts.append((_slot_cues, slot, trigger.pos, kind, mention.kind))
        cues.names.append(f"slot={slot[2]}:{slot[1]}:rule={trigger.rule_id}")
        if slot[2] == "subj":
            cues.facts.append((_found_cues, found, SIDES[slot[0]]))
    else:
        cues.facts.append((_no_slot_cues, kind, shape, trigger.frame_name, mention.kind, sure))
    if told.speaker is not None and told.speaker.actor_id == mention.actor_id:
        cues.facts.append((_speaker_cues, bool(slot), kind, found, sure))
    if u is not None:
        _add_position(cues, told, mention, u, bool(slot))
    return Reach(mention, slot[0] if slot else "", cues)


def _actor_cues(standing: int, slotted: bool, actor_kind: str, kind: str, shape: str) -> tuple[str, ...]:
    told = f"standing={standing}"
    return (told, f"{told}:{slotted}", f"kind={actor_kind}", f"kind={actor_kind}:{kind}", f"shape={shape}")


def _slot_cues(slot: tuple[str, str, str], pos: str, kind: str, actor_kind: str) -> tuple[str, ...]:
    role, how, name = slot
    here, side = f"slot={name}", f"side={SIDES[role]}"
    return (
        here, f"{here}:{how}", f"{here}:{pos}", f"{here}:{kind}", f"{here}:{actor_kind}",
        side, f"{side}:{how}", f"{side}:{kind}", f"{side}:{actor_kind}",
    )  # fmt: skip


def _found_cues(found: str, side: str) -> tuple[str, ...]:
    return f"found={found}", f"found={found}:{side}"


def _speaker_cues(slotted: bool, kind: str, found: str, sure: str) -> tuple[str, ...]:
    here = f"is_speaker:{slotted}"
    return "is_speaker", f"is_speaker:{kind}", f"is_speaker:{found}", here, f"{here}:{sure}", f"{here}:{sure}:{kind}"


def _no_slot_cues(kind: str, shape: str, frame: str, actor_kind: str, sure: str) -> tuple[str, ...]:
    here = "slot=none"
    return (
        here, f"{here}:{kind}", f"{here}:{shape}", f"{here}:{frame}", f"{here}:{shape}:{kind}",
        f"{here}:{actor_kind}:{shape}", f"{here}:sure={sure}", f"{here}:sure={sure}:{kind}",
    )  # fmt: skip


def _add_position(cues: Cues, told: Told, mention: Any, u: int, slotted: bool) -> None:
    """Add where an actor stands and what lies between it and the wording."""
    parse, unit = told.parse, told.candidate.match.unit
    tags, words = parse.tags, parse.words
    side = "left" if u < unit else "right"
    between = tags[min(u, unit) + 1 : max(u, unit)]
    before = tags[u - 1] if u else "^"
    tag = "in" if slotted else "out"
    clause = not _CLAUSE_TAGS.isdisjoint(between)
    first = "V" not in tags[:u]
    cues.facts.append((_way_cues, tag, side, len(between), min(between.count("V"), 3), clause, "," in between))
    cues.facts.append((_mention_cues, tag, mention.possessive, mention.is_place_like, mention.is_pronoun, first))
    cues.names.append(f"{tag}:before={words[u - 1] if before == 'P' else before}")
    cues.names += _words_about(told, u, tag, side, between)
    if 0 <= u + (-1 if u > unit else 1) < len(tags) and _coordinated(parse, u, unit):
        cues.names += [f"{tag}:listed={side}", f"{tag}:listed:{told.candidate.match.trigger.frame_name}"]
    if mention.attributive:
        cues.names += [f"{tag}:attributive", f"{tag}:attributive={words[u + 1] if u + 1 < len(words) else ''}"]


def _mention_cues(tag: str, possessive: bool, place_like: bool, pronoun: bool, first: bool) -> list[str]:
    names = ["possessive"] * possessive + ["place_like"] * place_like + ["pronoun"] * pronoun
    return [f"{tag}:{name}" for name in names + ["before_any_verb"] * first]


def _words_about(told: Told, u: int, tag: str, side: str, between: list[str]) -> list[str]:
    """The words beside an actor, the way from it to the wording, and the wording itself."""
    parse, unit = told.parse, told.candidate.match.unit
    way = "".join(between) if len(between) <= _PATH else f"{''.join(between[:3])}-{''.join(between[-3:])}"
    over = {parse.lemma[k] for k in range(min(u, unit) + 1, max(u, unit)) if parse.tags[k] == "V"}
    beside = [(d, u + d) for d in (-2, -1, 1, 2) if 0 <= u + d < len(parse.words)]
    return [
        f"{tag}:{side}:rule={told.candidate.match.trigger.rule_id}",
        f"{tag}:{side}:path={way}",
        f"{tag}:{side}:actors={min(between.count('A'), 4)}",
        *[f"{tag}:over={side}:{lemma}" for lemma in over],
        *[f"{tag}:w{d:+d}={'A' if parse.mention[k] is not None else parse.words[k]}" for d, k in beside],
    ]


def _way_cues(tag: str, side: str, size: int, verbs: int, clause: bool, comma: bool) -> tuple[str, ...]:
    """What lies between an actor and the wording: how many units, and of what kinds."""
    away = ("0", "2", "5", "10", "far")[bisect_right((1, 3, 6, 11), size)]
    return (
        f"{tag}:{side}", f"{tag}:away={side}{away}", f"{tag}:verbs={side}{verbs}",
        *((f"{tag}:clause_between",) if clause else ()), *((f"{tag}:comma_between={side}",) if comma else ()),
    )  # fmt: skip


def _coordinated(parse: Any, u: int, unit: int) -> bool:
    """Whether a list joins this actor to one nearer to the wording: "met A, B and C"."""
    step = -1 if u > unit else 1
    k = u + step
    while 0 < k < len(parse.tags) - 1 and parse.tags[k] in "ND'B":
        k += step
    return parse.tags[k] in ",C" and parse.tags[min(max(k + step, 0), len(parse.tags) - 1)] in "AN"
