"""What stands behind a description and tells it apart: "residents | of the camp", "lawyers | for the detainees".

What belongs here: the whole name of people whom only a noun and what follows it tell. What does not: names of places
and bodies behind a noun (``context.tail_end``), the left edge (``phrases``).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.parsing.actors.context import before_noun, word_before
from pipelines.parsing.actors.model import DESCRIBED, Candidate, Mention
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.actors.sides import followed

# What is done to somebody "of" something: "accused officials of the theft".
_DONE_OF = frozenset(
    "accuse accused accuses accusing acquitted assure assured cleared convict convicted deprive deprived inform "
    "informed notified relieved remind reminded robbed stripped suspect suspected suspects warn warned warning "
    "warns".split()
)
_NO_VERBS = frozenset(("", "and", "between", "by", "that", "with"))
_SPEAK_FOR = frozenset(
    "advocates attorneys campaigners lawyers negotiators representatives solicitors spokesmen".split()
)
_DETERMINERS = frozenset("the a an his her its their this that these those both".split())
_NO_NAME = frozenset("all any each every some such those these".split())
_WORDS = 4  # behind the determiner


def name_whole(scan: Scan, candidates: Iterable[Candidate]) -> None:
    """Add to the name of people told by a noun what tells them apart; after they are judged, for it tells no more."""
    for candidate in candidates:
        people = candidate.kind == "group" or (candidate.kind == "person" and not candidate.words)
        if people and not candidate.registry_id and candidate.method in DESCRIBED:
            first = next((m for m in candidate.mentions if not m.is_pronoun), None)
            tail = _tail(scan, first, candidate.name) if first is not None else ""
            candidate.name = f"{candidate.name} {tail}" if tail else candidate.name


def _tail(scan: Scan, mention: Mention, name: str) -> str:
    """Return the words behind a mention that belong to it, or nothing; nothing where the name tells them already."""
    start = mention.head_end
    noun, lead = scan.lowers[start - 1], "".join(scan.lowers[start : start + 1])
    leader = followed(scan, start)
    may_lead = leader is not None or _may_lead(scan, mention.token_start, noun, lead)
    if name.lower().split()[-1] != noun or not may_lead:
        return ""
    end = leader.end if leader is not None else _end(scan, start + 1)
    return scan.doc.slice(start, end) if end > start + 1 else ""


def _may_lead(scan: Scan, start: int, noun: str, lead: str) -> bool:
    """Say whether a word behind people belongs to them and to no verb before: no "barred voters | from the hall"."""
    before = word_before(scan, start)
    if lead == "of":
        return before not in _DONE_OF
    return noun in _SPEAK_FOR if lead == "for" else lead == "from" and before in _NO_VERBS


def _end(scan: Scan, i: int) -> int:
    """Return the end of the noun phrase that starts at a token, the token itself where none does."""
    first = i
    if scan.lowers[i : i + 1] and scan.lowers[i] in _DETERMINERS:
        i += 1
    opened = i
    while i < min(opened + _WORDS, scan.size) and i not in scan.firsts:
        find = scan.by_start.get(i)
        if find is not None and find.kind != "demonym":
            return first if before_noun(scan, find.end) else find.end
        if not _goes_on(scan, i, after_determiner=i == opened > first):
            break
        i += 1
    whole = i > opened and scan.caps[i : i + 1] != b"\1" and not scan.taken[i] and _is_noun(scan, i - 1)
    return i if whole else first


def _is_noun(scan: Scan, j: int) -> bool:
    """Say whether a word may end a noun phrase: no adjective, "the neighbouring"."""
    word = scan.lowers[j]
    return not (word.endswith("ing") or word in scan.lex.post_words or scan.has("group_modifier", word))


def _goes_on(scan: Scan, i: int, *, after_determiner: bool) -> bool:
    """Say whether a word belongs to the noun phrase: no verb and no small word, but for one right behind "the"."""
    word, lex = scan.lowers[i], scan.lex
    small = scan.has("function", word) or scan.has("adverb", word) or word in _NO_NAME
    if small or not word.replace("-", "").isalpha() or scan.has("adjunct_noun", word) or scan.caps[i]:
        return False
    return after_determiner or not (word in lex.verbs or word in lex.past_verbs or word.endswith(("ly", "ing")))
