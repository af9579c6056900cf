"""What stands beside an act in its sentence and is none of it: other clauses, other dates, what is ended."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds, EngagementClaim, ExtractionResult

DAY = date(2024, 11, 20)  # a Wednesday


def coded(text: str, day: date = DAY) -> ExtractionResult:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    article = Article(article_id, text, "probe.txt", article_id, published=DateBounds(day, day, "day"))
    return DefaultCoder(load_reference()).extract(article)


def claim(text: str, kind: str) -> EngagementClaim:
    return next(c for c in coded(text).claims if c.engagement_type == kind)


def parts(text: str, kind: str) -> set[tuple[str, str]]:
    result = coded(text)
    names = {actor.actor_id: actor.name for actor in result.actors}
    told = next(c for c in result.claims if c.engagement_type == kind)
    return {(names[p.actor_id], p.role) for p in told.participants}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Iran denounced the strikes and Russia offered to mediate.", "ACCUSE", {("Iran", "source")}),
        ("Egypt welcomed the truce and Qatar thanked Trump.", "SUPPORT", {("Egypt", "source")}),
        ("Moscow condemned the attack; Beijing urged restraint.", "ACCUSE", {("Russia", "source")}),
        ("Iran tested a missile after France struck Yemen.", "ASSAULT", {("France", "source"), ("Yemen", "target")}),
        (
            "Britain agreed to send troops after Russia attacked Ukraine.",
            "ASSAULT",
            {("Russia", "source"), ("Ukraine", "target")},
        ),
        (
            "Germany expelled two Russian diplomats after Russia jailed an opposition leader.",
            "SANCTION",
            {("Germany", "source"), ("Russia", "target"), ("Russian diplomats", "target")},
        ),
        ("Putin said Trump will visit Oslo.", "CONSULT", {("Donald Trump", "guest"), ("Norway", "host")}),
        ("Putin said Trump will visit Moscow.", "CONSULT", {("Donald Trump", "guest"), ("Russia", "host")}),
        (
            "Lavrov said that Egypt and Qatar had met in Cairo.",
            "CONSULT",
            {("Egypt", "participant"), ("Qatar", "participant")},
        ),
    ],
)  # fmt: skip
def test_who_does_something_else_takes_no_part(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "earliest"),
    [
        ("Macron, who has criticised Israel, visited Cairo on Monday.", "ACCUSE", None),
        ("The OAS, which won praise in May, urged Bolivia to hold a vote.", "REQUEST", None),
        ("Biden threatened to sanction Myanmar, which held a vote in 2016.", "THREATEN", None),
        ("Iran supports the rebels who took power in 2015.", "SUPPORT", None),
        ("Colonel Musa laid the mine that killed ten policemen in May.", "ASSAULT", date(2024, 5, 1)),
        ("Rebels attacked Goma on Jan. 27.", "ASSAULT", date(2024, 1, 27)),
        ("France will host Egypt's president on Jan. 27.", "CONSULT", date(2025, 1, 27)),
    ],
)
def test_a_date_of_another_clause_is_not_the_acts(text: str, kind: str, earliest: date | None) -> None:
    assert claim(text, kind).started.earliest == earliest


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The EU lifted sanctions against Syria on Tuesday.", ["CONCEDE"]),
        ("Saudi Arabia lifted its blockade of Qatar on Tuesday.", ["RETREAT"]),
        ("Greece withdrew from joint air drills with Israel.", ["SANCTION"]),
        ("Russia withdrew from talks with Ukraine on Monday.", ["REJECT"]),
        ("Netanyahu ordered a halt to strikes on Lebanon on Tuesday.", ["RETREAT"]),
        ("The EU imposed sanctions against Syria on Tuesday.", ["SANCTION"]),
        ("Blinken told reporters Hamas had not accepted the offer.", []),
        ('Turkey bombed what it called "terrorist hideouts" in Syria.', ["ASSAULT"]),
        ("The UN mission has apologised for what it called a mistake.", ["CONCEDE"]),
        ("Erdogan called Netanyahu a terrorist.", ["ACCUSE"]),
        ("Netanyahu said Israel would continue to strike Hezbollah targets.", ["ASSAULT"]),
    ],
)
def test_what_a_verb_ends_is_no_act_beside_it(text: str, kinds: list[str]) -> None:
    assert [c.engagement_type for c in coded(text).claims] == kinds


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Israel said the siege would go on until Hamas released the hostages.", "RETREAT", "proposed"),
        ("The siege went on until Hamas released the hostages.", "RETREAT", "occurred"),
        ("Turkey will open an embassy, Fidan said after talks with Lavrov on Monday.", "CONSULT", "occurred"),
        ("Russia will supply wheat to Egypt, Lavrov said after meeting Shoukry in Cairo.", "CONSULT", "occurred"),
        ("Russia will supply wheat to Egypt, Lavrov will say after meeting Shoukry.", "CONSULT", "planned"),
    ],
)
def test_status_by_what_stands_beside(text: str, kind: str, status: str) -> None:
    assert claim(text, kind).status == status


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Fighters loyal to Khalifa Haftar attacked Tripoli on Friday.", "ASSAULT", "fighters loyal to Khalifa Haftar"),
        ("Forces loyal to President Omar shelled Homs on Friday.", "ASSAULT", "forces loyal to President Omar"),
        ("Iran arrested two French citizens on Monday.", "COERCE", "French citizens"),
        ("Russia detained 12 Ukrainians in Crimea.", "COERCE", "Ukrainians"),
        ("Canada closed its embassy in Tehran on Tuesday.", "SANCTION", "Iran"),
        ("Bolivia recalled its ambassador from Lima.", "SANCTION", "Peru"),
        ("Spain has recalled its ambassador to Argentina.", "SANCTION", "Argentina"),
        ("Canada recalled its ambassador to the Netherlands on Tuesday.", "SANCTION", "Netherlands"),
        ("Macron met interim President Ahmed al-Sharaa in Paris.", "CONSULT", "Ahmed al-Sharaa"),
        ("RSF fighters captured the city of El Fasher.", "COERCE", "Rapid Support Forces"),
        ("Canada had ordered out an Indian diplomat on Monday.", "SANCTION", "Indian diplomat"),
    ],
)  # fmt: skip
def test_whom_a_sentence_names_takes_part(text: str, kind: str, expected: str) -> None:
    assert expected in {name for name, _ in parts(text, kind)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said two of its police officers were wounded in an attack in Haiti.", {("Kenya", "target")}),
        ("Cuba said 32 of its citizens had been killed in a raid.", {("Cuba", "target")}),
        (
            "At least 20 Indian soldiers were killed in fighting with Chinese troops.",
            {("Indian Armed Forces", "participant"), ("People's Liberation Army", "participant")},
        ),
    ],
)
def test_whose_the_dead_are(text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text, "ASSAULT") == expected


def test_an_ambassador_called_home_is_no_target_beside_his_host() -> None:
    expected = {("Mali", "source"), ("Niger", "source"), ("Algeria", "target")}
    assert parts("Mali and Niger recalled their ambassadors to Algeria on Monday.", "SANCTION") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Greenpeace crews blocked the port.", "PROTEST", {("Greenpeace", "source")}),
        (
            "Amnesty International lawyers accused Egypt of torture.",
            "ACCUSE",
            {("Amnesty International", "source"), ("Egypt", "target")},
        ),
        ("Pakistan is under fire. Its army attacked a village on Monday.", "ASSAULT", {("Pakistan", "source")}),
        (
            "Turkish police stormed the camp and dozens of migrants were arrested.",
            "COERCE",
            {("Turkish Police", "source"), ("migrants", "target")},
        ),
    ],
)
def test_whose_people_act(text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text, kind) == expected


def test_who_buys_arms_is_supplied() -> None:
    assert parts("Peru bought fighter jets from Sweden.", "AID") == {("Sweden", "source"), ("Peru", "target")}


def test_jailed_in_a_year_is_a_sentence() -> None:
    assert claim("Belarus jailed Nobel laureate Ales Bialiatski in 2023.", "SANCTION").mode == "convict"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Arab League will hold an emergency meeting on Sunday at Somalia's request.", "SOM"),
        ("Nigerian forces killed ten militants near the border with Cameroon.", "CMR"),
    ],
)
def test_who_asks_and_who_lies_beyond_is_not_where(text: str, country: str) -> None:
    assert coded(text).claims[0].country_iso3 != country


def test_an_agency_in_a_dateline_is_no_place() -> None:
    assert claim("ABUJA (Xinhua) -- Bola Tinubu met here Tuesday with Wang Yi.", "CONSULT").place_text == "ABUJA"


def test_until_a_day_to_come_is_not_that_day_of_last_year() -> None:
    told = coded("Turkey was given until July 31 to withdraw.", date(2024, 7, 17)).claims[0]
    assert told.started.earliest is None or told.started.earliest >= date(2024, 7, 1)
