"""When undated articles were published, by their own words. The articles are made up; the terms of office are facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipelines.parsing.document import parse_document
from pipelines.parsing.published import bound_publication
from pipelines.parsing.reference import Reference, load_reference
from pipelines.records import Article, DateBounds

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
TERMS = [
    ("merkel", "Chancellor of Germany", "2005-11-22", "2021-12-08"),
    ("hollande", "President of France", "2012-05-15", "2017-05-14"),
    ("cameron", "Prime Minister", "2010-05-11", "2016-07-13"),
    ("cameron", "Foreign Secretary", "2023-11-13", "2024-07-05"),
    ("bush", "President", "2001-01-20", "2009-01-20"),
    ("trump", "President", "2017-01-20", "2021-01-20"),
    ("trump", "President", "2025-01-20", ""),
    ("renzi", "Prime Minister", "2014-02-22", "2016-12-12"),
    ("carter", "Secretary of Defense", "2015-02-17", "2017-01-20"),
    ("sarraj", "Prime Minister", "2016-03-30", "2021-03-15"),
    ("dunford", "Commandant of the Marine Corps", "2014-10-17", "2015-09-24"),
    ("dunford", "Chairman of the Joint Chiefs of Staff", "2015-10-01", "2019-09-30"),
    ("rodriguez", "Commander of US Africa Command", "2013-04-05", "2016-07-18"),
    ("anderson", "Commander of US Africa Command", "2025-08-15", ""),
    ("boulos", "Senior Adviser to the President for African Affairs", "2025-04-01", ""),
    ("dbeibah", "Prime Minister", "2021-03-15", ""),
    ("prigozhin", "Wagner chief", "2014-05", "2023-08-23"),
    ("monthly", "Envoy", "2015-03", "2016-02"),
    ("yearly", "Envoy", "2015", "2016"),
]


def reference() -> Reference:
    columns = ("registry_id", "role_title", "valid_from", "valid_to")
    rows = tuple(dict(zip(columns, term, strict=True)) for term in TERMS)
    return Reference(tables={"actor_roles": rows, "dated_events": load_reference().rows("dated_events")})


def bound(text: str, *posts: tuple[str, str, str], article: Article | None = None) -> tuple[str, str]:
    """Return (``first..last``, basis) for a text and its posts: (registry id, title, words at which the mention
    starts).
    """
    doc = parse_document(text)
    told = [(registry_id, title, text.index(words)) for registry_id, title, words in posts]
    bounds, basis = bound_publication(doc, told, article, reference())
    return f"{bounds.earliest or ''}..{bounds.latest or ''}", basis


TENURE = [
    ("Prime Minister David Cameron met her.", [("cameron", "Prime Minister", "David")], "2010-05-11..2016-07-13"),
    ("President Trump met her.", [("trump", "President", "Trump")], "2017-01-20.."),  # in either of his terms
    ("Foreign Secretary David Cameron met her.", [("cameron", "Foreign Secretary", "David")], "2023-11-13..2024-07-05"),
    ("Former Prime Minister David Cameron met her.", [("cameron", "Prime Minister", "David")], "2016-07-13.."),
    ("David Cameron, a former prime minister, met her.", [("cameron", "prime minister", "David")], "2016-07-13.."),
    ("The ousted chief of US Africa Command, Rodriguez.", [("rodriguez", "chief of US Africa Command", "chief")],
     "2016-07-18.."),
    ("Chancellor Merkel and President Hollande met.",
     [("merkel", "Chancellor", "Merkel"), ("hollande", "President", "Hollande")], "2012-05-15..2017-05-14"),
    ("Defense Secretary Carter met Prime Minister Renzi.",
     [("carter", "Defense Secretary", "Carter"), ("renzi", "Prime Minister", "Renzi")], "2015-02-17..2016-12-12"),
    ("Former President Bush met Chancellor Merkel.",
     [("bush", "President", "Bush"), ("merkel", "Chancellor", "Merkel")], "2009-01-20..2021-12-08"),
    ("Gen. Dunford, chairman of the Joint Chiefs of Staff, left.",
     [("dunford", "chairman of the Joint Chiefs of Staff", "Dunford")], "2015-10-01..2019-09-30"),
    ("The AFRICOM chief, Gen. Rodriguez, left.", [("rodriguez", "chief of U.S. Africa Command", "Gen.")],
     "2013-04-05..2016-07-18"),
    ("Envoy Monthly left.", [("monthly", "Envoy", "Monthly")], "2015-03-01..2016-02-29"),
    ("Envoy Yearly left.", [("yearly", "Envoy", "Yearly")], "2015-01-01..2016-12-31"),
    ("President Trump met Prime Minister Dbeibah.",
     [("trump", "President", "Trump"), ("dbeibah", "Prime Minister", "Dbeibah")], "2025-01-20.."),
    ("President Trump met Chancellor Merkel.",
     [("trump", "President", "Trump"), ("merkel", "Chancellor", "Merkel")], "2017-01-20..2021-01-20"),
    ("Prime Minister Dbeibah praised Prime Minister Sarraj.",  # not on the day on which one followed the other
     [("sarraj", "Prime Minister", "Sarraj"), ("dbeibah", "Prime Minister", "Dbeibah")], "2021-03-15.."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts", "expected"), TENURE)
def test_terms_of_office(text: str, posts: list[tuple[str, str, str]], expected: str) -> None:
    """The days on which all who are named held the posts that they are named with."""
    assert bound(text, *posts) == (expected, "tenure")


TEXT = [
    ("The pact was signed in November 2015.", "2015-12-01.."),
    ("The pact was signed in 2014.", "2014-01-01.."),
    ("The pact was signed on Nov. 28, 2015.", "2015-11-28.."),
    ("They have fought since 2014.", "2014-01-01.."),
    ("Elections are scheduled for December 2026.", "..2026-12-31"),
    ("They will meet in Rome in March 2026.", "..2026-03-31"),
    ("The troops must leave by 2014.", "..2014-12-31"),
    ("They met in May 2015 and will meet in March 2016.", "2015-06-01..2016-03-31"),
    ("They will honour the deal signed in November 2015.", "2015-12-01.."),
    ("The pact was signed in 2011 and renewed in March 2014.", "2014-04-01.."),
    ("They spoke of preparations for the Flintlock 2018 exercises.", "..2018-04-20"),
    ("The Flintlock 2018 exercises ended in quarrel.", "2018-04-09.."),
    ("They had met at the Army-2022 expo earlier this month.", "2022-08-21..2022-08-31"),
    ("The deal signed in November 2025 holds; drills will be held next April.", "2025-12-01..2026-03-31"),
]


@pytest.mark.parametrize(("text", "expected"), TEXT)
def test_dates_in_the_text(text: str, expected: str) -> None:
    """What is told as past lies before the writing, what is told as ahead after it."""
    assert bound(text) == (expected, "text")


NOTHING = [
    "They met on Tuesday and will meet again next month.",
    "The 2015 agreement holds.",
    "They spoke of the 2030 goals.",
    "Drills will be held next April.",
    "Flintlock 20181 is a number.",
    "She decided against a run for president in 2016.",
    "They hoped to win in 2016.",
    "Copyright 2019 The Paper, which was founded in 1900.",
    "What is the outlook for 2014?",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_told(text: str) -> None:
    """Where the text fixes nothing, the bounds stay open."""
    assert bound(text) == ("..", "none")


def test_old_months_do_not_close_with_next_month() -> None:
    """A month told with its year is no fresh fact when the men in office came later."""
    posts = [("anderson", "Commander of US Africa Command", "Anderson")]
    assert bound(
        "AFRICOM Commander Anderson spoke. War broke out in March 2011. Drills follow next April.", *posts
    ) == (
        "2025-08-15..",
        "tenure",
    )


def test_page_clutter_does_not_move_the_terms() -> None:
    """Dates of other stories on the page contradict two terms and are passed over."""
    text = (
        "Defense Secretary Carter met Prime Minister Renzi. The war began in 2011.\n\n"
        "A man rides in the park on Monday, April 29, 2024. A band played on May 7, 2024."
    )
    posts = [("carter", "Defense Secretary", "Carter"), ("renzi", "Prime Minister", "Renzi")]
    assert bound(text, *posts) == ("2015-02-17..2016-12-12", "tenure")


def test_text_narrows_terms() -> None:
    text = "Chancellor Merkel and President Hollande met, after the vote in June 2014. They will meet in May 2015."
    posts = [("merkel", "Chancellor", "Merkel"), ("hollande", "President", "Hollande")]
    assert bound(text, *posts) == ("2014-07-01..2015-05-31", "text")


def test_a_figure_of_history_is_outvoted() -> None:
    """A background sentence names a man by the post he had; most of the others agree on another time."""
    text = "President Trump met Chancellor Merkel. In 2003 President Bush had invaded Iraq."
    posts = [("trump", "President", "Trump"), ("merkel", "Chancellor", "Merkel"), ("bush", "President", "Bush")]
    assert bound(text, *posts) == ("2017-01-20..2021-01-20", "tenure")


def test_one_term_against_the_text_gives_way() -> None:
    """A single man of history does not overrule the dates that the text tells."""
    assert bound("The war that President Bush began ended in December 2011.", ("bush", "President", "Bush")) == (
        "2012-01-01..",
        "text",
    )


def test_then_president_says_nothing() -> None:
    """The post of another time bounds nothing."""
    assert bound("He met then-President Bush.", ("bush", "President", "Bush")) == ("..", "none")
    assert bound("He met Bush.", ("bush", "then President", "Bush")) == ("..", "none")


def test_unknown_posts_say_nothing() -> None:
    """People outside the registry, and titles that none of a person's posts bears, bound nothing."""
    assert bound("Mayor Nobody spoke.", ("nobody", "Mayor", "Nobody")) == ("..", "none")
    assert bound("Footballer Cameron spoke.", ("cameron", "Footballer", "Cameron")) == ("..", "none")
    assert bound("Cameron spoke.", ("cameron", "", "Cameron")) == ("..", "none")


