"""When an act happened: the date expressions around a claim as options, and what speaks for each.

What belongs here: gathering the options and their cues. What does not: finding expressions (``dates``), weighing
(``linear``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pipelines.parsing.circumstances.date_cues import cues_of_date
from pipelines.parsing.circumstances.standing import PLAIN, left_to_the_noun, noun_of, of_a_thing, stands_with
from pipelines.parsing.circumstances.tense import leads_up, looks, verb_beyond, verb_with
from pipelines.parsing.circumstances.there import carries_on
from pipelines.parsing.dates import DateExpression, reanchor
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import LinearModel
from pipelines.parsing.told_tense import tense_of
from pipelines.records import AHEAD, DateBounds

_BACK = 2  # sentences that a date reaches
_SAYS = frozenset(("add", "report", "say", "state", "tell"))
_OWN_CHANCE = 0.25  # from which a date that stands with the act's own verb outdoes those of other verbs
LEAST_CHANCE = 0.2  # below it, nothing is said of when: of eight dates between 0.16 and it, one was the act's


@dataclass(frozen=True, slots=True)
class DateOption:
    """A date expression that may date a claim.

    Attributes:
        expression: The expression.
        cues: What speaks for it.
        looks: ``past`` or ``ahead`` where the verb that it stands with tells, whatever the claim does; in another
            sentence than the claim's ``ahead`` where the words beside it tell so.
        is_over: The words of a sentence before tell it as past.
        stands: ``own`` with the act's verb, ``other`` with another one of its sentence, ``described`` with one that
            only describes somebody ("free sailors seized in May"), ``aside`` with one of a relative clause that is over
            before the act ("X, who won in May, has urged Y"), ``thing`` with a noun that is none of an event ("praised
            the 2015 deal"), or None.
        said: The verb that it stands with tells who says so: "no talks are planned, X said on Monday".
        counted_from: The day of its sentence from which it counts: Monday of "on Monday and the following day".
    """

    expression: DateExpression
    cues: frozenset[str]
    looks: str | None = None
    is_over: bool = False
    stands: str | None = None
    said: bool = False
    counted_from: DateOption | None = None

    def bounds(self, ahead: bool) -> DateBounds:
        """Return what it means for a claim that lies ahead, or does not."""
        if self.is_over:
            return self.expression.resolve(False)
        if ahead and self.counted_from is not None:
            return reanchor(self.expression, self.counted_from.bounds(True)).past
        soon = self.expression.soon
        if ahead and self.looks == "ahead" and self.expression.form == "weekday" and self.expression.hint == "past":
            return _week_on(self.expression.past)  # yesterday's name, of what is to come
        if ahead and soon and self.expression.form != "weekday":
            return self.expression.resolve(True)  # "scheduled a Dec. 9 meeting", not that of a year ago
        return self.expression.resolve(self.looks == "ahead" if self.looks else ahead or soon)

    @property
    def is_counted(self) -> bool:
        """Whether it stands with the act's own verb and counts from another date of the text: "had met a week earlier",
        whatever day the rest of the sentence tells.
        """
        known = self.expression.past.earliest is not None
        return known and self.stands == "own" and self.expression.kind == "anchor"

    @property
    def is_of_another(self) -> bool:
        """Whether it dates something else than the act: another verb, a thing, the report ("OSLO, Nov. 17 -")."""
        return self.stands in ("other", "described") or self.expression.kind == "dateline"

    @property
    def is_ahead(self) -> bool:
        """Whether it tells in the claim's sentence of a day to come."""
        e = self.expression
        return "here" in self.cues and (self.looks == "ahead" or e.hint == "future" or e.soon)


def _week_on(day: DateBounds) -> DateBounds:
    """Return the same day of the week after."""
    first, last = (d + timedelta(days=7) if d else None for d in (day.earliest, day.latest))
    return DateBounds(first, last, day.precision)


def date_options(
    doc: Doc, told: Told, dates: Sequence[DateExpression], story: DateExpression | None
) -> list[DateOption]:
    """Return the expressions of the sentence and of those before it, and the story's own day.

    Args:
        doc: The article's text.
        told: The claim.
        dates: All expressions of the text, in order.
        story: The day that the story turns on, or None.
    """
    start = doc.sentences[max(0, told.sentence - _BACK)][0]
    end = doc.sentences[told.sentence][1]
    near = [
        (told.sentence - doc.sentence_at(e.token_start), e)
        for e in dates
        if start <= e.token_start < end and not (e.kind == "gap" and told.token < e.token_start)
    ]  # "two days before" tells when that was which follows
    near = [(back, e) for back, e in near if not (back and of_a_thing(doc, e))]
    in_sentence = [e for back, e in near if back == 0]
    first = min(in_sentence, key=lambda e: abs(e.token_start - told.token), default=None)
    options = [_option(doc, told, e, back, e is first, len(in_sentence), e is story) for back, e in near]
    if len(in_sentence) > 1:
        options = _by_the_noun(told, options, left_to_the_noun(told, in_sentence))
        options = [_counted_anew(doc, told, o, options) for o in options]
    elif not in_sentence and carries_on(doc, told.sentence):
        day = next((o for (back, e), o in zip(near, options, strict=True) if back == 1 and _is_plain(e)), None)
        if day is not None:
            return [replace(day, stands="own")]
    if story is not None and all(o.expression is not story for o in options):
        options.append(_option(doc, told, story, 9, False, len(in_sentence), True))
    return options


def _is_plain(e: DateExpression) -> bool:
    return e.kind in PLAIN and e.relation is None


def _counted_anew(doc: Doc, told: Told, option: DateOption, options: Sequence[DateOption]) -> DateOption:
    """Let "the following day" count from the day ahead that its sentence tells before it, and date what is told after
    that: "will fly to Oslo on Monday and to Rome the following day".
    """
    e = option.expression
    if e.kind != "anchor" or "here" not in option.cues:
        return option
    before = [o for o in options if "here" in o.cues and o.expression.token_end <= e.token_start]
    if not before or not _is_plain(before[-1].expression):
        return option
    day = before[-1]
    if day.looks != "past" and day.expression.form == "weekday":
        option = replace(option, counted_from=day)
    joined = "and" in doc.lowers[day.expression.token_end : e.token_start]
    of_next = joined and told.token < day.expression.token_start and day.stands == option.stands == "own"
    return replace(option, stands="other") if of_next else option


def _by_the_noun(told: Told, options: list[DateOption], left: DateExpression | None) -> list[DateOption]:
    """Let what dates an act's noun stand against the other dates of its sentence."""
    announced = noun_of(told) != told.candidate.match.unit
    own = [o.expression is left or (o.stands == "own" and not announced) for o in options]
    if told.parse.tags[noun_of(told)] == "V" or not any(own):
        return options
    if announced:  # "announced on Monday a meeting on Friday"
        options = [replace(o, looks="ahead") if o.expression is left else o for o in options]
    return [replace(o, stands="own" if mine else "other") for o, mine in zip(options, own, strict=True)]


def _option(
    doc: Doc, told: Told, e: DateExpression, back: int, nearest: bool, in_sentence: int, story: bool
) -> DateOption:
    cues = cues_of_date(doc, told, e, back, nearest, in_sentence, story)
    if back:
        told_as = tense_of(doc, e.token_start, e.token_end)
        return DateOption(e, cues, "ahead" if told_as == "ahead" else None, is_over=told_as == "past")
    way = looks(told.parse, e.token_start, e.token_end)
    if way is None and told.candidate.status in AHEAD and leads_up(told.parse, e.token_start):
        way = "ahead"
    whose = verb_beyond if e.counted else verb_with
    verb = whose(told.parse, e.token_start, e.token_end)
    said = verb >= 0 and told.parse.lemma[verb] in _SAYS and verb != told.candidate.match.unit
    stands = stands_with(told, e, verb)
    return DateOption(e, cues | {f"looks={way}:{told.candidate.status}"} if way else cues, way, False, stands, said)


def may_date(
    option: DateOption, status: str, published: DateBounds, *, said: bool = False, announced: bool = True
) -> bool:
    """Say whether an option can date an act of that status: what another sentence tells of a day to come does not date
    what has happened, nor a day gone by what is planned. Where its own sentence tells so, the status may be the error.

    Args:
        option: The expression.
        status: Of the act.
        published: Bounds of the publication.
        said: A verb tells the act, and it is one of words: "urged them to vote next week" was done before.
        announced: To announce such an act is as good as to do it: of a sanction, not of a meeting.
    """
    bounds, e = option.bounds(status in AHEAD), option.expression
    if option.stands == "aside" or (option.stands == "thing" and said and option.expression.past.precision == "day"):
        return False
    if status in AHEAD and not announced and _is_of_the_telling(option):
        return False
    if status == "not_occurred" and option.said and option.looks == "past":
        return False
    if "here" in option.cues:
        # A day of these weeks a year ago, and no year told, dates what is to come.
        plain = option.stands == "own" and e.relation is None  # "attacked X on Jan. 27", in November
        long_ago = e.soon and e.form != "weekday" and option.looks == "past" and not plain
        to_come = said and option.stands != "own" and DateBounds(None, published.latest).excludes(bounds)
        if status == "occurred" and (long_ago or to_come or _is_after(bounds, published)):
            return False
        if status != "planned" or option.stands != "described":
            return True
    if status in ("occurred", "ongoing"):
        return not DateBounds(None, published.latest).excludes(bounds)
    return status != "planned" or not DateBounds(published.earliest, None).excludes(bounds)


def _is_after(bounds: DateBounds, published: DateBounds) -> bool:
    """Say whether a date lies after the publication by more than the day that the world's clocks are apart."""
    if bounds.earliest is None or published.latest is None:
        return False
    return bounds.earliest - published.latest > timedelta(days=1)


def _is_of_the_telling(option: DateOption) -> bool:
    """Say whether a day is that on which an act to come was told of: "said on Tuesday that X would meet Y"."""
    past = option.looks == "past" and option.stands != "own" and not option.is_ahead
    return past or option.is_over


def choose_when(options: Sequence[DateOption], model: LinearModel, *, ahead: bool = False) -> DateOption | None:
    """Return the likeliest option, or None where none is likely.

    Args:
        options: The expressions around the claim.
        model: What speaks for each.
        ahead: Whether the act lies ahead: then its day is the one to come, not that on which it was announced.
    """
    counted = [o for o in options if o.is_counted]
    if counted:
        return counted[-1]
    scored = [(model.probability(o.cues), o) for o in options]
    if any(o.stands == "own" and chance >= _OWN_CHANCE for chance, o in scored):
        scored = [(chance, o) for chance, o in scored if not o.is_of_another]
    if any(o.stands in ("own", "other") and chance >= _least(o) for chance, o in scored):
        scored = [(chance, o) for chance, o in scored if o.stands != "thing"]
    coming = [(chance, o) for chance, o in scored if ahead and o.is_ahead and chance >= _least(o)]
    chance, best = max(coming or scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if best is not None and chance >= _least(best) else None


def _least(option: DateOption) -> float:
    """Return the chance from which an option dates an act: what stands with the act's own words needs no more."""
    return 0.0 if option.stands == "own" else LEAST_CHANCE
