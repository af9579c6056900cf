"""Folding persons: full names, surnames, and names that only their sentence shows to be a person's.

What belongs here: which person a name means, and the order of folding. What does not: posts (``posts``),
organizations, states and groups (``book``).
"""

from __future__ import annotations

from itertools import pairwise

from pipelines.parsing.actors.context import named_by_kind, word_before
from pipelines.parsing.actors.identity.acronyms import define_acronyms, free_acronyms, spelled_out
from pipelines.parsing.actors.identity.book import Book, surname_first
from pipelines.parsing.actors.identity.families import family
from pipelines.parsing.actors.identity.namesakes import entry_gender, namesake, relative, usual_gender
from pipelines.parsing.actors.identity.posts import hold_posts, post
from pipelines.parsing.actors.identity.singles import acts_as_person, couple_name, is_called_so, may_act
from pipelines.parsing.actors.identity.spellings import in_office_as, without_number
from pipelines.parsing.actors.model import Candidate, Entry, Find
from pipelines.parsing.actors.names.run import SAINTS
from pipelines.parsing.names import normalise_name

_PASSES = (("person", "organization", "state", "demonym", "capital"), ("weak",), ("single",), ("post", "group"))
_JUNIOR = frozenset(("jr", "sr"))
_STOPS = _JUNIOR | {".", '"', "“", "”"}


def fill(book: Book) -> None:
    """Fold all finds: sure ones first, wherever they stand, then those that need another to be known."""
    own = spelled_out(book.scan)
    free_acronyms(book, own)
    for number, kinds in enumerate(_PASSES):
        for find in book.scan.finds:
            if find.actor < 0 and find.kind in kinds:
                index = _PLACERS[find.kind](book, find)
                if index >= 0:
                    book.mention(index, find)
        if number == 0:
            _learn_genders(book)
        if number == 1:
            define_acronyms(book, own)
        if number == 2:
            hold_posts(book)


def _learn_genders(book: Book) -> None:
    """Read the gender of persons off whose kin they are: "Ana Vega, the younger sister of the king"."""
    scan = book.scan
    for find in scan.finds:
        if find.kind != "person" or find.actor < 0 or scan.lowers[find.end : find.end + 1] != [","]:
            continue
        words = scan.lowers[find.end + 1 : find.end + 6]
        kin = next((word for word, after in pairwise(words) if after == "of"), "")
        gender = "f" if scan.has("kinswoman", kin) else "m" if scan.has("kinsman", kin) else ""
        known = book.candidates[find.actor]
        known.gender = known.gender or gender


def person(book: Book, find: Find) -> int:
    """Fold a person's name: the registry's row, else the normalised name, else the surname with a title."""
    words = _name_words(book, find)
    if len(words) > 1 and find.entry is None:
        named = book.gazetteer.person(book.text(find)) or book.gazetteer.person(without_number(book.text(find)))
        find.entry = named or in_office_as(book.scan, book.gazetteer, words)
    if find.entry is not None and find.entry.sector == "LEG" and book.scan.has("low_rank", find.title):
        find.entry = None  # the captain is no senator
    if find.entry is not None:
        other = namesake(book, find, words)
        return person(book, other) if other is not None else _registered(book, find, find.entry, words)
    if len(words) == 1:
        index = by_surname(book, find, words[0])
        if index < 0 and (full := relative(book, find, words[0])) is not None:
            return person(book, full)
        return index if index >= 0 else _open(book, find, words, "p:" + words[0])
    key = "p:" + normalise_name(book.text(find), "person")
    index = book.keys.get(key, -1)
    index = index if index >= 0 else _same_person(book, words, _generation(book.text(find)))
    if index < 0:
        return _open(book, find, words, key)
    known = book.candidates[index]
    if not known.registry_id and len(book.text(find)) > len(known.name):
        known.name = book.text(find)
    book.keys[key] = index
    _know(book, index, words)
    return index


