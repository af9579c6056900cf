"""One file to be read: where it is, what it is called in the warehouse, and its bytes as a stream.

What belongs here: opening a file with gzip taken off, reading it in bounded pieces, and the making of rejections. What
does not: formats (one module each) and the finding of files (``paths``).
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from pipelines.reading.decode import printable
from pipelines.records import Rejection

_GZIP_MAGIC = b"\x1f\x8b"
_HEAD_BYTES = 2048
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file: ``uri`` is its path from the folder that was given, the same on every machine."""

    path: Path
    uri: str

    def open(self) -> BinaryIO:
        """Open for reading, decompressed.

        Raises:
            OSError: The file cannot be opened.
        """
        stream = io.BufferedReader(io.FileIO(self.path))
        if stream.peek(2)[:2] != _GZIP_MAGIC:
            return stream
        return cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=stream)))

    def head(self) -> bytes:
        """Return the first bytes, decompressed, for sniffing.

        Raises:
            OSError, EOFError, zlib.error: The file cannot be read.
        """
        with self.open() as stream:
            return stream.read(_HEAD_BYTES)


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
