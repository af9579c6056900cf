"""The tables of wordings: what every row must keep to, and how they are indexed."""

from __future__ import annotations

from collections import Counter

import pytest
from marked import lexicon

from pipelines.parsing.reference import Reference, load_reference
from pipelines.parsing.words.lexicon import build_lexicon
from pipelines.schemas import ENGAGEMENT_TYPES, PARTICIPANT_ROLES, STATUSES

SLOTS_OF_THE_SENTENCE = {"subj", "obj", "poss", "mod", "speaker", "near"}
GOVERNS = set("say plan propose deny begin see light get did cause charge cancel happen".split())


def rows(table: str) -> tuple[dict[str, str], ...]:
    return load_reference().rows(table)


def test_there_are_at_least_twelve_hundred_trigger_forms() -> None:
    wordings = {(row["trigger"], row["pos"]) for row in rows("triggers")}
    assert len(wordings) >= 1200


@pytest.mark.parametrize("kind", ENGAGEMENT_TYPES)
def test_every_type_has_wordings(kind: str) -> None:
    assert sum(row["engagement_type"] == kind for row in rows("triggers")) >= 10


def test_every_type_and_mode_is_one_of_the_warehouse() -> None:
    known = {(row["engagement_type"], row["mode"]) for row in rows("engagement_types")} | {
        (t, "") for t in ENGAGEMENT_TYPES
    }
    assert {(row["engagement_type"], row["mode"]) for row in rows("triggers")} <= known


def test_every_frame_named_exists_and_is_used() -> None:
    assert {row["frame"] for row in rows("triggers")} == {row["frame"] for row in rows("frames")}


def test_roles_and_slots_of_frames() -> None:
    assert {row["participant_role"] for row in rows("frames")} <= set(PARTICIPANT_ROLES)
    assert all(row["slot"] in SLOTS_OF_THE_SENTENCE or row["slot"].isalpha() for row in rows("frames"))


def test_statuses_and_parts_of_speech() -> None:
    assert {row["status"] for row in rows("triggers")} <= {"", *STATUSES}
    assert {row["pos"] for row in rows("triggers")} == {"v", "n", "m", "e"}


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("triggers", ("trigger", "pos", "engagement_type")),
        ("frames", ("frame", "slot")),
        ("verbs", ("lemma",)),
        ("word_classes", ("word_class", "word")),
        ("idioms", ("idiom", "pos")),
    ],
)
def test_no_row_stands_twice(table: str, key: tuple[str, ...]) -> None:
    counts = Counter(tuple(row[column] for column in key) for row in rows(table))
    assert [k for k, n in counts.items() if n > 1] == []


def test_strengths_are_of_ten_uses() -> None:
    assert {row["strength"] for row in rows("triggers")} <= set("123456789")


@pytest.mark.parametrize("table", ["triggers", "frames", "verbs", "word_classes", "semantic_fields", "idioms"])
def test_cells_are_tidy_and_lower_case_where_words(table: str) -> None:
    cells = [(column, value) for row in rows(table) for column, value in row.items()]
    assert [c for c in cells if c[1] != c[1].strip() or "  " in c[1]] == []
    words = {value for column, value in cells if column in ("trigger", "idiom", "lemma", "past", "participle", "word")}
    assert [w for w in words if w != w.lower()] == []


def test_what_verbs_govern_is_a_closed_list() -> None:
    assert {name for row in rows("verbs") for name in row["governs"].split()} <= GOVERNS


def test_forms_lead_to_their_verbs() -> None:
    forms = lexicon().verb_forms
    assert ("meet", "past") in forms["met"]
    assert ("withdraw", "part") in forms["withdrawn"]
    assert ("cancel", "past") in forms["cancelled"]
    assert ("cancel", "past") in forms["canceled"]
    assert {lemma for lemma, _ in forms["organised"]} == {"organize"}
    assert {lemma for lemma, _ in forms["promised"]} == {"promise"}


def test_a_wording_in_british_spelling_is_one_of_the_verb() -> None:
    rules = {trigger.rule_id for trigger in lexicon().heads["finalised"]}
    assert {"AGREE:v:finalize {deal}", "AGREE:v:finalise _ {deal} with|between|on|to|for|under|over"} <= rules
    assert rules == {trigger.rule_id for trigger in lexicon().heads["finalized"]}


@pytest.mark.parametrize(
    "form", ["met", "meets", "meeting", "attacked", "attacks", "signed", "imposing", "talks", "withdrew"]
)
def test_forms_open_wordings(form: str) -> None:
    assert lexicon().heads[form]


def test_wordings_that_ask_for_most_stand_first() -> None:
    for found in lexicon().heads.values():
        order = [(trigger.size, int(trigger.strength)) for trigger in found]
        assert order == sorted(order, reverse=True)


def made_up(trigger: str, frame: str = "act") -> Reference:
    row = {
        "trigger": trigger,
        "pos": "v",
        "engagement_type": "ASSAULT",
        "mode": "",
        "frame": frame,
        "status": "",
        "strength": "9",
    }
    frames = ({"frame": "act", "slot": "subj", "participant_role": "source"},)
    return Reference(tables={"triggers": (row,), "idioms": (), "frames": frames, "verbs": (), "word_classes": ()})


def test_a_new_wording_is_one_row() -> None:
    made = build_lexicon(made_up("zap"))
    assert set(made.heads) == {"zap", "zaps", "zapped", "zapping"}


@pytest.mark.parametrize(
    ("trigger", "frame", "names"), [("zap", "no_frame", "no_frame"), ("zap {no_class}", "act", "no_class")]
)
def test_a_row_that_names_what_is_not_there_is_refused(trigger: str, frame: str, names: str) -> None:
    with pytest.raises(ValueError, match=names):
        build_lexicon(made_up(trigger, frame))
