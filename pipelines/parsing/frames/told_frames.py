"""Frames of what is told of somebody without a verb of doing: "must", "is wrong", "is in touch with".

What belongs here: modals, "be" and judging words. What does not: verbs and nouns of doing (``frames``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.frames.harm import attacker_within
from pipelines.parsing.frames.inside import GIVING, is_own, whose_deed
from pipelines.parsing.frames.slots import Candidate, put
from pipelines.parsing.frames.status import MODALS
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left, chunk_right
from pipelines.parsing.syntax.complements import NAMED, complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.relatives import group_start
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.closed_words import BE
from pipelines.parsing.words.lexicon import Lexicon
from pipelines.schemas import SPEECH_TYPES


def modal_frame(parse: Parse, match: Match, lexicon: Lexicon) -> Candidate:
    """A demand told by a modal ("X must ..."), or a judgement told by "be" ("X is wrong")."""
    frame = match.trigger.frame
    group = VerbGroup(match.unit, match.unit)
    while match.trigger.pos == "v" and group.start and parse.tags[group.start - 1] in "XMBG":
        group.start -= 1  # "has been in touch with", "would be wrong to"
    candidate = Candidate(match, _status_of_be(parse, match, group))
    slot, candidate.subject_found = subject_of(parse, group)
    put(candidate, slot, "subj", frame.get("subj"))
    if match.trigger.pos == "v":
        _after_be(candidate, parse)
    elif frame.get("subj") != "target":
        _after_modal(candidate, parse, slot, lexicon)
    candidate.cues.add(f"before={parse.tags[group.start - 1] if group.start else '^'}")
    return candidate


def _status_of_be(parse: Parse, match: Match, group: VerbGroup) -> str:
    """The status by what stands around "be": "will be on a visit", "was not in custody"; of a judgement none but that
    it is passed.
    """
    kind, about = match.trigger.engagement_type, slice(group.start, match.unit + 2)
    if match.trigger.pos != "v" or kind == "AGREE" or kind in SPEECH_TYPES:  # "would be willing to"
        return "occurred"
    modal = next((word for word, tag in zip(parse.words[about], parse.tags[about], strict=True) if tag == "M"), "")
    if _is_negated(parse, match, about) or skip_back(parse, group.start - 1, "B") in parse.nobody:
        return "not_occurred"
    if modal:
        missed = modal in ("would", "could", "should") and "have" in parse.words[about]
        return "not_occurred" if missed else MODALS.get(modal, "proposed")
    now = kind == "CONSULT" and parse.words[match.unit] in ("is", "are")
    ahead = "for" in parse.words[match.unit : match.end] or parse.tags[match.end - 1] in "TV"  # "is in town to meet X"
    return "ongoing" if now and not ahead else "occurred"


def _is_negated(parse: Parse, match: Match, about: slice) -> bool:
    """Whether a negation stands with "be" that is none of the wording's own words: "was no longer welcome"."""
    pairs = zip(parse.words[about], parse.tags[about], strict=True)
    return any(tag == "G" and not any(word in words for words in match.trigger.asks) for word, tag in pairs)


def _after_be(candidate: Candidate, parse: Parse) -> None:
    """Add who stands after a wording of "be": "is in touch with X", "is worried by X"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    obj, after = complements(parse, match.end)
    last = parse.words[match.end - 1]
    if parse.tags[match.end - 1] in "PT":
        undergone = frame.get("subj") == "target"  # "is mocked by X": X does it; "is worried by X": it is told of X
        put(candidate, obj, last, (last == "by" and not undergone and frame.get("obj")) or frame.get(last))
    elif parse.tags[match.end - 1] == "V":  # "is in town to meet X"
        put(candidate, obj, "obj", frame.get("obj"))
    put(candidate, after.get(NAMED), "subj", frame.get("subj"))
    if frame.get("subj") == "target" and frame.get("by") == "source":  # "was killed in X's raid"
        put(candidate, attacker_within(parse, match.unit + 1, match.end), "by", "source")
    for preposition, slot in after.items():
        known = preposition != "by" or "obj" not in frame  # not who is feared: "is worried in May by X"
        put(candidate, slot, preposition, frame.get(preposition) if known else None)


def _after_modal(candidate: Candidate, parse: Parse, subject: Slot | None, lexicon: Lexicon) -> None:
    """Add to whom that is done which a modal tells of: "will never recognise X", "would not talk to X"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    verb = match.end - 1 if parse.tags[match.end - 1] in "VP" else skip(parse, match.end, "BG")
    if verb >= len(parse.tags) or parse.tags[verb] not in "VP":
        return
    obj, after = complements(parse, verb + 1)
    obj = after.get("to", obj) if parse.lemma[verb] in GIVING else obj  # "will not hand the men over to X"
    if obj is None or is_own(obj, subject):  # "would not extend its treaty with X"
        obj = next((after[preposition] for preposition in ("to", "with", "against") if preposition in after), None)
    obj = whose_deed(parse, obj, lexicon)
    owned = obj and obj.how == "poss" and not (obj.mentions[0].is_pronoun or is_own(obj, subject))
    if obj and (obj.how == "head" or owned):  # "will not bow to X's demands"
        put(candidate, obj, "obj", frame.get("obj"))


