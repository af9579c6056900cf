"""Firms by their partners, and other names with a sign or an apostrophe inside."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harlow & Reed agreed to pay Germany.", "Harlow & Reed"),
        ("Rosa Ejik of Harlow & Harlow accused NATO.", "Harlow & Harlow"),
        ("Germany sued Dunmore & Tate LLP on Monday.", "Dunmore & Tate LLP"),
        ("KB&R sued Germany.", "KB&R"),
    ],
)
def test_a_firm_goes_by_its_partners(told, text, name):
    assert told(text).kind(name) == "organization"


@pytest.mark.parametrize(
    "text",
    [
        "Germany cut its R&D. NATO answered in a Q&A.",
        "Adam & Beth Rowe accused NATO.",
        "Obama & Merkel met in Oslo.",
        "Senators & Governors of Germany met.",
    ],
)
def test_a_couple_two_leaders_and_shorthand_are_no_firm(told, text):
    assert not [name for name in told(text).names if "&" in name]


def test_a_sentence_ends_behind_a_firm_of_letters(told):
    found = told("Merkel sued KB&R. Obama left.")
    assert found.surfaces("KB&R") == ["KB&R"]
    assert len(found.doc.sentences) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harlow County Sheriff's Office arrested Rosa Ejik.", "Harlow County Sheriff's Office"),
        ("The Harlow Attorney General's office sued NATO.", "Harlow Attorney General's office"),
        ("The Zuwara County State's Attorney's Office sued NATO.", "Zuwara County State's Attorney's Office"),
        ("The district attorney's office charged Rosa Ejik.", "district attorney's office"),
        ("Harlow's people praised the sheriff’s department.", "sheriff’s department"),
    ],
)
def test_the_office_of_a_post_is_a_body(told, text, name):
    found = told(text)
    assert found.kind(name) == "organization"
    assert not [actor for actor in found.names if actor.lower().endswith(("sheriff", "attorney", "general"))]


def test_the_holder_of_the_post_is_a_person_still(told):
    assert told("Sheriff Ann Tate thanked the sheriff's office.").kind("Ann Tate") == "person"


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Rosa Ejik sued Waffle Senate over fees.", "U.S. Senate", False),
        ("The World Uyghur Congress accused China.", "U.S. Congress", False),
        ("The American Jewish Congress accused China.", "U.S. Congress", False),
        ("Obama met guests at Clarence House in London.", "U.S. House of Representatives", False),
        ("The GOP-run House rejected the plan.", "U.S. House of Representatives", True),
        ("Obama attacked the Republican House.", "U.S. House of Representatives", True),
        ("Obama asked the U.S. Congress to act.", "U.S. Congress", True),
        ("Aides of the Obama White House met.", "White House", True),
    ],
)
def test_a_plain_name_before_a_chambers_noun_makes_it_anothers(told_of_all, text, name, meant):
    assert (name in told_of_all(text).names) == meant
