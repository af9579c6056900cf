"""What the marts say of the made-up world, table by table."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Built


def test_every_model_and_test_passes(world: Built) -> None:
    assert set(world.results.values()) <= {"success", "pass"}


@pytest.mark.parametrize("table", [
    "dim_article", "article_source", "dim_source", "rejected_article", "quarantined_claim", "dim_actor",
    "dim_actor_role", "dim_actor_alias", "fct_actor_mention", "actor_redirect", "fct_engagement",
    "bridge_engagement_actor", "meta_run",
    "plover_event", "fct_engagement_mention", "fct_dyad_month", "dim_place", "dim_engagement_type", "dim_date",
])  # fmt: skip
def test_every_mart_has_rows(world: Built, table: str) -> None:
    assert world.query(f"select count(*) from marts.{table}")[0][0] > 0


def test_meeting_told_by_three_articles_is_one_engagement(world: Built) -> None:
    found = world.query("""
        select status, mode, started_earliest, started_latest, date_precision, place_key, country_iso3, mention_count,
            article_count, source_count, first_reported_on, last_reported_on, topic, confidence
        from marts.fct_engagement where engagement_key = 'e-meet'
    """)
    day = date(2024, 3, 4)
    told = (3, 3, 2, date(2024, 3, 1), date(2024, 3, 6), ["diplomatic"], 0.9)
    assert found == [("occurred", "visit", day, day, "day", "port-sel", "SRM", *told)]


def test_nothing_told_stays_open(world: Built) -> None:
    found = world.query("""
        select started_earliest, started_latest, date_precision, first_reported_on, place_key
        from marts.fct_engagement where engagement_key = 'e-pledge'
    """)
    assert found == [(None, None, "unknown", None, None)]


def test_denial_and_part_of_a_visit(world: Built) -> None:
    found = dict(world.query("select engagement_key, (status, parent_engagement_key) from marts.fct_engagement"))
    assert found["e-attack"] == ("not_occurred", None)
    assert found["e-praise"] == ("occurred", "e-meet")


def test_side_told_once_goes_before_participant(world: Built) -> None:
    found = world.query("""
        select actor_key, participant_role, is_principal, on_behalf_of_actor_key
        from marts.bridge_engagement_actor where engagement_key = 'e-meet' order by 1
    """)
    assert found == [("orr", "host", True, None), ("sarmia", "guest", False, None), ("vell", "guest", True, "sarmia")]


def test_post_is_the_one_held_on_that_day(world: Built) -> None:
    found = world.query("""
        select bridge.actor_key, role.role_title, role.basis, role.organization_key, role.valid_to
        from marts.bridge_engagement_actor as bridge join marts.dim_actor_role as role using (role_key)
        where engagement_key in ('e-meet', 'e-pledge') order by engagement_key, 1
    """)
    assert found == [
        ("orr", "President", "observed", None, date(2024, 3, 6)),
        ("vell", "Foreign Minister", "registry", "sarmia", None),
        ("vell", "special envoy", "observed", None, None),
    ]


def test_actor_is_what_the_registry_says(world: Built) -> None:
    found = world.query("""
        select * exclude (first_seen_on) from marts.dim_actor where actor_key in ('vell', 'orr') order by 1
    """)
    assert found == [
        ("orr", "Ilya Orr", "person", "GOV", None, None, None, date(2024, 3, 6), 3, 3),
        ("vell", "Dana Vell", "person", "GOV", "SRM", "Q1", "Q1", date(2024, 3, 6), 4, 6),
    ]


def test_aliases_of_the_registry_and_as_observed(world: Built) -> None:
    found = world.query("""
        select alias, alias_kind, mention_count from marts.dim_actor_alias where actor_key = 'vell' order by 1
    """)
    observed = ("Vell", "observed", 1)
    assert found == [("D. Vell", "registry", 1), ("Dana Vell", "registry", 3), observed, ("Vell, Dana", "registry", 0)]


def test_pairs_across_sides_only(world: Built) -> None:
    found = world.query("select * from marts.fct_dyad_month order by engagement_type, actor_key_a, actor_key_b")
    march = date(2024, 3, 1)
    assert found == [
        ("orr", "sarmia", march, 1, "CONSULT", 1, 3, 1.9),
        ("orr", "vell", march, 1, "CONSULT", 1, 3, 1.9),
        ("orr", "vell", march, 1, "SUPPORT", 1, 1, 3.4),
    ]


def test_outlets_with_country_and_duplicates(world: Built) -> None:
    found = world.query("select * from marts.dim_source order by 1")
    assert found == [
        ("daily", "Daily", "daily.example.sr", "SRM", 3),
        ("echo", "Echo", "echo.example", None, 2),
        ("third", None, "daily.example.sr", "SRM", 1),
    ]


def test_plover_reads_the_visitor_as_source(world: Built) -> None:
    found = world.query("""
        select event_type, event_mode, source_actor_keys, recipient_actor_keys
        from marts.plover_event where engagement_key in ('e-meet', 'e-attack')
    """)
    assert found == [("CONSULT", "visit", ["sarmia", "vell"], ["orr"])]


def test_published_file_may_have_any_name(world: Built, tmp_path: object) -> None:
    released = world.work_file.with_name("released-2024.duckdb")
    released.write_bytes(world.work_file.read_bytes())
    assert Built(released, {}).query("select count(*) from marts.plover_event") == [(3,)]


def test_calendar_covers_whole_years(world: Built) -> None:
    assert world.query("select min(date_day), max(date_day), count(*) from marts.dim_date") == [
        (date(2024, 1, 1), date(2024, 12, 31), 366)
    ]


def test_run_counts_can_be_asked_by_table(world: Built) -> None:
    assert world.query("select (table_counts ->> 'dim_article')::integer from marts.meta_run") == [(3,)]
