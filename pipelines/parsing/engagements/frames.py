"""Fill a wording's frame: which actors stand in which slot, and what status the grammar gives.

What belongs here: turning a match into a candidate claim. What does not: whether the candidate is good enough to keep
(``claims``), how wordings are found (``triggers``) and grammar (``units``, ``phrases``, ``subjects``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.noun_status import noun_status
from pipelines.parsing.engagements.phrases import Slot, actors_in_chunk, chunk_left, complements, noun_phrase
from pipelines.parsing.engagements.spans import everyone
from pipelines.parsing.engagements.status import dropped_after, lacks_object, verb_status
from pipelines.parsing.engagements.subjects import subject_of
from pipelines.parsing.engagements.triggers import Match
from pipelines.parsing.engagements.units import Parse, skip
from pipelines.parsing.engagements.verbs import VerbGroup, verb_group

# Acts that go on for a while, so that the present tense tells of something ongoing.
_LASTING = frozenset("ASSAULT MOBILIZE COOPERATE AID COERCE".split())
# Acts that the present tells as done, and "is visiting", "are marching" as going on.
_MEANWHILE = frozenset("CONSULT PROTEST".split())
# Saying it does it: "is urging" has urged.
_SPEECH = frozenset("REQUEST ACCUSE REJECT THREATEN SUPPORT".split())


@dataclass(slots=True)
class Candidate:
    """A claim that may be told here.

    Attributes:
        match: The wording.
        status: By the grammar.
        slots: (role, mention, how surely, slot name), in the order found.
        subject_found: How the subject was found (``subjects.subject_of``).
        cues: Names of grammatical facts, for the judgement in ``claims``.
        reach: Last unit that the frame touched.
    """

    match: Match
    status: str
    slots: list[tuple[str, Any, str, str]] = field(default_factory=list)
    subject_found: str = ""
    cues: set[str] = field(default_factory=set)
    reach: int = 0


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
        candidate = _noun_frame(parse, match, lexicon, headline)
    elif match.trigger.pos == "e":
        candidate = _judging_frame(parse, match, speaker)
    else:
        candidate = _modal_frame(parse, match, lexicon, headline)
    if speaker is not None and "speaker" in match.trigger.frame:
        _put(candidate, Slot([speaker], "head"), "speaker", match.trigger.frame["speaker"])
    if parse.quoted[match.unit]:
        candidate.cues.add("quoted")
    if speaker is not None:
        candidate.cues.add("spoken")
    if match.trigger.status and candidate.status == "occurred":
        candidate.status = match.trigger.status
    if candidate.status == "planned" and dropped_after(parse, match.end - 1, lexicon):
        candidate.status = "not_occurred"
    return candidate


def _put(candidate: Candidate, slot: Slot | None, name: str, role: str | None) -> None:
    if slot is None or role is None:
        return
    taken = {id(mention) for _, mention, _, _ in candidate.slots}
    for mention in everyone(slot.mentions):
        if id(mention) not in taken:
            candidate.slots.append((role, mention, slot.how, name))


def _verb_frame(parse: Parse, match: Match, lexicon: Lexicon, headline: bool) -> Candidate:
    frame = match.trigger.frame
    group = verb_group(parse, match.unit)
    kind = match.trigger.engagement_type
    inquiry = match.trigger.mode == "investigate"
    now = group.progressive and group.tense == "present"
    lasting = kind in _LASTING or (now and (inquiry or kind in _MEANWHILE))
    status = verb_status(parse, group, lexicon, headline=headline, lasting=lasting)
    if status == "ongoing" and kind in _SPEECH and not inquiry:
        status = "occurred"
    if status in ("occurred", "planned") and lacks_object(parse, match, lexicon):
        status = "not_occurred"
    candidate = Candidate(match, status)
    subject, candidate.subject_found = subject_of(parse, group)
    obj, after = complements(parse, match.end)
    inside = _object_inside(parse, match)
    last = parse.words[match.end - 1]
    if group.passive:
        candidate.cues.add("passive")
        doer = after.pop("by", None) or complements(parse, match.unit + 1)[1].get("by")
        _put(candidate, doer, "by", frame.get("subj"))
        _put(candidate, subject, "subj", frame.get("obj"))
    else:
        _put(candidate, subject, "subj", frame.get("subj"))
        _put(candidate, inside, "obj", frame.get("obj"))
    if not (match.trigger.tail and last in frame and parse.tags[match.end - 1] in "PT"):
        _put(candidate, None if group.passive else obj, "obj", frame.get("obj"))
    elif not (inside or group.passive) or frame[last] != frame.get("obj"):
        _put(candidate, obj, last, frame[last])
    for preposition, slot in after.items():
        if preposition != "by" or group.passive:
            _put(candidate, slot, preposition, _other_side(frame, preposition, subject, obj, group))
    _verb_cues(candidate, parse, group)
    return candidate


def _object_inside(parse: Parse, match: Match) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    first = skip(parse, match.unit + 1, "Bq")
    slot, end = noun_phrase(parse, first)
    if end < match.end:
        return slot
    mention = parse.mention[first] if first + 1 < match.end else None
    return Slot([mention], "head") if mention is not None and not mention.attributive else None


def _other_side(
    frame: dict[str, str], preposition: str, subject: Slot | None, obj: Slot | None, group: VerbGroup
) -> str | None:
    """The part of whoever stands after a preposition: "rejected a demand from X" is done to X, its subject does it."""
    role = frame.get(preposition)
    if role != "source" or group.passive or subject is None or frame.get("subj") != role:
        return role
    return None if obj else frame.get("obj")


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


def _noun_frame(parse: Parse, match: Match, lexicon: Lexicon, headline: bool) -> Candidate:
    frame = match.trigger.frame
    start = chunk_left(parse, match.unit)
    if start and parse.tags[start] != "D" and parse.tags[start - 1] == "D":
        start -= 1
    last = parse.words[match.end - 1]
    if match.trigger.tail and parse.tags[match.end - 1] in "PT":
        first, after = complements(parse, match.end)
    else:
        first, after = None, complements(parse, match.end)[1]
    status, ruler = noun_status(parse, start, match.unit, match.end, lexicon, headline=headline)
    candidate = Candidate(match, status)
    if match.trigger.tail and first:
        _put(candidate, first, last, frame.get(last) or frame.get("of"))
    if "by" in after:
        _put(candidate, after.pop("by"), "by", frame.get("by"))
    for preposition, slot in after.items():
        _put(candidate, slot, preposition, frame.get(preposition))
    _owners(candidate, parse, start, match.unit)
    _light_subject(candidate, parse, start, ruler, lexicon)
    _noun_cues(candidate, parse, start, ruler, lexicon)
    return candidate


def _owners(candidate: Candidate, parse: Parse, start: int, noun: int) -> None:
    frame = candidate.match.trigger.frame
    sided = any(role in ("source", "guest") for role, _, _, _ in candidate.slots)
    for u in range(start, noun):
        mention = parse.mention[u]
        if mention is None:
            continue
        owner = (u + 1 < noun and parse.tags[u + 1] == "'") or getattr(mention, "possessive", False)
        name = "poss" if owner else "mod"
        role = frame.get(name)
        if sided and role in ("source", "guest"):
            role = "target" if role == "source" else role
        _put(candidate, Slot([mention], "head"), name, role)


def _light_subject(candidate: Candidate, parse: Parse, start: int, ruler: int, lexicon: Lexicon) -> None:
    """Add the subject of a light verb over the noun: "X held talks", "X faced criticism"."""
    if ruler < 0:
        return
    classes = lexicon.governs.get(parse.lemma[ruler], frozenset())
    frame = candidate.match.trigger.frame
    if ruler > start:
        _passive_light(candidate, parse, ruler, classes)
        return
    roles = {role for role, _, _, _ in candidate.slots}
    group = verb_group(parse, ruler)
    if ruler < start and "light" in classes and parse.tags[start - 1] in "VDNBP" and not group.passive:
        subject, found = subject_of(parse, group)
        role = frame.get("subj")
        if role not in roles or role == "participant":
            _put(candidate, subject, "light", role)
            candidate.subject_found = found
    elif ruler < start and "get" in classes and not group.passive:
        subject, candidate.subject_found = subject_of(parse, group)
        _put(candidate, subject, "get", frame.get("obj") or frame.get("to"))
    elif ruler < start and parse.tags[start - 1] == "P" and not roles & {"source", "guest", "participant"}:
        subject, candidate.subject_found = subject_of(parse, group)
        if subject and subject.how == "head":
            _put(candidate, Slot(subject.mentions, "far"), "far", frame.get("subj"))


def _passive_light(candidate: Candidate, parse: Parse, ruler: int, classes: frozenset[str]) -> None:
    """Add who stands after a passive light verb under the noun: "sanctions were imposed on X by Y"."""
    if "light" not in classes or not verb_group(parse, ruler).passive:
        return
    frame = candidate.match.trigger.frame
    _, after = complements(parse, ruler + 1)
    _put(candidate, after.pop("by", None), "by", frame.get("by") or frame.get("subj"))
    for preposition, slot in after.items():
        _put(candidate, slot, preposition, frame.get(preposition))


def _noun_cues(candidate: Candidate, parse: Parse, start: int, ruler: int, lexicon: Lexicon) -> None:
    cues = candidate.cues
    unit = candidate.match.unit
    head = parse.tags[unit + 1] if unit + 1 < len(parse.tags) else "$"
    cues.add(f"after={head}")
    if head == "N":
        cues.add("noun_modifies_noun")
    determiner = parse.words[start] if parse.tags[start] == "D" else parse.tags[start]
    cues.add(f"det={determiner}")
    if ruler >= 0:
        side = "over" if ruler < start else "under"
        cues.add(f"{side}={parse.lemma[ruler]}")
        for name in lexicon.governs.get(parse.lemma[ruler], ()):
            cues.add(f"{side}:{name}")
        if parse.tags[start - 1] == "V":
            cues.add("direct_object")
    if start and parse.tags[start - 1] == "P":
        cues.add(f"in={parse.words[start - 1]}")


def _modal_frame(parse: Parse, match: Match, lexicon: Lexicon, headline: bool) -> Candidate:
    """A demand told by a modal ("X must ..."), or a judgement told by "be" ("X is wrong")."""
    candidate = Candidate(match, "occurred")
    group = VerbGroup(match.unit, match.unit)
    u = match.unit - 1
    while u >= 0 and parse.tags[u] in "BGq":
        u -= 1
    slot: Slot | None = None
    if u >= 0 and parse.tags[u] in "AN'":
        start = chunk_left(parse, u)
        slot = actors_in_chunk(parse, start, u + 1)
    _put(candidate, slot, "subj", match.trigger.frame.get("subj"))
    candidate.subject_found = "direct" if slot else "none"
    candidate.cues.add(f"before={parse.tags[group.start - 1] if group.start else '^'}")
    return candidate


_FIRST_PERSON = frozenset("we i our us my we'll i'll".split())


def _judging_frame(parse: Parse, match: Match, speaker: Any) -> Candidate:
    """A judgement or menace in reported speech, on the nearest actor that is not the speaker."""
    candidate = Candidate(match, "occurred")
    near = None
    for u in sorted(range(len(parse.tags)), key=lambda k: abs(k - match.unit)):
        mention = parse.mention[u]
        if mention is not None and (speaker is None or mention.actor_id != speaker.actor_id):
            near = mention
            break
    _put(candidate, Slot([near], "near") if near else None, "near", match.trigger.frame.get("near"))
    window = parse.words[max(0, match.unit - 6) : match.unit]
    if _FIRST_PERSON & set(window):
        candidate.cues.add("first_person")
    if {"will", "'ll", "would", "can", "should"} & set(window):
        candidate.cues.add("modal_before")
    if {"not", "n't", "never", "no"} & set(window):
        candidate.cues.add("negation_before")
    candidate.cues.add(f"tag={parse.tags[match.unit]}")
    return candidate
