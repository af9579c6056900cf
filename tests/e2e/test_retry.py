"""``communique rejected --retry`` the whole way: files are mended, settings allow more, and the sums stay right."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from pipelines.cli import app
from pipelines.jobs import run_build
from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.quoted import ExtractionFailed
from pipelines.records import Article, ExtractionResult
from pipelines.settings import Settings, get_settings

STORY = (
    "The minister met the ambassador in the port city on Monday, and the two agreed to open the harbour to ships of "
    "both states before the end of the year, said a spokesman for the ministry."
)
GERMAN = (
    "Der Minister traf am Freitag seinen Amtskollegen in der Hauptstadt und sprach lange mit ihm über den Hafen. "
    "Danach flogen beide zurück, ohne dass eine Vereinbarung unterschrieben worden wäre."
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Path]:
    """A warehouse of one article and three rejections, two of which were mended since."""
    root = tmp_path_factory.mktemp("retry")
    source = root / "in"
    source.mkdir()
    whole = gzip.compress(f"Harbour opens\n\n{STORY} It was not yet known when.".encode())
    (source / "good.txt").write_text(STORY, encoding="utf-8")
    (source / "cut.txt.gz").write_bytes(whole[:40])
    (source / "short.txt").write_text("Too short.", encoding="utf-8")
    (source / "german.txt").write_text(GERMAN, encoding="utf-8")
    settings = get_settings(warehouse_dir=root / "warehouse", workers=1)
    run_build([source], settings)
    (source / "cut.txt.gz").write_bytes(whole)
    (source / "short.txt").write_text(f"{STORY} Nobody was told before.", encoding="utf-8")
    return settings, source


def _rejected(settings: Settings) -> dict[str, str]:
    query = "select source_uri, reason_code from marts.rejected_article"
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        return dict(connection.execute(query).fetchall())


def _accepted(settings: Settings) -> set[str]:
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        return {uri for (uri,) in connection.execute("select source_uri from marts.article_source").fetchall()}


def _retry(settings: Settings, *options: str) -> Result:
    return CliRunner().invoke(app, ["rejected", "--retry", "--warehouse", str(settings.warehouse_dir), *options])


def _figures(result: Result) -> Sequence[str]:
    assert result.exit_code == 0, result.output
    return [line.split()[-1] for line in result.stdout.splitlines()[:2]]


def test_what_was_mended_is_accepted_and_the_rest_stays(
    built: tuple[Settings, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, _ = built
    assert _rejected(settings) == {
        "in/cut.txt.gz": "malformed", "in/short.txt": "too_short", "in/german.txt": "unsupported_language",
    }  # fmt: skip
    assert _figures(_retry(settings)) == ["3", "1"]
    assert _rejected(settings) == {"in/german.txt": "unsupported_language"}
    assert _accepted(settings) == {"in/good.txt", "in/cut.txt.gz", "in/short.txt"}
    monkeypatch.setenv("COMMUNIQUE_LANGUAGES", '["en", "de"]')
    assert _figures(_retry(settings, "--reason", "unsupported_language")) == ["1", "0"]
    assert (_rejected(settings), len(_accepted(settings))) == ({}, 4)
    assert _retry(settings).stdout == "nothing to retry\n"


class Endpoint(DefaultCoder):
    """The default coder behind a line that is down at first."""

    is_up = False

    def extract(self, article: Article) -> ExtractionResult:
        if not self.is_up:
            raise ExtractionFailed("nobody answers")
        return super().extract(article)


def test_articles_that_the_coder_failed_on_are_told_of_and_coded_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_EXTRACTOR", "test_retry:Endpoint")
    monkeypatch.setenv("COMMUNIQUE_WORKERS", "1")
    (tmp_path / "a.txt").write_text(f"{STORY} France then accused Mali of lying.", encoding="utf-8")
    settings = get_settings(warehouse_dir=tmp_path / "warehouse", extractor="test_retry:Endpoint")
    where = ["--warehouse", str(settings.warehouse_dir)]
    done = CliRunner().invoke(app, ["build", str(tmp_path / "a.txt"), *where])
    assert "put aside               1  of what the coder said, or it failed; see: communique rejected" in done.stdout
    listed = CliRunner().invoke(app, ["rejected", *where, "--format", "csv"]).stdout
    assert "a.txt,coder_failed" in listed
    assert "nobody answers" in listed
    assert _figures(_retry(settings, "--reason", "coder_failed")) == ["1", "1"]
    monkeypatch.setattr(Endpoint, "is_up", True)
    assert _figures(_retry(settings, "--reason", "coder_failed")) == ["1", "0"]
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as connection:
        told = connection.execute("select engagement_type from marts.fct_engagement").fetchall()
        assert ("ACCUSE",) in told
        assert connection.execute("select count(*) from marts.quarantined_claim").fetchone() == (0,)
