"""Date expressions of news English against a publication date: one row per wording.

Each table row is a text, the words that must be found in it, and the bounds they must give (``first..last``, one day
alone, ``..last`` where the start is open).
"""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.dates import DateExpression, choose_date, find_dates, reanchor, story_date
from pipelines.parsing.document import parse_document
from pipelines.records import DateBounds

PUBLISHED = date(2019, 11, 28)  # a Thursday


def find(text: str, published: date | DateBounds | None = PUBLISHED) -> list[DateExpression]:
    """Return the expressions of a text published on a day, within bounds, or nobody knows when."""
    if isinstance(published, date):
        published = DateBounds(published, published, "day")
    return find_dates(parse_document(text), published or DateBounds())


def one(text: str, words: str, published: date | DateBounds | None = PUBLISHED) -> DateExpression:
    """Return the expression that covers exactly these words."""
    found = {text[e.char_start : e.char_end]: e for e in find(text, published)}
    assert words in found, f"found {list(found)}"
    return found[words]


def show(bounds: DateBounds) -> str:
    """Return bounds as ``first..last`` or one day, empty where unknown."""
    if bounds.earliest == bounds.latest:
        return str(bounds.earliest or "")
    return f"{bounds.earliest or ''}..{bounds.latest or ''}"


PAST = [
    # days whose year goes without saying, beside what tells them
    ("He recalled the Sept. 11 terrorist attacks.", "Sept. 11", "2001-09-11"),
    ("He recalled the attacks of September 11.", "September 11", "2001-09-11"),
    ("He recalled the Sept. 11 Paphos attacks.", "Sept. 11", "2019-09-11"),
    ("He read the Sept. 11 report.", "Sept. 11", "2019-09-11"),
    ("They attacked on Sept. 11.", "Sept. 11", "2019-09-11"),
    ("He recalled the Jan. 6 riot.", "Jan. 6", "2019-01-06"),  # written before that riot
    # numbers that are no years
    ("In June 1500 soldiers left.", "June", "2019-06-01..2019-06-30"),
    ("On June 5 1200 soldiers left.", "June 5", "2019-06-05"),
    # feasts
    ("He left on Christmas Day.", "Christmas Day", "2018-12-25"),
    ("Shells fell on Christmas Eve 2009.", "Christmas Eve 2009", "2009-12-24"),
    ("They dined on New Year's Eve.", "New Year's Eve", "2018-12-31"),
    ("They dined on New Year’s Day.", "New Year’s Day", "2019-01-01"),
    ("A church burned on Easter Sunday.", "Easter Sunday", "2019-04-21"),
    ("A church burned on Easter Monday.", "Easter Monday", "2019-04-22"),
    ("A church burned on Palm Sunday 2017.", "Palm Sunday 2017", "2017-04-09"),
    ("They signed on Good Friday.", "Good Friday", "2019-04-19"),
    ("They fell out at Thanksgiving.", "Thanksgiving", "2019-11-28"),
    ("A lorry ploughed into them on Bastille Day 2016.", "Bastille Day 2016", "2016-07-14"),
    ("They marched on the first of May.", "the first of May", "2019-05-01"),
    ("They marched on the Fourth of July.", "the Fourth of July", "2019-07-04"),
    # weekdays
    ("He left on Tuesday.", "Tuesday", "2019-11-26"),
    ("He left on Thursday.", "Thursday", "2019-11-28"),
    ("He left on Friday.", "Friday", "2019-11-22"),
    ("He left late on Tuesday night.", "late on Tuesday night", "2019-11-26"),
    ("The blast late Wednesday killed two.", "late Wednesday", "2019-11-27"),
    ("Early Sunday the planes came.", "Early Sunday", "2019-11-24"),
    ("He arrived on Monday morning.", "Monday morning", "2019-11-25"),
    ("It ended in the early hours of Saturday.", "Saturday", "2019-11-23"),
    ("They spoke earlier Tuesday by phone.", "earlier Tuesday", "2019-11-26"),
    ("Speaking later Wednesday, he agreed.", "later Wednesday", "2019-11-27"),
    ("He died at midnight Wednesday.", "midnight Wednesday", "2019-11-27"),
    ("He left last Tuesday.", "last Tuesday", "2019-11-26"),
    ("He left last Thursday.", "last Thursday", "2019-11-21"),
    ("He left this past Sunday.", "this past Sunday", "2019-11-24"),
    ("They met on Tuesday of last week.", "Tuesday of last week", "2019-11-19"),
    ("They met on Friday last week.", "Friday last week", "2019-11-22"),
    ("They met on Monday this week.", "Monday this week", "2019-11-25"),
    ("Talks ran from Monday to Wednesday.", "Monday to Wednesday", "2019-11-25..2019-11-27"),
    ("Talks ran Thursday through Monday.", "Thursday through Monday", "2019-11-21..2019-11-25"),
    ("Talks ran Friday through Sunday.", "Friday through Sunday", "2019-11-22..2019-11-24"),
    ("Between Monday and Tuesday he slept.", "Monday and Tuesday", "2019-11-25..2019-11-26"),
    # days around the publication
    ("He left today.", "today", "2019-11-28"),
    ("He left yesterday.", "yesterday", "2019-11-27"),
    ("He left yesterday evening.", "yesterday evening", "2019-11-27"),
    ("He left the day before yesterday.", "the day before yesterday", "2019-11-26"),
    ("Shelling went on overnight.", "overnight", "2019-11-27..2019-11-28"),
    ("They dined last night.", "last night", "2019-11-27"),
    ("He rang this morning.", "this morning", "2019-11-28"),
    ("He rang earlier today.", "earlier today", "2019-11-28"),
    # weekends
    ("Over the weekend, they met.", "the weekend", "2019-11-23..2019-11-24"),
    ("They met this past weekend.", "this past weekend", "2019-11-23..2019-11-24"),
    ("They met last weekend.", "last weekend", "2019-11-23..2019-11-24"),
    ("They met at the weekend.", "the weekend", "2019-11-23..2019-11-24"),
    # weeks, months, years
    ("They met this week.", "this week", "2019-11-25..2019-11-28"),
    ("They met earlier this week.", "earlier this week", "2019-11-25..2019-11-27"),
    ("They met last week.", "last week", "2019-11-18..2019-11-24"),
    ("They met late last week.", "late last week", "2019-11-23..2019-11-24"),
    ("They met eighteen months ago.", "eighteen months ago", "2018-05-01..2018-05-31"),
    ("They met in the second half of October.", "the second half of October", "2019-10-16..2019-10-31"),
    ("They met in the first week of May 2015.", "the first week of May 2015", "2015-05-01..2015-05-07"),
    ("They met in the last week of May.", "the last week of May", "2019-05-25..2019-05-31"),
    ("They met on the last day of October.", "the last day of October", "2019-10-31"),
    ("They met this month.", "this month", "2019-11-01..2019-11-28"),
    ("They met earlier this month.", "earlier this month", "2019-11-01..2019-11-25"),
    ("They met early this month.", "early this month", "2019-11-01..2019-11-10"),
    ("They met last month.", "last month", "2019-10-01..2019-10-31"),
    ("They met late last month.", "late last month", "2019-10-22..2019-10-31"),
    ("They met this year.", "this year", "2019-01-01..2019-11-28"),
    ("They met earlier this year.", "earlier this year", "2019-01-01..2019-11-14"),
    ("They met last year.", "last year", "2018-01-01..2018-12-31"),
    ("Since late last year they fight.", "late last year", "2018-09-01..2018-12-31"),
    ("They met early last year.", "early last year", "2018-01-01..2018-05-02"),
    ("They met last decade.", "last decade", "2000-01-01..2009-12-31"),
    ("They met last quarter.", "last quarter", "2019-07-01..2019-09-30"),
    ("They met at the end of last year.", "end of last year", "2018-12-01..2018-12-31"),
    ("They met at the start of this month.", "start of this month", "2019-11-01..2019-11-08"),
    ("They met at the beginning of the year.", "beginning of the year", "2019-01-01..2019-01-31"),
    # stretches that reach to the publication
    ("Over the past three days they talked.", "the past three days", "2019-11-25..2019-11-28"),
    ("In the last two weeks they talked.", "the last two weeks", "2019-11-14..2019-11-28"),
    ("In the past year they talked.", "the past year", "2018-11-28..2019-11-28"),
    ("In the past month they talked.", "the past month", "2019-10-29..2019-11-28"),
    ("In the past 24 hours they shelled it.", "the past 24 hours", "2019-11-27..2019-11-28"),
    ("In recent days they talked.", "recent days", "2019-11-21..2019-11-28"),
    ("In recent weeks they talked.", "recent weeks", "2019-10-24..2019-11-28"),
    ("In recent months they talked.", "recent months", "2019-06-01..2019-11-28"),
    ("Over the past few days they talked.", "the past few days", "2019-11-23..2019-11-28"),
    ("Over the past two decades it grew.", "the past two decades", "1999-11-29..2019-11-28"),
    ("This past week they met.", "This past week", "2019-11-21..2019-11-28"),
    ("During the last 18 months it grew.", "the last 18 months", "2018-05-28..2019-11-28"),
    # so long ago
    ("He left three days ago.", "three days ago", "2019-11-25"),
    ("He left a day ago.", "a day ago", "2019-11-27"),
    ("He left a few days ago.", "a few days ago", "2019-11-21..2019-11-26"),
    ("He left days ago.", "days ago", "2019-11-21..2019-11-26"),
    ("He left a week ago.", "a week ago", "2019-11-18..2019-11-24"),
    ("He left two weeks ago.", "two weeks ago", "2019-11-11..2019-11-17"),
    ("He left a month ago.", "a month ago", "2019-10-18..2019-11-07"),
    ("He left about a month ago.", "about a month ago", "2019-10-18..2019-11-07"),
    ("He left roughly a month ago.", "roughly a month ago", "2019-10-18..2019-11-07"),
    ("He left less than a month ago.", "less than a month ago", "2019-10-28..2019-11-28"),
    ("He left six months ago.", "six months ago", "2019-05-01..2019-05-31"),
    ("He left just a year ago.", "just a year ago", "2018-01-01..2018-12-31"),
    ("He left two years ago.", "two years ago", "2017-01-01..2017-12-31"),
    ("He left more than 30 years ago.", "more than 30 years ago", "1989-01-01..1989-12-31"),
    ("This week five years ago he left.", "This week five years ago", "2014-11-01..2014-11-30"),
    ("He left two hours ago.", "two hours ago", "2019-11-28"),
    ("He left a couple of weeks ago.", "a couple of weeks ago", "2019-11-11..2019-11-17"),
    # months and days without a year
    ("They met in March.", "March", "2019-03-01..2019-03-31"),
    ("They met in November.", "November", "2019-11-01..2019-11-28"),
    ("They met in December.", "December", "2018-12-01..2018-12-31"),
    ("They met in May.", "May", "2019-05-01..2019-05-31"),
    ("They met in early March.", "early March", "2019-03-01..2019-03-10"),
    ("They met in mid-March.", "mid-March", "2019-03-11..2019-03-21"),
    ("They met in late October.", "late October", "2019-10-22..2019-10-31"),
    ("They met last January.", "last January", "2019-01-01..2019-01-31"),
    ("They met last December.", "last December", "2018-12-01..2018-12-31"),
    ("They met last November.", "last November", "2018-11-01..2018-11-30"),
    ("They met this March.", "this March", "2019-03-01..2019-03-31"),
    ("Since April they have fought.", "April", "2019-04-01..2019-04-30"),
    ("They met on Nov. 26.", "Nov. 26", "2019-11-26"),
    ("They met Nov 26.", "Nov 26", "2019-11-26"),
    ("They met on Dec. 3.", "Dec. 3", "2018-12-03"),
    ("They met on 12 January.", "12 January", "2019-01-12"),
    ("They met on January 12th.", "January 12th", "2019-01-12"),
    ("They met on the 12th of January.", "the 12th of January", "2019-01-12"),
    ("They met on Tuesday, Nov. 26.", "Tuesday, Nov. 26", "2019-11-26"),
    ("They met on Sunday, 3 March.", "Sunday, 3 March", "2019-03-03"),
    ("They met on the 26th.", "26th", "2019-11-26"),
    ("They met on the 30th.", "30th", "2019-10-30"),
    ("They met on May 23-25.", "May 23-25", "2019-05-23..2019-05-25"),
    ("They met between 3 and 5 May.", "3 and 5 May", "2019-05-03..2019-05-05"),
    ("They met from March 3 to 5.", "March 3 to 5", "2019-03-03..2019-03-05"),
    ("They met from March 30 to April 2.", "March 30 to April 2", "2019-03-30..2019-04-02"),
    ("They met from 30 March to 2 April.", "30 March to 2 April", "2019-03-30..2019-04-02"),
    ("They fought from March to May.", "March to May", "2019-03-01..2019-05-31"),
    ("They met in the summer.", "summer", "2019-06-01..2019-08-31"),
    ("They met last summer.", "last summer", "2019-06-01..2019-08-31"),
    ("They met last fall.", "last fall", "2018-09-01..2018-11-30"),
    ("They met in August of last year.", "August of last year", "2018-08-01..2018-08-31"),
    ("They met in June last year.", "June last year", "2018-06-01..2018-06-30"),
    ("They met in early June last year.", "early June last year", "2018-06-01..2018-06-10"),
    ("They met in the spring of last year.", "spring of last year", "2018-03-01..2018-05-31"),
    ("They met this summer.", "this summer", "2019-06-01..2019-08-31"),
    ("They met last spring.", "last spring", "2019-03-01..2019-05-31"),
]

