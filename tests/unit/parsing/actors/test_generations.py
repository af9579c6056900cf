"""Father and son of one name."""

from __future__ import annotations


def test_a_son_is_not_his_father(told):
    found = told("Adam Tate Jr. accused his father, Adam Tate Sr., of fraud. Tate Sr. denied it, and Tate Jr. left.")
    assert found.surfaces("Adam Tate Jr")[0] == "Adam Tate Jr"
    assert "Tate Sr" in found.surfaces("Adam Tate Sr")


def test_a_name_without_its_suffix_is_the_same_person(told):
    found = told("Adam Tate Jr. met Merkel. Adam Tate praised her, and Tate left.")
    assert found.surfaces("Adam Tate Jr") == ["Adam Tate Jr", "Adam Tate", "Tate"]
