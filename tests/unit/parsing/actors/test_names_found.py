"""Names of persons, organizations and states as news writes them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Army Gen. David Rodriguez arrived on Monday.", "David Rodriguez", "person"),
        ("Field Marshal Khalifa Haftar arrived on Monday.", "Khalifa Haftar", "person"),
        ("Field Marshal Khalifa Hifter arrived on Monday.", "Khalifa Haftar", "person"),
        ("He met Italian Prime Minister Matteo Renzi on Monday.", "Matteo Renzi", "person"),
        ("The plan of Deputy Defense Minister Yunus-bek Yevkurov failed.", "Yunus-bek Yevkurov", "person"),
        ("On Monday, prime minister Fayez al-Sarraj flew home.", "Fayez al-Sarraj", "person"),
        ("Talks with Ursula von der Leyen went on.", "Ursula von der Leyen", "person"),
        ("Sen. Leila de Lima spoke.", "Leila de Lima", "person"),
        ("They heard George W. Bush speak.", "George W. Bush", "person"),
        ("The envoy, Zabihulla Mujahidin, called it a reprisal.", "Zabihulla Mujahidin", "person"),
        ("The pact was rejected by Chung Eui-yong on Friday.", "Chung Eui-yong", "person"),
        ("The accord pleased Bill Taylor, the envoy.", "Bill Taylor", "person"),
        ("The Ministry of Trade and Industry denied it.", "Ministry of Trade and Industry", "organization"),
        ("The Organization for Security and Co-operation in Europe sent observers.",
         "Organization for Security and Co-operation", "organization"),
        ("The Zawiya Martyrs Brigade denied it.", "Zawiya Martyrs Brigade", "organization"),
        ("Troops of the Libyan National Army advanced.", "Libyan National Army", "organization"),
        ("Russia denied it.", "Russia", "state"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_its_kind(told, text, name, kind):
    assert told(text).kind(name) == kind


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The drill ended on Monday in June.", "June"),
        ("They landed at Andrews Air Force Base.", "Andrews Air Force"),
        ("Let us pray, he said.", "Lashkar-e-Taiba"),
        ("The senator from New Mexico left.", "Mexico"),
        ("Nigeria's team won.", "Niger"),
        ("It was told to us in the rain.", "United States"),
        ("The Paris Agreement was signed.", "Paris Agreement"),
    ],
)
def test_what_is_no_actor_is_not_found(told, text, wrong):
    assert wrong not in told(text).names


def test_a_headline_in_capitals_names_only_who_the_story_names(told):
    found = told("Anna Keller resigned. Keller gave no reason.", title="Keller Quits Over Secret Border Plan")
    assert found.surfaces("Anna Keller") == ["Keller", "Anna Keller", "Keller"]
    assert not any("Border" in name for name in found.names)


def test_a_name_with_another_word_stuck_to_it_is_cut(told):
    found = told("It angered President Barack ObamaSenate and others.")
    assert not any("ObamaSenate" in name for name in found.names)


def test_relatives_with_one_surname_stay_apart(told):
    found = told("Khalifa Haftar came with Lt. Gen. Saddam Khalifa Haftar and Lt. Gen. Khaled Khalifa Haftar.")
    assert {"Khalifa Haftar", "Saddam Khalifa Haftar", "Khaled Khalifa Haftar"} <= set(found.names)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Moscow accused the alliance of lying.", True),
        ("The talks between Washington and Moscow broke down.", True),
        ("He flew home from Moscow.", False),
        ("They met in Moscow on Monday.", False),
        ("The shops of northern Moscow were shut.", False),
        ("Anna Keller thanked Moscow for its help.", True),
        ("The sanctions on Moscow hurt.", True),
        ("Moscow, which had vowed to fight, was silent.", True),
        ("Moscow, accused by Keller of lying, denied it.", True),
        ("Moscow, for its part, accused Keller of lying.", True),
        ("Moscow in turn accused Keller of lying.", True),
        ("Moscow, in response, accused Keller of lying.", True),
        ("Moscow on Monday night accused Keller of lying.", True),
        ("Moscow in late May accused Keller of lying.", True),
        ("Moscow in May 2016 accused Keller of lying.", True),
        ("Moscow in 2016 accused Keller of lying.", True),
        ("Moscow this week accused Keller of lying.", True),
        ("Moscow two days later accused Keller of lying.", True),
        ("Moscow as well as Paris condemned it.", True),
        ("Anna Keller criticised Moscow over the raid.", True),
        ("In Moscow two days later Anna Keller denied it.", False),
        ("The shops of northern Moscow in turn closed.", False),
        ("Anna Keller was in Moscow in May", False),
        ("Anna Keller was in Moscow a day", False),
        ("In Moscow, backed by a crowd, Anna Keller denied it.", False),
        ("Moscow, Idaho, denied it.", False),
        ("Anna Keller spoke of anger over Moscow's demands.", True),
        ("Anna Keller left Moscow for good.", False),
        ("Anna Keller visited Moscow in May.", True),
        ("Anna Keller spoke before her trip to Moscow.", True),
        ("Anna Keller flew to Moscow, which she likes.", False),
    ],
)
def test_a_capital_stands_for_its_government_only_when_it_acts(told, text, acts):
    assert ("Russia" in told(text).names) is acts


def test_a_state_in_a_place_is_marked_as_a_place(told):
    found = told("Clashes went on in Libya. Libya protested.")
    assert found.surfaces("Libya") == ["Libya"]


def test_a_body_of_another_owner_is_not_the_registrys(told):
    found = told("Armenia's Security Council met.")
    assert "United Nations Security Council" not in found.names


def test_an_institution_and_its_country_are_one_registry_row(told):
    for text in ("Germany's foreign ministry protested.", "The foreign ministry in Germany protested."):
        assert told(text).kind("German Foreign Ministry") == "organization"


@pytest.mark.parametrize(
    "text", ["Moscow will host talks.", "Moscow agreed to chair talks.", "Moscow did not head it."]
)
def test_a_verb_is_no_person(told, text):
    assert told(text).names == ["Russia"]


@pytest.mark.parametrize(
    ("text", "words", "surfaces"),
    [
        ("NATO met. The alliance was glad.", "NATO", ["NATO", "The alliance"]),
        ("The alliance of farmers met.", "NATO", None),
        ("The rail alliance met NATO's partners in the alliance.", "NATO", ["NATO", "the alliance"]),
    ],
)
def test_what_is_said_of_an_actor_means_it_where_the_text_names_it(told, text, words, surfaces):
    found = told(text)
    assert (found.surfaces(words) if words in found.names else None) == surfaces


def test_what_is_said_of_an_actor_is_no_name_of_it(told):
    found = told("NATO met. The alliance was glad.").found
    assert [m.method for m in found.mentions] == ["registry", "nominal"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister Anna Keller Thursday thanked Pavel Orlov.", {"Anna Keller", "Pavel Orlov"}),
        ("Pavel Orlov was angry. Anna Keller met Orlov Monday.", {"Pavel Orlov", "Anna Keller"}),
        ("Jack Dunne, a Montana Republican, met Anna Keller.", {"Jack Dunne", "Anna Keller"}),
        ("Senator Anna Keller, D-Ohio, met Pavel Orlov, R-N.Y.", {"Anna Keller", "Pavel Orlov"}),
    ],
)
def test_days_parties_and_seats_are_no_part_of_a_name(told, text, names):
    found = told(text).found
    assert {a.name for a in found.actors if a.actor_kind in ("person", "organization")} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('They heard Paul G. “Big Red” Bodkin, an aide.', "Paul G. “Big Red” Bodkin"),
        ("They heard J. Peter Brandt on Monday.", "J. Peter Brandt"),
        ("They heard K. L. Osgood on Monday.", "K. L. Osgood"),
        ("They heard Adm. Walter B. German on Monday.", "Walter B. German"),
        ("The race is close, said Albert May, a professor.", "Albert May"),
        ("They heard William Long on Monday.", "William Long"),
        ("The plan failed, said Ann Hall.", "Ann Hall"),
        ("They heard Peter Shah on Monday.", "Peter Shah"),
    ],
)  # fmt: skip
def test_a_persons_whole_name_is_found(told, text, name):
    assert told(text).kind(name) == "person"


def test_a_place_after_a_given_name_is_no_person(told):
    assert "Victoria Park" not in told("Police closed Victoria Park, a public garden.").names


def test_the_legal_name_that_a_page_adds_is_no_part_of_a_name(told):
    found = told("Sen. Beth Rowe Elizabeth (Beth) Anne RoweSenate goes home MORE objected.")
    assert found.kind("Beth Rowe") == "person"
    assert told("Sen. Paul Dean Paul Henry Dean2020 race MORE objected.").kind("Paul Dean") == "person"


def test_a_given_name_joined_to_a_full_name_shares_its_surname(told):
    found = told("They heard Adam and Karim Naveed. Adam Naveed left.")
    assert found.surfaces("Adam Naveed") == ["Adam", "Adam Naveed"]
    assert found.surfaces("Karim Naveed") == ["Karim Naveed"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It angered Citizens for Fair Trade and Club for Growth.", "Citizens for Fair Trade"),
        ("It angered Mayors Against Illegal Mining.", "Mayors Against Illegal Mining"),
        ("The Alliance for American Steel objected.", "Alliance for American Steel"),
    ],
)
def test_a_body_may_go_by_who_joined_it_and_what_for(told, text, name):
    assert told(text).kind(name) == "organization"


def test_people_for_or_against_somebody_are_no_body(told):
    assert not any("for" in name for name in told("Americans for Obama met. Women for years stayed away.").names)


def test_two_groups_of_the_registry_are_two(told):
    found = told("African leaders met the World powers on Monday.")
    assert found.surfaces("African leaders") == ["African leaders"]
    assert found.surfaces("World powers") == ["World powers"]


def test_a_federal_states_body_is_not_the_unions(told):
    found = told("The Oregon National Guard left. The National Guard stayed.")
    assert found.surfaces("Oregon National Guard") == ["Oregon National Guard"]
    assert found.surfaces("National Guard") == ["National Guard"]


def test_an_unknown_body_is_known_by_the_noun_beside_it(told):
    assert told("He praised the gas company Solynd.").kind("Solynd") == "organization"
    assert told("It angered Solynd, an energy firm.").kind("Solynd") == "organization"
