"""The places that claims resolved to, as a table.

What belongs here: looking each distinct place key up in the gazetteer. What does not: resolving a place's name to a key
(parsing does, by the article's context).
"""

from __future__ import annotations

import polars as pl

from pipelines.schemas import polars_schema


def place_rows(claims: pl.DataFrame) -> pl.DataFrame:
    """Return the table ``place`` for the place keys of claims.

    Raises:
        KeyError: A key that the gazetteer does not know.
    """
    # Reading the gazetteer takes a while, so it is left alone where there is nothing to look up.
    from pipelines.parsing.places import place_by_key

    keys = claims["place_key"].drop_nulls().unique().sort()
    places = [place_by_key(key) for key in keys]
    schema = polars_schema("place")
    return pl.DataFrame(
        [tuple(getattr(place, column) for column in schema) for place in places],
        schema=schema,
        orient="row",
    )
