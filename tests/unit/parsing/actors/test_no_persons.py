"""Words that look like somebody's name and are not, and names of persons that do not look like it."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The tale comes from a colleague I trust. As a reporter, I have heard it often. I told the mayor.", "I"),
        ("Look, you know, I, the president of the club, told the mayor.", "I"),
        ("Having warned the senators, the mayor left. He warned them again.", "Having"),
        ("At the magazine Ny Kust, the editor, Ulf Berg, denied the claims.", "Ny Kust"),
        ("It hurts her, says Tidal Weekend writer Lena Duke. Weekend said so.", "Tidal Weekend"),
        ("The contractor QGH warned of risks. QGH said it would fix them.", "QGH"),
        ("They backed the Refugee Misery Prevention Act, and the mayor denied it.", "Misery Prevention"),
        ("A Justice Against Hunger Act was passed by the senators.", "Against Hunger"),
        ("She asked for a Certificate of Student Status and told the mayor so.", "Status"),
        ("The paper awards the president Four Lemons, the mayor said.", "Four Lemons"),
    ],
)
def test_what_only_looks_like_a_name_is_no_person(told, text, wrong):
    found = told(text)
    assert wrong not in found.names or found.kind(wrong) != "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("O.J. Rosen was freed. Rosen thanked the judge.", "O.J. Rosen"),
        ("The novelist Anna Singer criticised the plan. Singer called it cruel.", "Anna Singer"),
        ("President Ann Roe praised the Safety Act.", "Ann Roe"),
        ("General Karl Award praised the mayor.", "Karl Award"),
        ("King Charles I sent the envoy home.", "Charles I"),
        ("The senator accused Harald Lord of fraud. Lord denied it.", "Harald Lord"),
        ("The pilot of the drone, said Ola Mount, a defence analyst, fled.", "Ola Mount"),
    ],
)
def test_a_person_may_have_initials_or_a_posts_surname(told, text, name):
    assert told(text).kind(name) == "person"


@pytest.mark.parametrize("name", ["L.A. Chronicle", "N.Y. Herald"])
def test_a_states_initials_are_no_persons(told, name):
    assert told(f"The {name} criticised the mayor.").kind(name) == "organization"


def test_an_acronym_is_no_surname(told_of_all):
    found = told_of_all("The Austin VA promised the veterans better care.")
    assert found.names[0] == "U.S. Department of Veterans Affairs"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('"After talks with Mr. Rosen, the spokesman, Karl E. Moss, resigned," he wrote.', "Karl E. Moss"),
        ("After a dispute with Paul Rosen, the spokesman, Karl Moss, resigned.", "Karl Moss"),
        ("They saw Paul Rosen, the spokesman, Karl Moss, the judge, and Ann Roe, the mayor.", "Paul Rosen"),
        ("He praised Paul Rosen, the spokesman, on Monday.", "Paul Rosen"),
    ],
)
def test_a_post_between_two_names_is_the_subjects_behind_a_phrase_in_front(told, text, holder):
    assert told(text).roles(holder) == ["spokesman"]


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The New York Fed criticised the banks.", "Federal Reserve Bank of New York", "GOV"),
        ("The Brady Campaign praised the senators.", "Brady Campaign to Prevent Gun Violence", "NGO"),
        ("The Joint Economic Committee praised the senators.", "Joint Economic Committee", "LEG"),
        ("Treasury said that the sanctions stay, and the IRS agreed.", "U.S. Department of the Treasury", "GOV"),
    ],
)
def test_american_bodies_of_every_days_news_are_known(told_of_all, text, name, sector):
    found = told_of_all(text)
    assert found.found.actors[found.actor(name)].sector == sector


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said that Nathan told the mayor everything.", "person"),
        ("He spoke in Nathan on Monday. Police said that Nathan told the mayor everything.", "organization"),
        ("Police said that the company Nathan told the mayor everything.", "organization"),
    ],
)
def test_a_given_name_alone_is_a_persons(told, text, kind):
    assert told(text).kind("Nathan") == kind


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Capt. Mark Warner of the highway patrol met the family. Warner thanked them.", "MIL"),
        ("Sen. Mark Warner met the family. Warner thanked them.", "LEG"),
        ("Mark Warner met the family. Warner thanked them.", "LEG"),
    ],
)
def test_a_captain_is_no_senator_of_that_name(told_of_all, text, sector):
    found = told_of_all(text).found.actors
    assert [a.sector for a in found if a.name == "Mark Warner"] == [sector]


@pytest.mark.parametrize(
    ("text", "campaign"),
    [
        ("Ann Romney smiled. Mr. Romney left. The Romney campaign attacked the mayor.", "Mitt Romney campaign"),
        ("Ann Steen smiled. The Steen campaign attacked the mayor.", "Ann Steen campaign"),
        ("Ann Steen met Paul Steen. Paul Steen's campaign attacked the mayor.", "Paul Steen campaign"),
    ],
)
def test_a_campaign_is_the_politicians(told_of_all, text, campaign):
    assert campaign in told_of_all(text).names


@pytest.mark.parametrize(
    ("post", "meant"),
    [
        ("the president and chief executive of the Savanna League", "Barack Obama"),
        ("the president and owner", "Ann Lowe"),
    ],
)
def test_a_post_with_another_in_a_body_is_not_meant_by_its_word_alone(told_of_all, post, meant):
    found = told_of_all(f"Ann Lowe, {post}, met Barack Obama. She praised the president.", day=date(2012, 6, 1))
    assert found.surfaces(meant)[-1] == "president"


@pytest.mark.parametrize(
    ("text", "told_as", "name"),
    [
        ("He visited his son Erik. The mayor met Erik Lund.", "Erik", "Erik Lund"),
        ("The mayor met Erik Lund. He visited his son Erik.", "Erik", "Erik Lund"),
        ("He visited his son Erik. The mayor met Karl Lund.", "Erik", "Erik"),
    ],
)
def test_kin_told_by_the_given_name_are_those_named_in_full(told, text, told_as, name):
    found = told(text)
    assert any(told_as in words for words in found.surfaces(name))
    assert (told_as in found.names) == (name == told_as)


@pytest.mark.parametrize(
    ("text", "name", "is_person"),
    [
        ("The paper's blog, The Compass, who said so, was right. The Compass denied it.", "The Compass", False),
        ("The school, QRST Oslo, who said so, was right. QRST Oslo denied it.", "QRST Oslo", False),
        ("The banker, JR Rowe, who said so, was right. Rowe denied it.", "JR Rowe", True),
    ],
)
def test_an_article_or_an_acronym_begins_nobodys_name(told, text, name, is_person):
    found = told(text)
    assert (name in found.names and found.kind(name) == "person") == is_person


def test_a_partisan_is_a_word_for_many(told_of_all):
    assert "Republican" not in told_of_all("Fellow Republican and former House Speaker Newt Gingrich left.").names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She needled the Donald's record on Monday.", "Donald Trump"),
        ("Pelosi and McConnell have barely spoken.", "Mitch McConnell"),
        ("Mike McConnell of the NSA left. McConnell denied it.", "Mike McConnell"),
    ],
)
def test_a_politician_goes_by_what_the_press_calls_him(told_of_all, text, name):
    found = told_of_all(text, day=date(2018, 5, 2))
    assert found.surfaces(name)
