"""Persons told with a middle initial and without: "Orrin G. Hatch" is Orrin Hatch where nothing speaks against it.

What belongs here: which key or row of the registry a name with an initial goes to. What does not: names that are the
same when normalised (``identity``), and likeness of other kinds (``review``).
"""

from __future__ import annotations

import polars as pl

from pipelines.linking.decisions import Decisions

_INITIALS = r"([ -])\pL(?:[ -]\pL)*[ -]"  # of a normalised name, or of the name in a key


def without_initials(name: pl.Expr) -> pl.Expr:
    """Return normalised names, or keys, without middle initials: ``orrin g hatch`` as ``orrin hatch``."""
    return name.str.replace_all(_INITIALS, "${1}")


def plain_keys(keyed: pl.DataFrame, decisions: Decisions) -> dict[str, str]:
    """Return the keys with an initial that stand for the same person as one without, and that one.

    Two persons with different initials may share the plain name, so it must be the only one with an initial; and no
    sector may speak against it.

    Args:
        keyed: ``actor_kind, key, sector``: actors whom the registry does not know, a key may come more than once.
        decisions: What people decided goes before.
    """
    people = (
        keyed.filter(pl.col("actor_kind") == "person")
        .group_by("key")
        .agg(sectors=pl.col("sector").drop_nulls().unique())
        .with_columns(plain=without_initials(pl.col("key")))
        .with_columns(stem=pl.col("plain").str.split("~").list.first())
    )
    bare = people.filter(pl.col("plain") == pl.col("key")).select("stem", target="key", theirs="sectors")
    initialled = people.filter(pl.col("plain") != pl.col("key")).filter(pl.len().over("stem") == 1)
    pairs = initialled.join(bare, on="stem").filter(_same_country()).filter(pl.len().over("key") == 1)
    agreed = pairs.filter(
        (pl.col("sectors").list.len() == 0)
        | (pl.col("theirs").list.len() == 0)
        | (pl.col("sectors").list.set_intersection("theirs").list.len() > 0)
    )
    found = agreed.select("key", "target").iter_rows()
    return {a: b for a, b in found if a not in decisions.same and not decisions.apart(a, b)}


def _same_country() -> pl.Expr:
    """One without a country may be of any; an actor of one article only has no namesakes."""
    theirs = pl.col("target").str.split("~").list
    ours = pl.col("key").str.split("~").list
    named = (theirs.len() == 2) & (ours.len() == 2)
    return named & ((ours.last() == theirs.last()) | (ours.last() == "zz"))
