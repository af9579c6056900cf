"""Names of the press: "the Times" of the paper that the article names in full, "the Tanjug news agency" of Tanjug.

What belongs here: finding such names, and whose they are. What does not: other bodies' (``short_names``).
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.lexicon import OrgHead
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_PAPER = "JRN"
_NO_SHORT_NAMES = frozenset("agency media network news press radio service television tv".split())
_KINDS = frozenset(("organization", "single", "weak"))


def name_papers(scan: Scan) -> None:
    """Let "the Times", "a Post reporter" be the paper of that name which the article has named in full last."""
    papers: dict[str, list[Find]] = {}
    for find in scan.finds:
        if word := _short_name(scan, find):
            papers.setdefault(word, []).append(find)
    for i in compress(range(scan.size), scan.caps) if papers else ():
        named = [paper for paper in papers.get(scan.lowers[i], ()) if paper.end <= i]
        if named and _stands_alone(scan, i):
            _name(scan, i, named[-1])


def _short_name(scan: Scan, find: Find) -> str:
    """Return the word by which a paper goes that is named in full: its last, or that before "of"; else nothing."""
    sector = find.entry.sector if find.entry is not None else find.sector
    if find.kind != "organization" or sector != _PAPER:
        return ""
    words = scan.lowers[find.head_start + (scan.lowers[find.head_start] == "the") : find.head_end]
    at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    caps = scan.caps[find.head_end - len(words) + at]
    return words[at] if len(words) > 1 and caps and words[at] not in _NO_SHORT_NAMES else ""


def _stands_alone(scan: Scan, i: int) -> bool:
    """Say whether a capitalised word is a name by itself: behind "the", or before one of its people or "'s"."""
    if scan.headline[i] or (scan.caps[i + 1 : i + 2] == b"\1" and i + 1 not in scan.firsts):
        return False
    find = scan.by_end.get(i + 1)
    if find is None:
        if scan.taken[i]:
            return False
    elif find.kind not in _KINDS or scan.lowers[find.head_start : i] not in ([], ["the"]):
        return False
    before, (after, beyond) = scan.lowers[i - 1], (*scan.lowers[i + 1 : i + 3], "", "")[:2]
    if (after == "of" and scan.caps[i + 2 : i + 3] == b"\1") or (after == "'s" and before != "the"):
        return False
    return before == "the" or after in scan.lex.holders or beyond in scan.lex.holders


def _name(scan: Scan, i: int, paper: Find) -> None:
    find = scan.by_end.get(i + 1)
    if find is None:
        find = scan.add(Find(i, i + 1, i, i + 1, "organization", "acronym"))
    find.kind, find.method, find.owner, find.country = "organization", "acronym", None, ""
    find.entry, find.holder, find.sector = paper.entry, paper, _PAPER


def ends_name(scan: Scan, i: int, end: int, head: OrgHead) -> bool:
    """Say whether a noun only tells what the name right before it is, to which it then belongs: "the Tanjug news
    agency".
    """
    name = scan.by_end.get(i)
    agency = head.sector == _PAPER and head.text.endswith("agency")  # "the D.C. newspaper" is no D.C.
    if not agency or name is None or name.kind not in _KINDS:
        return False
    name.kind, name.sector, name.end = "organization", _PAPER, end
    scan.by_end[end] = name
    scan.taken[i:end] = b"\1" * (end - i)
    return True
