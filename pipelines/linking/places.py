"""The places that claims resolved to, and the countries that they happened in, as a table.

What belongs here: looking each distinct place key up in the gazetteer. What does not: resolving a place's name to a key
(parsing does, by the article's context).
"""

from __future__ import annotations

import polars as pl

from pipelines.schemas import polars_schema


def place_rows(claims: pl.DataFrame) -> pl.DataFrame:
    """Return the table ``place`` for the place keys of claims, and for the countries, of those that name no place.

    Raises:
        KeyError: A place key that the gazetteer does not know; a country that it does not know is no place.
    """
    # Reading the gazetteer takes a while, so it is left alone where there is nothing to look up.
    from pipelines.parsing.places import country_place, place_by_key

    named = [place_by_key(key) for key in claims["place_key"].drop_nulls().unique()]
    countries = map(country_place, claims["country_iso3"].drop_nulls().unique())
    places = sorted({place.place_key: place for place in (*named, *filter(None, countries))}.items())
    schema = polars_schema("place")
    return pl.DataFrame(
        [tuple(getattr(place, column) for column in schema) for _, place in places],
        schema=schema,
        orient="row",
    )