def _registered(book: Book, find: Find, entry: Entry, words: tuple[str, ...]) -> int:
    index = book.keys.get(entry.registry_id, -1)
    if index < 0:
        name = tuple(entry.name.lower().split())
        index = _same_person(book, words) if len(words) > 1 else -1
        if index < 0 or book.candidates[index].registry_id:
            index = book.new(find, entry.registry_id, "person", entry.name)
        else:
            book.register(index, entry)
        if not surname_first(entry):
            book.candidates[index].gender = find.gender or entry_gender(book, entry)
        _know(book, index, name)
    _know(book, index, words)
    return index


def _open(book: Book, find: Find, words: tuple[str, ...], key: str, name: str = "") -> int:
    index = book.new(find, key, "person", name or book.text(find))
    book.candidates[index].gender = find.gender or usual_gender(book, words)
    _know(book, index, words)
    return index


def _name_words(book: Book, find: Find) -> tuple[str, ...]:
    words = book.scan.lowers[find.head_start : find.head_end]
    return tuple(w for w in words if w not in _STOPS) or tuple(words)


def _same_person(book: Book, words: tuple[str, ...], generation: str = "") -> int:
    """Find the person whom a full name otherwise written means: without a middle name, by an initial, by a short form
    of the given name or by the last names alone; a son is not his father.
    """
    short = book.scan.lex.short_forms
    for index in book.names.get(words[-1], ()):
        known = book.candidates[index].words
        told = _generation(book.candidates[index].name) if generation else ""
        if told and told != generation:
            continue
        if known and known[-1] == words[-1] and _is_same_name(known, words, short):
            return index
    return -1


def _generation(name: str) -> str:
    """Return "jr" or "sr" where a name ends with it, else nothing."""
    last = name.lower().rstrip(".").rpartition(" ")[2]
    return last if last in _JUNIOR else ""


def _is_same_name(known: tuple[str, ...], words: tuple[str, ...], short: dict[str, frozenset[str]]) -> bool:
    first, other = known[0], words[0]
    if first == other or 1 in (len(words), len(known)) or _initial(first, other) or known[-len(words) :] == words:
        return True
    return other in short.get(first, ()) or first in short.get(other, ())


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one.replace(".", ""), other.replace(".", "")), key=len)
    return 0 < len(short) <= 2 and long.startswith(short[0])


def _know(book: Book, index: int, words: tuple[str, ...]) -> None:
    candidate = book.candidates[index]
    if len(words) > len(candidate.words):
        candidate.words = words
    for word in {*words, words[-1].removeprefix("al-").removeprefix("el-")}:
        owners = book.names.setdefault(word, [])
        if index not in owners:
            owners.append(index)


def by_surname(book: Book, find: Find, word: str) -> int:
    """Return the person whom one name means: by surname rather than given name, the first named of several; or -1."""
    owners = [
        i for i in book.names.get(word, ()) if book.candidates[i].kind == "person" and _agrees(book.candidates[i], find)
    ]
    if not owners:
        return -1
    find.method = find.method if find.method == "registry" else "surname"
    return max(owners, key=lambda i: (book.candidates[i].words[-1:] == (word,), _has_title(book, i, find.title), -i))


def _has_title(book: Book, index: int, title: str) -> bool:
    """Say whether a person was told with a title: of two Sharifs, "Gen. Sharif" is the general."""
    return bool(title) and any(title == told for told, _ in book.candidates[index].posts)


def _agrees(candidate: Candidate, find: Find) -> bool:
    return not (find.gender and candidate.gender and find.gender != candidate.gender)


