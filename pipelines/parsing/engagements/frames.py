"""Fill a wording's frame: which actors stand in which slot, and what status the grammar gives.

What belongs here: turning a match into a candidate claim. What does not: whether the candidate is good enough to keep
(``merge``), how wordings are found (``triggers``), nouns (``noun_frames``) and grammar (``units``, ``phrases``,
``subjects``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.engagements.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.noun_frames import noun_frame
from pipelines.parsing.engagements.phrases import complements, noun_phrase
from pipelines.parsing.engagements.slots import Candidate, put, put_after
from pipelines.parsing.engagements.status import dropped_after, lacks_object, verb_status
from pipelines.parsing.engagements.subjects import subject_of, undergoer_before
from pipelines.parsing.engagements.told_frames import judging_frame, modal_frame
from pipelines.parsing.engagements.triggers import Match
from pipelines.parsing.engagements.units import Parse, skip
from pipelines.parsing.engagements.verbs import VerbGroup, verb_group
from pipelines.parsing.engagements.within import answerable, attacker_within

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
        candidate = noun_frame(parse, match, lexicon, headline)
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
    if "source" in (frame.get("by"), frame.get("subj") if group.passive else ""):
        put(candidate, attacker_within(parse, match.unit + 1, match.end), "by", "source")
    obj, after = complements(parse, match.end)
    inside, clause_after = _object_inside(parse, match, lexicon), _ends_in_clause(parse, match)
    last = parse.words[match.end - 1]
    if group.passive:
        candidate.cues.add("passive")
        doer = after.pop("by", None) or complements(parse, match.unit + 1)[1].get("by")
        put(candidate, doer, "by", frame.get("subj"))
        alone = "obj" not in frame and doer is None  # "X's troops were deployed"
        put(candidate, subject, "subj", frame.get("subj" if alone else "obj"))
    else:
        put(candidate, subject, "subj", frame.get("subj"))
        if inside and last == "with" and frame.get("obj") == "participant":
            inside = Slot(inside.mentions, "deep")  # "discussed X with Y"
        put(candidate, inside, "obj", None if inside and _is_doer(inside, kind, last, lexicon) else frame.get("obj"))
        _put_inside(candidate, parse)
        _put_antecedent(candidate, parse, group)
    if not (match.trigger.tail and last in frame and parse.tags[match.end - 1] in "PT"):
        put(candidate, None if group.passive or clause_after else obj, "obj", frame.get("obj"))
    elif not (inside or (group.passive and subject)) or frame[last] != frame.get("obj") or last == "with":
        put(candidate, obj, last, _whence(parse, match, frame))
        if not (inside or obj) and parse.tags[match.end - 1] == "T":
            put(candidate, _object_of_what_follows(parse, match), "obj", frame.get("obj"))
    if not (group.passive or inside or obj) and kind in _ON_WHOM_THAT_IS:
        put(candidate, _of_whom_said(parse, match.end), "obj", frame.get("obj"))
    if not group.passive and frame.get("obj") == "target" and kind in _ON_WHAT_IS_DONE:
        put(candidate, _doer_of_object(parse, match.end, after), "obj", "target")
    if parse.words[match.end - 2 : match.end] == ["release", "of"]:  # "sought the release of X held by Y"
        put(candidate, answerable(parse, match.end, "RETREAT"), "obj", frame.get("obj"))
    for preposition, slot in after.items():
        if preposition == "in" and group.passive:
            slot = Slot(slot.mentions, "deep")  # "X was jailed in Y": that is where, and seldom whom
        if preposition != "by" or group.passive:
            put_after(candidate, slot, preposition, _other_side(frame, preposition, subject, obj, group))
    _verb_cues(candidate, parse, group)
    return candidate


_ON_WHAT_IS_DONE = frozenset(("ACCUSE", "REJECT", "SUPPORT"))


def _doer_of_object(parse: Parse, u: int, after: dict[str, Slot]) -> Slot | None:
    """Return who did what is judged: "denounced the raid by X", "praised X for the release of Y by Z"."""
    doer = after.get("by")
    by = next((k for k in range(max(u, 1), len(parse.tags)) if parse.words[k] == "by"), 0)
    return Slot(doer.mentions, "of") if doer and parse.tags[by - 1] in "NA" else None


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


def _object_inside(parse: Parse, match: Match, lexicon: Lexicon) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    slot = _object_in_gap(parse, match) if _has_gap(match) else None
    if slot or match.trigger.frame.get("obj") != "target":
        return slot
    last = match.end - 1
    mention = parse.mention[last]  # "killed three refugees": the wording's last word is the object itself
    if mention is not None:
        return Slot([mention], "head")
    start = max(match.unit + 1, chunk_left(parse, last))
    thing = parse.tags[last] == "N" and last > start and not _is_of_doer(parse.words[last], lexicon)
    return actors_in_chunk(parse, start, match.end) if thing else None  # "downed an American drone"


def _is_of_doer(word: str, lexicon: Lexicon) -> bool:
    """Say whether a noun tells what its owner does or gives: "launched US strikes", not "downed a US drone"."""
    return any(word in lexicon.classes.get(name, ()) for name in _DONE)


_DONE = ("aid", "arms", "ask", "deal", "fire", "sanctions", "strikes", "talks", "ties", "troops", "truce", "weapon")


def _object_in_gap(parse: Parse, match: Match) -> Slot | None:
    first = skip(parse, match.unit + 1, "Bq")
    first += parse.words[first : first + 1] == ["that"]  # "said that X must"
    slot, end = noun_phrase(parse, first)
    if end < match.end:
        return slot
    mention = parse.mention[first] if first + 1 < match.end else None
    given = match.trigger.tail[0] == "{actor}" and first == match.unit + 1  # "gave X arms"
    if mention is None or (mention.attributive and not given):
        return None
    return Slot([mention], "poss" if parse.tags[first + 1] == "'" else "head")


def _whence(parse: Parse, match: Match, frame: dict[str, str]) -> str | None:
    """The part of whoever stands after a wording's own preposition: "left the service of X", but "pulled out of X"."""
    last = parse.words[match.end - 1]
    out = last == "of" and parse.words[match.end - 2] == "out" and frame[last] == "source"
    return frame.get("from") if out else frame[last]


