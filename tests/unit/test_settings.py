from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from pipelines.settings import PROJECT_ROOT, Settings, get_settings


def test_every_option_is_documented() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_environment_sets_options_and_arguments_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMMUNIQUE_KEEP_RELEASES", "3")
    monkeypatch.setenv("COMMUNIQUE_BATCH_SIZE", "9")
    settings = get_settings(batch_size=10, warehouse_dir=tmp_path)
    assert (settings.keep_releases, settings.batch_size) == (3, 10)
    assert settings.warehouse_path == tmp_path / "warehouse.duckdb"


def test_paths_follow_from_one_another_and_are_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = get_settings(warehouse_dir="w", seeds_dir="s")
    assert settings.inbox_dir == tmp_path / "w" / "inbox"
    assert settings.reference_dir == tmp_path / "s" / "reference"
    assert settings.state_dir.is_relative_to(settings.warehouse_dir)


def test_defaults_lie_in_the_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = get_settings()
    assert settings.dbt_project_dir == PROJECT_ROOT / "dbt_project"
    assert settings.sample_articles_dir.is_dir()


@pytest.mark.parametrize("option", ["keep_releases", "workers", "batch_size", "min_article_words"])
def test_a_count_of_nothing_is_refused(option: str) -> None:
    with pytest.raises(ValidationError, match=option):
        get_settings(**{option: 0})


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(ValidationError, match="wharehouse"):
        get_settings(wharehouse="x")
