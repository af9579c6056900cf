"""Whose Congress, Senate or attorney general it is, by the registry as it stands."""

from __future__ import annotations

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import load_reference
from pipelines.records import Article


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Chile's Senate condemned Iran on Monday.", {"CHL"}),
        ("The Nigerian Senate condemned Iran. The Senate urged talks.", {"NGA"}),
        ("LIMA (Savanna) - Congress condemned Iran on Monday, and Peru expelled an envoy.", {"PER"}),
        ("Congress condemned Iran on Monday.", {"USA"}),
        ("The American Congress condemned Kenya. Congress urged Kenya's president to resign.", {"USA"}),
    ],
)
def test_a_parliament_is_that_of_the_country_told(text: str, countries: set[str]) -> None:
    """A Congress or a Senate is American only where nothing tells of another country's."""
    found = recognise(parse_document(text), Article("a", text, "a", ""), load_reference())
    assert {actor.country_iso3 for actor in found.actors if actor.sector == "LEG"} == countries


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Attorney General's Office sued a bank in Boston on Monday.", "USA"),
        ("The Attorney General's Office in Tripoli charged a Libyan banker.", "LBY"),
    ],
)
def test_an_attorney_general_is_that_of_the_country_told(text: str, country: str) -> None:
    """The bare words are no longer Libya's wherever they stand."""
    found = recognise(parse_document(text), Article("a", text, "a", ""), load_reference())
    assert country in {actor.country_iso3 for actor in found.actors if actor.registry_id}
    assert country == "LBY" or "LBY" not in {actor.country_iso3 for actor in found.actors}
