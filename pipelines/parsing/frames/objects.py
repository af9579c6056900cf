"""To whom an act is done, where that stands behind its wording and is no plain object: after another verb, as the doer
of what is judged, as whom a demand is for.

What belongs here: finding them. What does not: who stands within the wording (``inside``), which part they take, and
what else fills the frame (``frames``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS
from pipelines.parsing.frames.harm import answerable
from pipelines.parsing.frames.inside import GIVING, has_gap, says_with
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.hidden import WRITINGS, written_to
from pipelines.parsing.syntax.particles import PARTICLES
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.schemas import SPEECH_TYPES

ON_WHOM_THAT_IS = frozenset(("ACCUSE", "REQUEST"))  # of whom it is, who does what is said


def doer_of_object(parse: Parse, u: int, after: dict[str, Slot]) -> Slot | None:
    """Return who did what is judged: "denounced the raid by X", "praised X for the release of Y by Z"."""
    doer = after.get("by")
    by = next((k for k in range(max(u, 1), len(parse.tags)) if parse.words[k] == "by"), 0)
    if not doer and by > 1 and _is_made(parse, u, by):
        doer, _ = noun_phrase(parse, by + 1)  # "turned down a truce offered by X"
        return Slot(doer.mentions, "of") if doer else None
    return Slot(doer.mentions, "of") if doer and parse.tags[by - 1] in "NA" else None


def _is_made(parse: Parse, u: int, by: int) -> bool:
    """Say whether a "by" tells who made what stands at a unit: "a truce offered by X", "the view, put forward by X"."""
    verb = by - 1 - (parse.words[by - 1] in PARTICLES or parse.words[by - 1] == "forward")
    over = skip(parse, u, "NADBP'q")
    if over + 1 == verb and parse.tags[over] == ",":
        return parse.kind[verb] in ("part", "past")
    return over == verb and (parse.kind[verb] == "part" or (verb < by - 1 and parse.kind[verb] == "past"))


def owner_of_what(parse: Parse, u: int) -> Slot | None:
    """Return whose that is which is judged by a name given to it: "condemned what it called X's aggression"."""
    what = skip(parse, u, "PBq")
    verb = skip(parse, what + 1, "ANDOB'XGM")
    if parse.words[what : what + 1] != ["what"] or verb >= len(parse.tags) or parse.lemma[verb] not in _NAMING:
        return None
    named = skip(parse, verb + 1, "XBq")
    obj, after = complements(parse, named + (parse.words[named : named + 1] == ["as"]))
    if obj is None or obj.how == "inner":
        return after.get("by") or obj
    return obj


_NAMING = frozenset("brand call characterise characterize deem describe dub label see say term view".split())


def of_whom_said(parse: Parse, u: int) -> Slot | None:
    """Return who does what a complaint or a demand tells: "complained in May that X lies", "asked whether X lies"."""
    k = u
    while k < len(parse.tags) and parse.tags[k] in "NADBP'":
        k += 1
    if k >= len(parse.tags) or parse.tags[k] != "S" or parse.words[k] not in ("that", "whether", "how", "why", "when"):
        return None
    said_in = parse.tags[u : u + 1] == ["P"] and parse.words[u] in ("at", "during", "in", "on")  # "said in a book that"
    if (
        parse.words[k] == "that"
        and k > u
        and parse.tags[k - 1] == "N"
        and not (said_in or parse.words[k - 1] in _CONTENTS)
    ):
        return None  # "an inquiry that X trusts"
    slot, _ = noun_phrase(parse, k + 1)
    return Slot(slot.mentions, "of") if slot else None


_CONTENTS = frozenset(
    "accusation accusations allegation allegations charge charges claim claims complaint complaints concern concerns "
    "dismay doubt doubts fact fear fears frustration suspicion suspicions week month year today "
    "yesterday".split()
    + MONTHS
    + WEEKDAYS
)


def object_of_what_follows(parse: Parse, match: Match) -> Slot | None:
    """Return to whom that is done which a wording tells of: "threatened to dismantle X", "refused to recognise X"."""
    verb = skip(parse, match.end, "BG")
    if has_gap(match) or verb >= len(parse.tags) or parse.tags[verb] != "V":
        return None
    parted = parse.words[verb + 1 : verb + 2] and parse.words[verb + 1] in PARTICLES  # "threatened to throw out X"
    slot, after = complements(parse, verb + 1 + bool(parted))
    if parse.lemma[verb] in GIVING and "to" in after:
        slot = after["to"]
    slot = slot or next((after[preposition] for preposition in _TOWARDS if preposition in after), None)
    return Slot(slot.mentions, "of") if slot and slot.how == "head" else None


_TOWARDS = ("to", "with", "against", "on")


def doer_of_asked(parse: Parse, match: Match, after: dict[str, Slot]) -> Slot | None:
    """Return who is to do what is asked: "called for restraint by X", "urged the release of Y by X", "sought the
    release of Y held by X".
    """
    if match.trigger.engagement_type != "REQUEST":
        return None
    by = next((k for k in range(match.unit + 1, len(parse.tags)) if parse.words[k] == "by"), 0)
    doer = after.get("by") if by and parse.tags[by - 1] in "NA" else None
    if doer is None and "release" in parse.words[match.end - 2 : match.end]:
        return answerable(parse, match.end, "RETREAT")
    return Slot(doer.mentions, "of") if doer else None


def of_whom_asked(parse: Parse, match: Match, after: dict[str, Slot]) -> Slot | None:
    """Return of whom a noun of asking does: Y of "a call for the release of X by Y", who then is no longer among those
    ``after``, and X of "calls from Z for the removal of X", "calls from Z for X to resign".
    """
    if match.trigger.engagement_type != "REQUEST":
        return None
    asked = next((k for k in range(match.unit + 1, len(parse.tags)) if parse.words[k] == "for"), len(parse.tags))
    by = next((k for k in range(asked, len(parse.tags)) if parse.words[k] == "by"), 0)
    if by and parse.tags[by - 1] == "A" and "by" in after and "of" in parse.words[asked:by]:
        return Slot(after.pop("by").mentions, "of")
    slot = after.get("for")
    led = slot is not None and (slot.how == "of" or parse.tags[noun_phrase(parse, asked + 1)[1] :][:1] == ["T"])
    return Slot(slot.mentions, "of") if slot and led else None


def cried_against(parse: Parse, match: Match) -> Slot | None:
    """Return of whom protesters demand or say something: "marched to urge X to go", "rallied demanding that X go"."""
    for verb in range(match.end, len(parse.tags)):
        if parse.tags[verb] in ";R" or parse.kind[verb] in ("past", "s"):
            return None
        if parse.lemma[verb] in _CRIES and (parse.kind[verb] == "ing" or parse.tags[verb - 1] == "T"):
            obj, after = complements(parse, verb + 1)
            slot = obj or of_whom_said(parse, verb + 1) or next((after[p] for p in _AGAINST if p in after), None)
            return Slot(slot.mentions, "of") if slot and slot.how != "inner" else None
    return None


_CRIES = frozenset("accuse call condemn decry demand denounce oppose press protest pressure urge warn".split())
_AGAINST = ("against", "at", "on", "of", "by")


def undergoer_of_noun(parse: Parse, match: Match, start: int) -> Slot | None:
    """Return to whom that is done, or of whom that is said, which a noun leads to: "its threat to bomb X",
    "allegations that X lied", and "X, under pressure from Y", where its phrase starts at a unit.
    """
    kind = match.trigger.engagement_type
    if start > 1 and parse.words[start - 1] == "under":
        return _under(parse, start - 2)
    if kind in ON_WHOM_THAT_IS and parse.words[match.unit] in _ON_OTHERS:
        return of_whom_said(parse, match.end - 1)
    if kind not in ("REJECT", "THREATEN") or parse.tags[match.end - 1] != "T":
        return None
    slot, _ = complements(parse, skip(parse, match.end, "BG") + 1)
    return Slot(slot.mentions, "of") if slot and slot.how == "head" else None


# What is said of somebody, where a claim or an argument may be of one's own: "allegations that X lied".
_ON_OTHERS = frozenset(
    "accusation accusations allegation allegations assessment call calls charge charges complaint complaints concern "
    "concerns demand demands insistence suspicion suspicions".split()
)


def _under(parse: Parse, u: int) -> Slot | None:
    """Return who is under what is told after a unit: "X, under pressure", "X has been under attack"."""
    if parse.tags[u] == "X":
        u = skip_back(parse, u, "XBGM")
        return phrase_left(parse, u) if u >= 0 and parse.tags[u] == "A" else None
    return phrase_left(parse, u - 1) if u > 0 and parse.tags[u] == "," and parse.tags[u - 1] == "A" else None


def goes_on(parse: Parse, match: Match) -> bool:
    """Whether a refusal goes on with what is not to be done: "ruled out arming X", not "denied arming X"."""
    return parse.kind[match.end : match.end + 1] == ["ing"] and parse.lemma[match.unit] != "deny"


def on_condition(parse: Parse, match: Match) -> Slot | None:
    """Return of whom a threat asks something: "threatened to use force unless X left"."""
    none_behind = parse.words[0] in _CONDITIONS or _CONDITIONS.isdisjoint(parse.words[match.end :])
    opens = 0 if none_behind else match.end  # "If X does not leave, Y warned", "It will hit back if X fires, Y warned"
    k = next((k for k in range(opens, len(parse.tags)) if parse.words[k] in _CONDITIONS or parse.tags[k] == ";"), -1)
    slot, end = noun_phrase(parse, k + 1) if k >= 0 and parse.tags[k] == "S" else (None, 0)
    if slot is None or slot.how == "inner" or slot.mentions[0].is_pronoun:
        return None
    verb = skip(parse, end, "XMGB")
    undergoes = parse.tags[verb : verb + 1] == ["V"] and verb_group(parse, verb).passive  # "if X is fired"
    return None if undergoes else Slot(slot.mentions, "of")


_CONDITIONS = frozenset(("if", "unless"))


def addressee(parse: Parse, match: Match) -> Slot | None:
    """Return to whom the words are said or sent that ask for something: "a note to X seeking", "wrote to X urging",
    "in a call with X, Y urged".
    """
    if parse.kind[match.unit] == "ing":
        group = verb_group(parse, match.unit)
        u = group.start - 1
        if u > 0 and parse.tags[u] == "A" and written_to(parse, group, u):
            return noun_phrase(parse, skip_back(parse, u, "ANDBC'") + 1)[0]
    return _spoken_to(parse) if match.trigger.pos == "v" and not _TALKS.isdisjoint(parse.words) else None


def _spoken_to(parse: Parse) -> Slot | None:
    """Return with whom the talks are in which something is said: "in a call with X", "in a letter to X"."""
    for u in range(2, len(parse.tags)):
        if parse.words[u] in _TO and parse.words[u - 1] in _TALKS:
            opens = chunk_left(parse, u - 1) - 1
            slot = noun_phrase(parse, u + 1)[0] if opens >= 0 and parse.words[opens] in ("during", "in") else None
            return Slot(slot.mentions, "of") if slot and slot.how == "head" else None
    return None


_TO = frozenset(("to", "with"))
_TALKS = frozenset("call calls conversation letter meeting message phone talks".split())


def made_by(parse: Parse, group: VerbGroup) -> bool:
    """Say whether who stands before a passive only made what undergoes it: "drones made by X were sold"."""
    by = chunk_left(parse, group.start - 1) - 1 if group.start < group.verb else 0
    return by > 1 and parse.words[by] == "by" and parse.kind[by - 1] in ("past", "part") and parse.tags[by - 2] in "AN"


def made_with(parse: Parse, u: int) -> Slot | None:
    """Return who does the next of two things undergone, and so both: "was detained and questioned by X"."""
    joined = parse.words[u : u + 1] == ["and"] and parse.kind[u + 1 : u + 2] in (["part"], ["past"])
    return complements(parse, u + 2)[1].get("by") if joined else None


def shared_object(parse: Parse, match: Match) -> Slot | None:
    """Return to whom a bare verb is done together with the next one: "arrested and expelled X"."""
    joint = match.end
    verb = skip(parse, joint + 1, "B")
    if match.end > match.unit + 1 or parse.words[joint : joint + 1] not in (["and"], ["or"]):
        return None
    alike = parse.kind[verb : verb + 1] == [parse.kind[match.unit]]
    return complements(parse, verb + 1)[0] if alike and verb_group(parse, verb).start > joint else None


def whence(parse: Parse, match: Match) -> str | None:
    """The part of who is left behind: "left the service of X" tells who did it, but "pulled out of X" whom it is
    done to, and "returned from X" where one was.
    """
    frame, words = match.trigger.frame, parse.words[match.end - 2 : match.end]
    if parse.words[match.end - 1] == "from" and frame.get("to") == "host":
        return "host" if parse.lemma[match.unit] == "return" or "back" in words else None
    return frame.get("from") if words == ["out", "of"] and frame["of"] == "source" else None


def other_side(match: Match, preposition: str, subject: Slot | None, obj: Slot | None, group: VerbGroup) -> str | None:
    """The part of whoever stands after a preposition: "rejected a demand from X" is done to X, its subject does it, and
    "received envoys from X" tells of guests.
    """
    frame, said = match.trigger.frame, match.trigger.engagement_type in SPEECH_TYPES
    role = frame.get(preposition)
    if role not in ("source", "host") or group.passive or frame.get("subj") != role or not (subject or said):
        return role
    return None if obj else frame.get("obj")


def ends_in_clause(parse: Parse, match: Match) -> bool:
    """Say whether a wording ends in what its object does or is, or in what is said: not "X" of "asked Y to leave X",
    "hailed Y as X", "denied that X".
    """
    last = parse.words[match.end - 1]
    if last in ("that", "whether") and match.trigger.engagement_type not in ON_WHOM_THAT_IS:
        return True
    said = parse.lemma[match.end - 1] in SAYING or parse.words[match.end - 2] in WRITINGS
    if says_with(parse, match) or (parse.kind[match.end - 1] == "ing" and said):
        return False  # "issued a statement condemning Y" condemns Y
    return match.end - 1 > match.unit and (parse.tags[match.end - 1] == "V" or last == "as") and has_gap(match)


def ends_in_topic(parse: Parse, match: Match) -> bool:
    """Say whether a wording of talks ends in what they are about: "had talks on X", but "converged on X"."""
    if parse.words[match.end - 1] not in _TOPIC or match.trigger.frame.get("obj") != "participant":
        return False
    return parse.words[match.end - 2] != "in" and parse.lemma[match.unit] not in _COMING_UPON


_TOPIC = frozenset(("about", "on", "over"))
_COMING_UPON = frozenset(("call", "converge"))  # "called on X", and "dropped in on X"
