"""Rules that hold for every committed file: no package index, no path of one machine, locks with hashes."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

INDEX = re.compile(
    r"(?:pypi|files\.pythonhosted|pypi\.python|registry\.npmjs|conda\.anaconda)\.(?:org|com)|--(?:extra-)?index-url"
)
MACHINE = re.compile(r"(?<![\w./])/(?:work|root|home|Users)/\w")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def committed(repository: Path) -> dict[str, str]:
    """Every text file that is in git: path to text."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    paths = [repository / name for name in done.stdout.split("\0") if name]
    return {str(path.relative_to(repository)): text for path in paths if (text := _text(path)) is not None}


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return None


def _naming(files: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [name for name, text in files.items() if name != "tests/unit/test_repository.py" and pattern.search(text)]


def test_no_file_names_a_package_index(committed: dict[str, str]) -> None:
    assert _naming(committed, INDEX) == []


def test_no_file_names_a_path_of_one_machine(committed: dict[str, str]) -> None:
    assert _naming(committed, MACHINE) == []


def test_every_pin_has_a_hash(repository: Path) -> None:
    for lock in (repository / "requirements").glob("*.txt"):
        pins = re.split(r"\n(?=\w)", lock.read_text().strip())
        assert [pin.split()[0] for pin in pins if "==" not in pin or not HASH.search(pin)] == [], lock.name


def test_every_extra_and_group_has_a_lock(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text())
    wanted = {"core", *project["dependency-groups"], *project["project"]["optional-dependencies"]}
    assert {lock.stem for lock in (repository / "requirements").glob("*.txt")} == wanted


def test_locks_agree_on_the_core(repository: Path) -> None:
    """An extra or a group adds to the core; it never asks for another version of what the core holds."""
    locks = {lock.stem: _pins(lock) for lock in (repository / "requirements").glob("*.txt")}
    for name, pins in locks.items():
        if name != "bootstrap":
            assert {pin for pin in locks["core"] if pin not in pins} == set(), name


def _pins(lock: Path) -> set[str]:
    return set(re.findall(r"^([\w.-]+(?:\[[\w,]+\])?==[^\s\\;]+)", lock.read_text(), re.MULTILINE))
