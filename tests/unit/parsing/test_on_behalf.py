"""For whom the persons of an article act: the body of their post, or the state whose post it is."""

from __future__ import annotations

from pipelines.parsing.coder import DefaultCoder, on_behalf
from pipelines.records import Article, LocalActor, ObservedRole

STATE = LocalActor(0, "Chad", "state", country_iso3="TCD")
BODY = LocalActor(1, "African Union", "organization")
ADA = LocalActor(2, "Ada", "person", country_iso3="TCD")


def test_a_post_of_a_body_acts_for_the_body() -> None:
    assert on_behalf([STATE, BODY, ADA], [ObservedRole(2, "envoy", 1, "TCD", 0, 5)]) == {2: 1}


def test_a_post_of_a_state_acts_for_the_state_where_it_is_named() -> None:
    role = ObservedRole(2, "foreign minister", None, "TCD", 0, 5)
    assert on_behalf([STATE, ADA], [role]) == {2: 0}
    assert on_behalf([ADA], [role]) == {}


def test_a_post_once_held_counts_for_nothing() -> None:
    assert on_behalf([STATE, ADA], [ObservedRole(2, "former foreign minister", None, "TCD", 0, 5)]) == {}


def test_a_minister_meets_for_the_country() -> None:
    text = "French Foreign Minister Jean-Yves Le Drian met Angela Merkel in Berlin. France welcomed the talks."
    result = DefaultCoder().extract(Article("x", text, "x", ""))
    names = {actor.actor_id: actor.name for actor in result.actors}
    met = next(claim for claim in result.claims if claim.engagement_type == "CONSULT")
    acting = {names[p.actor_id]: names.get(p.on_behalf_of) for p in met.participants}  # type: ignore[arg-type]
    assert acting["Jean-Yves Le Drian"] == "France"