ABSOLUTE = [
    # before 1900
    ("They fought on July 19, 1870.", "July 19, 1870", "1870-07-19"),
    ("They met (June 8, 1815) in Vienna.", "June 8, 1815", "1815-06-08"),
    ("They fought on 14 July 1789.", "14 July 1789", "1789-07-14"),
    ("They fought from March 3 to March 5, 1861.", "March 3 to March 5, 1861", "1861-03-03..1861-03-05"),
    ("They invaded in June 1812.", "June 1812", "1812-06-01..1812-06-30"),
    ("They sang at Christmas 1814.", "Christmas 1814", "1814-12-25"),
    ("On May, 1, 2011, he left.", "May, 1, 2011", "2011-05-01"),
    ("They met in November 2015.", "November 2015", "2015-11-01..2015-11-30"),
    ("They met in May 2012.", "May 2012", "2012-05-01..2012-05-31"),
    ("They met in March of 2014.", "March of 2014", "2014-03-01..2014-03-31"),
    ("They met in early March 2014.", "early March 2014", "2014-03-01..2014-03-10"),
    ("They met in mid-March 2014.", "mid-March 2014", "2014-03-11..2014-03-21"),
    ("They met at the end of March 2014.", "end of March 2014", "2014-03-24..2014-03-31"),
    ("They met on Nov. 28, 2015.", "Nov. 28, 2015", "2015-11-28"),
    ("They met on Nov 28, 2015.", "Nov 28, 2015", "2015-11-28"),
    ("They met on November 28th, 2015.", "November 28th, 2015", "2015-11-28"),
    ("They met on 28 November 2015.", "28 November 2015", "2015-11-28"),
    ("They met on Saturday, Nov. 28, 2015.", "Saturday, Nov. 28, 2015", "2015-11-28"),
    ("They met on 28th November, 2015.", "28th November, 2015", "2015-11-28"),
    ("They met on Sept. 11, 2012.", "Sept. 11, 2012", "2012-09-11"),
    ("They met on May 3 and 5, 2017.", "May 3 and 5, 2017", "2017-05-03..2017-05-05"),
    ("They met on 3-5 May 2017.", "3-5 May 2017", "2017-05-03..2017-05-05"),
    ("They met on 2015-11-28.", "2015-11-28", "2015-11-28"),
    ("They met on 11/28/2015.", "11/28/2015", "2015-11-28"),
    ("They met on 28/11/2015.", "28/11/2015", "2015-11-28"),
    ("They met on 3/5/2015.", "3/5/2015", "2015-03-05..2015-05-03"),
    ("They met in 2014.", "2014", "2014-01-01..2014-12-31"),
    ("In 2014, they met.", "2014", "2014-01-01..2014-12-31"),
    ("They met in mid-2016.", "mid-2016", "2016-05-02..2016-08-31"),
    ("They met in late 2016.", "late 2016", "2016-09-01..2016-12-31"),
    ("They met in early 2016.", "early 2016", "2016-01-01..2016-05-01"),
    ("They met at the end of 2014.", "end of 2014", "2014-12-01..2014-12-31"),
    ("They met at the start of 2014.", "start of 2014", "2014-01-01..2014-01-31"),
    ("They fought from 2011 to 2014.", "2011 to 2014", "2011-01-01..2014-12-31"),
    ("They fought between 2011 and 2014.", "2011 and 2014", "2011-01-01..2014-12-31"),
    ("The 1950-53 war ended there.", "1950-53", "1950-01-01..1953-12-31"),
    ("They fought in 2011–2014.", "2011–2014", "2011-01-01..2014-12-31"),
    ("They fought in the 1990s.", "1990s", "1990-01-01..1999-12-31"),
    ("They fought in the early 1990s.", "early 1990s", "1990-01-01..1993-05-01"),
    ("They fought in the mid-1980s.", "mid-1980s", "1983-05-03..1986-08-31"),
    ("In the first quarter of 2017 it fell.", "first quarter of 2017", "2017-01-01..2017-03-31"),
    ("In the second half of 2017 it fell.", "second half of 2017", "2017-07-01..2017-12-31"),
    ("In the summer of 2015 they met.", "summer of 2015", "2015-06-01..2015-08-31"),
    ("In the fall of 2015 they met.", "fall of 2015", "2015-09-01..2015-11-30"),
    ("In winter 2015 they met.", "winter 2015", "2015-12-01..2016-02-29"),
    ("They signed it in 1648.", "1648", "1648-01-01..1648-12-31"),
    ("The valley was ceded in an 1885 treaty.", "1885", "1885-01-01..1885-12-31"),
    ("It was said on (March 1, 2016).", "March 1, 2016", "2016-03-01"),
    ("In Feb. 2016 they met.", "Feb. 2016", "2016-02-01..2016-02-29"),
    ("On 29 February 2016 they met.", "29 February 2016", "2016-02-29"),
]

