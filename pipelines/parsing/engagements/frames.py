"""Fill a wording's frame: which actors stand in which slot, and what status the grammar gives.

What belongs here: turning a match into a candidate claim. What does not: whether the candidate is good enough to keep
(``merge``), how wordings are found (``triggers``), nouns (``noun_frames``) and grammar (``units``, ``phrases``,
``subjects``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.engagements.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.engagements.hidden import written_to
from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.noun_frames import noun_frame
from pipelines.parsing.engagements.phrases import complements, noun_phrase
from pipelines.parsing.engagements.slots import Candidate, put, put_after
from pipelines.parsing.engagements.spans import everyone
from pipelines.parsing.engagements.status import dropped_after, lacks_object, verb_status
from pipelines.parsing.engagements.subjects import subject_of, undergoer_before
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
    obj, after = complements(parse, match.end)
    if kind == "REJECT" and parse.lemma[match.unit] == "deny":
        after = {preposition: slot for preposition, slot in after.items() if preposition in _DENIED_TO}
    inside, clause_after = _object_inside(parse, match), _ends_in_clause(parse, match)
    last, behind = parse.words[match.end - 1], obj and parse.tags[match.end - 1] in "PT"
    if inside and inside.how == "inner" and behind:
        inside = None  # "rejected Chadian claims on X"
    if inside and not group.passive and (_is_doer(inside, kind) or is_own(inside, subject)):
        inside = None
    obj = None if obj and is_own(obj, subject) else obj
    if group.passive:
        candidate.cues.add("passive")
        doer = after.pop("by", None) or complements(parse, match.unit + 1)[1].get("by")
        put(candidate, doer, "by", frame.get("subj"))
        alone = "obj" not in frame and doer is None  # "X's troops were deployed"
        subject = None if kind not in _SPEECH and _made_by(parse, group) else subject
        put(candidate, subject, "subj", frame.get("subj" if alone else "obj"))
    else:
        put(candidate, subject, "subj", frame.get("subj"))
        if inside and last == "with" and frame.get("obj") == "participant":
            inside = Slot(inside.mentions, "deep")  # "discussed X with Y"
        put(candidate, inside, "obj", frame.get("obj"))
        _put_inside(candidate, parse)
        _put_antecedent(candidate, parse, group)
    if not (match.trigger.tail and last in frame and parse.tags[match.end - 1] in "PT"):
        told_as = inside and last == "as"  # "denounced X as a Y"
        put(candidate, None if group.passive or clause_after or told_as else obj, "obj", frame.get("obj"))
    elif not (inside or (group.passive and subject)) or frame[last] != frame.get("obj") or last == "with":
        put(candidate, obj, last, _other_side(frame, last, subject, None, group))
    if not (inside or obj) and (parse.tags[match.end - 1] == "T" or (kind == "REJECT" and _goes_on(parse, match))):
        put(candidate, _object_of_what_follows(parse, match), "obj", frame.get("obj"))
    if not (group.passive or inside or obj) and kind in _ON_WHOM_THAT_IS:
        put(candidate, _of_whom_said(parse, match.end), "obj", frame.get("obj"))
    if not group.passive and frame.get("obj") == "target" and kind in _ON_WHAT_IS_DONE:
        put(candidate, _doer_of_object(parse, match.end, after), "obj", "target")
    for preposition, slot in after.items():
        if preposition == "in" and group.passive:
            slot = Slot(slot.mentions, "deep")  # "X was jailed in Y": that is where, and seldom whom
        if preposition != "by" or group.passive:
            put_after(candidate, slot, preposition, _other_side(frame, preposition, subject, obj, group))
    if kind == "THREATEN" and not any(role == "target" for role, _, _, _ in candidate.slots):
        put(candidate, _on_condition(parse, match.end), "obj", frame.get("obj"))
    if kind == "REQUEST":
        put(candidate, _written_to(parse, group), "to", frame.get("to"))
    _verb_cues(candidate, parse, group)
    return candidate


def _written_to(parse: Parse, group: VerbGroup) -> Slot | None:
    """Return to whom the words are sent that ask for something: "a note to X seeking", "wrote to X urging"."""
    u = group.start - 1
    addressed = parse.kind[group.verb] == "ing" and u > 0 and parse.tags[u] == "A" and written_to(parse, group, u)
    return actors_in_chunk(parse, chunk_left(parse, u), u + 1) if addressed else None


def _made_by(parse: Parse, group: VerbGroup) -> bool:
    """Say whether who stands before a passive only made what undergoes it: "drones made by X were sold"."""
    by = chunk_left(parse, group.start - 1) - 1 if group.start < group.verb else 0
    return by > 1 and parse.words[by] == "by" and parse.kind[by - 1] in ("past", "part") and parse.tags[by - 2] in "AN"


def _on_condition(parse: Parse, u: int) -> Slot | None:
    """Return of whom a threat asks something: "threatened to use force unless X left"."""
    k = next((k for k in range(u, len(parse.tags)) if parse.words[k] in ("unless", "if") or parse.tags[k] == ";"), -1)
    slot = noun_phrase(parse, k + 1)[0] if k > 0 and parse.tags[k] == "S" else None
    return Slot(slot.mentions, "of") if slot and slot.how != "inner" and not slot.mentions[0].is_pronoun else None


_ON_WHAT_IS_DONE = frozenset(("ACCUSE", "PROTEST", "REJECT", "SUPPORT"))


def _doer_of_object(parse: Parse, u: int, after: dict[str, Slot]) -> Slot | None:
    """Return who did what is judged: "denounced the raid by X", "praised X for the release of Y by Z"."""
    doer = after.get("by")
    by = next((k for k in range(max(u, 1), len(parse.tags)) if parse.words[k] == "by"), 0)
    if not doer and parse.kind[by - 1] == "part" and set(parse.tags[u : by - 1]) <= set("DNB'"):
        doer, _ = noun_phrase(parse, by + 1)  # "turned down a truce offered by X"
        return Slot(doer.mentions, "of") if doer else None
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


def _object_inside(parse: Parse, match: Match) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    slot = _object_in_gap(parse, match) if _has_gap(match) else None
    if slot or match.trigger.frame.get("obj") != "target":
        return slot
    if _has_gap(match) and (match.trigger.engagement_type in _SPEECH or parse.tags[match.end - 1] == "N"):
        return _told_by_adjective(parse, match)
    mention = parse.mention[match.end - 1]  # "killed three refugees": the wording's last word is the object itself
    sent = parse.lemma[match.unit] in _SENDING and match.trigger.engagement_type == "AID"  # "sent doctors to X"
    return Slot([mention], "head") if mention is not None and not sent else None


_SENDING = frozenset("deploy dispatch fly rush send ship".split())


def _object_in_gap(parse: Parse, match: Match) -> Slot | None:
    first = skip(parse, match.unit + 1, "Bq")
    first += parse.words[first : first + 1] == ["that"]  # "said that X must"
    slot, end = noun_phrase(parse, first)
    if end < match.end:
        return slot
    if first + 1 >= match.end or parse.mention[first] is None:
        return None
    given = match.trigger.tail[0] == "{actor}" and first == match.unit + 1  # "gave X arms"
    first = _last_of_chain(parse, first, match.end - 1)
    mention = parse.mention[first]
    if mention.attributive and not given and not (mention.described and mention.kind == "person"):
        return None
    return Slot([mention], "poss" if parse.tags[first + 1] == "'" else "head")


def _last_of_chain(parse: Parse, u: int, end: int) -> int:
    """Return the unit of whom a chain of owners comes to: Y in "called X's Y a liar", "called X leader Y a liar"."""
    while u + 1 < end:
        nxt = u + 1 + (parse.tags[u + 1] == "'")
        if nxt >= end or parse.tags[nxt] != "A":
            break
        u = nxt
    return u


def _told_by_adjective(parse: Parse, match: Match) -> Slot | None:
    """Return whose is what stands inside a wording, where an adjective tells it: "dismissed Chadian allegations"."""
    first = skip(parse, match.unit + 1, "BDq")
    mention = parse.mention[first] if first + 1 < match.end else None
    return Slot([mention], "inner") if mention is not None and mention.attributive else None


def _has_gap(match: Match) -> bool:
    """Say whether a wording leaves a place for its object: "urge {actor} to", "send _ to"."""
    return any(not isinstance(element, frozenset) for element in match.trigger.tail)


def _ends_in_clause(parse: Parse, match: Match) -> bool:
    """Say whether a wording ends in what its object does: after "ordered X to leave" comes no object of "ordered"."""
    return match.end - 1 > match.unit and parse.tags[match.end - 1] == "V" and _has_gap(match)


def is_own(inside: Slot, subject: Slot | None) -> bool:
    """Whether a phrase only tells whose something is, the subject's: "dropped its objections to X"."""
    owner = inside.mentions[0]
    own = owner.is_pronoun and owner.possessive and subject is not None
    return own and any(owner.actor_id == mention.actor_id for mention in everyone(subject.mentions))


def _is_doer(inside: Slot, kind: str) -> bool:
    """Whether the owner inside a wording does the act: "unveiled X's sanctions", but "rejected X's offer"."""
    return inside.how == "poss" and kind not in _SPEECH


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


_DENIED_TO = frozenset(("by", "from", "of"))  # "denied a role in the attack on X" is no rejection of X
_TOWARDS = ("to", "with", "against", "on")


def _goes_on(parse: Parse, match: Match) -> bool:
    """Whether a refusal goes on with what is not to be done: "ruled out arming X", but not what is denied to be done."""
    return parse.kind[match.end : match.end + 1] == ["ing"] and parse.lemma[match.unit] != "deny"


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
