"""Companies named in full and in short: "Nissan Motor Co." and "Nissan", "the Carter Center for Peace" and its center.

What belongs here: which words of a long name are no more than what sort of body it is. What does not: which body a bare
noun means (``short_names``, ``taken_up``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Entry, Find
from pipelines.parsing.actors.scan import Scan


def short_forms(scan: Scan, find: Find) -> list[str]:
    """Return the shorter names of a body that is named in full: "Sony" of Sony Pictures Inc., "the Carter Center" of
    the Carter Center for Peace.
    """
    words, lowers = (
        [x for x in kind[find.head_start : find.head_end] if x != "."] for kind in (scan.words, scan.lowers)
    )
    opens = next((n for n, word in enumerate(lowers) if word in ("for", "of")), 0)
    if opens > 1:
        return [" ".join(words[:opens])]
    end = _bare_end(scan, lowers)
    found = [" ".join(words[:n]) for n in range(len(words) - 1, max(1, end - 1), -1)]
    if end < len(words) and (end == 1 or lowers[-1] in _LEGAL_FORMS) and _is_own_name(scan, lowers[0]):
        found.append(words[0])
    return found


def _bare_end(scan: Scan, words: list[str]) -> int:
    """Return how many words of a company's name are more than what sort of company it is."""
    end = len(words)
    while end > 1:
        size = next((n for n in (2, 1) if end > n and _is_company_noun(scan, words[end - n : end])), 0)
        if not size:
            break
        end -= size
    return end


_LEGAL_FORMS = frozenset("ag co corp gmbh group holding holdings inc limited llc ltd nv plc sa spa".split())


def _is_company_noun(scan: Scan, words: list[str]) -> bool:
    head = scan.lex.org_heads.at(words, 0, len(words))
    return head is not None and head[0] == len(words) and head[1].sector == "BUS"


def known_company(scan: Scan, find: Find) -> Entry | None:
    """Return the known company of whose name and what sort it is a longer name consists: "Nissan Motor Co."."""
    known = scan.aliases.get(find.head_start)
    if known is None or find.entry is not None or known[1].senses[0].entry.sector != "BUS":
        return None
    rest = [word for word in scan.lowers[known[0] : find.head_end] if word != "."]
    return known[1].senses[0].entry if rest and _bare_end(scan, ["", *rest]) == 1 else None


def _is_own_name(scan: Scan, word: str) -> bool:
    """Say whether a company's first word can be its name: no word that means something else, no place."""
    lex, capital = scan.lex, word.capitalize()
    known = any(word in words for words in (lex.post_words, lex.verbs, lex.not_names.by_first, lex.titles.by_first))
    if known or word in scan.vocabulary or scan.has("body_modifier", word):
        return False
    at = (i for i, other in enumerate(scan.words[1:], 1) if other == capital)
    return not any(scan.has("locative", scan.lowers[i - 1]) for i in at)
