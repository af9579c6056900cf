"""Persons and their posts: ``persons_*.psv``, and the US chiefs of mission.

What belongs here: rows with an id of ``person:`` and every row of ``actor_roles.csv``. What does not: organizations.
"""

from __future__ import annotations

import calendar
import re
from pathlib import Path

from pipelines.reference_build.aliases import person_alias, with_plain
from pipelines.reference_build.bodies import body_id
from pipelines.reference_build.rows import Actor, Alias, Registry, Role, slug
from pipelines.reference_build.sources import SourceError, SourceLine, items, read_lines

_ROLE = re.compile(
    r"^(?P<title>[^@{}]+?)(?:\s*@(?P<org>[\w:-]+))?(?:\s*\{(?P<country>[A-Z]{3})\})?"
    r"(?:\s+(?P<start>\d{4}[\d-]*)?\.\.(?P<end>\d{4}[\d-]*)?)?$"
)
# A minister's title names the ministry that the patterns made for the country.
_MINISTRY = {"Foreign Minister": "foreign-ministry", "Defense Minister": "defense-ministry",
             "Interior Minister": "interior-ministry", "Finance Minister": "finance-ministry",
             "Justice Minister": "justice-ministry"}  # fmt: skip


def load_people(folder: Path, ministries: dict[tuple[str, str], str], registry: Registry) -> None:
    """Add the persons of ``persons_*.psv``: name, country, sector, roles, aliases, Wikidata id.

    A name may carry a suffix after ``#`` that keeps namesakes' ids apart ("Mike Rogers#admiral"). One person may
    stand in several rows; then roles and aliases add up. ``ministries`` is what ``expand_patterns`` returned.
    """
    countries = {actor.registry_id: actor.country_iso3 for actor in registry.actors}
    seen: set[str] = set()
    for line in read_lines(folder, "persons_*.psv", 6):
        actor = _actor(line)
        if actor.registry_id not in seen:
            registry.actors.append(actor)
        seen.add(actor.registry_id)
        registry.aliases.extend(_aliases(actor, line))
        registry.roles.extend(_role(actor, text, line, countries, ministries) for text in items(line.fields[3]))


def _actor(line: SourceLine) -> Actor:
    written, iso3, sector, _, _, wikidata = line.fields
    name = written.split("#")[0]
    return Actor(f"person:{slug(written)}", name, "person", sector or "GOV", iso3, wikidata, line.source)


def _aliases(actor: Actor, line: SourceLine) -> list[Alias]:
    typed = [(actor.canonical_name, "name")]
    for text in items(line.fields[4]):
        typed += person_alias(actor.canonical_name, text)
    return [
        Alias(actor.registry_id, form, t, line.source) for alias, kind in typed for form, t in with_plain(alias, kind)
    ]


def _role(
    actor: Actor, text: str, line: SourceLine, countries: dict[str, str], ministries: dict[tuple[str, str], str]
) -> Role:
    match = _ROLE.match(text)
    if not match:
        raise SourceError(f"{line.where}: cannot read the role {text!r}")
    title = match["title"].strip()
    org = body_id(match["org"]) if match["org"] else ""
    country = match["country"] or (countries.get(org, "") if org else actor.country_iso3)
    org = org or ministries.get((country, _MINISTRY.get(title, "")), "")
    return Role(
        actor.registry_id,
        first_day(match["start"] or ""),
        last_day(match["end"] or ""),
        title,
        org,
        country,
        line.source,
    )


def first_day(text: str) -> str:
    """Return the first day of a year, month or day as ISO text ("2014-02" -> "2014-02-01"); "" stays ""."""
    return text + {0: "", 4: "-01-01", 7: "-01", 10: ""}[len(text)]


def last_day(text: str) -> str:
    """Return the last day of a year, month or day as ISO text ("2014-02" -> "2014-02-28"); "" stays ""."""
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return text + {0: "", 4: "-12-31", 10: ""}[len(text)]
