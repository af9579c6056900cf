"""A post that stands alone means who holds it: told before the name or after, by another word, or as somebody's."""

from __future__ import annotations

from datetime import date

import pytest

_LEDE = (
    "Germany's prime minister suspended his foreign minister on Monday after Russia disclosed that she had met its top "
    "diplomat in Rome. Russian Foreign Minister Pavel Orlov met Anna Keller, the German foreign minister, last week. "
    "Prime Minister Mark Vogel of Germany said he had not known. The German premier left."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Germany's prime minister", "Mark Vogel"),  # named later
        ("his foreign minister", "Anna Keller"),  # whose country the pronoun tells
        ("its top diplomat", "Pavel Orlov"),  # another word for the office
        ("German premier", "Mark Vogel"),
    ],
)
def test_a_post_finds_its_holder(told, words, name):
    assert words in told(_LEDE).surfaces(name)


def test_who_held_a_post_once_does_not_hold_it(told):
    found = told("Former Libyan prime minister Omar Salem met envoys. The Libyan prime minister stayed away.")
    assert "Libyan prime minister" not in found.surfaces("Omar Salem")
    assert found.kind("Libyan prime minister") == "person"


def test_a_deputy_is_not_the_holder(told):
    found = told("Deputy Foreign Minister Anna Keller spoke. The foreign minister was away.")
    assert "foreign minister" not in found.surfaces("Anna Keller")


def test_two_who_may_be_meant_are_not_guessed_between(told):
    found = told("A minister left. Oil Minister Omar Salem and Defence Minister Ali Nouri stayed.")
    assert found.kind("minister") == "person"


def test_a_counterpart_holds_the_same_post(told):
    found = told(
        "Russian Foreign Minister Pavel Orlov met Anna Keller, the German foreign minister. "
        "Later Orlov praised his German counterpart."
    )
    assert "his German counterpart" in found.surfaces("Anna Keller")


def test_a_description_is_named_with_what_tells_it_apart(told):
    found = told("Fighters from Zuwara attacked the checkpoint. The fighters left at dawn.")
    assert found.surfaces("Fighters from Zuwara") == ["Fighters", "fighters"]


@pytest.mark.parametrize("words", ["The two agreed to meet again.", "Both agreed to meet again."])
def test_the_two_are_those_named_last(told, words):
    found = told(f"Elena Rossi met Mark Keller. {words}")
    assert len(found.surfaces("Elena Rossi")) == len(found.surfaces("Mark Keller")) == 2


def test_the_former_president_is_not_the_president(told):
    text = "Barack Obama met former President Tom Poe. The former president spoke. The president listened."
    assert "former president" in told(text).surfaces("Tom Poe")
    assert "president" in told(text).surfaces("Barack Obama")


def test_a_president_whose_term_is_over_is_the_former_president(told):
    found = told("Barack Obama came with Anna Keller. The former president spoke.", day=date(2019, 6, 1))
    assert "former president" in found.surfaces("Barack Obama")


def test_any_leader_is_nobody_in_particular(told):
    found = told("President Ivan Orlov smiled. Any foreign leader would smile, and any president would.")
    assert found.surfaces("Ivan Orlov") == ["President Ivan Orlov"]


def test_who_is_the_presidents_adviser_is_not_the_president(told):
    found = told("President Ivan Orlov spoke. Mark Keller, the president's senior adviser, agreed. The president left.")
    assert found.surfaces("Ivan Orlov").count("president") == 2
    assert "senior adviser" in found.surfaces("Mark Keller")


def test_the_leader_of_a_party_is_no_head_of_state(told):
    found = told("President Ivan Orlov met aides. The Democratic leader left.")
    assert "Democratic leader" not in found.surfaces("Ivan Orlov")


_ABROAD = "President Ana Vega called on Friday. Later Russian President Pavel Orlov flew home."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The president was pleased.", "Ana Vega"),  # told without a country: the readers' own
        ("The Russian president was pleased.", "Pavel Orlov"),
    ],
)
def test_the_president_is_the_readers_own(told, words, name):
    found = told(f"{_ABROAD} {words}")
    assert words.removesuffix(" was pleased.").removeprefix("The ") in " ".join(found.surfaces(name))


def test_of_two_presidents_of_elsewhere_the_last_is_meant(told):
    found = told("Libyan President Omar Salem called. Russian President Pavel Orlov flew home. The president rested.")
    assert "president" in found.surfaces("Pavel Orlov")


@pytest.mark.parametrize("words", ["The leader of the agency left.", "Envoys asked your leader to go."])
def test_a_leader_of_a_body_or_of_those_spoken_to_is_no_head_of_state(told, words):
    found = told(f"President Ana Vega met envoys. {words}")
    assert not any("leader" in surface for surface in found.surfaces("Ana Vega"))


