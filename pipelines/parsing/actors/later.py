"""From finds to actors: one candidate for each actor of the article, every mention folded into it.

What belongs here: deciding that two finds are one actor: the registry's row, the name, the surname, the acronym, the
post. What does not: pronouns (``pronouns``) and whether a candidate acts (``decide``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Candidate, Find, Mention
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.names import normalise_name

_CONFIDENCE = {
    "registry": 0.95, "title_name": 0.9, "given_name": 0.85, "head_noun": 0.8, "demonym": 0.8, "acronym": 0.85,
    "surname": 0.85, "post": 0.7, "nominal": 0.6, "weak": 0.6, "single": 0.5, "apposition": 0.85,
}  # fmt: skip


class Book:
    """The actors of one article while they are gathered."""

    __slots__ = ("acronyms", "candidates", "keys", "names", "scan")

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.candidates: list[Candidate] = []
        self.keys: dict[str, int] = {}
        self.names: dict[str, list[int]] = {}
        self.acronyms: dict[str, int] = {}

    def fill(self) -> None:
        """Fold all finds: sure ones first, wherever they stand, then those that need another to be known."""
        for kinds in (("person", "organization", "state", "demonym", "capital"), ("weak",), ("single",), ("post", "group")):
            for find in self.scan.finds:
                if find.actor < 0 and find.kind in kinds:
                    self._place(find)
            if kinds[0] == "person":
                self._define_acronyms()

    def _place(self, find: Find) -> None:
        index = _PLACERS[find.kind](self, find)
        if index >= 0:
            self._mention(index, find)

    def _mention(self, index: int, find: Find) -> None:
        candidate, scan = self.candidates[index], self.scan
        find.actor = index
        candidate.mentions.append(
            Mention(
                find.start, find.end, index, find.method, _CONFIDENCE.get(find.method, 0.6), find.head_start, find.head_end,
                plural=find.plural, attributive=find.attributive,
                possessive=find.end < scan.size and scan.lowers[find.end] in ("'s", "'"),
            )
        )  # fmt: skip
        candidate.gender = candidate.gender or find.gender
        candidate.country = candidate.country or find.country
        if find.kind in ("person", "weak") and find.title:
            candidate.posts.append((find.title, find.country))
            candidate.sector = candidate.sector or find.sector

    def new(self, find: Find, key: str, kind: str, name: str) -> int:
        """Open a candidate for a find under a key."""
        index = len(self.candidates)
        entry = find.entry
        self.candidates.append(
            Candidate(
                entry.name if entry else name, entry.kind if entry else kind, entry.sector if entry else find.sector,
                entry.country if entry else find.country, entry.registry_id if entry else "", find.gender, find.method, entry,
                noun=find.title,
            )
        )  # fmt: skip
        self.keys[key] = index
        return index

    def person(self, find: Find) -> int:
        """Fold a person's name: the registry's row, else the normalised name, else the surname with a title."""
        words = self._name_words(find)
        if find.entry is not None:
            key = find.entry.registry_id
            index = self.keys.get(key, -1)
            if index < 0:
                index = self.new(find, key, "person", find.entry.name)
                self._know(index, tuple(find.entry.name.lower().split()))
            self._know(index, words)
            return index
        if len(words) == 1:
            return self._by_surname(find, words[0], make=True)
        name = self.scan.doc.slice(find.head_start, find.head_end)
        key = "p:" + normalise_name(name, "person")
        index = self.keys.get(key, -1)
        if index < 0:
            index = self._same_person(words)
        if index < 0:
            index = self.new(find, key, "person", name)
            self.candidates[index].gender = find.gender or self.scan.lex.given.get(words[0].partition("-")[0], "").strip("u")
        elif len(name) > len(self.candidates[index].name) and not self.candidates[index].registry_id:
            self.candidates[index].name = name
        self.keys[key] = index
        self._know(index, words)
        return index

    def _name_words(self, find: Find) -> tuple[str, ...]:
        words = self.scan.lowers[find.head_start : find.head_end]
        return tuple(w for w in words if w not in (".", "jr", "sr", '"')) or tuple(words)

    def _same_person(self, words: tuple[str, ...]) -> int:
        """Find a person of the same surname whose given name is the same but for an initial or a middle name."""
        for index in self.names.get(words[-1], ()):
            known = self.candidates[index].words
            if known and (known[0] == words[0] or len(words[0].strip(".")) == 1 and known[0][0] == words[0][0]):
                return index
        return -1

    def _know(self, index: int, words: tuple[str, ...]) -> None:
        candidate = self.candidates[index]
        if len(words) > len(candidate.words):
            candidate.words = words
        for word in words:
            owners = self.names.setdefault(word, [])
            if index not in owners:
                owners.append(index)

    def _by_surname(self, find: Find, word: str, make: bool = False) -> int:
        owners = [i for i in self.names.get(word, ()) if self.candidates[i].kind == "person" and self._agrees(i, find)]
        if owners:
            find.method = "surname" if find.method != "registry" else find.method
            return max(owners, key=lambda i: (self.candidates[i].words[-1:] == (word,), -i))
        if not make:
            return -1
        name = self.scan.doc.slice(find.head_start, find.head_end)
        index = self.keys.get("p:" + word, -1)
        if index < 0:
            index = self.new(find, "p:" + word, "person", name)
            self._know(index, (word,))
        return index

    def _agrees(self, index: int, find: Find) -> bool:
        gender = self.candidates[index].gender
        return not (find.gender and gender and find.gender != gender)

    def organization(self, find: Find) -> int:
        """Fold an organization: the registry's row, else country and name."""
        name = self._org_name(find)
        key = find.entry.registry_id if find.entry else "o:" + normalise_name(name, "organization")
        if key not in self.keys and not find.entry and self._is_bare(find):
            known = self._latest_with_noun(find)
            if known >= 0:
                return known
        index = self.keys.get(key, -1)
        return index if index >= 0 else self.new(find, key, "organization", name)

    def _is_bare(self, find: Find) -> bool:
        return find.owner is None and not find.country and find.method == "head_noun"

    def _latest_with_noun(self, find: Find) -> int:
        best = -1
        for index, candidate in enumerate(self.candidates):
            nouns = (candidate.noun, candidate.name.lower().split()[-1] if candidate.name else "")
            if candidate.kind == "organization" and candidate.mentions and candidate.mentions[0].token_start < find.start:
                if find.title and find.title.split()[-1] in nouns:
                    best = index
        return best

    def _org_name(self, find: Find) -> str:
        text = self.scan.doc.slice(find.head_start, find.head_end)
        return " ".join(text.split())

    def state(self, find: Find) -> int:
        """Fold a state's name, demonym or (where it acts) capital."""
        entry = find.entry
        if entry is None:
            return -1
        index = self.keys.get(entry.registry_id, -1)
        return index if index >= 0 else self.new(find, entry.registry_id, "state", entry.name)

    def weak(self, find: Find) -> int:
        """Fold a name that nothing but later mentions or its sentence shows to be a person's."""
        words = self._name_words(find)
        known = [i for i in self.names.get(words[-1], ()) if self.candidates[i].words[:1] == words[:1]]
        if known:
            return known[0]
        if find.start < self.scan.title_end and self.scan.headline:
            return -1
        if self._acts_as_person(find, words):
            return self.person(find)
        return -1

    def _acts_as_person(self, find: Find, words: tuple[str, ...]) -> bool:
        scan, end = self.scan, find.end
        if find.start and scan.has("locative", scan.lowers[find.start - 1]):
            return False
        nxt = scan.lowers[end] if end < scan.size else ""
        if nxt in scan.lex.speech or nxt == "," and end + 1 < scan.size and scan.words[end + 1].isdigit():
            return True
        if nxt == "," and end + 2 < scan.size and (
            scan.lex.titles.at(scan.lowers, end + 1, scan.size) or scan.lex.titles.at(scan.lowers, end + 2, scan.size)
        ):
            return True
        return any(
            f.kind == "single" and scan.lowers[f.head_start] == words[-1] and f.start > find.start
            and f.end < scan.size and (scan.lowers[f.end] in scan.lex.verbs or scan.lowers[f.end] == "'s")
            for f in scan.finds
        )  # fmt: skip

    def single(self, find: Find) -> int:
        """Fold one capitalised word: an acronym defined here, or a surname known here."""
        word = self.scan.words[find.head_start]
        index = self.acronyms.get(word.upper(), -1) if len(word) < 8 else -1
        if index >= 0:
            find.method = "acronym"
            return index
        index = self._by_surname(find, self.scan.lowers[find.head_start])
        if index < 0 and word.isupper() and 2 < len(word) < 8 and find.start >= self.scan.title_end:
            find.method = "acronym"
            index = self.keys.get("o:" + word, -1)
            index = index if index >= 0 else self.new(find, "o:" + word, "organization", word)
        return index

    def post(self, find: Find) -> int:
        """Fold a post that stands for its holder: the one person of the article who holds it."""
        head = find.title.split()[-1]
        best, rank = -1, (-1, -1, -1)
        for index, candidate in enumerate(self.candidates):
            if candidate.kind != "person" or not self._agrees(index, find):
                continue
            posts = candidate.posts + [(p, c) for p, c, a, z in (candidate.entry.posts if candidate.entry else ()) if self._in_office(a, z)]
            for post, country in posts:
                if post.split()[-1] == head and not (find.country and country and country != find.country):
                    last = max((m.token_start for m in candidate.mentions if m.token_start < find.start), default=-1)
                    score = (post == find.title, bool(find.country) and country == find.country, last)
                    if last >= 0 and score > rank:
                        best, rank = index, score
        return best

    def _in_office(self, first: str, last: str) -> bool:
        day = self.scan.day
        return not day or (not first or first <= day) and (not last or day <= last)

    def group(self, find: Find) -> int:
        """Fold a group by its noun and country."""
        owner = find.owner.actor if find.owner else -1
        key = f"g:{find.title}:{find.country or owner}"
        index = self.keys.get(key, -1)
        if index < 0 and not find.country and owner < 0:
            index = next((i for i in reversed(range(len(self.candidates))) if self.candidates[i].kind == "group"
                          and self.candidates[i].noun == find.title), -1)  # fmt: skip
        return index if index >= 0 else self.new(find, key, "group", self._org_name(find))

    def _define_acronyms(self) -> None:
        """Read "Name (ABC)": the letters are the name's from here on, in any case ("LNa")."""
        words = self.scan.words
        for find in self.scan.finds:
            end = find.end
            if find.actor < 0 or find.kind != "organization" or end + 2 >= self.scan.size or words[end] != "(":
                continue
            if words[end + 2] == ")" and sum(c.isupper() for c in words[end + 1]) > 1:
                self.acronyms[words[end + 1].upper()] = find.actor


_PLACERS = {
    "person": Book.person, "organization": Book.organization, "group": Book.group, "state": Book.state, "demonym": Book.state,
    "capital": Book.state, "weak": Book.weak, "single": Book.single, "post": Book.post,
}  # fmt: skip