def test_known_bounds_are_narrowed() -> None:
    """Bounds that the article carries are kept where the text adds nothing, and narrowed where it does."""
    known = DateBounds(date(2016, 1, 1), date(2016, 12, 31), "year")
    article = Article("id", "text", "uri", "sha", published=known)
    assert bound("Nothing happened.", article=article) == ("2016-01-01..2016-12-31", "none")
    cameron = ("cameron", "Prime Minister", "David")
    assert bound("Prime Minister David Cameron left.", cameron, article=article) == ("2016-01-01..2016-07-13", "tenure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister left on Tuesday.", "2022-08-23..2022-08-24"),  # news of that day or of the one before
        ("The minister will leave on Tuesday.", "2022-08-22..2022-08-27"),
        ("One said so. Two said so. Three said so. The minister left on Tuesday.", "2022-08-22..2022-08-27"),
    ],
)
def test_the_weekday_of_the_lead_narrows_a_few_days(text: str, expected: str) -> None:
    known = DateBounds(date(2022, 8, 22), date(2022, 8, 27), "range")
    assert bound(text, article=Article("id", "text", "uri", "sha", published=known))[0] == expected


def test_the_day_of_a_dateline_is_the_day_of_writing_in_the_one_year_that_fits() -> None:
    text = "HARBOR TOWN, March 4 (Savanna) - Prime Minister David Cameron left."
    cameron = ("cameron", "Prime Minister", "David")
    assert bound(text, cameron) == ("2010-05-11..2016-07-13", "tenure")  # six years have such a day
    known = DateBounds(date(2015, 1, 1), date(2015, 12, 31), "year")
    article = Article("id", "text", "uri", "sha", published=known)
    assert bound(text, cameron, article=article) == ("2015-03-04..2015-03-04", "text")
    assert bound("HARBOR TOWN, March 4, 2012 (Savanna) - He left.") == ("2012-03-04..2012-03-04", "text")


