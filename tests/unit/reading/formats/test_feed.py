from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from pipelines.reading import clean
from pipelines.records import Article
from pipelines.settings import Settings
from tests.unit.reading.formats.pages import STORY


def _rss(*items: str, head: str = "<title>The Post</title><language>en</language>") -> str:
    content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    joined = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {content}><channel>{head}{joined}</channel></rss>'


def _item(number: int, extra: str) -> str:
    return (
        f"<title>Story {number}</title><link>https://post.example/{number}</link>"
        f"<author>a@post.example (Ann Lee)</author>"
        f"<pubDate>Mon, 18 Nov 2019 10:0{number}:00 GMT</pubDate>{extra}"
    )


def test_whole_articles_and_summaries_are_told_apart(read: Callable) -> None:
    body = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in STORY)
    whole = f"<description>A teaser.</description><content:encoded>{body}</content:encoded>"
    first, second = read("feed.xml", _rss(_item(1, whole), _item(2, f"<description>{STORY[0]}</description>")))
    assert (first.reader, first.text) == ("feed", "\n\n".join(STORY))
    assert (second.reader, second.text) == ("feed_summary", STORY[0])


def test_an_entry_brings_its_fields(read: Callable, settings: Settings) -> None:
    (found,) = read("x", _rss(_item(1, f"<description>{STORY[0]} {STORY[1]}</description>")))
    assert (found.source_uri, found.title, found.source_name) == ("https://post.example/1", "Story 1", "The Post")
    assert (found.source_domain, found.language) == ("post.example", "en")
    article = clean(found, settings)
    assert isinstance(article, Article)
    assert str(article.published.earliest) == "2019-11-18"


def test_an_entry_stays_the_same_record_while_the_feed_moves_on(read: Callable) -> None:
    summary = f"<description>{STORY[0]}</description>"
    old, new = read("a.xml", _rss(_item(1, summary))), read("a.xml", _rss(_item(2, summary), _item(1, summary)))
    assert old[0].raw_sha256 == new[1].raw_sha256
    assert old[0].source_uri == new[1].source_uri


def test_an_entry_without_text_is_a_known_url(read: Callable, reasons: Callable) -> None:
    (found,) = read("a.xml", _rss(_item(1, "")))
    assert (found.reason_code, found.source_uri) == ("url_only", "https://post.example/1")
    assert "18 Nov 2019" in found.detail
    assert reasons(read("a.xml", _rss("<title>Nothing</title>"))) == ["missing_field"]


def test_atom(read: Callable) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><title>One</title>'
        '<link href="https://post.example/1"/><updated>2019-11-18T10:00:00Z</updated>'
        "<author><name>Ann Lee</name></author>"
        f'<content type="html">&lt;p&gt;{STORY[0]}&lt;/p&gt;</content></entry></feed>'
    )
    (found,) = read("a.atom", atom)
    assert (found.reader, found.byline, found.published_raw) == ("feed", "Ann Lee", "2019-11-18T10:00:00Z")


def test_json_feed(read: Callable) -> None:
    items = [
        {"id": "1", "url": "https://post.example/1", "content_html": f"<p>{STORY[0]}</p><p>{STORY[1]}</p>",
         "date_published": "2019-11-18", "authors": [{"name": "Ann Lee"}]},
        {"id": "2", "summary": STORY[2]},
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "language": "en", "items": items}
    first, second = read("feed.json", json.dumps(feed))
    assert (first.text, first.byline, first.source_name) == (f"{STORY[0]}\n\n{STORY[1]}", "Ann Lee", "The Post")
    assert (second.reader, second.source_uri) == ("feed_summary", "in/feed.json#2")


@pytest.mark.parametrize("items", ["5", '"a"', "[1, null]", '[{"authors": 3}]', "null", '{"a": {}}'])
def test_a_json_feed_of_the_wrong_shape_is_refused(read: Callable, reasons: Callable, items: str) -> None:
    (reason,) = reasons(read("f.json", f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'))
    assert reason in ("malformed", "missing_field", "no_articles")


def test_an_empty_feed_does_not_vanish(read: Callable, reasons: Callable) -> None:
    assert reasons(read("a.xml", _rss())) == ["no_articles"]


def test_entities_from_outside_are_not_fetched_and_do_not_grow(read: Callable) -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    found = read("a.xml", bomb + _rss(_item(1, "<description>One &b; &c; two</description>")).partition("?>")[2])
    assert all("root:" not in getattr(record, "text", "") for record in found)


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://post.example/1</loc><news:news><news:publication><news:name>The Post</news:name></news:publication>
<news:publication_date>2019-11-18</news:publication_date><news:title>Café talks</news:title></news:news></url>
<url><loc>https://post.example/2</loc><lastmod>2019-11-19</lastmod></url></urlset>"""


def test_a_sitemap_lists_urls_that_nobody_fetched(read: Callable) -> None:
    first, second = read("sitemap.xml", SITEMAP)
    assert {record.reason_code for record in (first, second)} == {"url_only"}
    assert (first.source_uri, "2019-11-18" in first.detail, "Café talks" in first.detail) == (
        "https://post.example/1", True, True,
    )  # fmt: skip
    assert "2019-11-19" in second.detail


def test_a_sitemap_that_breaks_off_gives_what_came_before(read: Callable) -> None:
    assert [record.source_uri for record in read("s.xml", SITEMAP[:-60])][:1] == ["https://post.example/1"]


def test_an_index_of_sitemaps_lists_them(read: Callable) -> None:
    index = "<sitemapindex><sitemap><loc>https://post.example/s1.xml</loc></sitemap></sitemapindex>"
    assert [record.source_uri for record in read("s.xml", index)] == ["https://post.example/s1.xml"]
