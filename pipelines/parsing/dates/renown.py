"""Days so well known that their year goes without saying: "the Sept. 11 attacks", "the Jan. 6 riot".

What belongs here: those days, and the words beside them that tell them from any other such day. What does not: feasts
(``feasts``), which come every year.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.dates.hit import Hit
from pipelines.parsing.dates.named import safe_day
from pipelines.records import DateBounds

_TERROR = "attack attacks hijackers hijackings mastermind plot plotters plotter terror terrorist terrorists"
_DAYS: dict[tuple[int, int], tuple[int, frozenset[str]]] = {
    (9, 11): (2001, frozenset(f"{_TERROR} commission".split())),
    (1, 6): (
        2021,
        frozenset("attack committee insurrection insurrectionists mob panel riot rioters riots siege".split()),
    ),
    (10, 7): (2023, frozenset("assault attack attacks massacre massacres onslaught".split())),
}


def known_year(words: Sequence[str], start: int, end: int, hit: Hit, published: DateBounds) -> DateBounds | None:
    """Return the one day that a month and day without a year mean by the words beside them, if any.

    Args:
        words: The text in lower case.
        start: The expression's first token.
        end: The token after its last.
        hit: Its words.
        published: Bounds of the publication date: who writes before that day means another one.
    """
    numbers = hit.all("DNUM", "ORD")
    if hit.year or len(hit.months) != 1 or len(numbers) != 1:
        return None
    year, cues = _DAYS.get((hit.months[0], numbers[0]), (0, frozenset()))
    of = start - 1 if start > 1 and words[start - 1] == "of" else 0
    if cues.isdisjoint((*words[of - 1 : of], *words[end : end + 1])) or (
        published.latest and published.latest.year < year
    ):
        return None
    return DateBounds(*safe_day(year, hit.months[0], numbers[0]))
