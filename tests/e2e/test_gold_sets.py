"""A warehouse built from the annotated articles of ``../shared``: the referee takes it, and the figures are published.

Of ``unread`` only totals are looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold import sources
from benchmarks.quality import DOCUMENT, SETS, block, block_in, published_session
from pipelines.jobs import run_build
from pipelines.settings import Settings, get_settings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def warehouse(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = get_settings(warehouse_dir=tmp_path_factory.mktemp("gold") / "warehouse")
    run_build([path for name in SETS for path in sources(name)[1]], settings)
    return settings


def referee(shared: Path, settings: Settings, *names: str) -> tuple[dict[str, Any], str]:
    """What ``score.py`` prints about some sets, and what it complains of."""
    files = [str(shared / "gold" / f"{name}.json") for name in names]
    command = [sys.executable, "-B", str(shared / "tools" / "score.py"), *files]
    done = subprocess.run(
        [*command, "--warehouse", str(settings.warehouse_path), "--json"], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout), done.stderr


def test_the_figures_are_the_referees(warehouse: Settings, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluations = {e.name: e.as_dict() for e in published_session(warehouse.warehouse_path).evaluations()}
    for name, wanted in {**{name: [name] for name in SETS}, "all": list(SETS)}.items():
        expected, complaints = referee(shared, warehouse, *wanted)
        found = evaluations[name]
        assert {key: found[key] for key in expected if key in found} == {
            k: v for k, v in expected.items() if k in found
        }
        assert ("per_type" in found) == (name not in ("unread", "all"))
        assert complaints == ""
        assert expected["articles_missing"] == 0
        with capsys.disabled():
            totals = {part: expected[part]["f1"] for part in ("detection", "full", "actors")}
            print(f"\n{name:7s} F1 {totals} {expected['attributes']}")


def test_the_document_tells_what_the_warehouse_holds(warehouse: Settings) -> None:
    measured = block(published_session(warehouse.warehouse_path))
    assert block_in(DOCUMENT.read_text("utf-8"), "warehouse") == measured, "the figures changed: run 'make evaluate'"
