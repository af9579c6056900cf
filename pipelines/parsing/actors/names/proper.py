"""Names: capitalised stretches taken apart into titles, persons, organizations and states.

What belongs here: the order in which the rules look at a stretch of capitalised words, and the finds they make. What
does not: the shape of names (``bodies``, ``personal``), which actor a short name is (``persons``), descriptions
(``nominal``).
"""

from __future__ import annotations

import re
from itertools import compress

from pipelines.parsing.actors.gazetteer import IN_CONTEXT, Alias
from pipelines.parsing.actors.lexicon import OrgHead, Title
from pipelines.parsing.actors.model import Entry, Find
from pipelines.parsing.actors.names.bodies import body_from, body_heads, is_anothers_own, is_local, joiners_from
from pipelines.parsing.actors.names.firms import partners_from
from pipelines.parsing.actors.names.meanings import entry_of, sense_of
from pipelines.parsing.actors.names.openers import only_opens, skip_opener
from pipelines.parsing.actors.names.personal import (
    bears_title,
    ends_glued,
    is_compound,
    is_firms,
    is_given_name,
    is_given_not_title,
    is_small_word,
    last_is_name,
    looks_personal,
    name_end,
    names_thing_first,
    skip_to_given,
    titled_thing,
)
from pipelines.parsing.actors.names.run import Run, run_end
from pipelines.parsing.actors.scan import Scan

_SEAT = re.compile(r"[RDI]-[A-Z]")  # party and state: "R-Ohio", "D-N.Y."
# What a name is of, by why its last word is none.
_THINGS = frozenset("event law place prize product work".split())
# Words before "American" that make it a continent or a descent.
_OF_AMERICAS = frozenset("african arab asian central latin muslim native north south".split())


def find_names(scan: Scan) -> None:
    """Add a find for every name in the text."""
    position = 0
    caps, aliases = scan.caps, scan.aliases
    for start in sorted({*compress(range(scan.size), caps), *aliases}):
        if start >= position and start not in scan.compounds and not only_opens(scan, start):
            position = _Parser(scan, start, run_end(scan, start)).parse()


