from __future__ import annotations

import gzip
import io
from collections.abc import Callable

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.unit.reading.formats.pages import STORY, page


def _crawl(*responses: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """Return a crawl of (url, status, content type, payload), each with its request, as crawlers write them."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, status, kind, payload in responses:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(payload), http_headers=headers)
        )
    return out.getvalue()


def _page(url: str, text: str = "", kind: str = "text/html; charset=utf-8") -> tuple[str, str, str, bytes]:
    return url, "200 OK", kind, (text or page()).encode()


def test_pages_are_read_and_the_crawlers_notes_are_not(read: Callable) -> None:
    crawl = _crawl(_page("https://post.example/1"), _page("https://daily.example/2"))
    found = read("a.warc.gz", crawl)
    assert [record.source_uri for record in found] == ["https://post.example/1", "https://daily.example/2"]
    assert STORY[0] in found[0].text
    assert (found[0].reader, found[0].source_domain, found[0].published_raw) == ("warc", "post.example", None)


def test_a_crawl_is_known_by_its_content_packed_in_parts_as_a_whole_or_not_at_all(read: Callable) -> None:
    plain = _crawl(_page("https://post.example/1"), packed=False)
    packed = (plain, gzip.compress(plain), _crawl(_page("https://post.example/1")))
    assert [read("crawl", data)[0].reader for data in packed] == ["warc"] * 3


def test_what_is_no_page_is_a_rejection(read: Callable, reasons: Callable) -> None:
    crawl = _crawl(
        ("https://post.example/gone", "404 Not Found", "text/html", page().encode()),
        ("https://post.example/a.png", "200 OK", "image/png", b"\x89PNG"),
        _page("https://post.example/1"),
    )
    found = read("a.warc.gz", crawl)
    assert reasons(found) == ["not_a_page", "not_a_page", None]
    assert ("404" in found[0].detail, found[1].source_uri) == (True, "https://post.example/a.png")


def test_only_the_hosts_asked_for(read: Callable) -> None:
    urls = ("https://www.post.example/1", "https://notpost.example/2", "https://daily.example/3")
    crawl = _crawl(*map(_page, urls))
    found = read("a.warc.gz", crawl, hosts=("post.example", "DAILY.example"))
    assert [record.source_uri for record in found] == [urls[0], urls[2]]
    assert [r.reason_code for r in read("a.warc.gz", crawl, hosts=("none.example",))] == ["no_articles"]


def test_the_servers_charset_is_believed(read: Callable) -> None:
    payload = page(title="Встреча послов").encode("koi8-r")
    (found,) = read("a.warc", _crawl(("https://post.example/1", "200 OK", "text/html; charset=KOI8-R", payload)))
    assert found.title == "Встреча послов"


def test_a_packed_payload_is_unpacked_within_the_limit(read: Callable, reasons: Callable) -> None:
    payload = gzip.compress(b"<html>" + b" " * 5_000_000)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], "HTTP/1.1")
    record = writer.create_warc_record(
        "https://a.example/", "response", payload=io.BytesIO(payload), http_headers=headers
    )
    writer.write_record(record)
    assert reasons(read("a.warc.gz", out.getvalue(), max_document_bytes=100_000)) == ["limit_exceeded"]


def test_a_crawl_that_breaks_off_gives_what_came_before(read: Callable) -> None:
    crawl = _crawl(_page("https://post.example/1"), _page("https://post.example/2"))
    found = read("a.warc.gz", crawl[: int(len(crawl) * 0.7)])
    assert found[0].source_uri == "https://post.example/1"
    assert found[-1].reason_code == "malformed"


def test_garbage_between_records_is_a_rejection(read: Callable, reasons: Callable) -> None:
    crawl = _crawl(_page("https://post.example/1"), packed=False) + b"\r\nno such thing\r\n\r\n"
    assert reasons(read("a.warc", crawl)) == [None, "malformed"]
