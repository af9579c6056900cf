from __future__ import annotations

import shutil

import pytest

from pipelines.building.versions import current_versions, files_hash
from pipelines.parsing.extractors import UnknownExtractorError


def test_the_same_files_give_the_same_version_wherever_they_lie(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "a.csv").write_text("a")
    assert files_hash(tmp_path / "one", ["**/*.csv"]) == files_hash(tmp_path / "two", ["**/*.csv"])


def test_a_renamed_file_is_another_version(tmp_path):
    (tmp_path / "a.csv").write_text("a")
    before = files_hash(tmp_path, ["*.csv"])
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    assert files_hash(tmp_path, ["*.csv"]) != before


@pytest.mark.parametrize(
    "option",
    [
        {"extractor": "stub_coder:Inventor"},
        {"max_article_chars": 5_000},
        {"min_article_words": 9},
        {"languages": ("en", "de")},
    ],
)
def test_options_that_bear_on_coding_change_the_coder_version(option, settings):
    changed = settings.model_copy(update=option)
    assert current_versions(changed).coder != current_versions(settings).coder


def test_another_version_of_a_coder_from_outside_is_another_coder(settings, monkeypatch):
    before = current_versions(settings).coder
    monkeypatch.setattr("stub_coder.StubCoder.version", "2")
    assert current_versions(settings).coder != before


def test_a_coder_that_cannot_be_made_is_named(settings):
    with pytest.raises(UnknownExtractorError, match="nowhere:Coder"):
        current_versions(settings.model_copy(update={"extractor": "nowhere:Coder"}))


def test_options_that_do_not_bear_on_coding_leave_it(settings):
    changed = settings.model_copy(update={"workers": 7, "batch_size": 3, "keep_releases": 1})
    assert current_versions(changed) == current_versions(settings)


def test_a_changed_lexicon_changes_the_coder_version_and_nothing_else(settings, tmp_path):
    shutil.copytree(settings.reference_dir, tmp_path / "reference")
    own = settings.model_copy(update={"reference_dir": tmp_path / "reference"})
    before = current_versions(own)
    with (tmp_path / "reference" / "titles.csv").open("a") as table:
        table.write("one more row\n")
    after = current_versions(own)
    assert after.coder != before.coder
    assert (after.parser, after.building) == (before.parser, before.building)


def test_the_fingerprint_tells_batches_apart(settings):
    versions = current_versions(settings)
    assert versions.fingerprint(["a", "b"]) != versions.fingerprint(["a"])
    assert versions.fingerprint(["a", "b"]) == versions.fingerprint(iter(["a", "b"]))
