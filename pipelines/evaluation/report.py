"""The evaluation as one HTML file that needs nothing else: figures, then each miss and false find to read.

What belongs here: the page and its parts. What does not: counting (``scoring``), marking of text (``marking``), and any
row of a sealed set, which has none to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template

from pipelines.evaluation.cards import Card, cards_of
from pipelines.evaluation.figures import Evaluation
from pipelines.evaluation.session import Session
from pipelines.evaluation.tables import Table

_PAGE = Path(__file__).with_name("report.html")
_OUTCOMES = {"missed": "missed", "false": "false find", "partly": "partly right", "right": "attribute"}


def report(session: Session) -> str:
    """Return the page."""
    opened = [evaluation for of_set in session.open_sets() for evaluation in of_set]
    cards = [card for evaluation in opened for card in cards_of(evaluation)]
    sets = dict.fromkeys(evaluation.name for of_set in session.sets for evaluation in of_set)
    return _page().substitute(
        title=escape(f"Evaluation on {', '.join(sets)}"),
        summary=escape(_summary(session)),
        tables="\n".join(map(_table, session.tables())),
        failures=_failures(opened),
        choices=_choices(cards),
        findings="\n".join(map(_card, cards)),
    )


@lru_cache(maxsize=1)
def _page() -> Template:
    return Template(_PAGE.read_text("utf-8"))


def _summary(session: Session) -> str:
    sealed = [of_set[0].name for of_set in session.sets if of_set[0].sealed]
    coders = ", ".join(evaluation.coder for evaluation in session.sets[0])
    return f"Coded by {coders}." + (f" Only totals of {', '.join(sealed)}: kept unread." if sealed else "")


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.head)
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return (
        f'<h2>{escape(table.title)}</h2>\n<p class="note">{escape(table.note)}</p>\n'
        f'<div class="wide"><table><tr>{head}</tr>\n{rows}\n</table></div>'
    )


def _failures(evaluations: Iterable[Evaluation]) -> str:
    items = "\n".join(f"<li>{escape(line)}</li>" for evaluation in evaluations for line in _not_coded(evaluation))
    return f"<h2>Articles without a coding</h2>\n<ul>\n{items}\n</ul>" if items else ""


def _not_coded(evaluation: Evaluation) -> Iterator[str]:
    for article in evaluation.articles:
        if article.coded is None:
            why = evaluation.failed.get(article.gold.ref, "not among the articles")
            yield f"{evaluation.name}, {evaluation.coder}: {article.gold.ref}: {why}"


def _choices(cards: list[Card]) -> str:
    coders = list(dict.fromkeys(card.coder for card in cards))
    boxes = [_choice(outcome, name, outcome != "right") for outcome, name in _OUTCOMES.items()]
    return "\n".join(boxes + ([_choice(coder, coder, True) for coder in coders] if len(coders) > 1 else []))


def _choice(value: str, name: str, checked: bool) -> str:
    return f'<label><input type="checkbox" value="{escape(value)}"{" checked" * checked}> {escape(name)}</label>'


def _card(card: Card) -> str:
    rows = "\n".join(_row(*row) for row in card.rows)
    notes = "".join(f"<li>{escape(note)}</li>" for note in card.notes)
    return (
        f'<article class="{card.outcome}" data-outcome="{card.outcome}" data-coder="{escape(card.coder)}">\n'
        f"<header><b>{_OUTCOMES[card.outcome]}: {escape(card.heading)}</b> "
        f"<span>{escape(card.coder)}</span> <span>{escape(card.ref)}</span></header>\n"
        f"<blockquote>{card.text}</blockquote>\n"
        f"<table><tr><th></th><th>expected</th><th>coded</th></tr>\n{rows}\n</table>\n"
        f"{f'<ul>{notes}</ul>' if notes else ''}</article>"
    )


def _row(name: str, expected: str, coded: str, wrong: bool) -> str:
    mark = ' class="wrong"' if wrong else ""
    return f"<tr><th>{escape(name)}</th><td>{escape(expected)}</td><td{mark}>{escape(coded)}</td></tr>"
