"""Dates as news English words them, resolved to bounds against the day of publication.

What belongs here: the public names. ``words`` holds the vocabulary, ``grammar`` the forms, ``named`` and
``relative`` what each form means, ``spans`` calendar arithmetic, ``context`` what the words around an expression make
of it, ``expression`` the record, ``find`` the scan, ``choose`` plain rules for picking one. What does not: which
expression dates which engagement (the coder's business).
"""

from __future__ import annotations

from pipelines.parsing.dates.choose import choose_date, story_date
from pipelines.parsing.dates.expression import DateExpression
from pipelines.parsing.dates.find import find_dates, reanchor

__all__ = ["DateExpression", "choose_date", "find_dates", "reanchor", "story_date"]
