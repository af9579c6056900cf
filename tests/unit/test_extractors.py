from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from pipelines.parsing import extractors
from pipelines.parsing.extractors import UnknownExtractorError, load_extractor
from pipelines.settings import get_settings

REFERENCE = get_settings().reference_dir


class Plain:
    name, version = "plain", "1"

    def extract(self, article):
        raise NotImplementedError


class WithReference(Plain):
    def __init__(self, reference_dir: Path) -> None:
        self.reference_dir = reference_dir


INSTANCE = Plain()
NO_CODER = object()


def test_the_default_is_found_by_its_name():
    coder = load_extractor("communique", REFERENCE)
    assert coder.name == "communique"
    assert coder.version


@pytest.mark.parametrize("attribute", ["Plain", "INSTANCE"])
def test_a_class_and_an_object_are_found_by_import_string(attribute):
    assert load_extractor(f"{__name__}:{attribute}", REFERENCE).name == "plain"


def test_a_coder_that_asks_for_the_reference_data_gets_it(tmp_path):
    assert load_extractor(f"{__name__}:WithReference", tmp_path).reference_dir == tmp_path  # type: ignore[attr-defined]


def test_a_coder_of_another_package_is_found_by_its_entry_point(monkeypatch):
    point = metadata.EntryPoint("theirs", f"{__name__}:Plain", extractors.GROUP)
    monkeypatch.setattr(metadata, "entry_points", lambda group: [point] if group == extractors.GROUP else [])
    assert load_extractor("theirs", REFERENCE).name == "plain"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobody", "known: .*communique"),
        ("no.such.module:Coder", "no"),
        (f"{__name__}:Missing", "Missing"),
        (f"{__name__}:NO_CODER", "lacks name, version, extract"),
    ],
)
def test_what_is_no_coder_is_refused_with_the_reason(name, said):
    with pytest.raises(UnknownExtractorError, match=said):
        load_extractor(name, REFERENCE)
