"""The figures are those of the referee, ``shared/tools/score.py``, whatever the annotations and the coding."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import pytest
from made_up import random_world, write_warehouse

from pipelines.evaluation.gold import GoldSet, gold_article
from pipelines.evaluation.scoring import evaluate
from pipelines.evaluation.tables import error_lines
from pipelines.evaluation.warehouse import Warehouse

TOOL = Path(__file__).resolve().parents[4] / "shared" / "tools" / "score.py"
pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="the referee lies in ../shared")
WORLDS = 120


@pytest.fixture(scope="module")
def referee() -> ModuleType:
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("referee", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """A warehouse of made-up codings, and their annotations with two whose articles are missing."""
    path = tmp_path_factory.mktemp("referee") / "warehouse.duckdb"
    drawn = [random_world(seed) for seed in range(WORLDS)]
    write_warehouse(path, {annotation["article"]: coded for annotation, coded in drawn[2:]})
    return path, [annotation for annotation, _ in drawn]


def test_same_figures_as_the_referee(referee: ModuleType, worlds: tuple[Path, list[dict[str, Any]]]) -> None:
    path, annotations = worlds
    gold = GoldSet("made_up", False, tuple(map(gold_article, annotations)))
    with duckdb.connect(path, read_only=True) as connection:
        expected, log = referee.score(annotations, connection, 10**6)
        found = evaluate(gold, Warehouse(connection).article, "warehouse")
    assert {name: found.as_dict()[name] for name in expected} == expected
    assert sorted(error_lines(found)) == sorted(_ordered(line) for line in log)
    assert expected["articles_missing"] == 2
    assert 0.05 < expected["full"]["f1"] < expected["detection"]["f1"] < 0.9, "a draw that tells right from wrong"


def test_same_figures_article_by_article(referee: ModuleType, worlds: tuple[Path, list[dict[str, Any]]]) -> None:
    """Each article apart, so that errors that cancel out in the sum show."""
    path, annotations = worlds
    with duckdb.connect(path, read_only=True) as connection:
        warehouse = Warehouse(connection)
        for annotation in annotations:
            expected, _ = referee.score([annotation], connection, 0)
            found = evaluate(
                GoldSet("one", False, (gold_article(annotation),)), warehouse.article, "warehouse"
            ).as_dict()
            assert {name: found[name] for name in expected} == expected, annotation["article"]


def _ordered(line: str) -> str:
    """The referee prints an engagement's modes in the order of a set: put them in order."""
    if not line.startswith("SPURIOUS"):
        return line
    head, _, rest = line.partition(": ")
    kind, _, modes = head.rpartition("/")
    return f"{kind}/{'|'.join(sorted(modes.split('|')))}: {rest}"
