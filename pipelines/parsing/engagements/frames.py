"""Fill a wording's frame: which actors stand in which slot, and what status the grammar gives.

What belongs here: turning a match into a candidate claim. What does not: whether the candidate is good enough to keep
(``claims``), how wordings are found (``triggers``) and grammar (``units``, ``phrases``, ``subjects``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.noun_status import noun_status
from pipelines.parsing.engagements.phrases import Slot, chunk_left, complements, noun_phrase
from pipelines.parsing.engagements.slots import Candidate, put
from pipelines.parsing.engagements.status import dropped_after, lacks_object, verb_status
from pipelines.parsing.engagements.subjects import subject_of
from pipelines.parsing.engagements.told_frames import judging_frame, modal_frame
from pipelines.parsing.engagements.triggers import Match
from pipelines.parsing.engagements.units import Parse, skip
from pipelines.parsing.engagements.verbs import VerbGroup, verb_group

# Acts that go on for a while, so that the present tense tells of something ongoing.
_LASTING = frozenset("ASSAULT MOBILIZE COOPERATE AID COERCE".split())
# Acts that the present tells as done, and "is visiting", "are marching" as going on.
_MEANWHILE = frozenset("CONSULT PROTEST".split())
# Saying it does it: "is urging" has urged.
_SPEECH = frozenset("REQUEST ACCUSE REJECT THREATEN SUPPORT".split())


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
        candidate = judging_frame(parse, match, speaker)
    else:
        candidate = modal_frame(parse, match)
    if speaker is not None and "speaker" in match.trigger.frame:
        put(candidate, Slot([speaker], "head"), "speaker", match.trigger.frame["speaker"])
    if parse.quoted[match.unit]:
        candidate.cues.add("quoted")
    if speaker is not None:
        candidate.cues.add("spoken")
    if match.trigger.status and candidate.status == "occurred":
        candidate.status = match.trigger.status
    if candidate.status == "planned" and dropped_after(parse, match.end - 1, lexicon):
        candidate.status = "not_occurred"
    return candidate


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
        put(candidate, doer, "by", frame.get("subj"))
        put(candidate, subject, "subj", frame.get("obj"))
    else:
        put(candidate, subject, "subj", frame.get("subj"))
        put(candidate, inside, "obj", frame.get("obj"))
    if not (match.trigger.tail and last in frame and parse.tags[match.end - 1] in "PT"):
        put(candidate, None if group.passive else obj, "obj", frame.get("obj"))
    elif not (inside or group.passive) or frame[last] != frame.get("obj"):
        put(candidate, obj, last, frame[last])
    if not (group.passive or inside or obj) and kind in _ON_WHOM_THAT_IS:
        put(candidate, _of_whom_said(parse, match.end), "obj", frame.get("obj"))
    for preposition, slot in after.items():
        if preposition != "by" or group.passive:
            put(candidate, slot, preposition, _other_side(frame, preposition, subject, obj, group))
    _verb_cues(candidate, parse, group)
    return candidate


_ON_WHOM_THAT_IS = frozenset(("ACCUSE", "REQUEST"))


def _of_whom_said(parse: Parse, u: int) -> Slot | None:
    """Return who does what a complaint or a demand tells: "complained in May that X lies", "asked whether X lies"."""
    k = u
    while k < len(parse.tags) and parse.tags[k] in "NADBP'":
        k += 1
    if k >= len(parse.tags) or parse.tags[k] != "S" or parse.words[k] not in ("that", "whether", "how", "why"):
        return None
    if parse.words[k] == "that" and k > u and parse.tags[k - 1] == "N" and parse.words[k - 1] not in _CONTENTS:
        return None  # "an inquiry that X trusts"
    slot, _ = noun_phrase(parse, k + 1)
    return Slot(slot.mentions, "of") if slot else None


_CONTENTS = frozenset(
    "accusation accusations allegation allegations charge charges claim claims complaint complaints concern concerns "
    "dismay doubt doubts fact fear fears frustration suspicion suspicions week month year today yesterday monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)


def _object_inside(parse: Parse, match: Match) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    first = skip(parse, match.unit + 1, "Bq")
    slot, end = noun_phrase(parse, first)
    if end < match.end:
        return slot
    mention = parse.mention[first] if first + 1 < match.end else None
    if mention is None or mention.attributive:  # "killed three refugees": the wording's last word is the object itself
        mention = parse.mention[match.end - 1] if match.trigger.frame.get("obj") == "target" else None
    return Slot([mention], "head") if mention is not None else None


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
        put(candidate, first, last, frame.get(last) or _of_no_doer(frame))
    if "by" in after:
        put(candidate, after.pop("by"), "by", frame.get("by"))
    for preposition, slot in after.items():
        put(candidate, slot, preposition, frame.get(preposition))
    _owners(candidate, parse, start, match.unit)
    _light_subject(candidate, parse, start, ruler, lexicon)
    _noun_cues(candidate, parse, start, ruler, lexicon)
    return candidate


def _of_no_doer(frame: dict[str, str]) -> str | None:
    """The part of whoever stands after a wording's own preposition that the frame does not name."""
    role = frame.get("of")
    return None if role in ("source", "host", "guest") else role


def _owners(candidate: Candidate, parse: Parse, start: int, noun: int) -> None:
    frame = candidate.match.trigger.frame
    sided = any(role in ("source", "guest") for role, _, _, _ in candidate.slots)
    undergone = parse.words[candidate.match.end - 1] == "of" or any(
        role == "target" for role, _, _, _ in candidate.slots
    )
    pair = start > 1 and start < noun and parse.tags[start - 2 : start + 1] == ["A", "C", "A"]
    if pair and not parse.mention[start].is_pronoun:
        start -= 2  # "A's and B's visit", "British and French sanctions"
    for u in range(start, noun):
        mention = parse.mention[u]
        if mention is None:
            continue
        owner = (u + 1 < noun and parse.tags[u + 1] == "'") or getattr(mention, "possessive", False)
        name = "poss" if owner else "mod"
        role = frame.get(name)
        if sided and role in ("source", "guest"):
            role = "target" if role == "source" else role
        elif undergone and role == "target":  # "X's arrest of Y", but "X's arrest"
            role = "source"
        put(candidate, Slot([mention], "head"), name, role)


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
            put(candidate, subject, "light", role)
            candidate.subject_found = found
    elif ruler < start and "get" in classes and not group.passive:
        subject, candidate.subject_found = subject_of(parse, group)
        put(candidate, subject, "get", frame.get("obj") or frame.get("to"))
    elif ruler < start and parse.tags[start - 1] == "P" and not roles & {"source", "guest", "participant"}:
        subject, candidate.subject_found = subject_of(parse, group)
        if subject and subject.how == "head":
            put(candidate, Slot(subject.mentions, "far"), "far", frame.get("subj"))


def _passive_light(candidate: Candidate, parse: Parse, ruler: int, classes: frozenset[str]) -> None:
    """Add who stands after a passive light verb under the noun: "sanctions were imposed on X by Y"."""
    if "light" not in classes or not verb_group(parse, ruler).passive:
        return
    frame = candidate.match.trigger.frame
    _, after = complements(parse, ruler + 1)
    put(candidate, after.pop("by", None), "by", frame.get("by") or frame.get("subj"))
    for preposition, slot in after.items():
        put(candidate, slot, preposition, frame.get(preposition))


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
