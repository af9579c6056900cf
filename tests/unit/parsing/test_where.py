"""Where an act happened: the countries that may be it, and what speaks for each."""

from __future__ import annotations

from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances import Circumstances
from pipelines.parsing.circumstances.nearness import thing_before
from pipelines.parsing.coder import told_in
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.records import Article


def cues(text: str) -> dict[str, set[str]]:
    """Return the cues of each country for the last wording of a text."""
    reference, doc = load_reference(), parse_document(text)
    article = Article("a", text, "a", "")
    found = recognise(doc, article, reference)
    told = told_in(doc, found, article, reference)[-1]
    return {o.iso3: o.cues for o in Circumstances(doc, found, article, reference).scene.options(told, ())}


def test_adjectives_tell_countries() -> None:
    """The Kenyan capital is a place, though nothing names Kenya."""
    options = cues("A court sat in the Kenyan capital. Ugandan rebels attacked the convoy on Zambian soil.")
    assert "adjective_before=soil" in options["ZMB"]
    assert "adjective_here" in options["ZMB"]
    assert "adjective_back1" in options["KEN"]


def test_bodies_of_no_country_act_at_their_seat() -> None:
    """What the Security Council says, it says in New York."""
    options = cues("The U.N. Security Council condemned the raid on the village.")
    assert "seat_here" in options["USA"]


def test_thing_before_a_place() -> None:
    """The preposition before a place goes with a word: the summit is in Cairo, the convoy goes to it."""
    doc = parse_document("The summit in the Egyptian city of Cairo ended. Envoys met at the port of Mombasa.")
    assert thing_before(doc, doc.words.index("Mombasa")) == "port"
    doc = parse_document("The summit in nearby Cairo ended.")
    assert thing_before(doc, doc.words.index("Cairo")) == "summit"
    assert thing_before(doc, 1) == ""
