"""A small made-up world as staged rows, and how to write it as Parquet.

What belongs here: rows of hand-made articles, actors and claims for the dbt tests, with defaults for what a test
does not care about. What does not: running dbt (``conftest``) and expectations (the tests).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.schemas import TABLES, polars_schema

Row = dict[str, Any]
Rows = dict[str, list[Row]]

NOON = datetime(2024, 3, 6, 12, tzinfo=UTC)
BY_TYPE: dict[str, Any] = {
    "str": "x", "int": 0, "float": 0.5, "bool": True, "date": None, "datetime": NOON, "list[str]": [],
}  # fmt: skip
DEFAULTS: Row = {
    "language": "en", "published_precision": "unknown", "published_basis": "none", "started_precision": "unknown",
    "ended_precision": "unknown", "reason_code": "empty", "actor_kind": "person", "resolution_method": "registry",
    "participant_role": "participant",
}  # fmt: skip

# The wide character before the quotes makes an offset in bytes or UTF-16 units differ from one in code points.
TEXTS = {
    "met": (
        "Vell meets Orr 🕊\n\nForeign Minister Dana Vell met President Ilya Orr in Port Sel. She praised “Orr’s café”."
    ),
    "copy": "Vell meets Orr\n\nForeign Minister Dana Vell held talks with President Ilya Orr in Port Sel, it said.",
    "plan": "Dana Vell will meet Ilya Orr next week.",
    "denial": "The League denied that its men had attacked Tarn.",
    "undated": "D. Vell, then a special envoy, promised aid.",
}
DAYS = {
    "met": date(2024, 3, 5), "copy": date(2024, 3, 6), "plan": date(2024, 3, 1), "denial": date(2024, 4, 2),
    "undated": None,
}  # fmt: skip
OUTLETS = {"met": "daily", "copy": "echo", "plan": "daily", "denial": "echo", "undated": "daily"}
VELL, ORR, LAND, LEAGUE, TARN = range(5)
NAMES = {VELL: "Dana Vell", ORR: "Ilya Orr", LAND: "Sarmia", LEAGUE: "Northern League", TARN: "Tarn"}
KEYS = {VELL: "vell", ORR: "orr", LAND: "sarmia", LEAGUE: "league", TARN: "tarn"}
CAST = {
    "met": (VELL, ORR, LAND), "copy": (VELL, ORR), "plan": (VELL, ORR, LAND), "denial": (LEAGUE, TARN),
    "undated": (VELL,),
}  # fmt: skip

REFERENCE = {
    "countries": (
        "iso3,iso2,name,official_name,capital,demonyms,other_names,source\n"
        "SRM,SR,Sarmia,,Port Sel,Sarmian,,test\n"
    ),
    "actors": (
        "registry_id,canonical_name,actor_kind,sector,country_iso3,wikidata_id,source\n"
        "Q1,Dana Vell,person,GOV,SRM,Q1,test\nQ3,Sarmia,state,GOV,SRM,,test\nQ9,Nobody Seen,person,GOV,SRM,,test\n"
    ),
    "actor_aliases": 'registry_id,alias,alias_type,source\nQ1,D. Vell,short,test\nQ1,"Vell, Dana",index,test\n',
    "actor_roles": (
        "registry_id,role_title,organization_id,country_iso3,valid_from,valid_to,source\n"
        "Q1,Envoy,,SRM,2020-01-01,2023-05-31,test\nQ1,Foreign Minister,Q3,SRM,2023-06-01,,test\n"
    ),
}  # fmt: skip


def bounds(prefix: str, first: date | None, last: date | None = None, precision: str = "day") -> Row:
    """Return the three columns of a date told as bounds; without a first day it is unknown."""
    told = precision if first else "unknown"
    return {f"{prefix}_earliest": first, f"{prefix}_latest": last or first, f"{prefix}_precision": told}


def quoted(name: str, quote: str, text_column: str) -> Row:
    """Return the article, the offsets and the characters of a quote in one of the texts."""
    start = TEXTS[name].index(quote)
    return {"article_id": name, "char_start": start, "char_end": start + len(quote), text_column: quote}


def claim(name: str, nth: int, quote: str, kind: str, mode: str | None, status: str, **more: Any) -> Row:
    """Return a row of engagement_claim."""
    coded = {"claim_id": nth, "engagement_type": kind, "mode": mode, "status": status, "trigger_start": 0}
    return quoted(name, quote, "evidence_text") | coded | more


def part(name: str, nth: int, actor: int, role: str, **more: Any) -> Row:
    """Return a row of claim_participant."""
    return {"article_id": name, "claim_id": nth, "actor_id": actor, "participant_role": role} | more


def mention(name: str, actor: int, quote: str, **more: Any) -> Row:
    """Return a row of actor_mention."""
    return quoted(name, quote, "surface_text") | {"actor_id": actor} | more


def articles() -> list[Row]:
    """Return one staged article per text."""
    return [
        {"article_id": name, "source_key": OUTLETS[name], "source_name": OUTLETS[name].title(), "clean_text": text}
        | {"source_domain": {"daily": "daily.example.sr", "echo": "echo.example"}[OUTLETS[name]]}
        | {"source_uri": f"news/{name}.txt"}
        | bounds("published", DAYS[name])
        for name, text in TEXTS.items()
    ]


def claims() -> list[Row]:
    """Return a meeting as planned, as told twice, praise within it, a denied attack and an undated pledge."""
    place = {"place_key": "port-sel", "place_text": "Port Sel", "country_iso3": "SRM"}
    march = bounds("started", date(2024, 3, 1), date(2024, 3, 31), "month")
    next_week = bounds("started", date(2024, 3, 4), date(2024, 3, 10), "week")
    return [
        claim("plan", 0, "Dana Vell will meet Ilya Orr", "CONSULT", "meeting", "planned", confidence=0.5, **next_week),
        claim("met", 0, "Dana Vell met President Ilya Orr in Port Sel", "CONSULT", "visit", "occurred",
              topic=["diplomatic"], confidence=0.8, **bounds("started", date(2024, 3, 4)), **place),
        claim("met", 1, "She praised “Orr’s café”", "SUPPORT", "praise", "occurred", parent=0, attributed_to=VELL,
              **bounds("started", date(2024, 3, 4))),
        claim("copy", 0, "Dana Vell held talks with President Ilya Orr", "CONSULT", "visit", "occurred",
              confidence=0.7, **march),
        claim("denial", 0, "its men had attacked Tarn", "ASSAULT", None, "not_occurred", attributed_to=LEAGUE),
        claim("undated", 0, "promised aid", "AGREE", "pledge", "occurred"),
    ]  # fmt: skip


ENGAGEMENTS = {("plan", 0): "e-meet", ("met", 0): "e-meet", ("met", 1): "e-praise", ("copy", 0): "e-meet",
               ("denial", 0): "e-attack", ("undated", 0): "e-pledge"}  # fmt: skip


def participants() -> list[Row]:
    """Return who took what part: the visit's sides are told by one article only."""
    return [
        part("plan", 0, VELL, "participant"), part("plan", 0, ORR, "participant"),
        part("plan", 0, LAND, "participant", is_principal=False),
        part("met", 0, VELL, "guest", on_behalf_of=LAND), part("met", 0, ORR, "host"),
        part("met", 0, LAND, "guest", is_principal=False),
        part("met", 1, VELL, "source"), part("met", 1, ORR, "target"),
        part("copy", 0, VELL, "participant"), part("copy", 0, ORR, "participant"),
        part("denial", 0, LEAGUE, "source"), part("denial", 0, TARN, "target"),
        part("undated", 0, VELL, "source"),
    ]  # fmt: skip


