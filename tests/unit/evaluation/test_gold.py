from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.evaluation.gold import (
    GoldError,
    gold_article,
    gold_set,
    is_sealed,
    load_annotations,
    quote_check,
    resolved,
)


def engagement(key: str, **told: Any) -> dict[str, Any]:
    blank = {
        "type": "CONSULT",
        "mode": "meeting",
        "status": "occurred",
        "participants": [],
        "date": None,
        "country": None,
    }
    return {"id": key, "evidence": f"quote {key}", **blank, **told}


def annotation(*engagements: dict[str, Any]) -> dict[str, Any]:
    return {"article": "a.txt", "actors": [], "engagements": list(engagements)}


def test_a_retelling_adds_its_quote_mode_and_type_to_the_first_telling() -> None:
    told = annotation(
        engagement("e1"),
        engagement("e2", same_as="e1", mode="visit", status="planned", alt_types=["AGREE"]),
        engagement("e3", type="AID"),
    )
    first, other = gold_article(told).engagements
    assert first.quotes == ("quote e1", "quote e2")
    assert (first.modes, first.types, first.status) == ({"meeting", "visit"}, {"CONSULT", "AGREE"}, "occurred")
    assert (other.engagement_id, other.quotes) == ("e3", ("quote e3",))


def test_a_retelling_of_nothing_stands_for_itself() -> None:
    told = gold_article(annotation(engagement("e1", same_as="e9"), engagement("e2", same_as="e1")))
    assert [e.quotes for e in told.engagements] == [("quote e1", "quote e2")]
    assert told.due == 0  # as the referee counts an article that is missing


def test_due_where_the_article_is_missing_leaves_out_retellings_and_optional_ones() -> None:
    told = annotation(
        engagement("e1"), engagement("e2", same_as="e1"), engagement("e3", optional=True), engagement("e4")
    )
    assert gold_article(told).due == 2


def test_offsets_become_quotes_where_the_text_is_the_annotated_one() -> None:
    text = "They met in Bern."
    told = annotation(engagement("e1", evidence=[5, 8, quote_check("met")]))
    assert resolved(told, text)["engagements"][0]["evidence"] == "met"
    with pytest.raises(ValueError, match="changed"):
        resolved(told, "They MET in Bern.")
    with pytest.raises(ValueError, match="--articles"):
        resolved(told, None)


@pytest.mark.parametrize("name", ["unread.json", "Unread.JSON", "unread.v2.json"])
def test_a_set_kept_unread_is_sealed(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("[]")
    other = tmp_path / "harmless.json"
    other.symlink_to(path)
    assert is_sealed(path)
    assert is_sealed(other)
    assert not is_sealed(tmp_path / "dev.json")


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", '[{"article": "a"}]'])
def test_what_is_no_list_of_annotations_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(text)
    with pytest.raises(GoldError, match=r"gold\.json"):
        load_annotations(path)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    broken = annotation({"id": "e1", "type": "AID", "evidence": "x"})
    path.write_text(json.dumps([broken]))
    with pytest.raises(GoldError, match="status is missing"):
        gold_set(path, load_annotations(path), lambda _: None)
