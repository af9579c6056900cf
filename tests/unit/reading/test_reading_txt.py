from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipelines.reading import read_paths
from pipelines.reading.txt import split_title
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings, get_settings

BODY = "The envoy left on Monday.\n\nNobody said why."


@pytest.mark.parametrize(
    "title",
    ["Envoy leaves port city", "Will the envoy come back?", "Envoy: ‘I am leaving’", "ENVOY LEAVES"],
)
def test_a_short_line_without_a_sentence_end_is_the_headline(title: str) -> None:
    assert split_title(f"{title}\n\n{BODY}") == (title, BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The envoy left on Monday.\nNobody said why.",
        "By Jane Roe\n\n" + BODY,
        "word " * 40 + "\n\n" + BODY,
        "One line only",
        "Envoy leaves\nand nobody said why",
        "",
    ],
)
def test_without_such_a_line_there_is_no_headline(text: str) -> None:
    assert split_title(text) == (None, text)


def test_a_deck_below_the_headline_goes_with_the_body() -> None:
    title, body = split_title(f"Envoy leaves\nNobody says why in the port city\n\n{BODY}")
    assert title == "Envoy leaves"
    assert body.startswith("Nobody says why in the port city\n\nThe envoy")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Chargé d’affaires arrives"),
        ("utf-8-sig", "Chargé d’affaires arrives"),
        ("utf-16", "Chargé d’affaires arrives"),
        ("utf-32", "Chargé d’affaires arrives"),
        ("cp1252", "The chargé d’affaires arrived in the port city with his staff"),
    ],
)
def test_encodings(tmp_path: Path, settings: Settings, encoding: str, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (record,) = read_paths([tmp_path / "a.txt"], settings)
    assert isinstance(record, RawArticle)
    assert record.text == text


def test_bytes_that_are_no_text_are_refused(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 4)
    (record,) = read_paths([tmp_path / "a.txt"], settings)
    assert isinstance(record, Rejection)
    assert record.reason_code == "undecodable"


def test_a_file_beyond_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    settings = get_settings(max_article_chars=1_000)
    (tmp_path / "a.txt").write_text("word " * 2_000)
    (record,) = read_paths([tmp_path / "a.txt"], settings)
    assert isinstance(record, Rejection)
    assert record.reason_code == "too_long"
    assert record.raw_sha256 == hashlib.sha256(b"word " * 2_000).hexdigest()
