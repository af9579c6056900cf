"""JSON that is not lines: an array of records, an object that holds one, or a single record.

What belongs here: finding the array, and its records one after the other without reading the whole. What does not:
which key holds what (``columns``).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pipelines.reading.columns import article, mapping
from pipelines.reading.decode import marked_encoding
from pipelines.reading.source import Source, reject
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings

NAME = "jsonarray"
_CHUNK_BYTES = 1 << 16
_START = re.compile(rb"\s*(?:\[\s*(?:[{\[\]]|$)|\{\s*(?:[\"}]|$))")
# Where exports of news services keep their list: Event Registry (articles.results), news APIs, Elasticsearch, ...
_LIST = re.compile(
    r'"(?:articles|results|items|data|docs|documents|hits|records|value|stories|response)"\s*:\s*\[\s*(?=\{)'
)
_BETWEEN = re.compile(r"[\s,]*")
_BYTES_PER_CHAR = 6
_OTHER_FIELDS_BYTES = 1 << 20


def sniff(name: str, head: bytes) -> bool:
    """Tell whether a file of this (lower-case) name, beginning so, is JSON: by its name, or an array of objects."""
    mark = marked_encoding(head)
    plain = head[mark[1] :].replace(b"\x00", b"") if mark else head
    return bool(_START.match(plain)) or name.endswith(".json")


def read(source: Source, settings: Settings) -> Iterator[RawArticle | Rejection]:
    """Yield an article or a rejection for each record, numbered from 1; what breaks off gives what came before.

    Raises:
        OSError, EOFError, zlib.error: The file cannot be read.
    """
    limit = _BYTES_PER_CHAR * settings.max_article_chars + _OTHER_FIELDS_BYTES
    with source.open() as stream:
        for number, value in enumerate(_Values(stream, limit), start=1):
            uri = f"{source.uri}#{number}"
            if isinstance(value, _Broken):
                yield reject(uri, value.rest.encode("utf-8", "replace"), "malformed", value.why, NAME)
            else:
                yield _record(uri, value, settings)


def _record(uri: str, value: Any, settings: Settings) -> RawArticle | Rejection:
    data = json.dumps(value, sort_keys=True).encode()
    if isinstance(value, dict):
        source = value.get("_source")
        value = source if isinstance(source, dict) else value
        return article(uri, data, value, mapping(value, settings), NAME)
    return reject(uri, data, "malformed", f"a JSON {type(value).__name__} where an object is due", NAME)


class _Broken:
    """What could not be read, and why."""

    def __init__(self, rest: str, why: str) -> None:
        self.rest, self.why = rest[:200], why


class _Values:
    """Iterates over the values of the first array, holding one of them (``limit`` characters) at a time."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        head = stream.peek(4)[:4]  # type: ignore[attr-defined]
        mark = marked_encoding(head)
        stream.read(mark[1] if mark else 0)
        self._decoder = codecs.getincrementaldecoder(mark[0] if mark else "utf-8")("replace")
        self._stream, self._limit = stream, limit
        self._text, self._ended = "", False

    def __iter__(self) -> Iterator[Any]:
        self._more()
        if not self._text.strip():
            return
        if not self._find_array():
            yield self._value()
            return
        while True:
            self._skip()
            if self._text.startswith("]"):
                return
            value = self._value()
            yield value
            if isinstance(value, _Broken):
                return

    def _find_array(self) -> bool:
        """Go to the first record of the array; False where the file is one record by itself."""
        self._text = self._text.lstrip()
        if self._text.startswith("["):
            self._text = self._text[1:]
            return True
        found = _LIST.search(self._text)
        self._text = self._text[found.end() :] if found else self._text
        return found is not None

    def _skip(self) -> None:
        """Pass over what stands between values, so that one begins the text unless the file is at its end."""
        while True:
            passed = _BETWEEN.match(self._text)
            self._text = self._text[passed.end() :] if passed else self._text
            if self._text or not self._more():
                return

    def _value(self) -> Any:
        while True:
            try:
                value, end = json.JSONDecoder(strict=False).raw_decode(self._text)
            except (ValueError, RecursionError) as error:
                if (
                    isinstance(error, RecursionError)
                    or len(self._text) > self._limit
                    or not self._more(len(self._text))
                ):
                    return _Broken(self._text, f"the JSON breaks off or is broken: {str(error)[:200]}")
            else:
                self._text = self._text[end:]
                return value

    def _more(self, size: int = 0) -> bool:
        """Take in more of the file, as much again as there is: a long value is then parsed few times."""
        if self._ended:
            return False
        chunk = self._stream.read(max(size, _CHUNK_BYTES))
        self._ended = not chunk
        self._text += self._decoder.decode(chunk, final=self._ended)
        return bool(chunk)
