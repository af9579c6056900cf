"""Names: capitalised stretches taken apart into titles, persons, organizations and states.

What belongs here: what a stretch of capitalised words is, by the registry, titles, head nouns and given names. What
does not: which actor it is when the name is short (``later``), and lower-case descriptions (``nominal``).
"""

from __future__ import annotations

import re

from pipelines.parsing.actors.gazetteer import Alias, Sense, fold_word
from pipelines.parsing.actors.lexicon import OrgHead, Title
from pipelines.parsing.actors.model import Entry, Find
from pipelines.parsing.actors.scan import Scan

MAX_NAME = 6
_STATE_TYPES = frozenset(("name", "acronym", "short", "former", "transliteration"))


def find_names(scan: Scan) -> None:
    """Add a find for every name in the text."""
    position = 0
    caps, lowers, firsts, aliases = scan.caps, scan.lowers, scan.firsts, scan.aliases
    openers, titles = scan.lex.words["opener"], scan.lex.titles.by_first
    for start in sorted({i for i, cap in enumerate(caps) if cap} | aliases.keys()):
        if start < position or start in firsts and start + 1 < scan.size and not caps[start + 1] and (
            lowers[start] in openers and start not in aliases and lowers[start] not in titles
        ):
            continue
        position = _run_end(scan, start)
        _Run(scan, start, position).parse()


def _run_end(scan: Scan, start: int) -> int:
    """Return the end of the capitalised stretch that starts at a token."""
    caps, words, lowers, lex = scan.caps, scan.words, scan.lowers, scan.lex
    end = scan.aliases[start][0] if start in scan.aliases else start + 1
    while end < scan.size:
        if caps[end] and end not in scan.firsts or end in scan.aliases and lowers[end] in lex.particles:
            end = scan.aliases[end][0] if end in scan.aliases else end + 1
        elif end + 1 < scan.size and caps[end + 1] and (
            words[end] == "." and (len(words[end - 1]) == 1 or lowers[end - 1] in lex.titles.by_first)
            and end + 1 not in scan.firsts
            or lowers[end] in lex.particles
        ):
            end += 2
        elif lowers[end] in lex.particles and end + 2 < scan.size and lowers[end + 1] in lex.particles and caps[end + 2]:
            end += 3
        elif words[end] == "." and end + 1 < scan.size and end + 1 not in scan.firsts and lowers[end - 1] in _SUFFIXES:
            end += 1
        else:
            break
    return end


_SUFFIXES = frozenset(("jr", "sr"))


