"""Which expressions may date an act."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances.captions import captions_of
from pipelines.parsing.circumstances.when import DateOption, choose_when, date_options
from pipelines.parsing.coder import DefaultCoder, told_in
from pipelines.parsing.dates import find_dates, story_date
from pipelines.parsing.document import parse_document
from pipelines.parsing.linear import LinearModel
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds, EngagementClaim

PUBLISHED = DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day")


def days(text: str) -> set[date | None]:
    """Return when each act of a text began."""
    return {claim.started.earliest for claim in coded(text)}


def coded(text: str) -> tuple[EngagementClaim, ...]:
    """Return the claims of a text."""
    article = Article("a", text, text, "", published=PUBLISHED, published_basis="metadata")
    return DefaultCoder(load_reference()).extract(article).claims


def test_two_days_before_something_dates_nothing_that_was_told_first():
    told = days("Angela Merkel met Emmanuel Macron two days before the summit.")
    assert told == {None}


def test_what_is_told_on_of_a_day_that_is_over_was_that_day_too():
    told = days("Angela Merkel met Emmanuel Macron on Thursday. The two leaders talked for more than an hour.")
    assert told == {date(2021, 4, 29)}


def options_of(text: str, trigger: str) -> list[DateOption]:
    """Return the expressions that may date an act, told by its word."""
    reference = load_reference()
    article = Article("a", text, text, "", published=PUBLISHED, published_basis="metadata")
    doc = parse_document(text)
    found = recognise(doc, article, reference)
    dates = find_dates(doc, PUBLISHED)
    told = next(t for t in told_in(doc, found, article, reference) if doc.words[t.token] == trigger)
    return date_options(doc, told, dates, story_date(dates, PUBLISHED))


def cues(text: str, trigger: str, words: str) -> frozenset[str]:
    """Return what is known of an expression beside an act, both by their words."""
    options = options_of(text, trigger)
    return next(o.cues for o in options if text[o.expression.char_start : o.expression.char_end] == words)


def test_a_date_before_a_noun_dates_that_noun():
    text = "Angela Merkel praised Tuesday's talks with Emmanuel Macron."
    assert "dates=act" in cues(text, "talks", "Tuesday")
    assert "dates=other" in cues(text, "praised", "Tuesday")


def test_what_lies_between_a_gap_and_the_act_is_seen():
    text = "The ministry closed weeks after Angela Merkel met Emmanuel Macron."
    assert any(cue.startswith("gap:") and cue.endswith("no_comma") for cue in cues(text, "met", "weeks after"))


def test_a_new_paragraph_and_a_pronoun_are_seen():
    text = "Angela Merkel left on Tuesday.\n\nShe criticized Russia."
    assert cues(text, "criticized", "Tuesday") >= {"paragraphs=1", "pronoun=True", "told=past:occurred"}


def test_how_an_act_is_told_is_seen():
    text = "Angela Merkel left on Tuesday. Germany has criticized Russia."
    assert cues(text, "criticized", "Tuesday") >= {"act:has", "type=ACCUSE:occurred"}


def test_what_lies_ahead_is_on_the_day_to_come():
    """Not on the day when it was announced."""
    told = days("Angela Merkel said on Monday she will meet Emmanuel Macron on June 9 in Lyon.")
    assert told == {date(2021, 6, 9)}


def test_a_relative_clause_that_is_over_lies_not_between():
    text = "Angela Merkel attacked the party, which Emmanuel Macron founded in 2016, on Monday."
    assert not any(cue.startswith("clause=") for cue in cues(text, "attacked", "Monday"))
    assert "clause=right" in cues(text, "attacked", "2016")


def test_what_leads_up_to_a_day_tells_of_a_day_to_come():
    text = "Angela Merkel left for Rome on Sunday ahead of her Friday meeting with Emmanuel Macron."
    assert "looks=ahead:planned" in cues(text, "left", "Friday")
    assert "looks=past:planned" in cues(text, "left", "Sunday")


def test_a_date_stands_with_the_verb_that_it_follows():
    told = days("Angela Merkel protested on Monday after Russian forces attacked a boat near Odessa last Thursday.")
    assert told == {date(2021, 5, 3), date(2021, 4, 29)}


def test_a_day_that_comes_soon_dates_what_is_scheduled():
    """The verb is past, the day of June is not that of a year ago."""
    assert days("Emmanuel Macron scheduled a June 9 meeting with Angela Merkel.") == {date(2021, 6, 9)}


def test_a_day_told_as_past_is_not_the_one_a_week_on():
    """What was announced on Thursday for some time to come does not come next Thursday."""
    told = days("Angela Merkel met Emmanuel Macron on Thursday. France plans to send troops to Mali.")
    assert date(2021, 4, 29) in told
    assert date(2021, 5, 6) not in told


def test_a_day_that_comes_soon_dates_nothing_that_was_done():
    """No year is told, so the ninth of June is not the one of a year ago."""
    told = days("Angela Merkel condemned Emmanuel Macron and scheduled a June 9 meeting with Joe Biden.")
    assert date(2021, 6, 9) in told
    assert date(2020, 6, 9) not in told


def test_what_is_planned_is_not_when_something_was_done_to_whom_it_is_planned_for():
    told = [
        claim for claim in coded("Angela Merkel will free sailors kidnapped in April.") if claim.status == "planned"
    ]
    assert [claim.started.earliest for claim in told] == [None]


def test_what_somebody_is_asked_to_do_some_day_is_not_when_he_is_asked():
    """The day belongs to the vote."""
    told = days("Angela Merkel met Emmanuel Macron on Monday. She urged the Bundestag to vote next week.")
    assert date(2021, 5, 3) in told
    assert date(2021, 5, 10) not in told


def test_the_day_on_which_a_meeting_was_announced_is_not_its_own():
    assert days("Germany said on Tuesday that Angela Merkel would meet Emmanuel Macron.") == {None}
    assert days("Angela Merkel plans to visit Poland, her office said on Monday.") == {None}
    assert None in days("Angela Merkel arrived on Wednesday. She will meet Emmanuel Macron.")


def test_a_measure_is_taken_by_announcing_it():
    assert days("Germany said on Monday it would expel two Russian diplomats.") == {date(2021, 5, 3)}


def test_a_day_told_from_another_stands_with_its_own_verb():
    told = days("Rebels stormed a prison on Saturday and kidnapped a French doctor the next day.")
    assert date(2021, 5, 2) in told


def test_what_is_only_considered_has_no_day_yet():
    assert days("Germany is considering expelling two Russian diplomats, officials said on Monday.") == {None}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Zambian police said they would arrest Ruth Okello if she returned to Lusaka.", "proposed"),
        ("Kenya will send troops to Haiti, officials who met on Monday said.", "planned"),
    ],
)
def test_a_deed_that_will_be_done_has_not_been_done(text: str, status: str):
    """Whatever the sentence tells besides."""
    assert [claim.status for claim in coded(text) if claim.engagement_type in ("COERCE", "MOBILIZE", "AID")] == [status]


def test_what_was_not_done_was_not_done_on_the_day_of_the_report():
    assert days("Germany has yet to sanction Belarus, the commission said in a report on Monday.") == {None}
    assert days("Angela Merkel declined on Monday to meet Emmanuel Macron.") == {date(2021, 5, 3)}


def test_the_day_of_a_picture_dates_nothing_beside_it():
    story = "Rebels stormed a hotel in Gao on Monday, Mali said."
    caption = "FILE PHOTO: A hotel in Gao, Mali, April 11, 2021. Picture taken April 11, 2021."
    told = days(f"{story}\n\n{caption}\n\nFrance condemned the attack.")
    assert date(2021, 5, 3) in told
    assert date(2021, 4, 11) not in told


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("FILE PHOTO: A ship leaves Oslo, May 4, 2017. It sank.", {0}),
        ("The king of Norway in Oslo, Norway May 4, 2017.\n\nREUTERS/Ann Lee\n\nThe king left.", {0}),
        ("The king left.\n\nREUTERS/Ann Lee\n\nHe is ill.", set()),
        ("OSLO (Reuters) - The king left on May 4, 2017.", set()),
        ("The king in Oslo. (AP Photo/Ann Lee)", {1}),
    ],
)
def test_captions_are_told_by_their_set_phrases(text: str, under: set[int]):
    assert captions_of(parse_document(text)) == under


def test_a_month_told_aside_is_not_that_of_the_act():
    """Between commas it tells who somebody is."""
    assert days("Emmanuel Macron, who took office in April, has urged Iran to free two teachers.") == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden faced criticism from several 2024 candidates, including Cory Booker.",
        "Angela Merkel offered to let Emmanuel Macron raise the limit in 2023.",
        "Angela Merkel criticized Russia; the vote is on June 8, 2021.",
    ],
)
def test_what_has_happened_is_not_on_a_day_after_the_report(text):
    assert days(text) == {None}


def test_a_report_may_be_a_day_ahead_by_the_worlds_clocks():
    assert days("Angela Merkel criticized Russia on May 6, 2021.") == {date(2021, 5, 6)}


def test_what_is_told_of_talks_dates_them():
    """Not what became of them."""
    told = coded("Talks between Kenya and Uganda, planned for Wednesday in Nairobi, collapsed on Monday.")
    assert {c.started.earliest for c in told if c.engagement_type == "CONSULT"} == {date(2021, 5, 5)}
    told = coded("Talks between Kenya and Uganda held in Nairobi in March collapsed, officials said on Monday.")
    assert {c.started.earliest for c in told if c.engagement_type == "CONSULT"} == {date(2021, 3, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel on Monday praised the talks between Kenya and Uganda in Nairobi on April 12.",
        "On Monday, Angela Merkel praised the talks between Kenya and Uganda in Nairobi on April 12.",
    ],
)
def test_a_verb_takes_one_day(text: str):
    """The second one behind it is that of the noun in between."""
    told = {claim.engagement_type: claim.started.earliest for claim in coded(text)}
    assert told["SUPPORT"] == date(2021, 5, 3)
    assert told["CONSULT"] == date(2021, 4, 12)


def test_each_of_two_clauses_has_its_own_day():
    told = coded("Talks between Kenya and Uganda began on Monday; Germany expelled two diplomats on Tuesday.")
    assert [c.started.earliest for c in told if c.engagement_type == "CONSULT"] == [date(2021, 5, 3)]


def test_what_will_be_on_yesterdays_weekday_is_a_week_on():
    assert days("Angela Merkel will meet Emmanuel Macron on Tuesday.") == {date(2021, 5, 11)}
    assert days("Angela Merkel met Emmanuel Macron on Tuesday.") == {date(2021, 5, 4)}


def test_what_begins_in_the_present_tense_is_to_come():
    assert days("France and Germany begin a naval exercise on Friday.") == {date(2021, 5, 7)}
    assert days("France and Germany began a naval exercise on Friday.") == {date(2021, 4, 30)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Last year, Angela Merkel defended the 2015 deal with Iran.", "SUPPORT", date(2020, 1, 1)),
        ("On Monday, Angela Merkel praised the 2015 deal with Iran.", "SUPPORT", date(2021, 5, 3)),
        ("On Monday, Angela Merkel accused the likely 2021 Green candidate of lying.", "ACCUSE", date(2021, 5, 3)),
        ("Angela Merkel criticized Russia during the 2017 campaign.", "ACCUSE", date(2017, 1, 1)),
        ("Angela Merkel arrived on Monday. She condemned the April 12 attack.", "ACCUSE", date(2021, 5, 3)),
        ("Angela Merkel condemned Russia at an April 12 news conference.", "ACCUSE", date(2021, 4, 12)),
    ],
)
def test_the_year_of_a_thing_is_not_the_acts(text: str, kind: str, day: date):
    """Where the sentence tells another time."""
    assert [c.started.earliest for c in coded(text) if c.engagement_type == kind] == [day]


def test_next_tuesday_dates_what_is_held_then():
    text = "Kenya said on Monday that it would hold talks with Uganda and Zambia in Lusaka next Tuesday."
    assert [c.started.earliest for c in coded(text) if c.engagement_type == "CONSULT"] == [date(2021, 5, 11)]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # counted from another day, with the act's own verb: whatever the rest of the sentence tells
        ("Kenya said on Monday that it had signed a deal with Uganda two weeks earlier.", "AGREE", date(2021, 4, 16)),
        ("Kenya on Tuesday passed a law that Uganda had condemned a week earlier.", "ACCUSE", date(2021, 4, 24)),
        # what had been before the act does not tell when that was
        ("Kenya released the soldiers it had captured in December.", "RETREAT", None),
        ("Kenya released the soldiers in December, officials said.", "RETREAT", date(2020, 12, 1)),
        # what tells an event's harm dates it
        ("Kenya on Monday condemned a bombing that killed six in Uganda a day earlier.", "ASSAULT", date(2021, 5, 2)),
        # when somebody is to do something is not when he is asked
        ("Kenya urged Uganda to hold elections in December.", "REQUEST", None),
        ("Kenya urged Uganda in March to hold elections.", "REQUEST", date(2021, 3, 1)),
        # what is fixed for a day is on the one to come, even once it is called off
        ("Talks between Kenya and Uganda scheduled for Friday were cancelled on Tuesday.", "CONSULT", date(2021, 5, 7)),
        ("Talks between Kenya and Uganda that had been set for June were called off.", "CONSULT", date(2021, 6, 1)),
    ],
)
def test_each_verb_tells_of_its_own_time(text: str, kind: str, day: date | None):
    assert {c.started.earliest for c in coded(text) if c.engagement_type == kind} == {day}


def test_a_dateline_dates_nothing_that_has_a_day_of_its_own():
    """However much speaks for either."""
    options = options_of("NAIROBI, May 5 - Angela Merkel met Emmanuel Macron on Monday.", "met")
    assert {o.expression.kind for o in options} == {"dateline", "weekday"}
    chosen = choose_when(options, LinearModel({"kind=dateline": 5.0}))
    assert chosen is not None
    assert chosen.expression.kind == "weekday"


def test_where_in_the_article_an_act_is_told_is_seen():
    lead = "Angela Merkel met Emmanuel Macron in Berlin on Monday after years of rivalry."
    told = cues(lead, "met", "Monday")
    assert {"place=lead", "dated=title", "behind=1", "time=after", "time=years"} <= told
    late = lead + " It rained." * 12 + " She praised Emmanuel Macron."
    assert {"place=late", "third=2", "behind=6"} <= cues(late, "praised", "Monday")


def test_a_day_told_as_one_to_come_does_not_date_what_was_done_before():
    told = coded(
        "Angela Merkel is scheduled to visit Shanghai on Thursday. Emmanuel Macron had refused to lift a ban on beef."
    )
    refused = [claim for claim in told if claim.engagement_type == "REJECT"]
    assert refused
    assert all(claim.started.latest is None or claim.started.latest >= date(2021, 5, 5) for claim in refused)


def began(text: str) -> list[str]:
    """Return when each act of a text began, in order."""
    return [str(claim.started.earliest) for claim in coded(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Joe Biden met Boris Johnson. In March Angela Merkel visited Cairo. There she met Emmanuel Macron.",
            2,
        ),
        ("Angela Merkel flew to Cairo in March. During that visit she met Emmanuel Macron.", 1),
        ("Angela Merkel flew to Cairo in March. On that occasion she met Emmanuel Macron.", 1),
    ],
)
def test_what_is_told_on_of_an_occasion_was_then(text: str, told: int):
    assert began(text)[told] == "2021-03-01"


def test_a_sentence_that_begins_with_there_was_tells_of_no_occasion():
    text = "Angela Merkel flew to Cairo in March. There was a meeting between Joe Biden and Emmanuel Macron on Monday."
    assert began(text)[-1] == "2021-05-03"


def test_the_date_of_a_truce_dates_nothing_that_is_told_after_it():
    text = (
        "On Monday Angela Merkel met Joe Biden. She urged Russia to keep the truce of 12 August 2008. "
        "Merkel also met Emmanuel Macron."
    )
    assert began(text) == ["2021-05-03"] * 3


def test_the_morning_of_a_day_is_that_day():
    assert began("Angela Merkel met Emmanuel Macron on the morning of 3 May 2019.") == ["2019-05-03"]


def test_the_following_day_counts_from_the_day_ahead():
    first, *_ = began("Angela Merkel will travel on Monday to Nairobi and the following day to Kigali.")
    assert first == "2021-05-10"
    text = "On Monday the union will hold a vote in Rome. Angela Merkel met Joe Biden on Monday and left the next day."
    assert began(text)[-1] == "2021-05-03"
    text = "Angela Merkel said on Monday that Emmanuel Macron would visit Berlin the following day."
    assert began(text)[0] == "2021-05-04"


def test_what_came_days_after_something_counts_from_the_day_before_it():
    text = (
        "Japan's ministers prayed on Monday, the day of the defeat of 1945. "
        "It came five days after Angela Merkel visited China. "
        "Japan recalled its ambassador to Germany the same day."
    )
    assert began(text) == ["2021-04-28"] * 2


def test_who_meets_somebody_this_weekend_has_not_met_him():
    (claim,) = coded("Angela Merkel meets Emmanuel Macron in Berlin this weekend.")
    assert (claim.status, str(claim.started.earliest)) == ("planned", "2021-05-08")


def test_a_visit_during_which_something_was_agreed_has_been():
    claims = coded("The pact is part of a programme agreed during a visit to Cairo in March by Angela Merkel.")
    assert {claim.status for claim in claims if claim.engagement_type == "CONSULT"} == {"occurred"}


def test_what_is_announced_on_one_day_for_another_is_on_the_other():
    (claim,) = coded("On Monday Kenya announced a donors' conference in Nairobi on Friday.")
    assert (claim.status, str(claim.started.earliest)) == ("planned", "2021-05-07")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Emmanuel Macron flew on Monday to Berlin, where he met Angela Merkel.", "2021-05-03"),
        ("Emmanuel Macron flew to Rome on April 20; the next day he arrived in Berlin, where he met Angela Merkel.",
         "2021-04-21"),
    ],
)  # fmt: skip
def test_who_came_somewhere_on_a_day_was_there_that_day(text: str, day: str):
    assert began(text)[-1] == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Kenya accused Uganda of theft a day after a fire in Kisumu on Monday.", ["2021-05-04"]),
        ("Kenya accused Uganda of theft two days after Kampala expelled its envoy on Sunday.",
         ["2021-05-04", "2021-05-02"]),
        ("Two days after Uganda expelled its envoy on Sunday, Kenya accused Kampala of theft.",
         ["2021-05-02", "2021-05-04"]),
        ("Angela Merkel will meet Emmanuel Macron a day after the summit on Saturday.", ["2021-05-09"]),
    ],
)  # fmt: skip
def test_days_after_something_that_is_dated_count_from_that_day(text: str, days: list[str]):
    assert began(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Emmanuel Macron's planned visit to Berlin next month was called off.", "2021-06-01"),
        ("Emmanuel Macron's visit to Berlin on Friday has been cancelled.", "2021-05-07"),
    ],
)
def test_a_date_right_before_the_verb_of_a_noun_is_the_nouns(text: str, day: str):
    assert began(text)[0] == day


def test_who_said_so_does_not_part_a_day_from_its_verb():
    (claim,) = coded("Kenya condemned Uganda Monday according to state radio.")
    assert str(claim.started.earliest) == "2021-05-03"
