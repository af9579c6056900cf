"""Bodies told by a noun alone, where they act or are acted on."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His lawyers asked the court to free him.", "court"),
        ("The electoral commission rejected the appeal of Rosa Ejik.", "electoral commission"),
        ("The regulator has fined three airlines.", "regulator"),
        ("Merkel criticised the commission for its silence.", "commission"),
        ("Rosa Ejik was attacked by an armed group.", "armed group"),
        ("A rights group accused Germany of torture.", "rights group"),
        ("The regional bloc condemned the coup.", "regional bloc"),
        ("A private security company attacked Merkel.", "security company"),
        ("Merkel filed a complaint against the electoral authority.", "electoral authority"),
    ],
)
def test_a_body_is_told_by_its_noun_where_it_takes_part(told, text, name):
    assert told(text).kind(name) == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Merkel spoke in the court about the weather.", "court"),
        ("The company is near the river.", "company"),
        ("Rosa Ejik attacked the company's plan.", "company"),
        ("The campaign attacked Merkel.", "campaign"),
        ("Any court rejected it.", "court"),
        ("Merkel held talks near the company.", "company"),
        ("A report on the commission accused Merkel.", "commission"),
    ],
)
def test_a_noun_that_takes_no_part_is_no_body(told, text, name):
    assert name not in told(text).names


@pytest.mark.parametrize(
    "text",
    [
        "Savanco left Berlin. Merkel accused the company of fraud.",
        "Savanco left Berlin. The company rejected the offer of Merkel.",
    ],
)
def test_a_noun_that_may_mean_a_body_named_before_opens_no_other(told, text):
    found = told(text)
    assert "company" not in found.names
    assert "the company" in {f"the {w}" if w == "company" else w for w in found.surfaces("Savanco")}


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. think tank Clearwater met Merkel.",
        "Obama met the oil giant Savanco.",
        "Obama met the Clearwater rights group.",
    ],
)
def test_a_noun_right_before_a_name_is_no_body_beside_it(told, text):
    assert not [name for name in told(text).names if name.endswith(("tank", "giant", "group"))]
