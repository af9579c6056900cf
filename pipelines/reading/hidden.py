"""Which files in a folder or an archive are not meant as articles. Nothing else belongs here."""

from __future__ import annotations

from pathlib import PurePath

# Notes that lie beside articles; named in so many words they are read, met in a folder they are not.
_NOTES = frozenset(("readme", "readme.md", "readme.rst", "readme.txt", "license", "licence"))
_SYSTEM = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))


def is_hidden(path: PurePath) -> bool:
    """Tell whether a file met in a folder is not meant as an article: dot files, the folder's notes, the system's."""
    is_dotted = any(part.startswith(".") and part not in (".", "..") for part in path.parts)
    return is_dotted or path.name.lower() in _NOTES or any(part in _SYSTEM for part in path.parts)
