"""What all tests share: the repository, the texts beside it, settings in a temporary folder, one built warehouse.

What belongs here: the above. What does not: fixtures that one folder of tests alone needs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.records import RawArticle
from pipelines.settings import PROJECT_ROOT, Settings, get_settings

SHARED = PROJECT_ROOT.parent / "shared"


@pytest.fixture(scope="session")
def repository() -> Path:
    return PROJECT_ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the repository; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the folder of shared texts is not beside the repository")
    return SHARED


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return get_settings(warehouse_dir=tmp_path / "warehouse")


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a warehouse built once, from the sample articles."""
    from pipelines.jobs import run_build

    settings = get_settings(warehouse_dir=tmp_path_factory.mktemp("sample") / "warehouse")
    run_build([], settings)
    return settings


@pytest.fixture
def raw() -> Callable[..., RawArticle]:
    """Make a record as a reader would: ``raw(text, title=...)``."""

    def make(text: str, **fields: str | None) -> RawArticle:
        uri = fields.pop("source_uri", None) or "folder/a.txt"
        return RawArticle(source_uri=uri, raw_sha256="0" * 64, text=text, reader="test", **fields)

    return make
