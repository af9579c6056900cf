"""Object stores and web addresses through fsspec (the extra ``objectstore``): ``s3://bucket/news/*.jsonl.gz``.

What belongs here: telling an address from a path, and bringing its files one at a time. What does not: formats.
Credentials are the store's own affair (its environment variables or files); none are settings of ours.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipelines.reading.hidden import is_hidden
from pipelines.reading.source import Source

# A path keeps one slash of two: "s3://bucket" reaches us as "s3:/bucket" where it was a Path on the way.
_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.]+):/{1,2}(?P<rest>[^/].*)", re.IGNORECASE | re.DOTALL)
_SAFE = re.compile(r"[^A-Za-z0-9._-]")


class MissingExtra(ImportError):
    """An optional part of the installation is needed."""


def address(path: str | Path) -> str | None:
    """Return the address that a path is, with both its slashes, or None for a path of this machine."""
    match = _ADDRESS.fullmatch(str(path))
    return f"{match['scheme']}://{match['rest']}" if match else None


def sources(url: str) -> Iterator[Source]:
    """Yield the files of an address (a file, a folder, a glob), each as a copy that lasts until the next is asked for.

    Raises:
        MissingExtra: fsspec, or the store's own driver, is not installed.
        OSError: The store cannot be reached.
    """
    try:
        import fsspec

        store, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise MissingExtra(f"object stores need: pip install 'communique[objectstore]' ({error})") from error
    for name in _names(store, root):
        with tempfile.TemporaryDirectory(prefix="communique-") as folder:
            copy = Path(folder) / _SAFE.sub("_", PurePosixPath(name).name)[-100:]
            store.get_file(name, str(copy))
            yield Source(copy, store.unstrip_protocol(name))


def _names(store: object, root: str) -> list[str]:
    """Return the files of a place in order of name; hidden ones only where they are named."""
    if any(char in root for char in "*?["):
        names = store.glob(root)  # type: ignore[attr-defined]
    elif store.isdir(root):  # type: ignore[attr-defined]
        names = [n for n in store.find(root) if not is_hidden(PurePosixPath(n.removeprefix(root).lstrip("/")))]  # type: ignore[attr-defined]
    else:
        return [root]
    return sorted(name for name in names if not store.isdir(name))  # type: ignore[attr-defined]
