"""Find the date expressions of a text and resolve them against its publication date.

What belongs here: scanning, what the words around an expression make of it (since, until, "the ... deadline"), bounds
over an uncertain publication date. What does not: the forms (``grammar``) and their meaning (``readings``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import repeat

from pipelines.parsing.dates import readings, spans
from pipelines.parsing.dates.grammar import Form, scan
from pipelines.parsing.dates.readings import Hit
from pipelines.parsing.dates.spans import Span
from pipelines.parsing.dates.words import CODE, CODE_OF, OTHER, VALUE_OF
from pipelines.parsing.document import Doc
from pipelines.records import DateBounds

_RELATIONS = {
    CODE[name]: name.lower() for name in ("SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "FROM", "BETWEEN", "DURING")
}
_PREPOSITIONS = frozenset(
    CODE[name]
    for name in "IN ON SINCE UNTIL BY FROM TO DURING OF BEFORE AFTER BETWEEN AND OVER AT FOR WITHIN DASH".split()
)
_DETERMINERS = frozenset(CODE[name] for name in ("THE", "DET", "POSS", "AN", "THIS", "THAT"))
_STRAY_YEAR = frozenset(CODE[name] for name in ("MORE", "ABOUT", "CARD"))
# Words after "the May 12" or "in 2014" that start something new rather than carry on as the noun that it dates.
_FUNCTION_WORDS = frozenset(
    "a an the and or but that which who whom whose when where while as if than because after before since until by with "
    "without for from in into of on onto at to over under during through between against among about amid around his her "
    "its their our my your he she it they we i you this these those is was are were be been being has had have will would "
    "can could may might shall should must did do does not also again still then there said says say told alone only just "
    "both either neither per via following".split()
)
_ANCHOR_KINDS = frozenset(("absolute", "calendar", "weekday", "relative", "anchor"))
_UNKNOWN = DateBounds()
# How wide an anchor may be, in days, to be counted from by a unit; how many sentences back it may stand; what a lead
# is.
_ANCHOR_WIDTH = {"day": 3, "hour": 3, "week": 14, "fortnight": 14, "month": 62}
_ANCHOR_REACH = 4
_LEAD = 3
# Days of publication far off either way: what means the same on both holds whatever the day.
_FIRST, _LAST = date(1600, 6, 15), date(2400, 6, 15)
_STALE = 2  # days that news may be old


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression.

    Attributes:
        token_start: Index of its first token.
        token_end: Index after its last token.
        char_start: Offset of its first character in the text.
        char_end: Offset after its last character.
        kind: ``absolute`` (with a year), ``calendar`` (a month or day without one), ``weekday``, ``relative`` (to the
            publication), ``anchor`` (to another date of the text: "a day earlier"), ``gap`` ("two days before X": dates
            the clause that follows, against the one that stands before it), or one of those that date a noun rather
            than the clause: ``modifier`` ("the 2015 agreement"), ``possessive`` ("Friday's meeting"), ``name_year``
            ("Flintlock 2026"), ``dateline``.
        form: The row of ``grammar.FORMS`` that matched.
        past: Bounds when told as past; unknown where the words allow no past.
        future: Bounds when told as future; unknown where the words allow no future.
        relation: The preposition that changes it: ``since``, ``until``, ``by``, ``before``, ``after``, ``from``,
            ``during``, ``between``, or None. ``by``, ``before`` and ``after`` are worked into the bounds.
        named: Bounds of the words alone, the preposition left aside, in the default reading.
        hit: The words themselves, for anchors to be resolved anew.
    """

    token_start: int
    token_end: int
    char_start: int
    char_end: int
    kind: str
    form: str
    past: DateBounds
    future: DateBounds
    relation: str | None
    named: DateBounds
    hit: Hit

    @property
    def hint(self) -> str | None:
        """``past`` or ``future`` where the words themselves allow only one of them, else None."""
        if self.past == _UNKNOWN:
            return None if self.future == _UNKNOWN else "future"
        return "past" if self.future == _UNKNOWN else None

    @property
    def bounds(self) -> DateBounds:
        """The reading to take where nothing is known of the tense."""
        return self.resolve(future=False)

    def resolve(self, future: bool) -> DateBounds:
        """Return the bounds under a tense; the words' own direction outweighs it."""
        first, second = (self.future, self.past) if future else (self.past, self.future)
        return second if first == _UNKNOWN else first


