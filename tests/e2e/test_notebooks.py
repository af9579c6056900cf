"""Every notebook runs from its first cell to its last, and shows what a run of today shows.

The cells run in this environment, which has no notebook tools; a cell tagged ``plot`` needs matplotlib and is only
compiled where that is missing. ``README_UPDATE=1`` writes changed tables into the notebooks, as into the README.
"""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import json
import os
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.settings import PROJECT_ROOT, Settings

NOTEBOOKS = sorted((PROJECT_ROOT / "notebooks").glob("*.ipynb"))


def _shown(source: str, names: dict[str, Any]) -> str:
    """Run a cell; return what it prints, and its last expression as a notebook shows it."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last is not None else None
    return printed.getvalue() + ("" if value is None else repr(value))


def _committed(cell: dict[str, Any]) -> str:
    parts = [output.get("text") or output.get("data", {}).get("text/plain", []) for output in cell["outputs"]]
    return "".join("".join(part) for part in parts)


def _keep(cell: dict[str, Any], shown: str) -> None:
    lines = shown.splitlines(keepends=True)
    cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": lines}] if lines else []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_shows_what_a_run_shows(
    path: Path, sample_warehouse: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_WAREHOUSE_DIR", str(sample_warehouse.warehouse_dir))
    notebook, names = json.loads(path.read_text(encoding="utf-8")), dict[str, Any]()
    with pl.Config():
        for cell in (cell for cell in notebook["cells"] if cell["cell_type"] == "code"):
            source = "".join(cell["source"])
            compile(source, "cell", "exec")
            if "plot" in cell["metadata"].get("tags", ()) and not importlib.util.find_spec("matplotlib"):
                continue
            shown = _shown(source, names)
            if os.environ.get("README_UPDATE"):
                _keep(cell, shown)
            assert shown == _committed(cell), "README_UPDATE=1 pytest tests/e2e/test_notebooks.py writes what it shows"
    if os.environ.get("README_UPDATE"):
        path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def test_there_is_a_notebook_to_begin_with() -> None:
    assert NOTEBOOKS
