"""Names and aliases of the registry, found in a text by Aho-Corasick over its tokens.

What belongs here: the alias index and its rules of case. What does not: what a find means in its sentence.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from pipelines.parsing.actors.model import Entry
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.reference import Reference, Row

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "‑": " ", "–": " ", "’": "'", "‘": "'"}


@dataclass(frozen=True, slots=True)
class Alias:
    """One alias: its type (``name``, ``acronym``, ``capital``, ``demonym``, ...), how it must be written, whose it is."""

    words: tuple[str, ...]
    alias_type: str
    entries: tuple[Entry, ...]


def fold_word(text: str) -> str:
    """Return lower-case text with accents off and hyphens as spaces; never of another length."""
    text = text.replace("-", " ")
    return text if text.isascii() else _NOT_ASCII.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    char = match.group()
    if char in _LETTERS:
        return _LETTERS[char]
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isalnum() else char


class Gazetteer:
    """The registry's aliases as one automaton; immutable after it is built."""

    def __init__(self, aliases: dict[str, Alias]) -> None:
        """Build the automaton: keys are folded aliases, tokens apart by spaces."""
        self._patterns = list(aliases.values())
        self._automaton = AhoCorasick([f" {key} " for key in aliases]) if aliases else None

    def find(self, doc: Doc) -> dict[int, tuple[int, Alias]]:
        """Return the longest alias at each token where one starts: token -> (end token, alias)."""
        if self._automaton is None:
            return {}
        text = fold_word(f" {' '.join(doc.lowers)} ")
        ends = list(accumulate(map(len, doc.lowers), lambda total, size: total + size + 1, initial=0))
        at = dict(zip(ends, range(len(ends)), strict=True))
        found: dict[int, tuple[int, Alias]] = {}
        for pattern, start, stop in self._automaton.find_matches_as_indexes(text, overlapping=True):
            first, end = at.get(start), at.get(stop - 1)
            if first is None or end is None or (first in found and found[first][0] >= end):
                continue
            alias = self._patterns[pattern]
            if _case_fits(alias.words, doc.words[first:end]):
                found[first] = (end, alias)
        return found


def _case_fits(alias: tuple[str, ...], words: list[str]) -> bool:
    """Say whether the text writes the alias as a name: capitals where the alias has them, short acronyms exactly."""
    if len(alias) == 1 == len(words) and alias[0].isupper() and len(alias[0]) < 4:
        return words[0] == alias[0]
    if len(alias) != len(words):
        return words[0][0].isupper() or not words[0][0].isalpha() or not alias[0][0].isupper()
    return all(not a[0].isupper() or w[0].isupper() for a, w in zip(alias, words, strict=True))


def build_gazetteer(reference: Reference) -> Gazetteer:
    """Compile the aliases of ``actors``, ``actor_aliases`` and ``countries``."""
    entries = _entries(reference)
    raw: dict[str, tuple[tuple[str, ...], str, list[Entry]]] = {}
    for alias, alias_type, registry_id in _alias_rows(reference):
        entry = entries.get(registry_id)
        words = tuple(parse_document(alias).words)
        if entry is None or not words:
            continue
        key = fold_word(" ".join(w.lower().replace("’", "'") for w in words))
        known = raw.setdefault(key, (words, alias_type, []))
        if entry not in known[2]:
            known[2].append(entry)
    return Gazetteer({key: Alias(w, kind, tuple(found)) for key, (w, kind, found) in raw.items()})


def _entries(reference: Reference) -> dict[str, Entry]:
    posts: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in reference.rows("actor_roles"):
        posts.setdefault(row["registry_id"], []).append(
            (row["role_title"].lower(), row["country_iso3"], row["valid_from"], row["valid_to"])
        )
    entries = {
        f"state:{row['iso3']}": Entry(f"state:{row['iso3']}", row["name"], "state", "GOV", row["iso3"])
        for row in reference.rows("countries")
    }
    for row in reference.rows("actors"):
        key = row["registry_id"]
        entries[key] = _entry(row, tuple(posts.get(key, ())))
    return entries


def _entry(row: Row, posts: tuple[tuple[str, str, str, str], ...]) -> Entry:
    return Entry(
        row["registry_id"], row["canonical_name"], row["actor_kind"], row["sector"], row["country_iso3"], posts
    )


def _alias_rows(reference: Reference) -> list[tuple[str, str, str]]:
    rows = [(r["canonical_name"], "name", r["registry_id"]) for r in reference.rows("actors")]
    rows += [(r["alias"], r["alias_type"], r["registry_id"]) for r in reference.rows("actor_aliases")]
    for country in reference.rows("countries"):
        state = f"state:{country['iso3']}"
        for column, kind in _COUNTRY_COLUMNS:
            rows += [(text.strip(), kind, state) for text in country[column].split("|") if text.strip()]
    return rows


_COUNTRY_COLUMNS = (
    ("name", "name"), ("official_name", "name"), ("other_names", "name"), ("capital", "capital"), ("demonyms", "demonym"),
)  # fmt: skip
