"""Who stands in an act that a noun tells, by the verb around it: "X held talks", "after talks with X, Y left".

What belongs here: subjects of the verb over, under or after a noun of doing. What does not: who stands beside the noun
(``noun_frames``).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pipelines.parsing.frames.harm import undergoer_within
from pipelines.parsing.frames.slots import Candidate, put, put_far
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class _Over:
    """An act told by a noun whose phrase starts at unit ``start``, and the active or passive verb before it."""

    candidate: Candidate
    parse: Parse
    start: int
    ruler: int
    group: VerbGroup
    classes: Collection[str]

    @property
    def frame(self) -> dict[str, str]:
        return self.candidate.match.trigger.frame

    @property
    def is_object(self) -> bool:
        return self.ruler == self.start - 1 and not self.group.passive

    def subject(self) -> Slot | None:
        """Find who is subject of the verb; the candidate remembers how surely."""
        slot, self.candidate.subject_found = subject_of(self.parse, self.group)
        return slot


def put_ruling(candidate: Candidate, parse: Parse, start: int, ruler: int, lexicon: Lexicon) -> None:
    """Add the subject of a light verb over the noun: "X held talks", "X faced criticism"."""
    if ruler < 0 and candidate.match.trigger.frame.get("subj") in ("participant", "guest"):
        ruler = _verb_before_time(parse, start)
    if ruler > start:
        _passive_light(candidate, parse, ruler, lexicon)
    elif 0 <= ruler < start:
        classes = lexicon.governs.get(parse.lemma[ruler], frozenset())
        over = _Over(candidate, parse, start, ruler, verb_group(parse, ruler), classes)
        next((rule for rule in _RULES if rule(over)), None)  # the first that applies


def _light(over: _Over) -> bool:
    """X of "X held talks"."""
    candidate, parse, role = over.candidate, over.parse, over.frame.get("subj")
    before = over.start - 1
    ruled = parse.tags[before] in "VDNB" or parse.words[before] == "of"  # not "launched a probe into the raid"
    light = "light" in over.classes or (parse.lemma[over.ruler] == "have" and role == "participant")
    if not (light and ruled) or over.group.passive:
        return False
    subject, found = subject_of(parse, over.group)
    if role == "participant" or all(role != known for known, _, _, _ in candidate.slots):
        put(candidate, subject, "light", role)
        candidate.subject_found = found
    return True


def _gets(over: _Over) -> bool:
    """X of "X faced criticism"."""
    if "get" not in over.classes or over.group.passive:
        return False
    put(over.candidate, over.subject(), "get", over.frame.get("obj") or over.frame.get("to"))
    return True


def _undergoes(over: _Over) -> bool:
    """X of "X was hurt in Y's raid"; where the noun's own phrase tells who does it, nobody else does."""
    if not is_done_by_known(over.candidate):
        return False
    if over.group.passive:
        put_far(over.candidate, undergoer_within(over.candidate, over.parse, over.start, over.group), "target")
    return True


def _is_laid_to(over: _Over) -> bool:
    """X of "condemned X for talks with Y", "accused X of a raid": they did it, and not who judges."""
    before, lemma = over.parse.words[over.start - 1], over.parse.lemma[over.ruler]
    if over.group.passive or lemma not in _JUDGES.get(before, ()):
        return False
    judged = complements(over.parse, over.ruler + 1)[0]
    put_far(over.candidate, judged, over.frame.get("subj"))
    return judged is not None and judged.how == "head"


def _is_within(over: _Over) -> bool:
    """X of "X left after talks", "X was hurt in a raid", "told X in a call"."""
    candidate, parse, start, group = over.candidate, over.parse, over.start, over.group
    if parse.tags[start - 1] not in "PS":
        return False
    if parse.words[start - 1] in _AGAINST_ALL and over.frame.get("subj") == "source":
        return True  # "X stayed on amid criticism" by others
    undergoer = undergoer_within(candidate, parse, start, group)
    subject = over.subject()
    if undergoer:
        put_far(candidate, undergoer, "target")
    if not (group.passive and undergoer) and not _is_between(candidate):
        put_far(candidate, _traveller(parse, group, subject), over.frame.get("subj"))
    _put_addressee(candidate, parse, start, group)
    return True


_AGAINST_ALL = frozenset(("amid", "despite"))


def _holds(over: _Over) -> bool:
    """X of "X's visit included talks"."""
    if not over.is_object or over.parse.lemma[over.ruler] not in _HOLDING:
        return False
    subject = subject_of(over.parse, over.group)[0]
    put_far(over.candidate, _traveller(over.parse, over.group, subject), over.frame.get("subj"))
    return True


def _disposes(over: _Over) -> bool:
    """X of "X put off talks with Y", not of "X rejected criticism"."""
    verbs = _DISPOSING | {"deny"} if over.frame.get("subj") == "participant" else _DISPOSING
    if not over.is_object or verbs.isdisjoint(over.classes):
        return False
    put_far(over.candidate, over.subject(), over.frame.get("subj"))
    return True


_DISPOSING = frozenset(("plan", "begin", "cancel"))
_JUDGED = frozenset(
    "applaud assail attack berate blame blast castigate censure chide commend condemn criticise criticize denounce "
    "deride fault hail lambast lambaste mock praise rap rebuke reprimand reproach ridicule scold slam thank".split()
)
_JUDGES = {
    "for": _JUDGED | {"charge", "fine", "indict", "prosecute", "punish", "sanction"},
    "over": _JUDGED | {"charge", "confront", "fine", "indict", "prosecute", "punish", "sanction", "sue"},
    "of": frozenset(("accuse", "acquit", "convict", "suspect")),
}
_RULES = (_light, _gets, _undergoes, _is_laid_to, _is_within, _holds, _disposes)


