"""Which of several people a surname, a given name or a longer name means."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Press secretary Jon Thorsen spoke. Mr. Thorsen called the plan fine.",
        "Rep. Jon Thorsen resigned. Representative Thorsen gave no reason.",
        "Sir Thorsen Hale resigned. Sir Thorsen gave no reason.",
    ],
)
def test_whom_the_article_names_in_full_goes_before_the_registrys_namesake(told, text):
    assert "Erik Thorsen" not in told(text).names


def test_a_given_name_means_whom_the_article_names_so(told):
    found = told("Gen. Haftar Rossi met Mark Keller in Rome. Haftar was ready.")
    assert "Haftar" in found.surfaces("Haftar Rossi")
    assert "Khalifa Haftar" not in found.names


def test_a_president_keeps_his_surname_beside_his_kin(told):
    text = "President Obama spoke. Michelle Obama came along. Obama thanked her."
    assert len(told(text, day=None).surfaces("Barack Obama")) == 2


def test_a_woman_of_the_name_is_no_mister(told):
    found = told("Nadia Haftar left. Mr. Haftar stayed.")
    assert "Mr. Haftar" in found.surfaces("Khalifa Haftar")


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("Maria Elena Colindres Ortega", "Ms. Colindres Ortega"),
        ("Andrew Keller", "Andy Keller"),
    ],
)
def test_a_name_otherwise_written_is_one_persons(told, name, later):
    found = told(f"{name} resigned on Monday. {later} accused Elena Rossi of lying.")
    assert len(found.surfaces(name)) == 2


def test_a_name_with_a_word_more_is_another(told):
    found = told("Jane Roe resigned on Monday. Jane Roe Show guests accused Elena Rossi of lying.")
    assert found.surfaces("Jane Roe") == ["Jane Roe"]


def test_two_of_one_given_name_are_two(told):
    found = told("Andrew Keller met Andrew Rossi. Andy Rossi left.", day=date(2015, 6, 1))
    assert "Andy Rossi" in found.surfaces("Andrew Rossi")
    assert found.surfaces("Andrew Keller") == ["Andrew Keller"]


@pytest.mark.parametrize(
    "text",
    [
        "Qorvin Dasleth sued Wyoming. Mr. Dasleth was right.",
        "Wyoming sued Qorvin B. Dasleth. The case goes on.",
        "Wyoming sued Qorvin Dasleth. Dasleth denied the charge.",
    ],
)
def test_an_unknown_name_is_a_persons_where_the_text_shows_it(told, text):
    found = told(text)
    assert {a.actor_kind for a in found.found.actors if "Dasleth" in a.name} == {"person"}


def test_a_junior_is_not_his_father(told):
    found = told("President Obama spoke. Jon Obama Jr. met him. Obama Jr. said little. Keller Jr. left.")
    assert any("Jr" in words for words in found.surfaces("Jon Obama Jr")[1:])
    assert found.kind("Keller Jr") == "person"


def test_a_papers_own_is_a_person(told):
    found = told("Fox News' Qorvin Dasleth pressed Barack Obama on Monday.")
    assert found.kind("Qorvin Dasleth") == "person"


@pytest.mark.parametrize(
    ("text", "day", "registry_id"),
    [
        ("Jordan's King Abdullah met the pope.", date(2011, 11, 18), "person:abdullah-ii"),
        ("King Abdullah met the pope in Riyadh.", date(2011, 11, 18), "person:king-abdullah"),
        ("King Abdullah met the pope in Rome.", date(2021, 11, 18), "person:abdullah-ii"),
    ],
)
def test_the_country_and_the_day_tell_which_king_is_meant(told_of_all, text, day, registry_id):
    assert registry_id in {a.registry_id for a in told_of_all(text, day=day).found.actors}
