from __future__ import annotations

import os
import time

import dagster as dg
import pytest

from pipelines.building import dbt
from pipelines.building.audits import AUDITS, CONTRACT_TABLES
from pipelines.definitions import build_defs
from pipelines.jobs import JOB, landing_config
from pipelines.schemas import TABLES
from pipelines.sensors import SETTLED_SECONDS, inbox_sensor, inbox_state
from pipelines.settings import get_settings


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return get_settings(warehouse_dir=tmp_path_factory.mktemp("defs"))


@pytest.fixture(scope="module")
def definitions(own):
    return build_defs(overrides={"settings": own})


@pytest.fixture(scope="module")
def graph(definitions):
    return definitions.resolve_asset_graph()


def test_the_definitions_are_sound(definitions):
    dg.Definitions.validate_loadable(definitions)


def test_the_graph_leads_from_the_articles_to_the_warehouse(graph):
    reached, edge = set(), {dg.AssetKey(["news", "articles"])}
    while edge:
        reached |= edge
        edge = {child for key in edge for child in graph.get(key).child_keys} - reached
    assert dg.AssetKey(["warehouse"]) in reached
    assert {dg.AssetKey(["marts", name]) for name in CONTRACT_TABLES if name not in _CODE_LISTS} <= reached


def test_each_staged_table_and_each_model_is_an_asset(graph, own):
    manifest = dbt.manifest(own)
    models = [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]
    keys = graph.get_all_asset_keys()
    assert {dg.AssetKey(["staging", name]) for name in TABLES} <= keys
    assert {dg.AssetKey([node["schema"], node["name"]]) for node in models} <= keys


def test_each_asset_says_what_it_is_and_whose(graph):
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        told = (node.description, node.owners, node.kinds, node.group_name != "default")
        assert all(told), f"{key.to_user_string()} lacks a description, an owner, a kind or a group: {told}"


def test_each_dbt_test_and_each_audit_is_a_check(graph, own):
    tests = [node["name"] for node in dbt.manifest(own)["nodes"].values() if node["resource_type"] == "test"]
    names = {key.name for key in graph.asset_check_keys}
    assert set(tests) <= names
    assert {audit.name for audit in AUDITS} <= names


def test_audits_block(graph):
    audits = {audit.name for audit in AUDITS}
    assert all(graph.get(key).blocking for key in graph.asset_check_keys if key.name in audits)


def test_the_job_runs_everything_in_one_process(definitions, graph):
    job = definitions.resolve_job_def(JOB)
    assert job.executor_def.name == "in_process"
    assert set(job.asset_layer.executable_asset_keys) == set(graph.executable_asset_keys)


def test_a_resource_can_be_swapped(own):
    swapped = build_defs(overrides={"settings": own, "run": "another"})
    assert swapped.resources is not None
    assert swapped.resources["run"] == "another"


def test_the_schedule_reads_the_inbox_daily(definitions, own):
    schedule = definitions.resolve_schedule_def("daily")
    assert schedule.cron_schedule == "0 5 * * *"
    context = dg.build_schedule_context(scheduled_execution_time=None)
    (request,) = schedule.evaluate_tick(context).run_requests
    assert request.run_config == landing_config([own.inbox_dir])


def test_the_sensor_asks_for_a_run_when_the_inbox_has_changed_and_rests(own):
    inbox = own.inbox_dir
    inbox.mkdir(parents=True)
    sensor = inbox_sensor(own)
    context = dg.build_sensor_context()
    assert isinstance(sensor(context), dg.SkipReason)
    _put(inbox / "a.txt", age=60)
    result = sensor(context)
    assert isinstance(result, dg.SensorResult)
    (request,) = result.run_requests
    assert request.run_config == landing_config([inbox])
    assert isinstance(sensor(dg.build_sensor_context(cursor=result.cursor)), dg.SkipReason)
    _put(inbox / "b.txt", age=60)
    assert isinstance(sensor(dg.build_sensor_context(cursor=result.cursor)), dg.SensorResult)


def test_a_file_still_being_written_is_waited_for(tmp_path):
    _put(tmp_path / "a.txt", age=SETTLED_SECONDS / 2)
    assert inbox_state(tmp_path, time.time()) is None
    assert inbox_state(tmp_path, time.time() + SETTLED_SECONDS) is not None


def _put(path, age: float) -> None:
    path.write_text("Some text.", encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))


# What no article can change: PLOVER's types.
_CODE_LISTS = {"dim_engagement_type"}
