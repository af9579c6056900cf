"""What the report tells of each finding: the sentences, what was expected, what was coded, by which rule.

What belongs here: choosing and wording that. What does not: HTML, but for the marked sentences, which come as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from pipelines.evaluation.coded import CodedArticle, CodedClaim, CodedEngagement
from pipelines.evaluation.figures import Evaluation, Finding, ScoredArticle
from pipelines.evaluation.gold import GoldEngagement
from pipelines.evaluation.marking import Mark, marked_sentences
from pipelines.evaluation.matching import Matched, locate
from pipelines.parsing.document import Doc, parse_document

_NONE = "-"
Row = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, worded.

    Attributes:
        outcome: ``missed``, ``false``, ``partly``, or ``right`` (in full, but an attribute is wrong).
        text: The sentences, as HTML with quote, evidence and trigger marked.
        rows: (name, expected, coded, whether it is wrong).
        notes: Each claim with its rule and confidence; what else stands in the same place on the other side.
    """

    outcome: str
    coder: str
    ref: str
    heading: str
    text: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def cards_of(evaluation: Evaluation) -> Iterator[Card]:
    """Yield a card for everything that is not as it should be; nothing for a sealed set."""
    for article in evaluation.articles:
        if article.coded is not None and article.matched is not None:
            doc = parse_document(article.coded.text)
            worded = _Worded(evaluation.coder, article, article.coded, article.matched, doc)
            yield from (worded.card(finding) for finding in article.findings if _is_told(finding))


def _is_told(finding: Finding) -> bool:
    return finding.outcome in ("missed", "false", "partly") or (finding.outcome == "right" and bool(finding.wrong))


@dataclass(frozen=True, slots=True)
class _Worded:
    """One article's findings in words."""

    coder: str
    article: ScoredArticle
    coded: CodedArticle
    matched: Matched
    doc: Doc

    def card(self, finding: Finding) -> Card:
        gold, coded = finding.gold, finding.coded
        kind = gold.engagement_type if gold else coded.engagement_type if coded else ""
        heading = f"{kind}, wrong: {', '.join(finding.wrong)}" if finding.wrong else kind
        rows, notes = tuple(self._rows(finding)), tuple(self._notes(finding))
        return Card(finding.outcome, self.coder, self.article.gold.ref, heading, self._text(finding), rows, notes)

    def _rows(self, finding: Finding) -> Iterator[Row]:
        expected = _expected(finding.gold, self._names(finding.gold)) if finding.gold else {}
        coded = self._told(finding.coded) if finding.coded else {}
        for name in expected or coded:
            yield name, expected.get(name, _NONE), coded.get(name, _NONE), name in finding.wrong

    def _names(self, gold: GoldEngagement) -> str:
        actors = {actor.actor_id: actor.names[0] for actor in self.article.gold.actors}
        lost = {actor for actor, _ in gold.participants if actor not in self.matched.actors}
        parts = ((actors.get(a, a), role, ", not found" * (a in lost)) for a, role in gold.participants)
        return _joined(f"{name} ({role}{note})" for name, role, note in parts)

    def _told(self, coded: CodedEngagement) -> dict[str, str]:
        names = {key: actor.name for key, actor in self.coded.actors.items()}
        claims = coded.claims
        return {
            "type": coded.engagement_type,
            "mode": _joined(claim.mode or _NONE for claim in claims),
            "status": _joined(claim.status for claim in claims),
            "participants": _joined(f"{names.get(key, key)} ({role})" for key, role in coded.participants),
            "country": _joined(claim.country or _NONE for claim in claims),
            "date": _joined(_days(*claim.days) for claim in claims),
        }

    def _text(self, finding: Finding) -> str:
        quotes = finding.gold.quotes if finding.gold else ()
        spans = [span for quote in quotes if (span := locate(self.coded.text, quote))]
        marks = [Mark(*span, "quote") for span in spans]
        if finding.coded is not None:
            marks += [mark for claim in finding.coded.claims for mark in _claim_marks(claim)]
        lost = [f"<i>not in the text as it was read:</i> {escape(q)}" for q in quotes if not locate(self.coded.text, q)]
        return "<br>".join([*([marked_sentences(self.doc, marks)] if marks else []), *lost])

    def _notes(self, finding: Finding) -> Iterator[str]:
        if finding.coded is not None:
            for claim in finding.coded.claims:
                yield f"{_by(claim)}, confidence {claim.confidence:.2f}, {claim.extractor}"
            if finding.outcome == "false":
                yield from self._annotated_there(finding.coded)
        elif finding.gold is not None:
            yield from self._coded_there(finding.gold)

    def _annotated_there(self, coded: CodedEngagement) -> Iterator[str]:
        for gold in self.article.gold.engagements:
            spans = [span for quote in gold.quotes if (span := locate(self.coded.text, quote))]
            if any(_meet(span, claim.span) for span in spans for claim in coded.claims):
                optional = ", optional" if gold.optional else ""
                yield f"annotated there: {gold.engagement_type}/{gold.mode or _NONE} {gold.status}{optional}"

    def _coded_there(self, gold: GoldEngagement) -> Iterator[str]:
        spans = [span for quote in gold.quotes if (span := locate(self.coded.text, quote))]
        for told in self.coded.engagements:
            for claim in told.claims:
                if any(_meet(span, claim.span) for span in spans):
                    yield f"coded there: {told.engagement_type}/{claim.mode or _NONE} {claim.status}: {_by(claim)}"


def _expected(gold: GoldEngagement, names: str) -> dict[str, str]:
    others = sorted(gold.types - {gold.engagement_type})
    return {
        "type": gold.engagement_type + (f" (or {', '.join(others)})" if others else ""),
        "mode": gold.mode or _NONE,
        "status": gold.status,
        "participants": names,
        "country": gold.country or _NONE,
        "date": " to ".join(dict.fromkeys(gold.date)) if gold.date else "open",
    }


def _by(claim: CodedClaim) -> str:
    return f"{claim.trigger_text!r} by {claim.rule_id or 'an unnamed rule'}"


def _claim_marks(claim: CodedClaim) -> Iterator[Mark]:
    yield Mark(claim.char_start, claim.char_end, "evidence")
    if claim.trigger_start >= 0:
        yield Mark(claim.trigger_start, claim.trigger_start + len(claim.trigger_text), "trigger")


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(parts: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(parts)) or _NONE


def _days(earliest: object, latest: object) -> str:
    known = dict.fromkeys(str(day or "open") for day in (earliest, latest))
    return " to ".join(known)
