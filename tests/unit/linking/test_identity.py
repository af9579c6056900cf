"""Who is who: keys by evidence, in any order of arrival, with redirects when they change."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import staged_tables as staged
from polars.testing import assert_frame_equal

from pipelines.linking.identity import Identities, link_actors
from pipelines.linking.redirects import next_redirects, vanished_keys
from pipelines.linking.registry import Registry, load_registry

ACTORS = """registry_id,canonical_name,actor_kind,sector,country_iso3
person:khalifa-haftar,Khalifa Haftar,person,MIL,LBY
person:saddam-haftar,Saddam Haftar,person,MIL,LBY
person:khaled-haftar,Khaled Haftar,person,MIL,LBY
person:belqasem-haftar,Belqasem Haftar,person,GOV,LBY
person:george-hw-bush,George H. W. Bush,person,GOV,USA
person:george-w-bush,George W. Bush,person,GOV,USA
person:khalid-al-mishri,Khalid al-Mishri,person,LEG,LBY
person:khalid-shakshak,Khalid Shakshak,person,GOV,LBY
person:fathi-bashagha,Fathi Bashagha,person,GOV,LBY
person:john-allen-usa,John Allen,person,MIL,USA
person:john-allen-gbr,John Allen,person,BUS,GBR
group:libyan-rebels,Libyan rebels,group,REB,LBY
"""
ALIASES = """registry_id,alias
person:george-hw-bush,George Bush
person:george-w-bush,George Bush
person:khalifa-haftar,Khalifa Belqasim Haftar
"""
ROLES = """registry_id,role_title,organization_id,country_iso3,valid_from,valid_to
person:george-hw-bush,President,,USA,1989-01-20,1993-01-20
person:george-w-bush,President,,USA,2001-01-20,2009-01-20
"""


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    folder = tmp_path / "reference"
    folder.mkdir()
    for name, text in (("actors", ACTORS), ("actor_aliases", ALIASES), ("actor_roles", ROLES)):
        (folder / f"{name}.csv").write_text(text)
    return folder


def decide(reference: Path, *rows: str) -> Registry:
    header = "actor_key_a,actor_key_b,decision,decided_by,decided_on,note\n"
    (reference / "actor_decisions.csv").write_text(header + "".join(f"{row},tester,2026-01-01,\n" for row in rows))
    return load_registry(reference)


def actor(article: str, number: int = 0, **row: Any) -> dict[str, Any]:
    return {"article_id": staged.article_id(article), "actor_id": number, "actor_kind": "person", **row}


def linked(registry: Registry, rows: list[dict[str, Any]], days: dict[str, str] | None = None) -> Identities:
    names = {row["article_id"] for row in rows}
    days = {staged.article_id(name): day for name, day in (days or {}).items()}
    articles = pl.DataFrame(
        [(a, days.get(a), days.get(a)) for a in sorted(names)],
        schema={"article_id": pl.String, "published_earliest": pl.String, "published_latest": pl.String}, orient="row",
    ).with_columns(pl.col("published_earliest", "published_latest").str.to_date())  # fmt: skip
    return link_actors(staged.frame("article_actor", rows), articles, registry)


def key_of(registry: Registry, day: str | None = None, **row: Any) -> str:
    result = linked(registry, [actor("one", **row)], {"one": day} if day else None)
    return str(result.links["actor_key"].item())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Field Marshal Khalifa Hifter", "person:khalifa-haftar"),
        ("Khalifa Belqassem Hafter", "person:khalifa-haftar"),
        ("Saddam Hafter", "person:saddam-haftar"),
        ("Khalid Haftar", "person:khaled-haftar"),
        ("Belgassem Hifter", "person:belqasem-haftar"),
        ("Khaled Mishri", "person:khalid-al-mishri"),
        ("Khaled Shekshek", "person:khalid-shakshak"),
        ("George H.W. Bush", "person:george-hw-bush"),
        ("President George W. Bush", "person:george-w-bush"),
    ],
)
def test_a_spelling_finds_its_own_actor_and_no_relative(reference: Path, name: str, key: str) -> None:
    assert key_of(load_registry(reference), name=name) == key


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("1990-08-08", "person:george-hw-bush"),
        ("2003-03-20", "person:george-w-bush"),
        ("2015-01-01", "person:george-bush~usa"),
    ],
)
def test_tenure_tells_namesakes_apart_and_silence_leaves_them(reference: Path, day: str, key: str) -> None:
    assert key_of(load_registry(reference), day, name="George Bush", country_iso3="USA") == key


@pytest.mark.parametrize(
    ("evidence", "key"),
    [
        ({"country_iso3": "USA"}, "person:john-allen-usa"),
        ({"country_iso3": "GBR"}, "person:john-allen-gbr"),
        ({"sector": "MIL"}, "person:john-allen-usa"),
        ({"country_iso3": "CAN"}, "person:john-allen~can"),
        ({}, "person:john-allen~zz"),
    ],
)
def test_country_and_sector_choose_among_namesakes(reference: Path, evidence: dict[str, str], key: str) -> None:
    assert key_of(load_registry(reference), name="John Allen", **evidence) == key


def test_a_group_is_found_under_either_kind(reference: Path) -> None:
    registry = load_registry(reference)
    assert key_of(registry, name="Libyan rebels", actor_kind="organization") == "group:libyan-rebels"


def test_what_the_parser_found_stands(reference: Path) -> None:
    registry = load_registry(reference)
    assert key_of(registry, name="the commander", registry_id="person:khalifa-haftar") == "person:khalifa-haftar"


def test_unknown_people_get_readable_keys(reference: Path) -> None:
    registry = load_registry(reference)
    assert key_of(registry, name="Dr. Jane Doe", country_iso3="LBY") == "person:jane-doe~lby"
    assert key_of(registry, name="Jane Doe") == "person:jane-doe~zz"
    assert key_of(registry, name="Zintan rebels", actor_kind="group", country_iso3="LBY") == "group:zintan-rebels~lby"


@pytest.mark.parametrize("row", [
    {"name": "Smith", "country_iso3": "USA"},
    {"name": "rebels", "actor_kind": "group"},
    {"name": "Libyan prime minister", "country_iso3": "LBY"},
])  # fmt: skip
def test_what_says_too_little_is_one_actor_in_one_article_only(reference: Path, row: dict[str, str]) -> None:
    links = linked(load_registry(reference), [actor("one", **row), actor("two", **row)]).links
    assert links["actor_key"].n_unique() == 2


def test_a_person_without_country_goes_to_the_only_namesake(reference: Path) -> None:
    rows = [actor("one", name="Jane Doe"), actor("two", name="Jane Doe", country_iso3="LBY")]
    found = linked(load_registry(reference), rows)
    assert set(found.links["actor_key"]) == {"person:jane-doe~lby"}
    assert found.redirects == {"person:jane-doe~zz": "person:jane-doe~lby"}


def test_two_namesakes_leave_a_person_without_country_alone(reference: Path) -> None:
    rows = [actor("one", name="Jane Doe")]
    rows += [actor(c, name="Jane Doe", country_iso3=c) for c in ("LBY", "USA")]
    found = linked(load_registry(reference), rows)
    assert set(found.links["actor_key"]) == {"person:jane-doe~zz", "person:jane-doe~lby", "person:jane-doe~usa"}
    assert found.redirects == {}


# --- decisions ---


def test_a_decision_merges_and_leaves_a_redirect(reference: Path) -> None:
    registry = decide(reference, "person:jane-doe~lby,person:jane-roe~lby,same")
    rows = [actor(n, name=n, country_iso3="LBY") for n in ("Jane Doe", "Jane Roe")]
    found = linked(registry, rows)
    assert set(found.links["actor_key"]) == {"person:jane-doe~lby"}
    assert found.redirects == {"person:jane-roe~lby": "person:jane-doe~lby"}
    assert sorted(found.links["linked_by"]) == ["decision", "name"]


def test_the_registry_s_key_stands_for_a_merged_set(reference: Path) -> None:
    registry = decide(
        reference, "person:a-haftar~lby,person:khalifa-haftar,same", "person:a-haftar~lby,person:b~lby,same"
    )
    assert key_of(registry, name="A Haftar", country_iso3="LBY") == "person:khalifa-haftar"


def test_different_holds_a_person_without_country_apart(reference: Path) -> None:
    registry = decide(reference, "person:jane-doe~lby,person:jane-doe~zz,different")
    rows = [actor("one", name="Jane Doe"), actor("two", name="Jane Doe", country_iso3="LBY")]
    assert linked(registry, rows).links["actor_key"].n_unique() == 2


def test_unsure_changes_nothing(reference: Path) -> None:
    registry = decide(reference, "person:jane-doe~lby,person:jane-roe~lby,unsure")
    assert key_of(registry, name="Jane Roe", country_iso3="LBY") == "person:jane-roe~lby"


def test_contradictory_decisions_are_refused(reference: Path) -> None:
    registry = decide(reference, "a~lby,b~lby,same", "b~lby,c~lby,same", "a~lby,c~lby,different")
    with pytest.raises(ValueError, match="decided different, but same"):
        key_of(registry, name="Jane Roe")


# --- redirects from run to run ---


def redirects(
    earlier: list[tuple[str, str, str]], found: dict[str, str], live: set[str], **gone: str
) -> list[tuple[str, ...]]:
    schema = {"old_key": pl.String, "new_key": pl.String, "since_run": pl.String}
    table = pl.DataFrame(earlier, schema=schema, orient="row")
    return next_redirects(table, found, gone, live, "run-2").rows()


def test_a_redirect_remembers_the_run_that_made_it() -> None:
    earlier = [("person:x~zz", "person:x~lby", "run-1")]
    assert redirects(earlier, {"person:x~zz": "person:x~lby"}, {"person:x~lby"}) == earlier


def test_a_redirect_is_followed_to_a_key_in_use() -> None:
    earlier = [("a~zz", "a~lby", "run-1")]
    assert redirects(earlier, {"a~lby": "a"}, {"a"}) == [("a~lby", "a", "run-2"), ("a~zz", "a", "run-1")]


def test_a_key_that_came_back_loses_its_redirect() -> None:
    assert redirects([("a~zz", "a~lby", "run-1")], {}, {"a~zz", "a~lby"}) == []


def test_redirects_that_lead_nowhere_or_round_go() -> None:
    assert redirects([("a~zz", "gone", "run-1"), ("b", "c", "run-1"), ("c", "b", "run-1")], {}, {"d"}) == []


def test_a_new_registry_row_takes_over_the_unknown_key(reference: Path) -> None:
    registry = load_registry(reference)
    before = {"person:fathi-bashagha~lby", "person:fathi-bashagha~usa", "person:nobody~lby"}
    live = {"person:fathi-bashagha"}
    assert vanished_keys(before, live, registry) == {"person:fathi-bashagha~lby": "person:fathi-bashagha"}


# --- any order of arrival ---


def _world(size: int) -> list[dict[str, Any]]:
    """Return the actors of made-up articles: few names, so that nearly everybody has namesakes."""
    dice = random.Random(11)
    firsts = ("Khalifa", "Khaled", "Saddam", "Mohamed", "Muhammad", "George", "John", "Jane", "Abdel Hamid")
    lasts = ("Haftar", "Hifter", "al-Mishri", "Bush", "W. Bush", "Allen", "Doe", "Dabaiba", "Serraj")
    rows = []
    for n in range(size):
        for number in range(dice.randint(1, 4)):
            name = dice.choice(lasts) if dice.random() < 0.1 else f"{dice.choice(firsts)} {dice.choice(lasts)}"
            country = dice.choice((None, None, "LBY", "LBY", "USA", "GBR"))
            rows.append(
                actor(f"article {n}", number, name=name, country_iso3=country, sector=dice.choice((None, "MIL")))
            )
    return rows


def test_ten_thousand_articles_give_the_same_keys_in_any_order(reference: Path) -> None:
    registry = decide(reference, "person:jane-doe~lby,person:john-doe~lby,same")
    rows = _world(10_000)
    days = {f"article {n}": f"{1988 + n % 30}-05-{1 + n % 28:02d}" for n in range(0, 10_000, 2)}
    first = linked(registry, rows, days)
    for seed in (1, 2):
        shuffled = rows[:]
        random.Random(seed).shuffle(shuffled)
        again = linked(registry, shuffled, days)
        assert_frame_equal(again.links.sort("article_id", "actor_id"), first.links.sort("article_id", "actor_id"))
        assert again.redirects == first.redirects
    assert first.links["actor_key"].n_unique() > 50
    assert first.links.select("article_id", "actor_id").is_duplicated().sum() == 0
    assert len(first.links) == len(rows)


@pytest.mark.parametrize(
    ("name", "sector", "key"),
    [
        ("Fathi B. Bashagha", "GOV", "person:fathi-bashagha"),
        ("Fathi B. Bashagha", "BUS", "person:fathi-b-bashagha~lby"),
        ("Fathi B. Bashagha", None, "person:fathi-b-bashagha~lby"),
    ],
)
def test_a_middle_initial_is_the_registrys_man_where_country_and_sector_say_so(
    reference: Path, name: str, sector: str | None, key: str
) -> None:
    assert key_of(load_registry(reference), name=name, country_iso3="LBY", sector=sector) == key


def keys_of(registry: Registry, *rows: dict[str, Any]) -> list[str]:
    """Return the keys of actors of one article each, in their order."""
    result = linked(registry, [actor(f"article {n}", **row) for n, row in enumerate(rows)])
    found = dict(result.links.select("article_id", "actor_key").iter_rows())
    return [found[staged.article_id(f"article {n}")] for n in range(len(rows))]


def test_a_middle_initial_goes_to_the_name_without(reference: Path) -> None:
    registry = load_registry(reference)
    plain, usa = {"name": "Jane Doe", "country_iso3": "USA"}, {"country_iso3": "USA"}
    both = ["person:jane-doe~usa", "person:jane-doe~usa"]
    assert keys_of(registry, plain, {"name": "Jane Q. Doe", **usa}) == both
    assert keys_of(registry, plain, {"name": "Jane Q. Doe"}) == both
    assert keys_of(registry, plain, {"name": "Jane Q. Doe", "country_iso3": "GBR"})[1] == "person:jane-q-doe~gbr"
    lawmaker = {"name": "Jane Q. Doe", "sector": "LEG", **usa}
    assert keys_of(registry, plain | {"sector": "BUS"}, lawmaker)[1] == "person:jane-q-doe~usa"
    assert keys_of(registry, plain | {"sector": "LEG"}, lawmaker) == both


def test_two_with_different_initials_are_two(reference: Path) -> None:
    names = [{"name": name, "country_iso3": "USA"} for name in ("Jane Doe", "Jane Q. Doe", "Jane R. Doe")]
    keys = ["person:jane-doe~usa", "person:jane-q-doe~usa", "person:jane-r-doe~usa"]
    assert keys_of(load_registry(reference), *names) == keys


def test_who_was_decided_to_be_another_stays_apart_whatever_the_initial(reference: Path) -> None:
    registry = decide(reference, "person:jane-q-doe~usa,person:jane-doe~usa,different")
    names = [{"name": name, "country_iso3": "USA"} for name in ("Jane Doe", "Jane Q. Doe")]
    assert keys_of(registry, *names) == ["person:jane-doe~usa", "person:jane-q-doe~usa"]
