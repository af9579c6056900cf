"""Linking: mentions to actors, claims to engagements, articles to stories, over all that is staged.

What belongs here: set-based work over the staged tables that no single article can settle. What does not: reading or
coding articles, and the warehouse file. The answer is a function of the staged set and the reference data; the order in
which articles came in plays no part, and neither does the clock.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.linking import tables
from pipelines.linking.engagements import CLAIM_COLUMNS, Told, link_claims
from pipelines.linking.identity import Identities, link_actors
from pipelines.linking.once import load_once_only
from pipelines.linking.places import place_rows
from pipelines.linking.redirects import next_redirects, vanished_keys
from pipelines.linking.registry import Registry, load_registry
from pipelines.linking.stories import link_stories
from pipelines.linking.wording import load_common_words

__all__ = ["link_all"]


def link_all(staging_dir: Path, reference_dir: Path, run_id: str) -> None:
    """Write the link tables: actor_link, actor_redirect, claim_link, story_link and place.

    Each is one Parquet file, replaced whole and at once, rows in the order of their keys.

    Args:
        staging_dir: Folder of the staged tables, ``{staging_dir}/{table}/*.parquet``; a table that is missing is empty.
        reference_dir: Folder of the registry (``actors.csv`` and its neighbours).
        run_id: Name of this run, for redirects that it is the first to publish.

    Raises:
        ValueError: Decisions on actors that contradict each other.
    """
    registry = load_registry(reference_dir)
    dated = ["article_id", "published_earliest", "published_latest", "word_count"]
    articles = tables.read(staging_dir, "article", dated)
    actors = tables.read(staging_dir, "article_actor")
    identities = link_actors(actors, articles.drop("word_count"), registry)
    _write_actors(staging_dir, identities, registry, run_id)
    told = claims_told(staging_dir, reference_dir, identities, registry)
    tables.write(staging_dir, "claim_link", link_claims(told), ["article_id", "claim_id"])
    tables.write(staging_dir, "place", place_rows(told.claims), ["place_key"])
    tables.write(staging_dir, "story_link", link_stories(staging_dir, articles), ["article_id"])


def claims_told(staging_dir: Path, reference_dir: Path, identities: Identities, registry: Registry) -> Told:
    """Return what ``link_claims`` takes, of all that is staged."""
    actors = tables.read(staging_dir, "article_actor").join(identities.links, on=["article_id", "actor_id"])
    return Told(
        tables.read(staging_dir, "engagement_claim", CLAIM_COLUMNS),
        tables.read(staging_dir, "claim_participant"),
        _with_registry(actors, registry),
        tables.read(staging_dir, "article", ["article_id", "published_earliest", "published_latest"]),
        load_once_only(reference_dir),
        load_common_words(reference_dir),
    )


def _write_actors(staging_dir: Path, identities: Identities, registry: Registry, run_id: str) -> None:
    """Replace the actors' links and redirects; the earlier ones tell which keys are gone, and since when others are."""
    before = set(tables.read(staging_dir, "actor_link", ["actor_key"])["actor_key"])
    live = set(identities.links["actor_key"])
    vanished = vanished_keys(before, live, registry)
    earlier = tables.read(staging_dir, "actor_redirect")
    redirects = next_redirects(earlier, identities.redirects, vanished, live, run_id)
    tables.write(staging_dir, "actor_redirect", redirects, ["old_key"])
    tables.write(staging_dir, "actor_link", identities.links, ["article_id", "actor_id"])


def _with_registry(actors: pl.DataFrame, registry: Registry) -> pl.DataFrame:
    """Let the registry's kind, country and sector stand before what an article made of them."""
    known = registry.actors.select(
        actor_key="registry_id", kind="actor_kind", country="country_iso3", their_sector="sector"
    )
    joined = actors.join(known, on="actor_key", how="left")
    return joined.select(
        "article_id", "actor_id", "actor_key",
        actor_kind=pl.coalesce("kind", "actor_kind"),
        country_iso3=pl.coalesce("country", "country_iso3"),
        sector=pl.coalesce("their_sector", "sector"),
    )  # fmt: skip
