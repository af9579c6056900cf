"""``python -m pipelines.reference_build.missions FACTS``: US chiefs of mission and officers of the State Department.

What belongs here: turning the rows of ``officeholders.csv`` (set ``pocom``, CC0) into the reviewed source file
``persons_us_missions.psv``. What does not: any person whom another source file gives the post already.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipelines.reference_build.bodies import display_name
from pipelines.reference_build.rows import slug
from pipelines.reference_build.sources import items, read_lines

FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "reference_sources"
TARGET = "persons_us_missions.psv"
NAMES = "us_missions_names.psv"
OFFICES = "us_missions_offices.psv"
FIRST_YEAR = "1985"
ORGANIZATION = "@us-state-department"
_SUFFIX = re.compile(r",?\s+(?:Jr\.|Sr\.|II|III|IV|2nd|3rd|4th)$")
_NICKNAME = re.compile(r"\s*\([^)]*\)")
_CHARGE = "charge-daffaires"
_CHARGE_TITLE = "Chargé d'Affaires in"


def shorten(name: str, common: frozenset[str] = frozenset()) -> tuple[str, list[str]]:
    """Return the name as the news tells it, and the other forms it may take.

    "Ryan Clark Crocker" -> "Ryan Crocker" with "Ryan Clark Crocker", "Ryan C. Crocker" and "R. Clark Crocker"; with
    one of the surnames in ``common``, the middle name stays, since the short form names too many.
    """
    name = _NICKNAME.sub("", name)
    first, *middle, last = _parts(_SUFFIX.sub("", name))
    if len(first) == 2 and first.endswith(".") and middle:
        return _SUFFIX.sub("", name), [name, " ".join([*middle, last])]
    initials = [f"{part[0]}." for part in middle]
    forms = [name, " ".join([first, *middle, last]), " ".join([first, *initials, last])]
    if middle and len(middle[0]) > 2:
        forms.append(" ".join([f"{first[0]}.", *middle, last]))
    return " ".join([first, *initials, last]) if last in common else f"{first} {last}", forms


def _parts(name: str) -> list[str]:
    """Split a name; a surname keeps its particles ("van Voorst")."""
    words = name.split()
    while len(words) > 2 and words[-2][0].islower():
        words[-2:] = [" ".join(words[-2:])]
    return words


def posts_of(rows: Iterable[dict[str, str]], countries: dict[str, str], titles: dict[str, str]) -> dict[str, list[str]]:
    """Return full name -> posts in the notation of ``persons_*.psv``.

    Rows that ended before 1985 are left out, and so is who was only ever a chargé d'affaires.
    """
    ends: dict[tuple[str, str, str], str] = {}
    for row in rows:
        title = _title(row["office"], countries.get(row["country"], ""), titles)
        if title and row["set"] == "pocom" and (row["end"] or row["start"]) >= FIRST_YEAR:
            post = (row["name"], title, row["start"])
            ends[post] = max(ends.get(post, ""), row["end"])  # a post told twice: the row that knows its end
    posts: dict[str, list[str]] = defaultdict(list)
    for (name, title, start), end in ends.items():
        posts[name].append(f"{title} {ORGANIZATION} {start}..{end}")
    return {name: held for name, held in posts.items() if any(not post.startswith(_CHARGE_TITLE) for post in held)}


def _title(office: str, country: str, titles: dict[str, str]) -> str:
    if country and office == "ambassador-e-p":
        return f"Ambassador to {country}"
    if country and office.startswith(_CHARGE):
        return f"{_CHARGE_TITLE} {country}"
    return titles.get(office, "")


def mission_countries(folder: Path) -> dict[str, str]:
    """Return the facts' country keys -> the country as the registry names it ("korea" -> "South Korea")."""
    named = {}
    for line in read_lines(folder, "states.psv", 6):
        for written in (line.fields[1], *items(line.fields[3])):
            named[slug(re.sub(r"^[a-z]:", "", written))] = display_name(line.fields[1])
    return named | {key: display_name(name) for key, name in offices(folder, "country").items()}


def offices(folder: Path, kind: str) -> dict[str, str]:
    """Return the rows of one kind ("office", "country", "surname") of the reviewed list: key -> meaning."""
    return {line.fields[0]: line.fields[1] for line in read_lines(folder, OFFICES, 3) if line.fields[2] == kind}


def known_posts(folder: Path) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return the persons of the other files (slug -> country) and the (slug, title) pairs they hold there."""
    countries, held = {}, set()
    for path in sorted(folder.glob("persons_*.psv")):
        for line in read_lines(folder, path.name, 6) if path.name != TARGET else ():
            countries[slug(line.fields[0])] = line.fields[1]
            held |= {(slug(line.fields[0]), _bare(post)) for post in items(line.fields[3])}
    return countries, held


def _bare(post: str) -> str:
    return slug(re.split(r"\s*[@{]|\s+\d{4}|\s+\.\.", post)[0])


def lines(posts: dict[str, list[str]], folder: Path) -> list[str]:
    """Return the rows of the source file, one person each, sorted; posts that another file has are left out."""
    countries, held = known_posts(folder)
    used = {line.fields[0]: line.fields[1] for line in read_lines(folder, NAMES, 2)}
    common = frozenset(offices(folder, "surname"))
    forms = {full: (used[full], [_NICKNAME.sub("", full)]) if full in used else shorten(full, common) for full in posts}
    rows = []
    for full, (name, aliases) in forms.items():
        if name == "-":
            continue
        if countries.get(slug(name), "USA") != "USA":
            name = f"{name}#ambassador"
        fresh = [post for post in posts[full] if (slug(name), _bare(post)) not in held]
        if fresh or slug(name) not in countries:
            rows.append(f"{name}|USA|GOV|{';'.join(fresh)}|{';'.join(dict.fromkeys(a for a in aliases if a != name))}|")
    return sorted(rows)


def main(facts: Path) -> int:
    """Write the source file; returns the exit code."""
    with facts.open(encoding="utf-8", newline="") as stream:
        posts = posts_of(csv.DictReader(stream), mission_countries(FOLDER), offices(FOLDER, "office"))
    written = lines(posts, FOLDER)
    head = [
        "# US chiefs of mission and officers of the State Department since 1985 (format: see persons_usa.psv)",
        "# Made by pipelines/reference_build/missions.py; names as in the news: us_missions_names.psv.",
        "# source: officeholders.csv (Office of the Historian, POCOM, CC0)",
    ]
    (FOLDER / TARGET).write_text("\n".join([*head, *written]) + "\n", encoding="utf-8")
    print(f"{len(written)} persons")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