FUTURE = [
    ("They will meet on Tuesday.", "Tuesday", "2019-12-03"),
    ("They will meet on Thursday.", "Thursday", "2019-11-28"),
    ("They will meet next Tuesday.", "next Tuesday", "2019-12-03"),
    ("They will meet next Thursday.", "next Thursday", "2019-12-05"),
    ("They will meet this coming Sunday.", "this coming Sunday", "2019-12-01"),
    ("They will meet on Monday next week.", "Monday next week", "2019-12-02"),
    ("They will meet tomorrow.", "tomorrow", "2019-11-29"),
    ("They will meet the day after tomorrow.", "the day after tomorrow", "2019-11-30"),
    ("They will meet tonight.", "tonight", "2019-11-28"),
    ("They will meet this weekend.", "this weekend", "2019-11-30..2019-12-01"),
    ("They will meet next weekend.", "next weekend", "2019-11-30..2019-12-01"),
    ("They will meet next week.", "next week", "2019-12-02..2019-12-08"),
    ("They will meet early next week.", "early next week", "2019-12-02..2019-12-03"),
    ("They will meet this week.", "this week", "2019-11-28..2019-12-01"),
    ("They will meet later this week.", "later this week", "2019-11-28..2019-12-01"),
    ("They will meet later this month.", "later this month", "2019-11-28..2019-11-30"),
    ("They will meet next month.", "next month", "2019-12-01..2019-12-31"),
    ("They will meet next year.", "next year", "2020-01-01..2020-12-31"),
    ("They will meet early next year.", "early next year", "2020-01-01..2020-05-01"),
    ("They will meet in March.", "March", "2020-03-01..2020-03-31"),
    ("They will meet next April.", "next April", "2020-04-01..2020-04-30"),
    ("They will meet in November.", "November", "2019-11-28..2019-11-30"),
    ("They will meet in early December.", "early December", "2019-12-01..2019-12-10"),
    ("They will meet on Dec. 3.", "Dec. 3", "2019-12-03"),
    ("They will meet on January 22.", "January 22", "2020-01-22"),
    ("They will meet on 3-5 January.", "3-5 January", "2020-01-03..2020-01-05"),
    ("They will meet within two weeks.", "within two weeks", "2019-11-28..2019-12-12"),
    ("They will meet in two weeks.", "in two weeks", "2019-12-09..2019-12-15"),
    ("They will meet in three days.", "in three days", "2019-12-01"),
    ("They will meet in a few days.", "in a few days", "2019-11-30..2019-12-05"),
    ("They will meet over the next two weeks.", "the next two weeks", "2019-11-28..2019-12-12"),
    ("They will meet in the coming days.", "the coming days", "2019-11-28..2019-12-05"),
    ("They will meet in the coming weeks.", "the coming weeks", "2019-11-28..2020-01-02"),
    ("They will meet over the next few weeks.", "the next few weeks", "2019-11-28..2020-01-02"),
    ("They will meet by the end of the year.", "end of the year", "2019-11-28..2019-12-31"),
    ("They will meet by year's end.", "year's end", "2019-11-28..2019-12-31"),
    ("They will meet by Friday.", "Friday", "2019-11-28..2019-11-29"),
    ("They will meet before Dec. 12.", "Dec. 12", "2019-11-28..2019-12-11"),
    ("They will meet this winter.", "this winter", "2019-12-01..2020-02-29"),
    ("They will meet in June next year.", "June next year", "2020-06-01..2020-06-30"),
    ("They will meet Monday through Friday.", "Monday through Friday", "2019-12-02..2019-12-06"),
    ("They will meet next summer.", "next summer", "2020-06-01..2020-08-31"),
    ("They will meet in 2020.", "2020", "2020-01-01..2020-12-31"),
]