class _Parser(Run):
    """Takes a stretch apart."""

    __slots__ = ()

    def parse(self) -> int:
        """Take the stretch apart; return its end, which a title or a body may have moved."""
        scan = self.scan
        self.heads = body_heads(self)
        skip_opener(self)
        while self.pos < self.end:
            i = self.pos
            hit = scan.aliases.get(i)
            if hit is not None and hit[0] > self.end:
                self.end = hit[0]
            hit_end = hit[0] if hit else i
            title = None if is_given_not_title(self, i) else scan.lex.titles.at(scan.lowers, i, scan.size)
            if title is not None and title[0] > self.end:  # "Secretary of State John Kerry"
                self.end = run_end(scan, title[0] - 1)
            org = body_from(self, i, title[0] if title else i) or joiners_from(self, i) or partners_from(self, i)
            if org is not None and org[0] > hit_end and (title is None or org[0] > title[0]):
                self._organization(i, *org)
            elif self.skip > i:
                self.pos = self.skip
            elif title is not None and (thing := titled_thing(self, i, title[0])):
                self.pos, self.end = thing, max(self.end, thing)
            elif title is not None and title[0] > hit_end:
                self._take_title(i, *title)
            elif hit is not None and self._take_alias(i, *hit):
                continue
            else:
                self._take_name(i)
        if self.title is not None:
            self._bare_post()
        return self.end

    def _organization(self, i: int, end: int, head: OrgHead, known: bool = True) -> None:
        scan = self.scan
        alias = scan.aliases.get(i)
        country = self.country
        if alias is not None and alias[1].kind == "state":
            country = alias[1].senses[0].entry.country
        inner = self._alias_up_to(i + 1, end)
        of_another = is_anothers_own(self, i, end)
        known = known and not of_another and not is_local(self, i, end)
        known = known and inner is not None and inner[1].kind == "organization" and not inner[1].is_doubtful
        entry = entry_of(scan, inner[1], country) if known and inner else None
        owner = self.owner or self._possessor(i)
        country = country or (owner.country if owner is not None else "")
        find = Find(
            i, end, i, end, "organization", "registry" if entry else "head_noun", entry=entry,
            sector="" if of_another else head.sector, country=country, owner=owner,
            title="" if of_another else head.text,
        )  # fmt: skip
        self.owner, self.pos, self.title = scan.add(find), end, None
        self.country = country or self.country
        self.end = max(self.end, run_end(scan, end - 1) if end > self.end else self.end)

    def _alias_up_to(self, i: int, end: int) -> tuple[int, Alias] | None:
        """Return the longest alias that starts at or after a token and ends right at another."""
        aliases = self.scan.aliases
        return next((aliases[j] for j in range(i, end) if j in aliases and aliases[j][0] == end), None)

    def _possessor(self, i: int) -> Find | None:
        """Return whose a name is: "Israel's Ministry of Tourism"."""
        if i > 1 and self.scan.lowers[i - 1] in ("'s", "'"):
            find = self.scan.by_end.get(i - 1)
            return find if find is not None and find.kind in ("state", "organization", "capital") else None
        return None

    def _take_title(self, i: int, end: int, title: Title) -> None:
        if self.title is None:
            self.title_start = i
            self.title = title
        elif title.kind == "post" or self.title.kind == "honorific":
            self.title = title
        self.pos = end
        while self.pos < self.end and self.scan.words[self.pos] == ".":
            self.pos += 1

    def _bare_post(self) -> None:
        """A title with no name after it stands for its holder: "the President"."""
        title = self.title
        self.title = None
        if title is None or not title.alone:
            return
        scan = self.scan
        if title.kind == "honorific" or scan.headline[self.title_start]:
            return
        scan.add(
            Find(
                self.title_start, self.pos, self.title_start, self.pos, "post", "post", title=title.text,
                sector=title.sector, country=self.country, gender=title.gender, owner=self.owner,
            )
        )  # fmt: skip

    def _take_alias(self, i: int, end: int, alias: Alias) -> bool:
        """Take what the registry knows at a token; False leaves it to the rules for names."""
        scan = self.scan
        sense = sense_of(scan, alias, self.country)
        entry = sense.entry
        if entry.kind == "person":
            if end == i + 1 and name_end(self, i) > end:
                return False
            if end < name_end(self, i) and not scan.starts_sentence(end):
                return False
            self._person(i, end, end - i, "registry", entry)
            return True
        if entry.kind == "organization" and self._is_anothers(i, entry):
            return True
        if entry.kind == "state" and self._is_given_name(i, end):
            return False
        if sense.alias_type != "demonym" and bears_title(self, i, end):
            return False
        kind = entry.kind
        if entry.kind == "state" and sense.alias_type in ("demonym", "capital"):
            kind = sense.alias_type
            if kind == "demonym" and entry.country == "USA" and scan.lowers[i - 1] in _OF_AMERICAS:
                self.pos = end  # "Central American states", "African Americans"
                return True
        elif any(s.alias_type == "capital" for s in alias.senses):
            kind = "capital"
        find = Find(i, end, i, end, kind, "registry", entry=entry, sector=entry.sector, country=entry.country)
        find.attributive = end < self.end and scan.words[end] != "."
        if sense.alias_type == IN_CONTEXT:
            find.method = "nominal"  # said of it, not a name of it
        if kind == "demonym":
            find.method = "demonym"
            find.plural = scan.lowers[end - 1].endswith("s") and not scan.lowers[end - 1].endswith("ss")
            find.attributive = find.attributive or not find.plural
        if self.title is not None and kind != "demonym":
            self._bare_post()
        self.country = entry.country or self.country
        if kind != "demonym":
            self.owner = find
        scan.add(find)
        self.pos = end
        return True

    def _is_given_name(self, i: int, end: int) -> bool:
        """Say whether a state's name is somebody's given name: "Chad Mayfield", where Mayfield is named alone, too."""
        scan, lex = self.scan, self.scan.lex
        if (
            not i + 1 == end < scan.size
            or not is_given_name(self, i)
            or any(start == end for start, _, _ in self.heads)
        ):
            return False
        if lex.titles.at(scan.lowers, end, scan.size) or lex.not_names.at(scan.lowers, end, scan.size):
            return False
        word, given = scan.lowers[end], scan.lowers[i]
        return any(
            scan.lowers[j] == word and scan.lowers[j - 1] != given for j in compress(range(scan.size), scan.caps)
        )

    def _is_anothers(self, i: int, entry: Entry) -> bool:
        """Take a body for its owner's where the registry knows one of that name elsewhere: "Armenia's Security
        Council".
        """
        owner = self._possessor(i)
        if owner is None or owner.kind != "state" or owner.country == entry.country:
            return False
        body = body_from(self, i, i)
        if body is None:
            return False
        self._organization(i, *body, known=False)
        return True

    def _take_name(self, i: int) -> None:
        scan, lex = self.scan, self.scan.lex
        word = scan.lowers[i]
        if self.title is not None and is_small_word(self, i):  # "Labor Secretary Says Talk Is Cheap"
            self._bare_post()
        clutter = lex.not_names.at(scan.lowers, i, scan.size)
        if (not scan.caps[i] and i not in scan.aliases) or _SEAT.match(scan.words[i]):
            self.pos = i + 1
            return
        if scan.words[i] == "I" and scan.words[i + 1 : i + 2] != ["."]:  # "a friend I trust", and no initial
            if self.title is not None:
                self._bare_post()
            self.pos = i + 1
            return
        known_word = clutter is not None and clutter[0] <= self.end
        several = known_word and clutter is not None and clutter[0] > i + 1  # "Rose Garden" is no Rose
        known_word = known_word or word in lex.post_words or scan.has("group_modifier", word)
        known_word = known_word or is_small_word(self, i) or (i + 1 < self.end and is_compound(self, i))
        if self.title is None and known_word and (several or not is_given_name(self, i)):
            self.pos = max(i + 1, clutter[0] if clutter else 0)
            return
        end = name_end(self, i)
        if self.title is None and names_thing_first(self, i, end):
            self.pos = end
            return
        if ends_glued(self, i, end):
            self.pos, self.title = end, None
            return
        i = skip_to_given(self, i, end)
        size = sum(w != "." for w in scan.words[i:end])
        known = self._alias_up_to(i, end)
        entry = None
        if known and known[1].kind == "person":
            start = next(j for j in range(i, end) if scan.aliases.get(j) is known)
            if start == i or (scan.lowers[i] not in lex.given and known[0] - start > 1):
                i, entry = start, entry_of(scan, known[1], self.country)
        self._person(i, end, size, "registry" if entry else "", entry)

    def _person(self, i: int, end: int, size: int, method: str, entry: Entry | None) -> None:
        """Add a name that may be a person's: for sure with a title or a given name, else for ``persons`` to judge."""
        scan, title = self.scan, self.title
        if not method:
            if title is not None and not (
                size == 1 and (is_firms(scan, title, i) or scan.has("weak_title", title.text))
            ):
                method = "title_name"
            elif size > 1 and last_is_name(self, i, end) and looks_personal(self, i, end, size):
                method = "given_name"
        if not method and size > 1 and not last_is_name(self, i, end) and not scan.headline[i]:
            self.pos, self.owner, self.country = end, None, ""
            return
        if title is None and method != "registry" and _names_thing(scan, end):
            self.pos, self.owner, self.country = end + 1, None, ""
            return
        kind = "person" if method else "single" if size == 1 else "weak"
        if scan.headline[i] and method != "registry":
            kind = "single" if size == 1 else "weak"
        start = self.title_start if title is not None else i
        if self.owner is None and title is None and size > 1:
            self.owner = self._possessor(i)
            self.country = self.owner.country if self.owner is not None else self.country
        find = Find(
            start, end, i, end, kind, method or kind, entry=entry, title=title.text if title else "",
            sector=title.sector if title else "", country=self.country, gender=title.gender if title else "",
            owner=self.owner,
        )  # fmt: skip
        scan.add(find)
        self.pos, self.title, self.owner, self.country = end, None, None, ""


def _names_thing(scan: Scan, end: int) -> bool:
    """Say whether a capitalised word behind a name makes it a law's, a place's, a prize's: "the Holt Act"."""
    if end >= scan.size or not scan.caps[end] or end in scan.firsts or scan.headline[end]:
        return False
    found = scan.lex.not_names.at(scan.lowers, end, scan.size)
    return found is not None and found[1] in _THINGS and scan.lowers[end] not in scan.lex.given
