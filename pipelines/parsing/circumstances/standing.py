"""With what a date stands in its sentence: the act's own verb or noun, or another one.

What belongs here: telling whose date it is by grammar alone. What does not: which way it looks (``tense``), and
choosing among the dates (``when``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.circumstances.nearness import is_event
from pipelines.parsing.circumstances.tense import verb_with
from pipelines.parsing.dates import DateExpression
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.syntax.brackets import bracket_of
from pipelines.parsing.syntax.chunks import chunk_left
from pipelines.parsing.syntax.infinitives import governor_of
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.records import AHEAD

PLAIN = frozenset(("absolute", "calendar", "weekday", "relative", "anchor"))
# What is said of an event right behind its noun: "talks scheduled for Monday", "a summit held in Oslo in May".
_TOLD_OF_EVENTS = frozenset("schedule plan set slate hold book pencil expect convene pen".split())
_DUE = frozenset(("due", "scheduled", "planned", "slated"))
# What the words before "of" tell of a day itself: "on the morning of 3 May 2001".
_OF_A_DAY = frozenset(
    "afternoon beginning close course dawn day days end eve evening fall first half hours middle morning night noon "
    "second spring start summer time week weekend winter autumn".split()
)
_DURING = frozenset("during in at throughout since before after".split())
_ENDS_PHRASE = frozenset(";SRVXMTGq")


def stands_with(told: Told, e: DateExpression, verb: int) -> str | None:
    """Say what a date of the act's sentence stands with (``DateOption.stands``), or None if unsure.

    Args:
        told: The act.
        e: The date.
        verb: Unit of the verb that it stands with, or -1.
    """
    parse, act = told.parse, told.candidate.match.unit
    first = parse.unit_at(e.token_start)
    if _is_parted(parse, act, first, brief=e.past.precision == "day"):
        return "aside"
    may_be_thing = e.kind == "modifier" and (first > act or e.past.precision != "day")
    if may_be_thing and _is_of_a_thing(told, first, parse.unit_at(e.token_end - 1)):
        return "thing"
    if e.kind == "absolute" and first > act + 1 and _tells_which(parse, act, first):
        return "thing"
    if parse.tags[act] != "V":
        tells = _tells_of_the_noun(parse, act, first) or _tells_its_harm(parse, act, verb)
        tells = tells or _is_in_its_phrase(parse, act, first, parse.unit_at(e.token_end - 1))
        return "own" if e.kind in PLAIN and tells else None
    if verb < 0:
        return None
    if _had_been(parse, verb, act):
        return "aside"
    asked = e.kind == "calendar" and told.candidate.match.trigger.engagement_type == "REQUEST"
    if asked and e.past.precision != "day" and _is_wanted(parse, verb, act):
        return "aside"
    if verb > act and parse.kind[verb] == "part" and verb_group(parse, verb).start == verb:
        return "described"
    if verb != act and not _was_where(parse, verb, act):
        background = e.past.precision != "day" and _is_background(parse, act, verb, first)
        return "aside" if background else "other"
    return "own" if e.kind in PLAIN else None


def _is_parted(parse: Parse, act: int, first: int, *, brief: bool) -> bool:
    """Say whether a relative clause between commas holds either an act or a date, so that this dates something else:
    "X, who won in May, has urged Y", "X, who has urged Y, left on Monday". But "X, who met Y on Monday, offered"
    often tells of one day.
    """
    own, other = bracket_of(parse, act), bracket_of(parse, first)
    if own == other:
        return False
    if other is not None and (own is None or other.start > own.start):
        return not brief
    return act < first


def _is_background(parse: Parse, act: int, verb: int, first: int) -> bool:
    """Say whether a clause behind an act tells a date of its own: "backs the rebels who took power in 2015", not "laid
    the mine that killed ten in May".
    """
    opened = act < first and any(parse.words[u] in _OPENS_CLAUSE for u in range(act + 1, first))
    return opened and parse.lemma[verb] not in _OF_THE_ACT


_OF_THE_ACT = frozenset("date injure kill wound".split())


_OPENS_CLAUSE = frozenset("that until when where which who whom whose".split())


def _was_where(parse: Parse, verb: int, act: int) -> bool:
    """Say whether a verb tells when somebody came where an act was done: "was in Rome a week later, where he met X"."""
    where = next((u for u in range(act - 1, verb, -1) if parse.tags[u] in "R;V"), -1)
    return where > 0 and parse.words[where - 1 : where + 1] == [",", "where"] and parse.lemma[verb] in _COMES


_COMES = frozenset("arrive come fly go head land leave return travel".split())


def _tells_which(parse: Parse, act: int, first: int) -> bool:
    """Say whether a date only tells which one a thing is that an act is about: "called on X to keep the truce of 2 May
    2001".
    """
    noun = first - 2
    if parse.words[first - 1] != "of" or parse.tags[noun] != "N" or act >= chunk_left(parse, noun):
        return False
    return parse.words[noun] not in _OF_A_DAY and not is_event(parse.words[noun])


def of_a_thing(doc: Doc, e: DateExpression) -> bool:
    """Say whether a date only tells which one a thing is, "the truce of 3 May 2001": none for the sentences after it.

    Args:
        doc: The text.
        e: The date.
    """
    at = e.token_start - 2
    if e.kind != "absolute" or at < 0 or doc.lowers[at + 1] != "of":
        return False
    noun = doc.words[at]
    return noun.isalpha() and noun.islower() and noun not in _OF_A_DAY and not is_event(noun)


def _is_wanted(parse: Parse, verb: int, act: int) -> bool:
    """Say whether a verb tells what an act wants done: "asked X to come back in May"."""
    group = verb_group(parse, verb)
    return group.infinitive and group.start > act and governor_of(parse, group) == act


def _had_been(parse: Parse, verb: int, act: int) -> bool:
    """Say whether a verb behind an act tells what had been before it: "freed the hostages they had taken in May"."""
    return verb > act and _is_pluperfect(parse, verb) and not _is_pluperfect(parse, act)


def _is_pluperfect(parse: Parse, verb: int) -> bool:
    """Say whether a verb tells what had been: "had met", not "has met", "could have met"."""
    group = verb_group(parse, verb)
    return group.perfect and not group.modal and not _HAD.isdisjoint(parse.words[group.start : verb])


_HAD = frozenset(("had", "'d"))


def _tells_of_the_noun(parse: Parse, act: int, first: int) -> bool:
    """Say whether a date is told of an act's noun: "the talks with X, scheduled for Monday", "the talks due in May"."""
    said = next((u for u in range(act + 1, first) if parse.tags[u] in _ENDS_PHRASE or parse.words[u] in _DUE), -1)
    opens = said
    if said >= 0 and (parse.tags[said] == "R" or parse.words[said] == "that"):  # "the visit that had been set for May"
        opens, said = said + 1, skip(parse, said + 1, "XB")
    if said < 0 or not _ENDS_PHRASE.isdisjoint(parse.tags[said + 1 : first]):
        return False
    if parse.words[said] in _DUE:
        return True
    plain = parse.tags[said] == "V" and parse.kind[said] in ("part", "past") and parse.lemma[said] in _TOLD_OF_EVENTS
    return plain and verb_group(parse, said).start == opens and (said + 1 == first or parse.tags[said + 1] in "PB")