def find_dates(doc: Doc, published: DateBounds = _UNKNOWN) -> list[DateExpression]:
    """Return the date expressions of a text, in order of position; none overlap.

    Args:
        doc: The text.
        published: Publication date or its bounds. With bounds apart a relative date comes out as the union over them;
            an end that is None stays None in all that depends on it.
    """
    words = doc.words
    codes = "".join(map(CODE_OF.get, words, repeat(OTHER)))
    found: list[DateExpression] = []
    surname_may = _has_surname_may(doc, codes)
    for form, start, end in scan(codes):
        kind = _kind(doc, codes, form, start, end, surname_may)
        if kind is None:
            continue
        hit = Hit(codes[start:end], tuple(map(VALUE_OF.get, words[start:end])))
        relation = _relation(codes, start)
        if form.kind in ("anchor", "gap"):
            told_before = _antecedent(found, doc, start, hit)
            anchor = _main_clause(found, doc, start, published) if kind == "gap" else told_before
            past = resolve_anchor(hit, kind, anchor, published)
            future = _UNKNOWN
        else:
            past, future = _resolve(form, hit, published)
        named = past if past != _UNKNOWN else future
        past, future = _related(relation if kind == form.kind else None, past, future, published)
        found.append(
            DateExpression(
                start, end, doc.starts[start], doc.ends[end - 1], kind, form.name, past, future, relation, named, hit
            )
        )
    return found


def resolve_anchor(hit: Hit, kind: str, anchor: DateBounds, published: DateBounds = _UNKNOWN) -> DateBounds:
    """Resolve "a day earlier" (kind ``anchor``) or "two days before" (kind ``gap``) beside another date of the text.

    Returns:
        The bounds; without an anchor only that it is no later than the publication.
    """
    read = readings.anchored if kind == "anchor" else readings.gap
    if anchor.earliest is None or anchor.latest is None:
        return DateBounds(None, published.latest, "unknown") if kind == "anchor" else _UNKNOWN
    return _bounds(read(hit, (anchor.earliest, anchor.latest, anchor.precision)))


def reanchor(expression: DateExpression, anchor: DateBounds) -> DateExpression:
    """Return an ``anchor`` or ``gap`` expression resolved beside a date that the caller knows better."""
    past = resolve_anchor(expression.hit, expression.kind, anchor)
    return replace(expression, past=past, named=past)


def _bounds(span: Span | None) -> DateBounds:
    return _UNKNOWN if span is None else DateBounds(*span)


@lru_cache(maxsize=4096)
def _resolve(form: Form, hit: Hit, published: DateBounds) -> tuple[DateBounds, DateBounds]:
    """Return the past and the future reading over the bounds of the publication date."""
    low, high = _held(published.earliest or _FIRST), _held(published.latest or _LAST)
    at_low = form.read(hit, low)
    at_high = at_low if low == high else form.read(hit, high)
    past, future = (_over(low, high, published) for low, high in zip(at_low, at_high, strict=True))
    return _clip(past, None, published.latest), _clip(future, published.earliest, None)


def _held(day: date) -> date:
    return min(max(day, _FIRST), _LAST)


def _over(low: Span | None, high: Span | None, published: DateBounds) -> DateBounds:
    """Return the union of a reading at the first and the last day of publication; an end not known stays open."""
    if low == high:
        return _bounds(low)
    first = low[0] if low and published.earliest else None
    last = high[1] if high and published.latest else None
    return DateBounds(first, last, "range" if first and last else "unknown")


