from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.unit.reading.formats.pages import STORY

TEXT = f"{STORY[0]}\n\n{STORY[1]}"
# A row as each exporter writes it, and what the record must hold.
PRESETS = {
    "news-please": (
        {"authors": ["Ann Lee"], "date_download": "2020-01-01", "date_publish": "2019-11-18 10:00:00", "title": "One",
         "language": "en", "maintext": TEXT, "source_domain": "post.example", "url": "https://post.example/1"},
        {"byline": "Ann Lee", "published_raw": "2019-11-18 10:00:00", "source_domain": "post.example"},
    ),
    "trafilatura": (
        {"title": "One", "author": "Ann Lee", "hostname": "post.example", "date": "2019-11-18", "sitename": "The Post",
         "url": "https://post.example/1", "text": TEXT, "language": "en"},
        {"byline": "Ann Lee", "published_raw": "2019-11-18", "source_name": "The Post"},
    ),
    "event registry": (
        {"uri": "77", "lang": "eng", "dateTime": "2019-11-18T10:00:00Z", "url": "https://post.example/1",
         "title": "One", "body": TEXT, "source": {"uri": "post.example", "title": "The Post"}},
        {"published_raw": "2019-11-18T10:00:00Z", "source_name": "The Post", "language": "eng"},
    ),
}  # fmt: skip


def _csv(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _parquet(tmp_path: Path, rows: list[dict[str, Any]]) -> bytes:
    (tmp_path / "rows.json").write_text(json.dumps(rows))
    path = tmp_path / "rows.parquet"
    duckdb.sql(f"copy (from read_json('{tmp_path / 'rows.json'}')) to '{path}' (format parquet)")
    return path.read_bytes()


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("form", ["json", "json-nested", "json-line", "json-one", "csv", "tsv", "parquet"])
def test_exports_are_understood(read: Callable, tmp_path: Path, preset: str, form: str) -> None:
    row, wanted = PRESETS[preset]
    flat = {key: value if isinstance(value, str) else "Ann Lee" for key, value in row.items() if key != "source"}
    data: Any = {
        "json": lambda: json.dumps([row]),
        "json-nested": lambda: json.dumps({"articles": {"results": [row], "totalResults": 1}}, indent=1),
        "json-line": lambda: json.dumps({"articles": {"results": [row], "totalResults": 1}}),
        "json-one": lambda: json.dumps(row),
        "csv": lambda: _csv([flat]),
        "tsv": lambda: _csv([flat], "\t"),
        "parquet": lambda: _parquet(tmp_path, [row]),
    }[form]()
    (found,) = read(f"export.{form.partition('-')[0]}", data)
    assert (found.text, found.title, found.source_uri) == (TEXT, "One", "https://post.example/1")
    kept = {key: value for key, value in wanted.items() if form not in ("csv", "tsv") or key != "source_name"}
    assert {key: getattr(found, key) for key in kept if key != "published_raw"} == {
        key: value for key, value in kept.items() if key != "published_raw"
    }
    assert found.published_raw[:10] == kept["published_raw"][:10]


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
def test_the_users_own_columns_come_first(read: Callable, tmp_path: Path, form: str) -> None:
    rows = [{"Story": TEXT, "text": "not this", "Kop": "One"}]
    data = {"json": json.dumps(rows), "csv": _csv(rows), "parquet": _parquet(tmp_path, rows)}[form]
    (found,) = read(f"a.{form}", data, columns={"text": "Story", "title": "Kop"})
    assert (found.text, found.title) == (TEXT, "One")


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_table_without_known_columns_names_them(read: Callable, tmp_path: Path, form: str) -> None:
    rows = [{"Kolom": "a", "Andere": "b"}]
    (found,) = read(f"a.{form}", {"csv": _csv(rows), "parquet": _parquet(tmp_path, rows)}[form])
    assert (found.reason_code, "Kolom" in found.detail, "COMMUNIQUE_COLUMNS" in found.detail) == (
        "missing_field", True, True,
    )  # fmt: skip


def test_gdelt_lists_are_known_urls(read: Callable, reasons: Callable) -> None:
    row = "20191118100000-1\t20191118100000\t1\tpost.example\thttps://post.example/1\tx\ty\n"
    found = read("20191118.gkg.csv", row * 2)
    assert reasons(found) == ["url_only"] * 2
    assert (found[0].source_uri, "20191118100000" in found[0].detail) == ("https://post.example/1", True)


def test_a_list_of_urls_is_known_urls(read: Callable) -> None:
    found = read("urls.txt", "https://post.example/1\nhttps://post.example/2\n")
    assert [(record.reason_code, record.source_uri) for record in found] == [
        ("url_only", "https://post.example/1"),
        ("url_only", "https://post.example/2"),
    ]


def test_a_table_is_known_by_its_header(read: Callable) -> None:
    assert read("export.dat", f'title;text\nOne;"{STORY[0]}"\n')[0].reader == "table"
    assert read("a.txt", f"Text, and a title, on one line\n\n{STORY[0]}\n")[0].reader == "txt"


def test_quoted_line_breaks_and_encodings(read: Callable) -> None:
    table = f'title,text\nCafé,"{STORY[0]}\r\n\r\nSaid ""so"""\n,\n'
    for data in (table.encode("cp1252"), table.encode(), table.encode("utf-16")):
        (found,) = read("a.csv", data)
        assert (found.title, found.text.endswith('Said "so"'), "\n\n" in found.text.replace("\r", "")) == (
            "Café", True, True,
        )  # fmt: skip


def test_an_unclosed_quote_costs_what_follows_and_is_told(read: Callable, reasons: Callable) -> None:
    data = f'title,text\nOne,"{STORY[0]}"\nTwo,"unclosed ' + "word " * 1_200_000
    assert reasons(read("a.csv", data)) == [None, "malformed"]


def test_many_records_are_read_one_after_the_other(read: Callable) -> None:
    rows = [{"text": f'{TEXT} {number} "quoted" é', "url": f"https://post.example/{number}"} for number in range(2_000)]
    found = read("a.json", json.dumps(rows, ensure_ascii=False, indent=2))
    assert [record.text for record in found] == [row["text"] for row in rows]


def test_an_array_that_breaks_off_gives_what_came_before(read: Callable, reasons: Callable) -> None:
    whole = json.dumps([{"text": TEXT}, {"text": TEXT}])
    assert reasons(read("a.json", whole[:-20])) == [None, "malformed"]


@pytest.mark.parametrize(
    "odd", ["[5]", '["a"]', "[null]", "[[]]", "5", "nul", '{"a": 1}', "[" * 100_000, '[{"text": []}]']
)
def test_odd_json_is_refused(read: Callable, reasons: Callable, odd: str) -> None:
    (reason,) = reasons(read("a.json", odd))
    assert reason in ("malformed", "missing_field")


def test_empty_ones_do_not_vanish(read: Callable, reasons: Callable) -> None:
    assert reasons(read("a.json", "[]")) == reasons(read("b.csv", "title,text\n")) == ["no_articles"]


def test_names_with_wildcards_are_only_names(read: Callable, tmp_path: Path) -> None:
    (found,) = read("a[1]*.parquet", _parquet(tmp_path, [{"text": TEXT}]))
    assert found.text == TEXT
