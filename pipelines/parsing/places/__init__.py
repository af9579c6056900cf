"""Places: the gazetteer, the places that a text names, and which place a name means.

What belongs here: the public names. ``gazetteer`` holds the places, ``find`` reads texts, ``resolve`` chooses between
namesakes. What does not: telling places from actors, and which place an engagement has (the coder's business).
"""

from __future__ import annotations

from pipelines.parsing.places.about import country_context
from pipelines.parsing.places.adjectives import told_adjectives
from pipelines.parsing.places.by_adjective import places_by_adjective
from pipelines.parsing.places.dateline import in_dateline
from pipelines.parsing.places.find import PlaceMention, find_places
from pipelines.parsing.places.gazetteer import Gazetteer, Place, build_gazetteer, load_gazetteer
from pipelines.parsing.places.resolve import Resolved, country_place, place_by_key, resolve_place
from pipelines.parsing.places.unlisted import unlisted_towns
from pipelines.parsing.places.venues import VENUES

__all__ = [
    "VENUES",
    "Gazetteer",
    "Place",
    "PlaceMention",
    "Resolved",
    "build_gazetteer",
    "country_context",
    "country_place",
    "find_places",
    "in_dateline",
    "load_gazetteer",
    "place_by_key",
    "places_by_adjective",
    "resolve_place",
    "told_adjectives",
    "unlisted_towns",
]
