"""The dbt tests hold: they pass on an empty warehouse and each one fails when what it guards is broken."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Builder, Built
from dbt_rows import Row, Rows, bounds, staged_rows

from pipelines.schema_docs import YAML_PATH, render
from pipelines.schemas import REJECTION_REASONS, TABLES

ASIDE = ("coder_failed", "quote_not_found")
ONLY_RUN = ("run",)
ALL_TESTS = ("test", "--exclude", "test_type:unit")


def broken_rows() -> Rows:
    """Return the made-up world with one fault for each dbt test that ``BROKEN`` names."""
    rows = staged_rows()

    def change(table: str, nth: int, **values: object) -> None:
        rows[table][nth] = rows[table][nth] | values

    change("engagement_claim", 0, char_start=2, confidence=1.5, place_key="nowhere")
    change("engagement_claim", 4, mode="duel", status="rumoured")
    change("engagement_claim", 1, **bounds("started", date(2024, 3, 9), date(2024, 3, 8), "range"))
    change("engagement_claim", 5, started_precision="day", **{"started_earliest": date(2024, 3, 1)})
    change("actor_mention", 0, surface_text="Vella", confidence=-0.1)
    change("story_link", 1, is_story_lead=True)
    change("article", 0, published_precision="hour", source_key="ghost", **{"published_latest": date(2024, 3, 1)})
    change("article_actor", 8, sector="ZZZ", actor_kind="ghost")
    change("claim_participant", 3, participant_role="witness")
    change("place", 0, place_kind="planet")
    change("rejection", 0, reason_code="boredom")
    rows["article"].append(rows["article"][0])
    rows["article_source"] += [{"article_id": name, "source_key": "ghost"} for name in ("lost", "lost too")]
    rows["place"].append(rows["place"][0])
    rows["actor_link"] = rows["actor_link"][:-1]
    rows["meta_run"].append(rows["meta_run"][0])
    rows["actor_redirect"].append(rows["actor_redirect"][0])
    rows["claim_link"].append(rows["claim_link"][0])
    return rows


BROKEN = [
    "evidence_is_its_slice", "surface_is_its_slice", "articles_add_up", "one_lead_per_story",
    "nothing_is_lost_in_linking", "dates_are_as_known", "dim_article_key", "dim_article_values", "dim_article_bounds",
    "article_source_refers", "rejected_article_values", "dim_actor_refers", "dim_actor_values",
    "fct_actor_mention_confidence", "fct_engagement_values", "fct_engagement_mention_values",
    "fct_engagement_mention_refers", "fct_engagement_mode", "fct_engagement_mention_mode",
    "fct_engagement_mention_bounds", "fct_engagement_mention_confidence", "staged_rows_have_keys",
    "bridge_engagement_actor_values", "dim_place_key", "dim_place_values", "meta_run_key", "actor_redirect_key",
]  # fmt: skip


@pytest.fixture(scope="module")
def broken(build: Builder) -> Built:
    return build("broken", broken_rows(), ONLY_RUN, ALL_TESTS)


@pytest.mark.parametrize("test", BROKEN)
def test_fault_is_found(broken: Built, test: str) -> None:
    assert broken.results[test] == "fail"


@pytest.fixture(scope="module")
def empty(build: Builder) -> Built:
    return build("empty", {}, ("build",))


def test_empty_tables_build_and_every_unit_test_passes(empty: Built) -> None:
    assert set(empty.results.values()) <= {"success", "pass"}
    assert len([name for name in empty.results if empty.results[name] == "pass"]) > 26


def test_empty_warehouse_has_no_days_and_all_types(empty: Built) -> None:
    assert empty.query("select count(*) from marts.dim_date") == [(0,)]
    assert empty.query("select count(distinct engagement_type) from marts.dim_engagement_type") == [(16,)]


def test_same_rows_in_any_order_give_the_same_marts(build: Builder, world: Built) -> None:
    turned: Rows = {table: list[Row](reversed(rows)) for table, rows in staged_rows().items()}
    again = build("turned", turned, ONLY_RUN)
    tables = [name for (name,) in world.query("select table_name from duckdb_tables() where schema_name = 'marts'")]
    for table in tables:
        sql = f"select * from marts.{table} order by all"
        assert again.query(sql) == world.query(sql), table


def test_staging_yaml_is_what_the_registry_says() -> None:
    assert YAML_PATH.read_text(encoding="utf-8") == render(), "run `python -m pipelines.schema_docs`"


@pytest.mark.parametrize("table", TABLES)
def test_staging_models_take_every_column(world: Built, table: str) -> None:
    columns = f"from duckdb_columns() where table_name = 'stg_{table}' order by column_index"
    found = world.query(f"select column_name {columns}")
    assert [name for (name,) in found] == [column.name for column in TABLES[table].columns]


def test_rejection_reasons_are_the_closed_list() -> None:
    """What is said of an article that was accepted is no rejection of it."""
    text = (YAML_PATH.parent.parent / "marts" / "_articles.yml").read_text(encoding="utf-8")
    assert [reason for reason in REJECTION_REASONS if f" {reason}\n" not in text and reason not in ASIDE] == []
