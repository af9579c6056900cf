"""Whose a description is: "Libya's", "the Turkish-backed", "the ... of Yemen", and where it starts with its adjectives.

What belongs here: reading what stands before a description, and "of X", "in X" behind it. What does not: which actor
the description is (``book``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import is_given
from pipelines.parsing.actors.descriptions.phrases import before_adjectives
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_OWNERS = frozenset("demonym state organization capital person single group".split())


def left_context(scan: Scan, i: int) -> tuple[int, str, Find | None]:
    """Read what stands before a description: (its start, country, whose it is)."""
    start, country, owner, j = i, "", None, i - 1
    backer: Find | None = None
    while j >= 0:
        word = scan.lowers[j]
        find = scan.by_end.get(j + 1)
        if find is not None and find.kind in _OWNERS:
            if word in (")",) or (find.kind != "demonym" and find.end == j + 1 == start and is_given(scan, find.start)):
                break
            start, backs = find.start, is_backer(scan, find)
            if backs:
                backer = backer or find
            else:
                country, owner = country or find.country, owner or find
            if find.kind in ("demonym", "state", "organization"):
                find.attributive = True
            j = start - 1
            if find.kind != "demonym" and not backs:
                break
        elif _is_told(scan, j):
            break
        elif word in scan.lex.post_words or scan.has("group_modifier", word) or _is_modifier(scan, j):
            start, j = j, j - 1
        elif word in ("'s", "'", "’") and scan.by_end.get(j) is not None:
            j -= 1
        elif (further := _behind_adjectives(scan, j + 1)) <= j:
            start, j = further, further - 1
        else:
            break
    if owner is None and backer is not None:
        return start, country or backer.country, backer
    return start, country, owner


def is_backer(scan: Scan, find: Find) -> bool:
    """Say whether a name only tells who stands behind somebody: "Saudi" of "the Saudi-backed government"."""
    after = scan.lowers[find.end : find.end + 2]
    hyphenated = scan.lowers[find.end - 1].rpartition("-")[2] if "-" in scan.lowers[find.end - 1] else ""
    return not _DONE_BY.isdisjoint((hyphenated, *(after[1:] if after[:1] and after[0] in _HYPHENS else after[:1])))


def _is_told(scan: Scan, j: int) -> bool:
    """Say whether a word that may be an adjective is what somebody did: "guards detained tourists", "it had armed"."""
    if scan.lowers[j] not in scan.lex.past_verbs:
        return False
    doer = scan.by_end.get(j)
    return scan.lowers[j - 1] in _PERFECT if doer is None else doer.kind != "demonym"


_PERFECT = frozenset(("had", "has", "have"))


def _behind_adjectives(scan: Scan, end: int) -> int:
    """Return where the adjectives start that stand between a description and whose it is: "Syria's fragile army", "the
    Russian computer hackers"; ``end`` where nobody is named before them.
    """
    start = before_adjectives(scan, end)
    owned = start > 1 and scan.lowers[start - 1] in ("'s", "'", "’")
    owner = scan.by_end.get(start - 1 if owned else start)
    kinds = ("state", "organization", "capital", "person") if owned else ("demonym",)
    return start if owner is not None and owner.kind in kinds else end


def _is_modifier(scan: Scan, j: int) -> bool:
    """Say whether a token is an adjective as descriptions have it: Russian-backed, pro-Western, anti-regime."""
    word = scan.lowers[j]
    if _is_given_to(scan, j):
        return True
    if word in _DONE_BY:  # "the Turkish backed rebels", and not "Turkey backed rebels"
        doer = scan.by_end.get(j)
        return scan.lowers[j - 1] in _HYPHENS or (doer is not None and doer.kind == "demonym")
    if word in _HYPHENS:  # "U.S.-trained rebels", and no dash before "Chadian troops"
        return j + 1 < scan.size and scan.lowers[j + 1] in _DONE_BY
    return ("-" in word and not scan.caps[j]) or word.split("-")[-1] in _DONE_BY


def _is_given_to(scan: Scan, j: int) -> bool:
    """Say whether a word is of an adverb and participle that say what somebody is: "the newly formed government"."""
    adverb = j if scan.lowers[j].endswith("ly") else j - 1
    return (
        adverb > 0
        and scan.lowers[adverb].endswith("ly")
        and scan.lowers[adverb + 1].endswith(("ed", "en"))
        and scan.lowers[adverb - 1] in _BEFORE_ADVERBS
    )


_BEFORE_ADVERBS = frozenset(("the", "a", "an", "'s", "’", "'", "its", "their"))
_HYPHENS = frozenset("-–‑")
_DONE_BY = frozenset(
    "aligned backed based born controlled led linked recognised recognized run style supported trained".split()
)


def owner_after(scan: Scan, end: int) -> tuple[int, Find | None]:
    """Read "of X", "in X" after a description: (end, find)."""
    if end < scan.size and scan.lowers[end] in ("of", "to", "in", "for", "at", "from"):
        for nxt in (end + 1, end + 2):
            find = scan.by_start.get(nxt)
            if find is not None and scan.lowers[find.end : find.end + 1] == ["'s"]:  # "of Iran's Quds Force"
                find = scan.by_start.get(find.end + 1, find)
            if find is not None and find.kind in ("state", "organization", "capital"):
                return (find.end if scan.lowers[end] == "of" else end), find
            if nxt < scan.size and scan.lowers[nxt] not in ("the",):
                break
    return end, None
