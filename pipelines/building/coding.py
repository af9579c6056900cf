"""Records to coded rows, in this process or in several.

What belongs here: cleaning and coding a chunk of records, and spreading chunks over processes with the order kept. What
does not: files, data frames, the ledger; a coder process must never import dagster, polars or duckdb.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from pipelines.building.errors import BuildError
from pipelines.building.rows import Rows, Stamp, article_rows, rejection_rows, source_rows
from pipelines.parsing.extractors import load_extractor
from pipelines.reading.clean import clean
from pipelines.records import Article, ExtractionResult, Extractor, RawArticle, Rejection
from pipelines.settings import Settings

Record = RawArticle | Rejection
# A process takes a second to be of use: fewer records than this are coded sooner without one.
RECORDS_PER_PROCESS = 200
_CHUNK_RECORDS = 50
_OBJECTS_PER_COLLECTION = 50_000
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some records of one batch, small enough to travel to a coder process."""

    stamp: Stamp
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """What one record became.

    Attributes:
        article_id: The article that it told, or None where it was rejected.
        source: Rows that stand for the record itself; always kept.
        article: Rows that stand for the article; kept for the first record that tells it.
    """

    article_id: str | None
    source: Rows
    article: Rows = field(default_factory=dict)


def chunks_of(stamp: Stamp, records: Sequence[Record]) -> Iterator[Chunk]:
    """Yield a batch's records in chunks."""
    for start in range(0, len(records), _CHUNK_RECORDS):
        yield Chunk(stamp, tuple(records[start : start + _CHUNK_RECORDS]))


def code_chunk(chunk: Chunk, settings: Settings) -> list[Coded]:
    """Clean and code some records: one answer per record, in order. Never raises for what a record holds."""
    coder = _coder(settings.extractor, settings.reference_dir)
    return [_code(record, coder, chunk.stamp, settings) for record in chunk.records]


def code_chunks(chunks: Iterable[Chunk], settings: Settings, records: int) -> Iterator[list[Coded]]:
    """Yield the coded records of each chunk, in the chunks' order.

    Args:
        chunks: Taken as they are needed, a few ahead of what was yielded.
        settings: ``workers`` bounds the processes.
        records: How many records there are in all; few are coded in this process.

    Raises:
        BuildError: A coder process died.
    """
    workers = min(settings.workers, records // RECORDS_PER_PROCESS)
    if workers <= 1:
        return (code_chunk(chunk, settings) for chunk in chunks)
    return _in_processes(chunks, settings, workers)


def _in_processes(chunks: Iterable[Chunk], settings: Settings, workers: int) -> Iterator[list[Coded]]:
    # Spawned, not forked: the parent may hold threads (dagster, polars) that a fork would leave in an unknown state.
    # The default coder makes no cycles: a collection at every 700th new object is in vain, and 3 % of the time.
    spawned = get_context("spawn")
    with ProcessPoolExecutor(workers, spawned, gc.set_threshold, (_OBJECTS_PER_COLLECTION,)) as pool:
        waiting: deque[Future[list[Coded]]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(code_chunk, chunk, settings))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise BuildError("A coder process died (out of memory?); give fewer workers.") from error
        finally:
            pool.shutdown(cancel_futures=True)


@lru_cache(maxsize=1)
def _coder(name: str, reference_dir: Path) -> Extractor:
    return load_extractor(name, reference_dir)


def _code(record: Record, coder: Extractor, stamp: Stamp, settings: Settings) -> Coded:
    if isinstance(record, Rejection):
        return Coded(None, rejection_rows([record], stamp))
    article = _cleaned(record, stamp, settings)
    if isinstance(article, Rejection):
        return Coded(None, rejection_rows([article], stamp))
    return Coded(article.article_id, source_rows(record, article, stamp), _extracted(article, coder, stamp))


def _cleaned(raw: RawArticle, stamp: Stamp, settings: Settings) -> Article | Rejection:
    """Clean a record as of the day it landed, so that a rebuild in a later year gives the same."""
    try:
        return clean(raw, settings, stamp.landed_at.date())
    except Exception as error:
        detail = f"cleaning failed ({_named(error)}); the record is kept and will be tried again by a newer version"
        return Rejection(raw.source_uri, raw.raw_sha256, "malformed", detail, raw.reader)


def _extracted(article: Article, coder: Extractor, stamp: Stamp) -> Rows:
    """Code an article; where the coder fails, the article stays, without claims, and a row says what happened."""
    try:
        return article_rows(article, coder.extract(article), coder, stamp)
    except Exception as error:
        detail = f"{coder.name} {coder.version} failed ({_named(error)}); the article is kept without claims"
        failed = Rejection(article.source_uri, article.raw_sha256, "coder_failed", detail, coder.name)
        return article_rows(article, ExtractionResult(article.article_id, quarantined=(failed,)), coder, stamp)


def _named(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