def _judged(parse: Parse, u: int) -> Slot | None:
    """Return of whom or whose a judging word at a unit tells: "X is a liar", "X's words were rude", "X's vile act"."""
    if parse.tags[u] == "V":  # "X was trying to undermine Y"
        group = verb_group(parse, u)
        return None if group.passive else subject_of(parse, group)[0]
    is_said, slot = said_to_be(parse, u)
    if not is_said:
        slot = actors_in_chunk(parse, chunk_left(parse, u), chunk_right(parse, u))
        after = slot is not None and parse.unit_at(slot.mentions[0].token_start) > u  # not "Chadian propaganda"
        slot = slot if slot and (slot.how == "poss" or after) else None
    if slot and slot.how == "inner":
        return Slot(slot.mentions, "poss") if slot.mentions[0].attributive else None
    return slot


def said_to_be(parse: Parse, u: int) -> tuple[bool, Slot | None]:
    """Say whether a judging word stands after "be", and return of whom it then tells: "X's move was an insult"."""
    k = skip_back(parse, u - 1, "BCDGNq")
    if k < 0 or parse.words[k] not in _BE:
        return False, None
    return True, subject_of(parse, VerbGroup(k, group_start(parse, k)))[0]


_BE = BE | {"'s", "'re"}


def _nearest(parse: Parse, u: int, speaker: Any) -> Any:
    """Return the mention nearest to a unit of somebody who is not the speaker."""
    others = (k for k, m in enumerate(parse.mention) if m and (speaker is None or m.actor_id != speaker.actor_id))
    return next((parse.mention[k] for k in sorted(others, key=lambda k: abs(k - u))), None)


def _said_of(parse: Parse) -> Slot | None:
    """Return of whom a verb of saying tells what it reports: "'A disgrace,' X said of Y", "X said Monday of Y's plan".

    Behind the speaker's name "of" tells whose they are: "said X of the Y Institute".
    """
    for u, lemma in enumerate(parse.lemma):
        if lemma in _OF_WHOM and not parse.quoted[u]:
            k = u + 1 + (parse.words[u + 1 : u + 2] != ["of"])
            if parse.words[k : k + 1] == ["of"] and (k == u + 1 or parse.words[u + 1] in _WHEN):
                return noun_phrase(parse, k + 1)[0]
    return None


_OF_WHOM = frozenset("quip remark say tweet write".split())
_WHEN = frozenset(("later", "recently", "today", "yesterday", *WEEKDAYS))


def is_denied(parse: Parse, match: Match) -> bool:
    """Say whether nobody passes a judgement here: "X is not corrupt", "no wrongdoing", "neither that nor a crime".

    Who warns of what comes "if X does not act" threatens all the same.
    """
    if match.trigger.pos != "e" or match.trigger.engagement_type == "THREATEN":
        return False
    k = match.unit - 1
    while k > match.unit - _REACH and k >= 0 and parse.words[k] not in _DENIES:
        if parse.tags[k] not in "DNBq" and parse.words[k] not in _BEEN:
            break
        k -= 1
    denied = k >= 0 and (parse.words[k] in _DENIES or parse.words[k].endswith("n't"))
    return denied and _MORE.isdisjoint(parse.words[k : match.unit])


_DENIES = frozenset("hardly neither never no nor not n't".split())
_BEEN = frozenset(("be", "been", "being"))
_MORE = frozenset("bigger doubt greater just less longer merely more only question simply surprise worse".split())
_REACH = 6  # units from a negation to what it denies
_FIRST_PERSON = frozenset("we i our us my".split())


def judging_frame(parse: Parse, match: Match, speaker: Any) -> Candidate:
    """A judgement or menace in reported speech: on whom it tells of, else on the nearest actor; not on the speaker."""
    candidate = Candidate(match, "occurred")
    role = match.trigger.frame.get("near")
    judged = _judged(parse, match.unit)
    if judged and (speaker is None or all(m.actor_id != speaker.actor_id for m in judged.mentions)):
        put(candidate, judged, "subj", role)
    elif (said_of := _said_of(parse)) is not None:
        put(candidate, said_of, "of", role)
    else:
        near = _nearest(parse, match.unit, speaker)
        put(candidate, Slot([near], "near") if near else None, "near", role)
    window = parse.words[max(0, match.unit - 6) : match.unit]
    if _FIRST_PERSON & set(window):
        candidate.cues.add("first_person")
    if {"will", "'ll", "would", "can", "should"} & set(window):
        candidate.cues.add("modal_before")
    if {"not", "n't", "never", "no"} & set(window):
        candidate.cues.add("negation_before")
    candidate.cues.add(f"tag={parse.tags[match.unit]}")
    return candidate
