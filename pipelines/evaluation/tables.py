"""Figures as tables, for a terminal, for Markdown and for the HTML report; errors one to a line.

What belongs here: which figures stand side by side, and how a table looks as text. What does not: any arithmetic on
counts, and HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.evaluation.coded import CodedArticle
from pipelines.evaluation.figures import ATTRIBUTES, Evaluation, Finding, Prf

_PRF = ("P", "R", "F1")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text: a title, a note on what the figures mean, the head and the rows."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        """Return the table as aligned Markdown, without its title."""
        lines = [self.head, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.head))]
        told = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
        return "\n".join(f"| {line} |" for line in (told[0], " | ".join("-" * width for width in widths), *told[1:]))


def all_tables(evaluations: Sequence[Evaluation], details: Sequence[Evaluation]) -> list[Table]:
    """Return every table.

    Args:
        evaluations: One per set and coder, for the totals.
        details: One per coder, over the sets that are open to reading; may be empty.
    """
    tables = [overall(evaluations), attributes(evaluations)]
    if details:
        tables += [by_label("type", "Engagements by type", details), by_label("kind", "Actors by kind", details)]
        tables += [calibration(evaluation) for evaluation in details]
    return tables


def overall(evaluations: Sequence[Evaluation]) -> Table:
    """Return detection, full and actors of each evaluation."""
    parts = ("detection", "full", "actors")
    head = ("set", "coder", "articles", "missing", *(f"{part} {figure}" for part in parts for figure in _PRF))
    rows = [(*_names(e), *_sizes(e), *(f for part in parts for f in _prf(e.prf(part)))) for e in evaluations]
    note = (
        "detection: the type is right and the evidence overlaps; full: the status and at least half of the "
        "participants, too; actors: who is in the article"
    )
    return Table("Totals", note, head, tuple(rows))


def attributes(evaluations: Sequence[Evaluation]) -> Table:
    """Return the share of detected engagements with each attribute right."""
    rows = [(*_names(e), *(_share(*e.attribute(name)) for name in ATTRIBUTES)) for e in evaluations]
    note = "share that is right of the detected engagements for which the annotation gives it"
    return Table("Attributes", note, ("set", "coder", *ATTRIBUTES), tuple(rows))


def by_label(what: str, title: str, details: Sequence[Evaluation]) -> Table:
    """Return precision, recall and F1 by type of engagement or kind of actor, coders side by side."""
    labels = sorted({label for evaluation in details for label in evaluation.labels(what)})
    several = len(details) > 1
    head = tuple(f"{e.coder} {figure}" if several else figure for e in details for figure in _PRF)
    rows = []
    for label in labels:
        counts = [evaluation.prf(what, label) for evaluation in details]
        rows.append((label, str(counts[0].tp + counts[0].fn), *(f for c in counts for f in _prf(c))))
    note = f"annotated: how many are due; a false find counts against the {what} that it was coded with"
    return Table(title, note, (what, "annotated", *head), tuple(rows))


def calibration(evaluation: Evaluation) -> Table:
    """Return how many claims of each decile of confidence are right."""
    rows = [
        (
            f"{d.low:.1f}-{d.low + 0.1:.1f}", str(d.claims), f"{d.mean_confidence:.2f}", str(d.right),
            f"{d.right / d.claims:.2f}", f"{d.right_in_full / d.claims:.2f}",
        )
        for d in evaluation.deciles()
    ]  # fmt: skip
    head = ("confidence", "claims", "mean confidence", "right", "share right", "share right in full")
    note = "a claim is right where its engagement is detected; claims of optional engagements are left out"
    return Table(f"Calibration of {evaluation.coder}", note, head, tuple(rows))


def agreement(sets: Sequence[tuple[Evaluation, Evaluation]]) -> Table:
    """Return how many annotated engagements both coders found, only one of them, or neither.

    Args:
        sets: The two coders' evaluations of each set that is open to reading.
    """
    first, second = sets[0][0].coder, sets[0][1].coder
    outcomes: dict[tuple[bool, bool], int] = {}
    for one, other in sets:
        found_by_one, found_by_other = _found(one), _found(other)
        for key in found_by_one.keys() & found_by_other.keys():
            pair = found_by_one[key], found_by_other[key]
            outcomes[pair] = outcomes.get(pair, 0) + 1
    pairs = {"both": (True, True), f"only {first}": (True, False), f"only {second}": (False, True)}
    rows = tuple((name, str(outcomes.get(pair, 0))) for name, pair in (pairs | {"neither": (False, False)}).items())
    note = "annotated engagements of articles that both coded; optional ones are left out"
    return Table("Found by one or both", note, ("found by", "engagements"), rows)


def _found(evaluation: Evaluation) -> dict[tuple[str, str], bool]:
    return {
        (article.gold.ref, finding.gold.engagement_id): finding.outcome != "missed"
        for article in evaluation.articles
        for finding in article.findings
        if finding.gold is not None and finding.outcome != "optional"
    }


def _names(evaluation: Evaluation) -> tuple[str, str]:
    return evaluation.name, evaluation.coder


def _sizes(evaluation: Evaluation) -> tuple[str, str]:
    return str(evaluation.tally["articles",]), str(evaluation.tally["missing",])


def _prf(counts: Prf) -> tuple[str, str, str]:
    return f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}"


def _share(share: float | None, known: int) -> str:
    return f"{share:.3f} of {known}" if share is not None else "-"


def error_lines(evaluation: Evaluation) -> list[str]:
    """Return what was missed and invented, one line each, as the referee prints it; none of a sealed set."""
    return [
        _error_line(article.gold.ref, finding, article.coded)
        for article in evaluation.articles
        for finding in article.findings
        if finding.outcome in ("missed", "false")
    ]


def _error_line(ref: str, finding: Finding, coded: CodedArticle | None) -> str:
    if finding.gold is not None:
        gold = finding.gold
        return f"MISSED  {ref} {gold.engagement_type}/{gold.mode} {gold.status}: {gold.quotes[0][:140]}"
    assert finding.coded is not None
    assert coded is not None
    told = finding.coded
    modes, (start, end) = {claim.mode for claim in told.claims}, told.claims[0].span
    return f"SPURIOUS {ref} {told.engagement_type}/{'|'.join(sorted(map(str, modes)))}: {coded.text[start:end][:140]}"
