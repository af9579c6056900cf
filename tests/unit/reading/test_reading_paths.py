from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipelines.reading import READERS, clean, find_reader, read_paths
from pipelines.records import Article, RawArticle, Rejection
from pipelines.schemas import REJECTION_REASONS
from pipelines.settings import Settings

BODY = "The delegation landed at noon and was received by the governor."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one below; records; a note and a dot file that are no articles; a file of no known kind."""
    root = tmp_path / "news"
    (root / "deep").mkdir(parents=True)
    (root / "b.txt").write_text(f"Governor receives delegation\n\n{BODY}")
    (root / "deep" / "a.txt").write_text(BODY)
    (root / "c.jsonl").write_text(
        json.dumps({"text": BODY}) + "\n\n" + json.dumps({"text": BODY, "url": "https://x.example/1"})
    )
    (root / "README.md").write_text("notes")
    (root / ".hidden.txt").write_text(BODY)
    (root / "picture.png").write_bytes(b"\x89PNG\r\n")
    return root


def _uris(paths: list[str | Path], settings: Settings) -> list[str]:
    return [record.source_uri for record in read_paths(paths, settings)]


def test_a_folder_is_read_in_order_of_name(folder: Path, settings: Settings) -> None:
    assert _uris([folder], settings) == [
        "news/b.txt",
        "news/c.jsonl#1",
        "https://x.example/1",
        "news/deep/a.txt",
        "news/picture.png",
    ]


def test_uris_do_not_depend_on_how_a_file_is_named(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_folder = {uri for uri in _uris([folder], settings) if uri.endswith("b.txt")}
    monkeypatch.chdir(folder)
    for given_path in (folder / "b.txt", "b.txt", "./b.txt", str(folder / "*.txt"), "*.txt", "."):
        assert by_folder <= set(_uris([given_path], settings)), given_path


def test_a_glob_reaches_below(folder: Path, settings: Settings) -> None:
    assert _uris([str(folder / "**" / "*.txt")], settings) == ["news/b.txt", "news/deep/a.txt"]


def test_a_file_given_twice_is_read_once(folder: Path, settings: Settings) -> None:
    assert len(_uris([folder, folder / "b.txt", str(folder / "*.txt")], settings)) == 5


@pytest.mark.parametrize(("path", "reason"), [("none.txt", "unsupported_format"), ("*.nothing", "unsupported_format")])
def test_a_path_that_is_not_there_is_a_rejection(tmp_path: Path, settings: Settings, path: str, reason: str) -> None:
    (record,) = read_paths([tmp_path / path], settings)
    assert isinstance(record, Rejection)
    assert record.reason_code == reason
    assert "no such file" in record.detail


def test_a_file_of_no_known_kind_is_a_rejection(folder: Path, settings: Settings) -> None:
    (record,) = read_paths([folder / "picture.png"], settings)
    assert isinstance(record, Rejection)
    assert (record.reason_code, record.raw_sha256) == (
        "unsupported_format",
        hashlib.sha256(b"\x89PNG\r\n").hexdigest(),
    )
    assert "PNG" in record.first_bytes


def test_gzip_is_taken_off(tmp_path: Path, settings: Settings) -> None:
    lines = "\n".join(json.dumps({"text": f"{BODY} {n}"}) for n in range(3))
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    records = list(read_paths([tmp_path / "x.jsonl.gz"], settings))
    assert [record.text for record in records if isinstance(record, RawArticle)] == [f"{BODY} {n}" for n in range(3)]


def test_what_was_whole_before_a_gzip_breaks_off_is_kept(tmp_path: Path, settings: Settings) -> None:
    lines = "\n".join(json.dumps({"text": f"{BODY} {hashlib.sha256(bytes([n])).hexdigest()}"}) for n in range(200))
    whole = gzip.compress(lines.encode())
    (tmp_path / "x.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *kept, last = read_paths([tmp_path / "x.jsonl.gz"], settings)
    assert kept
    assert isinstance(last, Rejection)
    assert last.reason_code == "malformed"


def test_broken_files_end_as_articles_or_rejections(shared: Path, settings: Settings) -> None:
    folder = shared / "malformed"
    found = [
        clean(record, settings) if isinstance(record, RawArticle) else record
        for record in read_paths([folder], settings)
    ]
    assert len(found) >= sum(path.is_file() for path in folder.rglob("*"))
    assert {type(record) for record in found} <= {Article, Rejection}


def test_every_reader_is_found_by_what_it_reads() -> None:
    assert {reader.NAME for reader in READERS} >= {"txt", "jsonl"}
    assert find_reader("A.TXT", b"") is not None
    assert getattr(find_reader("a.JSONL.gz", b""), "NAME", None) == "jsonl"
    assert find_reader("a.bin", b"\x00") is None


@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.jsonl.gz", "x.json"])
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
def test_any_bytes_give_records_or_rejections(tmp_path: Path, settings: Settings, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    for record in read_paths([tmp_path / name], settings):
        assert isinstance(record, RawArticle | Rejection)
        record.source_uri.encode()
        if isinstance(record, Rejection):
            assert record.reason_code in REJECTION_REASONS
            assert record.detail
        else:
            record.text.encode()
