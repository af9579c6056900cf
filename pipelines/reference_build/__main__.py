"""``python -m pipelines.reference_build``: build the registry, hold it to its rules, write it.

What belongs here: the order of the steps and the writing of files. What does not: what rows mean.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipelines.reference_build.bodies import expand_patterns, load_bodies
from pipelines.reference_build.people import first_day, last_day, load_people
from pipelines.reference_build.rows import NOBODY, Alias, Ambiguous, Registry, alias_key
from pipelines.reference_build.rules import complaints
from pipelines.reference_build.sources import items, read_lines
from pipelines.reference_build.states import load_states

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FILES = {
    "countries": "countries.csv",
    "actors": "actors.csv",
    "aliases": "actor_aliases.csv",
    "roles": "actor_roles.csv",
    "ambiguous": "ambiguous_aliases.csv",
}
ROLE_ORDER = ("registry_id", "role_title", "organization_id", "country_iso3", "valid_from", "valid_to", "source")


def build(folder: Path) -> Registry:
    """Build the registry from the source files in ``folder``; rows come sorted, each once."""
    registry = Registry()
    states = load_states(folder, registry)
    load_bodies(folder, registry)
    load_people(folder, expand_patterns(folder, states, registry), registry)
    registry.aliases = one_type_each(registry.aliases)
    registry.ambiguous = load_ambiguous(folder, registry.aliases)
    for rows in (registry.countries, registry.actors, registry.aliases, registry.roles):
        rows.sort()
    return registry


def one_type_each(aliases: Iterable[Alias]) -> list[Alias]:
    """Keep the first row of each alias of an actor: rows are added from the most to the least telling type."""
    kept: dict[tuple[str, str], Alias] = {}
    for alias in aliases:
        kept.setdefault((alias.registry_id, alias.alias), alias)
    return list(kept.values())


def load_ambiguous(folder: Path, aliases: list[Alias]) -> list[Ambiguous]:
    """Return the rows of ``ambiguous.psv``; an alias's rows stand in the order of their ranks, its usual meaning first.

    An alias that an actor bears under no row of its own is added to ``aliases``.
    """
    ranks: dict[str, int] = {}
    borne = {(alias.registry_id, alias.alias) for alias in aliases}
    rows = []
    for line in read_lines(folder, "ambiguous.psv", 7):
        written, actor_id, start, end, iso3, cues, reason = line.fields
        for alias in items(written):
            rank = ranks[alias_key(alias)] = ranks.get(alias_key(alias), 0) + 1
            rows.append(Ambiguous(alias, str(rank), actor_id, first_day(start), last_day(end), iso3, cues, reason))
            if actor_id != NOBODY and (actor_id, alias) not in borne:
                aliases.append(Alias(actor_id, alias, "short", line.source))
    return sorted(rows, key=lambda row: (alias_key(row.alias), int(row.rank)))


def write(rows: list[Any], path: Path, columns: Iterable[str] = ()) -> None:
    """Write dataclass rows as CSV: UTF-8, LF, quotes only where needed."""
    names = list(columns) or [field.name for field in fields(rows[0])]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([getattr(row, name) for name in names] for row in rows)


def main() -> int:
    """Build, check, write; returns the exit code."""
    registry = build(SEEDS / "reference_sources")
    faults = list(complaints(registry))
    print("\n".join(faults[:200]), file=sys.stderr)
    if faults:
        print(f"{len(faults)} faults; nothing written", file=sys.stderr)
        return 1
    for name, file in FILES.items():
        write(getattr(registry, name), SEEDS / "reference" / file, ROLE_ORDER if name == "roles" else ())
    print({name: len(getattr(registry, name)) for name in FILES})
    return 0


if __name__ == "__main__":
    sys.exit(main())
