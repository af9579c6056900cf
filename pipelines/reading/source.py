"""One file to be read: where it is, what it is called in the warehouse, and its bytes as a stream.

What belongs here: opening a file with gzip taken off, reading it in bounded pieces, and the making of rejections. What
does not: formats (one module each) and the finding of files (``paths``).
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from pipelines.reading.decode import printable
from pipelines.records import Rejection

_GZIP_MAGIC = b"\x1f\x8b"
_HEAD_BYTES = 2048
_CHUNK_BYTES = 1 << 20
# What unpacks to no more than this is no bomb, whatever its ratio.
FREE_BYTES = 64 << 20


class LimitExceeded(OSError):
    """A file unpacks to more than the settings allow."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file: ``uri`` is its path from the folder that was given, the same on every machine.

    Attributes:
        depth: How many archives it was taken out of.
        max_ratio: How many times its packed size it may unpack to.
        missing: Why there is no such file, where more is known than that.
    """

    path: Path
    uri: str
    depth: int = 0
    max_ratio: int = 200
    missing: str = ""

    def open(self) -> BinaryIO:
        """Open for reading, decompressed.

        Raises:
            OSError: The file cannot be opened.
            LimitExceeded: While reading: it unpacks to more than ``max_ratio`` times its size.
        """
        stream = io.BufferedReader(io.FileIO(self.path))
        if stream.peek(2)[:2] != _GZIP_MAGIC:
            return stream
        limit = max(FREE_BYTES, self.path.stat().st_size * self.max_ratio)
        return cast(BinaryIO, io.BufferedReader(_BoundedGzip(stream, limit)))

    def head(self) -> bytes:
        """Return the first bytes, decompressed, for sniffing.

        Raises:
            OSError, EOFError, zlib.error: Not even the beginning can be read.
        """
        head = b""
        with self.open() as stream:
            try:
                while len(head) < _HEAD_BYTES and (chunk := stream.read1(_HEAD_BYTES)):  # type: ignore[attr-defined]
                    head += chunk
            except (EOFError, zlib.error):
                if not head:
                    raise
        return head[:_HEAD_BYTES]


class _BoundedGzip(gzip.GzipFile):
    """A gzip stream that refuses to go on beyond ``limit`` bytes."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        super().__init__(fileobj=stream, mode="rb")
        self._limit = limit

    def readinto(self, buffer: Any) -> int:
        # One step at a time: what was whole before a stream breaks off is then given before the error is raised.
        count: int = super().readinto1(buffer)
        if self.tell() > self._limit:
            raise LimitExceeded(f"unpacks to more than {self._limit:,} bytes; raise COMMUNIQUE_ARCHIVE_MAX_RATIO")
        return count


def read_whole(source: Source, limit: int) -> bytes:
    """Return a file's bytes, decompressed.

    Raises:
        LimitExceeded: There are more than ``limit``.
        OSError, EOFError, zlib.error: The file cannot be read.
    """
    with source.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise LimitExceeded(f"larger than {limit:,} bytes; split it or raise COMMUNIQUE_MAX_DOCUMENT_BYTES")
    return data


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as they are on disk, or of nothing where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                digest.update(chunk)
    except OSError:
        return sha256(b"")
    return digest.hexdigest()


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[bytes, bool]]:
    """Yield each line and whether it is whole; of a line over ``limit`` bytes only the beginning is kept."""
    while line := stream.readline(limit):
        whole = line.endswith(b"\n") or len(line) < limit
        if not whole:
            _skip_line(stream)
        yield line, whole


def reject(uri: str, data: bytes, reason_code: str, detail: str, reader: str) -> Rejection:
    """Return the rejection of one record, of which ``data`` are the bytes."""
    return Rejection(uri, sha256(data), reason_code, detail, reader, printable(data))


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
        pass
