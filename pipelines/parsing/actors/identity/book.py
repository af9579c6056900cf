"""From finds to actors: one candidate for each actor of the article, every mention folded into it.

What belongs here: the book of candidates, and folding organizations, states and groups. What does not: persons and
posts (``persons``), pronouns (``pronouns``), and whether a candidate acts (``decide``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import before_noun, city_acts, is_given, is_place, tail_end, told_title
from pipelines.parsing.actors.descriptions.governments import state_led, state_ruled
from pipelines.parsing.actors.descriptions.phrases import uncapitalised
from pipelines.parsing.actors.descriptions.sectors import sector_told
from pipelines.parsing.actors.gazetteer import Gazetteer
from pipelines.parsing.actors.identity.companies import known_company, short_forms
from pipelines.parsing.actors.identity.nationality import nationality
from pipelines.parsing.actors.identity.owned import body_of_person, campaign_of
from pipelines.parsing.actors.identity.short_names import fits_noun, group_as_body, may_take_up, named_by_part
from pipelines.parsing.actors.model import Candidate, Entry, Find, Mention
from pipelines.parsing.actors.names.run import SUFFIXES
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.names import normalise_name

_CONFIDENCE = {
    "registry": 0.95, "title_name": 0.9, "given_name": 0.85, "head_noun": 0.8, "demonym": 0.8, "acronym": 0.85,
    "surname": 0.85, "post": 0.7, "nominal": 0.6, "weak": 0.6, "single": 0.5, "apposition": 0.85,
    "office": 0.65,
}  # fmt: skip
_SURNAME_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "KHM"))  # where the press writes "Kim Jong Un"
_ANOTHER = frozenset(("a", "an", "any", "another", "other", "each", "every"))
_NOT_SITTING = frozenset("earlier former incoming last next past previous prior".split())


def surname_first(entry: Entry | None) -> bool:
    """Say whether a person's surname is the first word of the name, by country."""
    return entry is not None and entry.country in _SURNAME_FIRST


def surname_at(find: Find) -> int:
    """Return the token of the surname in a person's full name."""
    return find.head_start if surname_first(find.entry) else find.head_end - 1