def _has_gap(match: Match) -> bool:
    """Say whether a wording leaves a place for its object: "urge {actor} to", "send _ to"."""
    return any(not isinstance(element, frozenset) for element in match.trigger.tail)


def _ends_in_clause(parse: Parse, match: Match) -> bool:
    """Say whether a wording ends in what its object does: after "ordered X to leave" comes no object of "ordered"."""
    return match.end - 1 > match.unit and parse.tags[match.end - 1] == "V" and _has_gap(match)


def _is_doer(inside: Slot, kind: str, last: str, lexicon: Lexicon) -> bool:
    """Whether the owner inside a wording does the act: "unveiled X's sanctions", not "rejected X's offer", "froze X's
    assets".
    """
    if inside.how != "poss" or kind in _SPEECH:
        return False
    return kind not in _DONE_TO_OWNER or _is_of_doer(last, lexicon)


_DONE_TO_OWNER = frozenset(("ASSAULT", "COERCE", "SANCTION"))


def _put_inside(candidate: Candidate, parse: Parse) -> None:
    """Add who stands inside a wording after a preposition: "called on X to stop", "wrote to X urging"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    at = match.unit + 1
    if at + 1 < match.end and parse.tags[at] in "PT" and _has_gap(match):
        slot, end = noun_phrase(parse, at + 1)
        if end < match.end:
            put(candidate, slot, parse.words[at], frame.get(parse.words[at]))


def _put_antecedent(candidate: Candidate, parse: Parse, group: VerbGroup) -> None:
    """Add whom a relative clause tells of, where its object they are: "X, whom Y met", "X, with whom Y met"."""
    frame = candidate.match.trigger.frame
    antecedent, preposition = undergoer_before(parse, group)
    if antecedent:
        put(candidate, antecedent, preposition or "obj", frame.get(preposition or "obj"))


def _object_of_what_follows(parse: Parse, match: Match) -> Slot | None:
    """Return to whom that is done which a wording tells of: "threatened to dismantle X", "refused to recognise X"."""
    verb = skip(parse, match.end, "BG")
    if _has_gap(match) or verb >= len(parse.tags) or parse.tags[verb] != "V":
        return None
    slot, after = complements(parse, verb + 1)
    slot = slot or next((after[preposition] for preposition in _TOWARDS if preposition in after), None)
    return Slot(slot.mentions, "of") if slot and slot.how == "head" else None


_TOWARDS = ("to", "with", "against", "on")


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
