"""Fill a wording's frame: which actors stand in which slot, and what status the grammar gives.

What belongs here: turning a match into a candidate claim. What does not: whether the candidate is good enough to keep
(``settling``), how wordings are found (``triggers``), nouns (``noun_frames``) and grammar (``units``, ``phrases``,
``subjects``, ``objects``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipelines.parsing.frames.borders import put_edge
from pipelines.parsing.frames.conditions import travels_to_talks
from pipelines.parsing.frames.gapped import judged_besides
from pipelines.parsing.frames.given_up import dropped_after, lacks_object
from pipelines.parsing.frames.governing import put_governing, put_visited
from pipelines.parsing.frames.harm import aimed, attacker_within, put_harm, put_striker
from pipelines.parsing.frames.inside import (
    ends_in_ground,
    has_gap,
    is_of_subject,
    is_own,
    object_inside,
    says_with,
    whose_deed,
)
from pipelines.parsing.frames.mediators import put_mediator
from pipelines.parsing.frames.noun_frames import noun_frame
from pipelines.parsing.frames.objects import (
    ON_WHOM_THAT_IS,
    addressee,
    cried_against,
    doer_of_asked,
    doer_of_object,
    ends_in_clause,
    ends_in_topic,
    goes_on,
    made_by,
    made_with,
    object_of_what_follows,
    of_whom_said,
    on_condition,
    other_side,
    owner_of_what,
    shared_object,
    whence,
)
from pipelines.parsing.frames.reached import is_reached
from pipelines.parsing.frames.slots import Candidate, put, put_after
from pipelines.parsing.frames.status import verb_status
from pipelines.parsing.frames.summed_up import doer_of_sum
from pipelines.parsing.frames.told_frames import judging_frame, modal_frame
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.complements import NAMED, complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.relatives import undergoer_before
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.lexicon import Lexicon
from pipelines.schemas import SPEECH_TYPES

# Acts that go on for a while, so that the present tense tells of something ongoing.
_LASTING = frozenset("ASSAULT MOBILIZE COOPERATE AID COERCE".split())
# Acts that the present tells as done, and "is visiting", "are marching" as going on.
_MEANWHILE = frozenset("CONSULT PROTEST".split())


def fill_frame(parse: Parse, match: Match, lexicon: Lexicon, *, headline: bool, speaker: Any = None) -> Candidate:
    """Turn a match into a candidate claim.

    Args:
        parse: The sentence.
        match: The wording in it.
        lexicon: For what verbs govern.
        headline: Whether it is a headline.
        speaker: Mention of who says the words at the match, or None.
    """
    if match.trigger.pos == "v" and parse.tags[match.unit] == "V":
        candidate = _verb_frame(parse, match, lexicon, headline)
    elif match.trigger.pos == "n":
        candidate = noun_frame(parse, match, lexicon, headline)
    elif match.trigger.pos == "e":
        candidate = judging_frame(parse, match, speaker)
    else:
        candidate = modal_frame(parse, match, lexicon)
    if speaker is not None and "speaker" in match.trigger.frame:
        put(candidate, Slot([speaker], "head"), "speaker", match.trigger.frame["speaker"])
    _put_asked(candidate, parse)
    put_edge(candidate, parse)
    if parse.quoted[match.unit]:
        candidate.cues.add("quoted")
    if speaker is not None:
        candidate.cues.add("spoken")
    if match.trigger.status and candidate.status in ("occurred", "ongoing"):  # "is planning a raid"
        candidate.status = match.trigger.status
    if candidate.status == "planned" and dropped_after(parse, match.end - 1, lexicon):
        candidate.status = "not_occurred"
    return candidate


def _verb_frame(parse: Parse, match: Match, lexicon: Lexicon, headline: bool) -> Candidate:
    group = verb_group(parse, match.unit)
    candidate = Candidate(match, _status(parse, match, group, lexicon, headline))
    around = _around(candidate, parse, group, lexicon)
    put_mediator(candidate, parse)
    frame = match.trigger.frame
    if "source" in (frame.get("by"), frame.get("subj") if group.passive else ""):
        put(candidate, attacker_within(parse, match.unit + 1, match.end), "by", "source")
    (_put_passive if group.passive else _put_active)(candidate, parse, around)
    _put_object(candidate, parse, around)
    _put_hidden(candidate, parse, group, around.after, known=bool(around.inside or around.obj))
    _put_prepositions(candidate, around)
    put_governing(candidate, parse, group)
    put_visited(candidate, parse)
    put_harm(candidate, parse, group)
    _verb_cues(candidate, parse, group)
    return candidate


def _status(parse: Parse, match: Match, group: VerbGroup, lexicon: Lexicon, headline: bool) -> str:
    kind, inquiry = match.trigger.engagement_type, match.trigger.mode == "investigate"
    now = group.progressive and group.tense == "present"
    lasting = kind in _LASTING or (now and (inquiry or kind in _MEANWHILE))
    status = verb_status(parse, group, lexicon, headline=headline, lasting=lasting)
    if status == "ongoing" and kind in SPEECH_TYPES and not inquiry:
        status = "occurred"
    if kind == "CONSULT" and status == "occurred" and travels_to_talks(parse, match.unit, lexicon.classes["talks"]):
        return "planned"
    if kind == "THREATEN" and parse.lemma[match.unit] == "rule":  # "did not rule out force": that is the threat
        return "occurred"
    return "not_occurred" if status in ("occurred", "planned") and lacks_object(parse, match, lexicon) else status


@dataclass(slots=True)
class _Around:
    """Who stands around a verb: its subject, the object within its wording, the one after it, and the phrases behind
    by preposition.
    """

    group: VerbGroup
    subject: Slot | None
    inside: Slot | None
    obj: Slot | None
    after: dict[str, Slot]
    own: bool = False  # the subject tells what it does itself: "said it would bomb X"


def _around(candidate: Candidate, parse: Parse, group: VerbGroup, lexicon: Lexicon) -> _Around:
    match = candidate.match
    subject, candidate.subject_found = subject_of(parse, group)
    obj, after = complements(parse, match.end)
    obj = obj or (None if group.passive else shared_object(parse, match))
    after = {preposition: slot for preposition, slot in after.items() if is_reached(parse, match, preposition, slot)}
    inside = object_inside(parse, match, lexicon)
    own = inside is not None and is_own(inside, subject) and not inside.mentions[0].possessive
    claimed = inside and inside.how == "inner" and obj and parse.tags[match.end - 1] in "PT"  # "rejected X claims on Y"
    if inside and (claimed or (not group.passive and is_of_subject(parse, match, inside, subject, lexicon))):
        if inside.mentions[0].possessive and parse.tags[match.end - 1] in "TV":  # "urged its members to break with X"
            after = {preposition: Slot(slot.mentions, "deep") for preposition, slot in after.items()}
        inside = None
    if inside and obj and match.trigger.frame_name == "give" and parse.words[match.end - 1] == "to":
        inside = None  # "delivered two mobile hospitals to X"
    if match.trigger.engagement_type in _ON_WHAT_IS_DONE:
        inside, obj = whose_deed(parse, inside, lexicon), whose_deed(parse, obj, lexicon)
        subject = whose_deed(parse, subject, lexicon) if group.passive else subject
    return _Around(group, subject, inside, None if obj and is_own(obj, subject) else obj, after, own)


def _put_passive(candidate: Candidate, parse: Parse, around: _Around) -> None:
    match, frame = candidate.match, candidate.match.trigger.frame
    candidate.cues.add("passive")
    doer = around.after.pop("by", None) or complements(parse, match.unit + 1)[1].get("by")
    doer = doer or made_with(parse, match.end)
    put(candidate, doer, "by", frame.get("subj"))
    alone = "obj" not in frame and doer is None  # "X's troops were deployed"
    if match.trigger.engagement_type not in SPEECH_TYPES and made_by(parse, around.group):
        around.subject = None
    owned = around.subject is not None and around.subject.how == "poss" and not alone  # "X's bid was rejected"
    put(candidate, around.subject, "obj" if owned else "subj", frame.get("subj" if alone else "obj"))


def _put_active(candidate: Candidate, parse: Parse, around: _Around) -> None:
    match, frame = candidate.match, candidate.match.trigger.frame
    if match.trigger.engagement_type == "ASSAULT":
        put_striker(candidate, parse, around.group, around.subject)
    else:
        put(candidate, around.subject, "subj", frame.get("subj"))
    if around.inside and parse.words[match.end - 1] == "with" and frame.get("obj") == "participant":
        around.inside = Slot(around.inside.mentions, "deep")  # "discussed X with Y"
    if says_with(parse, match):
        put(candidate, around.inside, "subj", frame.get("subj"))
        around.inside = None
    put(candidate, around.inside, "obj", frame.get("obj"))
    _put_inside(candidate, parse)
    _put_antecedent(candidate, parse, around.group)


def _put_object(candidate: Candidate, parse: Parse, around: _Around) -> None:
    """Add who stands after a wording: its object, or whom its own preposition leads to."""
    match, frame, group = candidate.match, candidate.match.trigger.frame, around.group
    last = parse.words[match.end - 1]
    if not (match.trigger.tail and last in frame and parse.tags[match.end - 1] in "PT"):
        clause = ends_in_clause(parse, match) and not around.own
        none = group.passive or clause or ends_in_topic(parse, match) or ends_in_ground(parse, match, around.inside)
        put(candidate, None if none else around.obj, "obj", frame.get("obj"))
    elif not (around.inside or (group.passive and around.subject)) or frame[last] != frame.get("obj") or last == "with":
        role = whence(parse, match) or other_side(match, last, around.subject, None, group)
        put(candidate, _of_a_thing(around) if last == "with" else around.obj, aimed(match, last), role)
    put(candidate, None if group.passive else judged_besides(parse, match), "obj", frame.get("obj"))


def _of_a_thing(around: _Around) -> Slot | None:
    """Return who stands after "with", less surely where both sides are the subject: "they discussed a loan with X"."""
    both = around.subject is not None and any(m.fellows and m.is_pronoun for m in around.subject.mentions)
    return Slot(around.obj.mentions, "deep") if both and around.obj else around.obj


def _put_prepositions(candidate: Candidate, around: _Around) -> None:
    group = around.group
    for preposition, slot in around.after.items():
        deep = preposition == "in" and group.passive  # "X was jailed in Y": that is where, and seldom whom
        if preposition != "by" or group.passive:
            role = other_side(candidate.match, preposition, around.subject, around.obj, group)
            slot = Slot(slot.mentions, "deep") if deep else slot
            put_after(candidate, slot, aimed(candidate.match, preposition), role)
    role = candidate.match.trigger.frame.get("obj" if group.passive else "subj")
    put(candidate, around.after.get(NAMED), "subj", role)


def _put_hidden(candidate: Candidate, parse: Parse, group: VerbGroup, after: dict[str, Slot], *, known: bool) -> None:
    """Add to whom an act is done where another verb tells it, or it is done to what they do."""
    match, frame = candidate.match, candidate.match.trigger.frame
    kind, leads = match.trigger.engagement_type, parse.tags[match.end - 1] == "T"
    if not known and (leads or (kind == "REJECT" and goes_on(parse, match))):
        put(candidate, object_of_what_follows(parse, match), "obj", frame.get("obj"))
    if not (group.passive or known) and kind in ON_WHOM_THAT_IS:
        put(candidate, of_whom_said(parse, match.end), "obj", frame.get("obj"))
    if not group.passive and frame.get("obj") == "target" and kind in _ON_WHAT_IS_DONE:
        put(candidate, doer_of_object(parse, match.end, after), "obj", "target")
        put(candidate, None if known else owner_of_what(parse, match.end), "obj", "target")
    if kind in _ON_WHAT_IS_DONE and not any(role == "target" for role, _, _, _ in candidate.slots):
        put(candidate, doer_of_sum(parse, group), "obj", "target" if "target" in frame.values() else None)
    put(candidate, None if group.passive else doer_of_asked(parse, match, after), "obj", frame.get("obj"))


_ON_WHAT_IS_DONE = frozenset(("ACCUSE", "PROTEST", "REJECT", "SUPPORT"))


def _put_asked(candidate: Candidate, parse: Parse) -> None:
    """Add of whom a threat, a protest or a writing asks something, where no plain object tells it."""
    match, asks = candidate.match, _ASKS.get(candidate.match.trigger.engagement_type)
    if asks and match.trigger.pos in "vn" and all(role != "target" for role, _, _, _ in candidate.slots):
        put(candidate, asks(parse, match), "obj", match.trigger.frame.get("obj"))


_ASKS = {"PROTEST": cried_against, "REQUEST": addressee, "THREATEN": on_condition}


def _put_inside(candidate: Candidate, parse: Parse) -> None:
    """Add who stands inside a wording after a preposition: "called on X to stop", "wrote to X urging"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    at = match.unit + 1
    if at + 1 < match.end and parse.tags[at] in "PT" and has_gap(match):
        slot, end = noun_phrase(parse, at + 1)
        if end < match.end:
            put(candidate, slot, parse.words[at], frame.get(parse.words[at]))
        elif slot and slot.how == "poss" and parse.words[match.end - 1] not in _FOR_ONE:
            put(candidate, slot, "obj", frame.get("obj"))  # "called for X's resignation"