def _is_in_its_phrase(parse: Parse, act: int, first: int, last: int) -> bool:
    """Say whether a date stands at the end of the phrase of an act's noun, right before the verb of which that is the
    subject: "the planned visit to Oslo next week was called off".
    """
    if not act < first or last + 1 >= len(parse.tags) or parse.tags[last + 1] not in "VXM":
        return False
    opens = chunk_left(parse, act)
    bare = opens == 0 or parse.tags[opens - 1] in ";,q"
    return bare and _ENDS_PHRASE.union(",C").isdisjoint(parse.tags[act + 1 : first])


def _tells_its_harm(parse: Parse, act: int, verb: int) -> bool:
    """Say whether a verb tells what an act's noun did or that it came: "a bomb that killed two on Monday"."""
    if verb <= act or parse.lemma[verb] not in _HARMS:
        return False
    opens = verb_group(parse, verb).start - 1
    return parse.words[opens] in _RELATIVE and not _ENDS_PHRASE.intersection(parse.tags[act + 1 : opens])


_RELATIVE = frozenset(("that", "which"))
_HARMS = frozenset(
    "begin claim come damage destroy end erupt happen hit injure kill leave maim occur rock shake start strike "
    "take target wound wreck".split()
)


def _is_of_a_thing(told: Told, first: int, last: int) -> bool:
    """Say whether a noun behind a date is neither the act nor an event nor told as the time of one: "the 2015 deal",
    not "the 2015 summit", "during the 2016 primary", "the 2015 deal signed by X".
    """
    parse, match = told.parse, told.candidate.match
    end = skip(parse, last + 1, "NA")
    if not _DURING.isdisjoint(parse.words[max(0, first - 2) : first]) or first < match.unit <= end:
        return False
    return not any(map(is_event, parse.words[last + 1 : end]))


def noun_of(told: Told) -> int:
    """Return the unit of the word that tells what happens: of an act that is only announced, the noun at the end of its
    wording, else where that begins.
    """
    match, tags = told.candidate.match, told.parse.tags
    announced = told.parse.lemma[match.unit] == "announce" and told.candidate.status in AHEAD
    return match.end - 1 if announced and tags[match.end - 1] == "N" else match.unit


def _of_what_is_announced(parse: Parse, noun: int, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the date behind the noun of what is announced, where another one tells when: "on Monday announced talks in
    Oslo on Friday".
    """
    ends = _ENDS_PHRASE.union("C")
    at = {parse.unit_at(e.token_start): e for e in dates if e.kind in PLAIN}
    told = any(unit < noun and ";" not in parse.tags[unit:noun] for unit in at)
    unit = next((unit for unit in at if unit > noun), 0)
    return at[unit] if unit and told and ends.isdisjoint(parse.tags[noun + 1 : unit]) else None


def left_to_the_noun(told: Told, dates: Sequence[DateExpression]) -> DateExpression | None:
    """Return the date behind an act's noun whose verb has another one before: "denied on Monday talks with X in May".

    Args:
        told: The act.
        dates: Those of its sentence, in order.
    """
    parse, act = told.parse, noun_of(told)
    if parse.tags[act] == "V":
        return None
    if act != told.candidate.match.unit:
        return _of_what_is_announced(parse, act, dates)
    open_from = -1  # where the first date of the clause ends that the noun stands in
    for e in dates:
        first = parse.unit_at(e.token_start)
        if open_from >= 0 and not _ENDS_PHRASE.isdisjoint(parse.tags[open_from:first]):
            open_from = -1
        if act < first:
            return e if open_from >= 0 and e.kind in PLAIN else None
        verb = verb_with(parse, e.token_start, e.token_end)
        if open_from < 0 and e.kind in PLAIN and 0 <= verb < act:
            open_from = max(parse.unit_at(e.token_end - 1), verb) + 1
    return None
