"""Nouns that tell when and how often, with no preposition: "met X Friday", "X last week met Y", "two years ago".

What belongs here: telling them from the nouns of the phrase before them, so that the actor there stays its head. What
does not: what day they mean (``dates``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS

_DAYS = frozenset(WEEKDAYS)
_PARTS = frozenset("morning afternoon evening night noon midday".split())
_UNITS = frozenset(
    "minute hour day week weekend fortnight month quarter year decade spring summer autumn fall winter morning "
    "afternoon evening night".split()
    + MONTHS
    + WEEKDAYS
)
_SHIFTS = frozenset(("last", "next"))
_ROUGH = frozenset(("early", "late", "mid"))
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve several".split())
_OPENS = _ROUGH | _DAYS | _SHIFTS | _NUMBERS
_FROM_NOW = frozenset(("ago", "earlier", "later", "before"))
_IN_TURN = frozenset(("after", "by", "at"))  # "one after the other", "one by one", "one at a time"


def may_tell_time(words: Sequence[str]) -> list[int]:
    """Return the units from which on words may tell when or how often (``time_words``)."""
    return [u for u, word in enumerate(words) if word in _OPENS or word.isdigit()]


def time_words(words: Sequence[str], tags: Sequence[str], u: int) -> int:
    """Return how many units from ``u`` on tell when or how often, and do not stand in a noun's phrase; 0 for none."""
    if not u or tags[u] != "N" or tags[u - 1] not in "ANB":
        return 0
    size = _size(words, u)
    behind = u + size
    in_phrase = behind < len(tags) and tags[behind] in "NA'" and words[behind] not in _FROM_NOW
    return 0 if in_phrase and tags[u - 1] != "A" else size


def _size(words: Sequence[str], u: int) -> int:
    first, second, third = [*words[u : u + 3], "", "", ""][:3]
    if first in _ROUGH:
        rest = _size(words, u + 1) if second in _DAYS or second in _SHIFTS else 0
        return 1 + rest if rest else 0
    if first in _DAYS:
        return 1 + (second in _PARTS)
    if first in _SHIFTS and second in _UNITS:
        return 2
    if first in _NUMBERS or first.isdigit():
        return _counted(first, second, third)
    return 0


def _counted(first: str, second: str, third: str) -> int:
    if second.removesuffix("s") in _UNITS and third in _FROM_NOW:
        return 2
    return 2 if second == "times" else int(first == "one" and second in _IN_TURN)
