"""What stands between the words of a wording and is no part of it: adverbs, times, amounts.

What belongs here: passing over them. What does not: matching a wording's own words (``triggers``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import MONTH_SHORT, MONTHS, WEEKDAYS
from pipelines.parsing.syntax.units import Parse, skip


def over_asides(parse: Parse, u: int, element: frozenset[str]) -> int:
    """Return the unit at which the words of a wording go on: after adverbs, the day, an article, an auxiliary.

    "called Monday for", "play the host", "the border has been closed".
    """
    tags, words, n = parse.tags, parse.words, len(parse.tags)
    while u < n:
        word = words[u]
        if word in element and not only_dates(parse, u):
            return u
        if tags[u] in "Bq" or (word in _ARTICLES and len(element) == 1 and tags[u] == "D"):
            u += 1
        elif word in _TIMES or word in _TIME_OPENS:
            after = _after_time(parse, u)
            if after == u:
                return u
            u = after
        elif tags[u] == "X":
            verb = skip(parse, u, "XB")
            return verb if verb < n and parse.kind[verb] in ("part", "ing") and words[verb] in element else u
        else:
            return u
    return u


def over_amount(parse: Parse, u: int, element: frozenset[str]) -> int:
    """Return the unit after how much of it there is: over "40 million dollars' worth of" and "hundreds of tons of"."""
    k = u
    while k < len(parse.tags) and parse.tags[k] in "DNB'" and k < u + _AMOUNT and parse.words[k] not in element:
        k += 1
        if parse.words[k : k + 1] == ["of"] and parse.words[k - 1] in _MEASURES:
            return over_amount(parse, k + 1, element)
    return u


_AMOUNT = 6  # units
_MEASURES = frozenset(
    "batch batches billions bottles boxes cargo cargoes cartons consignment consignments crates dozens dollars doses "
    "euros gallons hundreds kilograms kilos load loads lots millions number numbers pairs pallets pieces planeload "
    "planeloads pounds quantities scores sets shipload shipment shipments supply tens thousands tonnes tons truckload "
    "truckloads worth".split()
)
_ARTICLES = frozenset("a an the that this".split())
_TIMES = frozenset(WEEKDAYS)
_TIME_OPENS = frozenset("on last this early late at over".split())
_SPELLS = frozenset("week weekend month year night summer winter spring autumn fall".split())


def _after_time(parse: Parse, u: int) -> int:
    """Return the unit after the expression of time at a unit ("on Monday night", "last week"), else the unit."""
    words, n = parse.words, len(parse.words)
    k = u + (words[u] in ("on", "early", "late"))
    k += k > u and k < n and words[k] in ("early", "late")
    dated = _after_date(words, k)
    if dated > k:
        return dated
    if k < n and words[k] in _TIMES:
        k += 1
        return k + (k < n and words[k] in ("morning", "afternoon", "evening", "night"))
    k = u + (words[u] in ("at", "over"))
    if k + 1 < n and words[k] in ("last", "this", "the") and words[k + 1] in _SPELLS:
        return k + 2
    return u


def _after_date(words: list[str], u: int) -> int:
    """Return the unit after a day of a month at a unit ("March 4, 2018,", "4 March"), else the unit."""
    pair = words[u : u + 2]
    if not any(word in _MONTHS for word in pair) or not any(word.isdigit() for word in pair):
        return u
    k = u + 2
    if words[k : k + 1] == [","] and _is_year(words[k + 1 : k + 2]):
        return k + 2 + (words[k + 2 : k + 3] == [","])
    return k + _is_year(words[k : k + 1])


def _is_year(word: list[str]) -> bool:
    return bool(word) and word[0].isdigit() and len(word[0]) == len("2000")


_MONTHS = frozenset((*MONTHS, *MONTH_SHORT))


def only_dates(parse: Parse, u: int) -> bool:
    """Say whether the preposition at a unit only tells the day: "attacked X on Tuesday" is no "attacked X on (its
    record)".
    """
    words = parse.words
    return words[u] == "on" and u + 1 < len(words) and (words[u + 1] in _TIMES or _after_date(words, u + 1) > u + 1)