def test_a_chief_of_defence_is_the_general_named_after(told):
    found = told("Mark Vogel spoke to their chief of defense, Senior Gen. Luca Orlov, this week.")
    assert "their chief of defense" in found.surfaces("Luca Orlov")


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("U.S. Ambassador to NATO Anna Keller spoke.", "Ambassador", "Anna Keller"),
        ("The Kenyan ambassador to Germany Omar Salem spoke.", "Kenyan ambassador", "Omar Salem"),
        ("He met the director of the FBI Mark Vogel.", "director", "Mark Vogel"),
    ],
)
def test_a_post_is_that_of_the_full_name_behind_whose_post_it_is(told, text, post, name):
    assert post in told(text).surfaces(name)


def test_a_surname_behind_whose_post_it_is_may_be_anothers(told):
    found = told("Anna Keller rose. To the envoy to Germany Keller said nothing.")
    assert "envoy" not in found.surfaces("Anna Keller")


def test_a_bare_surname_is_whom_the_article_names_in_full_though_an_officeholder_is_called_so(told):
    found = told("Peter Thorsen spoke. Thorsen left.")
    assert found.surfaces("Peter Thorsen") == ["Peter Thorsen", "Thorsen"]
    found = told("Peter Thorsen spoke. Erik Thorsen left. Thorsen slept.")
    assert found.surfaces("Erik Thorsen") == ["Erik Thorsen", "Thorsen"]


def test_a_lawmaker_is_the_senator_named_before(told):
    text = told("Sen. Dana Whitlock criticized Germany. The lawmaker accused Russia of lying.")
    assert text.surfaces("Dana Whitlock") == ["Sen. Dana Whitlock", "lawmaker"]


def test_a_representative_is_no_senator(told):
    text = told("Sen. Dana Whitlock criticized Germany. The congressman accused Russia of lying.")
    assert text.surfaces("Dana Whitlock") == ["Sen. Dana Whitlock"]


def test_a_post_with_an_indefinite_article_is_somebody_else(told):
    text = told("Sen. Dana Whitlock criticized Germany. Another senator accused Russia of lying.")
    assert text.surfaces("Dana Whitlock") == ["Sen. Dana Whitlock"]


def test_the_minister_is_no_prime_minister(told):
    found = told("Prime Minister Mark Vogel of Germany spoke on Monday. The minister was away.")
    assert "minister" not in found.surfaces("Mark Vogel")


def test_his_minister_is_not_of_the_envoy_who_was_told(told):
    text = (
        "Prime Minister Mark Vogel of Germany told the ambassador that his foreign minister had left. Anna Keller, the "
    )
    found = told(text + "German foreign minister, had met Pavel Orlov, the foreign minister of Russia.")
    assert "his foreign minister" in found.surfaces("Anna Keller")


def test_the_president_of_a_state_told_behind_the_post(told):
    found = told("Barack Obama came on Monday. Angela Merkel met the president of the United States.")
    assert "president" in found.surfaces("Barack Obama")


def test_a_king_is_no_president(told):
    found = told("President Ann Roe of Libya came on Monday. The king stayed away.")
    assert found.surfaces("Ann Roe") == ["President Ann Roe"]


@pytest.mark.parametrize(
    "words", ["a typical foreign minister", "a young foreign minister", "another foreign minister"]
)
def test_anybody_who_may_hold_a_post_is_nobody_named(told, words):
    found = told(f"Foreign Minister Anna Keller of Germany spoke. She was quieter than {words}.")
    assert not any("foreign minister" in surface for surface in found.surfaces("Anna Keller"))


@pytest.mark.parametrize(
    ("text", "is_his"),
    [
        ("Mark Vogel, Germany's chancellor, praised Chad.", True),
        ("Envoys met Mark Vogel, Germany's chancellor. He praised Chad.", True),
        ("After talks with Mark Vogel, Germany's chancellor praised Chad.", False),
        ("After talks with Mark Vogel, Germany's chancellor, Chad left.", True),
        ("On Monday envoys met Mark Vogel, Germany's chancellor accused by Chad.", True),
    ],
)
def test_a_post_that_acts_behind_a_fronted_phrase_is_no_apposition(told, text, is_his):
    assert ("Germany's chancellor" in told(text).surfaces("Mark Vogel")) is is_his


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        ("Kampala met the Kenyan defence minister. The minister left.", "Kenyan defence minister", "minister"),
        ("Ankara summoned the French ambassador on Monday. The ambassador left.", "French ambassador", "ambassador"),
    ],
)  # fmt: skip
def test_a_bare_post_takes_up_whom_a_fuller_one_told_before(told, text, name, surface):
    assert surface in told(text).surfaces(name)


def test_a_bare_post_takes_up_nobody_where_two_may_be_meant(told):
    found = told("The Libyan minister met the German minister. The minister thanked Berlin.")
    assert "minister" not in found.surfaces("Libyan minister") + found.surfaces("German minister")


def test_the_envoy_of_a_body_is_no_states_ambassador(told):
    found = told("Maria Grone, the European Union's envoy, met Tariq Hamdan. Baku summoned the Iranian ambassador.")
    assert "Iranian ambassador" not in found.surfaces("Maria Grone")


def test_a_states_representative_is_no_lawmaker_named_later(told):
    found = told("Mark Dolan met Libya's representative. Rep. Luis Ortega, D-Calif., asked for a probe.")
    assert "Libya's representative" not in found.surfaces("Luis Ortega")
