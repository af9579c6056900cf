from __future__ import annotations

import json

import duckdb
import polars as pl
import pytest

from pipelines.building.audits import AUDITS, CONTRACT_TABLES, failures
from pipelines.building.errors import BuildError
from pipelines.building.notes import Batch, Outcome
from pipelines.building.places import places
from pipelines.building.publishing import carry_runs, publish
from pipelines.building.versions import Versions

VERSIONS = Versions(code="0.1.0+code", parser="parser", reference="reference", building="building")
RUN = (
    "meta_run (run_id varchar, published_at timestamp, code_version varchar, reference_version varchar, "
    "table_counts json)"
)


@pytest.fixture
def work(settings, ledger):
    """Make a work file as dbt would, with some articles in it, and let the ledger know of as many."""

    def make(articles: int, known: Outcome | None = None) -> None:
        path = places(settings).work_file
        path.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(path)) as connection:
            connection.execute("create schema marts; create schema staging")
            for table in set(CONTRACT_TABLES) - {"meta_run"}:
                connection.execute(f"create table marts.{table} (id integer)")
            connection.execute(f"create table marts.{RUN}")
            connection.execute("create table staging.stg_article_source (id integer)")
            for table in ("marts.dim_article", "staging.stg_article_source"):
                connection.execute(f"insert into {table} select * from range({articles})")
        _note(ledger, known or Outcome(accepted=articles))

    return make


def _note(ledger, outcome: Outcome) -> None:
    from datetime import UTC, datetime

    ledger.forget_version(VERSIONS.coder)
    if not ledger.batches():
        ledger.land(Batch("batch", datetime(2026, 1, 1, tzinfo=UTC)), {b"key": b"file"})
    ledger.stage(VERSIONS.coder, "batch", [], outcome)


def runs(path) -> list[tuple[str, dict[str, int]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        rows = connection.execute("select run_id, table_counts from marts.meta_run order by published_at").fetchall()
    return [(run_id, json.loads(counts)) for run_id, counts in rows]


def test_a_sound_work_file_becomes_the_warehouse_and_a_release(settings, ledger, work):
    work(3)
    done = publish(settings, ledger, VERSIONS, "run-0001-a")
    ((run_id, counts),) = runs(settings.warehouse_path)
    assert (run_id, counts["dim_article"], counts["meta_run"]) == ("run-0001-a", 3, 1)
    assert counts == done.table_counts
    assert runs(done.release) == runs(settings.warehouse_path)
    assert not places(settings).work_file.exists()
    assert sorted(path.name for path in settings.warehouse_dir.iterdir()) == ["releases", "state", "warehouse.duckdb"]


def test_a_work_file_that_fails_an_audit_is_not_published(settings, ledger, work):
    work(3)
    publish(settings, ledger, VERSIONS, "good")
    work(2, known=Outcome(accepted=5))
    with pytest.raises(BuildError, match=r"Nothing published.*articles_are_all_there.*2 articles.*5 accepted"):
        publish(settings, ledger, VERSIONS, "bad")
    assert [run_id for run_id, _ in runs(settings.warehouse_path)] == ["good"]
    assert ledger.release().run_id == "good"


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        ("drop table marts.dim_place", "contract_is_whole"),
        ("insert into marts.dim_article values (99)", "articles_are_all_there"),
        ("delete from staging.stg_article_source where id = 1", "sources_are_all_there"),
        ("insert into marts.rejected_article values (1)", "rejections_are_all_there"),
    ],
)
def test_each_audit_finds_what_it_looks_for(damage, name, settings, ledger, work):
    work(3)
    with duckdb.connect(str(places(settings).work_file)) as connection:
        assert failures(connection, ledger.totals(VERSIONS.coder)) == []
        connection.execute(damage)
        found = failures(connection, ledger.totals(VERSIONS.coder))
    assert [line.split(":")[0] for line in found] == [name]


def test_every_audit_has_a_case_above():
    (mark,) = test_each_audit_finds_what_it_looks_for.pytestmark
    assert {name for _, name in mark.args[1]} == {audit.name for audit in AUDITS}


def test_the_next_work_file_tells_of_the_runs_before(settings, ledger, work):
    work(1)
    publish(settings, ledger, VERSIONS, "first")
    carry_runs(settings)
    (row,) = pl.read_parquet(places(settings).staging / "meta_run" / "*.parquet").rows(named=True)
    assert (row["run_id"], row["code_version"], row["reference_version"]) == ("first", "0.1.0+code", "reference")
    assert json.loads(row["table_counts"])["dim_article"] == 1


def test_without_a_work_file_nothing_is_published(settings, ledger):
    with pytest.raises(BuildError, match="no work file"):
        publish(settings, ledger, VERSIONS, "run")


def test_an_open_reader_keeps_what_it_opened_and_the_next_sees_the_new(settings, ledger, work):
    work(1)
    publish(settings, ledger, VERSIONS, "first")
    descriptor = settings.warehouse_path.open("rb")
    before = settings.warehouse_path.stat().st_ino
    work(2)
    publish(settings, ledger, VERSIONS, "second")
    assert settings.warehouse_path.stat().st_ino != before
    with descriptor:
        assert descriptor.read(16)
    assert runs(settings.warehouse_path)[-1][1]["dim_article"] == 2


def test_a_left_over_wal_is_not_played_into_the_new_warehouse(settings, ledger, work):
    work(1)
    publish(settings, ledger, VERSIONS, "first")
    settings.warehouse_path.with_name("warehouse.duckdb.wal").write_bytes(b"left by somebody")
    work(2)
    publish(settings, ledger, VERSIONS, "second")
    assert runs(settings.warehouse_path)[-1][1]["dim_article"] == 2


def test_only_the_last_releases_are_kept(settings, ledger, work):
    own = settings.model_copy(update={"keep_releases": 2})
    for number in range(4):
        work(number)
        publish(own, ledger, VERSIONS, f"run{number}")
        _age_releases(own)
    assert [runs(path)[-1][0] for path in sorted(own.releases_dir.glob("*.duckdb"))] == ["run2", "run3"]


def _age_releases(settings) -> None:
    """Give earlier releases earlier names: the test is faster than the clock's second."""
    for path in sorted(settings.releases_dir.glob("*.duckdb")):
        path.rename(path.with_name(f"0{path.name}"))
