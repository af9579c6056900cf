"""Whom the words for a group stand for on the engagement side: those whose officials they are."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.parsing.syntax.spans import spans_of
from pipelines.records import Article, DateBounds

DAY = DateBounds(date(2018, 5, 2), date(2018, 5, 2))


@pytest.mark.parametrize(
    ("text", "is_state"),
    [
        ("Chadian officials met the envoy.", True),
        ("Chadian leaders met the envoy.", True),
        ("Chadian police officials met the envoy.", False),
        ("The leaders of Chad met the envoy.", True),
        ("The student leaders of Chad met the envoy.", False),
        ("Negotiators from Chad met the envoy.", True),
        ("Chadian warships met the envoy.", True),
    ],
)
def test_officials_speak_for_the_state_whose_they_are(text: str, is_state: bool) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    found = recognise(doc, article, load_reference())
    assert (spans_of(doc, found)[0].kind == "state") is is_state


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("130 members of NATO met the envoy.", "organization"),
        ("Some members of the NATO alliance met the envoy.", "organization"),
        ("Former members of NATO met the envoy.", "group"),
        ("African Union mediators met the envoy.", "organization"),
        ("Fighters from Zintan met the envoy.", "group"),
    ],
)
def test_members_of_a_body_are_the_body(text: str, kind: str) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    assert spans_of(doc, recognise(doc, article, load_reference()))[0].kind == kind


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Barack Obama's office condemned the raid.", True),
        ("A spokeswoman for Barack Obama condemned the raid.", True),
        ("Barack Obama's neighbours condemned the raid.", False),
        ("The office for Barack Obama's visit was small.", False),
    ],
)
def test_who_speaks_for_somebody_is_that_person(text: str, is_person: bool) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    found = recognise(doc, article, load_reference())
    span = spans_of(doc, found)[0]
    assert (span.token_start < 2 and found.actors[span.actor_id].name == "Barack Obama") is is_person


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Chad and Mali are at odds. Officials of the two countries met.", ["state", "state"]),
        ("Chad and Mali are at odds. Foreign ministers from both countries met.", ["state", "state"]),
        ("Chad and Mali hold talks. Their foreign ministers met.", ["state", "state"]),
        ("Chad is at odds with itself. Student leaders of Mali met.", ["group"]),
    ],
)
def test_officials_of_two_countries_speak_for_both(text: str, kinds: list[str]) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    second = doc.sentences[1][0]
    span = next(s for s in spans_of(doc, recognise(doc, article, load_reference())) if s.token_start >= second)
    assert [one.kind for one in (span, *span.fellows)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Turkish and Greek foreign ministers met.", ["state", "state"]),
        ("The US and Chinese defence ministers met.", ["state", "state"]),
        ("French and Polish soldiers met.", ["organization", "organization"]),
        ("Turkish and Syrian rebels met.", ["state", "group"]),
        ("Turkey and Greek ministers met.", ["state", "group"]),
    ],
)
def test_ministers_of_two_adjectives_are_of_both_states(text: str, kinds: list[str]) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    assert [span.kind for span in spans_of(doc, recognise(doc, article, load_reference()))] == kinds


@pytest.mark.parametrize(("text", "is_told"), [("Chad said Mali attacked it.", True), ("Chad asked for it.", False)])
def test_it_behind_a_preposition_is_nobody(text: str, is_told: bool) -> None:
    doc = parse_document(text)
    article = Article("t", text, "t", "", published=DAY, published_basis="metadata")
    assert any(span.is_pronoun for span in spans_of(doc, recognise(doc, article, load_reference()))) is is_told
