"""Every command of the README is run, and what it prints is what the README shows.

Commands run in a shell at the repository's root against a warehouse of their own. ``make warehouse`` is run where the
environment was set up by make; other targets would start this very test, a server, or a long job, so make is only asked
what it would do. ``README_UPDATE=1`` writes changed outputs into the README.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipelines.settings import PROJECT_ROOT, Settings

README = PROJECT_ROOT / "README.md"
_BLOCK = re.compile(r"^```sh\n(?P<commands>.*?)^```\n(?:\n^```text\n(?P<output>.*?)^```\n)?", re.MULTILINE | re.DOTALL)
_MAKE = re.compile(r"^make (?P<target>[\w-]+)", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of shell commands, and the output shown under it, if any."""

    commands: str
    output: str | None


BLOCKS = [Block(match["commands"], match["output"]) for match in _BLOCK.finditer(README.read_text(encoding="utf-8"))]
SHELL = [block for block in BLOCKS if not _MAKE.match(block.commands)]
TARGETS = [target for block in BLOCKS for target in _MAKE.findall(block.commands)]


def _run(command: str, settings: Settings) -> str:
    binaries = PROJECT_ROOT / ".venv" / "bin"
    if not binaries.is_dir():
        pytest.skip("the project's own environment (.venv) is not there")
    environment = {**os.environ, "COMMUNIQUE_WAREHOUSE_DIR": str(settings.warehouse_dir), "COLUMNS": "120"}
    environment.pop("MAKEFLAGS", None)
    script = f"set -euo pipefail\n{command}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=PROJECT_ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("block", SHELL, ids=[block.commands.strip().splitlines()[0][:50] for block in SHELL])
def test_a_command_runs_and_prints_what_is_shown(block: Block, sample_warehouse: Settings) -> None:
    printed = _run(block.commands, sample_warehouse)
    assert printed
    if block.output is not None and os.environ.get("README_UPDATE"):
        shown = f"```sh\n{block.commands}```\n\n```text\n"
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(shown + block.output, shown + printed), encoding="utf-8")
    elif block.output is not None:
        assert printed == block.output, "README_UPDATE=1 pytest tests/e2e/test_readme.py writes what is printed now"


def test_make_warehouse_builds(sample_warehouse: Settings) -> None:
    if not (PROJECT_ROOT / ".venv" / ".stamps" / "core").is_file():
        pytest.skip("the environment was not set up by make")
    printed = _run(f"make warehouse WAREHOUSE={sample_warehouse.warehouse_dir}", sample_warehouse)
    assert "engagements" in printed


@pytest.mark.parametrize("target", sorted({*TARGETS, *_MAKE.findall((PROJECT_ROOT / "CONTRIBUTING.md").read_text())}))
def test_make_knows_the_target(target: str, sample_warehouse: Settings) -> None:
    # The recipes that call make again would run it even when asked what they would do: they are named in the Makefile.
    wanted = re.compile(rf"^{target}:.*## ", re.MULTILINE)
    assert wanted.search((PROJECT_ROOT / "Makefile").read_text(encoding="utf-8"))


def test_the_readme_shows_both_commands_and_a_real_output() -> None:
    assert {"warehouse", "test"} <= set(TARGETS)
    assert [block for block in SHELL if block.output]


def test_files_that_the_readme_names_are_there() -> None:
    named = set(
        re.findall(r"\]\((?!https?:)([^)#]+)\)|`((?:pipelines|seeds|dbt_project|tests)/[\w./]*)`", README.read_text())
    )
    missing = [path for pair in named for path in pair if path and not Path(PROJECT_ROOT / path).exists()]
    assert missing == []
