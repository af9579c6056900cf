"""The dbt project keeps to the house's rules: described, under contract, unit-tested, layers in order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import PROJECT, Built

Node = dict[str, Any]


@pytest.fixture(scope="module")
def manifest(world: Built) -> Node:
    target = world.work_file.parent.parent / "dbt_target"
    found: Node = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def models(manifest: Node) -> dict[str, Node]:
    return {node["name"]: node for node in manifest["nodes"].values() if node["resource_type"] == "model"}


def columns_in_file(world: Built) -> dict[str, set[str]]:
    """Return the columns that each table and view of the work file has."""
    found: dict[str, set[str]] = {}
    for table, column in world.query("select table_name, column_name from duckdb_columns() where not internal"):
        found.setdefault(table, set()).add(column)
    return found


def test_everything_is_described(world: Built, models: dict[str, Node]) -> None:
    present = columns_in_file(world)
    assert [name for name, node in models.items() if not node["description"].strip()] == []
    for name, node in models.items():
        described = {column for column, facts in node["columns"].items() if facts["description"].strip()}
        assert described == present[name], name


def test_every_mart_is_under_contract_in_its_schema(models: dict[str, Node]) -> None:
    marts = {name: node for name, node in models.items() if node["fqn"][1] == "marts"}
    assert len(marts) == 19
    assert {(node["config"]["contract"]["enforced"], node["schema"]) for node in marts.values()} == {(True, "marts")}


def test_every_dimension_fact_and_bridge_has_a_unit_test(manifest: Node, models: dict[str, Node]) -> None:
    tested = {test["model"] for test in manifest["unit_tests"].values()}
    assert [name for name in models if name.startswith(("dim_", "fct_", "bridge_")) and name not in tested] == []


def test_layers_run_one_way(models: dict[str, Node]) -> None:
    rank = {"staging": 0, "intermediate": 1, "marts": 2}
    for name, node in models.items():
        for parent in node["depends_on"]["nodes"]:
            if parent.startswith("source."):
                assert name.startswith("stg_"), f"{name} reads {parent}"
            else:
                assert rank[models[parent.split(".")[-1]]["fqn"][1]] <= rank[node["fqn"][1]], f"{name} reads {parent}"


def test_no_view_names_the_work_file(world: Built) -> None:
    catalog = world.work_file.stem
    views = world.query("select sql from duckdb_views() where not internal")
    assert [sql for (sql,) in views if f'"{catalog}".' in sql or f"{catalog}." in sql.lower().split("read_")[0]] == []


def test_readme_lists_every_mart(models: dict[str, Node]) -> None:
    text = (PROJECT / "models" / "marts" / "README.md").read_text(encoding="utf-8")
    assert [name for name, node in models.items() if node["fqn"][1] == "marts" and f"| `{name}` |" not in text] == []
