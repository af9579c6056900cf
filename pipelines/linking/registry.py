"""The registry of actors as frames: what identity is decided against.

What belongs here: reading actors, aliases, terms of office and decisions from the reference folder, names normalised.
What does not: choosing between candidates (``identity``), or writing decisions (``review``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.parsing.names import normalise_name

ACTOR_COLUMNS = ("registry_id", "canonical_name", "actor_kind", "sector", "country_iso3")
ALIAS_COLUMNS = ("registry_id", "alias")
ROLE_COLUMNS = ("registry_id", "role_title", "organization_id", "country_iso3", "valid_from", "valid_to")
DECISION_COLUMNS = ("actor_key_a", "actor_key_b", "decision", "decided_by", "decided_on", "note")
DECISIONS = ("same", "different", "unsure")

# An armed group is "group" in one article and "organization" in the next, so the two share their names.
KIND_CLASS = {"person": "person", "organization": "body", "group": "body", "state": "state"}


@dataclass(frozen=True)
class Registry:
    """The reference data on actors.

    Attributes:
        actors: ``registry_id, canonical_name, actor_kind, sector, country_iso3, kind_class``, one row each.
        names: ``kind_class, norm, registry_id``: every name and alias, normalised, once each.
        roles: ``registry_id, role_title, organization_id, country_iso3, valid_from, valid_to`` (dates, NULL = open).
        decisions: The rows of ``actor_decisions.csv``.
    """

    actors: pl.DataFrame
    names: pl.DataFrame
    roles: pl.DataFrame
    decisions: pl.DataFrame


def load_registry(reference_dir: Path) -> Registry:
    """Read the registry; a file that is not there yet counts as empty.

    Raises:
        ValueError: A decision is none of same, different, unsure.
    """
    actors = read_csv(reference_dir / "actors.csv", ACTOR_COLUMNS).with_columns(kind_class=kind_class())
    aliases = read_csv(reference_dir / "actor_aliases.csv", ALIAS_COLUMNS)
    roles = read_csv(reference_dir / "actor_roles.csv", ROLE_COLUMNS).with_columns(
        pl.col("valid_from", "valid_to").str.to_date(strict=False)
    )
    decisions = read_csv(reference_dir / "actor_decisions.csv", DECISION_COLUMNS)
    if strange := set(decisions["decision"]) - set(DECISIONS):
        raise ValueError(f"actor_decisions.csv: decision must be one of {', '.join(DECISIONS)}, not {sorted(strange)}")
    return Registry(actors, _names(actors, aliases), roles, decisions)


def read_csv(path: Path, columns: tuple[str, ...]) -> pl.DataFrame:
    """Return a reference CSV's columns as strings, empty cells as NULL; no rows where the file is missing."""
    if not path.exists():
        return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    return pl.read_csv(path, infer_schema=False).select(columns).with_columns(pl.all().replace("", None))


def kind_class(column: str = "actor_kind") -> pl.Expr:
    """Return the class of kinds within which names are compared."""
    return pl.col(column).replace_strict(KIND_CLASS, default="body", return_dtype=pl.String)


def with_norm(frame: pl.DataFrame, name: str = "name", kind: str = "actor_kind") -> pl.DataFrame:
    """Add ``norm``, the normalised name; each distinct name is normalised once."""
    distinct = frame.select(name, kind).unique()
    norms = [normalise_name(n, k) for n, k in distinct.iter_rows()]
    return frame.join(distinct.with_columns(pl.Series("norm", norms, pl.String)), on=[name, kind], how="left")


def _names(actors: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    keyed = actors.select("registry_id", "actor_kind", "kind_class")
    spelled = pl.concat([actors.select("registry_id", alias="canonical_name"), aliases.select("registry_id", "alias")])
    named = with_norm(spelled.join(keyed, on="registry_id"), "alias")
    return named.filter(pl.col("norm") != "").select("kind_class", "norm", "registry_id").unique()
