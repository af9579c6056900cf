"""Holds the registry of actors in ``seeds/reference`` to its rules, as built and as rebuilt from its sources."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from dataclasses import fields, replace
from datetime import date

import pycountry
import pytest

from pipelines.reference_build.__main__ import FILES, ROLE_ORDER, SEEDS, build
from pipelines.reference_build.rows import Actor, Alias, Ambiguous, Country, Registry, Role, alias_key
from pipelines.reference_build.rules import complaints

ROWS = {"countries": Country, "actors": Actor, "aliases": Alias, "roles": Role, "ambiguous": Ambiguous}


def _read(name: str) -> list[dict[str, str]]:
    with (SEEDS / "reference" / FILES[name]).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(**{name: [row(**line) for line in _read(name)] for name, row in ROWS.items()})


def test_the_registry_keeps_its_rules(registry: Registry) -> None:
    assert list(complaints(registry)) == []


def test_the_committed_files_are_what_the_sources_build(registry: Registry) -> None:
    rebuilt = build(SEEDS / "reference_sources")
    for name in FILES:
        assert getattr(rebuilt, name) == getattr(registry, name), f"{name}: run python -m pipelines.reference_build"


def test_columns_are_the_agreed_ones() -> None:
    for name, row in ROWS.items():
        expected = ROLE_ORDER if name == "roles" else tuple(field.name for field in fields(row))
        assert tuple(_read(name)[0]) == expected


def test_files_are_clean_text() -> None:
    for file in FILES.values():
        raw = (SEEDS / "reference" / file).read_bytes()
        text = raw.decode("utf-8")
        assert b"\r" not in raw
        assert "\ufeff" not in text
        assert "\ufffd" not in text
        assert not re.search(r"[ \t]+(?:,|$)|(?:^|,)[ \t]+[^ ]", text.replace(", ", ""), re.MULTILINE), file


def _faults(registry: Registry, **changed: object) -> str:
    return "\n".join(complaints(replace(registry, **changed)))  # type: ignore[arg-type]


def test_each_rule_speaks_up(registry: Registry) -> None:
    actor, role, alias = registry.actors[0], registry.roles[0], registry.aliases[0]
    others = next(a for a in registry.aliases if a.registry_id != alias.registry_id)
    assert "id used 2 times" in _faults(registry, actors=[*registry.actors, actor])
    assert "bad sector" in _faults(
        registry, actors=[*registry.actors, replace(actor, registry_id="org:x", sector="XXX")]
    )
    assert "id and kind disagree" in _faults(
        registry, actors=[*registry.actors, replace(actor, registry_id="state:XXX")]
    )
    late = replace(role, valid_from="2020-02-01", valid_to="2020-01-31")
    assert "ends before it begins" in _faults(registry, roles=[*registry.roles, late])
    assert "not a date" in _faults(registry, roles=[*registry.roles, replace(role, valid_from="2020-02-30")])
    lost = replace(role, organization_id="org:no-such-body")
    assert "no such actor or organization" in _faults(registry, roles=[*registry.roles, lost])
    stolen = replace(alias, registry_id=others.registry_id)
    assert "ambiguous alias" in _faults(registry, aliases=[*registry.aliases, stolen])
    assert "no source" in _faults(registry, actors=[*registry.actors, replace(actor, registry_id="org:y", source="")])


@pytest.mark.parametrize(
    ("kind", "sectors", "least"),
    [("organization", {"IGO"}, 150), ("organization", {"REB"}, 300), ("organization", {"JRN"}, 60),
     ("organization", {"BUS"}, 80), ("state", {"GOV"}, 249), ("person", None, 4000)],
)  # fmt: skip
def test_the_registry_is_as_wide_as_asked(registry: Registry, kind: str, sectors: set[str] | None, least: int) -> None:
    found = [a for a in registry.actors if a.actor_kind == kind and (sectors is None or a.sector in sectors)]
    assert len(found) >= least


def test_every_country_of_iso_3166_is_a_state(registry: Registry) -> None:
    states = {actor.country_iso3 for actor in registry.actors if actor.actor_kind == "state"}
    assert {country.alpha_3 for country in pycountry.countries} <= states


def _holders(registry: Registry, *titles: str) -> dict[str, set[str]]:
    """Return country -> persons who held, from a known day on, a post whose title has one of ``titles``."""
    found: dict[str, set[str]] = {}
    for role in registry.roles:
        if role.valid_from and any(title in role.role_title for title in titles):
            found.setdefault(role.country_iso3, set()).add(role.registry_id)
    return found


def test_persons_have_posts_with_dates(registry: Registry) -> None:
    dated = {role.registry_id for role in registry.roles if role.valid_from}
    assert len(dated) >= 4000
    assert len(dated) / len({role.registry_id for role in registry.roles}) > 0.95


# The countries that world news tells of most.
REPORTED = (
    "USA GBR FRA DEU ITA ESP POL UKR RUS TUR ISR LBN SYR JOR IRQ IRN SAU ARE QAT KWT YEM EGY LBY TUN DZA "
    "MAR SDN SSD ETH SOM KEN UGA COD RWA NGA MLI NER TCD ZAF ZWE CHN JPN KOR PRK TWN IND PAK AFG BGD MMR "
    "THA VNM IDN MYS PHL AUS CAN MEX BRA ARG COL VEN CUB GRC NLD SWE SRB HUN"
).split()
FOREIGN = ("Foreign Minister", "Foreign Secretary", "Secretary of State")
DEFENCE = ("Defense Minister", "Defence Secretary", "Secretary of Defense", "National Defence", "Chief of Staff")
LEADERS = ("President", "Prime Minister", "King", "Leader", "Chancellor", "Emir", "Premier", "Chairman", "Secretary")


@pytest.mark.parametrize(("titles", "least", "without"), [(LEADERS, 3, 0), (FOREIGN, 2, 0), (DEFENCE, 1, 4)])
def test_leaders_and_ministers_of_the_most_reported_countries(
    registry: Registry, titles: tuple[str, ...], least: int, without: int
) -> None:
    found = _holders(registry, *titles)
    missing = [country for country in REPORTED if len(found.get(country, ())) < least]
    assert len(missing) <= without, missing


ONE_AT_A_TIME = {
    "President", "Prime Minister", "Chancellor", "King", "Foreign Minister", "Defense Minister", "Foreign Secretary",
    "Defence Secretary", "Secretary of State", "Secretary of Defense", "Secretary General", "Secretary-General",
}  # fmt: skip
# Two who claimed one post at a time, and Libya's eastern ministers, whose days are known to the year only.
RIVALS = {"CIV", "MDG", "LBY", "VEN"}


def test_a_post_that_one_person_holds_changes_hands_within_a_month(registry: Registry) -> None:
    terms: dict[tuple[str, str, str], list[tuple[str, str, str]]] = {}
    for role in registry.roles:
        if role.valid_from and role.valid_to and role.role_title in ONE_AT_A_TIME and role.country_iso3 not in RIVALS:
            post = (role.role_title, role.country_iso3, role.organization_id)
            terms.setdefault(post, []).append((role.valid_from, role.valid_to, role.registry_id))
    for post, held in terms.items():
        for earlier, later in itertools.pairwise(sorted(held)):
            overlap = date.fromisoformat(earlier[1]) - date.fromisoformat(later[0])
            assert overlap.days <= 31 or earlier[2] == later[2], (post, earlier, later)


@pytest.mark.parametrize(
    ("title", "organization", "least"),
    [("Special Representative of the Secretary-General", "org:unsmil", 6),
     ("Secretary-General", "org:un", 6), ("Secretary General", "org:nato", 8), ("Managing Director", "org:imf", 6),
     ("President", "org:world-bank", 8), ("Director General", "org:iaea", 4), ("Prosecutor", "org:icc", 3),
     ("Chairperson of the AU Commission", "org:au-commission", 5),
     ("Commander of US Africa Command", "org:us-africom", 7),
     ("Commander of US Central Command", "org:us-centcom", 10), ("Secretary of State", "org:us-state-department", 15),
     ("Secretary of Defense", "org:us-defense-department", 15),
     ("President of the European Commission", "org:european-commission", 6)],
)  # fmt: skip
def test_posts_have_their_line_of_holders(registry: Registry, title: str, organization: str, least: int) -> None:
    held = {r.registry_id for r in registry.roles if r.organization_id == organization and r.role_title == title}
    assert len(held) >= least


def test_libya_in_depth(registry: Registry) -> None:
    """At least 120 dated posts of Libya's institutions and of those who dealt with them fall in 2011 to 2026."""
    about = [
        r for r in registry.roles if r.country_iso3 == "LBY" or "Libya" in r.role_title or "libya" in r.organization_id
    ]
    assert len([r for r in about if (r.valid_to or "9999") >= "2011" and r.valid_from]) >= 120


