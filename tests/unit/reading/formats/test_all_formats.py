"""What holds for every format: any bytes end as records, nothing vanishes, nothing grows without bound."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipelines.reading import READERS, clean, read_paths
from pipelines.reading.source import Source
from pipelines.records import RawArticle, Rejection
from pipelines.schemas import REJECTION_REASONS
from pipelines.settings import PROJECT_ROOT, Settings

# The reader that must take what begins so, and a whole file to break.
WHOLE = {
    "html": b"<!doctype html><html><head><title>T</title></head><body><p>Some words.</p></body></html>",
    "feed": b"<rss><channel><item><title>T</title><description>Some words.</description></item></channel></rss>",
    "sitemap": b"<urlset><url><loc>https://a.example/1</loc></url></urlset>",
    "warc": b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    b"Content-Type: application/http\r\nContent-Length: 65\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Some words here</p>\r\n\r\n",
    "jsonarray": b'[{"text": "Some words."}, {"text": "More words."}]',
    "table": b'title,text\nT,"Some words."\n',
    "mail": b"From: a@b.example\r\nTo: c@d.example\r\nSubject: T\r\n\r\nSome words.\r\n",
    "rtf": rb"{\rtf1\ansi Some words.\par More words.}",
    "archive": b"PK\x03\x04",
    "docx": b"PK\x03\x04\x14\x00\x00\x00[Content_Types].xml word/",
    "parquet": b"PAR1",
    "txt": b"Some words.",
    "jsonl": b'{"text": "Some words."}\n',
}
NAMES = {"txt": "a.txt", "jsonl": "a.jsonl", "table": "a.csv"}


def _broken(whole: bytes) -> st.SearchStrategy[bytes]:
    """Bytes of any kind, and the whole file with a piece of it replaced."""
    cut = st.tuples(st.integers(0, len(whole)), st.integers(0, 40), st.binary(max_size=40)).map(
        lambda edit: whole[: edit[0]] + edit[2] + whole[edit[0] + edit[1] :]
    )
    return st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda tail: whole[:20] + tail), cut)


def test_every_reader_is_tried() -> None:
    assert set(WHOLE) == {reader.NAME for reader in READERS}


@pytest.mark.parametrize("name", WHOLE)
def test_each_reader_takes_its_own_by_content(read: Callable, name: str) -> None:
    assert read(NAMES.get(name, "a"), WHOLE[name])[0].reader in (name, f"{name}_summary")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_bytes_give_records_or_rejections(
    reader: object, data: st.DataObject, settings: Settings, tmp_path: Path
) -> None:
    name = reader.NAME  # type: ignore[attr-defined]
    path = tmp_path / NAMES.get(name, f"a.{name}")
    path.write_bytes(data.draw(_broken(WHOLE[name])))
    records = list(read_paths([path], settings))
    assert records
    for record in records:
        assert isinstance(record, RawArticle | Rejection)
        assert all(value is None or value.encode() is not None for value in _values(record))
        assert not isinstance(record, Rejection) or (record.reason_code in REJECTION_REASONS and record.detail)
        assert not isinstance(record, RawArticle) or clean(record, settings)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_a_reader_raises_is_an_exception_that_the_last_resort_takes(
    reader: object, data: st.DataObject, settings: Settings, tmp_path: Path
) -> None:
    """Straight into the reader, past the choice by content: a panic that is no ``Exception`` would get through."""
    path = tmp_path / "a"
    path.write_bytes(data.draw(_broken(WHOLE[reader.NAME])))  # type: ignore[attr-defined]
    try:
        found = list(reader.read(Source(path, "a"), settings))  # type: ignore[attr-defined]
    except Exception:
        found = []
    assert all(isinstance(record, RawArticle | Rejection) for record in found)


def _values(record: RawArticle | Rejection) -> list[str | None]:
    return [getattr(record, name) for name in record.__slots__]


# Memory as /proc tells it, where there is one: Linux hands ``ru_maxrss`` on through exec, so that it would be the most
# that the whole test run ever held.
_COUNT = """
import json, re, resource, sys
from collections import Counter
from pathlib import Path
from pipelines.reading import clean, read_paths
from pipelines.records import Article, RawArticle
from pipelines.settings import get_settings
settings, counts = get_settings(), Counter()
for path in sys.argv[1:]:
    records = list(read_paths([path], settings))
    counts["silent"] += not records
    for record in records:
        ended = clean(record, settings) if isinstance(record, RawArticle) else record
        counts["in"] += 1
        counts["article" if isinstance(ended, Article) else "rejection"] += 1
own = Path("/proc/self/status")
most = int(re.search(r"VmHWM:\\s+(\\d+)", own.read_text())[1]) if own.exists() else (
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(json.dumps(counts | {"mib": most >> 10}))
"""


def test_malformed_files_end_as_articles_or_rejections_in_little_memory(shared: Path) -> None:
    files = [str(path) for path in sorted((shared / "malformed").rglob("*")) if path.is_file()]
    done = subprocess.run(
        [sys.executable, "-c", _COUNT, *files], cwd=PROJECT_ROOT, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    counts = json.loads(done.stdout)
    assert counts["silent"] == 0
    assert counts["in"] == counts["article"] + counts["rejection"] >= len(files)
    assert counts["mib"] < 1024


def test_an_address_without_its_driver_names_the_extra(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    (found,) = read_paths(["s3://bucket/a.jsonl"], settings)
    assert isinstance(found, Rejection)
    assert (found.reason_code, found.source_uri) == ("missing_extra", "s3://bucket/a.jsonl")
    assert "communique[objectstore]" in found.detail


def test_files_of_a_store_are_read_as_files_of_this_machine(settings: Settings) -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe(
        {
            "/news/a.txt": b"Some words, told twice.",
            "/news/deep/b.jsonl": b'{"text": "More words."}\n',
            "/news/.x": b"-",
        }
    )
    whole = [record.source_uri for record in read_paths(["memory://news"], settings)]
    assert whole == ["memory:///news/a.txt", "memory:///news/deep/b.jsonl#1"]
    assert len(list(read_paths([Path("memory://news/*.txt")], settings))) == 1
    (missing,) = read_paths(["memory://news/none.txt"], settings)
    assert isinstance(missing, Rejection)


def test_the_document_of_formats_names_every_reason_as_the_registry_does(repository: Path) -> None:
    text = (repository / "docs" / "FORMATS.md").read_text(encoding="utf-8")
    assert [code for code, meaning in REJECTION_REASONS.items() if f"| `{code}` | {meaning} |" not in text] == []


def test_the_warehouse_allows_every_reason_of_a_reader(repository: Path) -> None:
    text = (repository / "dbt_project" / "models" / "marts" / "_articles.yml").read_text(encoding="utf-8")
    of_coders = {"coder_failed", "quote_not_found"}
    assert [code for code in REJECTION_REASONS if code not in of_coders and f"- {code}\n" not in text] == []
