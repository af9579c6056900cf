"""Names and aliases of the registry, found in a text by Aho-Corasick over its tokens.

What belongs here: the alias index and its rules of case. What does not: what a find means in its sentence.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add

from ahocorasick_rs import AhoCorasick

from pipelines.parsing.actors.model import Entry, is_held
from pipelines.parsing.actors.rivals import Rival, load_rivals
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.names import normalise_name
from pipelines.parsing.reference import Reference, Row

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "‑": " ", "–": " ", "’": "'", "‘": "'"}

NOBODY = "nobody"  # in ``ambiguous_aliases``, the registry id of a meaning that is no actor
IN_CONTEXT = "in context"  # type of an alias that only means an actor where the text names it otherwise: "the kingdom"


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an alias: whose it is, of what type (``name``, ``acronym``, ``capital``, ``demonym``, ...).

    Attributes:
        rank: 1 for the meaning where nothing else tells, as listed in ``ambiguous_aliases``.
        first: First day on which it is usual, ISO, or empty.
        last: Last such day, or empty.
        country: The country that speaks for it, or empty.
        cues: Words that speak for it.
    """

    entry: Entry
    alias_type: str
    rank: int = 1
    first: str = ""
    last: str = ""
    country: str = ""
    cues: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alias:
    """One alias as it must be written, and its meanings, the usual one first.

    Attributes:
        is_doubtful: Whether it usually means no actor at all, but only where something speaks for one: "Total".
    """

    words: tuple[str, ...]
    senses: tuple[Sense, ...]
    is_doubtful: bool = False

    @property
    def kind(self) -> str:
        """The kind of actor that the alias usually names."""
        return self.senses[0].entry.kind


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


Officials = dict[str, dict[str, list[tuple[Entry, str, str]]]]  # country, post, who held it from when to when


class Gazetteer:
    """The registry's aliases as one automaton; immutable after it is built."""

    def __init__(self, aliases: dict[str, Alias], officials: Officials, rivals: tuple[Rival, ...] = ()) -> None:
        """Build the automaton: keys of ``aliases`` are folded, tokens apart by spaces."""
        self._officials, self.rivals, self._aliases = officials, rivals, aliases
        self._patterns = list(aliases.values())
        self._demonyms = _demonyms(aliases)
        self.entries = {s.entry.registry_id: s.entry for alias in aliases.values() for s in alias.senses}
        self.leaders = _leaders(self.entries)
        self.states = {entry.country: entry for entry in self.entries.values() if entry.kind == "state"}
        self._automaton = AhoCorasick([f" {key} " for key in aliases]) if aliases else None
        self._people: dict[str, Entry | None] = {}

    def officials(self, country: str, day: str, is_meant: Callable[[str], bool]) -> list[Entry]:
        """Return who holds those posts of a state (ISO 3166-1 alpha-3) on a day (ISO) that are meant.

        Args:
            country: The state.
            day: The day.
            is_meant: Says of a post, in lower case, whether it is.
        """
        terms = (term for post, held in self._officials.get(country, {}).items() if is_meant(post) for term in held)
        return [entry for entry, first, last in terms if is_held(first, last, day)]

    def person(self, name: str) -> Entry | None:
        """Return whose full name this is in another spelling than the registry's: "Mohammad Morsi"; None of several."""
        if not self._people:
            self._people = _people(self._patterns)
        return self._people.get(normalise_name(name))

    def national(self, country: str, name: str) -> Entry | None:
        """Return the registry's body of a country by its bare name: ``("DEU", "foreign ministry")``."""
        for demonym in self._demonyms.get(country, ()):
            entry = self.named(f"{demonym} {name}")
            if entry is not None and entry.country == country:
                return entry
        return None

    def named(self, alias: str) -> Entry | None:
        """Return what an alias usually means, or None."""
        known = self.alias(alias)
        return known.senses[0].entry if known else None

    def alias(self, text: str) -> Alias | None:
        """Return the alias that a text is, or None."""
        return self._aliases.get(fold_word(text.lower()))

    def find(self, doc: Doc) -> dict[int, tuple[int, Alias]]:
        """Return the longest alias at each token where one starts: token -> (end token, alias)."""
        if self._automaton is None:
            return {}
        text = fold_word(f" {' '.join(doc.lowers)} ")
        ends = list(map(add, accumulate(map(len, doc.lowers), initial=0), count()))
        found: dict[int, tuple[int, Alias]] = {}
        for pattern, start, stop in self._automaton.find_matches_as_indexes(text, overlapping=True):
            first = bisect_left(ends, start)
            end = bisect_left(ends, stop - 1, first)
            if ends[first] != start or ends[end] != stop - 1 or (first in found and found[first][0] >= end):
                continue
            alias = self._patterns[pattern]
            if _case_fits(alias.words, doc.words[first:end]):
                found[first] = (end, alias)
        return _in_context(found)


