"""Which units of a sentence a verb of saying reports: from where on, up to where, and whether they stand before it.

What belongs here: the stretch that is reported. What does not: who reports it (``speakers``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.hidden import WRITINGS
from pipelines.parsing.syntax.saying import reports
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import VerbGroup


def says_more(parse: Parse, group: VerbGroup) -> bool:
    """Say whether a verb that tells of no saying by its form does so here: "left, saying that Y had lied", "issued a
    statement saying Y had lied", "did say that Y had lied".
    """
    u = group.verb
    if parse.kind[u] == "base":
        return not group.negated and group.start == u - 1 and parse.words[u - 1] in ("did", "do", "does")
    if parse.kind[u] != "ing" or group.progressive or not u or not reports(parse.lemma[u]):
        return False
    before = parse.words[u - 1]
    return before == "," or before in WRITINGS or before in WEEKDAYS


def said_from(parse: Parse, end: int) -> int:
    """Return from which unit on what stands before a verb of saying is said: from the last semicolon."""
    return next((k + 1 for k in range(end - 1, 0, -1) if parse.words[k] == ";" and not parse.quoted[k]), 0)


def said_aside(parse: Parse, group: VerbGroup, slot: Slot) -> int:
    """Say whether a verb only tells who has said what stands before: "Y left, X said", "Y left, X said Monday, and".

    Returns:
        The unit after the words of saying, or 0.
    """
    n, after = len(parse.tags), group.verb + 1
    if after < n and parse.tags[after] not in ";,PBS":
        return 0
    if not any(tag in "VXM" for tag in parse.tags[after:]):
        return n if any(parse.quoted[: group.start]) or "," in parse.tags[: group.start] else 0
    stop = next((k for k in range(after, n) if parse.tags[k] in ",;V" or parse.words[k] == "that"), n)
    if parse.tags[after] == "S" or (stop < n and parse.tags[stop] not in ",;"):
        return 0
    return stop if _follows_a_clause(parse, slot) and "that" not in parse.words[stop:] else 0


def _follows_a_clause(parse: Parse, slot: Slot) -> bool:
    """Say whether a comma, and a clause of its own before it, stand before who speaks."""
    before = chunk_left(parse, _unit_of(parse, slot)) - 1
    return before > 0 and parse.tags[before] == "," and any(kind in ("past", "s") for kind in parse.kind[:before])


def is_charge_against(parse: Parse, slot: Slot) -> bool:
    """Say whether a verb only tells what one does to a saying named before: "a charge that X denies", "a charge X
    denies".
    """
    return parse.words[max(0, _unit_of(parse, slot) - 1)] in _CHARGES


def _unit_of(parse: Parse, slot: Slot) -> int:
    return next((k for k, mention in enumerate(parse.mention) if mention is slot.mentions[0]), 0)


_CHARGES = frozenset("accusation accusations allegation allegations charge charges claim claims report reports".split())


def goes_on_after(parse: Parse, stop: int) -> bool:
    """Say whether what is said goes on after the words of saying: "Y left, X said, and will come back"."""
    follower = skip(parse, stop, ",")
    if follower >= len(parse.tags) or parse.tags[follower] != "C":
        return False
    return parse.tags[skip(parse, follower + 1, "BG")] in "VXM"


def said_after_verb(parse: Parse, group: VerbGroup) -> tuple[int, int]:
    """Return which units behind a verb of saying are said (first, end exclusive)."""
    first = _first_said(parse, group.verb + 1)
    return first, _end_of_said(parse, group, first)


def _first_said(parse: Parse, after: int) -> int:
    """Return where what is said begins: over when and where it is said, where "that" or a quotation opens it."""
    for k in range(after, len(parse.tags)):
        if parse.tags[k] in "VXMR":
            break
        if (parse.tags[k] == "S" and parse.words[k] == "that") or parse.words[k] == ":":
            return k + 1
    return after


def _end_of_said(parse: Parse, group: VerbGroup, first: int) -> int:
    n = len(parse.tags)
    aside = parse.tags[_before_subject(parse, group)] == "S"
    for k in range(first, n):
        if parse.quoted[k] or parse.tags[k] not in ",C":
            continue
        if parse.tags[k] == "," and (aside or _dates_back(parse, k + 1)):
            return k
        predicate = k + 1 < n and parse.kind[k + 1] in ("past", "s")
        if predicate and not any(tag in "VXM" for tag in parse.tags[first:k]):  # "declared it void, sent troops"
            return k
    return n


def _before_subject(parse: Parse, group: VerbGroup) -> int:
    """Return the unit before the phrase that stands before a verb."""
    return max(0, chunk_left(parse, group.start - 1) - 1) if group.start else 0


def _dates_back(parse: Parse, u: int) -> bool:
    """Say whether the teller adds what was before or after: "X said it would stop, a day after it struck Y"."""
    k = skip(parse, u, "DN")
    return u < k < len(parse.tags) and parse.words[k] in ("after", "before") and parse.words[k - 1] in _SPANS


_SPANS = frozenset("day days week weeks month months year years hour hours minutes".split())
