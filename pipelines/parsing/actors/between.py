"""What may stand between a name and its verb and tells only when or how: "Moscow | in turn | expelled", "in late May".

What belongs here: stepping over such words. What does not: what the word behind them says of the name (``context``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS

_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "as a result;at first;at last;at once;at present;at the moment;at the time;at the weekend;at times;"
        "for a while;for decades;for its part;for months;for now;for the first time;for weeks;for years;"
        "in addition;in part;in private;in protest;in public;in reply;in response;in retaliation;in return;"
        "in the past;in turn;of course;on its part;once more;over the weekend;so far;to date;until now;"
        "all along;more than once;time and again"
    ).split(";")
)
_BY_FIRST = {first: [p for p in _PHRASES if p[0] == first] for first, *_ in _PHRASES}
_UNITS = frozenset("day days week weeks month months year years".split())
_PARTS = frozenset("morning afternoon evening night".split())
_EARLY = frozenset(("early", "late", "mid"))
_WHICH = frozenset(("this", "last", "next", "each", "every"))
_HOW_MANY = frozenset("a two three four five six few several".split())
_BESIDE = frozenset(("later", "earlier", "ago", "before"))


def over_adverbial(words: Sequence[str], start: int) -> int:
    """Return the token after an adverbial of two words or more that starts at a token, else the token.

    Args:
        words: Lower-case tokens.
        start: Token after a name.
    """
    for phrase in _BY_FIRST.get(words[start] if start < len(words) else "", ()):
        if tuple(words[start : start + len(phrase)]) == phrase:
            return start + len(phrase)
    return _over_time(words, start)


def over_insertion(words: Sequence[str], comma: int) -> int:
    """Return the token after such an adverbial between commas, where the first stands at a token, else that token."""
    end = over_adverbial(words, comma + 1)
    return end + 1 if end > comma + 1 and words[end : end + 1] == [","] else comma


def _over_time(words: Sequence[str], start: int) -> int:
    """Step over "in late May 2019", "in 2019", "on Monday night", "this week", "a day later"."""
    first, second, third = (*words[start : start + 3], "", "", "")[:3]
    if first in ("in", "on"):
        k = start + 1 + (second in _EARLY)
        named = (*words[k : k + 1], "")[0]
        if named in MONTHS or named in WEEKDAYS:
            k += 1
            return k + ((*words[k : k + 1], "")[0] in _PARTS or (*words[k : k + 1], "")[0].isdigit())
        return start + 2 if first == "in" and len(second) == _OF_A_YEAR and second.isdigit() else start
    if first in _WHICH and second in _UNITS:
        return start + 2
    return start + 3 if first in _HOW_MANY and second in _UNITS and third in _BESIDE else start


_OF_A_YEAR = 4