def _in_context(found: dict[int, tuple[int, Alias]]) -> dict[int, tuple[int, Alias]]:
    """Leave of what an alias may mean in context the actor that the text names most otherwise; none, none."""
    senses = [alias.senses[0] for _, alias in found.values()]
    named = Counter([sense.entry.registry_id for sense in senses if sense.alias_type != IN_CONTEXT])
    out = {}
    for first, (end, alias) in found.items():
        if alias.senses[0].alias_type == IN_CONTEXT:
            meant = max(alias.senses, key=lambda sense: named[sense.entry.registry_id])
            if not named[meant.entry.registry_id]:
                continue
            alias = Alias(alias.words, (meant,))
        out[first] = (end, alias)
    return out


def _leaders(entries: dict[str, Entry]) -> dict[str, list[tuple[str, Entry, str, str]]]:
    """Return by body who held which posts in it: (post in lower case, holder, first day, last day)."""
    found: dict[str, list[tuple[str, Entry, str, str]]] = {}
    for entry in entries.values():
        for title, body, first, last in entry.led:
            found.setdefault(body, []).append((title, entry, first, last))
    return found


def _people(aliases: list[Alias]) -> dict[str, Entry | None]:
    """Return each person by the normalised full name; None where several persons share it."""
    found: dict[str, Entry | None] = {"": None}
    for alias in aliases:
        entry, name = alias.senses[0].entry, normalise_name(" ".join(alias.words))
        if entry.kind == "person" and " " in name:
            found[name] = entry if len(alias.senses) == 1 and found.get(name, entry) == entry else None
    return found


def _demonyms(aliases: dict[str, Alias]) -> dict[str, list[str]]:
    """Return each country's demonyms, as folded."""
    found: dict[str, list[str]] = {}
    for key, alias in aliases.items():
        for sense in alias.senses:
            if sense.alias_type == "demonym":
                found.setdefault(sense.entry.country, []).append(key)
    return found


def _case_fits(alias: tuple[str, ...], words: list[str]) -> bool:
    """Say whether the text writes the alias as a name: its first word with a capital, a short acronym exactly."""
    if len(alias) == 1 == len(words):
        if len(alias[0]) < 4 and sum(c.isupper() for c in alias[0]) > 1:
            return words[0] == alias[0] or words[0] == alias[0].upper()
        return words[0][0].isupper() or not alias[0][0].isupper() or ("-" in words[0] and not words[0].islower())
    if not any(w[0].isupper() for w in alias):
        return True
    if (alias[0] == "The" or alias[0][0].islower()) and len(alias) == len(words):  # "the Hague", "eastern Ruritania"
        return all(w[0].isupper() or not a[0].isupper() for a, w in zip(alias[1:], words[1:], strict=True))
    first = words[0]
    return (
        first[0].isupper()
        or not first[0].isalpha()
        or (first in ("al", "el") and words[1][0].isupper())
        or ("-" in first and not first.islower())
    )