def test_news_is_of_the_days_of_the_post_that_it_shows() -> None:
    shown = "Fine talks. — Ann Lee (@annlee) May 9, 2019"
    assert bound(f"The minister is gone.\n\n{shown}\n\nNobody knew.") == ("2019-05-08..2019-05-14", "text")
    assert bound(f"The minister left on Thursday.\n\n{shown}") == ("2019-05-09..2019-05-10", "text")


def test_order_of_posts_is_no_matter() -> None:
    text = "President Trump met Chancellor Merkel and Prime Minister Sarraj."
    posts = [
        ("trump", "President", "Trump"),
        ("merkel", "Chancellor", "Merkel"),
        ("sarraj", "Prime Minister", "Sarraj"),
    ]
    assert bound(text, *posts) == bound(text, *posts[::-1]) == ("2017-01-20..2021-01-20", "tenure")


SAMPLES = {
    "000": ([("anderson", "AFRICOM Commander", "Lt. Gen. Dagvin")], "2025-10-01..2026-04-30", "2025-08-15..2026-04-30"),
    "001": (
        [
            ("dunford", "chairman of the Joint Chiefs of Staff", "Gen. Joseph"), ("renzi", "Prime Minister", "Matteo"),
            ("carter", "Defense Secretary", "Ashton"), ("sarraj", "Prime Minister", "Fayez"),
            ("rodriguez", "chief of U.S. Africa Command", "David"),
        ],
        "2016-05-19..2016-05-20",
        "2016-03-30..2016-07-18",
    ),
    "002": ([("boulos", "senior adviser to the US President for African affairs", "Massad")],
            "2025-12-01..2026-03-31", "2025-12-01..2026-03-31"),
    "003": ([("prigozhin", "Wagner chief", "Yevgeny"), ("dbeibah", "Prime Minister", "Abdelhamid")],
            "2023-08-22..2023-08-23", "2023-08-22..2023-08-23"),
}  # fmt: skip


