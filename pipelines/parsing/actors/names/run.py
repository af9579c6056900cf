"""One capitalised stretch of a text, and how far it reaches.

What belongs here: the stretch's state while it is taken apart. What does not: the rules that take it apart (``proper``,
``bodies``, ``personal``).
"""

from __future__ import annotations

from pipelines.parsing.actors.lexicon import OrgHead, Title
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

SUFFIXES = frozenset("jr sr ii iii iv".split())  # behind a name
SAINTS = frozenset(("st", "ste"))  # "St. Clair"
# The nouns of bodies whose names have an "and" or an apostrophe inside, and how many words lead to them.
_BODIES = frozenset(
    "agency association commission committee council department guild institute ministry subcommittee union".split()
)
_LONGEST = 6
_ANDS, _APOSTROPHES = frozenset(("and", "&")), frozenset(("'", "’"))
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('"“'), frozenset('"”')


class Run:
    """One capitalised stretch while it is taken apart, left to right.

    Attributes:
        pos: The next token to look at.
        skip: Where to go on when the tokens up to there name no actor (an air base, a treaty).
        heads: The head nouns of organizations in the stretch: (start, end, head).
        title: The title read last, waiting for its name.
        country: The country told so far in the stretch.
        owner: The body or state named last in the stretch.
    """

    __slots__ = ("country", "end", "heads", "owner", "pos", "scan", "skip", "start", "title", "title_start")

    def __init__(self, scan: Scan, start: int, end: int) -> None:
        """Open the stretch of tokens from ``start`` to ``end``, exclusive."""
        self.scan, self.start, self.end, self.pos = scan, start, end, start
        self.title: Title | None = None
        self.title_start, self.skip = start, 0
        self.country = ""
        self.owner: Find | None = None
        self.heads: list[tuple[int, int, OrgHead]] = []


def run_end(scan: Scan, start: int) -> int:
    """Return the end of the capitalised stretch that starts at a token."""
    caps, words, lowers, lex = scan.caps, scan.words, scan.lowers, scan.lex
    end = scan.aliases[start][0] if start in scan.aliases else start + 1
    while end < scan.size:
        if end in scan.compounds and end + 1 in scan.compounds:  # "The | South Korea-Japan summit"
            break
        if (caps[end] and end not in scan.firsts) or (end in scan.aliases and lowers[end] in lex.particles):
            end = scan.aliases[end][0] if end in scan.aliases else end + 1
        elif words[end] == ".":
            joins = _after_stop(scan, end)
            if not joins:
                break
            end += joins
        elif joins := nickname_at(scan, end) or _body_goes_on(scan, start, end):
            end += joins
        elif lowers[end] in lex.particles:
            joins = 2 if end + 1 < scan.size and caps[end + 1] else 0
            if not joins and end + 2 < scan.size and lowers[end + 1] in lex.particles and caps[end + 2]:
                joins = 3
            if not joins:
                break
            end += joins
        else:
            break
    return end


def _body_goes_on(scan: Scan, start: int, end: int) -> int:
    """Return 1 where "and" or an apostrophe stands inside a body's name: "Energy and Trade Committee", "the Police
    Chiefs' Council"; else 0.
    """
    before = scan.lowers[end - 1]
    if scan.lowers[end] in _ANDS:
        return int(_is_half(scan, start, end) and _leads_to_body(scan, end + 1))
    of_people = (
        scan.words[end] in _APOSTROPHES and before.endswith("s") and before.removesuffix("s") in scan.lex.holders
    )
    return int(of_people and end - 1 not in scan.aliases and _leads_to_body(scan, end + 1))


def _is_half(scan: Scan, start: int, end: int) -> bool:
    """Say whether capitalised words may be the first half of a body's name: nobody's name, no title, no whole body."""
    lex, lowers = scan.lex, scan.lowers
    return lex.groups.at(lowers, end - 1, end) is None and not any(
        scan.aliases.get(j, (0,))[0] == end
        or lowers[j] in lex.given
        or lex.titles.at(lowers, j, end)
        or (lex.org_heads.at(lowers, j, end) or (0,))[0] == end
        for j in range(start, end)
    )


def _leads_to_body(scan: Scan, start: int) -> bool:
    """Say whether capitalised words up to the noun of a body stand at a token: "and Trade Committee"."""
    for j in range(start, min(start + _LONGEST, scan.size)):
        if not scan.caps[j] or j in scan.firsts or j in scan.aliases or scan.lowers[j] in scan.lex.given:
            return False
        if j > start - (scan.words[start - 1] in _APOSTROPHES) and scan.lowers[j] in _BODIES:
            return True
    return False


def nickname_at(scan: Scan, quote: int) -> int:
    """Return how many tokens a nickname in quotation marks joins to the name around it: Paul "Red" Adair; else 0."""
    if scan.words[quote] not in _OPENING_QUOTES or quote in scan.firsts:
        return 0
    for end in range(quote + 2, min(quote + 4, scan.size - 1)):
        if scan.words[end] in _CLOSING_QUOTES:
            inside = all(scan.caps[quote + 1 : end])
            return end + 2 - quote if inside and scan.caps[end + 1] and end + 1 not in scan.firsts else 0
    return 0


def _after_stop(scan: Scan, stop: int) -> int:
    """Return how many tokens a stop joins to a name: after an initial, a title, "St.", "Jr."; 0 where it ends it."""
    before = scan.lowers[stop - 1]
    if stop + 1 >= scan.size or stop + 1 in scan.firsts:
        return 0
    if len(before) == 1 and nickname_at(scan, stop + 1):
        return 1
    if scan.caps[stop + 1] and (len(before) == 1 or before in SAINTS or before in scan.lex.titles.by_first):
        return 2
    return int(before in SUFFIXES)
