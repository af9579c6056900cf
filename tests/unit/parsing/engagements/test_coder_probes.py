"""The whole coder on sentences that peers get wrong: denied, possible, planned, called off, passive, reported."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds, EngagementClaim, ExtractionResult

STATUSES = [
    ("Germany invaded France.", "ASSAULT", "occurred"),
    ("Germany did not invade France.", "ASSAULT", "not_occurred"),
    ("Germany denied invading France.", "ASSAULT", "not_occurred"),
    ("Germany denied that it had invaded France.", "ASSAULT", "not_occurred"),
    ("Germany may invade France.", "ASSAULT", "proposed"),
    ("Germany has never attacked France.", "ASSAULT", "not_occurred"),
    ("Turkey did not bomb Greece on Tuesday.", "ASSAULT", "not_occurred"),
    ("Angela Merkel met Emmanuel Macron in Berlin on Friday.", "CONSULT", "occurred"),
    ("Angela Merkel will meet Emmanuel Macron in Berlin on Friday.", "CONSULT", "planned"),
    ("Angela Merkel was to have met Emmanuel Macron in Berlin.", "CONSULT", "not_occurred"),
    ("Angela Merkel cancelled a meeting with Emmanuel Macron.", "CONSULT", "not_occurred"),
    ("Angela Merkel called off talks with Emmanuel Macron.", "CONSULT", "not_occurred"),
    ("Angela Merkel did not meet Emmanuel Macron.", "CONSULT", "not_occurred"),
    ("Angela Merkel plans to meet Emmanuel Macron.", "CONSULT", "planned"),
    ("Angela Merkel is due to meet Emmanuel Macron.", "CONSULT", "planned"),
    ("Egypt ruled out talks with Turkey.", "CONSULT", "not_occurred"),
    ("Egypt will sign an agreement with Turkey on Sunday.", "AGREE", "planned"),
    ("Egypt did not sign an agreement with Turkey.", "AGREE", "not_occurred"),
    ("Egypt may impose sanctions on Turkey.", "SANCTION", "proposed"),
    ("Egypt imposed sanctions on Turkey.", "SANCTION", "occurred"),
    ("Egypt is considering new sanctions against Turkey.", "SANCTION", "proposed"),
    ("Egypt announced new tariffs on Turkey on Friday.", "SANCTION", "planned"),
    ("Egypt is planning an attack on Turkey.", "ASSAULT", "planned"),
    ("Angela Merkel scheduled a meeting with Emmanuel Macron for Friday.", "CONSULT", "planned"),
    ("Angela Merkel agreed to meet Emmanuel Macron in Berlin.", "CONSULT", "planned"),
]
PARTS = [
    ("Macron met with Biden.", "CONSULT", {"Emmanuel Macron": "participant", "Joe Biden": "participant"}),
    (
        "Emmanuel Macron was received by Joe Biden in Washington.",
        "CONSULT",
        {"Emmanuel Macron": "guest", "Joe Biden": "host"},
    ),
    ("Joe Biden received Emmanuel Macron in Washington.", "CONSULT", {"Emmanuel Macron": "guest", "Joe Biden": "host"}),
    ("Emmanuel Macron was hosted by Joe Biden.", "CONSULT", {"Emmanuel Macron": "guest", "Joe Biden": "host"}),
    ("Joe Biden hosted Emmanuel Macron.", "CONSULT", {"Emmanuel Macron": "guest", "Joe Biden": "host"}),
    ("Emmanuel Macron visited Egypt on Monday.", "CONSULT", {"Emmanuel Macron": "guest", "Egypt": "host"}),
    ("Germany invaded France.", "ASSAULT", {"Germany": "source", "France": "target"}),
    ("France was invaded by Germany.", "ASSAULT", {"Germany": "source", "France": "target"}),
    ("Turkey condemned Greece.", "ACCUSE", {"Turkey": "source", "Greece": "target"}),
    ("Greece was condemned by Turkey.", "ACCUSE", {"Turkey": "source", "Greece": "target"}),
    ("Egypt imposed sanctions on Turkey.", "SANCTION", {"Egypt": "source", "Turkey": "target"}),
    ("France and Germany signed an agreement on Monday.", "AGREE", {"France": "participant", "Germany": "participant"}),
    ("Egypt urged Turkey to withdraw its troops.", "REQUEST", {"Egypt": "source", "Turkey": "target"}),
]


# Who is told in the sentence before, by another name or by whom its country is.
IMPLIED = [
    (
        "Iran seized a Greek tanker in the Gulf. Greece demanded its release.",
        "REQUEST",
        {"Greece": "source", "Iran": "target"},
    ),
    (
        "The European Union imposed tariffs on Chinese cars. Beijing threatened to retaliate.",
        "THREATEN",
        {"China": "source", "European Union": "target"},
    ),
    (
        "Human Rights Watch accused the Nigerian army of theft. An army spokesman denied the charge.",
        "REJECT",
        {"army spokesman": "source", "Human Rights Watch": "target"},
    ),
    (
        "The Turkish and Greek foreign ministers met in Ankara.",
        "CONSULT",
        {"Turkey": "participant", "Greece": "participant"},
    ),
    (
        "Venezuela annexed a region of Guyana by law. Guyana recalled its envoy.",
        "SANCTION",
        {"Guyana": "source", "Venezuela": "target"},
    ),
    (
        "Venezuela annexed a region of Guyana by law. Brazil recalled its envoy.",
        "SANCTION",
        {"Brazil": "source"},
    ),
    (
        "A storm hit Cuba. Havana protested.",
        "PROTEST",
        {"Cuba": "source"},
    ),
    (
        "Brazil accused Israel of genocide. Egypt recalled its ambassador.",
        "SANCTION",
        {"Egypt": "source"},
    ),
    (
        "Donald Trump accused James Comey of lying, which Comey denied.",
        "REJECT",
        {"James Comey": "source", "Donald Trump": "target"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), IMPLIED)
def test_parts_of_those_whom_only_the_sentence_before_names(text: str, kind: str, who: dict[str, str]) -> None:
    result = coded(text)
    assert who in [parts(result, claim) for claim in claims(result, kind)]


@cache
def coder() -> DefaultCoder:
    return DefaultCoder(load_reference())


def coded(text: str) -> ExtractionResult:
    article_id = hashlib.sha256(text.encode()).hexdigest()
    day = date(2021, 5, 5)
    return coder().extract(Article(article_id, text, "probe.txt", article_id, published=DateBounds(day, day, "day")))


def claims(result: ExtractionResult, kind: str) -> list[EngagementClaim]:
    return [claim for claim in result.claims if claim.engagement_type == kind]


def parts(result: ExtractionResult, claim: EngagementClaim) -> dict[str, str]:
    return {result.actors[p.actor_id].name: p.role for p in claim.participants}


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_status(text: str, kind: str, status: str) -> None:
    assert [claim.status for claim in claims(coded(text), kind)] == [status]


@pytest.mark.parametrize(("text", "kind", "who"), PARTS)
def test_parts(text: str, kind: str, who: dict[str, str]) -> None:
    result = coded(text)
    assert [parts(result, claim) for claim in claims(result, kind)] == [who]


def test_an_accusation_and_what_it_says_are_two_claims() -> None:
    result = coded("Turkey accused Russia of attacking Georgia.")
    accuse, assault = claims(result, "ACCUSE"), claims(result, "ASSAULT")
    assert parts(result, accuse[0]).items() >= {"Turkey": "source", "Russia": "target"}.items()
    assert parts(result, assault[0]).items() >= {"Russia": "source", "Georgia": "target"}.items()
    assert result.actors[assault[0].attributed_to].name == "Turkey" if assault[0].attributed_to is not None else False


def test_a_claim_and_its_denial_are_two_claims_of_one_engagement() -> None:
    text = "Armenia accused Azerbaijan of shelling its border posts. Azerbaijan denied shelling Armenian border posts."
    result = coded(text)
    told, denied = claims(result, "ASSAULT")
    assert (told.status, denied.status) == ("occurred", "not_occurred")
    said = [result.actors[claim.attributed_to].name for claim in (told, denied) if claim.attributed_to is not None]
    assert said == ["Armenia", "Azerbaijan"]
    assert denied.same_as == result.claims.index(told)


def test_whose_forces_attacked_and_who_met() -> None:
    result = coded("Vladimir Putin, whose forces attacked Ukraine, met Xi Jinping.")
    assault, consult = claims(result, "ASSAULT"), claims(result, "CONSULT")
    assert parts(result, assault[0]).items() >= {"Ukraine": "target"}.items()
    assert "source" in parts(result, assault[0]).values()
    assert parts(result, consult[0]).items() >= {"Vladimir Putin": "participant", "Xi Jinping": "participant"}.items()


@pytest.mark.parametrize("whose", ["its forces", "its elite troops"])
def test_forces_told_by_a_pronoun_act_for_whom_it_stands(whose: str) -> None:
    result = coded(f"Egypt said on Monday that {whose} attacked Turkey.")
    assert parts(result, claims(result, "ASSAULT")[0]) == {"Egypt": "source", "Turkey": "target"}


def test_offsets_and_evidence_hold() -> None:
    text = "Talks ended on Sunday.\n\nAngela Merkel met Emmanuel Macron in Berlin. Egypt condemned Turkey."
    for claim in coded(text).claims:
        assert claim.char_start <= claim.trigger_start < claim.char_end
        assert text[claim.trigger_start :].startswith(claim.trigger_text)


def test_the_same_article_gives_the_same_answer() -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin. Egypt condemned Turkey and denied attacking Greece."
    assert (
        coded(text)
        == coded(text)
        == DefaultCoder(load_reference()).extract(
            Article(
                hashlib.sha256(text.encode()).hexdigest(),
                text,
                "probe.txt",
                "",
                published=DateBounds(date(2021, 5, 5), date(2021, 5, 5), "day"),
            )
        )
    )


@pytest.mark.parametrize(
    "text", ["", "\n\n", "...", "“”", "Rain fell.", "x" * 5000, "[state", "Met met met meeting meeting."]
)
def test_odd_texts_are_coded_without_error(text: str) -> None:
    assert coded(text).claims == ()


def test_who_is_sanctioned_for_an_act_does_it() -> None:
    result = coded("Egypt imposed sanctions on Turkey for detaining Greek journalists.")
    (claim,) = claims(result, "COERCE")
    assert parts(result, claim)["Turkey"] == "source"


def test_the_two_leaders_are_both() -> None:
    result = coded("Emmanuel Macron met Angela Merkel in Paris on Friday. The two leaders condemned Russia.")
    (claim,) = claims(result, "ACCUSE")
    assert parts(result, claim) == {"Emmanuel Macron": "source", "Angela Merkel": "source", "Russia": "target"}


def test_quotes_in_single_marks_have_speakers_too() -> None:
    result = coded("‘Germany has attacked France,’ Emmanuel Macron told reporters on Friday.")
    (claim,) = claims(result, "ASSAULT")
    assert result.actors[claim.attributed_to or 0].name == "Emmanuel Macron"


def test_talks_between_capitals_are_held_elsewhere() -> None:
    result = coded("Talks between Tehran and Washington were held in Oman on Friday.")
    (claim,) = claims(result, "CONSULT")
    assert (claim.country_iso3, parts(result, claim).keys()) == ("OMN", {"Iran", "United States"})


@pytest.mark.parametrize(("who", "kinds"), [("Islamic State", set()), ("Protesters", {"PROTEST"})])
def test_fighters_that_storm_a_place_do_not_protest(who: str, kinds: set[str]) -> None:
    result = coded(f"{who} stormed the parliament in Baghdad on Friday.")
    assert {c.engagement_type for c in result.claims} & {"PROTEST"} == kinds


def test_what_one_doer_does_to_two_countries_is_two_acts_each_with_its_own() -> None:
    result = coded("Israel bombed Syria on Sunday and struck Hezbollah in Lebanon.")
    told = [parts(result, claim) for claim in claims(result, "ASSAULT")]
    assert told == [{"Israel": "source", "Syria": "target"}, {"Israel": "source", "Hezbollah": "target"}]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Belarusian police detained dozens at a protest in Minsk.", {"COERCE"}),
        ("Police officers marched in Lima to demand higher pay.", {"PROTEST"}),
    ],
)
def test_police_near_a_protest_do_not_protest(text: str, kinds: set[str]) -> None:
    assert {claim.engagement_type for claim in coded(text).claims} == kinds


def test_an_act_of_a_relative_clause_stands_beside_that_of_its_sentence() -> None:
    result = coded("Khalifa Haftar, whose forces attacked Tripoli, met Emmanuel Macron.")
    assert [claim.engagement_type for claim in result.claims] == ["ASSAULT", "CONSULT"]


def test_no_act_is_nobodys() -> None:
    result = coded("Why does nobody like Putin's annexation of Ukraine and meddling in Syria?")
    assert {claim.trigger_text for claim in result.claims} == {"annexation of", "meddling in"}
    assert all(claim.participants for claim in result.claims)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Egypt hosted Greece and Italy for talks.", {"Egypt": "host", "Greece": "guest", "Italy": "guest"}),
        ("Greece visited Egypt.", {"Egypt": "host", "Greece": "guest"}),
    ],
)
def test_who_hosts_whom_is_as_the_verb_says(text: str, roles: dict[str, str]) -> None:
    result = coded(text)
    assert parts(result, claims(result, "CONSULT")[0]) == roles