_FOR_ONE = frozenset("freedom release return".split())  # asked of somebody else


def _put_antecedent(candidate: Candidate, parse: Parse, group: VerbGroup) -> None:
    """Add whom a relative clause tells of, where its object they are: "X, whom Y met", "X, with whom Y met"."""
    frame = candidate.match.trigger.frame
    antecedent, preposition = undergoer_before(parse, group)
    denied = parse.lemma[group.verb] == "deny" and not preposition  # "X said Y armed Z, which Y denies"
    if antecedent and not (denied and antecedent.how == "head"):
        put(candidate, antecedent, preposition or "obj", frame.get(preposition or "obj"))


def _verb_cues(candidate: Candidate, parse: Parse, group: VerbGroup) -> None:
    cues = candidate.cues
    cues.add(f"tense={group.tense}")
    for name in ("negated", "infinitive", "perfect", "progressive"):
        if getattr(group, name):
            cues.add(name)
    if group.modal:
        cues.add(f"modal={group.modal}")
    before = parse.tags[group.start - 1] if group.start else "^"
    cues.add(f"before={before}")
    if before == "N":
        cues.add("subject_is_noun")
    nxt = parse.tags[candidate.match.end] if candidate.match.end < len(parse.tags) else "$"
    cues.add(f"after={nxt}")
