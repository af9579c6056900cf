"""Which way a date expression looks: back with a verb that tells what has been, or ahead."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.circumstances.tense import looks, verb_with
from pipelines.parsing.dates import find_dates
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.parsing.syntax.tagging import parse_sentence
from pipelines.parsing.words.lexicon import build_lexicon
from pipelines.records import DateBounds

PUBLISHED = DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The minister announced Friday that he would close the border.", "past"),
        ("The minister said on Tuesday he will visit the port.", "past"),
        ("The plan to close the border came to a halt Friday.", "past"),
        ("On Friday, the minister said he would close the border.", "past"),
        ("The ministry, which has no plan, on Tuesday invited them to a dinner.", "past"),
        ("He told a newspaper in January that he would close the border.", "past"),
        ("The ministers will meet on Friday.", "ahead"),
        ("The summit was set for June 12.", "ahead"),
        ("Talks set for Friday were cancelled.", "ahead"),
        ("Talks due on Friday were called off.", "ahead"),
        ("They were invited to a dinner scheduled for Wednesday.", "ahead"),
        ("They were set free by the rebels on Monday.", "past"),
        ("The envoy flew home before a summit on Monday.", None),  # before or after the day of writing
        ("The minister wants to meet them on Friday.", None),
        ("The minister meets them on Friday.", None),
        ("The exercise begins on Friday.", "ahead"),
        ("The minister is expected in Oslo on Friday.", "ahead"),
        ("The minister was expected in Oslo on Friday.", "past"),
        ("The minister is criticized in Oslo on Friday.", "past"),
        ("The exercise has begun on Friday.", "past"),
        ("The exercise began on Friday.", "past"),
        ("The army will close the port starting Friday.", "ahead"),
        ("The army closed the port starting on Friday.", None),
        ("The army took the port and starting on Friday the minister left.", None),
        ("Talks on Friday.", None),
    ],
)
def test_the_verb_tells(text: str, way: str | None) -> None:
    doc = parse_document(text)
    lexicon = load_reference().compiled(build_lexicon)
    parse = parse_sentence(doc, 0, len(doc.words), [], lexicon, quoted=False, headline=False)
    found = find_dates(doc, PUBLISHED)[0]
    assert looks(parse, found.token_start, found.token_end) == way


def test_a_date_stands_with_the_verb_of_its_own_clause() -> None:
    """A comma or a preposition behind it closes the clause; right behind a date that opens it comes its verb."""
    doc = parse_document("The army, which took the town in 2014, accused them on Monday of lying and on Tuesday left.")
    lexicon = load_reference().compiled(build_lexicon)
    parse = parse_sentence(doc, 0, len(doc.words), [], lexicon, quoted=False, headline=False)
    verbs = [parse.words[verb_with(parse, e.token_start, e.token_end)] for e in find_dates(doc, PUBLISHED)]
    assert verbs == ["took", "accused", "left"]
