"""The whole of linking over staged tables: every row linked, in one order, the same in any history."""

from __future__ import annotations

from pathlib import Path

import gold_claims
import pytest
import staged_tables as staged

from pipelines.linking import link_all
from pipelines.linking.tables import read
from pipelines.parsing.places import resolve_place
from pipelines.schemas import polars_schema

LINKS = ("actor_link", "actor_redirect", "claim_link", "story_link", "place")


def world(folder: Path, articles: range) -> None:
    """Stage made-up articles, one batch each: namesakes, a shared text, an engagement told over and over."""
    for n in articles:
        ref, batch = staged.article_id(f"article {n}"), f"b{n:03d}"
        country = (None, "LBY", "LBY", "USA")[n % 4] if n > 20 else (None, "LBY")[n % 2]
        people = [("Jane Doe", country), (f"John Roe {'ABC'[n % 3]}", "USA"), ("Ahmed Mohamed", None)]
        staged.write(
            folder, "article", [staged.article(f"article {n}", f"2024-03-{1 + n % 28:02d}", f"{'word ' * n}end")], batch
        )
        staged.write(folder, "article_actor", [
            {"article_id": ref, "actor_id": i, "name": name, "actor_kind": "person", "country_iso3": c}
            for i, (name, c) in enumerate(people)
        ], batch)  # fmt: skip
        staged.write(folder, "engagement_claim", [
            {"article_id": ref, "claim_id": i, "engagement_type": "CONSULT", "status": "occurred", "trigger_start": i}
            for i in range(2)
        ], batch)  # fmt: skip
        staged.write(folder, "claim_participant", [
            {"article_id": ref, "claim_id": i, "actor_id": a, "participant_role": "participant"}
            for i in range(2) for a in (i, i + 1)
        ], batch)  # fmt: skip


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    (tmp_path / "reference").mkdir()
    return tmp_path / "reference"


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the link tables, but for the run that first published a redirect."""
    return {
        table: [row[:2] if table == "actor_redirect" else row for row in read(folder, table).rows()] for table in LINKS
    }


def test_nothing_staged_gives_empty_tables(tmp_path: Path, reference: Path) -> None:
    link_all(tmp_path / "staging", reference, "run-1")
    for table in LINKS:
        assert read(tmp_path / "staging", table).is_empty()
        assert [file.name for file in (tmp_path / "staging" / table).iterdir()] == [f"{table}.parquet"]


def test_every_row_is_linked_once_in_the_order_of_its_key(tmp_path: Path, reference: Path) -> None:
    world(tmp_path, range(30))
    link_all(tmp_path, reference, "run-1")
    for source, table, key in (
        ("article_actor", "actor_link", "actor_id"),
        ("engagement_claim", "claim_link", "claim_id"),
    ):
        rows = read(tmp_path, table).select("article_id", key).rows()
        assert rows == sorted(read(tmp_path, source, ["article_id", key]).rows())
        assert dict(read(tmp_path, table).schema) == polars_schema(table)


def test_an_incremental_history_and_a_full_rebuild_give_the_same_tables(tmp_path: Path, reference: Path) -> None:
    step, whole = tmp_path / "step", tmp_path / "whole"
    for run, part in enumerate((range(7, 12), range(20, 40), range(7), range(12, 20))):
        world(step, part)
        link_all(step, reference, f"run-{run}")
    world(whole, range(40))
    link_all(whole, reference, "rebuild")
    assert contents(step) == contents(whole)
    assert contents(whole)["actor_link"]


def test_running_again_changes_no_byte(tmp_path: Path, reference: Path) -> None:
    world(tmp_path, range(25))
    link_all(tmp_path, reference, "run-1")
    first = {table: (tmp_path / table / f"{table}.parquet").read_bytes() for table in LINKS}
    link_all(tmp_path, reference, "run-2")
    assert first == {table: (tmp_path / table / f"{table}.parquet").read_bytes() for table in LINKS}


def test_places_of_claims_come_from_the_gazetteer(tmp_path: Path, reference: Path) -> None:
    claim = {
        "article_id": staged.article_id("a"),
        "claim_id": 0,
        "place_key": resolve_place("Paris", ["FRA"]).place_key,
    }
    staged.write(tmp_path, "article", [staged.article("a")])
    staged.write(tmp_path, "engagement_claim", [claim, {**claim, "claim_id": 1}])
    link_all(tmp_path, reference, "run-1")
    assert read(tmp_path, "place")["place_name"].to_list() == ["Paris"]


@pytest.mark.skipif(not gold_claims.GOLD.is_dir(), reason="the annotated articles are not here")
def test_annotated_articles_link_the_same_in_either_order(tmp_path: Path) -> None:
    annotations = gold_claims.load("wire.json")
    for name, order in (("there", 1), ("back", -1)):
        gold_claims.stage(tmp_path / name, annotations, order)
    assert gold_claims.link(tmp_path / "there") == gold_claims.link(tmp_path / "back")