def mentions() -> list[Row]:
    """Return the mentions: names, a surname, and a pronoun that is no name."""
    return [
        mention("met", VELL, "Dana Vell"), mention("met", VELL, "Vell"), mention("met", ORR, "Ilya Orr"),
        mention("met", VELL, "She", resolution_method="pronoun"), mention("copy", VELL, "Dana Vell"),
        mention("copy", ORR, "Ilya Orr"), mention("plan", VELL, "Dana Vell"), mention("plan", ORR, "Ilya Orr"),
        mention("denial", LEAGUE, "The League"), mention("denial", TARN, "Tarn"), mention("undated", VELL, "D. Vell"),
    ]  # fmt: skip


def staged_rows() -> Rows:
    """Return the whole world: table name to rows, defaults left out."""
    cast = [(name, actor) for name, actors in CAST.items() for actor in actors]
    actor_facts: dict[int, Row] = {
        VELL: {"registry_id": "Q1"}, ORR: {"sector": "GOV"}, LAND: {"registry_id": "Q3", "actor_kind": "state"},
        LEAGUE: {"actor_kind": "group", "sector": "REB"}, TARN: {"actor_kind": "state"},
    }  # fmt: skip
    kept = ("article_id", "source_uri", "source_key", "source_name", "source_domain")
    sources = [{column: row[column] for column in kept} for row in articles()]
    again = sources[0] | {"source_uri": "again/met.txt", "source_key": "third", "source_name": None}
    stories = {name: name for name in TEXTS} | {"copy": "met"}
    return {
        "article": articles(),
        "article_source": [*sources, again],
        "rejection": [{"source_uri": "void.txt"}, {"source_uri": "news/met.txt", "reason_code": "quote_not_found"}],
        "article_actor": [{"article_id": n, "actor_id": a, "name": NAMES[a]} | actor_facts[a] for n, a in cast],
        "actor_link": [{"article_id": n, "actor_id": a, "actor_key": KEYS[a]} for n, a in cast],
        "actor_mention": mentions(),
        "actor_role": [
            {"article_id": "met", "actor_id": VELL, "role_title": "foreign minister", "country_iso3": "SRM"},
            {"article_id": "met", "actor_id": ORR, "role_title": "President"},
            {"article_id": "copy", "actor_id": ORR, "role_title": "president"},
            {"article_id": "undated", "actor_id": VELL, "role_title": "special envoy"},
        ],
        "engagement_claim": claims(),
        "claim_participant": participants(),
        "claim_link": [{"article_id": n, "claim_id": i, "engagement_key": key} for (n, i), key in ENGAGEMENTS.items()],
        "story_link": [
            {"article_id": name, "story_key": story, "is_story_lead": name == story} for name, story in stories.items()
        ],
        "place": [{"place_key": "port-sel", "place_name": "Port Sel", "place_kind": "city", "country_iso3": "SRM"}],
        "actor_redirect": [{"old_key": "vell-d", "new_key": "vell", "since_run": "r1"}],
        "meta_run": [{"run_id": "r1", "table_counts": '{"dim_article": 3}'}],
    }  # fmt: skip


def completed(table: str, row: Row) -> Row:
    """Return a staged row with every column: what the row leaves out is NULL or, where that is barred, a default."""
    return {
        column.name: row[column.name] if column.name in row
        else None if column.nullable
        else DEFAULTS.get(column.name, BY_TYPE[column.dtype])
        for column in TABLES[table].columns
    }  # fmt: skip


def write_staging(folder: Path, rows: Rows) -> None:
    """Write one Parquet file per staged table under ``folder``; a table without rows gets an empty file."""
    for table in TABLES:
        (folder / table).mkdir(parents=True)
        made = [completed(table, row) for row in rows.get(table, [])]
        pl.DataFrame(made, schema=polars_schema(table)).write_parquet(folder / table / "batch.parquet")
