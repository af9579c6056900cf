"""From the paths a user gives to a stream of articles and rejections.

What belongs here: finding files (files, folders, globs), naming them, choosing the reader, and the last resort for
what a reader did not foresee. What does not: any format; one module each, listed in ``READERS``.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from pipelines.reading import (
    archive,
    docx,
    feed,
    html,
    jsonarray,
    jsonl,
    mail,
    parquet,
    remote,
    rtf,
    sitemap,
    table,
    txt,
    warc,
)
from pipelines.reading.decode import printable
from pipelines.reading.hidden import is_hidden
from pipelines.reading.source import LimitExceeded, Source, file_sha256
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

# Each module has NAME, sniff(name, head) -> bool and read(source, settings) -> records; the first that takes a file
# reads it. What is told by its first bytes comes before what may be told by its name alone.
READERS: tuple[ModuleType, ...] = (
    docx, archive, parquet, rtf, warc, sitemap, feed, html, mail, jsonl, jsonarray, table, txt,
)  # fmt: skip


def read_paths(paths: Sequence[str | Path], settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield every article in the files, folders and globs given, in a stable order, and a rejection for all else.

    Never raises: a path that is not there, a file no reader takes and a file that breaks off are rejections.
    """
    for source in find_sources(paths):
        yield from read_source(source, settings)


def find_sources(paths: Sequence[str | Path]) -> Iterator[Source]:
    """Yield the files that the paths name, each once, folders in order of name; a path that is not there as it is."""
    seen: set[Path] = set()
    for path in paths:
        for source in _remote(url) if (url := remote.address(path)) else _expand(Path(path)):
            if (real := source.path.resolve()) not in seen:
                seen.add(real)
                yield source


def place_of(source: Source) -> str:
    """Return where a file lies: its path on this machine, or its address in an object store."""
    return remote.address(source.uri) or str(source.path.resolve())


def sources_at(place: str, uri: str) -> Iterator[Source]:
    """Yield the file that lies at a place (``place_of``), called as it was before."""
    return _remote(place) if remote.address(place) else iter([Source(Path(place), uri)])


def find_reader(name: str, head: bytes) -> ModuleType | None:
    """Return the reader module that takes a file of this name, beginning with these bytes; None if none does."""
    plain = name.lower().removesuffix(".gz")
    return next((reader for reader in READERS if reader.sniff(plain, head)), None)


def _remote(url: str) -> Iterator[Source]:
    """Yield the files of an address; an address that cannot be read as a file that is not there, with the reason."""
    try:
        yield from remote.sources(url)
    except Exception as error:
        # Every store has errors of its own; none of them may stop the run.
        yield Source(Path(url), url, missing=f"{type(error).__name__}: {error}")


def _expand(path: Path) -> Iterator[Source]:
    if path.is_dir():
        yield from _folder(path)
    elif path.exists() or not glob.has_magic(str(path)):
        yield Source(path, _uri(path, path.parent))
    else:
        yield from _matches(path)


def _folder(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not is_hidden(path.relative_to(folder)):
            yield Source(path, _uri(path, folder))


def _matches(pattern: Path) -> Iterator[Source]:
    base = next(parent for parent in pattern.parents if not glob.has_magic(str(parent)))
    found = [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))]
    for path in found:
        if path.is_file():
            yield Source(path, _uri(path, base))
        elif "**" not in pattern.parts:
            yield from _folder(path)
    if not found:
        yield Source(pattern, _uri(pattern, base))


def _uri(path: Path, base: Path) -> str:
    root = base.resolve()
    uri = "/".join((root.name, *path.relative_to(base).parts)).lstrip("/")
    return uri.encode("utf-8", "replace").decode("utf-8")


def read_source(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield what one file holds: articles and rejections, at least one of either. Never raises."""
    if not source.path.exists():
        reason = "missing_extra" if source.missing.startswith("MissingExtra") else "unsupported_format"
        yield _refuse(source, reason, source.missing or "there is no such file; check the path", None)
        return
    source = replace(source, max_ratio=settings.archive_max_ratio)
    reader: ModuleType | None = None
    any_yet = False
    try:
        reader = find_reader(source.path.name, source.head())
        for record in _records(source, reader, settings):
            any_yet = True
            yield record
    except LimitExceeded as error:
        yield _refuse(source, "limit_exceeded", str(error), reader)
    except Exception as error:
        # Last resort: what breaks in one file must not stop the run, whatever the format's library raises.
        yield _refuse(source, "malformed", f"cannot be read ({type(error).__name__}: {error})", reader)
    else:
        if not any_yet:
            yield _refuse(source, "no_articles", "read to its end, and there is no article in it", reader)


def _records(source: Source, reader: ModuleType | None, settings: Settings) -> Iterator[RawArticle | Rejection]:
    if reader is not None:
        yield from reader.read(source, settings)
    else:
        known = ", ".join(module.NAME for module in READERS)
        yield _refuse(source, "unsupported_format", f"no reader takes this kind of file (known: {known})", reader)


def _refuse(source: Source, reason_code: str, detail: str, reader: ModuleType | None) -> Rejection:
    name = reader.NAME if reader else "paths"
    return Rejection(source.uri, file_sha256(source.path), reason_code, detail, name, _first_bytes(source.path))


def _first_bytes(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return printable(stream.read(64))
    except OSError:
        return ""
