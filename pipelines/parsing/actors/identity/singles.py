"""Names that no list knows, of one word or several: what they may be.

What belongs here: whether such a word may be an actor, whether such a name is a person's, and given names that share
the surname of the name joined to them ("Adam and Beth Rowe"). What does not: folding them (``persons``).
"""

from __future__ import annotations

from itertools import pairwise

from pipelines.parsing.actors.context import named_by_kind, word_after, word_before
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.names.run import SUFFIXES
from pipelines.parsing.actors.scan import Scan

_ARTICLES = frozenset(("a", "an", "the"))
_INITIALS = 2  # letters: "JR Rowe"
_TOLD_WHAT = ([",", "a"], [",", "an"])  # "Gazprom, an energy company"


def couple_name(scan: Scan, find: Find) -> str:
    """Return the full name of whom a single given name means, where "and" and a full name follow it; else nothing."""
    lex, word = scan.lex, scan.lowers[find.head_start]
    if word not in lex.given or word in lex.ambiguous_given or scan.lowers[find.end : find.end + 1] != ["and"]:
        return ""
    other = scan.by_start.get(find.end + 1)
    if other is None or other.kind != "person" or other.head_start != other.start:
        return ""
    first, end = other.head_start, other.head_end
    if (
        end - first != 2
        or scan.lowers[end - 1] in SUFFIXES
        or scan.lowers[first] not in lex.given
        or scan.headline[find.start]
    ):
        return ""
    return f"{scan.words[find.head_start]} {scan.words[end - 1]}"


def is_called_so(scan: Scan, find: Find) -> bool:
    """Say whether one capitalised word is a given name, and none that the text has as a place's: "in Charlotte"."""
    lex, word = scan.lex, scan.lowers[find.head_start]
    plain = word in lex.given and word not in lex.ambiguous_given and not scan.words[find.head_start].isupper()
    if not plain or named_by_kind(scan, find.start) or scan.has("federal_state", word):
        return False
    return not any(scan.has("locative", before) for before, other in pairwise(scan.lowers) if other == word)


def may_act(scan: Scan, find: Find, word: str) -> bool:
    """Say whether an unknown word is worth a candidate: in the body, no opener, subject of a verb or an acronym."""
    if find.start < scan.title_end or scan.lowers[find.start] in scan.vocabulary or any(c.isdigit() for c in word):
        return False
    if scan.has("locative", word_before(scan, find.start)) or "." in word or len(word) < 2:
        return False
    if word.lower() in SUFFIXES or _is_number(word) or _is_thing(scan, word.lower()):
        return False
    if word.isupper():
        return len(word) < 8
    if scan.lowers[find.end : find.end + 2] in _TOLD_WHAT or named_by_kind(scan, find.start):
        return True
    after = word_after(scan, find.end)
    return after in scan.lex.verbs and (not scan.starts_sentence(find.start) or after in scan.lex.speech)


def _is_number(word: str) -> bool:
    """Say whether a word is a Roman number: "Article VI"."""
    return len(word) > 1 and set(word) <= set("IVX")


def _is_thing(scan: Scan, word: str) -> bool:
    """Say whether a text has a name as a storm's, a fort's, an operation's elsewhere: "Hurricane Marvin"."""
    before = scan.said & scan.lex.words["thing_first"]
    return bool(before) and any(
        first in before and second == word for first, second in pairwise(scan.lowers[scan.title_end :])
    )


def acts_as_person(scan: Scan, find: Find, words: tuple[str, ...]) -> bool:
    """Say whether a name of several words is a person's, by a middle initial, by what stands around it ("said Adam
    Mount", "Fox News' Ann Roe", "Adam Mount, 43,") or by its last word alone elsewhere ("Mr. Mount").
    """
    first = scan.words[find.head_start]
    if scan.lowers[find.head_start] in _ARTICLES or (first.isupper() and len(first) > _INITIALS and first.isalpha()):
        return False  # "The Compass", "QRS Oslo"
    if _holds_its_post(scan, find.end):
        return False
    press = find.owner is not None and find.owner.sector == "JRN" and find.owner.end < find.start
    inner = range(find.head_start + 1, find.head_end - 2)
    initial = any(len(scan.words[k]) == 1 and scan.caps[k] and scan.words[k + 1] == "." for k in inner)
    if press or initial or _says(scan, find.start) or _is_told_as_person(scan, find.end):
        return True
    return any(_is_surname(scan, f, find) for f in scan.finds if scan.lowers[f.head_start] == words[-1])


def _holds_its_post(scan: Scan, end: int) -> bool:
    """Say whether a name is that of where another holds a post: "says Harbour Trust director Ann Roe"."""
    title = scan.lex.titles.at(scan.lowers, end, scan.size)
    return title is not None and title[0] < scan.size and bool(scan.caps[title[0]])


def _is_told_as_person(scan: Scan, end: int) -> bool:
    """Say whether an age, a post or "who" stands behind a name."""
    after = scan.lowers[end : end + 2]
    if after[:1] == [","] and end + 2 < scan.size:
        titles = (scan.lex.titles.at(scan.lowers, k, scan.size) for k in (end + 1, end + 2))
        return scan.words[end + 1].isdigit() or after[1] in _WHO or any(titles)
    return bool(after) and after[0] in _WHO


_WHO = ("who", "whose")


def _is_surname(scan: Scan, alone: Find, name: Find) -> bool:
    """Say whether the last word of a name stands alone as a person's: with a title, or later as the doer of an act."""
    if alone.kind == "person":
        return bool(alone.title) and alone.entry is None and alone.head_end - alone.head_start == 1
    return alone.kind == "single" and alone.start > name.start and word_after(scan, alone.end) in scan.lex.verbs


def _says(scan: Scan, start: int) -> bool:
    """Say whether a verb of saying stands before a name: "said Adam Mount, a defence analyst"."""
    return start > 0 and scan.lowers[start - 1] in scan.lex.speech and start not in scan.firsts
