"""RTF: documents of one article, and exports of press databases of many.

What belongs here: paragraphs out of the file. What does not: where articles begin (``press``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.reading import press
from pipelines.reading.decode import without_surrogates
from pipelines.reading.docx import records
from pipelines.reading.source import Source, read_whole, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "rtf"
_MAGIC = b"{\\rtf"


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file beginning so is RTF, whatever its name."""
    return head.startswith(_MAGIC)


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield the document's articles, numbered from 1 where there are several.

    Raises:
        LimitExceeded: The document is larger than ``settings.max_document_bytes``.
    """
    from striprtf.striprtf import rtf_to_text

    data = read_whole(source, settings.max_document_bytes)
    try:
        text = str(rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="ignore"))  # type: ignore[no-untyped-call]
    except Exception as error:
        # The library foresees no broken files: it raises what the first odd control word happens to raise.
        yield reject(source.uri, data, "malformed", f"not RTF ({type(error).__name__}: {error})", NAME)
        return
    lines = (" ".join(line.split()) for line in without_surrogates(text).split("\n"))
    yield from records(source.uri, press.split(lines), NAME)
