"""The command on a small made-up warehouse: what is printed, which exit code, errors in one line."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from pipelines.building.errors import BuildError
from pipelines.building.summary import BuildSummary
from pipelines.cli import COMMANDS, app
from pipelines.commands.build import plain_lines
from pipelines.settings import Settings

TEXT = "Envoy leaves\n\nThe envoy said on Monday that the council had met the governor. He would not say why."
SENTENCE = "The envoy said on Monday that the council had met the governor."
MET = TEXT.index("met")
SCHEMA = f"""
create schema marts;
create table marts.dim_article as select 'art' as article_id, 'Envoy leaves' as title, $$ {TEXT}$$[2:] as clean_text,
    'https://x.example/1' as source_uri, 'The Hill' as source_name, 'the_hill' as source_key,
    date '2019-11-28' as published_earliest, date '2019-11-28' as published_latest;
create table marts.dim_actor as select * from (values
    ('c', 'Northern Council'), ('g', 'Governor'), ('e', 'Envoy')) as t(actor_key, canonical_name);
create table marts.dim_place as select 'p' as place_key, 'Port City' as place_name;
create table marts.fct_engagement as select 'eng1' as engagement_key, 'CONSULT' as engagement_type, 'meeting' as mode,
    'occurred' as status, null::date as started_earliest, date '2019-11-28' as started_latest, 'p' as place_key,
    null as country_iso3, 1 as mention_count, 1 as article_count, 1 as source_count, 0.9 as confidence,
    ['MILITARY'] as topic;
create table marts.bridge_engagement_actor as select * from (values
    ('eng1', 'c', 'guest'), ('eng1', 'g', 'host')) as t(engagement_key, actor_key, participant_role);
create table marts.fct_engagement_mention as select 'eng1' as engagement_key, 'art' as article_id,
    {MET - 16} as char_start, {MET + 16} as char_end, {MET} as trigger_start, 'met' as trigger_text,
    'occurred' as status, 'e' as attributed_to_actor_key, 'verb.meet' as rule_id, 'communique' as extractor,
    '1' as extractor_version, 0.875 as confidence;
create table marts.rejected_article as select * from (values
    ('a.txt', 'empty', 'no text', timestamptz '2020-01-01 00:00:00+00'),
    ('b.txt', 'too_short', 'two words', timestamptz '2020-01-02 00:00:00+00'))
    as t(source_uri, reason_code, detail, rejected_at);
create table marts.quarantined_claim as select 'c.txt' as source_uri, 'coder_failed' as reason_code,
    'timed out' as detail, timestamptz '2020-01-03 00:00:00+00' as rejected_at;
