"""The forms of English date expressions, as patterns over classes of words.

What belongs here: the table of forms and its compiler. What does not: what a form means (``named``, ``relative``). A
pattern names classes of ``words.CLASSES`` in capitals; ``?``, ``|`` and groups are those of regular expressions;
spaces mean nothing. Forms stand in order: where two match at one word, the earlier row wins, so longer forms stand
before shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pipelines.parsing.dates import feasts, named, relative
from pipelines.parsing.dates.words import CODE

_MACROS = {
    "MONTH": "(?: MON | MAMB | MABB STOP? )",
    "DAYNO": "(?: DNUM | ORD )",
    "ANYWDAY": "(?: WDAY | WABB STOP )",
    "LEADWDAY": "(?: (?: WDAY | WABB STOP? ) COMMA? (?: ON | THE )? )",
    "ANYUNIT": "(?: UNIT | UNITS | HOURS )",
    "COUNT": "(?: AN (?: VAGUE | COUPLE OF? | DOZEN )? | CARD (?: DOZEN )? | DNUM | NUM | VAGUE | COUPLE OF? )",
    "ABOUTS": "(?: MORE MORE? | ABOUT | OVER )",
    "DAYPART": "(?: PART | DAWN )",
    "RIM": "(?: END | START | MIDDLE ) OF",
    "ANYYEAR": "(?: YEAR | OLDYEAR )",
    "INYEAR": "(?: COMMA? YEAR | OF YEAR | COMMA? OLDYEAR (?! x ) )",  # not "in June 1500 soldiers left"
    "TOWARDS": "(?: TO | UNTIL | DASH )",
}


class Form(NamedTuple):
    """One form: its kind, its pattern and what it means on a day (or beside an anchor: kinds ``anchor`` and
    ``gap``).
    """

    name: str
    kind: str
    pattern: str
    read: Callable[..., Any]


FORMS = (
    Form("iso", "absolute", "YEAR DASH DNUM DASH DNUM", named.iso),
    Form("numeric", "absolute", "DNUM SLASH DNUM SLASH (?: YEAR | NUM | DNUM )", named.numeric),
    Form("days_of_months", "calendar", "MONTH DAYNO (?: TOWARDS | AND ) MONTH DAYNO INYEAR?", named.day_range),
    Form("days_of_month", "calendar", "MONTH DAYNO (?: TOWARDS | AND ) DAYNO (?! UNITS ) INYEAR?", named.day_range),
    Form("days_months", "calendar", "DAYNO MONTH (?: TOWARDS | AND ) DAYNO MONTH INYEAR?", named.day_range),
    Form("days_month", "calendar", "DAYNO (?: TOWARDS | AND ) DAYNO OF? MONTH INYEAR?", named.day_range),
    Form("month_day", "calendar", "LEADWDAY? MONTH COMMA? DAYNO COMMA ANYYEAR", named.month_day),
    Form("month_day", "calendar", "LEADWDAY? MONTH (?<! IN MON | IN MAMB ) DAYNO INYEAR?", named.month_day),
    Form("day_month", "calendar", "LEADWDAY? (?: THE? ORD OF? | DNUM ) MONTH INYEAR?", named.month_day),
    Form("day_month", "calendar", "THE? QORD OF (?: MON | MAMB ) INYEAR?", named.month_day),
    Form(
        "month_range", "calendar", "(?<= FROM | BETWEEN ) MONTH (?: TO | UNTIL | AND ) MONTH INYEAR?", named.month_range
    ),
    Form("month_range", "calendar", "MONTH (?: UNTIL | DASH ) MONTH INYEAR?", named.month_range),
    Form("month_year", "calendar", "(?: EDGE | RIM )? MONTH INYEAR", named.month),
    Form("emonth", "calendar", "EMON INYEAR?", named.month),
    Form("month_then", "anchor", "MONTH (?: OF | IN )? (?: THAT SAME? | THE SAME ) UNIT", relative.anchored),
    Form("month_of", "relative", "(?: EDGE | RIM )? MONTH OF? (?: THE )? (?: LAST | THIS | NEXT ) UNIT", named.month),
    Form(
        "month_edge",
        "calendar",
        "(?: EDGE (?: IN | LAST | THIS | NEXT )? | RIM | LAST | THIS | NEXT | THIS COMING ) MONTH",
        named.month,
    ),
    Form("month", "calendar", "MONTH", named.month),
    Form("season", "calendar", "EDGE? (?: SEASON | FALL ) (?: OF | IN )? YEAR", named.season),
    Form("season_of", "relative", "EDGE? (?: SEASON | FALL ) OF? (?: LAST | THIS | NEXT ) UNIT", named.season),
    Form("season", "relative", "EDGE? (?: LAST | THIS | NEXT ) (?: SEASON | FALL )", named.season),
    Form("season", "calendar", "(?<= IN | BY | SINCE ) EDGE? SEASON", named.season),
    Form("season", "calendar", "(?<= IN THE | BY THE ) EDGE? (?: SEASON | FALL )", named.season),
    Form(
        "quarter",
        "calendar",
        "QORD (?: QUARTER | HALF ) OF (?: YEAR | LAST UNIT | THIS UNIT | NEXT UNIT | THE UNIT )",
        named.quarter,
    ),
    Form("quarter", "calendar", "QORD QUARTER", named.quarter),
    Form(
        "part_of_month",
        "calendar",
        "THE? (?: QORD | LAST ) (?: UNIT | HALF ) (?: OF | IN ) MONTH INYEAR?",
        named.part_of_month,
    ),
    Form(
        "period_rim",
        "relative",
        "RIM (?: THE (?: COMING | FOLL )? | THIS | LAST | NEXT ) (?: UNIT | QUARTER )",
        relative.period,
    ),
    Form("period_rim", "relative", "(?: THE? UNIT POSS | UNIT DASH ) END", relative.period),
    Form(
        "weekday_week",
        "weekday",
        "(?: EDGE ON? )? WDAY DAYPART? OF? (?: LAST | THIS | NEXT ) UNIT",
        relative.weekday_of_week,
    ),
    Form("weekday_range", "weekday", "WDAY (?: TO | UNTIL | DASH ) WDAY", relative.weekday_range),
    Form("weekday_range", "weekday", "(?<= BETWEEN ) WDAY AND WDAY", relative.weekday_range),
    Form(
        "weekday_rel",
        "weekday",
        "(?: LAST | NEXT | THIS PAST | THIS COMING | PAST | COMING | THIS ) WDAY DAYPART?",
        relative.weekday,
    ),
    Form(
        "weekday",
        "weekday",
        "(?: EDGE (?: ON | AT )? | EARLIER ON? | LATER ON? )? (?: DAYPART (?: OF | ON )? )? WDAY DAYPART?",
        relative.weekday,
    ),
    Form("weekday", "weekday", "(?<= ON ) WABB STOP?", relative.weekday),
    Form("deictic", "relative", "THE UNIT (?: BEFORE | AFTER ) TODAY", relative.deictic),
    Form("deictic", "relative", "(?: EDGE | EARLIER | LATER )? TODAY DAYPART?", relative.deictic),
    Form("overnight", "relative", "NIGHT", relative.overnight),
    Form("last_night", "relative", "EDGE? LAST PART", relative.last_part),
    Form("this_morning", "relative", "(?: EDGE | EARLIER | LATER )? THIS DAYPART", relative.this_part),
    Form(
        "weekend",
        "relative",
        "(?: THIS (?: PAST | COMING )? | LAST | NEXT | THE (?: PAST | COMING )? ) WKND",
        relative.weekend,
    ),
    Form("ago", "relative", "THIS (?: UNIT | PART )? COUNT ANYUNIT AGO", relative.ago),
    Form("ago", "relative", "ABOUTS? COUNT? (?: AND AN HALF )? ANYUNIT AGO", relative.ago),
    Form("gap", "gap", "ABOUTS? COUNT (?: AND AN HALF )? ANYUNIT AFTER", relative.gap),
    Form("gap", "gap", "ABOUTS? COUNT (?: AND AN HALF )? ANYUNIT BEFORE", relative.gap),
    Form("gap", "gap", "ABOUTS? COUNT (?: AND AN HALF )? ANYUNIT SINCE", relative.gap),
    Form("gap", "gap", "THE UNIT (?: BEFORE | AFTER )", relative.gap),
    Form("gap", "gap", "(?: UNITS | HOURS ) (?: BEFORE | AFTER )", relative.gap),
    Form(
        "anchor_count", "anchor", "ABOUTS? COUNT? (?: AND AN HALF )? ANYUNIT (?: EARLIER | LATER )", relative.anchored
    ),
    Form("anchor_before", "anchor", "THE PART BEFORE", relative.anchored),
    Form("anchor_next", "anchor", "THE (?: FOLL | PREV | NEXT | SAME ) (?: UNIT | PART )", relative.anchored),
    Form("anchor_in", "anchor", "(?: EARLIER | LATER ) IN THE UNIT", relative.anchored),
    Form("anchor_then", "anchor", "AT (?: THE | THAT ) TIME", relative.anchored),
    Form("anchor_that", "anchor", "THAT SAME? (?: UNIT | PART )", relative.anchored),
    Form(
        "reach",
        "relative",
        "(?: THE FOLL | (?: THE | THIS )? (?: PAST | LAST | NEXT | COMING ) ) (?: COUNT )? (?: UNITS | HOURS )",
        relative.reach,
    ),
    Form("reach", "relative", "THE (?: PAST | LAST | COMING ) UNIT", relative.reach),
    Form("reach", "relative", "THIS PAST UNIT", relative.reach),
    Form("reach", "relative", "RECENT (?: UNITS | HOURS )", relative.reach),
    Form("reach", "relative", "WITHIN COUNT ANYUNIT", relative.reach),
    Form(
        "period",
        "relative",
        "(?: (?: EDGE | EARLIER | LATER ) (?: IN | ON )? )? (?: LAST | THIS | NEXT ) (?: UNIT | QUARTER )",
        relative.period,
    ),
    Form("ahead", "relative", "IN (?: ABOUT | MORE )? COUNT ANYUNIT", relative.ahead),
    Form("year_range", "absolute", "YEAR DASH (?: YEAR | DNUM | NUM )", named.year_range),
    Form("year_range", "absolute", "(?<= FROM | BETWEEN ) YEAR (?: TO | UNTIL | AND ) YEAR", named.year_range),
    Form("year", "absolute", "EYEAR", named.years),
    Form("year_edge", "absolute", "(?: EDGE (?: IN )? | RIM ) YEAR", named.years),
    Form("decade", "absolute", "EDECADE | EDGE? DECADE", named.decade),
    Form("year", "absolute", "YEAR", named.years),
    Form("old_year", "absolute", "(?<= IN | SINCE ) OLDYEAR", named.years),
    Form("old_year", "absolute", "(?<= IN AN | OF AN | BY AN ) OLDYEAR", named.years),  # "in an 1885 treaty"
    Form("day_of_month", "calendar", "(?<= ON THE ) ORD", named.day_of_month),
    Form("feast", "calendar", "NEW UNIT POSS (?: EVE | UNIT ) INYEAR?", feasts.feast),
    Form("feast", "calendar", "(?: LAST | NEXT )? FEAST POSS? (?: EVE | UNIT | WDAY ) INYEAR?", feasts.feast),
    Form("feast", "calendar", "GOOD WDAY INYEAR?", feasts.feast),
    Form("feast", "calendar", "(?: LAST | NEXT ) FEAST", feasts.feast),
    Form(
        "feast",
        "calendar",
        "(?<= AT | BY | ON | SINCE | UNTIL | AFTER | BEFORE ) FEAST INYEAR?",
        feasts.feast,
    ),
)


# Every expression holds one of these, with nothing but such words before it: a cheap look ahead that spares the forms.
_CORES = (
    "WDAY WABB MON MABB MAMB YEAR OLDYEAR DECADE UNIT UNITS HOURS WKND PART DAWN TODAY NIGHT QUARTER HALF SEASON FALL "
    "EMON EYEAR EDECADE ORD FEAST TIME"
).split()
_LEADS = (
    "PART DAWN UNIT DNUM NUM CARD AN VAGUE COUPLE DOZEN LAST PAST PREV RECENT THIS NEXT COMING FOLL SAME THAT EDGE "
    "EARLIER LATER THE OF IN ON AT OVER WITHIN TO AND DASH SLASH END START MIDDLE QORD MORE ABOUT GOOD NEW"
).split()


def _compile(pattern: str) -> str:
    for name, meaning in _MACROS.items():
        pattern = re.sub(rf"\b{name}\b", meaning, pattern)
    return re.sub(r"\b[A-Z]+\b", lambda m: CODE[m.group()], pattern).replace(" ", "")


def _class(names: list[str], repeat: str = "") -> str:
    return "[" + "".join(CODE[name] for name in names) + "]" + repeat


def _branches() -> str:
    return "|".join(f"(?P<f{i}>{_compile(form.pattern)})" for i, form in enumerate(FORMS))


FORM_OF = {f"f{i}": form for i, form in enumerate(FORMS)}
_CORE = re.compile(_class(_CORES))
_LEAD_CODES = frozenset(CODE[name] for name in _LEADS)
_GRAMMAR = re.compile(f"(?={_class(_LEADS, '{0,9}')}{_class(_CORES)})(?:{_branches()})")
_LONGEST_LEAD = 9


def scan(codes: str) -> Iterator[tuple[Form, int, int]]:
    """Yield each expression in a string of classes: its form, first word, end.

    Hops from core to core and tries the forms only around them: most of a text is neither core nor lead.
    """
    done = 0
    for core in _CORE.finditer(codes):
        at = core.start()
        if at < done:
            continue
        first = at
        while first > done and at - first < _LONGEST_LEAD and codes[first - 1] in _LEAD_CODES:
            first -= 1
        match = _GRAMMAR.search(codes, first, at + 1 + _LONGEST_LEAD)
        while match is not None and match.start() <= at:
            done = match.end()
            yield FORM_OF[match.lastgroup or ""], match.start(), done
            match = _GRAMMAR.search(codes, done, at + 1 + _LONGEST_LEAD) if done <= at else None