def _clip(bounds: DateBounds, low: date | None, high: date | None) -> DateBounds:
    """Cut a reading at the publication, past before and future after, unless nothing would be left of it."""
    first, last = bounds.earliest, bounds.latest
    if low and first and last and first < low <= last:
        first = low
    if high and first and last and first <= high < last:
        last = high
    if (first, last) == (bounds.earliest, bounds.latest):
        return bounds
    return DateBounds(first, last, "day" if first == last else bounds.precision)


def _related(
    relation: str | None, past: DateBounds, future: DateBounds, published: DateBounds
) -> tuple[DateBounds, DateBounds]:
    """Work ``by``, ``before`` and ``after`` into the bounds: the act lies beside the date named, not on it."""
    if relation == "by":
        return (
            _UNKNOWN if past == _UNKNOWN else DateBounds(None, past.latest, "unknown"),
            _UNKNOWN if future == _UNKNOWN else _ordered(published.earliest, future.latest),
        )
    if relation == "before":
        eve = (spans.shift(b.earliest, -1) if b.earliest else None for b in (past, future))
        before_past, before_future = eve
        return _ordered(None, before_past), _ordered(published.earliest, before_future)
    if relation == "after":
        return _ordered(past.earliest, published.latest), _ordered(future.earliest, None)
    return past, future


def _ordered(first: date | None, last: date | None) -> DateBounds:
    if first and last and first > last:
        return DateBounds(last, last, "day")
    return DateBounds(
        first, last, "range" if first and last and first != last else "day" if first and last else "unknown"
    )


def _relation(codes: str, start: int) -> str | None:
    before = start - 1
    if before >= 0 and codes[before] in (CODE["THE"], CODE["AT"], CODE["LAST"]):
        before -= 1
    return _RELATIONS.get(codes[before]) if before >= 0 else None


def _antecedent(found: list[DateExpression], doc: Doc, start: int, hit: Hit) -> DateBounds:
    """Return the date that "a day earlier" leans on: the last one told that is as fine as its unit, else the story's
    day.
    """
    widest = _ANCHOR_WIDTH.get(hit.unit, 800)
    here = doc.sentence_at(start)
    fit = [e for e in found if e.kind in _ANCHOR_KINDS and _width(e.bounds) <= widest]
    near = [e for e in fit if here - doc.sentence_at(e.token_start) <= _ANCHOR_REACH]
    lead = [e for e in fit if doc.sentence_at(e.token_start) <= _LEAD]
    return near[-1].bounds if near else lead[0].bounds if lead else _UNKNOWN


def _width(bounds: DateBounds) -> int:
    if bounds.earliest is None or bounds.latest is None:
        return 1 << 30
    return (bounds.latest - bounds.earliest).days


def _main_clause(found: list[DateExpression], doc: Doc, start: int, published: DateBounds) -> DateBounds:
    """Return the date of the clause that "two days before X" hangs on: told in its sentence, else about the
    publication.
    """
    sentence = doc.sentences[doc.sentence_at(start)][0]
    if found and found[-1].token_start >= sentence and found[-1].kind in _ANCHOR_KINDS:
        return found[-1].bounds
    if published.earliest is None or published.latest is None:
        return _UNKNOWN
    return DateBounds(spans.shift(published.earliest, -_STALE), published.latest, "range")


def _has_surname_may(doc: Doc, codes: str) -> bool:
    """Say whether May is somebody's name here ("Theresa May", "Mrs. May"): then it is a month only beside a number."""
    may = CODE["MAMB"]
    at = codes.find(may, 1)
    while at > 0:
        before = doc.words[at - 1] if doc.words[at - 1] != "." or at < 2 else doc.words[at - 2]
        if (
            doc.words[at] == "May"
            and codes[at - 1] in (OTHER, CODE["STOP"])
            and before[:1].isupper()
            and len(before) > 1
        ):
            return doc.sentence_at(at - 1) == doc.sentence_at(at)
        at = codes.find(may, at + 1)
    return False


