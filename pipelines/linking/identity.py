"""One identity for each actor: which warehouse actor an article's actor is.

What belongs here: choosing a registry actor for a name by its evidence, and making a key for whom the registry does not
know. What does not: finding names in text (parsing), likeness of names that differ (``review`` proposes, people
decide), and the history of redirects (``redirects``).

A key is a function of the set of staged articles and the reference data, never of the order in which they came:

- a registry actor's key is its ``registry_id``;
- anybody else's is ``kind:name~country``, the name normalised, the country in lower case: ``person:jane-doe~lby``;
- without a country it is ``person:jane-doe~zz``, unless exactly one country has a namesake in the set: then that one's;
- with a middle initial it is that of the name without, where the set has one and nothing speaks against it;
- a lone surname, a post without a name, or a common noun without a country ("rebels") says too little to be one actor
  in two articles, so the article is part of its key: ``person:smith~usa~0f3a...``.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pipelines.linking.decisions import Decisions
from pipelines.linking.initials import plain_keys, without_initials
from pipelines.linking.registry import Registry, kind_class, with_norm

NO_COUNTRY = "zz"
_ROW = ["article_id", "actor_id"]


@dataclass(frozen=True)
class Identities:
    """What linking the actors gave.

    Attributes:
        links: ``article_id, actor_id, actor_key, linked_by``.
        redirects: Keys that the set or a decision merged away, to the keys that stand for them.
    """

    links: pl.DataFrame
    redirects: dict[str, str]


def link_actors(actors: pl.DataFrame, articles: pl.DataFrame, registry: Registry) -> Identities:
    """Link every actor of every article to its warehouse actor.

    Args:
        actors: The staged table ``article_actor``.
        articles: ``article_id, published_earliest, published_latest``.
        registry: The reference data.

    Raises:
        ValueError: Decisions contradict each other.
    """
    decisions = Decisions.of(registry.decisions)
    local = with_norm(actors).join(articles, on="article_id", how="left").with_columns(kind_class=kind_class())
    local = local.with_columns(unknown_key=_unknown_key(), cautious_key=_cautious_key())
    local = local.join(_by_name(local, registry), on=_ROW, how="left")
    local = local.join(_settled(local, decisions), on=_ROW, how="left")
    return _decide(local, decisions)


def _decide(local: pl.DataFrame, decisions: Decisions) -> Identities:
    """Take the first of: the parser's registry row, the registry by name, the key of the set; then the decisions."""
    found = pl.coalesce("registry_id", "named_id")
    local = local.with_columns(
        found_key=pl.coalesce(found, "settled_key"),
        found_by=pl.when(pl.col("registry_id").is_not_null()).then(pl.lit("registry")).otherwise(pl.lit("name")),
    )
    merged = decisions.merged
    local = local.with_columns(actor_key=pl.col("found_key").replace(merged)).with_columns(
        linked_by=pl.when(pl.col("actor_key") != pl.col("found_key")).then(pl.lit("decision")).otherwise("found_by")
    )
    return Identities(local.select(*_ROW, "actor_key", "linked_by"), _redirects(local) | merged)


def _redirects(local: pl.DataFrame) -> dict[str, str]:
    """Return where actors without a country, or known by name only, went; not from a key that is still in use."""
    live = set(local["actor_key"])
    moved = local.filter(pl.col("registry_id").is_null() & (pl.col("cautious_key") != pl.col("actor_key")))
    targets = moved.group_by("cautious_key").agg(pl.col("actor_key").unique())
    single = targets.filter(pl.col("actor_key").list.len() == 1).with_columns(pl.col("actor_key").list.first())
    return {old: new for old, new in single.iter_rows() if old not in live}


# --- the registry by name ---


def _by_name(local: pl.DataFrame, registry: Registry) -> pl.DataFrame:
    """Return ``article_id, actor_id, named_id`` for actors whose name, with its evidence, fits one registry actor."""
    asked = local.filter(pl.col("registry_id").is_null() & (pl.col("norm") != "")).drop("registry_id")
    known = registry.names.join(
        registry.actors.select("registry_id", their_country="country_iso3", their_sector="sector"), on="registry_id"
    )
    named = asked.join(known, on=["kind_class", "norm"]).filter(_no_conflict())
    people = asked.filter(pl.col("actor_kind") == "person").join(named, on=_ROW, how="anti")
    plain = people.with_columns(norm=without_initials(pl.col("norm"))).join(known, on=["kind_class", "norm"])
    candidates = pl.concat([named, plain.filter(_agrees())])
    scored = _with_tenure(candidates, registry.roles).with_columns(score=_score())
    best = scored.filter(pl.col("score") == pl.col("score").max().over(_ROW))
    return (
        best.group_by(_ROW)
        .agg(pl.col("registry_id").first().alias("named_id"), pl.len())
        .filter(pl.col("len") == 1)
        .drop("len")
    )


