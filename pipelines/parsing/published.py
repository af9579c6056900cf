"""When an undated article was published, as far as its own words tell.

What belongs here: bounds from the terms of office of the people that the text names with their posts, and from the
dates and dated events that it tells as past or as still ahead. What does not: dates that a record or a page carries
(reading), and recognising people (``actors``). Nothing here looks at a clock.

Terms of office come first: a body names several people, and their terms seldom agree by chance. What the text tells
as a date may belong to the page around it or to history, so it only narrows what the terms leave, and never overrules
two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import reduce

from pipelines.parsing.dates import DateExpression, find_dates
from pipelines.parsing.document import Doc
from pipelines.parsing.fresh_days import Window, beside_posts, by_dateline, by_day, by_next_month, by_weekday
from pipelines.parsing.reference import Reference, Row, load_reference
from pipelines.parsing.told_tense import tense_of
from pipelines.records import Article, DateBounds

Post = tuple[str, str, int]
_FORMER = frozenset(("former", "ex", "then", "late", "onetime", "ousted", "deposed", "outgoing"))
_GONE = frozenset(("former", "ex", "onetime", "ousted", "deposed", "toppled"))
_GONE_BEHIND = re.compile(r"[^,.;\n]{2,60}, (?:an? |the |who was )?(?:former|ex-|onetime|ousted|deposed)\b")
_EMPTY_WORDS = frozenset("of the for and to in on at a an us u s united states".split())
# Words that say "heads it" or one thing in two ways.
_SAME_WORD = {
    "defence": "defense", "chief": "head", "commander": "head", "leader": "head", "boss": "head", "premier": "prime",
    "affairs": "", "adviser": "advisor", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "special": "", "general": "",
}  # fmt: skip


_ANY = Window(None, None)


def bound_publication(
    doc: Doc, posts: Sequence[Post], article: Article | None = None, reference: Reference | None = None
) -> tuple[DateBounds, str]:
    """Bound the day of publication of an article that carries none.

    Args:
        doc: The article's clean text.
        posts: People of the registry with the post that the text gives them: (registry id, title as told, offset of the
            mention). "Former" before the title or the mention is seen.
        article: The article, where a date that it does carry should be narrowed instead of nothing.
        reference: Where ``actor_roles`` and ``dated_events`` are read; the default one when none is given.

    Returns:
        The bounds and where they come from: ``tenure`` where terms of office set an end, else ``text``, else ``none``.
    """
    reference = reference or load_reference()
    known = Window(article.published.earliest, article.published.latest) if article else _ANY
    terms = _terms(doc, posts, reference.compiled(_rows_of_persons))
    office, backing = _most_agreed([*terms, [known]] if known != _ANY else terms)
    dates = find_dates(doc)
    told = _told(doc, dates, reference.rows("dated_events"))
    if backing < 2 and any(office.meet(window).empty for window in told):
        office = known  # one term against the text's own dates: a figure of history, with the title he had
    narrowed = reduce(_narrow, [*told, beside_posts(dates)], office)
    narrowed = by_day(doc, dates, by_next_month(doc, dates, narrowed))
    narrowed = by_dateline(dates, by_weekday(doc, dates, narrowed))
    by_office = any(end and end == of_office for end, of_office in zip(narrowed, office, strict=True))
    basis = "none" if narrowed == known else "tenure" if by_office and office != known else "text"
    return _as_bounds(narrowed), basis


def _as_bounds(window: Window) -> DateBounds:
    first, last = window
    return DateBounds(first, last, "unknown" if not (first and last) else "day" if first == last else "range")


def _narrow(window: Window, told: Window) -> Window:
    narrowed = window.meet(told)
    return window if narrowed.empty else narrowed


# --- terms of office -------------------------------------------------------------------------------------------------


def _rows_of_persons(reference: Reference) -> dict[str, list[Row]]:
    """Return the terms of office of each person of the registry."""
    by_person: dict[str, list[Row]] = {}
    for row in reference.rows("actor_roles"):
        by_person.setdefault(row["registry_id"], []).append(row)
    return by_person


def _terms(doc: Doc, posts: Iterable[Post], by_person: dict[str, list[Row]]) -> list[list[Window]]:
    """Return for each person with a known post the windows in which the text can have been written."""
    found: dict[tuple[str, bool], list[Window]] = {}
    for registry_id, title, offset in posts:
        held = _held(title, by_person.get(registry_id, ()))
        gone = _is_former(doc, title, offset)
        if held and gone is not None:
            found[registry_id, gone] = [Window(term.last, None) for term in held[-1:]] if gone else held
    return [[w for w in windows if w != _ANY] for windows in found.values() if any(w != _ANY for w in windows)]


def _held(title: str, rows: Iterable[Row]) -> list[Window]:
    """Return the terms of the posts that a title can mean: those that share the most of its words, in order of time."""
    words = _title_words(title)
    scored = [
        (len(words & other) / len(words | other), row)
        for row in rows
        if (other := _title_words(row["role_title"])) & words
    ]
    best = max((score for score, _ in scored), default=0.0)
    kept = [row for score, row in scored if score >= 0.75 * best]
    windows = [Window(_day(row["valid_from"], first=True), _day(row["valid_to"], first=False)) for row in kept]
    return sorted(windows, key=lambda window: window.first or date.min)


def _title_words(title: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", title.lower().replace("’", "'").replace("'s", ""))
    return frozenset(_SAME_WORD.get(word, word) for word in words if word not in _EMPTY_WORDS) - {""} - _FORMER


def _day(text: str, *, first: bool) -> date | None:
    """Return a day as the tables write it; a month or a year alone stands for its first or last day."""
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    if first:
        return date(year, month or 1, 1)
    return date(year + (month in (0, 12)), (month % 12) + 1 if month else 1, 1) - timedelta(1)


def _is_former(doc: Doc, title: str, offset: int) -> bool | None:
    """Say whether a post is told as given up; None where it is told of another time ("then-president")."""
    own = re.findall(r"[a-z]+", title.lower())
    if own[:1] == ["then"]:
        return None
    before = re.findall(r"[\w.]+", re.split(r"[;:,]", doc.text[max(0, offset - 90) : offset])[-1])
    for word in reversed(before):
        if word.lower() == "then":
            return None
        if word.lower() in _GONE:
            return True
        if word[0].islower() and word not in own and word not in _EMPTY_WORDS:
            break
    return not _GONE.isdisjoint(own) or bool(_GONE_BEHIND.match(doc.text, offset))


def _most_agreed(terms: Sequence[Sequence[Window]]) -> tuple[Window, int]:
    """Return the days on which most terms hold at once, the latest such days, and how many hold there.

    A background sentence names men of other times by the posts they had; the article's own time is where most terms
    meet. Where the same men held the same posts before, either time can be the article's, and both are within.
    """
    starts = sorted({w.first or date.min for windows in terms for w in windows})
    held = [(_holding(terms, start), start) for start in starts]
    most = max((len(persons) for persons, _ in held), default=0)
    best = [(persons, start) for persons, start in held if len(persons) == most and most]
    spans = [_meeting(terms, start) for persons, start in best if persons == best[-1][0]]
    if not spans:
        return _ANY, 0
    return Window(spans[0].first, spans[-1].last), most


def _holding(terms: Sequence[Sequence[Window]], day: date) -> frozenset[int]:
    return frozenset(n for n, windows in enumerate(terms) if any(_holds(w, day) for w in windows))


def _meeting(terms: Sequence[Sequence[Window]], day: date) -> Window:
    return reduce(Window.meet, [w for windows in terms for w in windows[::-1] if _holds(w, day)], _ANY)


def _holds(window: Window, day: date) -> bool:
    """Say whether a term holds on a day and goes on: on the day of a handover only the new one does."""
    return (window.first or date.min) <= day < (window.last or date.max)


# --- dates and events that the text tells
# ------------------------------------------------------------------------------


def _told(doc: Doc, dates: Iterable[DateExpression], events: Iterable[Row]) -> list[Window]:
    """Return what each dated fact of the text says of the day of writing, in order of position."""
    told: list[tuple[int, Window]] = []
    for found in dates:
        if found.kind == "absolute" and found.named.earliest and found.named.latest:
            told.append((found.token_start, _window(doc, found)))
    for event in events:
        at = doc.text.find(event["event_name"])
        if at >= 0 and not doc.text[at + len(event["event_name"]) :][:1].isdigit():
            token = next(i for i, end in enumerate(doc.ends) if end > at)
            told.append((token, _beside_event(doc, token, event)))
    return [window for _, window in sorted(told, key=lambda pair: pair[0])]


def _window(doc: Doc, found: DateExpression) -> Window:
    """Return the window of a date with its year: after it when told as past, before its end when told as ahead.

    A month told with its year is over, mostly: of the current one, news says "this". Of a year that holds too seldom.
    And a month that no word of time stands beside is past as a rule, a year is not ("the goals for 2020").
    """
    first, last = found.named.earliest, found.named.latest
    tense = tense_of(doc, found.token_start, found.token_end)
    by_month = found.named.precision == "month" and found.relation != "since" and last is not None
    if tense == "ahead":
        return Window(None, last)
    if tense == "unsure" or (tense is None and not by_month) or found.relation in ("by", "until", "before"):
        return _ANY
    return Window(last + timedelta(1) if by_month and last else first, None)


def _beside_event(doc: Doc, token: int, event: Row) -> Window:
    """Return the window of an event with known days: "this month" in its sentence holds the writing to its month."""
    first, last = date.fromisoformat(event["first_day"]), date.fromisoformat(event["last_day"])
    tense = tense_of(doc, token, token + 1)
    if tense == "ahead":
        return Window(None, last)
    if tense != "past":
        return _ANY
    told = " ".join(doc.lowers[slice(*doc.sentences[doc.sentence_at(token)])])
    if "this month" in told:
        over = "earlier this month" in told
        return Window(
            last if over else first, date(last.year + last.month // 12, last.month % 12 + 1, 1) - timedelta(1)
        )
    return Window(first, None)