def _kind(doc: Doc, codes: str, form: Form, start: int, end: int, surname_may: bool) -> str | None:
    """Return the kind of an expression where it stands, or None where it is no date at all."""
    before = codes[start - 1] if start else OTHER
    after = codes[end] if end < len(codes) else OTHER
    if form.name == "month" and not _is_month(doc, codes, start, end, surname_may):
        return None
    if form.name == "day_of_month" and _noun_follows(doc, end):
        return None
    if form.name == "year":
        return _year_kind(doc, codes, start, end)
    if form.kind == "gap":
        opens = start == doc.sentences[doc.sentence_at(start)][0]
        return "gap" if _clause_follows(doc, end) and not opens else "anchor"
    if after == CODE["POSS"] and form.kind not in ("anchor", "gap"):
        return "possessive"
    if form.kind in ("calendar", "weekday") and before in _DETERMINERS and _noun_follows(doc, end):
        return "modifier"
    if form.kind == "calendar" and _in_dateline(doc, start, end):
        return "dateline"
    return "absolute" if form.kind == "calendar" and CODE["YEAR"] in codes[start:end] else form.kind


def _clause_follows(doc: Doc, end: int) -> bool:
    if end >= len(doc.words):
        return False
    word = doc.words[end]
    return word[0].isalnum() and word.lower() not in ("and", "but", "or", "said", "when", "in", "on", "at")


def _noun_follows(doc: Doc, end: int) -> bool:
    """Say whether a lower-case content word comes next: "the May 12 deadline", "his Tuesday meeting"."""
    if end >= len(doc.words):
        return False
    word = doc.words[end]
    return word[0].islower() and word not in _FUNCTION_WORDS


def _is_month(doc: Doc, codes: str, start: int, end: int, surname_may: bool) -> bool:
    """Say whether a lone month name is a month: after a preposition, or dating a noun ("the April summit")."""
    before = codes[start - 1] if start else OTHER
    if codes[start] == CODE["MABB"]:
        return before in _PREPOSITIONS and codes[end - 1] == CODE["STOP"]
    if codes[start] == CODE["MAMB"]:
        strict = before in (CODE["IN"], CODE["SINCE"], CODE["DURING"], CODE["UNTIL"])
        return strict or (not surname_may and before in _PREPOSITIONS and before != CODE["AND"])
    if before in _PREPOSITIONS or before in _DETERMINERS:
        return True
    named = end < len(doc.words) and doc.words[end][0].isupper()
    return not named and (start == 0 or not doc.words[start - 1][0].isupper())


def _year_kind(doc: Doc, codes: str, start: int, end: int) -> str | None:
    """Say what a lone year is: a date, a year before a noun, a part of a name, or a plain number (None)."""
    before = codes[start - 1] if start else OTHER
    previous = doc.words[start - 1] if start else "."
    if before in _STRAY_YEAR:
        return None
    if before in _DETERMINERS or (before == OTHER and previous[0].islower()):
        if end < len(doc.words) and codes[end] == CODE["POSS"]:
            return "possessive"
        return "modifier" if before in _DETERMINERS or _noun_follows(doc, end) else "absolute"
    if before == OTHER and previous[0].isupper() and doc.sentence_at(start - 1) == doc.sentence_at(start):
        return "name_year"
    return "possessive" if end < len(codes) and codes[end] == CODE["POSS"] else "absolute"


def _in_dateline(doc: Doc, start: int, end: int) -> bool:
    """Say whether a date stands in a dateline: "ISTANBUL, Nov. 28 —", nothing but names and marks before it."""
    if end >= len(doc.words) or doc.words[end] not in ("—", "–", "-", "("):
        return False
    first = doc.sentences[doc.sentence_at(start)][0]
    return 0 < start - first <= 12 and not any(word[0].islower() for word in doc.words[first:start])
