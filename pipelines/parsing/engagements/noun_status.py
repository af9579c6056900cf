"""Whether an act that a noun tells happened, from what stands before the noun and the verb over or under it.

What belongs here: "talks with X were called off", "a planned visit". What does not: acts told by a verb (``status``).
"""

from __future__ import annotations

from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.status import BY_CLASS, CUES, classes_of, verb_status
from pipelines.parsing.engagements.units import Parse
from pipelines.parsing.engagements.verbs import verb_group

_SCHEDULED = frozenset("schedule plan expect set slate intend".split())


def noun_status(parse: Parse, start: int, noun: int, end: int, lexicon: Lexicon, *, headline: bool) -> tuple[str, int]:
    """Return the status of an act told by a noun, and the unit of the verb that rules it (-1 for none).

    Args:
        parse: The sentence.
        lexicon: For what verbs govern.
        headline: Whether it is a headline.
        start: First unit of the noun chunk.
        noun: The noun's unit.
        end: Unit after the noun's own prepositional phrases.
    """
    for k in range(start, noun):
        status = CUES.get(parse.words[k])
        if status and parse.tags[k] in "NDGB":
            return status, _ruling_verb(parse, start)
    ruler = _ruling_verb(parse, start)
    if ruler >= 0 and ruler < start:
        status = _status_under(parse, ruler, lexicon, headline)
        if status != "occurred" or parse.tags[start - 1] == "V":
            return status, ruler
    before = " ".join(parse.words[max(0, start - 3) : start])
    if before.endswith(("ahead of", "before", "in advance of", "preparation for", "prepare for", "run-up to")):
        return "planned", ruler
    if before.endswith(
        ("possibility of", "prospect of", "prospects for", "call for", "calls for", "plan for", "instead of")
    ):
        return "proposed", ruler
    after = next((k for k in range(end, min(end + 8, len(parse.tags))) if parse.tags[k] in "V;"), -1)
    if after >= 0 and parse.tags[after] == "V" and (ruler < 0 or start == 0):
        return _status_as_subject(parse, after, lexicon, headline), after
    return "occurred", ruler


def _ruling_verb(parse: Parse, start: int) -> int:
    for k in range(start - 1, max(-1, start - 8), -1):
        if parse.tags[k] == "V":
            return k
        if parse.tags[k] in ";SR":
            return -1
    return -1


def _status_under(parse: Parse, verb: int, lexicon: Lexicon, headline: bool) -> str:
    classes = classes_of(parse, verb, lexicon)
    group = verb_group(parse, verb)
    if "light" not in classes:
        for name, status in BY_CLASS:
            if name in classes and not (name == "plan" and "say" in classes):
                return status if not group.negated else "not_occurred"
    status = verb_status(parse, group, lexicon, headline=headline, lasting=False)
    if status == "occurred" and "begin" in classes and group.tense == "present":
        return "ongoing"
    if parse.lemma[verb] in ("seek", "propose", "demand") and status == "occurred":
        return "proposed"
    if parse.lemma[verb] in ("plan", "schedule", "prepare", "announce") and status == "occurred":
        return "planned" if parse.lemma[verb] != "announce" else "occurred"
    return status


def _status_as_subject(parse: Parse, verb: int, lexicon: Lexicon, headline: bool) -> str:
    group = verb_group(parse, verb)
    classes = classes_of(parse, verb, lexicon)
    if "cancel" in classes or (group.negated and "happen" in classes):
        return "not_occurred"
    if parse.lemma[verb] in _SCHEDULED and group.passive:
        return "planned"
    if parse.lemma[verb] in ("continue", "remain", "stall", "drag") and group.tense == "present":
        return "ongoing"
    if parse.lemma[verb] == "fail" or group.modal or group.negated:
        return verb_status(parse, group, lexicon, headline=headline, lasting=False) if group.modal else "occurred"
    return "occurred"
