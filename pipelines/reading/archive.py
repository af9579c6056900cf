"""ZIP and TAR (plain, gzip, bzip2, xz): each file inside is read as if it lay there by itself.

What belongs here: files out of an archive, within limits on count, depth, ratio and size. What does not: what is in
them; they go the way of every other file. No name of an archive's member is ever used as a path: members are copied one
at a time to a temporary file with a name of our own, so that there is nothing for ``../`` to lead to.
"""

from __future__ import annotations

import lzma
import re
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from pipelines.reading.hidden import is_hidden
from pipelines.reading.source import FREE_BYTES, LimitExceeded, Source, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "archive"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR_AT, _TAR = 257, b"ustar"
_PACKED = (b"BZh", b"\xfd7zXZ\x00")
_CHUNK_BYTES = 1 << 20
_SUFFIX = re.compile(r"(?:\.[A-Za-z0-9]{1,8}){0,2}$")
# What the standard library raises on broken and on encrypted archives.
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in an archive: its name there, how to open it, and how many bytes it may unpack to."""

    name: str
    open: Callable[[], IO[bytes]]
    limit: int


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is an archive."""
    is_tar = head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR or name.endswith((".tar", ".tgz", ".tbz2", ".txz"))
    return head.startswith(_ZIP) or is_tar or (head.startswith(_PACKED) and ".tar." in name)


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield the records of every file inside; a rejection for what is beyond the limits, and then no more of it.

    Raises:
        zipfile.BadZipFile, tarfile.TarError, OSError: The archive cannot be opened.
    """
    if source.depth >= settings.archive_max_depth:
        yield _refuse(source, "archives within archives within archives; raise COMMUNIQUE_ARCHIVE_MAX_DEPTH")
        return
    try:
        with source.open() as stream:
            yield from _members(source, stream, settings)
    except _BROKEN as error:
        reason = "limit_exceeded" if isinstance(error, LimitExceeded) else "malformed"
        yield reject(source.uri, source.uri.encode(), reason, f"the archive breaks off: {error}", NAME)


def _members(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[RawArticle | Rejection]:
    left = settings.archive_max_bytes
    is_zip = stream.peek(4)[:4] in _ZIP  # type: ignore[attr-defined]
    members = _zip_members(source, settings) if is_zip else _tar_members(source, stream, settings)
    for number, member in enumerate(members, start=1):
        if number > settings.archive_max_members:
            yield _refuse(source, f"more than {number - 1:,} files; raise COMMUNIQUE_ARCHIVE_MAX_MEMBERS")
            return
        left -= yield from _read_member(source, member, min(member.limit, left), settings)
        if left <= 0:
            yield _refuse(source, "unpacks to more than COMMUNIQUE_ARCHIVE_MAX_BYTES")
            return


def _zip_members(source: Source, settings: Settings) -> Iterator[_Member]:
    with zipfile.ZipFile(source.path) as archive:
        for info in archive.infolist():
            if not info.is_dir() and not is_hidden(PurePosixPath(*_parts(info.filename))):
                limit = max(FREE_BYTES, info.compress_size * settings.archive_max_ratio)
                yield _Member(info.filename, partial(archive.open, info), limit)


def _tar_members(source: Source, stream: BinaryIO, settings: Settings) -> Iterator[_Member]:
    limit = max(FREE_BYTES, source.path.stat().st_size * settings.archive_max_ratio)
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        for info in archive:
            # Links and devices are no articles, and what a link points to is none of ours.
            if info.isreg() and not is_hidden(PurePosixPath(*_parts(info.name))):
                yield _Member(info.name, partial(_extract, archive, info), limit)
            # A stream is never gone back in: the list of what passed would only grow.
            archive.members = []  # type: ignore[attr-defined]


def _extract(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(info)
    if stream is None:
        raise tarfile.ReadError("not a regular file")
    return stream


def _read_member(
    source: Source, member: _Member, limit: int, settings: Settings
) -> Generator[RawArticle | Rejection, None, int]:
    """Yield the records of one file inside; returns its size in bytes."""
    # The archive's files go the way of all files, which leads here: the import is late, as the circle is meant.
    from pipelines.reading.paths import read_source

    uri = "/".join((source.uri, *_parts(member.name)))
    suffix = _SUFFIX.search(member.name)
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        copy = Path(folder) / f"member{suffix[0] if suffix else ''}"
        try:
            size = _copy(member, copy, limit)
        except _BROKEN as error:
            reason = "limit_exceeded" if isinstance(error, LimitExceeded) else "malformed"
            yield reject(uri, uri.encode(), reason, f"cannot be taken out of the archive: {error}", NAME)
            return copy.stat().st_size if copy.exists() else 0
        yield from read_source(Source(copy, uri, source.depth + 1), settings)
        return size


def _copy(member: _Member, target: Path, limit: int) -> int:
    size = 0
    with member.open() as stream, target.open("wb") as out:
        while chunk := stream.read(_CHUNK_BYTES):
            size += len(chunk)
            if size > limit:
                raise LimitExceeded(f"unpacks to more than {limit:,} bytes; see COMMUNIQUE_ARCHIVE_MAX_RATIO")
            out.write(chunk)
    return size


def _parts(name: str) -> list[str]:
    """Return the parts of a member's name that say where it lies in the archive and nowhere else."""
    text = name.replace("\\", "/").encode("utf-8", "replace").decode()
    return [part for part in PurePosixPath(text).parts if part not in ("/", "..", ".")]


def _refuse(source: Source, detail: str) -> Rejection:
    return reject(source.uri, source.uri.encode("utf-8", "replace"), "limit_exceeded", detail, NAME)
