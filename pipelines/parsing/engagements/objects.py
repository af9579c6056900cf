"""To whom an act is done, where that stands elsewhere than in its plain object: inside the wording, behind
another verb, as the doer of what is judged.

What belongs here: finding them. What does not: which part they take, and what else fills the frame (``frames``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS
from pipelines.parsing.engagements.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.engagements.hidden import written_to
from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.phrases import complements, noun_phrase, phrase_left
from pipelines.parsing.engagements.spans import everyone
from pipelines.parsing.engagements.triggers import Match
from pipelines.parsing.engagements.units import Parse, skip, skip_back
from pipelines.parsing.engagements.verbs import VerbGroup, verb_group

# Saying it does it: "is urging" has urged.
SPEECH = frozenset("REQUEST ACCUSE REJECT THREATEN SUPPORT".split())
ON_WHOM_THAT_IS = frozenset(("ACCUSE", "REQUEST"))  # of whom it is, who does what is said


def object_inside(parse: Parse, match: Match, lexicon: Lexicon) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    slot = _object_in_gap(parse, match) if has_gap(match) else _owner_inside(parse, match)
    if slot or match.trigger.frame.get("obj") not in ("target", "participant"):
        return slot
    if has_gap(match) and (match.trigger.engagement_type in SPEECH or parse.tags[match.end - 1] == "N"):
        return _told_by_adjective(parse, match)
    sent = parse.lemma[match.unit] in _SENDING and match.trigger.engagement_type == "AID"  # "sent doctors to X"
    return None if sent else _last_word(parse, match, lexicon)


def _last_word(parse: Parse, match: Match, lexicon: Lexicon) -> Slot | None:
    """Return who the last word of a wording is, or whose: "killed three refugees", "downed an American drone"."""
    last = match.end - 1
    mention = parse.mention[last]
    if mention is not None:
        return Slot([mention], "head")
    start = max(match.unit + 1, chunk_left(parse, last))
    target = match.trigger.frame.get("obj") == "target"
    thing = target and parse.tags[last] == "N" and last > start and not is_of_doer(parse.words[last], lexicon)
    return actors_in_chunk(parse, start, match.end) if thing else None


def is_of_doer(word: str, lexicon: Lexicon) -> bool:
    """Say whether a noun tells what its owner does or gives: "launched US strikes", not "downed a US drone"."""
    return any(word in lexicon.classes.get(name, ()) for name in _DONE)


_DONE = ("aid", "arms", "ask", "deal", "fire", "sanctions", "strikes", "talks", "ties", "troops", "truce", "weapon")


def _owner_inside(parse: Parse, match: Match) -> Slot | None:
    """Return whose it is what a wording names: "rejected X's offer", "rejected X demands"."""
    speech = match.trigger.engagement_type in SPEECH and match.end - match.unit > _NEXT
    return actors_in_chunk(parse, match.unit + 1, match.end) if speech and parse.tags[match.end - 1] == "N" else None


_NEXT = 2  # units of a wording of two words that stand side by side
_SENDING = frozenset("deploy dispatch fly rush send ship".split())


def _object_in_gap(parse: Parse, match: Match) -> Slot | None:
    first = skip(parse, match.unit + 1, "Bq")
    if "{actor}" in match.trigger.tail[1:]:  # "tried to get X to"
        first = next((u for u in range(first, match.end) if parse.tags[u] == "A"), first)
    first += parse.words[first : first + 1] == ["that"]  # "said that X must"
    slot, end = noun_phrase(parse, first)
    if end < match.end:
        return slot
    given = match.trigger.tail[0] in ("{actor}", "{person}") and first == match.unit + 1  # "gave X arms"
    first = skip(parse, first, "D") if given else first  # "gave the X arms"
    if first + 1 >= match.end or parse.mention[first] is None:
        return None
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
        if nxt == u + 1 and parse.mention[nxt].attributive:  # "gave X five coast guard boats"
            break
        u = nxt
    return u


def _told_by_adjective(parse: Parse, match: Match) -> Slot | None:
    """Return whose is what stands inside a wording, where an adjective tells it: "dismissed Chadian allegations"."""
    first = skip(parse, match.unit + 1, "BDq")
    mention = parse.mention[first] if first + 1 < match.end else None
    return Slot([mention], "inner") if mention is not None and mention.attributive else None


def has_gap(match: Match) -> bool:
    """Say whether a wording leaves a place for its object: "urge {actor} to", "send _ to"."""
    return any(not isinstance(element, frozenset) for element in match.trigger.tail)


def is_own(inside: Slot, subject: Slot | None) -> bool:
    """Whether a phrase only tells whose something is, the subject's: "dropped its objections to X"."""
    owner = inside.mentions[0]
    own = owner.is_pronoun and owner.possessive and subject is not None
    return own and any(owner.actor_id == mention.actor_id for mention in everyone(subject.mentions if subject else ()))


