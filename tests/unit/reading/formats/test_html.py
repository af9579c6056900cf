from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import pages as benchmark
from pipelines.reading.charset import decode_markup, root_element
from pipelines.records import RawArticle
from tests.unit.reading.formats.pages import STORY, page


def _linked(**fields: object) -> str:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def test_a_page_gives_its_story_without_menu_and_foot(read: Callable) -> None:
    (found,) = read("a.html", page())
    assert isinstance(found, RawArticle)
    assert [text for text in found.text.split("\n\n") if text in STORY] == list(STORY)
    assert "rights reserved" not in found.text
    assert "World" not in found.text
    assert (found.reader, found.title, found.source_uri) == ("html", "Minister receives ambassador", "in/a.html")


def test_linked_data_tells_before_meta_tags(read: Callable) -> None:
    head = _linked(
        headline="Told in linked data",
        datePublished="2019-11-18T10:00:00+02:00",
        author=[{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}],
        publisher={"@type": "Organization", "name": "The Post"},
    )
    head += '<meta property="og:title" content="Told in a tag"><meta name="author" content="Somebody Else">'
    (found,) = read("a.html", page(head))
    told = (found.title, found.byline, found.source_name, found.published_raw)
    assert told == ("Told in linked data", "Ann Lee, Bo Ray", "The Post", "2019-11-18T10:00:00+02:00")


@pytest.mark.parametrize(
    ("field", "value", "head"),
    [
        ("published_raw", "2019-11-18", '<meta property="article:published_time" content="2019-11-18">'),
        ("published_raw", "2019-11-18", '<meta itemprop="datePublished" content="2019-11-18">'),
        ("byline", "Ann Lee", '<meta name="author" content="Ann Lee">'),
        ("byline", "Ann Lee", '<meta property="article:author" content="https://social.example/x">'
         '<meta name="byl" content="Ann Lee">'),
        ("source_name", "The Post", '<meta property="og:site_name" content="The Post">'),
        ("language", "en_GB", '<meta property="og:locale" content="en_GB">'),
        ("url", "https://post.example/a", '<link rel="canonical" href="https://post.example/a">'),
        ("url", "https://post.example/a", '<meta property="og:url" content="https://post.example/a">'),
    ],
)  # fmt: skip
def test_tags_of_the_head_tell(read: Callable, field: str, value: str, head: str) -> None:
    (found,) = read("a.html", page(head))
    assert getattr(found, field) == value


def test_the_address_is_the_canonical_link_and_never_a_home_page(read: Callable) -> None:
    head = _linked(mainEntityOfPage="https://post.example/") + '<link rel="canonical" href="https://post.example/a/b">'
    (found,) = read("a.html", page(head))
    assert (found.source_uri, found.source_domain) == ("https://post.example/a/b", "post.example")


@pytest.mark.parametrize("filler", ["0001-01-01T00:00:00Z", "undefined", ""])
def test_fillers_of_templates_are_passed_over(read: Callable, filler: str) -> None:
    head = _linked(datePublished=filler) + '<meta name="date" content="2019-11-18">'
    (found,) = read("a.html", page(head))
    assert found.published_raw == "2019-11-18"


def test_a_time_element_of_the_article_tells_the_day(read: Callable) -> None:
    body = '<time datetime="2019-11-18">Monday</time>' + "".join(f"<p>{text}</p>" for text in STORY)
    (found,) = read("a.html", page(body=body))
    assert found.published_raw == "2019-11-18"


@pytest.mark.parametrize(("line", "byline"), [("By <a>Ann Lee</a>", "By Ann Lee"), ("Share this", None)])
def test_a_byline_on_the_page_is_taken(read: Callable, line: str, byline: str | None) -> None:
    (found,) = read("a.html", page(body=f'<p class="byline">{line}</p>' + "".join(f"<p>{text}</p>" for text in STORY)))
    assert found.byline == byline


def test_a_story_told_to_machines_only_is_taken(read: Callable) -> None:
    story = " ".join(STORY * 3)
    (found,) = read("a.html", page(_linked(articleBody=story), body="<p>Subscribe to read.</p>"))
    assert found.text == story


