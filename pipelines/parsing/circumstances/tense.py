"""Which way a date expression looks in its sentence: back, with a verb that tells what has been, or ahead.

What belongs here: the verb that an expression stands with, and its tense. What does not: whether the act itself lies
ahead: "announced Friday that he would raise tariffs" tells of a Friday gone by and of tariffs to come.
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_REACH = 12  # units
_SET = frozenset("set schedule slate plan expect due book pencil bill reschedule postpone delay push move".split())
_AWAITED = frozenset(("expect", "schedule", "slate", "plan", "book"))
_FOR = frozenset(("for", "until", "till", "to"))
_BEFORE = frozenset(("before", "ahead"))
_DUE = frozenset(("due", "upcoming", "forthcoming", "planned", "scheduled"))
_BEGIN = frozenset(("begin", "start", "open", "resume"))  # what the present tense tells of is to come
_NEXT = 2  # units: "starting in"
_WILL = frozenset("will shall would 'll ’ll won't wo".split())


def verb_with(parse: Parse, start: int, end: int) -> int:
    """Return the unit of the verb that the tokens ``start`` to ``end`` stand with, or -1.

    That is the one that fixes something for that time ("talks set for Friday were cancelled"), the one right behind
    ("on Tuesday contacted X"), or the first one behind where they open the clause, else the nearest one before them.
    """
    first, last = parse.unit_at(start), parse.unit_at(end - 1)
    if first < 0 or last < 0:
        return -1
    if _is_fixed_for(parse, first):
        return skip_back(parse, first - 2, "B")
    opens = _opening(parse, first)
    behind = _verb_behind(parse, last, _REACH) if opens else _verb_right_behind(parse, last)
    if behind >= 0:
        return behind
    before = _verb_before(parse, first)
    return _verb_before(parse, before) if _tells_from_when(parse, before, first) else before


def verb_beyond(parse: Parse, start: int, end: int) -> int:
    """Return the unit of the verb that "a day after X resigned on Monday" dates, or -1: the one before it, or where it
    opens the clause the first one behind the comma.
    """
    first, last = parse.unit_at(start), parse.unit_at(end - 1)
    if first < 0 or last < 0:
        return -1
    if not _opening(parse, first):
        return _verb_before(parse, first)
    comma = next((u for u in range(last + 1, len(parse.tags)) if parse.tags[u] == ","), -1)
    return _verb_behind(parse, comma, _REACH) if comma > 0 else -1


def _is_fixed_for(parse: Parse, first: int) -> bool:
    """Say whether a verb right before fixes something for what begins there: "talks set for Friday were cancelled"."""
    verb = skip_back(parse, first - 2, "B")
    fixed = verb >= 0 and parse.tags[verb] == "V" and parse.lemma[verb] in _SET and parse.words[first - 1] in _FOR
    return fixed and parse.kind[verb] in ("part", "past")


def _tells_from_when(parse: Parse, verb: int, first: int) -> bool:
    """Say whether a verb only opens a date: "will close the border starting Monday", "beginning in May"."""
    opens = verb > 0 and parse.kind[verb] == "ing" and parse.lemma[verb] in _BEGIN and parse.tags[verb - 1] not in ",;C"
    return opens and first - verb <= _NEXT and not verb_group(parse, verb).progressive


def looks(parse: Parse, start: int, end: int) -> str | None:
    """Return ``past`` or ``ahead`` as the verb tells that some tokens stand with; None if unsure."""
    verb, first = verb_with(parse, start, end), parse.unit_at(start)
    if first > 0 and not _DUE.isdisjoint(parse.words[max(0, first - _NEXT) : first]):
        return "ahead"  # "talks due on Friday were called off"
    if _is_called_off(parse, parse.unit_at(end - 1)):
        return "ahead"
    way = _way(parse, verb_group(parse, verb), first if verb < first else verb) if verb >= 0 else None
    begins = way == "past" and _tells_from_when(parse, _verb_before(parse, first), first)
    return None if begins else way  # "has closed the border starting Monday"


def _is_called_off(parse: Parse, last: int) -> bool:
    """Say whether what was to be at a time was called off, as the verb right behind tells: "a visit on Friday has been
    cancelled".
    """
    verb = skip(parse, last + 1, "XBM")
    if not last + 1 < verb < len(parse.tags) or parse.tags[verb] != "V":
        return False
    return parse.lemma[verb] in _CALLED_OFF or parse.words[verb : verb + 2] == ["called", "off"]


_CALLED_OFF = frozenset("cancel delay postpone reschedule scrap shelve".split())


def leads_up(parse: Parse, start: int) -> bool:
    """Whether the token ``start`` stands in what something was done ahead of: "ahead of his Tuesday meeting with X"."""
    first = parse.unit_at(start)
    for u in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if parse.words[u] in _BEFORE:
            return True
        if parse.tags[u] in ";,VXM":
            return False
    return False


def _opening(parse: Parse, first: int) -> bool:
    before = first - 1
    while before >= 0 and parse.tags[before] in "PDB":
        before -= 1
    return before < 0 or parse.tags[before] in ";,q"


def _verb_behind(parse: Parse, last: int, reach: int) -> int:
    for u in range(last + 1, min(len(parse.tags), last + 1 + reach)):
        if parse.tags[u] == "V":
            return u
        if parse.tags[u] in ";SRTC" or (parse.tags[u] == "," and u > last + 1):
            return -1
    return -1


def _verb_right_behind(parse: Parse, last: int) -> int:
    """Return the verb of "on Tuesday formally asked"; none in "took in 2014, accused", "on Monday of lying" and "on
    Monday according to X".
    """
    for u in range(last + 1, min(len(parse.tags), last + 3)):
        if parse.tags[u] == "V":
            return u if parse.words[u] not in _NO_DEED else -1
        if parse.tags[u] in ";,SRTCP":
            return -1
    return -1


_NO_DEED = frozenset("according concerning depending excluding following including owing regarding".split())


def _verb_before(parse: Parse, first: int) -> int:
    for u in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if parse.tags[u] == "V":
            return u
        if parse.tags[u] in ";q":
            return -1
    return -1


def _way(parse: Parse, group: VerbGroup, upto: int) -> str | None:
    between = parse.words[group.verb + 1 : upto]
    if not _DUE.isdisjoint(between):
        return "ahead"
    if group.tense == "present" and group.passive and parse.lemma[group.verb] in _AWAITED:
        return "ahead"  # "is expected in Oslo on Friday"
    if parse.lemma[group.verb] in _SET and parse.kind[group.verb] in ("past", "part") and _is_for(between):
        return "ahead"
    if group.modal:
        return "ahead" if group.modal in _WILL and not group.perfect else None
    if parse.kind[group.verb] in ("s", "base") and parse.lemma[group.verb] in _BEGIN and not group.infinitive:
        return "ahead" if group.start == group.verb else None  # "the exercise begins on Sunday"
    if group.infinitive or parse.kind[group.verb] not in ("past", "part"):
        return None
    return "past" if _BEFORE.isdisjoint(between) else None  # "flew home before a summit on Monday"


def _is_for(between: list[str]) -> bool:
    """Say whether it is for a day that something is set; "set free by X on Monday" names who did it."""
    return not _FOR.isdisjoint(between) or between[-1:] == ["by"]