def doer_of_object(parse: Parse, u: int, after: dict[str, Slot]) -> Slot | None:
    """Return who did what is judged: "denounced the raid by X", "praised X for the release of Y by Z"."""
    doer = after.get("by")
    by = next((k for k in range(max(u, 1), len(parse.tags)) if parse.words[k] == "by"), 0)
    if not doer and by > 1 and parse.kind[by - 1] == "part" and skip(parse, u, "NADBP'q") == by - 1:
        doer, _ = noun_phrase(parse, by + 1)  # "turned down a truce offered by X"
        return Slot(doer.mentions, "of") if doer else None
    return Slot(doer.mentions, "of") if doer and parse.tags[by - 1] in "NA" else None


def of_whom_said(parse: Parse, u: int) -> Slot | None:
    """Return who does what a complaint or a demand tells: "complained in May that X lies", "asked whether X lies"."""
    k = u
    while k < len(parse.tags) and parse.tags[k] in "NADBP'":
        k += 1
    if k >= len(parse.tags) or parse.tags[k] != "S" or parse.words[k] not in ("that", "whether", "how", "why", "when"):
        return None
    if parse.words[k] == "that" and k > u and parse.tags[k - 1] == "N" and parse.words[k - 1] not in _CONTENTS:
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
    parted = parse.words[verb + 1 : verb + 2] and parse.words[verb + 1] in _PARTICLES  # "threatened to throw out X"
    slot, after = complements(parse, verb + 1 + bool(parted))
    if parse.lemma[verb] in _SENDING and "to" in after:
        slot = after["to"]
    slot = slot or next((after[preposition] for preposition in _TOWARDS if preposition in after), None)
    return Slot(slot.mentions, "of") if slot and slot.how == "head" else None


_PARTICLES = frozenset("away back down off out up".split())
_TOWARDS = ("to", "with", "against", "on")


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
    opens = 0 if parse.words[0] in _CONDITIONS else match.end  # "If X does not leave, Y warned"
    k = next((k for k in range(opens, len(parse.tags)) if parse.words[k] in _CONDITIONS or parse.tags[k] == ";"), -1)
    slot = noun_phrase(parse, k + 1)[0] if k >= 0 and parse.tags[k] == "S" else None
    return Slot(slot.mentions, "of") if slot and slot.how != "inner" and not slot.mentions[0].is_pronoun else None


_CONDITIONS = ("if", "unless")


def addressee(parse: Parse, match: Match) -> Slot | None:
    """Return to whom the words are sent that ask for something: "a note to X seeking", "wrote to X urging"."""
    if parse.kind[match.unit] != "ing":
        return None
    group = verb_group(parse, match.unit)
    u = group.start - 1
    addressed = u > 0 and parse.tags[u] == "A" and written_to(parse, group, u)
    return actors_in_chunk(parse, chunk_left(parse, u), u + 1) if addressed else None


def made_by(parse: Parse, group: VerbGroup) -> bool:
    """Say whether who stands before a passive only made what undergoes it: "drones made by X were sold"."""
    by = chunk_left(parse, group.start - 1) - 1 if group.start < group.verb else 0
    return by > 1 and parse.words[by] == "by" and parse.kind[by - 1] in ("past", "part") and parse.tags[by - 2] in "AN"
