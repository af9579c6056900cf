"""Another try at what a coder failed on, once whatever stood in its way is gone: an endpoint that was down, a bug.

What belongs here: which staged articles those are, and what takes the place of their failure. What does not: noting
that a try is asked for (``retrying``), coding itself (``coding``). Only they are coded, not the batch that they came
with: a coder may cost money.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.building.coding import Coded, chunks_of, code_chunks
from pipelines.building.landing import key_of, read_batch
from pipelines.building.ledger import Ledger
from pipelines.building.notes import Batch, record_key
from pipelines.building.places import places, replacing
from pipelines.building.progress import Progress
from pipelines.building.rows import Rows, Stamp
from pipelines.schemas import TABLES, polars_schema
from pipelines.settings import Settings

if TYPE_CHECKING:
    import polars as pl

_AT = {c.name: i for i, c in enumerate(TABLES["rejection"].columns)}


def code_failed_again(settings: Settings, ledger: Ledger, version: str, progress: Progress) -> int:
    """Code the articles once more that the ledger asks it for.

    Args:
        settings: Give the folders, the coder and how many processes it may use.
        ledger: Tells which records, and takes note of what became of them.
        version: The coder version that names the staged files.
        progress: Called after each batch.

    Returns:
        How many were coded at last. The others stay listed as they were.

    Raises:
        UnknownExtractorError: The settings name no coder.
        BuildError: A coder process died.
    """
    done: set[bytes] = set()
    asked = ledger.to_code_again()
    for number, (batch, keys) in enumerate(asked.items(), start=1):
        done |= _try_again(batch, keys, settings, version)
        progress("coding", number, len(asked))
    ledger.coded_again(done)
    return len(done)


def _try_again(batch: Batch, asked: set[bytes], settings: Settings, version: str) -> set[bytes]:
    """Code a batch's records that are asked for and still listed as failed; return those that were coded."""
    folder, name = places(settings).staging, f"{batch.batch_id}-{version}.parquet"
    failed = asked & _failed(folder / "rejection" / name)
    records = [record for record in read_batch(places(settings).landing, batch.batch_id) if key_of(record) in failed]
    chunks = chunks_of(Stamp(batch.batch_id, batch.landed_at), records)
    answers = [answer for answers in code_chunks(chunks, settings, len(records)) for answer in answers]
    coded = {key_of(record): one for record, one in zip(records, answers, strict=True) if not _fails(one)}
    if coded:
        _replace(folder, name, coded)
    return set(coded)


def _failed(path: Path) -> set[bytes]:
    import polars as pl

    if not path.is_file():
        return set()
    frame = pl.read_parquet(path).filter(pl.col("reason_code") == "coder_failed")
    return {record_key(uri, sha) for uri, sha in frame.select("source_uri", "raw_sha256").iter_rows()}


def _fails(coded: Coded) -> bool:
    return any(row[_AT["reason_code"]] == "coder_failed" for row in coded.article.get("rejection", ()))


def _replace(folder: Path, name: str, coded: dict[bytes, Coded]) -> None:
    """Put what was coded in the place of the failures; those go last, so that a run that is killed leaves them."""
    import polars as pl

    rows: Rows = {}
    for one in coded.values():
        for table, values in one.article.items():
            rows.setdefault(table, []).extend(values)
    rejections = rows.pop("rejection", [])
    articles = pl.col("article_id").is_in([one.article_id for one in coded.values()])
    order = pl.read_parquet(folder / "article" / name)["article_id"].to_list()
    in_order = pl.col("article_id").replace_strict(order, range(len(order)), return_dtype=pl.Int64)
    for table, values in rows.items():
        _rewrite(folder / table / name, table, articles, values, in_order)
    _rewrite(folder / "rejection" / name, "rejection", _are_failures_of(coded), rejections)


def _are_failures_of(coded: Collection[bytes]) -> pl.Expr:
    import polars as pl

    def is_one(row: dict[str, str]) -> bool:
        return row["reason_code"] == "coder_failed" and record_key(row["source_uri"], row["raw_sha256"]) in coded

    return pl.struct("source_uri", "raw_sha256", "reason_code").map_elements(is_one, pl.Boolean)


def _rewrite(path: Path, table: str, old: pl.Expr, rows: list[tuple[Any, ...]], order: pl.Expr | None = None) -> None:
    """Write a staged file anew: without its old rows, with new ones, in the order of the articles."""
    import polars as pl

    frame = pl.DataFrame(rows, schema=polars_schema(table), orient="row")
    if path.is_file():
        frame = pl.concat([pl.read_parquet(path).filter(~old), frame])
    with replacing(path) as temporary:
        (frame if order is None else frame.sort(order, maintain_order=True)).write_parquet(temporary)
