"""Firms that go by their partners: "Holt & Reed", "KB&R".

What belongs here: which words around an "&" are one name. What does not: bodies by their noun (``bodies``).
"""

from __future__ import annotations

from pipelines.parsing.actors.lexicon import OrgHead
from pipelines.parsing.actors.names.run import Run

_FIRM = OrgHead("", "BUS", False, False)
_LETTERS = 3  # of a firm by its partners' letters: no "R&D", no "Q&A"
_FIRST = 2  # words before the "&"


def partners_from(run: Run, i: int) -> tuple[int, OrgHead] | None:
    """Return (end, head) of a firm by its partners that starts at a token, or None."""
    scan = run.scan
    if "&" not in scan.said:
        return None
    joint = next((k for k in range(i + 1, min(i + _FIRST + 1, scan.size - 1)) if scan.words[k] == "&"), 0)
    if not joint or not scan.caps[joint + 1] or scan.headline[i] or joint + 1 in scan.firsts:
        return None
    if scan.doc.starts[joint] == scan.doc.ends[joint - 1]:
        letters = scan.words[i] + scan.words[joint + 1]
        return (joint + 2, _FIRM) if joint == i + 1 and letters.isupper() and len(letters) >= _LETTERS else None
    if not all(_is_partner(run, k) for k in (*range(i, joint), joint + 1)) or _is_full_name(run, joint + 1):
        return None
    end = joint + 2
    while end < scan.size and end not in scan.firsts and _is_partner(run, end):
        end += 1
    return end, _FIRM


def _is_partner(run: Run, k: int) -> bool:
    """Say whether a capitalised word may be a partner's name: nobody known, no title, no word of the language."""
    scan, word, lex = run.scan, run.scan.lowers[k], run.scan.lex
    if not scan.caps[k] or k in scan.aliases or word in scan.vocabulary or word in lex.verbs:
        return False
    return not any(words.at(scan.lowers, k, scan.size) for words in (lex.titles, lex.not_names, lex.groups))


def _is_full_name(run: Run, k: int) -> bool:
    """Say whether a person's full name stands at a token: "Adam & Beth Rowe" are a couple."""
    scan, word = run.scan, run.scan.lowers[k]
    return word in scan.lex.given and word not in scan.lex.ambiguous_given and bool(scan.caps[k + 1])
