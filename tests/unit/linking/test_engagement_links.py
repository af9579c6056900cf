"""Which tellings are of one engagement: hand-made claims, each with a counterpart that must stay apart."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import gold_claims
import polars as pl
import pytest
import staged_tables as staged

from pipelines.linking.engagements import Told, link_claims
from pipelines.linking.once import load_once_only
from pipelines.linking.wording import load_common_words

WHO = {
    "lavrov": ("person:sergei-lavrov", "person", "RUS", "GOV"), "russia": ("state:RUS", "state", "RUS", "GOV"),
    "blinken": ("person:antony-blinken", "person", "USA", "GOV"), "us": ("state:USA", "state", "USA", "GOV"),
    "macron": ("person:emmanuel-macron", "person", "FRA", "GOV"), "gna": ("org:gna", "organization", "LBY", "GOV"),
    "saddam": ("person:saddam-haftar", "person", "LBY", "MIL"), "lna": ("org:lna", "organization", "LBY", "MIL"),
    "haftar": ("person:khalifa-haftar", "person", "LBY", "MIL"), "fans": ("group:fans~usa", "group", "USA", "CVL"),
}  # fmt: skip
WORDS = load_once_only(gold_claims.REFERENCE), load_common_words(gold_claims.REFERENCE)
ABOUT = "about the harbour of Bara and its cranes"
NUMBER = {name: n for n, name in enumerate(WHO)}


def claim(
    kind: str, *who: str, status: str = "occurred", day: str = "", until: str = "", **rest: Any
) -> dict[str, Any]:
    """A claim: ``who`` as ``name`` or ``name/role``; a day, or two, where it is dated."""
    lo, hi = (date.fromisoformat(d) if d else None for d in (day, until or day))
    told = {"engagement_type": kind, "status": status, "who": who, "evidence_text": ABOUT}
    return {**told, "started_earliest": lo, "started_latest": hi, **rest}


def tables_of(told: dict[tuple[str, str], list[dict[str, Any]]]) -> tuple[pl.DataFrame, ...]:
    """Return claims, participants, actors and articles of ``(article, day of publication) -> its claims``."""
    claims, participants = [], []
    for (name, _), rows in told.items():
        for n, row in enumerate(rows):
            ref = {"article_id": staged.article_id(name), "claim_id": n}
            claims.append({**ref, "trigger_start": 10 * n, **{k: v for k, v in row.items() if k != "who"}})
            for one in row["who"]:
                actor, _, role = one.partition("/")
                participants.append({**ref, "actor_id": NUMBER[actor], "participant_role": role or "participant"})
    return (
        staged.frame("engagement_claim", claims), staged.frame("claim_participant", participants),
        _actors([name for name, _ in told]), staged.frame("article", [staged.article(n, *span(d)) for n, d in told]),
    )  # fmt: skip


def span(day: str) -> tuple[str | None, None, str | None]:
    """Return a day, or two with a slash between, as ``staged.article`` takes them."""
    first, _, last = day.partition("/")
    return first or None, None, last or None


def _actors(articles: list[str]) -> pl.DataFrame:
    rows = [(staged.article_id(a), n, *who) for a, (n, who) in product(articles, enumerate(WHO.values()))]
    columns = ("article_id", "actor_id", "actor_key", "actor_kind", "country_iso3", "sector")
    return pl.DataFrame(rows, schema=columns, orient="row")


def keys(told: dict[tuple[str, str], list[dict[str, Any]]]) -> dict[tuple[str, int], str]:
    links = link_claims(Told(*tables_of(told), *WORDS))
    name = {staged.article_id(article): article for article, _ in told}
    return {(name[a], c): key for a, c, key in links.iter_rows()}


def one(first: dict[str, Any], second: dict[str, Any], days: tuple[str, str] = ("2024-03-11", "2024-03-12")) -> bool:
    """Tell whether two claims, each alone in an article of its day, are one engagement."""
    return len(set(keys({("a", days[0]): [first], ("b", days[1]): [second]}).values())) == 1


MET = claim("CONSULT", "lavrov", "blinken", day="2024-03-10", mode="meeting")

JOINED = {
    "same pair, same day": (MET, claim("CONSULT", "blinken", "lavrov", day="2024-03-10")),
    "one tells no date": (MET, claim("CONSULT", "lavrov", "blinken")),
    "neither tells a date": (claim("CONSULT", "lavrov", "blinken"), claim("CONSULT", "lavrov", "blinken")),
    "a day within last week": (MET, claim("CONSULT", "lavrov", "blinken", day="2024-03-04", until="2024-03-10")),
    "host and guest": (MET, claim("CONSULT", "lavrov/host", "blinken/guest", day="2024-03-10")),
    "more people in one": (MET, claim("CONSULT", "lavrov", "blinken", "macron", day="2024-03-10")),
    "a state for its minister": (MET, claim("CONSULT", "russia", "blinken", day="2024-03-10")),
    "both states for their ministers": (MET, claim("CONSULT", "russia", "us", day="2024-03-10")),
    "denied": (MET, claim("CONSULT", "lavrov", "blinken", status="not_occurred", day="2024-03-10")),
    "planned, then held": (
        claim("CONSULT", "lavrov", "blinken", status="planned", day="2024-03-12"),
        claim("CONSULT", "lavrov", "blinken", day="2024-03-12"),
    ),
    "planned for no day, then held": (
        claim("CONSULT", "lavrov", "blinken", status="planned"),
        claim("CONSULT", "lavrov", "blinken", day="2024-03-12"),
    ),
    "an army for its commander": (
        claim("ASSAULT", "haftar/source", "gna/target", day="2024-03-10"),
        claim("ASSAULT", "lna/source", "gna/target", day="2024-03-10"),
    ),
    "a long war": (
        claim("ASSAULT", "lna/source", "gna/target", status="ongoing", day="2023-04-04", until="2024-03-11"),
        claim("ASSAULT", "lna/source", "gna/target", status="ongoing", day="2023-04-04", until="2024-03-12"),
    ),
    "two persons are in one country only": (
        {**MET, "place_key": "p:moscow", "country_iso3": "RUS"},
        claim("CONSULT", "lavrov", "blinken", day="2024-03-10", place_key="p:geneva", country_iso3="CHE"),
    ),
    "a killing, by whomever, dated otherwise": (
        claim("ASSAULT", "gna/source", "saddam/target", day="2024-03-10", trigger_text="killed"),
        claim("ASSAULT", "saddam/target", day="2023-01-05", trigger_text="the murder of"),
    ),
    "a dismissal, dated otherwise": (
        claim("SANCTION", "macron/source", "lavrov/target", day="2024-03-10", trigger_text="fired"),
        claim("SANCTION", "lavrov/target", day="2023-01-01", until="2023-12-31", trigger_text="Firing"),
    ),
    "an accusation in the same words": (
        claim("ACCUSE", "us/source", "russia/target", day="2024-03-10"),
        claim("ACCUSE", "us/source", "russia/target"),
    ),
    "of one alone, in the same words": (claim("REQUEST", "blinken/source"), claim("REQUEST", "blinken/source")),
    "two of different countries meet once a day": (
        MET, claim("CONSULT", "lavrov", "blinken", day="2024-03-10", evidence_text="over lunch"),
    ),
    "a deed in other words": (
        claim("ASSAULT", "gna/source", "lna/target", day="2024-03-10"),
        claim("ASSAULT", "gna/source", "lna/target", day="2024-03-10", evidence_text="shells fell on barracks"),
    ),
    "a country only inferred": (
        {**MET, "country_iso3": "RUS"}, claim("CONSULT", "lavrov", "blinken", day="2024-03-10", country_iso3="CHE"),
    ),
}  # fmt: skip
APART = {
    "another day": (MET, claim("CONSULT", "lavrov", "blinken", day="2024-03-08")),
    "another type": (MET, claim("AGREE", "lavrov", "blinken", day="2024-03-10")),
    "another partner": (MET, claim("CONSULT", "lavrov", "macron", day="2024-03-10")),
    "a relative": (
        claim("CONSULT", "haftar", "macron", day="2024-03-10"), claim("CONSULT", "saddam", "macron", day="2024-03-10"),
    ),
    "one host, two guests": (
        claim("CONSULT", "macron/host", "haftar/guest", day="2024-03-10"),
        claim("CONSULT", "macron/host", "blinken/guest", day="2024-03-10"),
    ),
    "turned round": (
        claim("ACCUSE", "us/source", "russia/target", day="2024-03-10"),
        claim("ACCUSE", "russia/source", "us/target", day="2024-03-10"),
    ),
    "a call is no visit": (MET, claim("CONSULT", "lavrov", "blinken", day="2024-03-10", mode="phone")),
    "another country named": (
        claim("CONSULT", "russia", "us", day="2024-03-10", place_key="p:moscow", country_iso3="RUS"),
        claim("CONSULT", "russia", "us", day="2024-03-10", place_key="p:geneva", country_iso3="CHE"),
    ),
    "another country inferred, another day": (
        {**MET, "country_iso3": "RUS"},
        claim("CONSULT", "lavrov", "blinken", country_iso3="CHE"),
    ),
    "held before, planned again": (MET, claim("CONSULT", "lavrov", "blinken", status="planned")),
    "a state alone": (claim("THREATEN", "us/source"), claim("THREATEN", "us/source", evidence_text="over steel")),
    "other words": (
        claim("ACCUSE", "us/source", "russia/target", day="2024-03-10"),
        claim("ACCUSE", "us/source", "russia/target", day="2024-03-10", evidence_text="of meddling with ballots"),
    ),
    "other words of one that is known": (
        claim("REQUEST", "blinken/source", day="2024-03-10"),
        claim("REQUEST", "blinken/source", day="2024-03-10", evidence_text="to free the jailed publisher"),
    ),
    "nobody named": (claim("PROTEST", day="2024-03-10"), claim("PROTEST", day="2024-03-10")),
    "in one year": (
        claim("SUPPORT", "us/source", "macron/target", day="2022-01-01", until="2022-12-31"),
        claim("SUPPORT", "us/source", "macron/target", day="2022-01-01", until="2022-12-31"),
        ("2023-02-01", "2024-03-12"),
    ),
    "attacked twice": (
        claim("ASSAULT", "gna/source", "saddam/target", day="2024-03-10", trigger_text="attacked"),
        claim("ASSAULT", "gna/source", "saddam/target", day="2023-01-05", trigger_text="attacked"),
    ),
    "to be killed is not yet killed": (
        claim("ASSAULT", "gna/source", "saddam/target", day="2024-03-10", trigger_text="killed"),
        claim("ASSAULT", "gna/source", "saddam/target", status="not_occurred", day="2023-01-05", trigger_text="killed"),
    ),
    "an army is beaten more than once": (
        claim("ASSAULT", "gna/source", "lna/target", day="2024-03-10", trigger_text="killed"),
        claim("ASSAULT", "gna/source", "lna/target", day="2023-01-05", trigger_text="killed"),
    ),
    "dismissed by another": (
        claim("SANCTION", "macron/source", "lavrov/target", day="2024-03-10", trigger_text="fired"),
        claim("SANCTION", "blinken/source", "lavrov/target", day="2023-01-05", trigger_text="fired"),
    ),
    "a crowd is not its state": (
        claim("SUPPORT", "fans/source", "macron/target", day="2024-03-10"),
        claim("SUPPORT", "us/source", "macron/target", day="2024-03-10"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", JOINED)
def test_one_engagement(case: str) -> None:
    assert one(*JOINED[case])


@pytest.mark.parametrize("case", APART)
def test_two_engagements(case: str) -> None:
    assert not one(*APART[case])


@pytest.mark.parametrize(("days", "joined"), [(6, True), (14, False)])
def test_undated_meetings_a_fortnight_apart_stay_two(days: int, joined: bool) -> None:
    told = claim("CONSULT", "lavrov", "blinken")
    later = date(2024, 3, 1) + timedelta(days=days)
    assert one(told, told, ("2024-03-01", later.isoformat())) is joined


def test_what_happens_once_is_one_also_within_an_article() -> None:
    killed = claim("ASSAULT", "saddam/target", day="2024-03-10", trigger_text="killed")
    murdered = claim("ASSAULT", "gna/source", "saddam/target", trigger_text="murder of")
    assert len(set(keys({("a", "2024-03-11"): [killed, murdered]}).values())) == 1


@pytest.mark.parametrize("name", "abcdefgh")
def test_of_two_engagements_that_should_be_one_the_most_told_goes_on(name: str) -> None:
    """Each key is made of its article, so which of two comes first by key differs from name to name."""
    fired = {"day": "2024-03-10", "trigger_text": "fired"}
    by_one, by_other = (claim("SANCTION", f"{who}/source", "lavrov/target", **fired) for who in ("macron", "blinken"))
    by_nobody = claim("SANCTION", "lavrov/target", **fired)
    told = {(f"{n} {name}", f"2024-03-1{n}"): [c] for n, c in enumerate((by_one, by_other, by_other, by_nobody), 1)}
    found = keys(told)
    assert found[f"4 {name}", 0] == found[f"2 {name}", 0] != found[f"1 {name}", 0]


def test_the_bounds_of_an_article_are_those_that_it_tells_most() -> None:
    once_wrong = {**MET, "started_earliest": date(2024, 2, 1), "started_latest": date(2024, 2, 1)}
    first = [once_wrong, {**MET, "same_as": 0}, {**MET, "same_as": 0}]
    assert len(set(keys({("a", "2024-03-11"): first, ("b", "2024-03-12"): [MET]}).values())) == 1


def test_a_dated_engagement_is_known_again_years_later() -> None:
    assert one(MET, MET, ("2024-03-11", "2026-03-10"))


def test_undated_articles_are_joined_by_the_day_alone() -> None:
    undated = claim("CONSULT", "lavrov", "blinken")
    assert one(MET, MET, ("", ""))
    assert not one(undated, undated, ("", ""))


def test_an_article_of_unknown_day_joins_the_only_engagement_within_its_bounds() -> None:
    undated = {("u", "2023-01-01/2025-01-01"): [claim("CONSULT", "lavrov", "blinken")]}
    found = keys(undated | {("a", "2024-03-11"): [MET]})
    assert found["u", 0] == found["a", 0]
    again = claim("CONSULT", "lavrov", "blinken", day="2024-06-01")
    found = keys(undated | {("a", "2024-03-11"): [MET], ("b", "2024-06-02"): [again]})
    assert found["u", 0] not in (found["a", 0], found["b", 0])


def test_states_of_an_article_of_unknown_day_are_left_alone() -> None:
    told = claim("CONSULT", "russia", "us")
    found = keys({("u", "2023-01-01/2025-01-01"): [told], ("a", "2024-03-11"): [{**MET, "who": ("russia", "us")}]})
    assert found["u", 0] != found["a", 0]


def test_two_claims_that_the_coder_holds_apart_stay_apart_in_one_article() -> None:
    found = keys({("a", "2024-03-11"): [MET, MET], ("b", "2024-03-12"): [MET]})
    assert found["a", 0] != found["a", 1]
    assert found["b", 0] in (found["a", 0], found["a", 1])


def test_told_again_in_one_article_is_one_engagement() -> None:
    rows = [MET, claim("CONSULT", "lavrov", same_as=0), claim("CONSULT", "lavrov", same_as=1)]
    assert len(set(keys({("a", "2024-03-11"): rows}).values())) == 1


def test_the_likelier_of_two_is_chosen() -> None:
    tea = claim("CONSULT", "lavrov", "blinken", day="2024-03-10")
    talk = claim("CONSULT", "lavrov", "blinken", "macron", day="2024-03-10")
    found = keys({("a", "2024-03-10"): [tea, talk], ("b", "2024-03-11"): [talk]})
    assert found["b", 0] == found["a", 1]


def test_later_reports_leave_a_key_as_it_is() -> None:
    told = {("a", "2024-03-11"): [MET]}
    before = keys(told)["a", 0]
    told |= {(name, "2024-03-12"): [MET] for name in "bcdefgh"}
    assert set(keys(told).values()) == {before}


# --- any order of arrival ---


def _world(articles: int) -> dict[tuple[str, str], list[dict[str, Any]]]:
    dice = random.Random(5)
    told = {}
    for n in range(articles):
        day = date(2024, 3, 1) + timedelta(days=dice.randint(0, 20))
        rows = []
        for _ in range(dice.randint(1, 4)):
            when = dice.choice(("", day.isoformat(), (day - timedelta(days=dice.randint(1, 9))).isoformat()))
            kind, status = (
                dice.choice(("CONSULT", "ASSAULT", "AGREE")),
                dice.choice(("occurred", "planned", "not_occurred")),
            )
            rows.append(claim(kind, *dice.sample(list(WHO), 2), status=status, day=when))
        told[f"article {n}", day.isoformat()] = rows
    return told


def test_the_order_of_arrival_plays_no_part() -> None:
    claims, participants, actors, articles = tables_of(_world(400))
    first = link_claims(Told(claims, participants, actors, articles, *WORDS)).sort("article_id", "claim_id")
    for seed in (1, 2, 3):
        shuffled = [
            frame.sample(fraction=1, shuffle=True, seed=seed) for frame in (claims, participants, actors, articles)
        ]
        assert link_claims(Told(*shuffled, *WORDS)).sort("article_id", "claim_id").equals(first)
    assert first["engagement_key"].n_unique() < len(first)


def test_what_was_linked_before_stays_when_later_articles_come() -> None:
    told = _world(300)
    days = sorted(day for _, day in told)
    early = {at: rows for at, rows in told.items() if at[1] <= days[150]}
    before, after = keys(early), keys(told)
    assert before == {at: key for at, key in after.items() if at in before}


def test_no_two_heads_of_an_article_share_an_engagement() -> None:
    seen: dict[str, list[str]] = defaultdict(list)
    for (article, _), key in keys(_world(300)).items():
        seen[key].append(article)
    assert all(len(set(articles)) == len(articles) for articles in seen.values())


# --- the annotated wire articles, as a perfect coder would stage them ---


@pytest.mark.skipif(not gold_claims.GOLD.is_dir(), reason="the annotated articles are not here")
def test_annotated_articles_join_what_is_one_and_nothing_else(tmp_path: Path) -> None:
    result = gold_claims.measure(tmp_path)
    joined = [together for _, together in result["same"]]
    apart = [not together for _, together in result["distinct"]]
    assert sum(joined) / len(joined) >= 0.9
    assert sum(apart) / len(apart) >= 0.97