@pytest.mark.parametrize(("text", "words", "expected"), PAST)
def test_past_reading(text: str, words: str, expected: str) -> None:
    """Told as past, each wording is found whole and resolved backwards."""
    assert show(one(text, words).resolve(future=False)) == expected


@pytest.mark.parametrize(("text", "words", "expected"), FUTURE)
def test_future_reading(text: str, words: str, expected: str) -> None:
    """Told as future, each wording is found whole and resolved forwards."""
    assert show(one(text, words).resolve(future=True)) == expected


@pytest.mark.parametrize(("text", "words", "expected"), ABSOLUTE)
def test_absolute(text: str, words: str, expected: str) -> None:
    """A date with its year means the same in every tense and whatever the day of publication."""
    found = one(text, words)
    undated = one(text, words, None)
    assert show(found.past) == show(found.future) == show(undated.past) == expected


@pytest.mark.parametrize("row", PAST + FUTURE + ABSOLUTE, ids=lambda row: row[1])
def test_offsets_and_single_find(row: tuple[str, str, str]) -> None:
    """Offsets give the words, tokens give the offsets, and nothing else in these sentences is a date."""
    doc = parse_document(row[0])
    (found,) = find_dates(doc, DateBounds(PUBLISHED, PUBLISHED, "day"))
    assert doc.text[found.char_start : found.char_end] == row[1]
    assert doc.slice(found.token_start, found.token_end) == row[1]