class _Run:
    """One capitalised stretch while it is taken apart, left to right."""

    __slots__ = ("country", "end", "heads", "owner", "pos", "scan", "skip", "start", "title", "title_start")

    def __init__(self, scan: Scan, start: int, end: int) -> None:
        self.scan, self.start, self.end, self.pos = scan, start, end, start
        self.title: Title | None = None
        self.title_start = start
        self.country, self.owner = "", None
        self.skip = 0
        self.heads = self._org_heads()

    def _org_heads(self) -> list[tuple[int, int, OrgHead]]:
        """Return the head nouns of organizations in the stretch: (start, end, head)."""
        scan, heads, i = self.scan, [], self.start
        if scan.headline[i]:
            return heads
        while i < self.end:
            found = scan.lex.org_heads.at(scan.lowers, i, min(self.end + 3, scan.size))
            if found is not None and found[0] <= self.end:
                heads.append((i, found[0], found[1]))
                i = found[0]
            else:
                i += 1
        return heads

    def parse(self) -> None:
        """Take the stretch apart."""
        scan = self.scan
        self._skip_opener()
        while self.pos < self.end:
            i = self.pos
            hit = scan.aliases.get(i)
            if hit is not None and hit[0] > self.end:
                self.end = hit[0]
            hit_end = hit[0] if hit else i
            title = scan.lex.titles.at(scan.lowers, i, self.end)
            org = self._org_from(i, title[0] if title else i)
            if org is not None and org[0] > hit_end and (title is None or org[0] > title[0]):
                self._organization(i, *org)
            elif self.skip > i:
                self.pos = self.skip
            elif title is not None and title[0] > hit_end:
                self._take_title(i, *title)
            elif hit is not None and self._take_alias(i, *hit):
                continue
            else:
                self._take_name(i)
        if self.title is not None:
            self._bare_post()

    def _skip_opener(self) -> None:
        """Pass over words that are capitalised because they open a sentence (or stand in a headline)."""
        scan = self.scan
        opens = scan.starts_sentence(self.start) or self.start < scan.title_end
        while opens and self.pos < self.end and self.pos not in scan.aliases:
            word = scan.lowers[self.pos]
            at_start = self.pos == self.start
            common = at_start and word in scan.vocabulary and word not in scan.lex.given and word not in scan.lex.titles.by_first
            if not (scan.has("opener", word) and self._opens(word) or common and not self._heads_org()):
                return
            self.pos += 1

    def _opens(self, word: str) -> bool:
        """Say whether an opener is not the first word of an organization's name or a title ("National Security Council")."""
        lex, lowers = self.scan.lex, self.scan.lowers
        if lex.titles.at(lowers, self.pos, self.end) is not None or lex.not_names.at(lowers, self.pos, self.end) is not None:
            return False
        return word not in _MAY_NAME or not self._heads_org()

    def _heads_org(self) -> bool:
        return any(start > self.pos for start, _, _ in self.heads)

    def _org_from(self, i: int, title_end: int) -> tuple[int, OrgHead] | None:
        """Return (end, head) of the organization's name that starts at a token, or None."""
        scan = self.scan
        best: tuple[int, OrgHead] | None = None
        for start, end, head in self.heads:
            if start < i:
                continue
            if start > i and not self._is_org_stretch(i, start, title_end):
                break
            extended = self._extend(end, head)
            if start > i or extended > end or self._stands_alone(i, end, head):
                best = (extended, head)
            if extended > end:
                break
        if best is not None and best[0] == i + 1 and scan.aliases.get(i, (0,))[0] > i:
            return None
        if best is not None and best[0] < scan.size and scan.caps[best[0]]:
            after = scan.lex.not_names.at(scan.lowers, best[0], scan.size)
            if after is not None and after[1] in ("place", "event", "law"):
                self.skip = after[0]
                return None
        return best

    def _is_org_stretch(self, i: int, start: int, title_end: int) -> bool:
        """Say whether the words from ``i`` to a head noun may belong to one name with it."""
        scan = self.scan
        for j in range(max(i, title_end), start):
            alias = scan.aliases.get(j)
            if alias is not None and alias[1].kind == "person" and alias[0] > j + 1:
                return False
            if j > i and scan.words[j] != "." and (title := scan.lex.titles.at(scan.lowers, j, self.end)) is not None:
                if title[0] < start or title[1].kind != "rank":
                    return False
        return scan.lowers[i] not in scan.lex.words["male"]

    def _extend(self, end: int, head: OrgHead) -> int:
        """Return the end of the name with its "of ..." part: Ministry of Trade and Industry."""
        scan = self.scan
        word = scan.lowers[end] if end < scan.size else ""
        if word not in ("of", "for", "on") or head.text in _NO_OF or word == "on" and head.text not in _TAKES_ON:
            return end
        i = end + 2 if end + 1 < scan.size and scan.lowers[end + 1] == "the" else end + 1
        if i >= scan.size or not self._may_follow(i, word):
            return end
        last = end
        while i < scan.size and i not in scan.firsts:
            if scan.caps[i] and scan.lex.titles.at(scan.lowers, i, scan.size) is None:
                last = i + 1
            elif scan.lowers[i] not in ("and", "of", "the", "&", "for") or not self._continues(i):
                break
            i += 1
        return max(last, end)

    def _may_follow(self, i: int, word: str) -> bool:
        """Say whether a word after "of", "for", "on" goes on with the name: no person, no day, no lower case."""
        scan = self.scan
        alias = scan.aliases.get(i)
        if not scan.caps[i] or i in scan.firsts or alias is not None and alias[1].kind == "person":
            return False
        clutter = scan.lex.not_names.at(scan.lowers, i, scan.size)
        return word == "of" or (clutter is None or clutter[1] not in ("day", "month", "feast")) and alias is None

    def _continues(self, i: int) -> bool:
        """Say whether a small word goes on with an organization's name."""
        scan = self.scan
        nxt = i + 2 if i + 2 < scan.size and scan.lowers[i + 1] in ("the", "of") else i + 1
        if nxt >= scan.size or not scan.caps[nxt]:
            return False
        word = scan.lowers[i]
        if word == "and":
            return nxt not in scan.aliases and scan.lex.titles.at(scan.lowers, nxt, scan.size) is None and (
                scan.lowers[nxt] not in scan.lex.given
            )
        return nxt not in scan.aliases or word == "of"

    def _stands_alone(self, i: int, end: int, head: OrgHead) -> bool:
        """Say whether a head noun alone is a name here: "the Senate", "Congress"."""
        scan = self.scan
        if not head.common or scan.starts_sentence(i) and scan.lowers[i] in scan.vocabulary or scan.headline[i]:
            return False
        return end == self.end or self.title is None

    def _organization(self, i: int, end: int, head: OrgHead, known: bool = True) -> None:
        scan = self.scan
        alias = scan.aliases.get(i)
        country = self.country
        if alias is not None and alias[1].kind == "state":
            country = alias[1].senses[0].entry.country
        inner = next((scan.aliases[j] for j in range(i + 1, end) if j in scan.aliases and scan.aliases[j][0] == end), None)
        entry = _entry_of(scan, inner[1], country) if known and inner and inner[1].kind == "organization" else None
        owner = self.owner or self._possessor(i)
        country = country or (owner.country if owner is not None else "")
        find = Find(
            i, end, i, end, "organization", "registry" if entry else "head_noun", entry=entry, sector=head.sector,
            country=country, owner=owner,
        )  # fmt: skip
        find.title = head.text
        self.owner, self.pos, self.title = scan.add(find), end, None
        self.country = country or self.country
        self.end = max(self.end, _run_end(scan, end - 1) if end > self.end else self.end)

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
            if end == i + 1 and self._name_end(i) > end:
                return False
            if end < self._name_end(i) and not scan.starts_sentence(end):
                return False
            self._person(i, end, end - i, "registry", entry)
            return True
        owner = self._possessor(i) if entry.kind == "organization" else None
        if owner is not None and owner.kind == "state" and owner.country != entry.country and self._org_from(i, i) is not None:
            self._organization(i, *self._org_from(i, i), known=False)
            return True
        kind = entry.kind
        if entry.kind == "state" and sense.alias_type in ("demonym", "capital"):
            kind = sense.alias_type
        elif any(s.alias_type == "capital" for s in alias.senses):
            kind = "capital"
        find = Find(i, end, i, end, kind, "registry", entry=entry, sector=entry.sector, country=entry.country)
        if kind == "demonym":
            find.method = "demonym"
        plural = kind == "demonym" and scan.lowers[end - 1].endswith("s") and not scan.lowers[end - 1].endswith("ss")
        find.plural = plural
        find.attributive = kind == "demonym" and not plural or end < self.end and scan.words[end] != "."
        if self.title is not None and kind != "demonym":
            self._bare_post()
        self.country = entry.country or self.country
        if kind != "demonym":
            self.owner = find
        scan.add(find)
        self.pos = end
        return True

    def _name_end(self, i: int) -> int:
        """Return the end of the personal name that starts at a token."""
        scan, j = self.scan, i
        while j < self.end and j - i < MAX_NAME:
            if j > i:
                if self._is_glued(i, j):
                    return next(k + 1 for k in range(i, j) if scan.words[j].startswith(scan.words[k]))
                alias = scan.aliases.get(j)
                before = scan.lowers[j - 1]
                if alias is not None and alias[1].kind != "person" and not (
                    j == self.end - 1 and (before in scan.lex.given or before in scan.lex.particles)
                ):
                    break
                title = scan.lex.titles.at(scan.lowers, j, self.end)
                if title is not None and title[1].kind != "honorific" and scan.lowers[j] not in scan.lex.given:
                    break
                if any(start == j for start, _, _ in self.heads) or scan.lowers[j] in _NOT_IN_NAME:
                    break
            j += 1
        while j > i + 1 and (scan.words[j - 1] == "." or scan.lowers[j - 1] in scan.lex.particles) and not scan.caps[j - 1]:
            j -= 1
        return j

    def _is_glued(self, i: int, j: int) -> bool:
        """Say whether a word is a name of this very stretch with another word stuck to it, as links in pages leave them."""
        word = self.scan.words[j]
        return any(
            len(known) > 2 and len(word) > len(known) and word.startswith(known) and word[len(known)].isupper()
            for known in self.scan.words[i:j]
        )

    def _take_name(self, i: int) -> None:
        scan, lex = self.scan, self.scan.lex
        word = scan.lowers[i]
        clutter = lex.not_names.at(scan.lowers, i, scan.size)
        if not scan.caps[i] and i not in scan.aliases:
            self.pos = i + 1
            return
        if self.title is None and (
            clutter is not None and clutter[0] <= self.end or word in lex.post_words or scan.has("group_modifier", word)
        ) and not self._is_given_name(i):
            self.pos = max(i + 1, clutter[0] if clutter else 0)
            return
        end = self._name_end(i)
        if end > i + 1 and _GLUED.search(scan.words[end - 1]):
            self.pos = end
            return
        i = self._skip_to_given(i, end)
        size = sum(w != "." for w in scan.words[i:end])
        known = next((scan.aliases[j] for j in range(i, end) if j in scan.aliases and scan.aliases[j][0] == end), None)
        entry = None
        if known and known[1].kind == "person":
            start = next(j for j in range(i, end) if scan.aliases.get(j) is known)
            if start == i or scan.lowers[i] not in lex.given and known[0] - start > 1:
                i, entry = start, _entry_of(scan, known[1], self.country)
        self._person(i, end, size, "registry" if entry else "", entry)

    def _is_given_name(self, i: int) -> bool:
        """Say whether a word that is other things too is a given name here: one with a name after it ("Bill Taylor")."""
        scan, word = self.scan, self.scan.lowers[i]
        if word not in scan.lex.given:
            return False
        follows = i + 1 < self.end and bool(scan.caps[i + 1]) and scan.lex.not_names.at(scan.lowers, i + 1, scan.size) is None
        return word not in scan.lex.ambiguous_given or follows and i + 1 not in scan.aliases

    def _skip_to_given(self, i: int, end: int) -> int:
        """Return where the name starts when words of something else stand before the given name."""
        lex, lowers = self.scan.lex, self.scan.lowers
        if self.title is not None or i in self.scan.aliases or lowers[i].partition("-")[0] in lex.given:
            return i
        return next(
            (k for k in range(i + 1, end - 1) if lowers[k] in lex.given and lowers[k] not in lex.ambiguous_given and self.scan.caps[k]), i
        )

    def _person(self, i: int, end: int, size: int, method: str, entry: Entry | None) -> None:
        """Add a name that may be a person's: for sure with a title or a given name, else for ``later`` to judge."""
        scan, lex, title = self.scan, self.scan.lex, self.title
        first = scan.lowers[i]
        if not method:
            if title is not None and not (title.text in _WEAK_TITLES and size == 1):
                method = "title_name"
            elif size > 1 and self._last_is_name(end) and self._looks_personal(i, end, size):
                method = "given_name"
        kind = "person" if method else "single" if size == 1 else "weak"
        if scan.headline[i] and method != "registry":
            kind = "single" if size == 1 else "weak"
        start = self.title_start if title is not None else i
        if self.owner is None and title is None and size > 1:
            self.owner = self._possessor(i)
            self.country = self.owner.country if self.owner is not None else self.country
        find = Find(
            start, end, i, end, kind, method or kind, entry=entry, title=title.text if title else "",
            sector=title.sector if title else "", country=self.country, gender=title.gender if title else "", owner=self.owner,
        )  # fmt: skip
        scan.add(find)
        self.pos, self.title, self.owner, self.country = end, None, None, ""

    def _looks_personal(self, i: int, end: int, size: int) -> bool:
        """Say whether a name of several words is built as persons' names are."""
        scan, lex = self.scan, self.scan.lex
        first = fold_word(scan.lowers[i])
        if first.partition(" ")[0] in lex.given:
            return True
        if self._family_first(i, end, size):
            return True
        arabic = any(scan.words[j][:3].lower() in ("al-", "el-") for j in range(i + 1, end))
        return arabic and not scan.has("not_person_first", first)

    def _family_first(self, i: int, end: int, size: int) -> bool:
        """Say whether a name is written as in East Asia, the family's first: Chung Eui-yong, Pham Binh Minh."""
        scan = self.scan
        hyphened = any("-" in w and w[0].isupper() and w.rpartition("-")[2].islower() for w in scan.words[i + 1 : end])
        return size < 4 and (hyphened or scan.has("family_first", scan.lowers[i]) and not scan.starts_sentence(i))

    def _last_is_name(self, end: int) -> bool:
        last = self.scan.lowers[end - 1]
        found = self.scan.lex.not_names.at(self.scan.lowers, end - 1, self.scan.size)
        return (found is None or found[1] not in ("place", "event", "law", "feast")) and not self.scan.has("opener", last)