@pytest.mark.parametrize("broken", ["{", "[[[[", '"text"', "null", "{}", "<!-- {} -->", '{"@graph": 5}'])
def test_broken_linked_data_costs_nothing_else(read: Callable, broken: str) -> None:
    (found,) = read("a.html", page(f'<script type="application/ld+json">{broken}</script>'))
    assert found.title == "Minister receives ambassador"


def test_a_page_is_known_by_its_content(read: Callable) -> None:
    assert [read(name, page())[0].reader for name in ("page", "a.txt", "a.php", "a.html.gz")] == ["html"] * 4


def test_xhtml_is_a_page(read: Callable) -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- saved -->\n' + page(title="Café opens").replace(
        "<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">'
    )
    (found,) = read("a.xhtml", declared.encode("latin-1"))
    assert found.title == "Café opens"


@pytest.mark.parametrize("empty", ["<html></html>", "<html><body><img src='a.png'></body></html>"])
def test_a_page_without_a_story_is_refused(read: Callable, reasons: Callable, empty: str) -> None:
    assert reasons(read("a.html", empty)) in (["no_body"], ["empty"])


def test_a_page_beyond_the_limit_is_refused(read: Callable, reasons: Callable) -> None:
    assert reasons(read("a.html", page() + " " * 5_000, max_document_bytes=4_096)) == ["limit_exceeded"]


def test_deep_nesting_is_borne(read: Callable) -> None:
    (found,) = read("a.html", "<html><body>" + "<div>" * 50_000 + " ".join(STORY))
    assert found.source_uri


@pytest.mark.parametrize(
    ("data", "http", "text"),
    [
        ("<p>naïve</p>".encode(), "latin-1", "<p>naïve</p>"),
        ('<meta charset="gb2312"><p>外交部'.encode("gbk"), None, '<meta charset="gb2312"><p>外交部'),
        ("<p>слово</p>".encode("koi8-r"), "koi8-r", "<p>слово</p>"),
        ('<meta charset="iso-8859-1"><p>“so”'.encode("cp1252"), None, '<meta charset="iso-8859-1"><p>“so”'),
        ('<meta charset="utf-8"><p>one ’ bad'.encode("cp1252"), None, '<meta charset="utf-8"><p>one ’ bad'),
        (codecs.BOM_UTF16_LE + "<p>wide</p>".encode("utf-16-le"), "utf-8", "<p>wide</p>"),
        ("<p>wide</p>".encode("utf-32-be"), None, "<p>wide</p>"),
        (b'<meta charset="no-such-thing"><p>plain', None, '<meta charset="no-such-thing"><p>plain'),
        (b"", None, ""),
    ],
)
def test_encodings(data: bytes, http: str | None, text: str) -> None:
    assert decode_markup(data, http) == text


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<!doctype html>", "html"),
        (b"\xef\xbb\xbf \n<!-- a --><?xml version='1.0'?><rdf:RDF xmlns='x'>", "rdf"),
        (b'<!DOCTYPE rss SYSTEM "x.dtd" [<!ENTITY a "b">]><rss version="2.0">', "rss"),
        (b"plain text", None),
        (b"", None),
    ],
)
def test_the_first_element_is_found(head: bytes, name: str | None) -> None:
    assert root_element(head) == name


@pytest.mark.parametrize(("a", "b", "f1"), [("A b", "a B", 1.0), ("a", "b", 0.0), ("a b", "a", 2 / 3), ("", "", 1.0)])
def test_word_f1(a: str, b: str, f1: float) -> None:
    assert benchmark.word_f1(a, b) == pytest.approx(f1)


def test_the_story_of_real_pages_is_found(shared: Path) -> None:
    ours = benchmark.score(benchmark.by_reader, shared / "html")
    assert ours.mean >= 0.95
    assert ours.good_share >= 0.90
    assert ours.mean > benchmark.score(benchmark.by_trafilatura, shared / "html").mean