def _no_conflict() -> pl.Expr:
    """A namesake of another country is another actor."""
    return (pl.col("country_iso3") == pl.col("their_country")).fill_null(True)


def _agrees() -> pl.Expr:
    """Whose name is told with an initial more is the registry's only if country and sector say so."""
    return (pl.col("country_iso3") == pl.col("their_country")) & (pl.col("sector") == pl.col("their_sector"))


def _score() -> pl.Expr:
    """Country speaks louder than sector, and sector than tenure; only candidates for one name are compared."""
    same_country = (pl.col("country_iso3") == pl.col("their_country")).fill_null(False)
    same_sector = (pl.col("sector") == pl.col("their_sector")).fill_null(False)
    return same_country * 4 + same_sector * 2 + pl.col("in_office").fill_null(False) * 1


def _with_tenure(candidates: pl.DataFrame, roles: pl.DataFrame) -> pl.DataFrame:
    """Add ``in_office``: whether a term of the candidate overlaps the article's publication bounds."""
    pairs = candidates.select("registry_id", "published_earliest", "published_latest").unique().drop_nulls()
    terms = roles.filter(pl.col("valid_from").is_not_null() | pl.col("valid_to").is_not_null())
    begun = (pl.col("valid_from") <= pl.col("published_latest")).fill_null(True)
    open_ = (pl.col("valid_to") >= pl.col("published_earliest")).fill_null(True)
    held = pairs.join(terms, on="registry_id").group_by(pairs.columns).agg(in_office=(begun & open_).any())
    return candidates.join(held, on=pairs.columns, how="left")


# --- keys for whom the registry does not know ---


def _stem() -> pl.Expr:
    return pl.concat_str(pl.col("actor_kind"), pl.lit(":"), pl.col("norm").str.replace_all(" ", "-", literal=True))


def _country() -> pl.Expr:
    return pl.col("country_iso3").str.to_lowercase()


def _says_too_little() -> pl.Expr:
    """A lone surname, a person known by post alone ("Libyan prime minister"), a common noun without a country."""
    person = pl.col("actor_kind") == "person"
    capitals = pl.col("name").str.count_matches(r"(?:^|[^\pL])\p{Lu}")
    unnamed = person & (~pl.col("norm").str.contains(" ", literal=True) | (capitals < 2))
    common_noun = (capitals == 0) & pl.col("country_iso3").is_null()
    return unnamed | common_noun | (pl.col("norm") == "")


def _cautious_key() -> pl.Expr:
    """The key as the article alone gives it."""
    context = pl.when(_says_too_little()).then(pl.lit("~") + pl.col("article_id").str.head(16)).otherwise(pl.lit(""))
    return pl.concat_str(_stem(), pl.lit("~"), _country().fill_null(NO_COUNTRY), context)


def _unknown_key() -> pl.Expr:
    """The key under which an actor bears its country; NULL where it has none or says too little to have namesakes."""
    return pl.when(~_says_too_little()).then(pl.concat_str(_stem(), pl.lit("~"), _country()))


def _settled(local: pl.DataFrame, decisions: Decisions) -> pl.DataFrame:
    """Return ``article_id, actor_id, settled_key``: a person without a country goes to its only namesake with one, a
    person with a middle initial to that without.
    """
    unknown = local.filter(pl.col("registry_id").is_null())
    bearing = unknown.filter((pl.col("actor_kind") == "person") & pl.col("unknown_key").is_not_null())
    bearing = bearing.group_by("norm").agg(pl.col("unknown_key").unique().alias("bearers"))
    only = bearing.filter(pl.col("bearers").list.len() == 1).select("norm", namesake=pl.col("bearers").list.first())
    joined = unknown.filter(pl.col("country_iso3").is_null() & (pl.col("actor_kind") == "person")).join(only, on="norm")
    # What a person decided about the key without a country goes before what the set suggests.
    pairs = joined.select("cautious_key", "namesake").iter_rows()
    allowed = [a not in decisions.same and not decisions.apart(a, b) for a, b in pairs]
    joined = joined.filter(pl.Series(allowed, dtype=pl.Boolean)).select(*_ROW, "namesake")
    settled = unknown.join(joined, on=_ROW, how="left").with_columns(key=pl.coalesce("namesake", "cautious_key"))
    return settled.select(*_ROW, settled_key=pl.col("key").replace(plain_keys(settled, decisions)))
