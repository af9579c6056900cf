"""Who takes part in a claim, of the actors in reach of it: each judged by its cues, then as many as promise the most.

What belongs here: the choice, and the parts that a wording has. What does not: the cues (``participants``), how many
are taken (``promise``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.engagements.apart import is_apart
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.participants import LEAST_STANDING, Reach
from pipelines.parsing.engagements.promise import SLIGHT, most_promising
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import ChoiceModel

# The chance with which also what is hardly an actor takes part, by its kind: of a state, its adjective may tell alone.
SURELY = {"state": 0.5, "organization": 0.6, "group": 0.7, "person": 0.7}
NO_PART = "none"
MEDIATOR = "mediator"


def choose_participants(told: Told, reaches: list[Reach], model: ChoiceModel) -> list[Reach]:
    """Judge the actors in reach and return those who take part, each with its role, the surest first.

    As many of them are taken as promise the most in common with the true ones (``promise``).
    """
    roles = _roles(told)
    reaches = [r for r in reaches if not _keeps_order(told, r.mention)]
    among = _among_themselves(told)
    reaches = [r for r in reaches if r.mention.actor_id in among] if among else reaches
    parts: dict[int, float] = {}
    received, told_plainly = _by_object(told, "guest"), _by_object(told, "host") | _nationals_hit(told)
    for reach in reaches:
        chances = model.probabilities(reach.cues)
        parts[id(reach)] = 1 - chances[NO_PART]
        side = max(roles, key=lambda name: chances[name])
        if not reach.role and is_apart(told, reach.mention, side):
            parts[id(reach)] = reach.score = 0.0
            continue
        own = reach.mention.actor_id in received or (reach.role == MEDIATOR and side == SIDES[MEDIATOR])
        reach.score = chances[side] if len(roles) > 1 and reach.mention.actor_id not in received else parts[id(reach)]
        reach.role = reach.role if own else roles[side]
        brokered = reach.role == MEDIATOR and reach.mention.attributive  # "U.S.-brokered talks" tell it
        if brokered or reach.mention.actor_id in told_plainly:
            parts[id(reach)] = reach.score = max(reach.score, _surely(reach.mention))
    ranked = sorted(reaches, key=lambda r: (-r.score, r.mention.token_start))
    of_harm = _groups_of_harm(told)
    ranked = [r for r in ranked if r.mention.actor_id in of_harm or r.score >= _least(r.mention)]
    others = parts.keys() - {id(r) for r in ranked}
    taken = most_promising([(r.score, parts[id(r)]) for r in ranked], sorted(parts[r] for r in others))
    return ranked[:taken]


def _least(mention: Any) -> float:
    """Return the chance from which somebody may be taken."""
    return SLIGHT if mention.standing >= LEAST_STANDING else _surely(mention)


def _surely(mention: Any) -> float:
    """Return the chance of what is hardly an actor; what is known of by its name alone may be anything."""
    return SURELY[mention.kind] if mention.sector else max(SURELY.values())


def _by_object(told: Told, role: str) -> frozenset[int]:
    """Return those of whom a verb's object tells the part, whatever the chances: Y is the guest of "X hosted Y", the
    host of "X visited Y".
    """
    slots = told.candidate.slots
    return frozenset(m.actor_id for part, m, how, name in slots if part == role and how == "head" and name == "obj")


def _nationals_hit(told: Told) -> frozenset[int]:
    """Return the groups of a country to whom harm is done as a verb's object: "arrested two French citizens"."""
    of_country = {m.actor_id for _, m, _, _ in told.candidate.slots if m.country}
    return _by_object(told, "target") & _groups_of_harm(told) & of_country


def _groups_of_harm(told: Told) -> frozenset[int]:
    """Return the groups that a verb of harm has as its subject, agent or object; it tells enough of them: "gunmen
    stormed the village".
    """
    if told.candidate.match.trigger.engagement_type not in _HARMING:
        return frozenset()
    heads = ((m, name) for _, m, how, name in told.candidate.slots if how == "head")
    return frozenset(m.actor_id for m, name in heads if m.kind == "group" and name in ("by", "obj", "subj", "with"))


_HARMING = frozenset(("ASSAULT", "COERCE", "SANCTION"))


def _keeps_order(told: Told, mention: Any) -> bool:
    """Say whether police or an army are only near where a protest is told: "police fired shots during a protest"."""
    if told.candidate.match.trigger.engagement_type != "PROTEST" or mention.sector not in ("COP", "MIL"):
        return False
    own = (m.actor_id for role, m, how, _ in told.candidate.slots if role == "target" or how != "far")
    return mention.actor_id not in own


def _among_themselves(told: Told) -> set[int]:
    """Return those of whom a verb tells that they do it to each other, or nobody: "X and Y accused each other"."""
    unit, words = told.candidate.match.unit, told.parse.words
    if words[unit + 1 : unit + 3] not in _EACH_OTHER:
        return set()
    doers = {m.actor_id for _, m, how, name in told.candidate.slots if how == "head" and name == "subj"}
    return doers if len(doers) > 1 else set()


_EACH_OTHER = (["each", "other"], ["one", "another"])


def is_symmetric(told: Told) -> bool:
    """Say whether all who take part in an act take the same part."""
    return "participant" in told.candidate.match.trigger.frame.values()


def _roles(told: Told) -> dict[str, str]:
    """Side to role."""
    if is_symmetric(told):
        return {"p": "participant"}
    guests = "guest" in told.candidate.match.trigger.frame.values()
    return {"a": "guest", "b": "host"} if guests else {"a": "source", "b": "target"}
