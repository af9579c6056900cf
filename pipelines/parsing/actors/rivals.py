"""Governments of countries that have two, by what news calls them: "Libya's internationally recognised government".

What belongs here: the rows of ``rival_governments``. What does not: reading a phrase (``descriptions.governments``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.parsing.actors.model import Entry
from pipelines.parsing.reference import Reference


@dataclass(frozen=True, slots=True)
class Rival:
    """One of the governments of a country that has two.

    Attributes:
        first: First day on which its words mean it, ISO, or empty.
        last: Last such day, or empty.
        names: Words of a phrase that tell it by themselves: its seat, its head.
        words: Words that tell it where the country is known: "recognised".
    """

    entry: Entry
    first: str
    last: str
    names: frozenset[str]
    words: frozenset[str]


def load_rivals(reference: Reference, entries: Mapping[str, Entry]) -> tuple[Rival, ...]:
    """Return the rows of ``rival_governments`` with the registry's entries."""
    return tuple(
        Rival(
            entries[row["registry_id"]], row["valid_from"], row["valid_to"],
            frozenset(row["names"].split()), frozenset(row["words"].split()),
        )
        for row in reference.rows("rival_governments")
        if row["registry_id"] in entries
    )  # fmt: skip