PRECISION = [
    ("He left on Tuesday.", "day"),
    ("They met last week.", "week"),
    ("They met in March.", "month"),
    ("They met in the first quarter of 2017.", "quarter"),
    ("They met in 2014.", "year"),
    ("They met on May 3-5.", "range"),
    ("They met last year.", "year"),
    ("They met on Nov. 28, 2015.", "day"),
    ("They met in recent weeks.", "range"),
    ("They met last month.", "month"),
    ("They met in early March.", "range"),
    ("He left two years ago.", "year"),
]


@pytest.mark.parametrize(("text", "precision"), PRECISION)
def test_precision(text: str, precision: str) -> None:
    """The precision is that of the words."""
    assert find(text)[0].past.precision == precision


NO_DATE = [
    "A Christmas market was shut.",
    "He stayed away over Christmas.",
    "New York's mayor spoke.",
    "It is Good of him.",
    "You may go.",
    "May I go?",
    "May he rest in peace.",
    "They march on the capital.",
    "March against war draws thousands.",
    "The Sun said so.",
    "The sun shone.",
    "It cost 2,014 dollars.",
    "It cost $1990.50 in all.",
    "Army-2023 opened.",
    "They sat down.",
    "He wed her.",
    "Theresa May met him.",
    "Talks were led by Theresa May. Critics of May left.",
    "A second man and a third woman came.",
    "It was the first quarter-final.",
    "He may meet them.",
    "Mrs. May spoke.",
    "In the spring-fed lake they swam.",
    "The fall of the regime came.",
    "About 2000 people fled.",
    "More than 1950 men fought.",
    "He is 28 and lives on the 12th floor.",
    "He has three sons.",
    "Chapter 7.3 applies.",
    "August Wilson wrote it.",
    "He took part.",
    "They play next to the house.",
    "At last they left.",
    "He reads USA TODAY.",
    "He fell following months of unrest.",
    "The Theresa May cabinet met. Her May critics left.",
    "At the end of the day, they lost.",
    "On the last night they danced.",
    "They live in Spring Hill.",
    "He sits on the 5th Circuit.",
    "That said, they met.",
    "On second thoughts they left.",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    """Words that only look like dates are none."""
    assert [text[e.char_start : e.char_end] for e in find(text)] == []


KIND = [
    ("Fine talks. — Ann Lee (@annlee) May 9, 2019", "stamp"),
    ("He left on Tuesday.", "weekday"),
    ("They met in 2014.", "absolute"),
    ("They met in March 2014.", "absolute"),
    ("They met in March.", "calendar"),
    ("They met on Nov. 26.", "calendar"),
    ("They met last week.", "relative"),
    ("They came a day earlier.", "anchor"),
    ("They came the next day.", "anchor"),
    ("The 2015 agreement holds.", "modifier"),
    ("Its 2014 annexation holds.", "modifier"),
    ("Friday's meeting failed.", "possessive"),
    ("Friday’s vote failed.", "possessive"),
    ("This week's summit failed.", "possessive"),
    ("The Flintlock 2026 drills start.", "name_year"),
    ("They will hold Flintlock 2026 there.", "name_year"),
    ("ISTANBUL, Nov. 28 — Turkey signed.", "dateline"),
    ("BRUSSELS, April 7 (Agency) - Armenia signed.", "dateline"),
    ("April 7, 2019 - Armenia signed.", "dateline"),
    ("It missed the May 12 deadline.", "modifier"),
    ("Ahead of his Tuesday meeting he spoke.", "modifier"),
    ("The April summit failed.", "modifier"),
    ("He spoke two days before talks began.", "gap"),
    ("Two days after the raid he spoke.", "anchor"),
    ("Eight months after the raid he speaks.", "gap"),
    ("After a May meeting they parted.", "modifier"),
    ("It is a landmark 2015 deal.", "modifier"),
    ("He left in 2014 with them.", "absolute"),
    ("Since 2014 they fight.", "absolute"),
    ("He won in the 2016 election.", "modifier"),
    ("He spoke of last year's raid.", "possessive"),
]


@pytest.mark.parametrize(("text", "kind"), KIND)
def test_kind(text: str, kind: str) -> None:
    """The kind says whether an expression dates the clause or a noun in it."""
    assert [e.kind for e in find(text)] == [kind]


RELATION = [
    ("Since April they fight.", "since"),
    ("They fight until Friday.", "until"),
    ("They leave by Friday.", "by"),
    ("They left before Friday.", "before"),
    ("They left before dawn on Friday.", None),
    ("They left after midnight on Friday.", None),
    ("They left just before dawn Friday.", None),
    ("They left after Friday.", "after"),
    ("From Monday they fight.", "from"),
    ("They met on Friday.", None),
    ("During the past year they met.", "during"),
    ("Since the end of 2014 they fight.", "since"),
    ("They met ahead of Friday.", "before"),
    ("They met ahead of her Friday speech.", "before"),
    ("They met in advance of Friday's vote.", "before"),
    ("They met prior to the Friday vote.", "before"),
    ("They met following Friday's vote.", "after"),
    ("They met the following Friday.", None),
]


@pytest.mark.parametrize(("text", "relation"), RELATION)
def test_relation(text: str, relation: str | None) -> None:
    """The preposition that changes a date's meaning goes with it."""
    assert find(text)[0].relation == relation


HINT = [
    ("They met last week.", "past"),
    ("They meet next week.", "future"),
    ("They meet on Tuesday.", None),
    ("He left two years ago.", "past"),
    ("He leaves tomorrow.", "future"),
    ("They met in 2014.", None),
    ("They met earlier this month.", "past"),
    ("They meet later this month.", "future"),
    ("They met this month.", None),
]


@pytest.mark.parametrize(("text", "hint"), HINT)
def test_hint(text: str, hint: str | None) -> None:
    """Words with a direction of their own outweigh the caller's tense."""
    found = find(text)[0]
    assert found.hint == hint
    if hint:
        assert found.resolve(future=True) == found.resolve(future=False)


ANCHORED = [
    ("They met in 2017. In August of that year he left.", "August of that year", "2017-08-01..2017-08-31"),
    ("They met in May 2017. In June that same year he left.", "June that same year", "2017-06-01..2017-06-30"),
    ("On Monday they met. A day earlier he had left.", "A day earlier", "2019-11-24"),
    ("On Monday they met. He had left the day before.", "the day before", "2019-11-24"),
    ("On Monday they met. Two days later he left.", "Two days later", "2019-11-27"),
    ("On Monday they met. The next day he left.", "The next day", "2019-11-26"),
    ("On Monday they met. The following day he left.", "The following day", "2019-11-26"),
    ("On Monday they met. The previous day he left.", "The previous day", "2019-11-24"),
    ("On Monday they met. He left that night.", "that night", "2019-11-25"),
    ("On Monday they met. He left the same day.", "the same day", "2019-11-25"),
    ("On Monday they met. Hours later he left.", "Hours later", "2019-11-25..2019-11-26"),
    ("On Monday they met. He left five hours later.", "five hours later", "2019-11-25"),
    ("On May 3, 2014 they met. A week later he left.", "A week later", "2014-05-07..2014-05-13"),
    ("In June 2014 they met. He left the next month.", "the next month", "2014-07-01..2014-07-31"),
    ("In June 2014 they met. A year later he left.", "A year later", "2015-01-01..2015-12-31"),
    ("In 2014 they met. He left the following year.", "the following year", "2015-01-01..2015-12-31"),
    ("On May 3, 2014 they met. He left that month.", "that month", "2014-05-01..2014-05-31"),
    ("They signed it in May 2014. At the time, he praised her.", "At the time", "2014-05-01..2014-05-31"),
    ("On Monday they met. That was a day after the raid.", "a day after", "2019-11-24"),
    ("On Tuesday he left, two days before talks began.", "two days before", "2019-11-28"),
    ("He left a day earlier.", "a day earlier", "..2019-11-28"),
    ("On Monday they met. Earlier in the day he had left.", "Earlier in the day", "2019-11-25"),
    ("On Monday they met. Later in the day he left.", "Later in the day", "2019-11-25"),
    ("On May 3, 2014 they met. Earlier in the week he had left.", "Earlier in the week", "2014-04-28..2014-05-04"),
    # counted from the date right behind
    ("The day after the Nov. 6 games, he left.", "The day after", "2019-11-07"),
    ("The strike comes two days after Monday's raid.", "two days after", "2019-11-27"),
    ("The strike comes two days before Saturday's games.", "two days before", "2019-11-28"),
    ("He left a week after June 12.", "a week after", "2019-06-16..2019-06-22"),
    # told of the clause behind
    ("It has been two weeks since they met.", "two weeks since", "2019-11-11..2019-11-17"),
    ("He left hours after the raid.", "hours after", "2019-11-27..2019-11-28"),
]


@pytest.mark.parametrize(("text", "words", "expected"), ANCHORED)
def test_anchored(text: str, words: str, expected: str) -> None:
    """Dates told against another date of the text lean on that one; without one they are no later than the
    publication.
    """
    if words == "a day after":  # a gap: it dates the raid, against the sentence's own clause, which stands undated
        assert (
            show(reanchor(one(text, words), DateBounds(date(2019, 11, 25), date(2019, 11, 25), "day")).past) == expected
        )
    else:
        assert show(one(text, words).past) == expected


def test_anchor_does_not_lead_past_the_publication() -> None:
    """A text tells what came later, not what comes: an anchor too near the publication is the wrong one."""
    assert show(one("On Monday they met. Ten years later they met again.", "Ten years later").past) == "..2019-11-28"


def test_in_two_weeks_is_a_date_in_the_future_only() -> None:
    """Told as past, "the first in two weeks" is a duration."""
    found = one("It was the first raid in two weeks.", "in two weeks")
    assert found.resolve(future=False) == DateBounds()
    assert show(found.resolve(future=True)) == "2019-12-09..2019-12-15"
    assert found.hint is None


def test_anchor_wants_a_date_as_fine_as_its_unit() -> None:
    """A day is not counted from a year, but from the day that the story turns on."""
    text = "They met on Sunday. The pact of 2014 had lapsed. He came a day earlier."
    assert show(one(text, "a day earlier").past) == "2019-11-23"


BOUNDED = [
    ("He left on Tuesday.", "2019-10-29..2019-11-26"),
    ("He left yesterday.", "2019-10-31..2019-11-27"),
    ("They met last month.", "2019-10-01..2019-10-31"),
    ("They met in 2014.", "2014-01-01..2014-12-31"),
    ("They met last year.", "2018-01-01..2018-12-31"),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_publication_within_bounds(text: str, expected: str) -> None:
    """With the publication known only between two days, a date is the union over them."""
    assert show(find(text, DateBounds(date(2019, 11, 1), PUBLISHED, "range"))[0].past) == expected


def test_a_day_of_renown_once_it_has_been() -> None:
    text = "The Jan. 6 panel praised them."
    assert show(one(text, "Jan. 6", date(2023, 5, 5)).past) == "2021-01-06"


def test_publication_with_an_open_end() -> None:
    """An end that is not known stays open in all that depends on it, and in nothing else."""
    after = DateBounds(date(2019, 11, 1), None, "unknown")
    assert show(find("He left on Tuesday.", after)[0].past) == "2019-10-29.."
    assert show(find("They met in 2014.", after)[0].past) == "2014-01-01..2014-12-31"


def test_undated_publication_leaves_relative_dates_open() -> None:
    """Nothing is made up where nothing is known."""
    found = find("On Tuesday they met, as in March and last week.", None)
    assert len(found) == 3
    assert all(e.past == DateBounds() == e.future for e in found)


def test_weekend_seen_from_a_weekend() -> None:
    """On a Sunday, "this weekend" is the one that is going on, and "last weekend" the one before."""
    sunday = date(2019, 11, 24)
    assert show(find("They met this weekend.", sunday)[0].past) == "2019-11-23..2019-11-24"
    assert show(find("They met last weekend.", sunday)[0].past) == "2019-11-16..2019-11-17"


def test_last_week_seen_from_a_sunday() -> None:
    """In a Sunday's paper last week has only just ended; on a Monday it is the same one."""
    sunday, monday = date(2019, 11, 24), date(2019, 11, 25)
    assert show(find("They met last week.", sunday)[0].past) == "2019-11-18..2019-11-23"
    assert show(find("They met on Tuesday last week.", sunday)[0].past) == "2019-11-19"
    assert show(find("They met last week.", monday)[0].past) == "2019-11-18..2019-11-24"


def test_expressions_do_not_cross_sentences() -> None:
    """A number that opens the next sentence is no day of the month that closed the last one."""
    assert show(one("They met in May. 12 people came.", "May").past) == "2019-05-01..2019-05-31"
    assert show(one("In March 20 people died.", "March").past) == "2019-03-01..2019-03-31"


def test_choose_takes_the_nearest_clause_date() -> None:
    """A date in the evidence wins over one elsewhere in the sentence, a clause's date over a noun's."""
    text = "The 2015 pact was signed on Monday, and on Tuesday Iran left it."
    doc = parse_document(text)
    found = find(text)
    signed = doc.words.index("signed")
    left = doc.words.index("left")
    assert choose_date(doc, found, signed, signed + 1) is found[1]
    assert choose_date(doc, found, left, left + 1) is found[2]


def test_story_date_is_the_first_day_told() -> None:
    """Ranges and noun dates do not make the story's day."""
    text = "The 2015 pact, in trouble since last year, was torn up on Monday. On Tuesday it was burnt."
    found = story_date(find(text))
    assert found is not None
    assert found.past.earliest == date(2019, 11, 25)
    assert story_date(find("Nothing happened.")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He took over on March 5 and left on Tuesday.", "Tuesday"),  # a day of the last week before any other
        ("We are stronger than two days ago. The summit ended on Tuesday.", "Tuesday"),
        ("They have been at sea since Monday. They were found on Tuesday.", "Tuesday"),
        ("Monday's vote was close. It was held in the port.", "Monday"),
        ("He took over on March 5 in the port.", "March 5"),
    ],
)
def test_the_storys_day_is_news(text: str, words: str) -> None:
    found = story_date(find(text), DateBounds(PUBLISHED, PUBLISHED, "day"))
    assert found is not None
    assert text[found.char_start : found.char_end] == words


def test_extreme_publications_do_not_break() -> None:
    """Dates at the calendar's rim are held inside it."""
    for rim in (date.min, date.max):
        for text, _, _ in PAST + FUTURE + ABSOLUTE:
            assert len(find(text, rim)) == 1


@pytest.mark.parametrize(
    ("text", "soon"),
    [
        ("The summit on Jan. 12 is off.", True),  # told in November: the next one
        ("The summit on June 12 is off.", False),
        ("The summit on Nov. 12 is off.", False),
        ("The summit on Jan. 12, 2019 is off.", False),
        ("The summit on Friday is off.", True),  # told on a Thursday
        ("The summit last Friday is off.", False),
        ("The summit on Saturday is off.", False),
    ],
)
def test_a_day_long_ago_that_comes_soon_is_the_coming_one(text: str, soon: bool) -> None:
    assert find(text)[0].soon is soon


def test_yesterdays_name_is_not_said_of_a_day_in_a_weeks_time() -> None:
    assert show(one("They will discuss what he said Wednesday.", "Wednesday").resolve(True)) == "2019-11-27"
    assert show(one("They will meet on Tuesday.", "Tuesday").resolve(True)) == "2019-12-03"


def test_at_the_time_of_nothing_dated_is_no_date() -> None:
    assert find("He was the mayor at the time.") == []
    assert find("They left at the same time.") == []
