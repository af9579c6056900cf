from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipelines.reading import jsonl, read_paths
from pipelines.records import RawArticle, Rejection
from pipelines.settings import Settings, get_settings

TEXT = "The envoy left on Monday."


def _read(tmp_path: Path, settings: Settings, *lines: str | bytes) -> list[RawArticle | Rejection]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    (tmp_path / "r.jsonl").write_bytes(data)
    return list(read_paths([tmp_path / "r.jsonl"], settings))


def _one(tmp_path: Path, settings: Settings, record: Any) -> RawArticle | Rejection:
    (found,) = _read(tmp_path, settings, json.dumps(record))
    return found


@pytest.mark.parametrize(("field", "key"), [(field, key) for field, keys in jsonl.FIELDS.items() for key in keys])
def test_each_key_in_the_wild_fills_its_field(tmp_path: Path, settings: Settings, field: str, key: str) -> None:
    found = _one(tmp_path, settings, {"text": TEXT, key: "Some value"} if field != "text" else {key: "Some value"})
    assert isinstance(found, RawArticle)
    assert getattr(found, field) == "Some value"


def test_the_url_is_the_address(tmp_path: Path, settings: Settings) -> None:
    found = _one(tmp_path, settings, {"text": TEXT, "url": " https://x.example/a "})
    assert found.source_uri == "https://x.example/a"


@pytest.mark.parametrize(
    ("value", "byline"),
    [
        (["Jane Roe", "John Doe"], "Jane Roe, John Doe"),
        ([{"name": "Jane Roe"}], "Jane Roe"),
        ("Jane Roe", "Jane Roe"),
        ([], None),
        (None, None),
        (True, None),
        ("  ", None),
    ],
)
def test_authors_come_in_many_shapes(tmp_path: Path, settings: Settings, value: Any, byline: str | None) -> None:
    found = _one(tmp_path, settings, {"text": TEXT, "authors": value})
    assert isinstance(found, RawArticle)
    assert found.byline == byline


def test_a_source_that_is_a_domain_is_one(tmp_path: Path, settings: Settings) -> None:
    found = _one(tmp_path, settings, {"text": TEXT, "source": "daily.example"})
    assert isinstance(found, RawArticle)
    assert (found.source_name, found.source_domain) == (None, "daily.example")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut o', "malformed"),
        ("[1, 2]", "malformed"),
        ("null", "malformed"),
        ('{"title": "no text"}', "missing_field"),
        ('{"text": ""}', "missing_field"),
        ('{"text": 7, "n": ' + "9" * 5_000 + "}", "malformed"),
        ("[" * 100_000, "malformed"),
        (b'{"text": "\x00\xff\xfe\x00"}', "undecodable"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_stops_nothing(
    tmp_path: Path, settings: Settings, line: str | bytes, reason: str
) -> None:
    good = json.dumps({"text": TEXT})
    first, bad, last = _read(tmp_path, settings, good, line, good)
    assert isinstance(bad, Rejection)
    assert (bad.reason_code, bad.source_uri) == (reason, f"{tmp_path.name}/r.jsonl#2")
    assert isinstance(first, RawArticle)
    assert isinstance(last, RawArticle)


def test_half_a_character_is_dropped(tmp_path: Path, settings: Settings) -> None:
    (found,) = _read(tmp_path, settings, '{"text": "An odd \\ud83d sign", "url": "https://x.example/\\udc00"}')
    assert isinstance(found, RawArticle)
    assert (found.text, found.source_uri) == ("An odd  sign", "https://x.example/")


def test_a_line_beyond_every_limit_is_skipped_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_OTHER_FIELDS_BYTES", 0)
    good = json.dumps({"text": TEXT})
    long = json.dumps({"text": "x" * 7_000})
    found = _read(tmp_path, get_settings(max_article_chars=1_000), good, long, good)
    assert [getattr(record, "reason_code", None) for record in found] == [None, "too_long", None]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_file_in_another_unicode_encoding(tmp_path: Path, settings: Settings, encoding: str) -> None:
    lines = "\n".join(json.dumps({"text": f"{TEXT} é {n}"}, ensure_ascii=False) for n in range(50))
    (tmp_path / "r.jsonl").write_bytes(lines.encode(encoding))
    found = list(read_paths([tmp_path / "r.jsonl"], settings))
    assert [record.text for record in found if isinstance(record, RawArticle)] == [f"{TEXT} é {n}" for n in range(50)]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "url", "date", "name"]), inner)
    ),
    max_leaves=8,
)


@hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=st.dictionaries(st.sampled_from([key for keys in jsonl.FIELDS.values() for key in keys]), _JSON))
def test_any_record_is_read_or_refused(tmp_path: Path, settings: Settings, record: dict[str, Any]) -> None:
    found = _one(tmp_path, settings, record)
    assert isinstance(found, RawArticle | Rejection)