"""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made_up")
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute(SCHEMA)
    return folder


def _run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def _fails(result: Result, exit_code: int, *said: str) -> None:
    assert result.exit_code == exit_code
    assert result.stderr.count("\n") == 1, result.stderr
    assert [part for part in ("communique: ", *said) if part not in result.stderr] == []


# --- sql -------------------------------------------------------------------------------------------------------------


def test_a_query_gives_a_table(warehouse: Path) -> None:
    result = _run("sql", "select actor_key, 7 as n, null as x from dim_actor order by 1", "--warehouse", warehouse)
    assert result.stdout.splitlines() == [
        "actor_key  n  x",
        "---------  -  -",
        "c          7",
        "e          7",
        "g          7",
        "(3 rows)",
    ]
    assert result.exit_code == 0


def test_a_table_cuts_long_cells_and_csv_does_not(warehouse: Path) -> None:
    query = ("sql", "select repeat('x', 200) as x", "--warehouse", warehouse)
    assert "x" * 200 not in _run(*query).stdout
    assert "x" * 200 in _run(*query, "--format", "csv").stdout


@pytest.mark.parametrize("query", ["select engagement_key, topic, mode from fct_engagement", "select 1 where false"])
def test_json_is_an_array_of_objects(warehouse: Path, query: str) -> None:
    rows = json.loads(_run("sql", query, "--format", "json", "--warehouse", warehouse).stdout)
    assert rows in ([], [{"engagement_key": "eng1", "topic": ["MILITARY"], "mode": "meeting"}])
    assert bool(rows) == ("engagement" in query)


def test_csv_quotes_what_must_be_quoted(warehouse: Path) -> None:
    result = _run("sql", "select 'a,\"b' as x, [1, 2] as y, null as z", "--format", "csv", "--warehouse", warehouse)
    assert list(csv.reader(io.StringIO(result.stdout))) == [["x", "y", "z"], ['a,"b', "[1, 2]", ""]]


def test_a_query_from_the_input(warehouse: Path) -> None:
    assert "42" in _run("sql", "-", "--warehouse", warehouse, stdin="select 40 + 2").stdout


@pytest.mark.parametrize(
    "statement",
    [
        "delete from dim_actor",
        "create table marts.t as select 1",
        "copy (select 1) to '{folder}/out.csv'",
        "select * from read_text('{folder}/warehouse.duckdb')",
        "attach '{folder}/other.duckdb'",
    ],
)
def test_nothing_can_be_changed(warehouse: Path, statement: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in warehouse.iterdir()}
    _fails(_run("sql", statement.format(folder=warehouse), "--warehouse", warehouse), 1)
    assert {path: path.stat().st_mtime_ns for path in warehouse.iterdir()} == before


def test_a_wrong_query_is_said_in_one_line(warehouse: Path) -> None:
    _fails(_run("sql", "select * from dim_acter", "--warehouse", warehouse), 1, "dim_acter")


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path: Path) -> None:
    _fails(_run("sql", "select 1", "--warehouse", tmp_path), 1, "communique build")


# --- why and rejected ------------------------------------------------------------------------------------------------


def test_why_shows_the_claim_and_its_sentence(warehouse: Path) -> None:
    shown = _run("why", "eng1", "--warehouse", warehouse).stdout
    for part in (
        "CONSULT/meeting, occurred",
        "Governor (host), Northern Council (guest)",
        "... to 2019-11-28",
        "Port City",
        "The Hill, 2019-11-28: Envoy leaves",
        SENTENCE.replace("met", "»met«"),
        "says: Envoy",
        "rule: verb.meet",
        f"characters {MET - 16}-{MET + 16}",
    ):
        assert part in shown
    assert "He would not say why" not in shown


def test_why_of_an_unknown_key_says_where_keys_are(warehouse: Path) -> None:
    _fails(_run("why", "eng2", "--warehouse", warehouse), 1, "'eng2'", "select engagement_key")


@pytest.mark.parametrize(("options", "names"), [((), ["c.txt", "b.txt", "a.txt"]), (("--reason", "empty"), ["a.txt"])])
def test_rejected_lists_reasons(warehouse: Path, options: Sequence[str], names: list[str]) -> None:
    result = _run("rejected", "--format", "json", "--warehouse", warehouse, *options)
    assert [row["source_uri"] for row in json.loads(result.stdout)] == names


def test_an_unknown_reason_is_a_wrong_call(warehouse: Path) -> None:
    _fails(_run("rejected", "--reason", "ugly", "--warehouse", warehouse), 2, "too_short")


# --- build -----------------------------------------------------------------------------------------------------------


def _summary(settings: Settings, changed: bool = True) -> BuildSummary:
    tables = {"quarantined_claim": 3}
    return BuildSummary(1_234, 4, 1_200, 20, 10, 0, 5_000, 77, 88, tables, settings.warehouse_path, 1.25, changed)


def test_build_reads_what_is_given_and_sums_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def run_build(paths: Sequence[Path], settings: Settings, progress: Any) -> BuildSummary:
        seen.update(paths=list(paths), settings=settings)
        progress("reading", 0, 0)
        progress("coding", 5, 5)
        return _summary(settings)

    monkeypatch.setattr("pipelines.jobs.run_build", run_build)
    (tmp_path / "a.txt").write_text("x")
    result = _run("build", tmp_path / "a.txt", str(tmp_path / "*.txt"), "--warehouse", tmp_path / "w")
    assert result.exit_code == 0
    assert seen["paths"] == [tmp_path / "a.txt", tmp_path / "*.txt"]
    assert seen["settings"].warehouse_dir == tmp_path / "w"
    assert result.stderr.splitlines() == ["reading", "coding: 5 of 5"]
    for line in (
        "articles read       1,234",
        "accepted          1,200",
        "duplicate            20",
        "engagements            88",
        "put aside               3  of what the coder said",
    ):
        assert line in result.stdout
    assert str(tmp_path / "w" / "warehouse.duckdb") in result.stdout


def test_build_of_a_path_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    _fails(_run("build", tmp_path / "none", "--warehouse", tmp_path / "w"), 2, "none")
    assert not (tmp_path / "w").exists()


def test_a_build_that_fails_says_so_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_build(*_: Any) -> BuildSummary:
        raise BuildError("two articles share a key; report it")

    monkeypatch.setattr("pipelines.jobs.run_build", run_build)
    _fails(_run("build", "--warehouse", tmp_path), 1, "two articles share a key")


def test_plain_progress_is_sparing_with_lines() -> None:
    lines: list[str] = []
    progress = plain_lines(lines.append, iter([0.0, 1.0, 2.0, 7.0, 7.5, 8.0]).__next__)
    for done in (0, 10, 20, 30, 40, 50):
        progress("coding", done, 50)
    assert lines == ["coding: 0 of 50", "coding: 30 of 50", "coding: 50 of 50"]


# --- the command as a whole ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_everywhere(command: list[str]) -> None:
    result = _run(*command, "--help")
    assert (result.exit_code, "Usage: " in result.stdout) == (0, True)


def test_no_argument_is_a_call_for_help() -> None:
    assert _run().stdout == _run("--help").stdout


@pytest.mark.parametrize(
    "arguments", [["frob"], ["sql"], ["sql", "select 1", "--format", "xml"], ["why", "k", "--frob"]]
)
def test_wrong_calls_exit_with_two(arguments: list[str]) -> None:
    _fails(_run(*arguments), 2, "--help")


def test_a_wrong_option_in_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_WORKERS", "many")
    _fails(_run("sql", "select 1"), 2, "COMMUNIQUE_WORKERS")


def test_what_nobody_foresaw_is_one_line_too(monkeypatch: pytest.MonkeyPatch, warehouse: Path) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("lost\nand found")

    monkeypatch.setattr("pipelines.commands.sql.print_rows", broken)
    _fails(_run("sql", "select 1", "--warehouse", warehouse), 1, "RuntimeError: lost and found", "COMMUNIQUE_DEBUG")


def test_help_imports_nothing_heavy() -> None:
    heavy = {"dagster", "dbt", "duckdb", "polars", "pydantic"}
    code = f"import sys, pipelines.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_reader_that_goes_away_is_no_error(warehouse: Path) -> None:
    command = (
        f"{sys.executable} -m pipelines.cli sql 'select * from range(200000)' --format csv --warehouse {warehouse}"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -n 1"], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("range\n", "", 0)
