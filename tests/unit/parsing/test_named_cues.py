"""Cues told by facts and words weigh what the same cues weigh by their names."""

from __future__ import annotations

import pytest

from pipelines.parsing.linear import ChoiceModel, LinearModel
from pipelines.parsing.named_cues import Cues

WEIGHTS = {"bias": -1.0, "kind=RAID": 0.5, "kind=RAID:late": -0.25, "w=tank": 0.75, "w=": 9.0, "passive": -2.0}


def kind_cues(kind: str, late: bool) -> list[str]:
    return [f"kind={kind}", *([f"kind={kind}:late"] if late else []), f"kind={kind}"]


def case() -> Cues:
    return Cues(["passive", "unknown"], [(kind_cues, "RAID", True)], [("w=", {"tank", "boat"})])


def test_the_names_are_those_of_facts_and_words_each_once() -> None:
    assert case() == {"passive", "unknown", "kind=RAID", "kind=RAID:late", "w=tank", "w=boat"}
    assert {"w=boat"} <= case()
    assert len(case()) == 6
    assert "w=" not in case()


def test_weights_are_the_same_by_name_and_by_fact() -> None:
    model = LinearModel(WEIGHTS)
    assert [model.probability(case()) for _ in range(2)] == [model.probability(set(case()))] * 2


def test_of_several_answers_each_has_its_own_weights() -> None:
    other = {"bias": 0.25, "w=boat": -3.0, "passive": 1.0}
    model = ChoiceModel({"no": WEIGHTS, "yes": other, "none": {}})
    assert model.probabilities(case()) == model.probabilities(set(case()))
    alone = LinearModel({cue: other.get(cue, 0.0) for cue in other})
    pair = ChoiceModel({"yes": other, "none": {}})
    assert pair.probabilities(case())["yes"] == pytest.approx(alone.probability(case()))
    assert model.likeliest(["w=tank", "w=boat"])[0] == "none"


def test_some_of_the_cues_are_taken_by_who_names_them() -> None:
    assert case().told_by((kind_cues,)) == {"kind=RAID", "kind=RAID:late"}
    assert case().told_by((), ("w=",)) == {"w=tank", "w=boat"}
