"""A warehouse in a temporary folder, with a coder small enough to know by heart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest

from pipelines.building.ledger import Ledger, open_ledger
from pipelines.building.places import places
from pipelines.settings import Settings, get_settings

STUB = "stub_coder:StubCoder"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return get_settings(warehouse_dir=tmp_path / "warehouse", extractor=STUB, workers=1)


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(places(settings).ledger) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of articles: its name, then one text for each file name."""

    def write(name: str, **texts: str) -> Path:
        made = tmp_path / name
        made.mkdir(exist_ok=True)
        for stem, text in texts.items():
            (made / f"{stem}.txt").write_text(text, encoding="utf-8")
        return made

    return write


@pytest.fixture
def staged(settings: Settings) -> Callable[[str], pl.DataFrame]:
    """Read a staged table as dbt does: every Parquet file in its folder."""
    return lambda table: pl.read_parquet(places(settings).staging / table / "*.parquet")
