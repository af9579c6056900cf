"""What the tests of all formats share: bytes written to a file and read as a user's would be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.reading import read_paths
from pipelines.records import RawArticle, Rejection
from pipelines.settings import get_settings

Records = list[RawArticle | Rejection]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Records]:
    """Read bytes under a name: ``read("a.xml", data, hosts=(...))``; further arguments are settings."""

    def run(name: str, data: bytes | str, **options: Any) -> Records:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read_paths([path], get_settings(warehouse_dir=tmp_path / "warehouse", **options)))

    return run


@pytest.fixture
def reasons() -> Callable[[Records], list[str | None]]:
    """Return for each record its reason code, None for an article."""
    return lambda records: [getattr(record, "reason_code", None) for record in records]
