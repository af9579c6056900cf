"""The closed vocabulary of English date expressions: each word's class and value.

What belongs here: words, classes and nothing else. A class is one character, so that a text becomes a string of classes
over which one compiled expression runs (see ``grammar``). What does not belong: rules and calendar arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

OTHER = "x"
CLASSES = (
    "WDAY WABB MON MABB MAMB YEAR OLDYEAR DECADE DNUM ORD CARD NUM AN VAGUE COUPLE DOZEN UNIT UNITS WKND PART TODAY "
    "LAST PAST PREV RECENT THIS NEXT COMING FOLL SAME THAT EDGE EARLIER LATER AGO BEFORE AFTER THE OF IN ON FROM TO "
    "UNTIL SINCE BY BETWEEN AND DASH SLASH COMMA STOP POSS END START MIDDLE QORD QUARTER HALF SEASON FALL FOR WITHIN "
    "DURING OVER AT EMON EYEAR EDECADE MORE DET NIGHT ABOUT HOURS DAWN FEAST GOOD NEW EVE TIME"
).split()
_START = 0x80  # clear of the default class "x" and of the forms' own syntax, and below 256, where ``re`` is quickest
CODE: dict[str, str] = {name: chr(point) for name, point in zip(CLASSES, count(_START), strict=False)}

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
# Month and weekday names that are also verbs, names or nouns: they need a number or a preposition beside them.
AMBIGUOUS_MONTHS = {"march": 3, "may": 5, "mar": 3}
MONTH_SHORT = {
    "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAY_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
NUMBER_WORDS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
FEASTS = "christmas boxing halloween valentine bastille thanksgiving easter".split()
EDGES = {"early": "early", "mid": "mid", "late": "late"}

_LOWER: dict[str, Mapping[str, object]] = {
    "CARD": dict(NUMBER_WORDS),
    "AN": {"a": 1, "an": 1},
    "VAGUE": dict.fromkeys("few several some many".split(), "few"),
    "COUPLE": {"couple": 2, "pair": 2},
    "DOZEN": {"dozen": 12},
    "UNIT": {u: u for u in "day week month year decade fortnight century".split()},
    "UNITS": {u + "s": u for u in "day week month year decade fortnight".split()} | {"centuries": "century"},
    "HOURS": dict.fromkeys("hour hours minute minutes".split(), "hour"),
    "WKND": {"weekend": "weekend"},
    "TIME": {"time": "time"},
    "PART": {part: part for part in "morning afternoon evening night midday noon midnight lunchtime".split()},
    "DAWN": {"dawn": "dawn", "dusk": "dusk", "daybreak": "dawn"},
    "TODAY": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    "NIGHT": {"overnight": "overnight"},
    "LAST": {"last": "last"},
    "PAST": {"past": "past"},
    "PREV": {"previous": "previous", "preceding": "previous", "prior": "previous"},
    "RECENT": {"recent": "recent"},
    "THIS": {"this": "this", "current": "this"},
    "NEXT": {"next": "next"},
    "COMING": {"coming": "coming", "upcoming": "coming"},
    "FOLL": {"following": "following", "ensuing": "following", "subsequent": "following"},
    "SAME": {"same": "same"},
    "THAT": {"that": "that"},
    "EDGE": dict(EDGES),
    "EARLIER": {"earlier": "early", "previously": "early"},
    "LATER": {"later": "late"},
    "AGO": {"ago": "ago"},
    "BEFORE": {"before": "before"},
    "AFTER": {"after": "after", "afterward": "after", "afterwards": "after"},
    "THE": {"the": "the"},
    "DET": {w: w for w in "his her its their our my your these those another".split()},
    "OF": {"of": "of"},
    "IN": {"in": "in"},
    "ON": {"on": "on"},
    "FROM": {"from": "from"},
    "TO": {"to": "to"},
    "UNTIL": dict.fromkeys("until till til through thru".split(), "until"),
    "SINCE": {"since": "since"},
    "BY": {"by": "by"},
    "BETWEEN": {"between": "between"},
    "AND": {"and": "and"},
    "DASH": {"-": "-", "–": "-", "—": "-", "‑": "-"},
    "SLASH": {"/": "/"},
    "COMMA": {",": ","},
    "STOP": {".": "."},
    "POSS": {"'s": "'s", "’s": "'s", "'": "'s", "’": "'s"},
    "END": {"end": "late", "close": "late"},
    "START": {"beginning": "early", "start": "early", "outset": "early"},
    "MIDDLE": {"middle": "mid"},
    "QORD": {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
    "QUARTER": {"quarter": "quarter"},
    "HALF": {"half": "half"},
    "SEASON": {"spring": 3, "summer": 6, "autumn": 9, "winter": 12},
    "FALL": {"fall": 9},
    "FOR": {"for": "for"},
    "WITHIN": {"within": "within"},
    "DURING": {"during": "during"},
    "OVER": {"over": "over"},
    "AT": {"at": "at"},
    "MORE": dict.fromkeys("less fewer under".split(), "less")
    | dict.fromkeys("more than nearly almost roughly around exactly just only".split(), "more"),
    "ABOUT": {"about": "about"},
}


def _numbers() -> dict[str, tuple[str, object]]:
    """Return every number token that can stand in a date. ``21st`` is an ordinal, ``1990s`` a decade."""
    table: dict[str, tuple[str, object]] = {str(n): (CODE["NUM"], n) for n in range(32, 1000)}
    for n in range(1, 32):
        suffix = "th" if n in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        table |= {str(n): (CODE["DNUM"], n), f"{n:02d}": (CODE["DNUM"], n), f"{n}{suffix}": (CODE["ORD"], n)}
    table |= {str(y): (CODE["YEAR" if y >= 1900 else "OLDYEAR"], y) for y in range(1000, 2100)}
    table |= {f"{y}s": (CODE["DECADE"], y) for y in range(1800, 2100, 10)}
    return table | {f"{y}s": (CODE["DECADE"], 1900 + y) for y in range(50, 100, 10)}


def _edged() -> dict[str, tuple[str, object]]:
    """Return the hyphened compounds: ``mid-March``, ``late-2016``, ``mid-1990s``; value (edge, value)."""
    table: dict[str, tuple[str, object]] = {}
    for edge in ("early", "mid", "late"):
        for shown in (edge, edge.capitalize()):
            for month, name in enumerate(MONTHS, 1):
                table[f"{shown}-{name.capitalize()}"] = (CODE["EMON"], (edge, month))
            for year in range(1900, 2100):
                table[f"{shown}-{year}"] = (CODE["EYEAR"], (edge, year))
            for year in range(1900, 2100, 10):
                table[f"{shown}-{year}s"] = (CODE["EDECADE"], (edge, year))
    return table


def _cased() -> dict[str, tuple[str, object]]:
    """Return the names that count only when capitalised: weekdays, months and feasts."""
    table: dict[str, tuple[str, object]] = {}
    for n, name in enumerate(WEEKDAYS):
        table |= {name.capitalize(): (CODE["WDAY"], n), name.upper(): (CODE["WDAY"], n)}
    for n, name in enumerate(MONTHS, 1):
        if name not in AMBIGUOUS_MONTHS:
            table |= {name.capitalize(): (CODE["MON"], n), name.upper(): (CODE["MON"], n)}
    table |= {name.capitalize(): (CODE["MAMB"], n) for name, n in AMBIGUOUS_MONTHS.items()}
    table |= {name.capitalize(): (CODE["MABB"], n) for name, n in MONTH_SHORT.items()}
    table |= {name.capitalize(): (CODE["FEAST"], name) for name in FEASTS}
    table |= {"Good": (CODE["GOOD"], "good"), "Palm": (CODE["GOOD"], "palm"), "New": (CODE["NEW"], "new")}
    table |= dict.fromkeys(("Eve", "eve"), (CODE["EVE"], "eve"))
    return table | {name.capitalize(): (CODE["WABB"], n) for name, n in WEEKDAY_SHORT.items()}


def _lexicon() -> dict[str, tuple[str, object]]:
    table: dict[str, tuple[str, object]] = {}
    for name, words in _LOWER.items():
        for word, value in words.items():
            table |= dict.fromkeys((word, word.capitalize(), word.upper()), (CODE[name], value))
    del table["TODAY"]  # the newspaper, as good as always
    return table | _numbers() | _cased() | _edged()


LEXICON: dict[str, tuple[str, object]] = _lexicon()
CODE_OF: dict[str, str] = {word: code for word, (code, _) in LEXICON.items()}
VALUE_OF: dict[str, object] = {word: value for word, (_, value) in LEXICON.items()}
