"""Find the date expressions of a text and resolve them against its publication date.

What belongs here: the scan, bounds over an uncertain publication date, anchors. What does not: the forms (``grammar``),
their meaning (``named``, ``relative``) and what the words around them make of them (``context``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import repeat, zip_longest

from pipelines.parsing.dates import relative, spans
from pipelines.parsing.dates.context import has_surname_may, kind_of, relation_of
from pipelines.parsing.dates.expression import UNKNOWN, DateExpression
from pipelines.parsing.dates.grammar import Form, scan
from pipelines.parsing.dates.hit import Hit
from pipelines.parsing.dates.renown import known_year
from pipelines.parsing.dates.spans import Span
from pipelines.parsing.dates.words import CODE_OF, OTHER, VALUE_OF
from pipelines.parsing.document import Doc
from pipelines.records import DateBounds

_ANCHOR_KINDS = frozenset(("absolute", "calendar", "weekday", "relative", "anchor"))
# How wide an anchor may be, in days, to be counted from by a unit; how many sentences back it may stand; what a lead
# is.
_ANCHOR_WIDTH = {"day": 3, "hour": 3, "week": 14, "fortnight": 14, "month": 62}
_ANCHOR_REACH = 4
_LONG = frozenset(("week", "month", "year", "decade"))
_IT, _CAME = frozenset(("it", "that", "this")), frozenset(("came", "followed", "happened", "was"))
_BESIDE = 2  # words that may part "two days after" from the date that it counts from: "the president's Friday speech"
_WITHIN = 12  # words that may part them where they are one clause: "a day after a blast killed two in Rome on Friday"
_PARTS_CLAUSES = frozenset(', ; : ( ) – — - ” “ " but said says that told when where which while who'.split())
_COUNTED_FROM = frozenset(("absolute", "calendar", "weekday"))
_LEAD = 3
# A day without its year that is so many days ahead and so many back is the one ahead, unless a verb says otherwise.
_SOON, _LONG_AGO = 95, 240
_YESTERDAY, _TOMORROWS_LAST = 1, 6  # days ago
# Days of publication far off either way: what means the same on both holds whatever the day.
_FIRST, _LAST = date(1600, 6, 15), date(2400, 6, 15)


def find_dates(doc: Doc, published: DateBounds = UNKNOWN) -> list[DateExpression]:
    """Return the date expressions of a text, in order of position; none overlap.

    Args:
        doc: The text.
        published: Publication date or its bounds. With bounds apart a relative date comes out as the union over them;
            an end that is None stays None in all that depends on it.
    """
    words = doc.words
    codes = "".join(map(CODE_OF.get, words, repeat(OTHER)))
    found: list[DateExpression] = []
    surname_may = has_surname_may(doc, codes)
    for form, start, end in scan(codes):
        kind = kind_of(doc, codes, form, start, end, surname_may)
        if kind is None:
            continue
        hit = Hit(codes[start:end], tuple(map(VALUE_OF.get, words[start:end])))
        relation = relation_of(doc, codes, start)
        if form.kind in ("anchor", "gap"):
            anchor = _antecedent(found, doc, start, hit)
            if hit.has("TIME") and anchor == UNKNOWN:  # "at the time" of something that has no date
                continue
            if form.kind == "gap" and anchor == UNKNOWN and hit.unit in _LONG:
                kind = "gap"  # "Eight months after their meeting, they ...": counted from the day of the main clause
            anchor = _main_clause(found, doc, start, published) if kind == "gap" else anchor
            past = resolve_anchor(hit, kind, anchor, published)
            future = UNKNOWN
        else:
            past, future = _resolve(form, hit, published)
            known = known_year(doc.lowers, start, end, hit, published) if form.name == "month_day" else None
            past, future = (known, known) if known else (past, future)
        named = past if past != UNKNOWN else future
        past, future = _related(relation if kind == form.kind else None, past, future, published)
        if form.name == "weekday":
            future, soon = _of_a_weekday(past, future, published)
        else:
            soon = form.kind == "calendar" and _is_soon(past, future, published)
        first, last = doc.starts[start], doc.ends[end - 1]
        found.append(DateExpression(start, end, first, last, kind, form.name, past, future, relation, named, hit, soon))
    return [_counted(doc, e, after, published) for e, after in zip_longest(found, found[1:])]


def _counted(doc: Doc, e: DateExpression, after: DateExpression | None, published: DateBounds) -> DateExpression:
    """Let "two days after Monday's vote" date its own clause, counted from the date told behind it: "two days after the
    vote in Rome on Monday", "two days after X resigned on Monday".
    """
    if e.form != "gap" or e.relation is not None or after is None or not e.hit.has("BEFORE", "AFTER"):
        return e
    if not _is_told_within(doc, e.token_end, after.token_start):
        return e
    shifted = after.relation is not None and after.kind in _ANCHOR_KINDS  # "before Saturday" is no Saturday
    if after.token_start - e.token_end > _BESIDE and (shifted or after.kind not in _COUNTED_FROM):
        return e
    ahead = UNKNOWN if shifted else after.future
    counted = [resolve_anchor(e.hit, "anchor", b, published) for b in (ahead, after.named)]
    told = [b for b in counted if b.earliest] if e.hit.has("BEFORE") else counted[1:]
    after_all = resolve_anchor(e.hit, "anchor", ahead) if ahead != UNKNOWN else UNKNOWN
    return replace(e, kind="anchor", past=told[0], named=told[0], future=after_all, counted=True) if told else e


def _is_told_within(doc: Doc, start: int, end: int) -> bool:
    """Say whether nothing parts a date from what is told before it: no mark, no word that opens another clause."""
    if end - start > _WITHIN or doc.sentence_at(start) != doc.sentence_at(end):
        return False
    return end - start <= _BESIDE or _PARTS_CLAUSES.isdisjoint(doc.lowers[start:end])


def resolve_anchor(hit: Hit, kind: str, anchor: DateBounds, published: DateBounds = UNKNOWN) -> DateBounds:
    """Resolve "a day earlier" (kind ``anchor``) or "two days before" (kind ``gap``) beside another date of the text.

    Returns:
        The bounds; without an anchor only that it is no later than the publication.
    """
    read = relative.anchored if kind == "anchor" else relative.gap
    if anchor.earliest is None or anchor.latest is None:
        return DateBounds(None, published.latest, "unknown") if kind == "anchor" else UNKNOWN
    found = read(hit, (anchor.earliest, anchor.latest, anchor.precision))
    if kind == "anchor" and published.latest and found[0] > published.latest:  # told as past, so the anchor is another
        return DateBounds(None, published.latest, "unknown")
    return _clip(_bounds(found), None, published.latest if kind == "anchor" else None)


def reanchor(expression: DateExpression, anchor: DateBounds) -> DateExpression:
    """Return an ``anchor`` or ``gap`` expression resolved beside a date that the caller knows better."""
    past = resolve_anchor(expression.hit, expression.kind, anchor)
    return replace(expression, past=past, named=past)


def _is_soon(past: DateBounds, future: DateBounds, published: DateBounds) -> bool:
    if past.precision == future.precision == "day" and past.latest and future.latest and published.latest:
        ahead, back = future.latest - published.latest, published.latest - past.latest
        return 0 < ahead.days <= _SOON and back.days >= _LONG_AGO
    return False


def _of_a_weekday(past: DateBounds, future: DateBounds, published: DateBounds) -> tuple[DateBounds, bool]:
    """Return the future reading of a bare weekday, and whether it comes soon.

    Yesterday's name is not said of the day in a week's time, and tomorrow's seldom of the one six days ago.
    """
    if past.earliest is None or published.earliest is None or published.earliest != published.latest:
        return future, False
    ago = (published.earliest - past.earliest).days
    return (UNKNOWN if ago == _YESTERDAY else future), ago == _TOMORROWS_LAST


def _bounds(span: Span | None) -> DateBounds:
    return UNKNOWN if span is None else DateBounds(*span)


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
            UNKNOWN if past == UNKNOWN else DateBounds(None, past.latest, "unknown"),
            UNKNOWN if future == UNKNOWN else _ordered(published.earliest, future.latest),
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


def _antecedent(found: list[DateExpression], doc: Doc, start: int, hit: Hit) -> DateBounds:
    """Return the date that "a day earlier" leans on: the last one told that is as fine as its unit, else the story's
    day.
    """
    widest = _ANCHOR_WIDTH.get(hit.unit, 800)
    here = doc.sentence_at(start)
    kinds = _ANCHOR_KINDS | {"gap"} if hit.has("SAME") else _ANCHOR_KINDS
    fit = [e for e in found if e.kind in kinds and _width(e.bounds) <= widest]
    near = [e for e in fit if here - doc.sentence_at(e.token_start) <= _ANCHOR_REACH]
    lead = [e for e in fit if doc.sentence_at(e.token_start) <= _LEAD]
    return near[-1].bounds if near else lead[0].bounds if lead and not hit.has("TIME") else UNKNOWN


def _width(bounds: DateBounds) -> int:
    if bounds.earliest is None or bounds.latest is None:
        return 1 << 30
    return (bounds.latest - bounds.earliest).days


def _main_clause(found: list[DateExpression], doc: Doc, start: int, published: DateBounds) -> DateBounds:
    """Return the date of the clause that "two days before X" hangs on: told in its sentence, else the
    day of publication.
    """
    sentence = doc.sentences[doc.sentence_at(start)][0]
    last = found[-1] if found and found[-1].kind in _ANCHOR_KINDS else None
    if last and last.token_start >= sentence:
        return last.bounds
    if doc.lowers[sentence] in _IT and doc.lowers[sentence + 1] in _CAME:
        return _day_before(found, doc, start) or published  # "X left on Monday. It came two days after Y left"
    return published


def _day_before(found: list[DateExpression], doc: Doc, start: int) -> DateBounds | None:
    """Return the day that the sentence before a token tells first, or None."""
    before = doc.sentence_at(start) - 1
    days = (e.bounds for e in found if e.kind in _ANCHOR_KINDS and doc.sentence_at(e.token_start) == before)
    return next((day for day in days if _width(day) <= _ANCHOR_WIDTH["day"]), None)
