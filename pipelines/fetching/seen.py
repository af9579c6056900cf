"""What was fetched before: for each url its ETag and Last-Modified, so that it is asked for again only if changed.

What belongs here: this list. What does not: what is in the warehouse; that has its own ledger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_TABLE = """
create table if not exists fetched (
    url text primary key, etag text, last_modified text, fetched_at text not null
) without rowid
"""


class Seen:
    """The list, in a file of its own; a context that closes it. What is noted counts once ``keep`` is called."""

    def __init__(self, path: Path) -> None:
        """Open the list, or begin it.

        Raises:
            OSError: The folder cannot be made.
            sqlite3.Error: The file is no such list.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=30)
        self._connection.execute(_TABLE)

    def __enter__(self) -> Seen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def knows(self, url: str) -> bool:
        """Tell whether a url was fetched before."""
        return self._connection.execute("select 1 from fetched where url = ?", (url,)).fetchone() is not None

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that ask for a url only if it has changed since."""
        row = self._connection.execute("select etag, last_modified from fetched where url = ?", (url,)).fetchone()
        named = zip(("If-None-Match", "If-Modified-Since"), row or (), strict=False)
        return {name: value for name, value in named if value}

    def note(self, url: str, headers: Mapping[str, str]) -> None:
        """Note that a url was fetched, and what its server said of its version."""
        row = (url, headers.get("etag"), headers.get("last-modified"), datetime.now(UTC).isoformat(timespec="seconds"))
        self._connection.execute("insert or replace into fetched values (?, ?, ?, ?)", row)

    def keep(self) -> None:
        """Make what was noted last."""
        self._connection.commit()