def _traveller(parse: Parse, group: VerbGroup, subject: Slot | None) -> Slot | None:
    """Return whose trip it is that holds an act, where a trip is the subject: "X's visit included talks with Y"."""
    if subject is None or subject.how != "poss" or parse.lemma[group.verb] not in _HOLDING:
        return subject
    owner = parse.unit_at(subject.mentions[-1].token_start)
    return subject if _TRIPS.isdisjoint(parse.words[owner : group.start]) else Slot(subject.mentions, "head")


_HOLDING = frozenset("begin close conclude culminate end feature finish include involve open start".split())
_TRIPS = frozenset("agenda itinerary journey programme schedule stay stop swing tour travels trip trips visit".split())


def _is_between(candidate: Candidate) -> bool:
    """Say whether both sides are named: who "took no part in the fighting between X and Y" is neither."""
    return sum(name == "between" for _, _, _, name in candidate.slots) > 1


def _put_addressee(candidate: Candidate, parse: Parse, start: int, group: VerbGroup) -> None:
    """Add to whom somebody speaks in talks that name no other side: "told X in a call", "thanked X in talks"."""
    role = candidate.match.trigger.frame.get("subj")
    if role != "participant" or group.passive or parse.lemma[group.verb] not in _SPOKEN_TO:
        return
    if parse.words[start - 1] in _SPOKEN_IN and not is_done_by_known(candidate):
        put_far(candidate, complements(parse, group.verb + 1)[0], role)


_SPOKEN_TO = frozenset(
    "advise ask assure brief caution challenge congratulate console implore inform invite lobby notify offer petition "
    "press promise question reassure remind request tell thank urge warn welcome".split()
)
_SPOKEN_IN = frozenset(("in", "during", "at", "by", "over"))


def _verb_before_time(parse: Parse, start: int) -> int:
    """Return the unit of the verb that is done after or before an act, or -1: "left the city after talks with X"."""
    if not start or parse.words[start - 1] not in ("after", "before"):
        return -1
    k = start - 2
    while k >= 0 and parse.tags[k] in "NADBP'":
        k -= 1
    return k if k >= 0 and parse.tags[k] == "V" and not verb_group(parse, k).passive else -1


def is_done_by_known(candidate: Candidate) -> bool:
    """Whether the noun's own phrase tells who does it: one doer, or two who take the same part."""
    doers = {(role, mention.actor_id) for role, mention, _, _ in candidate.slots if role in _DOERS}
    return len(doers) > all(role == "participant" for role, _ in doers)


_DOERS = frozenset(("source", "guest", "participant"))


def put_fronted(candidate: Candidate, parse: Parse, start: int) -> None:
    """Add the subject on the right of an act told before it: "After talks with X, Y left", "In a letter to X, Y"."""
    frame = candidate.match.trigger.frame
    role = frame.get("subj") or frame.get("poss")
    if not start or start > _OPENING or parse.tags[start - 1] not in "PS" or "V" in parse.tags[:start]:
        return
    if role not in _DOERS or is_done_by_known(candidate) or (role == "source" and parse.words[start - 1] not in _MEANS):
        return
    for comma in (k for k in range(candidate.match.end, len(parse.tags)) if parse.tags[k] == ","):
        slot, end = noun_phrase(parse, comma + 1, pair=True)
        if slot and end < len(parse.tags) and parse.tags[end] in "VXM":
            put_far(candidate, slot, role)
            verb = skip(parse, end, "XMBG")
            if parse.tags[verb : verb + 1] == ["V"]:
                _put_addressee(candidate, parse, start, verb_group(parse, verb))
            return


_OPENING = 8  # units, "At a news conference just after talks with X"
_MEANS = frozenset(("in", "with", "at"))


def _passive_light(candidate: Candidate, parse: Parse, ruler: int, lexicon: Lexicon) -> None:
    """Add who stands after a passive light verb under the noun: "sanctions were imposed on X by Y"."""
    verb = skip(parse, ruler + 1, "TX")  # "talks are expected to be held"
    if parse.tags[ruler + 1 : ruler + 2] == ["T"] and parse.tags[verb : verb + 1] == ["V"]:
        ruler = verb
    light = "light" in lexicon.governs.get(parse.lemma[ruler], ()) and verb_group(parse, ruler).passive
    if light or parse.lemma[ruler] in _HAPPEN:
        put_after_passive(candidate, parse, ruler)


# What acts do: "fighting broke out between X and Y", "talks took place with X", "protests erupted against X".
_HAPPEN = frozenset("begin break continue ensue erupt happen occur proceed rage resume restart start take".split())


def put_after_passive(candidate: Candidate, parse: Parse, verb: int) -> None:
    """Add who stands after a passive that tells of a noun's act: "sanctions imposed on X by Y"."""
    frame = candidate.match.trigger.frame
    _, after = complements(parse, verb + 1)
    put(candidate, after.pop("by", None), "by", frame.get("by") or frame.get("subj"))
    for preposition, slot in after.items():
        put(candidate, slot, preposition, frame.get(preposition))
