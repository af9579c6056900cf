"""The articles that annotations are about, read from the files that hold them.

What belongs here: finding an annotation's record, its cleaned article, and the text that its offsets count in. What
does not: coding, and reading formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipelines.reading import clean, read_paths
from pipelines.records import Article, RawArticle
from pipelines.settings import Settings


class Articles:
    """The records of some annotations, by what their ``source_uri`` ends with."""

    def __init__(self, paths: Sequence[Path], refs: Iterable[str], settings: Settings) -> None:
        """Read the records; of all that the paths hold only those that an annotation names are kept."""
        self._settings = settings
        self._raw: dict[str, RawArticle] = {}
        endings = tuple(refs)
        for record in read_paths(paths, settings):
            if isinstance(record, RawArticle) and record.source_uri.endswith(endings):
                self._raw.setdefault(record.source_uri, record)

    def _record(self, ref: str) -> RawArticle | None:
        fitting = sorted((uri for uri in self._raw if uri.endswith(ref)), key=len)
        return self._raw[fitting[0]] if fitting else None

    def article(self, ref: str) -> Article | None:
        """Return the cleaned article that an annotation is about; None where there is none or it was refused."""
        raw = self._record(ref)
        cleaned = clean(raw, self._settings) if raw is not None else None
        return cleaned if isinstance(cleaned, Article) else None

    def full_text(self, ref: str) -> str | None:
        """Return the text that an annotation's offsets count in: title, blank line, body, as the record has them."""
        raw = self._record(ref)
        return f"{raw.title}\n\n{raw.text}" if raw is not None else None
