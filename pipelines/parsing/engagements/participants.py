"""Who takes part in a claim: the actors in reach of it, judged one by one over what grammar and position say.

What belongs here: gathering the actors around a wording, their cues, and their parts. What does not: the act itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.linear import LinearModel

LEAST_STANDING = 0.3  # below it, what was taken for an actor is hardly one
_SIDES = {"source": "a", "guest": "a", "target": "b", "host": "b", "participant": "p", "mediator": "m"}


@dataclass(slots=True)
class Reach:
    """An actor in reach of a claim.

    Attributes:
        mention: Its mention nearest to the wording.
        role: The part that the frame gives it, or empty.
        cues: For the linear judgement.
        score: Probability that it takes part, once judged.
    """

    mention: Any
    role: str
    cues: set[str]
    score: float = 0.0


def actors_in_reach(told: Told) -> list[Reach]:
    """Return the actors of the sentence, its speaker, and those around that it may leave unsaid, each once."""
    candidate, parse = told.candidate, told.parse
    unit = candidate.match.unit
    slots: dict[int, tuple[str, str, str]] = {}
    for role, mention, how, name in candidate.slots:
        slots.setdefault(mention.actor_id, (role, how, name))
    units: dict[int, list[int]] = {}
    for u, mention in enumerate(parse.mention):
        if mention is not None:
            units.setdefault(mention.actor_id, []).append(u)
    out: list[Reach] = []
    for actor_id, places in units.items():
        nearest = min(places, key=lambda u: abs(u - unit))
        out.append(_reach(told, parse.mention[nearest], nearest, slots.get(actor_id), actor_id))
    outside: dict[int, tuple[Any, set[str]]] = {}
    for name, mention in (("speaker", told.speaker), *told.around):
        if mention is not None and mention.actor_id not in units:
            outside.setdefault(mention.actor_id, (mention, set()))[1].add(name)
    for actor_id, (mention, names) in outside.items():
        reach = _reach(told, mention, None, slots.get(actor_id), actor_id)
        for name in names:
            reach.cues |= {f"outside={name}", f"outside={name}:{_kind(told)}", f"outside={name}:{_shape(told)}"}
            reach.cues.add(f"outside={name}:{mention.kind}")
            reach.cues.add(f"outside={name}:{told.candidate.subject_found}")
        reach.cues.add(f"outside:{len(units)}")
        out.append(reach)
    return out


def _kind(told: Told) -> str:
    return told.candidate.match.trigger.engagement_type


def _shape(told: Told) -> str:
    """Which sides the frame has filled: tells whether somebody is still missing."""
    return "".join(sorted({_SIDES[role] for role, _, _, _ in told.candidate.slots})) or "none"


def _reach(told: Told, mention: Any, u: int | None, slot: tuple[str, str, str] | None, actor_id: int) -> Reach:
    trigger = told.candidate.match.trigger
    kind = trigger.engagement_type
    standing = f"standing={int(10 * mention.standing)}"
    cues = {
        standing,
        f"{standing}:{bool(slot)}",
        f"kind={mention.kind}",
        f"kind={mention.kind}:{kind}",
        f"shape={_shape(told)}",
    }
    role = ""
    if slot:
        role, how, name = slot
        cues |= {
            f"slot={name}",
            f"slot={name}:{how}",
            f"slot={name}:{trigger.pos}",
            f"slot={name}:{kind}",
            f"slot={name}:{mention.kind}",
        }
        if name == "subj":
            cues.add(f"found={told.candidate.subject_found}")
    else:
        cues |= {"slot=none", f"slot=none:{kind}", f"slot=none:{_shape(told)}", f"slot=none:{trigger.frame_name}"}
    if told.speaker is not None and told.speaker.actor_id == actor_id:
        cues |= {
            "is_speaker",
            f"is_speaker:{kind}",
            f"is_speaker:{bool(slot)}",
            f"is_speaker:{told.candidate.subject_found}",
        }
    if u is not None:
        cues |= _position_cues(told, mention, u, bool(slot))
    return Reach(mention, role, cues)


def _position_cues(told: Told, mention: Any, u: int, slotted: bool) -> set[str]:
    parse, unit = told.parse, told.candidate.match.unit
    side = "left" if u < unit else "right"
    low, high = min(u, unit) + 1, max(u, unit)
    between = parse.tags[low:high]
    away = (
        "0"
        if high - low < 1
        else "2"
        if high - low < 3
        else "5"
        if high - low < 6
        else "10"
        if high - low < 11
        else "far"
    )
    before = parse.tags[u - 1] if u else "^"
    word = parse.words[u - 1] if before == "P" else before
    tag = "in" if slotted else "out"
    cues = {
        f"{tag}:{side}",
        f"{tag}:away={side}{away}",
        f"{tag}:before={word}",
        f"{tag}:verbs={side}{min(between.count('V'), 3)}",
    }
    if any(t in ";SR" for t in between):
        cues.add(f"{tag}:clause_between")
    if "," in between:
        cues.add(f"{tag}:comma_between={side}")
    if 0 <= u + (-1 if u > unit else 1) < len(parse.tags) and _coordinated(parse, u, unit):
        cues |= {f"{tag}:listed={side}", f"{tag}:listed:{told.candidate.match.trigger.frame_name}"}
    if getattr(mention, "possessive", False):
        cues.add(f"{tag}:possessive")
    if getattr(mention, "is_place_like", False):
        cues.add(f"{tag}:place_like")
    if getattr(mention, "attributive", False):
        cues |= {f"{tag}:attributive", f"{tag}:attributive={parse.words[u + 1] if u + 1 < len(parse.words) else ''}"}
    if getattr(mention, "is_pronoun", False):
        cues.add(f"{tag}:pronoun")
    if u == 0 or not any(t == "V" for t in parse.tags[:u]):
        cues.add(f"{tag}:before_any_verb")
    return cues


def _coordinated(parse: Any, u: int, unit: int) -> bool:
    """Whether a list joins this actor to one nearer to the wording: "met A, B and C"."""
    step = -1 if u > unit else 1
    k = u + step
    while 0 < k < len(parse.tags) - 1 and parse.tags[k] in "ND'B":
        k += step
    return parse.tags[k] in ",C" and parse.tags[min(max(k + step, 0), len(parse.tags) - 1)] in "AN"


def choose_participants(told: Told, reaches: list[Reach], model: LinearModel, threshold: float) -> list[Reach]:
    """Judge the actors in reach and return those who take part, each with its role."""
    for reach in reaches:
        reach.score = model.probability(reach.cues)
    chosen = [r for r in reaches if r.score >= threshold and r.mention.standing >= LEAST_STANDING]
    filled = {_SIDES.get(r.role) for r in chosen if r.role}
    for reach in chosen:
        if not reach.role:
            reach.role = _missing_role(told, reach, filled)
    return chosen


def _missing_role(told: Told, reach: Reach, filled: set[str | None]) -> str:
    """The role of an actor that no slot holds: the side that is still empty, the speaker and the left side first."""
    roles = set(told.candidate.match.trigger.frame.values())
    if "participant" in roles:
        return "participant"
    first, second = ("guest", "host") if "guest" in roles else ("source", "target")
    if "a" not in filled or second not in roles:
        filled.add("a")
        return first
    if "b" not in filled:
        return second
    unit = told.parse.unit_at(reach.mention.token_start)
    return first if 0 <= unit < told.candidate.match.unit else second