_TAKES_ON = frozenset(("council", "committee", "commission", "center", "centre", "forum", "foundation", "conference", "panel", "subcommittee"))
_GLUED = re.compile(r"^(?!Mac[A-Z]|Fitz[A-Z]).{2,}[a-z][A-Z]")  # two words that a page's links left without a space
_NO_OF = frozenset(("police", "union", "front", "group", "times"))
_MAY_NAME = frozenset("national world international first second third local foreign state states people people's young new central high".split())
_WEAK_TITLES = frozenset("chief head director leader official justice agent officer private mother father son daughter".split())
_NOT_IN_NAME = frozenset("street avenue province river airport day act bill treaty agreement".split())


def sense_of(scan: Scan, alias: Alias, country: str) -> Sense:
    """Return what an alias means here: what its country, the day and words of the text speak for, else the usual."""
    if len(alias.senses) == 1:
        return alias.senses[0]
    day = scan.day
    return max(
        alias.senses,
        key=lambda s: (
            bool(country) and country in (s.entry.country, s.country),
            not (s.first or s.last) or not day or (not s.first or s.first <= day) and (not s.last or day <= s.last),
            bool(s.cues) and not s.cues.isdisjoint(scan.vocabulary),
            bool(day) and any((not a or a <= day) and (not z or day <= z) for _, _, a, z in s.entry.posts),
            -s.rank,
        ),
    )


def _entry_of(scan: Scan, alias: Alias, country: str) -> Entry:
    return sense_of(scan, alias, country).entry
