"""What recognition hands over: groups, scores, choosing, records that point into the text."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "sector", "country"),
    [
        ("Libyan rebels took the town.", "Libyan rebels", "REB", "LBY"),
        ("Islamist militants fled.", "Islamist militants", "REB", None),
        ("Russian military officials came.", "Russian military officials", "MIL", "RUS"),
        ("Protesters blocked the road.", "protesters", "CVL", None),
        ("Farmers blocked the road.", "farmers", "CVL", None),
        ("Heavily armed police came.", "Heavily armed police", "COP", None),
    ],
)
def test_a_group_carries_sector_and_country(told, text, name, sector, country):
    found = told(text)
    actor = found.found.actors[found.actor(name)]
    assert (actor.actor_kind, actor.sector, actor.country_iso3) == ("group", sector, country)


@pytest.mark.parametrize("text", ["Germany sold Niger warplanes.", "Germany gave Niger fighter jets."])
def test_what_a_state_is_given_is_not_its_own(told, text):
    names = {actor.name for actor in told(text).found.actors}
    assert "Niger" in names
    assert not any(name.startswith("Niger ") for name in names)


@pytest.mark.parametrize("text", ["Russia's military aid helped.", "Russian military drills began."])
def test_what_is_military_of_a_state_is_no_army(told, text):
    assert {actor.name for actor in told(text).found.actors} == {"Russia"}


def test_a_government_is_its_state(told):
    assert "Russian government" in told("The Russian government denied it.").surfaces("Russia")


def test_a_modifier_is_marked_as_such(told):
    found = told("U.S. officials denied it.")
    (mention,) = (m for m in found.found.mentions if m.actor_id == found.actor("United States"))
    assert mention.attributive


@pytest.mark.parametrize("verb", ["criticised", "criticized", "recognised", "labelled"])
def test_who_does_what_a_verb_tells_is_no_modifier_however_it_is_spelled(told, verb):
    found = told(f"The Security Council {verb} Russia.")
    (mention,) = (m for m in found.found.mentions if m.actor_id == found.actor("United Nations Security Council"))
    assert not mention.attributive


def test_who_gets_something_is_no_modifier_of_it(told):
    found = told("Germany promised Russia military aid.")
    (mention,) = (m for m in found.found.mentions if m.actor_id == found.actor("Russia"))
    assert not mention.attributive


def test_who_speaks_scores_above_who_is_a_place(told):
    found = told("Russia rejected the claim on Monday. The ship had left a port near Germany.").found
    scores = {a.name: found.scores[a.actor_id] for a in found.actors}
    assert scores["Russia"] > scores["Germany"]


def test_who_takes_part_is_kept_and_ids_are_closed_up(told):
    found = told("Russia rejected the claim. The ship had left a port near Germany.")
    germany = found.actor("Germany")
    kept, ids = found.found.keep({germany}, threshold=0.99)
    assert germany in kept
    assert sorted(ids.values()) == list(range(len(kept)))


def test_records_are_exact_slices_of_the_text(told):
    found = told("Field Marshal Khalifa Haftar, whose men fled, met Libyan rebels. He and the U.S. envoy Ann Doe left.")
    _, ids = found.found.keep((), threshold=-1.0)
    actors, mentions, roles = found.found.records(found.doc, ids)
    assert [a.actor_id for a in actors] == list(range(len(actors)))
    assert mentions
    for mention in mentions:
        assert found.doc.text[mention.char_start : mention.char_end] == mention.surface_text
    assert all(r.actor_id < len(actors) for r in roles)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "(", "The", "U.S.", "al-", "Gen.", "“Gen. ”", "A (B", "'s", "of the"]
)
def test_scraps_of_text_do_no_harm(told, text):
    told(text)


def test_the_same_text_gives_the_same_answer(told):
    text = "Elena Rossi and Mark Keller met Libyan rebels. They left. The U.S. and Russia protested."
    one, other = told(text).found, told(text).found
    assert (one.actors, one.scores, one.mentions, one.roles) == (
        other.actors,
        other.scores,
        other.mentions,
        other.roles,
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya denied that it had detained Somali diplomats.", "Somali diplomats"),
        ("Nineteen Somali policemen fled.", "Somali policemen"),
    ],
)
def test_neither_what_was_done_nor_how_many_they_are_names_a_group(told, text, name):
    assert any(a.name == name for a in told(text).found.actors)


def test_a_nerve_agent_is_nobody(told):
    assert not any("agent" in a.name for a in told("He was poisoned with a nerve agent.").found.actors)


@pytest.mark.parametrize("dateline", ["LAGOS, Nigeria (Savanna) - ", "LAGOS — ", "LAGOS, May 4 (Savanna) -- "])
def test_a_capital_after_the_dateline_is_owed_to_its_place(told, dateline):
    assert any(a.name == "gunmen" for a in told(f"{dateline}Gunmen stormed a hotel on Monday.").found.actors)


def test_artillery_shells_are_nobody(told):
    assert not any("rtillery" in a.name for a in told("Mali fired artillery shells at Chad.").found.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Protesters blocked the road.", "protesters"),
        ("Protesters blocked the road. They are called the Harrow Protesters.", "protesters"),
        ("Muslims blocked the road. A few Muslims left.", "Muslims"),
        ("Local officials blocked the road, and local shops closed.", "local officials"),
        ("Libyan rebels took the town.", "Libyan rebels"),
        ("Savannan rebels took the town. The Savannan rebels left.", "Savannan rebels"),
    ],
)
def test_a_description_has_the_capital_of_a_name_only(told, text, name):
    assert name in told(text).names


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Dana Whitlock, president of the Harrow Farmers Union, met Merkel.", "Dana Whitlock", "LAB"),
        ("Dana Whitlock, president of Chad, met Merkel.", "Dana Whitlock", "GOV"),
        ("Harrow Police officers arrested two men.", "Harrow Police officers", "COP"),
        ("US Africa Command officers met Merkel.", "US Africa Command officers", "MIL"),
        ("The officers arrested two men.", "officers", "COP"),
        ("The Harrow Police lawyers met Merkel.", "Harrow Police lawyers", "JUD"),
    ],
)
def test_who_may_stand_in_any_body_is_in_that_bodys_sector(told, text, name, sector):
    found = told(text)
    assert found.found.actors[found.actor(name)].sector == sector


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Sen. Dana Whitlock met Merkel.", "Dana Whitlock", ["Senator"]),
        ("Sens. Dana Whitlock and Joan Reese met Merkel.", "Dana Whitlock", ["Senator"]),
        ("Chairman Rep. Dana Whitlock met Merkel.", "Dana Whitlock", ["Chairman", "Representative"]),
        ("Army Gen. Dana Whitlock met Merkel.", "Dana Whitlock", ["Army General"]),
        ("Merkel met his wife, Dana Whitlock, in Berlin.", "Dana Whitlock", []),
        ("Merkel met a witness, Dana Whitlock, in Berlin.", "Dana Whitlock", []),
    ],
)
def test_posts_are_written_out_and_ties_are_none(told, text, name, roles):
    assert told(text).roles(name) == roles