def build_gazetteer(reference: Reference) -> Gazetteer:
    """Compile the aliases of ``actors``, ``actor_aliases``, ``ambiguous_aliases``, ``countries`` and
    ``context_aliases``.
    """
    entries = _entries(reference)
    told = {(_key(r["alias"]), r["registry_id"]): r for r in reference.rows("ambiguous_aliases")}
    raw: dict[str, tuple[tuple[str, ...], dict[str, Sense]]] = {}
    for alias, alias_type, registry_id in _alias_rows(reference, entries):
        words = tuple(parse_document(alias).words)
        if registry_id in entries and words:
            key = _key(alias)
            senses = raw.setdefault(key, (words, {}))[1]
            senses.setdefault(registry_id, _sense(entries[registry_id], alias_type, told.get((key, registry_id))))
    doubtful = {key for key, registry_id in told if registry_id == NOBODY}
    aliases = {
        key: Alias(words, tuple(sorted(senses.values(), key=lambda x: x.rank)), key in doubtful)
        for key, (words, senses) in raw.items()
    }
    return Gazetteer(aliases, _officials(reference, entries), load_rivals(reference, entries))


def _key(alias: str) -> str:
    return fold_word(" ".join(parse_document(alias).lowers))


def _sense(entry: Entry, alias_type: str, told: Row | None) -> Sense:
    if told is None:
        return Sense(entry, alias_type)
    cues = frozenset(w.strip().lower() for w in told["cue_words"].split(";") if w.strip())
    return Sense(entry, alias_type, int(told["rank"]), told["valid_from"], told["valid_to"], told["country_iso3"], cues)


def _entries(reference: Reference) -> dict[str, Entry]:
    posts: dict[str, list[tuple[str, str, str, str]]] = {}
    led: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in reference.rows("actor_roles"):
        title, term = row["role_title"].lower(), (row["valid_from"], row["valid_to"])
        posts.setdefault(row["registry_id"], []).append((title, row["country_iso3"], *term))
        if body := row.get("organization_id"):
            led.setdefault(row["registry_id"], []).append((title, body, *term))
    entries = {
        f"state:{r['iso3']}": Entry(f"state:{r['iso3']}", r["name"], "state", "GOV", r["iso3"])
        for r in reference.rows("countries")
    }
    for row in reference.rows("actors"):
        key = row["registry_id"]
        entries[key] = Entry(
            key, row["canonical_name"], row["actor_kind"], row["sector"], row["country_iso3"],
            tuple(posts.get(key, ())), tuple(led.get(key, ())),
        )  # fmt: skip
    return entries


def _officials(reference: Reference, entries: dict[str, Entry]) -> Officials:
    """Return who holds the posts of states; the president of a bank and the leader of a party hold none."""
    found: Officials = {}
    for row in reference.rows("actor_roles"):
        title = row["role_title"].lower()
        of_state = title not in OF_BODIES_TOO or not row.get("organization_id")
        if of_state and title != "leader" and row["registry_id"] in entries:
            term = entries[row["registry_id"]], row["valid_from"], row["valid_to"]
            found.setdefault(row["country_iso3"], {}).setdefault(title, []).append(term)
    return found


OF_BODIES_TOO = frozenset(("president", "chancellor"))  # posts of states and of bodies


def _alias_rows(reference: Reference, entries: dict[str, Entry]) -> list[tuple[str, str, str]]:
    """Return (alias, type, registry id) of all rows; a state's from ``countries`` only where the registry has none."""
    rows = [(r["alias"], r["alias_type"], r["registry_id"]) for r in reference.rows("actor_aliases")]
    listed = {registry_id for _, _, registry_id in rows}
    rows += [(entry.name, "name", key) for key, entry in entries.items()]
    rows += [(r["alias"], IN_CONTEXT, r["registry_id"]) for r in reference.rows("context_aliases")]
    for country in reference.rows("countries"):
        state = f"state:{country['iso3']}"
        for column, kind in _COUNTRY_COLUMNS if state not in listed else ():
            rows += [(text.strip(), kind, state) for text in country[column].split(";") if text.strip()]
    return rows


_NAMED_IN = ("name", "official_name", "other_names", "capital", "demonyms")
_COUNTRY_COLUMNS = tuple(zip(_NAMED_IN, ("name", "name", "name", "capital", "demonym"), strict=True))
