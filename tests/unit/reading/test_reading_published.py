from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.reading import clean
from pipelines.reading.published import from_metadata, from_url
from pipelines.records import Article, DateBounds, RawArticle
from pipelines.settings import Settings

TODAY = date(2026, 6, 1)
DAY = date(2019, 11, 28)
BODY = "The envoy of the northern council left the port city on Monday after two days of talks with its governor."


@pytest.mark.parametrize(
    "value",
    [
        "2019-11-28",
        " 2019-11-28 08:42:13",
        "2019-11-28T23:30:00-05:00",
        "2019-11-28T00:30:00+09:00",
        "2019-11-28T08:42:13.123Z",
        "2019/11/28",
        "20191128",
        "20191128T084213Z",
        "Thu, 28 Nov 2019 23:59:00 -0800",
        "28 November 2019",
        "28th of November, 2019",
        "November 28, 2019 5:03 PM",
        "Nov. 28, 2019",
        "Thu Nov 28 10:00:00 +0000 2019",
        "28-NOV-2019 15:01:01.79",
        "11/28/2019",
        "28/11/2019",
        "28.11.2019",
        "11/28/19",
        "1574935333",
        "1574935333000",
    ],
)
def test_a_day_in_many_forms_is_the_day_as_written(value: str) -> None:
    assert from_metadata(value, TODAY) == DateBounds(DAY, DAY, "day")


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2019-11", DateBounds(date(2019, 11, 1), date(2019, 11, 30), "month")),
        ("November 2019", DateBounds(date(2019, 11, 1), date(2019, 11, 30), "month")),
        ("2019", DateBounds(date(2019, 1, 1), date(2019, 12, 31), "year")),
        ("3/8/17", DateBounds(date(2017, 3, 8), date(2017, 8, 3), "range")),
        ("5/5/99", DateBounds(date(1999, 5, 5), date(1999, 5, 5), "day")),
    ],
)
def test_what_a_date_leaves_open_stays_open(value: str, bounds: DateBounds) -> None:
    assert from_metadata(value, TODAY) == bounds


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "yesterday",
        "0001-01-01",
        "0001-01-01T00:00:00",
        "1970-01-01",
        "2026-06-03",
        "2031",
        "2019-02-30",
        "99/99/99",
    ],
)
def test_impossible_dates_are_refused(value: str | None) -> None:
    assert from_metadata(value, TODAY) is None


def test_tomorrow_is_today_in_the_east() -> None:
    assert from_metadata("2026-06-02", TODAY) is not None


@pytest.mark.parametrize(
    ("url", "bounds"),
    [
        ("https://x.example/2019/11/28/envoy", DateBounds(DAY, DAY, "day")),
        ("https://x.example/world/2019/nov/28/envoy", DateBounds(DAY, DAY, "day")),
        ("https://x.example/envoy-2019-11-28.html", DateBounds(DAY, DAY, "day")),
        ("https://x.example/20191128/envoy", DateBounds(DAY, DAY, "day")),
        ("https://x.example/2019/11/envoy", DateBounds(date(2019, 11, 1), date(2019, 11, 30), "month")),
        ("https://x.example/2019/13/45/envoy", None),
        ("https://x.example/envoy-12345678", None),
        ("https://x.example/envoy?d=/2019/11/28/", None),
        ("https://x.example/2031/01/01/envoy", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_urls(url: str | None, bounds: DateBounds | None) -> None:
    assert from_url(url, TODAY) == bounds


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://x.example/articles/harbour-talks-end-1574985600", DAY, DAY),
        ("https://x.example/articles/harbour-talks-end-11574985600", DAY, DAY),
        ("https://x.example/news/2019/11/harbour-talks-end-191128171917304.html", DAY, DAY),
        ("https://x.example/article/harbour-talks-idUSKBN1Y20AB", DAY, date(2019, 11, 30)),
        ("https://x.example/article/harbour-talks-idUSKBN1Y20AB20191128", DAY, DAY),
    ],
)
def test_the_stamp_of_a_publisher_tells_the_day(url: str, first: date, last: date) -> None:
    bounds = from_url(url, TODAY)
    assert bounds is not None
    assert (bounds.earliest, bounds.latest) == (first, last)


@pytest.mark.parametrize(
    ("fields", "opening", "day", "basis"),
    [
        ({"published_raw": "2019-11-29", "url": "https://x.example/2019/11/28/a"}, "", date(2019, 11, 29), "metadata"),
        ({"published_raw": "0001-01-01", "url": "https://x.example/2019/11/28/a"}, "", DAY, "url"),
        ({"url": "https://x.example/a"}, "ROME, Nov. 28, 2019 — ", DAY, "dateline"),
        ({"url": "https://x.example/2019/11/a"}, "ROME, Nov. 28 — ", DAY, "dateline"),
        ({"url": "https://x.example/2019/11/a"}, "ROME, March 3 — ", date(2019, 11, 1), "url"),
        ({}, "ROME, Nov. 28 — ", None, "none"),
        ({"published_raw": "soon"}, "", None, "none"),
    ],
)
def test_what_is_believed_first(
    raw: Callable[..., RawArticle],
    settings: Settings,
    fields: dict[str, str],
    opening: str,
    day: date | None,
    basis: str,
) -> None:
    article = clean(raw(opening + BODY, **fields), settings, TODAY)
    assert isinstance(article, Article)
    assert (article.published.earliest, article.published_basis) == (day, basis)
