from __future__ import annotations

import shutil
import subprocess
import sys

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from texts import ALPHA, BROKEN, CHARLIE, ECHO, GERMAN

from pipelines.building.coding import RECORDS_PER_PROCESS
from pipelines.building.landing import land
from pipelines.building.notes import Outcome
from pipelines.building.places import places
from pipelines.building.progress import silent
from pipelines.building.staging import BATCH_TABLES, stage
from pipelines.linking import link_all
from pipelines.linking.tables import read
from pipelines.parsing.extractors import UnknownExtractorError
from pipelines.schemas import TABLES, polars_schema

VERSION = "v1v1v1v1v1v1"
NEXT = "v2v2v2v2v2v2"


def staged_all(settings, tables=BATCH_TABLES) -> dict[str, pl.DataFrame]:
    read = {name: pl.read_parquet(places(settings).staging / name / "*.parquet") for name in tables}
    return {name: frame.sort(frame.columns) for name, frame in read.items()}


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_can_be_read_before_anything_is_staged(table, settings, ledger, staged):
    stage(settings, ledger, VERSION, silent)
    frame = staged(table)
    assert dict(frame.schema) == polars_schema(table)
    assert frame.is_empty()


def test_an_article_becomes_rows_of_its_tables(settings, ledger, folder, staged):
    land([folder("in", a=ALPHA)], settings, ledger, silent)
    done = stage(settings, ledger, VERSION, silent)
    assert done.fresh == Outcome(accepted=1)
    (claim,) = staged("engagement_claim").rows(named=True)
    assert claim["evidence_text"] == "Alpha met Bravo"
    assert (claim["extractor"], claim["extractor_version"]) == ("stub", "1")
    assert staged("claim_participant").height == 2
    assert staged("article_actor")["name"].to_list() == ["Alpha", "Bravo"]
    (article,) = staged("article").rows(named=True)
    assert article["clean_text"][claim["char_start"] : claim["char_end"]] == claim["evidence_text"]
    assert article["word_count"] == len(ALPHA.split())


def test_files_of_an_older_schema_are_read_with_nulls(settings, ledger, folder):
    land([folder("in", a=ALPHA)], settings, ledger, silent)
    stage(settings, ledger, VERSION, silent)
    staging = places(settings).staging
    for path in (staging / "article").glob("*.parquet"):  # as a release without the column wrote them
        pl.read_parquet(path).drop("byline").write_parquet(path)
    land([folder("more", b=CHARLIE)], settings, ledger, silent)
    stage(settings, ledger, VERSION, silent)
    rows = read(staging, "article")
    assert dict(rows.schema) == polars_schema("article")
    assert rows.height == 2
    assert dict(pl.read_parquet_schema(staging / "article" / "_empty.parquet")) == polars_schema("article")


def test_the_same_text_from_elsewhere_is_a_source_and_no_article(settings, ledger, folder, staged):
    land([folder("in", a=ALPHA, copy=ALPHA)], settings, ledger, silent)
    land([folder("later", again=ALPHA)], settings, ledger, silent)
    assert stage(settings, ledger, VERSION, silent).fresh == Outcome(accepted=1, duplicates=2)
    assert staged("article")["source_uri"].to_list() == ["in/a.txt"]
    assert set(staged("article_source")["source_uri"]) == {"in/a.txt", "in/copy.txt", "later/again.txt"}
    assert staged("engagement_claim").height == 1


def test_what_is_refused_says_why(settings, ledger, folder, staged):
    land([folder("in", german=GERMAN, empty="", short="Too short.")], settings, ledger, silent)
    assert stage(settings, ledger, VERSION, silent).fresh == Outcome(rejected=3)
    assert set(staged("rejection")["reason_code"]) == {"unsupported_language", "empty", "too_short"}


def test_an_article_that_breaks_the_coder_is_kept_and_listed(settings, ledger, folder, staged):
    land([folder("in", a=ALPHA, b=BROKEN)], settings, ledger, silent)
    assert stage(settings, ledger, VERSION, silent).fresh == Outcome(accepted=2)
    assert staged("article").height == 2
    (failed,) = staged("rejection").rows(named=True)
    assert failed["reason_code"] == "coder_failed"
    assert "broken on purpose" in failed["detail"]
    assert failed["source_uri"] == "in/b.txt"


def test_a_claim_whose_quote_is_not_there_is_set_aside(settings, ledger, folder, staged):
    own = settings.model_copy(update={"extractor": "stub_coder:Inventor"})
    land([folder("in", a=ALPHA)], own, ledger, silent)
    stage(own, ledger, VERSION, silent)
    assert staged("engagement_claim")["claim_id"].to_list() == [1]
    assert staged("rejection")["reason_code"].to_list() == ["quote_not_found"]