def weak(book: Book, find: Find) -> int:
    """Fold a name that nothing but later mentions or its sentence shows to be a person's, or else a company's."""
    words, scan = _name_words(book, find), book.scan
    if scan.lowers[find.head_end - 1] in _JUNIOR:
        return _junior(book, find)
    known = [i for i in book.names.get(words[-1], ()) if _goes_by(book.candidates[i].words, words)]
    if known:
        return known[0]
    index = book.keys.get("o:" + normalise_name(book.text(find), "organization"), -1)
    if index < 0 and scan.headline[find.start]:
        return _in_headline(book, find)
    if index >= 0 or scan.has("locative", word_before(scan, find.start)):
        return index
    if words[0] in SAINTS:  # a town, as a rule
        return -1
    if not named_by_kind(scan, find.start) and acts_as_person(scan, find, words):
        return person(book, find)
    if scan.starts_sentence(find.start) and scan.lowers[find.start] in scan.vocabulary:
        return -1
    return book.organization(find)


def _junior(book: Book, find: Find) -> int:
    """Fold a surname with "Jr.": whoever has it in the full name, and never the father."""
    name = book.text(find).rstrip(".")
    juniors = (
        index
        for index, candidate in enumerate(book.candidates)
        if candidate.kind == "person" and candidate.name.rstrip(".").endswith(f" {name}")
    )
    index = next(juniors, -1)
    return index if index >= 0 else _open(book, find, (name.lower(),), "p:" + name.lower())


def _goes_by(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Say whether words are a person's name without its middle, or a surname of several words."""
    return name[:1] == words[:1] or (len(words) > 1 and name[-len(words) :] == words)


def _in_headline(book: Book, find: Find) -> int:
    """Return the person whose surname stands among the capitalised words of a headline; the find shrinks to it."""
    for token in range(find.head_start, find.head_end):
        word = book.scan.lowers[token]
        index = by_surname(book, find, word)
        if index >= 0 and book.candidates[index].words[-1] == word:
            find.start = find.head_start = token
            find.end = find.head_end = token + 1
            return index
    return -1


def single(book: Book, find: Find) -> int:
    """Fold one capitalised word: an acronym defined here, a surname known here, else a name of its own if it acts."""
    scan = book.scan
    if find.start in scan.compounds:
        return -1
    word = scan.words[find.head_start]
    index = book.acronyms.get(word.upper(), -1) if len(word) < 8 else -1
    if index >= 0:
        find.method = "acronym"
        return index
    index = by_surname(book, find, scan.lowers[find.head_start])
    if index < 0 and (full := couple_name(scan, find)):
        return _partner(book, find, full)
    index = index if index >= 0 else family(book, find)
    if index < 0:
        index = book.keys.get("o:" + scan.lowers[find.head_start], -1)
    if index < 0 and may_act(scan, find, word):
        find.method = "acronym" if word.isupper() else "single"
        index = _by_given_name(book, find) if is_called_so(scan, find) else book.organization(find)
    return index


def _by_given_name(book: Book, find: Find) -> int:
    """Fold somebody of whom only the given name is told: "Grace told the magazine"."""
    word = book.scan.lowers[find.head_start]
    known = book.keys.get("p:" + word, -1)
    return known if known >= 0 else _open(book, find, (word,), "p:" + word)


def _partner(book: Book, find: Find, full: str) -> int:
    """Fold a given name that shares the surname of the name after it."""
    find.kind, find.method, find.entry = "person", "given_name", book.gazetteer.person(full)
    words, entry = tuple(full.lower().split()), find.entry
    if entry is not None:
        return _registered(book, find, entry, words)
    return _open(book, find, words, "p:" + normalise_name(full, "person"), full)


def _post(book: Book, find: Find) -> int:
    """Fold a post, unless its one word is the surname of somebody named here: "King" of Steve King."""
    scan, word = book.scan, book.scan.lowers[find.start]
    if find.end - find.start == 1 and word in book.full_names and scan.caps[find.start]:
        return by_surname(book, find, word)
    return post(book, find)


def _capital(book: Book, find: Find) -> int:
    return book.organization(find) if find.entry is not None and find.entry.kind == "organization" else book.state(find)


_PLACERS = {
    "person": person, "organization": Book.organization, "group": Book.group, "state": Book.state,
    "demonym": Book.state, "capital": _capital, "weak": weak, "single": single, "post": _post,
}  # fmt: skip