def test_every_actor_bears_its_canonical_name(registry: Registry) -> None:
    borne = {(alias.registry_id, alias.alias) for alias in registry.aliases}
    assert [a for a in registry.actors if (a.registry_id, a.canonical_name) not in borne] == []


def test_ranks_count_from_one(registry: Registry) -> None:
    ranks: dict[str, list[int]] = {}
    for row in registry.ambiguous:
        ranks.setdefault(alias_key(row.alias), []).append(int(row.rank))
    assert all(found == list(range(1, len(found) + 1)) and len(found) > 1 for found in ranks.values())


def _bearers(registry: Registry, alias: str) -> set[str]:
    return {row.registry_id for row in registry.aliases if row.alias == alias}


@pytest.mark.parametrize(
    ("registry_id", "aliases"),
    [
        ("org:islamic-state", ["ISIS", "ISIL", "Daesh", "Islamic State"]),
        ("person:xi-jinping", ["Xi", "Xi Jinping", "President Xi"]),
        ("person:moon-jae-in", ["Moon Jae-in", "Moon Jae In", "Moon"]),
        ("person:shinzo-abe", ["Shinzo Abe", "Abe Shinzo", "Abe"]),
        ("person:vladimir-putin", ["Putin", "Vladimir Putin"]),
        ("person:recep-tayyip-erdogan", ["Erdogan", "Erdoğan", "Tayyip Erdogan"]),
        ("person:mohamed-ould-ghazouani", ["Mohamed Ould Cheikh Ghazouani", "Mohamed Ould Ghazouani"]),
        ("state:USA", ["US", "U.S.", "United States", "America", "Americans"]),
        ("state:GBR", ["UK", "Britain", "British"]),
        ("state:PRK", ["North Korea", "DPRK", "Pyongyang"]),
        ("org:us-africom", ["AFRICOM", "U.S. Africa Command", "US Africa Command"]),
        ("org:russia-foreign-ministry", ["Russian Foreign Ministry", "Russia's Foreign Ministry"]),
    ],
)  # fmt: skip
def test_names_that_must_join(registry: Registry, registry_id: str, aliases: list[str]) -> None:
    for alias in aliases:
        assert _bearers(registry, alias) == {registry_id}, alias


def test_names_that_several_bear_are_told_apart_by_their_days(registry: Registry) -> None:
    kims = [row for row in registry.ambiguous if row.alias == "Kim"]
    assert kims[0].registry_id == "person:kim-jong-un"
    assert kims[0].valid_from > "2011-12-17" > kims[1].valid_from
    assert {row.registry_id for row in registry.ambiguous if row.alias == "Assad"} == {
        "person:bashar-al-assad", "person:hafez-al-assad"
    }  # fmt: skip


def test_posts_follow_one_another(registry: Registry) -> None:
    """Nobody holds one post twice at a time, and a post that one person holds changes hands at its ends."""
    held = Counter((r.registry_id, r.role_title, r.organization_id, r.valid_from) for r in registry.roles)
    assert [key for key, count in held.items() if count > 1] == []