def test_an_answer_that_points_nowhere_is_a_failure_of_the_coder(settings, ledger, folder, staged):
    own = settings.model_copy(update={"extractor": "stub_coder:Astray"})
    land([folder("in", a=ALPHA)], own, ledger, silent)
    stage(own, ledger, VERSION, silent)
    assert staged("article").height == 1
    assert staged("rejection")["reason_code"].to_list() == ["coder_failed"]


def test_an_unknown_coder_stops_the_run_with_its_name(settings, ledger, folder):
    own = settings.model_copy(update={"extractor": "nobody"})
    land([folder("in", a=ALPHA)], own, ledger, silent)
    with pytest.raises(UnknownExtractorError, match=r"nobody.*communique"):
        stage(own, ledger, VERSION, silent)


def test_staging_again_changes_nothing(settings, ledger, folder):
    land([folder("in", a=ALPHA, b=ECHO)], settings, ledger, silent)
    stage(settings, ledger, VERSION, silent)
    times = {path: path.stat().st_mtime_ns for path in places(settings).staging.rglob("*.parquet")}
    done = stage(settings, ledger, VERSION, silent)
    assert (done.fresh, done.recoded) == (Outcome(), 0)
    assert {path: path.stat().st_mtime_ns for path in places(settings).staging.rglob("*.parquet")} == times


def test_a_new_coder_version_codes_everything_again_and_leaves_no_old_file(settings, ledger, folder):
    land([folder("in", a=ALPHA)], settings, ledger, silent)
    stage(settings, ledger, VERSION, silent)
    before = staged_all(settings)
    land([folder("more", b=CHARLIE)], settings, ledger, silent)
    done = stage(settings, ledger, NEXT, silent)
    assert (done.fresh, done.recoded) == (Outcome(accepted=1), 1)
    names = {path.stem for table in BATCH_TABLES for path in (places(settings).staging / table).glob("*-*.parquet")}
    assert {name.split("-")[1] for name in names} == {NEXT}
    after = staged_all(settings)
    assert before["article"].height + 1 == after["article"].height
    assert ledger.totals(VERSION) == Outcome()


def test_a_kill_while_coding_again_is_made_good(settings, ledger, folder, monkeypatch):
    own = settings.model_copy(update={"batch_size": 1})
    land([folder("in", a=ALPHA, b=CHARLIE, c=ALPHA)], own, ledger, silent)
    stage(own, ledger, VERSION, silent)
    with pytest.raises(KeyboardInterrupt):
        stage(own, ledger, NEXT, _killed_at(2))
    done = stage(own, ledger, NEXT, silent)
    assert done.recoded == 1
    assert staged_all(own)["article"].height == 2
    assert ledger.totals(NEXT) == Outcome(accepted=2, duplicates=1)


def test_a_rebuild_from_the_ledger_gives_the_same_rows_as_the_history(settings, ledger, folder):
    """Folders that came one by one, a duplicate among them, and then all staged and linked again from what was kept."""
    history = [
        folder("one", a=ALPHA, b=BROKEN),
        folder("two", c=CHARLIE, copy=ALPHA, none=""),
        folder("three", e=ECHO, g=GERMAN),
    ]
    for source in history:
        land([source], settings, ledger, silent)
        stage(settings, ledger, VERSION, silent)
        link_all(places(settings).staging, settings.reference_dir, "run")
    tables = [name for name in TABLES if name != "meta_run"]
    grown = staged_all(settings, tables)
    shutil.rmtree(places(settings).staging)
    stage(settings, ledger, VERSION, silent)
    link_all(places(settings).staging, settings.reference_dir, "run")
    for name, frame in staged_all(settings, tables).items():
        assert_frame_equal(frame, grown[name])
    assert grown["article"].height == 4


@pytest.mark.slow
def test_several_processes_give_what_one_gives(settings, ledger, tmp_path):
    lines = (f'{{"url": "https://n.example/{i}", "text": "Item {i}. {ALPHA.strip()}"}}' for i in range(_MANY))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    land([tmp_path / "many.jsonl"], settings, ledger, silent)
    stage(settings, ledger, VERSION, silent)
    alone = staged_all(settings)
    stage(settings.model_copy(update={"workers": 2}), ledger, NEXT, silent)
    together = staged_all(settings)
    assert alone["article"].height == _MANY
    for name in BATCH_TABLES:
        assert_frame_equal(alone[name], together[name])


def test_a_coder_process_loads_no_heavy_library():
    code = (
        "import sys; import pipelines.building.coding as c; from pathlib import Path;"
        "from pipelines.parsing.extractors import load_extractor; from pipelines.settings import get_settings;"
        "load_extractor('communique', get_settings().reference_dir);"
        "print([m for m in ('dagster', 'dbt', 'duckdb', 'polars') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


_MANY = 2 * RECORDS_PER_PROCESS + 50


def _killed_at(step: int):
    def progress(stage: str, done: int, total: int) -> None:
        if done == step:
            raise KeyboardInterrupt

    return progress
