"""Figures as text: aligned tables for a terminal and for Markdown, and errors one to a line.

What belongs here: layout. What does not: any arithmetic, and HTML.
"""

from __future__ import annotations

from pipelines.evaluation.coded import CodedArticle
from pipelines.evaluation.figures import Evaluation, Finding


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
