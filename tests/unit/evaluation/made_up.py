"""Made-up annotations and codings, and the least warehouse that holds such codings.

What belongs here: helpers of the evaluation tests. ``random_world`` draws both sides from a few words and names, so
that overlaps, ties, swapped sides, retellings and optional engagements are frequent.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipelines.evaluation.coded import CodedActor, CodedArticle, CodedClaim, CodedEngagement
from pipelines.evaluation.matching import norm
from pipelines.records import DateBounds

NAMES = (
    "Alda Brun",
    "Corin Dahl",
    "Esme Falk",
    "Republic of Orland",
    "Orland",
    "Veld Council",
    "the Veld Council",
    "Gen. Alda Brun",
)
TYPES = ("CONSULT", "ACCUSE", "AID")
MODES = (None, "meeting", "visit")
STATUSES = ("occurred", "planned", "not_occurred")
ROLES = ("source", "target", "host", "guest", "participant", "mediator")
KINDS = ("person", "organization", "state", "group")
COUNTRIES = (None, "LBY", "ITA")
DAY = date(2024, 5, 1)

SCHEMA = """
create schema marts;
create table marts.dim_article (article_id varchar, clean_text varchar, source_uri varchar);
create table marts.dim_actor (actor_key varchar, canonical_name varchar, actor_kind varchar, country_iso3 varchar);
create table marts.dim_place (place_key varchar, place_name varchar, country_iso3 varchar);
create table marts.fct_engagement (engagement_key varchar, country_iso3 varchar);
create table marts.fct_actor_mention (article_id varchar, surface_text varchar, actor_key varchar);
create table marts.bridge_engagement_actor (engagement_key varchar, actor_key varchar, participant_role varchar);
create table marts.fct_engagement_mention (
    engagement_key varchar, article_id varchar, char_start integer, char_end integer, evidence_text varchar,
    trigger_text varchar, trigger_start integer, engagement_type varchar, mode varchar, status varchar,
    started_earliest date, started_latest date, place_key varchar, rule_id varchar, extractor varchar,
    extractor_version varchar, confidence double);
"""


def random_world(seed: int) -> tuple[dict[str, Any], CodedArticle]:
    """Return an annotation in the gold format and a coding of its article."""
    draw = random.Random(seed)
    words = [draw.choice(("met", "aid", "talks", "Orland", "blamed", "sent", "said")) for _ in range(60)]
    text = " ".join(words)
    actors = [_gold_actor(draw, n) for n in range(draw.randint(0, 4))]
    engagements = [_gold_engagement(draw, n, actors, words) for n in range(draw.randint(0, 6))]
    annotation = {"article": f"https://made.invalid/{seed}", "actors": actors, "engagements": engagements}
    return annotation, _coded(draw, seed, text)


def _gold_actor(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "id": f"g{number}",
        "kind": draw.choice(KINDS),
        "name": draw.choice(NAMES),
        "mentions": draw.sample(NAMES, 2),
    }


def _gold_engagement(
    draw: random.Random, number: int, actors: list[dict[str, Any]], words: list[str]
) -> dict[str, Any]:
    first = draw.randint(0, 50)
    start = DAY + timedelta(draw.randint(0, 3))
    told = {
        "id": f"e{number}", "type": draw.choice(TYPES), "mode": draw.choice(MODES), "status": draw.choice(STATUSES),
        "participants": [[a["id"], draw.choice(ROLES)] for a in draw.sample(actors, draw.randint(0, len(actors)))],
        "place": None, "country": draw.choice(COUNTRIES),
        "evidence": "  ".join(words[first : first + draw.randint(2, 9)]),
        "date": draw.choice((None, {"earliest": str(start), "latest": str(start + timedelta(2))})),
    }  # fmt: skip
    extras = {"optional": True, "alt_types": [draw.choice(TYPES)], "same_as": f"e{draw.randint(0, 5)}"}
    return told | {name: value for name, value in extras.items() if draw.random() < 0.25}


def _coded(draw: random.Random, seed: int, text: str) -> CodedArticle:
    actors = {}
    for number in range(draw.randint(0, 4)):
        name = draw.choice(NAMES)
        surfaces = {norm(name), *(norm(n) for n in draw.sample(NAMES, draw.randint(1, 2)))}
        actors[f"{seed}-a{number}"] = CodedActor(name, draw.choice(KINDS), frozenset(surfaces))
    told = [_coded_engagement(draw, f"{seed}-e{n}", list(actors), text) for n in range(draw.randint(0, 6))]
    return CodedArticle(text, actors, tuple(sorted(told, key=lambda e: min(c.char_start for c in e.claims))))


def _coded_engagement(draw: random.Random, key: str, actors: list[str], text: str) -> CodedEngagement:
    claims = tuple(_coded_claim(draw, text) for _ in range(draw.randint(1, 2)))
    parts = tuple((a, draw.choice(ROLES)) for a in draw.sample(actors, draw.randint(0, len(actors))))
    return CodedEngagement(key, draw.choice(TYPES), claims, parts)


def _coded_claim(draw: random.Random, text: str) -> CodedClaim:
    start = draw.randint(0, len(text) - 60)
    day = draw.choice((None, DAY + timedelta(draw.randint(0, 6))))
    return CodedClaim(
        start, start + draw.randint(5, 60), start + 1, text[start + 1 : start + 4], draw.choice(MODES),
        draw.choice(STATUSES), DateBounds(day, day), draw.choice(COUNTRIES), round(draw.random(), 3), "row",
        "made-up 1",
    )  # fmt: skip


def write_warehouse(path: Path, articles: dict[str, CodedArticle]) -> None:
    """Write coded articles, by source uri, as a warehouse; claims get the place that their country asks for."""
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    rows["dim_place"] = [(country, country, country) for country in COUNTRIES if country]
    for uri, article in articles.items():
        for table, values in _rows(uri, article).items():
            rows[table] += values
    with duckdb.connect(path) as connection:
        connection.execute(SCHEMA)
        for table, values in rows.items():
            rows_file = path.with_name(f"{table}.parquet")
            pl.DataFrame(values, orient="row", infer_schema_length=None).write_parquet(rows_file)
            connection.execute(f"insert into marts.{table} from read_parquet('{rows_file}')")


def _rows(uri: str, article: CodedArticle) -> dict[str, list[tuple[Any, ...]]]:
    actors, told = article.actors.items(), article.engagements
    return {
        "dim_article": [(uri, article.text, uri)],
        "dim_actor": [(key, actor.name, actor.kind, None) for key, actor in actors],
        "fct_actor_mention": [(uri, name, key) for key, actor in actors for name in sorted(actor.names)],
        "fct_engagement": [(e.key, None) for e in told],
        "bridge_engagement_actor": [(e.key, *part) for e in told for part in e.participants],
        "fct_engagement_mention": [_mention(uri, article.text, e, c) for e in told for c in e.claims],
    }


def _mention(uri: str, text: str, engagement: CodedEngagement, claim: CodedClaim) -> tuple[Any, ...]:
    name, version = claim.extractor.split()
    return (
        engagement.key, uri, claim.char_start, claim.char_end, text[claim.char_start : claim.char_end],
        claim.trigger_text, claim.trigger_start, engagement.engagement_type, claim.mode, claim.status, *claim.days,
        claim.country, claim.rule_id, name, version, claim.confidence,
    )  # fmt: skip
