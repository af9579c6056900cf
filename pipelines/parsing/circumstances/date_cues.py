"""What speaks for and against a date expression as that of a claim, as named cues; the names are those of
``date_weights.csv``.

What belongs here: naming facts about an expression beside a claim. What does not: which expressions are options, and
choosing (``when``), weighing (``linear``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipelines.parsing.circumstances.nearness import between_cues, distance
from pipelines.parsing.dates import DateExpression
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.told_tense import tense_of

_ASPECTS = frozenset(("perfect", "passive", "infinitive", "progressive"))
_MANNERS = frozenset("quoted spoken negated subject_is_noun noun_modifies_noun direct_object first_person".split())
_FAMILIES = ("tense=", "modal=", "in=", "det=")
_HAVE = ("has", "have", "had")
_AUXILIARY = 3  # tokens before the verb
_IN_NOUN_PHRASE = frozenset("BNAOD'$")
_LONGEST_NOUN_PHRASE = 4  # units
_PARAGRAPH = "\n\n"
_ANYWHERE = 9  # sentences back: as the story's day, wherever that is told


def cues_of_date(
    doc: Doc, told: Told, e: DateExpression, back: int, nearest: bool, in_sentence: int, story: bool
) -> frozenset[str]:
    """Return the cues of an expression.

    Args:
        doc: The article's text.
        told: The claim.
        e: The expression.
        back: In which sentence it stands: 0 that of the claim, 1 the one before ...; 9 anywhere, as the story's day.
        nearest: It is the nearest one of the claim's sentence.
        in_sentence: How many the claim's sentence has.
        story: It tells the story's day.
    """
    trigger, candidate = told.candidate.match.trigger, told.candidate
    where = f"back{back}" if back else "here"
    facts = {
        f"kind={e.kind}",
        f"form={e.form}",
        f"hint={e.hint}:{candidate.status}",
        f"precision={e.past.precision}",
        f"relation={e.relation}",
        f"type={trigger.engagement_type}",
        f"pos={trigger.pos}",
        f"status={candidate.status}",
        f"others={min(in_sentence, 3)}",
        *[f"verb:{cue}" for cue in candidate.cues & _ASPECTS],
        *_how_told(doc, told),
        *_in_the_article(doc, told, e),
    }
    if story:
        facts.add("story")
    if nearest:
        facts |= {"nearest", f"nearest:{e.kind}"}
    if back == 0:
        between = between_cues(doc, told, e.token_start, e.token_end)
        facts |= between | {f"away={distance(told, e.token_start)}", *_what_it_dates(told, e, between)}
    else:
        facts.update(_carried_on(doc, told, e, back))
    return frozenset([where, *facts, *[f"{where}:{fact}" for fact in facts]])


def _how_told(doc: Doc, told: Told) -> Iterator[str]:
    """Yield how the act itself is told: what "has long" been done, could be done or is alluded to seldom has a date."""
    candidate = told.candidate
    yield f"type={candidate.match.trigger.engagement_type}:{candidate.status}"
    for cue in candidate.cues:
        if cue in _MANNERS or cue.startswith(_FAMILIES):
            yield f"act:{cue}"
    if told.heading:
        yield "act:heading"
    if "perfect" in candidate.cues:
        before = doc.lowers[max(0, told.token - _AUXILIARY) : told.token]
        yield from (f"act:{word}" for word in _HAVE if word in before)


def _in_the_article(doc: Doc, told: Told, e: DateExpression) -> Iterator[str]:
    """Yield how far down the article the act is told, how far from the expression, and which words near the act tell
    of other times: what the lead tells is news of the story's day, what the end tells is often how it came about.
    """
    dated, unit = doc.sentence_at(e.token_start), told.candidate.match.unit
    yield f"place={_place(told.sentence)}"
    yield f"third={3 * told.sentence // len(doc.sentences)}"
    yield f"dated={'title' if dated == 0 else _place(dated)}"
    yield f"behind={bisect_right(_BEHIND, told.sentence - dated)}"
    near = told.parse.words[max(0, unit - _NEAR) : unit + _NEAR]
    yield from (f"time={word}" for word in _OTHER_TIMES.intersection(near))


def _place(sentence: int) -> str:
    return "lead" if sentence < _LEAD else "early" if sentence < _EARLY else "late"


_LEAD, _EARLY = 4, 10  # sentences
_BEHIND = (0, 1, 2, 3, 6, 12)  # sentences from the expression to the act: classes
_NEAR = 8  # units
_OTHER_TIMES = frozenset(
    "after again ago already also amid as before continue continued continues during earlier ever first following "
    "former historic history last later long never new now often past previously prior recent recently repeatedly "
    "since still then today when while years".split()
)


def _what_it_dates(told: Told, e: DateExpression, between: set[str]) -> Iterator[str]:
    """Yield what an expression of the sentence dates, where its kind tells: the noun or the clause that follows it."""
    if e.kind in ("possessive", "modifier"):
        yield f"dates={'act' if _dates_the_act(told, e) else 'other'}"
    if e.kind == "gap":
        acts = next((cue for cue in between if cue.startswith("acts=")), "acts=none")
        comma = any(cue.startswith("comma=") for cue in between)
        yield f"gap:{acts}:{'comma' if comma else 'no_comma'}"


def _dates_the_act(told: Told, e: DateExpression) -> bool:
    """Say whether an act told by a noun is the one dated: "Tuesday's long talks with X", not "Tuesday's visit"."""
    parse, act = told.parse, told.candidate.match
    last = parse.unit_at(e.token_end - 1)
    if act.trigger.pos not in "ne" or last >= act.unit:
        return False
    return all(tag in _IN_NOUN_PHRASE for tag in parse.tags[last + 1 : act.unit][:_LONGEST_NOUN_PHRASE])


def _carried_on(doc: Doc, told: Told, e: DateExpression, back: int) -> Iterator[str]:
    """Yield how the claim's sentence carries on what was dated before: in one paragraph, of people it need not name."""
    pronoun = any(mention.is_pronoun for _, mention, _, _ in told.candidate.slots)
    yield f"pronoun={pronoun}"
    yield f"told={tense_of(doc, e.token_start, e.token_end)}:{told.candidate.status}"
    if back < _ANYWHERE:
        start = doc.starts[doc.sentences[told.sentence][0]]
        yield f"paragraphs={min(doc.text.count(_PARAGRAPH, e.char_end, start), 2)}"
