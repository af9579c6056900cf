"""Which units of a sentence a verb of saying reports: from where on, up to where, and whether they stand before it.

What belongs here: the stretch that is reported. What does not: who reports it (``speakers``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.hidden import WRITINGS
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import VerbGroup


def says_more(parse: Parse, group: VerbGroup) -> bool:
    """Say whether a verb that tells of no saying by its form does so here: "left, saying that Y had lied", "issued a
    statement saying Y had lied", "did say that Y had lied".
    """
    u = group.verb
    if parse.kind[u] == "base":
        return not group.negated and group.start == u - 1 and parse.words[u - 1] in ("did", "do", "does")
    if parse.kind[u] != "ing" or not u:
        return False
    if group.progressive:  # "is alleging that"
        return not (group.modal or group.infinitive or group.negated) and _first_said(parse, u + 1) > u + 1
    before = parse.words[u - 1]
    return before == "," or before in WRITINGS or before in WEEKDAYS


def said_from(parse: Parse, end: int) -> int:
    """Return from which unit on what stands before a verb of saying is said: from the last semicolon or colon, and,
    where the verb is in a quotation itself, from its first word.
    """
    inside = parse.quoted[end]
    stops = (k + 1 for k in range(end - 1, 0, -1) if (not parse.quoted[k] and (inside or parse.words[k] in (";", ":"))))
    return next(stops, 0)


def said_aside(parse: Parse, group: VerbGroup, slot: Slot) -> int:
    """Say whether a verb only tells who has said what stands before: "Y left, X said", "Y left, X said Monday, and".

    Returns:
        The unit after the words of saying, or 0.
    """
    n, after = len(parse.tags), group.verb + 1
    if parse.kind[group.verb] == "ing" or not _is_set_off(parse, group, slot):
        return 0
    if not any(tag in "VXM" for tag in parse.tags[after:]):
        return 0 if parse.words[after : after + 1] == [":"] else n
    stop = next((k for k in range(after, n) if parse.tags[k] in ",;VXMS" or parse.words[k] == "that"), n)
    if stop == n or parse.tags[stop] not in ",;" or parse.words[stop] == ":":
        return 0
    if any(_is_that(parse, k) and parse.tags[k - 1] == "," for k in range(stop + 1, n)):  # "X said, in a talk, that"
        return 0
    clause = _before(parse, slot)
    return stop if any(_is_finite(parse, u) for u in range(clause)) else 0


def _is_set_off(parse: Parse, group: VerbGroup, slot: Slot) -> bool:
    """Say whether a comma stands before who speaks: "Y left, X said"; not "X met Y, who said"."""
    if any(parse.quoted[: group.start]):
        return True
    before = _before(parse, slot)
    return before > 0 and parse.tags[before] in ",q" and parse.tags[group.start - 1] != "R"


def _before(parse: Parse, slot: Slot) -> int:
    return chunk_left(parse, _unit_of(parse, slot)) - 1


def is_charge_against(parse: Parse, slot: Slot) -> bool:
    """Say whether a verb only tells what one does to a saying named before: "a charge that X denies", "a charge X
    denies".
    """
    return parse.words[max(0, _unit_of(parse, slot) - 1)] in _CHARGES


def _unit_of(parse: Parse, slot: Slot) -> int:
    return next((k for k, mention in enumerate(parse.mention) if mention is slot.mentions[0]), 0)


_CHARGES = frozenset("accusation accusations allegation allegations charge charges claim claims report reports".split())


def goes_on_after(parse: Parse, stop: int) -> bool:
    """Say whether what is said goes on after the words of saying: "Y left, X said, and will", "Y, X said, left"."""
    follower = skip(parse, stop, ",")
    if follower < len(parse.tags) and parse.tags[follower] == "C":
        follower = skip(parse, follower + 1, "BG")
    return follower < len(parse.tags) and parse.tags[follower] in "VXM" and parse.kind[follower] != "ing"


def said_after_verb(parse: Parse, group: VerbGroup, slot: Slot) -> tuple[int, int]:
    """Return which units behind a verb of saying are said (first, end exclusive)."""
    first = _first_said(parse, group.verb + 1)
    end = _end_of_said(parse, group, slot, first)
    told = parse.tags[first : first + 1] != ["P"] or any(_is_finite(parse, u) for u in range(first, end))
    return first, end if told else first  # "X said during a visit to Y" tells nothing


def _first_said(parse: Parse, after: int) -> int:
    """Return where what is said begins: over when and where it is said, where "that" or a quotation opens it."""
    for k in range(after, len(parse.tags)):
        if parse.tags[k] in "VXMR":
            break
        if _is_that(parse, k) or parse.words[k] == ":":
            return k + 1
    return after


def _is_that(parse: Parse, u: int) -> bool:
    return parse.tags[u] == "S" and parse.words[u] == "that"


def _end_of_said(parse: Parse, group: VerbGroup, slot: Slot, first: int) -> int:
    """Return where the article speaks on: "While X said Y left, Z came", "X said Y left, a day after it came", "X said
    Y left, but he stayed".
    """
    n, aside = len(parse.tags), parse.tags[_before_subject(parse, group)] in "RS"
    for k in (k for k in range(first, n) if parse.tags[k] in ",;" and not parse.quoted[k]):
        if parse.words[k] == ";" or (aside and parse.tags[k] == ",") or _is_added(parse, slot, k + 1):
            return k
    return n if _is_that(parse, first - 1) else _end_of_object(parse, first)


def _end_of_object(parse: Parse, first: int) -> int:
    """Return where a thing said ends: before another deed of who says it, or when he says it: "declared it void, sent
    troops", "revealed plans to leave during talks".
    """
    k = skip(parse, first, "ANDPOBG'")
    if k > first and parse.tags[k : k + 1] in ([","], ["C"]) and parse.kind[k + 1 : k + 2] in (["past"], ["s"]):
        return k
    clause = next((u for u in range(first, len(parse.tags)) if _is_finite(parse, u)), len(parse.tags))
    return next((u for u in range(first + 1, clause) if parse.words[u] == "during"), len(parse.tags))


def _is_finite(parse: Parse, u: int) -> bool:
    return parse.tags[u] in "XM" or (parse.kind[u] in ("past", "s") and (not u or parse.tags[u - 1] != "T"))


def _before_subject(parse: Parse, group: VerbGroup) -> int:
    """Return the unit before the phrase that stands before a verb."""
    return max(0, chunk_left(parse, group.start - 1) - 1) if group.start else 0


def _is_added(parse: Parse, slot: Slot, u: int) -> bool:
    """Say whether what follows a comma or dash is the teller's own: a date, who judged it, who speaks once more, or
    who speaks next.
    """
    return _is_judged(parse, u) or _dates_back(parse, u) or _takes_up(parse, slot, u) or _speaks_next(parse, u)


def _speaks_next(parse: Parse, u: int) -> bool:
    """Say whether a clause opens at a unit in which another speaks: "X said Y left, and Z told reporters"."""
    if parse.words[u : u + 1] not in (["and"], ["but"], ["while"]):
        return False
    verb = skip(parse, u + 1, "DNABXP'")
    named = any(mention and not mention.is_pronoun for mention in parse.mention[u + 1 : verb])
    says = _SPEAKING if parse.words[u] == "but" else SAYING
    return named and parse.kind[verb : verb + 1] in (["past"], ["s"]) and parse.lemma[verb] in says


_SPEAKING = frozenset("say tell".split())


# "X said Y left, a claim that Z denies", "X said it would leave, a move that Z condemned".
_JUDGED = _CHARGES | frozenset("decision demand measure move notion plan remark step suggestion threat".split())


def end_of_charge(parse: Parse, first: int) -> int:
    """Return where a charge ends whose deed is told from a unit on: "X accused Y of lying, a claim Y denied"."""
    commas = (k for k in range(first, len(parse.tags) - 2) if parse.tags[k] == "," and not parse.quoted[k])
    ends = (k for k in commas if parse.words[k + 1] == "which" or _is_judged(parse, k + 1))
    return next(ends, len(parse.tags))


def _is_judged(parse: Parse, u: int) -> bool:
    if parse.tags[u : u + 1] != ["D"]:
        return False
    noun_end = skip(parse, u + 1, "NB")  # "X said Y left, an exit that Z mocked"
    told_of = parse.words[u] in ("a", "an") and parse.words[noun_end : noun_end + 1] in (["that"], ["which"])
    return told_of or not _JUDGED.isdisjoint(parse.words[u + 1 : u + 2])


def _takes_up(parse: Parse, slot: Slot, u: int) -> bool:
    """Say whether a clause of its own goes on about who speaks: "X said Y left, and he accused Z"."""
    who = parse.mention[u + 1] if parse.words[u : u + 1] in (["and"], ["but"]) and u + 1 < len(parse.tags) else None
    if who is None or who.actor_id != slot.mentions[0].actor_id or not who.is_pronoun:
        return False
    return parse.kind[skip(parse, u + 2, "BG") : skip(parse, u + 2, "BG") + 1] in (["past"], ["s"])


def in_relative(parse: Parse, start: int, unit: int) -> bool:
    """Say whether a unit after another stands in a clause that only tells more of somebody: "X, who met Y, said"."""
    inside = False
    for k in (k for k in range(start + 1, unit) if parse.tags[k] == "," and not parse.quoted[k]):
        inside = parse.tags[k + 1] == "R" or parse.tags[k + 1 : k + 3] == ["P", "R"]
    return inside


def _dates_back(parse: Parse, u: int) -> bool:
    """Say whether the teller adds what was before or after: "X said it would stop, a day after it struck Y"."""
    k = skip(parse, u, "DN")
    if k >= len(parse.tags) or parse.words[k] not in ("after", "before"):
        return False
    return parse.words[k - 1] in _SPANS if k > u else parse.words[k] == "after"


_SPANS = frozenset("day days week weeks month months year years hour hours minutes".split())
