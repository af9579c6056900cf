"""Who stands within a wording: its object, or whose it is what the wording names.

What belongs here: "urged X to", "rejected X's offer", "downed an American drone". What does not: who stands behind a
wording (``objects``), which part they take (``frames``).
"""

from __future__ import annotations

from pipelines.parsing.frames.triggers import Match, opens_maker
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left, chunk_right
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.spans import everyone
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.words.lexicon import Lexicon
from pipelines.schemas import SPEECH_TYPES


def object_inside(parse: Parse, match: Match, lexicon: Lexicon) -> Slot | None:
    """The object that stands inside a wording: "urged X to", "accused X of", "gave X two billion dollars"."""
    slot = _whose_talks(parse, match)
    slot = slot or (_object_in_gap(parse, match) if has_gap(match) else _owner_inside(parse, match))
    if slot or match.trigger.frame.get("obj") not in ("target", "participant"):
        return slot
    if has_gap(match) and (match.trigger.engagement_type in SPEECH_TYPES or parse.tags[match.end - 1] == "N"):
        return _told_by_adjective(parse, match)
    sent = parse.lemma[match.unit] in SENDING and match.trigger.engagement_type == "AID"  # "sent doctors to X"
    return None if sent else _last_word(parse, match, lexicon)


def _whose_talks(parse: Parse, match: Match) -> Slot | None:
    """Return whose talks a wording tells, who then is at them: "attended X's talks with Y", "cut short X's visit"."""
    last = match.end - 1
    mutual = match.trigger.engagement_type == "CONSULT" and match.trigger.frame.get("obj") == "participant"
    if not mutual or last == match.unit or parse.tags[last] != "N":
        return None
    slot = actors_in_chunk(parse, max(match.unit + 1, chunk_left(parse, last)), match.end)
    return Slot(slot.mentions, "head") if slot and slot.how == "poss" else None


def _last_word(parse: Parse, match: Match, lexicon: Lexicon) -> Slot | None:
    """Return who the last word of a wording is, or whose: "killed three refugees", "downed an American drone"."""
    last = match.end - 1
    mention = parse.mention[last]
    if mention is not None:
        given = match.trigger.frame_name == "give" and is_of_doer(parse.words[last], lexicon)  # "sent helicopters to X"
        return None if given else Slot([mention], "head")
    start = max(match.unit + 1, chunk_left(parse, last))
    target = match.trigger.frame.get("obj") == "target"
    thing = target and parse.tags[last] == "N" and last > start and not is_of_doer(parse.words[last], lexicon)
    whose = actors_in_chunk(parse, start, match.end) if thing else None
    owned = whose is not None and match.trigger.engagement_type == "COERCE" and parse.words[last].rstrip("s") in _CRAFT
    return Slot(whose.mentions, "poss") if whose and owned and whose.how == "inner" else whose


_CRAFT = frozenset("boat plane ship tanker trawler vessel yacht".split())  # "seized a Greek tanker"


def is_of_doer(word: str, lexicon: Lexicon) -> bool:
    """Say whether a noun tells what its owner does or gives: "launched US strikes", not "downed a US drone"."""
    return any(word in lexicon.classes.get(name, ()) for name in _DONE)


_DONE = "aid arms ask deal fire goods medics sanctions strikes talks ties troops truce weapon".split()


def _owner_inside(parse: Parse, match: Match) -> Slot | None:
    """Return whose it is what a wording names: "rejected X's offer", "rejected X demands"."""
    speech = match.trigger.engagement_type in SPEECH_TYPES and match.end - match.unit > _NEXT
    return actors_in_chunk(parse, match.unit + 1, match.end) if speech and parse.tags[match.end - 1] == "N" else None


_NEXT = 2  # units of a wording of two words that stand side by side
SENDING = frozenset("deploy dispatch fly rush send ship".split())
# Verbs that tell behind "to" to whom something is done.
GIVING = SENDING | frozenset("cede extradite give grant hand lend return sell supply surrender transfer".split())


