"""Where descriptions start, and whose they are behind their adjectives."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("Two ministers met several senior U.S. officials.", "several senior U.S. officials"),
        ("Senior U.S. officials denied it.", "Senior U.S. officials"),
        ("The town was taken by more than 40 lone gunmen.", "more than 40 lone gunmen"),
        ("He thanked about a dozen tired rescuers.", "about a dozen tired rescuers"),
        ("Police held hundreds of angry protesters.", "hundreds of angry protesters"),
        ("They spoke to a group of rebels.", "a group of rebels"),
        ("The paper was signed by current and former diplomats.", "current and former diplomats"),
        ("He told the federal government to wait.", "federal government"),
        ("The mayor said all local officials stayed.", "all local officials"),
        ("He met the airline's senior pilots.", "the airline's senior pilots"),
        ("The island's leaders met him.", "The island's leaders"),
    ],
)
def test_a_description_starts_with_its_adjectives_and_number(told, text, told_as):
    found = told(text)
    told_words = [found.doc.slice(m.token_start, m.token_end) for m in found.found.mentions]
    assert told_as in told_words


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("The minister told officials to stay.", "officials"),
        ("The guards detained dozens of tired tourists.", "dozens of tired tourists"),
        ("The guards detained American tourists.", "American tourists"),
        ("On Friday rebels took the town.", "rebels"),
        ("Last week protesters came.", "protesters"),
        ("In a statement rebels denied it.", "rebels"),
        ("That year Sylvania neutralized militants.", "militants"),
        ("He left, killing soldiers.", "soldiers"),
        ("Last year's protesters came.", "protesters"),
        ("It met Friday's protesters.", "protesters"),
    ],
)
def test_verbs_and_times_are_no_adjectives(told, text, told_as):
    found = told(text)
    assert told_as in [found.doc.slice(m.token_start, m.token_end) for m in found.found.mentions]


@pytest.mark.parametrize("words", ["his followers", "her most loyal troops", "its peacekeepers"])
def test_a_group_with_its_owner_is_an_actor_beside_the_owner(told, words):
    found = told(f"Paul Orlov of Germany spoke. On Monday Orlov thanked {words} again.")
    told_words = [found.doc.slice(m.token_start, m.token_end) for m in found.found.mentions]
    assert words in told_words


def test_whose_a_description_is_stands_behind_its_adjectives(told):
    found = told("Libya’s largest private banks closed. The Russian computer hackers got away.")
    countries = {a.name: a.country_iso3 for a in found.found.actors if a.actor_kind == "group"}
    assert countries == {"Libya’s largest private banks": "LBY", "Russian computer hackers": "RUS"}
