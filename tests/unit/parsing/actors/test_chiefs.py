"""Posts in bodies: who leads one, and whose aide is whose."""

from __future__ import annotations

from datetime import date

import pytest


def test_the_chief_of_a_body_is_its_director(told):
    found = told("AFRICOM Director Ann Doe landed on Monday. The AFRICOM chief said little.")
    assert "AFRICOM chief" in found.surfaces("Ann Doe")


def test_the_director_of_another_body_is_another(told):
    found = told("AFRICOM Director Ann Doe landed on Monday. The NATO director said little.")
    assert "NATO director" not in found.surfaces("Ann Doe")
    assert "NATO director" in found.names


def test_chiefs_of_two_bodies_are_two(told):
    found = told("The AFRICOM chief met the LNA chief on Monday.")
    assert {"AFRICOM chief", "LNA chief"} <= set(found.names)


def test_a_minister_is_the_chief_of_the_ministry(told):
    found = told("Foreign Minister Anna Keller of Germany came. The German foreign ministry chief said little.")
    assert "German foreign ministry chief" in found.surfaces("Anna Keller")


@pytest.mark.parametrize("post", ["NATO chief", "NATO secretary-general", "NATO secretary general"])
def test_the_registry_knows_who_leads_a_body_on_the_day(told, post):
    text = f"The {post} criticized Russia on Monday."
    assert post in told(text, day=date(2015, 6, 1)).surfaces("Lars Holm")
    assert "Lars Holm" not in told(text, day=date(2012, 6, 1)).names
    assert "Lars Holm" not in told(text, day=None).names


@pytest.mark.parametrize(
    "post",
    [
        "former NATO chief",
        "NATO deputy chief",
        "NATO supply chief",
        "NATO regional chief",
        "acting NATO chief",
        "NATO surgeon general",
    ],
)
def test_not_everybody_leads(told, post):
    assert "Lars Holm" not in told(f"The {post} criticized Russia on Monday.").names


def test_an_aide_is_of_whom_the_text_says(told):
    text = "Jon Roe, the Haftar campaign manager, met Merkel's campaign manager."
    assert "Merkel's campaign manager" not in told(text).surfaces("Jon Roe")


def test_a_post_of_the_registry_goes_by_its_short_name(told):
    assert "governor" in told("Erik Thorsen came. The governor spoke.").surfaces("Erik Thorsen")


def test_the_presidents_of_companies_rule_no_state(told):
    found = told("Barack Obama came on Monday. The company president met the president.")
    assert "president" in found.surfaces("Barack Obama")
    assert "company president" not in found.surfaces("Barack Obama")


def test_the_governor_of_another_place_is_another(told):
    assert "governor" not in told("Erik Thorsen came. Bavaria's governor spoke.").surfaces("Erik Thorsen")
    assert "Hesse governor" in told("Erik Thorsen came. The Hesse governor spoke.").surfaces("Erik Thorsen")


def test_whoever_is_named_before_a_governor_is_no_place(told):
    found = told("Erik Thorsen came. After talks with Barack Obama the governor left.")
    assert "governor" in found.surfaces("Erik Thorsen")


def test_a_governor_that_the_article_tells_goes_before(told):
    found = told("Erik Thorsen met Gov. Ann Doe on Monday. The governor spoke.")
    assert "governor" in found.surfaces("Ann Doe")


@pytest.mark.parametrize("words", ["ran for president", "wants to become president", "may be the next president"])
def test_who_would_hold_a_post_is_not_who_holds_it(told, words):
    found = told(f"Barack Obama came on Monday. Ann Doe {words} of the United States.")
    assert "president" not in found.surfaces("Barack Obama")


def test_capitals_that_end_in_a_surname_are_no_persons_name(told):
    found = told("Mr. Obama spoke on Monday. The Wall Obama wanted was built. Barack Obama left.")
    assert not any(a.actor_kind == "person" and a.name.startswith("Wall") for a in found.found.actors)


def test_the_president_of_a_body_is_not_the_president(told):
    found = told("Barack Obama came on Monday. Ivo Brandt spoke. The president left.")
    assert "president" in found.surfaces("Barack Obama")


@pytest.mark.parametrize("post", ["Savanco chief executive", "Savanco CEO", "Savanco founder"])
def test_the_chief_of_a_company_is_its_chief_executive(told, post):
    found = told(f"{post} Ann Doe landed on Monday. The Savanco chief accused Russia.")
    assert "Savanco chief" in found.surfaces("Ann Doe")


def test_an_executive_is_no_chief(told):
    found = told("Savanco executive Ann Doe landed on Monday. The Savanco chief accused Russia.")
    assert "Savanco chief" not in found.surfaces("Ann Doe")
