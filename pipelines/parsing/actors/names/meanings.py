"""Which of several meanings an alias of the registry has in a text.

What belongs here: choosing by country, day and words. What does not: aliases that mean nobody (``unmeant``).
"""

from __future__ import annotations

from pipelines.parsing.actors.gazetteer import Alias, Sense
from pipelines.parsing.actors.model import Entry
from pipelines.parsing.actors.scan import Scan


def sense_of(scan: Scan, alias: Alias, country: str) -> Sense:
    """Return what an alias means here: what its country, the day and words of the text speak for, else the usual."""
    if len(alias.senses) == 1:
        return alias.senses[0]
    day = scan.day
    return max(
        alias.senses,
        key=lambda s: (
            bool(country) and country in (s.entry.country, s.country),
            not (s.first or s.last) or not day or ((not s.first or s.first <= day) and (not s.last or day <= s.last)),
            sum(cue in scan.said for cue in s.cues),
            bool(day) and s.entry.holds_office(day),
            -s.rank,
        ),
    )


def entry_of(scan: Scan, alias: Alias, country: str) -> Entry:
    """Return whom an alias means here."""
    return sense_of(scan, alias, country).entry