class Book:
    """The actors of one article while they are gathered."""

    __slots__ = (
        "acronyms", "bodies", "candidates", "full_names", "gazetteer", "holders", "keys", "names", "nouns", "of_bodies",
        "scan",
    )  # fmt: skip

    def __init__(self, scan: Scan, gazetteer: Gazetteer) -> None:
        """Open an empty book for an article."""
        self.scan, self.gazetteer = scan, gazetteer
        self.candidates: list[Candidate] = []
        self.keys: dict[str, int] = {}
        self.names: dict[str, list[int]] = {}
        self.holders: list[tuple[int, str, str, str]] = []
        self.bodies: dict[tuple[int, str], set[str]] = {}
        self.of_bodies: set[tuple[int, str]] = set()
        self.nouns: dict[str, list[int]] = {}
        self.acronyms: dict[str, int] = {}
        self.full_names: dict[str, list[Find]] = {}
        for find in scan.finds:
            if find.kind == "person" and find.head_end - find.head_start > 1:
                last = surname_at(find)
                last -= scan.lowers[last] in SUFFIXES
                self.full_names.setdefault(scan.lowers[last], []).append(find)

    def mention(self, index: int, find: Find) -> None:
        """Add a find to a candidate as one of its mentions."""
        candidate, scan = self.candidates[index], self.scan
        find.actor = index
        named = find.kind in ("state", "capital") and find.method in ("registry", "nominal")
        place = named and is_place(scan, find.start, find.end)
        candidate.mentions.append(
            Mention(
                find.start, find.end, index, find.method, _CONFIDENCE.get(find.method, 0.6), find.head_start,
                find.head_end, plural=find.plural, is_place_like=place,
                attributive=find.attributive or (find.kind != "group" and self._belongs_to_noun(find)),
                possessive=find.end < scan.size and scan.lowers[find.end] in ("'s", "'"),
            )
        )  # fmt: skip
        candidate.has_owner = candidate.has_owner or find.owner is not None
        if find.owner is not None and find.owner.actor >= 0 and find.owner.actor != index:
            self.candidates[find.owner.actor].owned.append(find)
        candidate.gender = candidate.gender or find.gender
        candidate.country = candidate.country or nationality(scan, find)
        if find.kind in ("person", "weak") and find.title:
            candidate.posts.append((told_title(scan, find), find.country))
            candidate.sector = candidate.sector or sector_told(find)

    def _belongs_to_noun(self, find: Find) -> bool:
        """Say whether a find stands before a noun that it belongs to: "U.N. officials", and not "sent Chad arms"."""
        given = find.kind != "demonym" and is_given(self.scan, find.start)
        return not given and before_noun(self.scan, find.end)

    def new(self, find: Find, key: str, kind: str, name: str) -> int:
        """Open a candidate for a find under a key."""
        index = len(self.candidates)
        entry = find.entry
        self.candidates.append(
            Candidate(
                entry.name if entry else name, entry.kind if entry else kind,
                entry.sector if entry else sector_told(find),
                entry.country if entry else nationality(self.scan, find), entry.registry_id if entry else "",
                find.gender,
                find.method, entry, noun=find.title,
            )
        )  # fmt: skip
        self.keys[key] = index
        if self.candidates[index].kind == "organization":
            for short in short_forms(self.scan, find) if entry is None else ():
                self.keys.setdefault("o:" + normalise_name(short, "organization"), index)
            for noun in set(self._nouns(self.candidates[index])):
                self.nouns.setdefault(noun, []).append(index)
        return index

    def register(self, index: int, entry: Entry) -> None:
        """Make a candidate that was opened without one the registry's."""
        known = self.candidates[index]
        known.name, known.sector, known.country = entry.name, entry.sector, entry.country
        known.registry_id, known.entry = entry.registry_id, entry
        self.keys[entry.registry_id] = index

    def text(self, find: Find) -> str:
        """Return a find's words as written, without titles."""
        return self.scan.doc.slice(find.head_start, find.head_end)

    def organization(self, find: Find) -> int:
        """Fold an organization: the registry's row, else the name, else the latest of that noun ("the ministry")."""
        name = self.text(find)
        if find.holder is not None and find.holder.actor >= 0:
            return find.holder.actor
        find.entry = find.entry or known_company(self.scan, find)
        if (state := state_led(self.scan, self.gazetteer, find)) is not None:
            find.entry = state
            return self.state(find)
        if find.kind == "capital" and not city_acts(self.scan, find.start, find.end):
            return -1
        if find.method == "registry" and not self.text(find).isupper() and self._is_surname(find):
            find.kind, find.method, find.entry, find.country = "single", "single", None, ""
            return -1
        if find.entry is None and (state := state_ruled(self.scan, self.candidates, find)) is not None:
            find.entry = state
            return self.state(find)
        bare = find.head_end - find.head_start == 1 or name.islower()
        campaign = campaign_of(self.scan, self.full_names, find)
        if campaign:
            find.entry = find.entry or self.gazetteer.named(campaign)
        elif find.entry is None and find.country:
            self._look_up(find, name)
        elif find.entry is None and bare and find.owner is None and name.lower() == "administration":
            if self.scan.lowers[find.head_start - 1] in _NOT_SITTING:
                name = self.scan.doc.slice(find.head_start - 1, find.head_end)
            else:
                find.entry = self._sitting_administration()
        owner = find.owner if find.entry is None and not campaign else None
        of_person = body_of_person(self.scan, self.full_names, find, surname_at(owner)) if owner is not None else ""
        find.entry = find.entry or (self.gazetteer.named(of_person) if of_person else None)
        key = (
            find.entry.registry_id if find.entry
            else "o:" + normalise_name(campaign or of_person or self._told_name(find, name), "organization")
        )  # fmt: skip
        index = self.keys.get(key, -1)
        bare, takes_up = bare and name == self.text(find), may_take_up(self.scan, self.candidates, find)
        if index < 0 and find.entry is None and not find.country and find.owner is None:
            before = self.scan.lowers[max(0, find.start - 1) : find.start + 1]
            index = self._latest_ending(name) if takes_up and _ANOTHER.isdisjoint(before) else -1
            index = self.latest_with_noun(find) if index < 0 and bare and takes_up else index
            index = self._only_army(find) if index < 0 and bare else index
        if index < 0 and find.entry is None and takes_up:
            index = named_by_part(self.candidates, name)
        index = index if index >= 0 else self.new(find, key, "organization", campaign or self._whole_name(find))
        self._note_noun(index, name)
        return index

    def _note_noun(self, index: int, name: str) -> None:
        """Remember by which noun a body was told, which its name need not hold: "the Chadian army", "the army"."""
        noun = name.lower().split()[-1]
        if index not in self.nouns.setdefault(noun, []):
            self.nouns[noun].append(index)

    def _whole_name(self, find: Find) -> str:
        """Return the name that an organization gets: a description with what tells it apart."""
        return self.described(find) if find.method == "head_noun" else self._told_name(find, self.text(find))

    def described(self, find: Find) -> str:
        """Return a description's words with those behind them that tell it apart: "fighters from Zuwara"."""
        scan, end = self.scan, find.head_end
        kind = "person" if find.kind == "post" else find.kind
        start = find.head_start
        while start + 1 < end and scan.has("vague", scan.lowers[start]):
            start += 1
        text = scan.doc.slice(start, tail_end(scan, end, kind))
        text = uncapitalised(scan, find, start, text)
        owner = find.owner
        if owner is None or owner.start >= find.head_start or owner.end > find.start:
            return text
        return f"{self.text(owner)} {text}"

    def _look_up(self, find: Find, name: str) -> None:
        """Ask the registry for "German foreign ministry" where the text says "Germany's foreign ministry"."""
        bare = name.rpartition("’s ")[2].rpartition("'s ")[2]
        entry = self.gazetteer.national(find.country, bare) or self.gazetteer.national(find.country, find.title)
        if entry is not None:
            find.entry = entry

    def _sitting_administration(self) -> Entry | None:
        """Return the registry's administration of a president who is named here and holds office on the day."""
        day, known = self.scan.day, (f.entry for f in self.scan.finds if f.entry is not None)
        sitting = (entry for entry in known if "president" in entry.posts_on(day))
        found = (self.gazetteer.named(f"{entry.name.split()[-1]} administration") for entry in sitting)
        return next(filter(None, found), None)

    def _told_name(self, find: Find, name: str) -> str:
        """Return the name with its country or owner before it, where it would say nothing alone."""
        owner, scan = find.owner, self.scan
        if (
            find.title.split()[-1:] in (["embassy"], ["consulate"])
            and find.end + 1 < scan.size
            and scan.lowers[find.end] == "in"
        ):
            place = scan.by_start.get(find.end + 1)
            if place is not None and place.kind in ("capital", "single", "weak", "state"):
                name = f"{name} in {self.text(place)}"
        if owner is None or owner.start >= find.head_start or owner.end > find.start:
            return name
        return f"{self.text(owner)} {name}"

    def _latest_ending(self, name: str) -> int:
        """Return the organization whose name the words end that tell of it here, the last named, or -1: "the Foreign
        Ministry" after "the Russian Foreign Ministry".
        """
        end = f" {name.lower()}"
        fits = [i for i in self.nouns.get(end.split(" ")[-1], ()) if self.candidates[i].name.lower().endswith(end)]
        seen = [(self.candidates[i].mentions[-1].token_start, i) for i in fits if self.candidates[i].mentions]
        return max(seen)[1] if len(end.split()) > 1 and seen else -1

    def latest_with_noun(self, find: Find) -> int:
        """Return the organization that a bare noun takes up: the last one named by that noun, or -1."""
        noun = find.title.split()[-1] if find.title else ""
        best, last = -1, -1
        for index in self.nouns.get(noun, ()):
            candidate = self.candidates[index]
            if candidate.mentions and fits_noun(candidate, find):
                seen = max((m.token_start for m in candidate.mentions if m.token_start < find.start), default=-1)
                if seen > last:
                    best, last = index, seen
        return best

    def _only_army(self, find: Find) -> int:
        """Return the one army that the article has named where "the military", "the army" mean it, or -1."""
        if (
            find.sector != "MIL"
            or self.scan.lowers[find.start] in _ANOTHER
            or find.title.split()[-1:] not in (["army"], ["military"])
        ):
            return -1
        armies = [n for n, c in enumerate(self.candidates) if c.sector == "MIL" and c.kind == "organization"]
        return armies[0] if len(armies) == 1 and self.candidates[armies[0]].country else -1

    def _nouns(self, candidate: Candidate) -> tuple[str, ...]:
        return (*candidate.noun.split()[-1:], *candidate.name.lower().split())

    def state(self, find: Find) -> int:
        """Fold a state's name or demonym, or a capital where it stands for its government."""
        entry = find.entry
        if self._is_surname(find):
            find.kind, find.method, find.country = "single", "single", ""
            return -1
        if entry is None or (find.kind == "capital" and not city_acts(self.scan, find.start, find.end)):
            return -1
        index = self.keys.get(entry.registry_id, -1)
        return index if index >= 0 else self.new(find, entry.registry_id, "state", entry.name)

    def _is_surname(self, find: Find) -> bool:
        """Say whether a state's, city's or body's name is a person's of this article: "Jordan said", of Jim Jordan."""
        scan = self.scan
        if find.end - find.start > 1 or find.kind == "demonym" or scan.lowers[find.start] not in self.full_names:
            return False
        return not is_place(scan, find.start, find.end)

    def group(self, find: Find) -> int:
        """Fold a group: the registry's row, else its noun and country; a bare noun takes up the last such group."""
        owner = find.owner.actor if find.owner else -1
        body = group_as_body(self.scan, self.candidates, find, self._sitting_administration)
        if body >= 0:
            return body
        key = find.entry.registry_id if find.entry else f"g:{find.title}:{find.country or owner}"
        index = self.keys.get(key, -1)
        if index < 0 and find.entry is None and not find.country and owner < 0:
            index = next(
                (i for i in reversed(range(len(self.candidates)))
                 if self.candidates[i].kind == "group" and self._is_same_crowd(self.candidates[i].noun, find.title)), -1
            )  # fmt: skip
        return index if index >= 0 else self.new(find, key, "group", self.described(find))

    def _is_same_crowd(self, known: str, noun: str) -> bool:
        """Say whether two nouns may mean one group: the same, or both of those for people who protest."""
        return known == noun or (self.scan.has("crowd_noun", known) and self.scan.has("crowd_noun", noun))
