"""The whole way, with the real coder and the real dbt project, in a temporary warehouse."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from pipelines.building.audits import CONTRACT_TABLES
from pipelines.building.errors import BuildError
from pipelines.building.locking import only_run
from pipelines.building.places import places
from pipelines.building.summary import BuildSummary
from pipelines.jobs import run_build
from pipelines.settings import Settings, get_settings

SAMPLES = get_settings().sample_articles_dir


@dataclass
class History:
    """Two builds over two folders, and a third from the ledger alone."""

    settings: Settings
    first: BuildSummary
    second: BuildSummary
    grown: dict[str, list[tuple]]
    rebuilt: dict[str, list[tuple]]
    steps: list[tuple[str, int, int]]


class Interrupted:
    """A coder during which somebody presses Ctrl-C."""

    name, version = "interrupted", "1"

    def extract(self, article):
        raise KeyboardInterrupt


def marts(path: Path) -> dict[str, list[tuple]]:
    """Read every table of the contract and its neighbours, rows in an order of their own."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'marts'"
        ).fetchall()
        return {name: connection.execute(_whole(name)).fetchall() for (name,) in names if name != "meta_run"}


def _whole(table: str) -> str:
    """Ask for a table but for what names a run rather than the world."""
    columns = "* exclude (since_run)" if table == "actor_redirect" else "*"
    return f'select {columns} from marts."{table}" order by all'


def query(settings: Settings, sql: str) -> list[tuple]:
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def history(tmp_path_factory) -> History:
    root = tmp_path_factory.mktemp("history")
    settings = get_settings(warehouse_dir=root / "warehouse")
    samples = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".jsonl"))
    folders = [root / "one", root / "two"]
    for folder, files in zip(folders, (samples[::2], samples[1::2]), strict=True):
        folder.mkdir()
        for path in files:
            shutil.copy(path, folder)
    shutil.copy(samples[0], folders[1] / "again.txt")
    (folders[1] / "empty.txt").touch()
    steps: list[tuple[str, int, int]] = []
    first = run_build([folders[0]], settings, lambda *step: steps.append(step))
    second = run_build([folders[1]], settings)
    grown = marts(settings.warehouse_path)
    shutil.rmtree(places(settings).staging)
    settings.warehouse_path.unlink()
    run_build([folders[1]], settings)
    return History(settings, first, second, grown, marts(settings.warehouse_path), steps)


def test_the_samples_become_a_warehouse(history):
    assert history.first.changed
    assert history.first.accepted > 10
    assert history.first.engagements > 10
    assert history.first.actors > 10
    assert history.first.warehouse_path == history.settings.warehouse_path


def test_two_folders_add_up(history):
    first, second = history.first, history.second
    assert second.articles == first.accepted + second.accepted
    assert (second.duplicates >= 1, second.rejected >= 1) == (True, True)
    for one in (first, second):
        assert one.articles_read == one.already_known + one.accepted + one.duplicates + one.rejected


def test_every_table_of_the_contract_has_rows(history):
    counts = history.second.table_counts
    assert [name for name in CONTRACT_TABLES if not counts[name]] == []


def test_a_rebuild_from_the_ledger_gives_the_same_rows_as_the_history(history):
    assert history.rebuilt.keys() == history.grown.keys()
    for name in history.grown:
        assert history.rebuilt[name] == history.grown[name], name


def test_progress_names_every_stage_in_order(history):
    stages = list(dict.fromkeys(stage for stage, _, _ in history.steps))
    assert stages == ["reading", "coding", "linking", "building", "publishing"]
    assert all(done <= total for stage, done, total in history.steps if total)


def test_evidence_is_where_it_is_said_to_be(history):
    rows = query(
        history.settings,
        "select m.evidence_text, a.clean_text[m.char_start + 1 : m.char_end] "
        "from marts.fct_engagement_mention m join marts.dim_article a using (article_id)",
    )
    assert rows
    assert all(evidence == found for evidence, found in rows)


@pytest.mark.parametrize(
    ("table", "order"),
    [
        ("fct_engagement", "engagement_key"),
        ("fct_engagement_mention", "article_id, char_start, engagement_key, mention_key"),
        ("fct_actor_mention", "article_id, char_start, char_end, actor_key"),
        ("bridge_engagement_actor", "engagement_key, actor_key"),
    ],
)
def test_rows_are_stored_in_the_order_of_their_keys(history, table, order):
    stored = query(history.settings, f"select {order} from marts.{table}")
    assert stored
    assert stored == sorted(stored)


def test_the_run_has_its_row(history):
    rows = query(history.settings, "select table_counts from marts.meta_run order by published_at")
    assert json.loads(rows[-1][0])["dim_article"] == history.second.articles


def test_nothing_new_is_told_in_a_moment_and_without_dagster(history):
    code = (
        "import sys; from pathlib import Path; from pipelines.jobs import run_build;"
        "from pipelines.settings import get_settings;"
        "done = run_build([Path(sys.argv[2])], get_settings(warehouse_dir=sys.argv[1]));"
        "print(done.changed, done.articles, [m for m in ('dagster', 'dbt', 'polars', 'duckdb') if m in sys.modules])"
    )
    folder = history.settings.warehouse_dir.parent / "two"
    before = history.settings.warehouse_path.stat()
    command = [sys.executable, "-c", code, str(history.settings.warehouse_dir), str(folder)]
    started = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    took = time.monotonic() - started
    assert done.stdout.strip() == f"False {history.second.articles} []"
    assert history.settings.warehouse_path.stat() == before
    assert took < 10, "an idle machine answers within 2 s; this allows for a loaded one"


def test_a_run_that_finds_another_at_work_says_so(history):
    with only_run(history.settings), pytest.raises(BuildError, match="Another run"):
        run_build([SAMPLES / "nothing_here.txt"], history.settings)


def test_a_test_that_fails_keeps_the_published_warehouse_and_says_where(history, tmp_path):
    """A dbt project with one more test, which never passes."""
    project = tmp_path / "dbt_project"
    ignore = shutil.ignore_patterns("target", "logs")
    shutil.copytree(history.settings.dbt_project_dir, project, ignore=ignore)
    test = "select article_id from {{ ref('dim_article') }}"
    (project / "tests" / "never_passes.sql").write_text(test, encoding="utf-8")
    broken = history.settings.model_copy(update={"dbt_project_dir": project})
    before = history.settings.warehouse_path.stat()
    with pytest.raises(BuildError, match=r"Nothing published.*never_passes.*tests/never_passes\.sql"):
        run_build([SAMPLES], broken)
    assert history.settings.warehouse_path.stat() == before


def test_an_interrupt_stays_one_and_publishes_nothing(history):
    own = history.settings.model_copy(update={"extractor": f"{__name__}:Interrupted"})
    before = history.settings.warehouse_path.stat()
    with pytest.raises(KeyboardInterrupt):
        run_build([SAMPLES], own)
    assert history.settings.warehouse_path.stat() == before


def test_a_coder_that_nobody_knows_is_named(history):
    own = history.settings.model_copy(update={"extractor": "nobody"})
    with pytest.raises(BuildError, match=r"^There is no coder 'nobody'"):
        run_build([SAMPLES], own)