def _object_in_gap(parse: Parse, match: Match) -> Slot | None:
    first = skip(parse, match.unit + 1, "Bq")
    if "{actor}" in match.trigger.tail[1:]:  # "tried to get X to"
        first = next((u for u in range(first, match.end) if parse.tags[u] == "A"), first)
    first += parse.words[first : first + 1] == ["that"]  # "said that X must"
    told_by = match.trigger.tail[0] == "{actor}" and opens_maker(parse, skip(parse, first, "DN"))
    first = skip(parse, first, "DN") + 1 if told_by else first  # "called comments by X a disgrace"
    slot, end = noun_phrase(parse, first)
    if slot and slot.how == "inner" and (told_by or _is_whole(parse, match, first)):
        return Slot(slot.mentions, "head")
    if end < match.end:
        return slot
    given = match.trigger.tail[0] in ("{actor}", "{person}") and first == match.unit + 1  # "gave X arms"
    named = skip(parse, first, "D" if given else "DN")
    if given or (parse.tags[named : named + 2] == ["A", "'"]):  # "gave the X arms", "praised the X's decision"
        first = named
    if first + 1 >= match.end or parse.mention[first] is None:
        return None
    first = _last_of_chain(parse, first, match.end - 1)
    mention = parse.mention[first]
    if mention.attributive and not given and not (mention.described and mention.kind == "person"):
        return None
    return Slot([mention], "poss" if parse.tags[first + 1] == "'" else "head")


def _is_whole(parse: Parse, match: Match, u: int) -> bool:
    """Say whether the actor at a unit is all of an object, of which the wording goes on: "held the X responsible"."""
    tail, u = match.trigger.tail, skip(parse, u, "D")
    after = tail[1] if tail[0] in ("{actor}", "{person}", None) and len(tail) > 1 else None
    return (
        isinstance(after, frozenset)
        and parse.tags[u : u + 1] == ["A"]
        and not after.isdisjoint(parse.words[u + 1 : u + 2])
    )


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
    """Whether a phrase only tells of the subject again, or whose something is, the subject's: "said he did not want",
    "dropped its objections to X".
    """
    doers = {mention.actor_id for mention in everyone(subject.mentions)} if subject else set()
    return inside.mentions[0].actor_id in doers


def ends_in_ground(parse: Parse, match: Match, inside: Slot | None) -> bool:
    """Say whether a wording that names to whom it is done ends before its ground: not Y of "blamed X for Y's fall"."""
    tail = match.trigger.tail
    if inside is None or not tail or parse.tags[match.end - 1] != "P":
        return False
    return tail[0] in ("{actor}", "{person}") or (tail[0] is None and len(tail) == _NEXT)


def whose_deed(parse: Parse, slot: Slot | None, lexicon: Lexicon) -> Slot | None:
    """Return who is told by an adjective as surely as an owner where a noun tells what they did or said: "condemned
    Chadian strikes on Mali", like "Chad's strikes on Mali".

    Args:
        parse: The sentence.
        slot: Who is found in a phrase.
        lexicon: For what tells of a deed.
    """
    if slot is None or slot.how != "inner":
        return slot
    owner = slot.mentions[0]
    u = parse.unit_at(owner.token_start)
    known = owner.kind in ("person", "organization") or owner.sector in _ACTING
    if not (owner.attributive or parse.words[u] in _AS_ADJECTIVES or known):
        return slot  # "the Lagos attacks"
    noun = parse.words[chunk_right(parse, u) - 1]
    deed = noun in _DEEDS or any(trigger.pos == "n" for trigger in lexicon.heads.get(noun, ()))
    return Slot(slot.mentions, "poss") if deed else slot


_AS_ADJECTIVES = frozenset("eu u.k. u.n. u.s. uae uk un us".split())
_ACTING = frozenset(("IGO", "MIL", "REB"))
_DEEDS = frozenset(
    "action actions activities activity attempt attempts behavior behaviour campaign claims comments conduct crimes "
    "decision decisions effort efforts handling involvement meddling move moves plan plans policies policy position "
    "practices presence remarks role rule stance statement statements support treatment".split()
)


def is_of_subject(parse: Parse, match: Match, inside: Slot, subject: Slot | None, lexicon: Lexicon) -> bool:
    """Say whether who stands within a wording does the act, or is its doer's."""
    doer = _is_doer(inside, match.trigger.engagement_type, parse.words[match.end - 1], lexicon)
    return doer or is_own(inside, subject)


def _is_doer(inside: Slot, kind: str, last: str, lexicon: Lexicon) -> bool:
    """Whether the owner inside a wording does the act: "unveiled X's sanctions", not "rejected X's offer", "froze X's
    assets".
    """
    if inside.how != "poss" or kind in SPEECH_TYPES:
        return False
    return kind not in _DONE_TO_OWNER or is_of_doer(last, lexicon)


_DONE_TO_OWNER = frozenset(("ASSAULT", "COERCE", "SANCTION"))


def says_with(parse: Parse, match: Match) -> bool:
    """Say whether who stands within a wording says the same: "joined X in condemning Y"."""
    return parse.lemma[match.unit] == "join" and match.trigger.engagement_type in SPEECH_TYPES and has_gap(match)