@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="the shared articles are not there")
@pytest.mark.parametrize("number", SAMPLES)
def test_real_undated_articles(number: str) -> None:
    """The bounds of the shared articles hold the true dates and are no wider than the facts allow."""
    posts, true, expected = SAMPLES[number]
    text = next((SHARED / "articles").glob(f"{number}_*.txt")).read_text("utf-8")
    found, _ = bound(text, *posts)
    first, last = found.split("..")
    assert first <= true.split("..")[0]
    assert last >= true.split("..")[1]
    assert found == expected


def test_dated_events_keep_their_rules() -> None:
    rows = load_reference().rows("dated_events")
    assert len({row["event_name"] for row in rows}) == len(rows)
    for row in rows:
        assert date.fromisoformat(row["first_day"]) <= date.fromisoformat(row["last_day"])
        assert row["source"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Secretary David Cameron met her on 12 January.", "2024-01-12..2024-07-05"),
        ("Foreign Secretary David Cameron will meet her on 12 January.", "2023-11-13..2024-07-05"),
        ("Foreign Secretary David Cameron has met her since 12 January.", "2023-11-13..2024-07-05"),
        ("Prime Minister David Cameron met her on 12 January.", "2010-05-11..2016-07-13"),
    ],
)
def test_a_day_at_the_top_without_its_year_is_of_these_days(text: str, expected: str) -> None:
    """It says when the article was written where the terms of office hold it once, and it is told as past."""
    title = next(title for title in ("Foreign Secretary", "Prime Minister") if title in text)
    assert bound(text, ("cameron", title, "David"))[0] == expected
