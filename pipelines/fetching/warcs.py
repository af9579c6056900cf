"""What was fetched, kept as fetched: one WARC file in the inbox for each run.

What belongs here: writing it, so that nobody ever sees half of one. What does not: deciding what to keep.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.fetching.client import Answer

# The body is kept as one piece, and its length as it is.
_NOT_KEPT = frozenset(("transfer-encoding", "content-length", "connection", "keep-alive", "set-cookie"))


class Warc:
    """A WARC file being written; ``count`` pages so far."""

    def __init__(self, stream: Any) -> None:
        """Begin one on a binary stream."""
        from warcio.warcwriter import WARCWriter

        self.count = 0
        self._writer = WARCWriter(stream, gzip=True)

    def add(self, answer: Answer) -> None:
        """Keep one answer, its body as the server sent it."""
        from warcio.statusandheaders import StatusAndHeaders

        kept = [(name, value) for name, value in answer.headers.items() if name not in _NOT_KEPT]
        kept.append(("content-length", str(len(answer.payload))))
        head = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), kept, protocol="HTTP/1.1")
        body = io.BytesIO(answer.payload)
        self._writer.write_record(self._writer.create_warc_record(answer.url, "response", body, http_headers=head))
        self.count += 1


@contextmanager
def warc_in(inbox: Path) -> Iterator[Warc]:
    """Yield a WARC file that appears in the inbox when it is whole, and not at all when nothing was added.

    Raises:
        OSError: The inbox cannot be written.
    """
    inbox.mkdir(parents=True, exist_ok=True)
    name = f"fetched-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.warc.gz"
    # Hidden from the sensor and from readers until it is whole.
    part = inbox / f".{name}.part"
    try:
        with part.open("wb") as stream:
            warc = Warc(stream)
            yield warc
            stream.flush()
            os.fsync(stream.fileno())
        if warc.count:
            part.replace(inbox / name)
    finally:
        part.unlink(missing_ok=True)
