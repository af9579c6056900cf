"""Who takes part in a claim: the actors in reach of it, judged one by one over what grammar and position say.

What belongs here: gathering the actors around a wording, their cues, and their parts. What does not: the act itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.linear import ChoiceModel

LEAST_STANDING = 0.3  # below it, what was taken for an actor is hardly one
NO_PART = "none"


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
    reasons: dict[int, tuple[Any, list[str]]] = {}
    for name, mention in (("speaker", told.speaker), *told.around):
        if mention is not None:
            reasons.setdefault(mention.actor_id, (mention, []))[1].append(name)
    for reach in out:
        for name in reasons.get(reach.mention.actor_id, (None, []))[1]:
            reach.cues.add(f"inside={name}")
    for actor_id, (mention, names) in reasons.items():
        if actor_id in units:
            continue
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
    return "".join(sorted({SIDES[role] for role, _, _, _ in told.candidate.slots})) or "none"


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
        side = SIDES[role]
        cues |= {f"side={side}", f"side={side}:{how}", f"side={side}:{kind}", f"side={side}:{mention.kind}"}
        if name == "subj":
            cues |= {f"found={told.candidate.subject_found}", f"found={told.candidate.subject_found}:{side}"}
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


def choose_participants(told: Told, reaches: list[Reach], model: ChoiceModel) -> list[Reach]:
    """Judge the actors in reach and return those who take part, each with its role, the surest first.

    As many of them are taken as make the expected share of common members (Jaccard) with the true ones highest.
    """
    roles = _roles(told)
    outside = 0.0
    for reach in reaches:
        chances = model.probabilities(reach.cues)
        outside += 1 - chances[NO_PART]
        told_side = SIDES.get(reach.role, "")
        side = told_side if told_side in roles else max(roles, key=lambda name: chances[name])
        reach.role, reach.score = (
            roles[side],
            chances[side] if len(roles) > 1 and side != told_side else 1 - chances[NO_PART],
        )
    ranked = sorted(reaches, key=lambda r: (-r.score, r.mention.token_start))
    ranked = [r for r in ranked if r.mention.standing >= LEAST_STANDING]
    best, taken, sure = 0.0, 0, 0.0
    for count, reach in enumerate(ranked, 1):
        sure += reach.score
        outside -= reach.score
        share = sure / (count + max(outside, 0.0) + UNSEEN)
        if share > best:
            best, taken = share, count
    return ranked[:taken]


UNSEEN = 0.3  # participants, on average, that are not in reach at all


def is_symmetric(told: Told) -> bool:
    """Say whether all who take part in an act take the same part."""
    return "participant" in told.candidate.match.trigger.frame.values()


def _roles(told: Told) -> dict[str, str]:
    """Side to role."""
    if is_symmetric(told):
        return {"p": "participant"}
    guests = "guest" in told.candidate.match.trigger.frame.values()
    return {"a": "guest", "b": "host"} if guests else {"a": "source", "b": "target"}
