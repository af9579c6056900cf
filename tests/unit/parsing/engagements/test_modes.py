"""In what way an act is done: one of the modes of its type, by its wording and by what stands around it."""

from __future__ import annotations

import csv

from marked import marked

from pipelines.parsing.engagements.modes import choose_mode, mode_cues
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.linear import ChoiceModel, mode_models
from pipelines.parsing.reference import FOLDER, Reference, load_reference


def act(text: str, kind: str) -> Told:
    return next(t for t in marked(text).told() if t.candidate.match.trigger.engagement_type == kind)


def small(*rows: tuple[str, str, str]) -> dict[str, ChoiceModel]:
    table = tuple({"answer": answer, "cue": cue, "weight": weight} for answer, cue, weight in rows)
    return mode_models(Reference(tables={"mode_weights": table}))


def test_the_words_around_outweigh_the_wording() -> None:
    models = small(
        ("CONSULT:meeting", "own=meeting", "1"),
        ("CONSULT:phone", "CONSULT~~videolink", "2"),
        ("COERCE:arrest", "CONSULT~~videolink", "9"),
    )
    assert choose_mode(act("[Ada] met [Bo] in secret.", "CONSULT"), models) == "meeting"
    assert choose_mode(act("[Ada] met [Bo] by videolink.", "CONSULT"), models) == "phone"


def test_it_may_be_of_no_mode() -> None:
    models = small(("CONSULT:meeting", "own=meeting", "1"), ("CONSULT:none", "CONSULT~~secret", "2"))
    assert choose_mode(act("[Ada] met [Bo] in secret.", "CONSULT"), models) is None


def test_a_mode_that_no_annotation_teaches_stands_by_its_wording() -> None:
    untaught = small(("CONSULT:visit", "bias", "3"), ("CONSULT:phone", "bias", "1"))
    other_type = small(("AGREE:pledge", "bias", "1"))
    met = act("[Ada] met [Bo] in secret.", "CONSULT")
    assert [choose_mode(met, models) for models in (untaught, other_type)] == ["meeting", "meeting"]


def test_no_word_around_it_makes_torture_another_mode() -> None:
    models = small(
        ("ASSAULT:aerial", "ASSAULT~~jet", "9"), ("ASSAULT:torture", "bias", "1"), ("ASSAULT:beat", "bias", "1")
    )
    assert choose_mode(act("[Ada] tortured [Bo] beside a jet.", "ASSAULT"), models) == "torture"
    assert choose_mode(act("[Ada] bombed [Bo] beside a jet.", "ASSAULT"), models) == "aerial"


def test_aid_without_a_weapon_is_not_military() -> None:
    models = small(("AID:military", "bias", "2"), ("AID:economic", "bias", "1"), ("AID:none", "bias", "0"))
    modes = [
        choose_mode(act(text, "AID"), models)
        for text in ("[Ada] helped [Bo] win.", "[Ada] helped [Bo] with missiles.", "[Ada] armed [group:rebels].")
    ]
    assert modes == ["economic", "military", "military"]


def test_without_a_table_the_mode_is_that_of_the_wording() -> None:
    assert mode_models(Reference(tables={"mode_weights": ()})) == {}
    assert choose_mode(act("[Ada] met [Bo] in secret.", "CONSULT"), {}) == "meeting"


def test_the_mode_hears_the_act_beside_it() -> None:
    refusal, strike = marked("[Ada] refused to openly bomb [state:Chad].").told()
    assert "after=ASSAULT:aerial" in mode_cues(refusal)
    assert "before=REJECT:none" in mode_cues(strike)
    assert {"own=aerial", "on=bomb", "ASSAULT~~openly", "prev=REJECT:ASSAULT"} <= mode_cues(strike)


def test_only_modes_of_a_type_are_weighed() -> None:
    with (FOLDER / "engagement_types.csv").open(encoding="utf-8", newline="") as file:
        listed = {(row["engagement_type"], row["mode"] or "none") for row in csv.DictReader(file)}
    answers = {(kind, mode) for kind, m in load_reference().compiled(mode_models).items() for mode in m.answers}
    assert answers <= listed
