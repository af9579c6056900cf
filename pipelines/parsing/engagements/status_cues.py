"""What bears on whether an act happened, as named cues; the names are those of ``status_weights.csv``.

What belongs here: naming facts about an act's word and the words around it. What does not: the grammar's own verdict
(``status``), weighing (``linear``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.engagements.cues import place_cues, told_words
from pipelines.parsing.engagements.neighbours import WAYS, neighbour_cues
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.conditions import condition_follows
from pipelines.parsing.frames.settled import settled, was_where_said
from pipelines.parsing.frames.status import CUES
from pipelines.parsing.named_cues import Cues, Words
from pipelines.parsing.syntax.chunks import chunk_left
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, as_coordinated, verb_group
from pipelines.records import AHEAD
from pipelines.schemas import SPEECH_TYPES

_TELLING = frozenset("plan doubt refuse threat demand end begin continue history time agreement speech".split())
_MARKS = frozenset("to if ago last yesterday tomorrow since still yet been".split())
_GRAMMAR = ("tense=", "modal=", "over", "under", "in=", "det=", "tag=")
_BESIDE = (neighbour_cues, place_cues)
_FUTURE = frozenset(("will", "'ll", "would"))
_DAYS = frozenset(WEEKDAYS)
_BEFORE, _AFTER, _NEXT = 8, 6, 3  # units
_AHEAD_MODALS = frozenset("will 'll shall may might must should".split())
# What is announced one day and done another; a sanction, a pledge or a threat is in the world once it is announced.
DONE_SOME_DAY = frozenset(("AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT"))
_DONE_BY_SAYING = frozenset(("pledge", "promise", "commit"))


def status_cues(told: Told, fields: dict[str, tuple[str, ...]]) -> Cues:
    """Return what bears on the status of an act.

    Args:
        told: The act in its sentence, with what the grammar alone says of its status.
        fields: Semantic fields of words (``Lexicon.fields``).
    """
    parse, candidate = told.parse, told.candidate
    kind, unit, status = candidate.match.trigger.engagement_type, candidate.match.unit, candidate.status
    names = {cue for cue in candidate.cues if cue.startswith(_GRAMMAR) or "=" not in cue}
    for k in range(max(0, unit - _BEFORE), min(unit + _AFTER, len(parse.tags))):
        if k != unit:
            names |= _word_cues(parse, k, "before" if k < unit else "after", fields)
    names |= _verb_cues(parse, unit, kind) if parse.tags[unit] == "V" else _noun_cues(parse, unit, kind)
    names |= _next_words(parse, unit, candidate.match.end)
    if any(cue.startswith("modal=") for cue in names):
        names.add("has_modal")
    if not _FUTURE.isdisjoint(parse.words):
        names.add("sentence_has_will")
    beside = told.cues.told_by(_BESIDE, WAYS)
    cues = Cues(names, beside.facts, beside.words + _words_about(parse, unit, candidate.match.end))
    cues.facts.append((_rule_cues, status, kind, candidate.match.trigger.rule_id))
    for side, other in (("earlier", told.earlier), ("prev", told.before), ("next", told.after)):
        if other is not None:
            cues.facts.append((_other_cues, side, other.status, status, kind))
    return cues


def _rule_cues(status: str, kind: str, rule: str) -> tuple[str, ...]:
    return f"rule={status}", f"rule={status}:{kind}", f"type={kind}", f"wording={rule}"


def _other_cues(side: str, told_there: str, status: str, kind: str) -> tuple[str, ...]:
    there = f"{side}={told_there}"
    return there, f"{there}:{status}", f"{there}:{kind}"


def status_of_wording(told: Told) -> str | None:
    """Return the status that a wording has by itself, where its verb is told of somebody: "is considering sanctions"
    proposes them, "a scheduled meeting" may be over; None where the sentence has to tell.
    """
    candidate = told.candidate
    trigger, unit = candidate.match.trigger, candidate.match.unit
    own = bool(trigger.status) and trigger.pos == "v" and candidate.status == trigger.status
    said = not own or told.parse.lemma[unit] in _DONE_BY_SAYING
    return None if said or all(name != "subj" for *_, name in candidate.slots) else trigger.status


def status_of_modal(told: Told) -> str | None:
    """Return the status of a deed that a modal verb tells: "will arrest X", "would arrest X if he returned" has not
    been done, whatever its sentence tells besides. None for words, which are said all the same, and for the "would" of
    habit.
    """
    parse, candidate = told.parse, told.candidate
    unit = candidate.match.unit
    if parse.tags[unit] != "V" or candidate.match.trigger.engagement_type not in DONE_SOME_DAY:
        return None
    group = as_coordinated(parse, verb_group(parse, unit))
    sure = group.modal in _AHEAD_MODALS or (group.modal in ("would", "'d") and condition_follows(parse, unit))
    if not sure or group.negated or group.perfect or candidate.status not in AHEAD:
        return None
    return candidate.status


def status_settled(told: Told) -> str | None:
    """Return the status of an act where the words around it leave no doubt, else None."""
    parse, candidate = told.parse, told.candidate
    unit = candidate.match.unit
    talks = candidate.match.trigger.engagement_type == "CONSULT"
    if talks and was_where_said(parse, unit if parse.tags[unit] == "V" else chunk_left(parse, unit)):
        return "occurred"
    if candidate.match.trigger.pos != "v":
        return None
    if parse.tags[unit] != "V":  # "could be in custody", "was not in custody"
        by_grammar = not candidate.match.trigger.status and candidate.status not in ("occurred", "ongoing")
        return candidate.status if by_grammar else None
    if unit + 1 in parse.nobody:
        return "not_occurred"
    status = settled(parse, as_coordinated(parse, verb_group(parse, unit)))
    said = status == "ongoing" and candidate.match.trigger.engagement_type in SPEECH_TYPES
    return None if said else status or None


def _words_about(parse: Parse, unit: int, end: int) -> list[Words]:
    """Every word of the sentence by its side of the act."""
    words = told_words(parse)
    return [("left=", set(words[:unit])), ("right=", set(words[end:]))]


def _next_words(parse: Parse, unit: int, end: int) -> set[str]:
    """The words next to the act by their place."""
    words = told_words(parse)
    out = {f"w-{d}={word}" for d, word in enumerate(reversed(words[max(0, unit - _NEXT) : unit]), 1)}
    return out | {f"w+{d}={word}" for d, word in enumerate(words[end : end + _NEXT], 1)}


def _word_cues(parse: Parse, k: int, side: str, fields: dict[str, tuple[str, ...]]) -> set[str]:
    word, tag = parse.words[k], parse.tags[k]
    out = {f"{side}~field={name}" for name in fields.get(word, ()) if name in _TELLING}
    if word in CUES:
        out |= {f"{side}~{CUES[word]}", f"{side}~{word}"}
    elif tag in "MG" or word in _MARKS:
        out.add(f"{side}~{word}")
    elif tag == "V":
        out.add(f"{side}~{parse.kind[k]}")
        if side == "before":
            out.add(f"above~{parse.lemma[k]}")
    return out


def _verb_cues(parse: Parse, unit: int, kind: str) -> set[str]:
    """The whole form of a verb, and what an infinitive or a participle depends on."""
    group = as_coordinated(parse, verb_group(parse, unit))
    form = _form(group)
    out = {f"form={form}", f"form={form}:{kind}", *([f"modal={group.modal}", "has_modal"] if group.modal else [])}
    if not _DAYS.isdisjoint(parse.words[unit : unit + _BEFORE]):
        out.add(f"form={form}:day")
    bare = "to" if group.infinitive else "ing" if parse.kind[unit] == "ing" and not group.progressive else ""
    return out | _governor_cues(parse, group.start - 1, bare) if bare else out


def _form(group: VerbGroup) -> str:
    marks = ("perfect", "progressive", "passive", "infinitive", "negated")
    return "+".join([group.tense, *(["modal"] if group.modal else []), *(m for m in marks if getattr(group, m))])


def _governor_cues(parse: Parse, before: int, bare: str) -> set[str]:
    """The word before a bare verb ("due to", "close to |"), and the verb before it with its own form."""
    k = skip_back(parse, before, "Bq")
    out = {f"on={_word(parse, k)}:{bare}"}
    if k > 0 and parse.tags[k] == "P":
        out.add(f"on={_word(parse, k - 1)}_{parse.words[k]}:{bare}")
    governor = next((j for j in range(k, -1, -1) if parse.tags[j] in "V;"), -1)
    if governor >= 0 and parse.tags[governor] == "V":
        group = verb_group(parse, governor)
        above = f"governor={parse.lemma[governor]}:{bare}"
        out |= {above, f"{above}:{group.tense}:{group.modal}:{group.negated}"}
    return out


def _word(parse: Parse, k: int) -> str:
    return "^" if k < 0 else "A" if parse.tags[k] == "A" else parse.lemma[k] or parse.words[k]


def _noun_cues(parse: Parse, unit: int, kind: str) -> set[str]:
    """The words of a noun phrase before its noun, the two words before the phrase, and the verb before it."""
    start = chunk_left(parse, unit)
    if start and parse.tags[start] != "D" and parse.tags[start - 1] == "D":
        start -= 1
    words = told_words(parse)
    out = {f"phrase={word}" for word in words[start:unit]} | {
        f"before_phrase={'_'.join(words[max(0, start - 2) : start])}"
    }
    ruler = next((k for k in range(start - 1, max(-1, start - _BEFORE), -1) if parse.tags[k] in "V;R"), -1)
    if ruler >= 0 and parse.tags[ruler] == "V":
        group = verb_group(parse, ruler)
        form = f"{_form(group)}:{group.modal}"
        out |= {f"ruler={form}", f"ruler={form}:{kind}", f"ruler={parse.lemma[ruler]}:{form}"}
    return out
