"""In what way an act is done, among the modes of its type: by the wording's own mode and the words around it.

What belongs here: naming what bears on the mode, and choosing it. What does not: which modes a type has
(``engagement_types.csv``), weighing (``linear``). The names of cues are those of ``mode_weights.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipelines.parsing.engagements.cues import kind_cues, sector_cues, told_words
from pipelines.parsing.engagements.neighbours import WAYS, neighbour_cues
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.linear import ChoiceModel
from pipelines.parsing.named_cues import Cues

NO_MODE = "none"
_ABOUT = (sector_cues, kind_cues, neighbour_cues)  # what the judgement of the act knows and the mode hears, too


def mode_cues(told: Told) -> Cues:
    """Return what bears on the mode of an act; every word of its sentence is heard."""
    match = told.candidate.match
    rule, own = match.trigger.rule_id, match.trigger.mode or NO_MODE
    cues = told.cues.told_by(_ABOUT, (f"{match.trigger.engagement_type}~~", "field=", *WAYS))
    cues.words.append(("on=", set(told_words(told.parse)[match.unit : match.end])))
    beside = [f"{side}={_act(one)}" for side, one in (("before", told.before), ("after", told.after)) if one]
    cues.names = [f"rule={rule}", f"own={own}", *beside]
    return cues


def choose_mode(told: Told, models: Mapping[str, ChoiceModel]) -> str | None:
    """Return the mode of an act: one of its type, or None where the text tells none.

    The wording's own stands where no annotation has taught when to choose it, and where nothing else can tell it.

    Args:
        told: The act in its sentence.
        models: By engagement type, the choice among its modes (``linear.mode_models``).
    """
    trigger = told.candidate.match.trigger
    model = models.get(trigger.engagement_type)
    told_by_itself = trigger.mode in _BY_THE_WORDING.get(trigger.engagement_type, ())
    if model is None or told_by_itself or (trigger.mode or NO_MODE) not in model.answers:
        return trigger.mode
    cues = mode_cues(told)
    chances = model.probabilities(cues)
    needs = _NEEDS.get(trigger.engagement_type, {})
    barred = {mode for mode in needs if trigger.mode != mode and needs[mode].isdisjoint(cues)}
    mode = max((mode for mode in model.answers if mode not in barred), key=chances.__getitem__)
    return None if mode == NO_MODE else mode


# Engagement type to mode to the cues of which it needs one: aid without a weapon or a soldier is not military.
_NEEDS = {"AID": {"military": {"field=military", "field=weapon"}}}


# What no word around a wording makes another mode: torture is torture, whatever is fired beside it.
_BY_THE_WORDING = {
    "ASSAULT": ("abduct", "beat", "crowd-control", "drone", "primitive", "sexual", "suicide-attack", "torture"),
    "COERCE": ("arrest", "curfew", "martial-law"),
    "COOPERATE": ("exercise", "intelligence", "judicial"),
    "MOBILIZE": ("militia", "police"),
    "PROTEST": ("boycott", "hunger"),
    "REJECT": ("meet", "yield"),
    "REQUEST": ("meet",),
    "RETREAT": ("access", "ceasefire", "disarm", "release"),
    "SANCTION": ("convict",),
    "SUPPORT": ("recognize",),
}


def _act(one: Candidate) -> str:
    return f"{one.match.trigger.engagement_type}:{one.match.trigger.mode or NO_MODE}"
