"""Imports run one way, in the order that CONTRIBUTING.md tells."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ORDERS = {
    "pipelines": ("settings", "records", "reading", "parsing", "linking", "building", "assets"),
    "pipelines.parsing": ("dates", "words", "places", "actors", "syntax", "frames", "engagements", "circumstances"),
    "pipelines.parsing.actors": ("names", "descriptions", "identity", "references"),
}


@pytest.mark.parametrize("package", ORDERS)
def test_a_layer_imports_none_above_it(package: str, repository: Path) -> None:
    order = ORDERS[package]
    assert [
        f"{path.relative_to(repository)} imports {above}"
        for k, layer in enumerate(order)
        for path in _modules(repository.joinpath(*package.split("."), layer))
        for above in order[k + 1 :]
        if any(name.startswith(f"{package}.{above}") for name in _imported(path))
    ] == []


def test_the_layers_are_those_that_contributors_are_told_of(repository: Path) -> None:
    told = (repository / "CONTRIBUTING.md").read_text()
    for order in ORDERS.values():
        assert " → ".join(reversed(order)) in told


def _modules(layer: Path) -> list[Path]:
    modules = sorted(layer.rglob("*.py")) or [layer.with_suffix(".py")]
    assert all(module.is_file() for module in modules), layer
    return modules


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
