"""Names of persons: where they end, and whether words are built as a person's name.

What belongs here: the shape of personal names, particles, initials, given and family names. What does not: which
person it is (``persons``).
"""

from __future__ import annotations

import re

from pipelines.parsing.actors.gazetteer import fold_word
from pipelines.parsing.actors.lexicon import Title
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.names.run import SAINTS, SUFFIXES, Run
from pipelines.parsing.actors.scan import Scan

MAX_NAME = 6
_NOT_IN_NAME = frozenset("street avenue province river airport day act bill treaty agreement".split())
_PARTISANS = frozenset(("republican", "republicans", "democrat", "democrats"))
# Two words that a page's links left without a space between: "TrumpFederal".
_GLUED = re.compile(r"^(?!Mac[A-Z]|Fitz[A-Z]).{2,}[a-z][A-Z0-9]")
_JOINED = frozenset("affiliated appointed area based born crime era leaning linked related speaking style wide".split())
_SMALL = frozenset(
    "about after as at because but by for from how if in into not of on or our over that to what when where why "
    "with".split()
)
_TELLING = frozenset("accuses asks blasts calls condemns denies rejects says slams tells urges vows warns".split())
_OF_LINES = _SMALL | _TELLING  # no name has them, but lines of headings do
_MARKS = frozenset('."“”')
_JOINS = frozenset("against and for from of the to".split())
_LAWS = frozenset(
    "act amendment award clause initiative prize program programme protocol registry scholarship status statute survey "
    "visa".split()
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}$")  # "J.R. Rowe"
_OF_FIRMS = frozenset(("", "BUS", "CVL", "MED", "EDU"))  # sectors of titles that stand before bodies, too
_LONG = 6
_WITH_INITIALS = 2  # words of such a name


def name_end(run: Run, i: int) -> int:
    """Return the end of the personal name that starts at a token."""
    scan, j, particles = run.scan, i, run.scan.lex.particles
    while j < run.end and sum(scan.caps[i:j]) < MAX_NAME:
        if j > i:
            if _is_glued(run, i, j):
                return next(k + 1 for k in range(i, j) if scan.words[j].startswith(scan.words[k]))
            alias = scan.aliases.get(j)
            if alias is not None and alias[1].kind != "person" and not (j == run.end - 1 and _leads_to_surname(run, j)):
                break
            title = scan.lex.titles.at(scan.lowers, j, run.end)
            if title is not None and title[1].kind != "honorific" and not _is_surname(run, i, j):
                break
            if (
                any(start == j for start, _, _ in run.heads)
                or scan.lowers[j] in _NOT_IN_NAME
                or is_small_word(run, j)
                or _starts_other(run, i, j)
            ):
                break
        j += 1
    j = _without_full_name(run, i, j)
    while j > i + 1 and not scan.caps[j - 1] and (scan.words[j - 1] in _MARKS or scan.lowers[j - 1] in particles):
        j -= 1
    return j


def bears_title(run: Run, i: int, end: int) -> bool:
    """Say whether a place's or a body's name is somebody's surname: "Mr. Jordan", not "Secretary General NATO"."""
    title, scan = run.title, run.scan
    if title is None or end > i + 1 or scan.headline[i] or scan.words[i].isupper():
        return False
    return run.owner is None and title.text != "miss" and not scan.has("weak_title", title.text)


def is_firms(scan: Scan, title: Title, i: int) -> bool:
    """Say whether the one word behind a title may be a firm's acronym: "contractor GHX"."""
    word = scan.words[i]
    return word.isupper() and 1 < len(word) < _LONG and not scan.headline[i] and title.sector in _OF_FIRMS


def may_bear(scan: Scan, name: Find, title: Title) -> bool:
    """Say whether a name can be that of whom a title right before it tells."""
    return name.kind in ("person", "weak") or (name.kind == "single" and not is_firms(scan, title, name.start))


def titled_thing(run: Run, i: int, end: int) -> int:
    """Return the end of a law's or a programme's name that begins with a title: "the Refugee Protection Act"; else 0.

    Args:
        run: The stretch.
        i: The title's first token.
        end: Token after its last.
    """
    scan = run.scan
    if scan.headline[i] or not scan.caps[i]:
        return 0
    for k in range(end, min(end + MAX_NAME, scan.size)):
        known, word = scan.aliases.get(k), scan.lowers[k]
        if word in _LAWS and scan.caps[k]:
            return k + 1
        if k in scan.firsts or not (scan.caps[k] or word in _JOINS) or word in scan.lex.given:
            return 0
        if known is not None and known[1].kind == "person":
            return 0
    return 0


def is_small_word(run: Run, j: int) -> bool:
    """Say whether a capitalised word is no name's but its line's: "Richard Carr Is Not Just", "Love Can Win"."""
    lex, word = run.scan.lex, run.scan.lowers[j]
    of_line = word in lex.auxiliaries or word in _OF_LINES or word in _PARTISANS or run.scan.has("number", word)
    small = bool(run.scan.caps[j]) and not run.scan.headline[j] and of_line
    return small and word != "will" and word not in lex.given and not run.scan.has("surname_too", word)


def names_thing_first(run: Run, i: int, end: int) -> bool:
    """Say whether the first words of a name make it a storm's, a fort's, an operation's: "Tropical Storm Harvey"."""
    scan = run.scan
    stop = i + 1 if scan.lowers[i] in scan.lex.given else i + 2
    return any(scan.has("thing_first", word) for word in scan.lowers[i : min(stop, end - 1)])


def is_compound(run: Run, i: int) -> bool:
    """Say whether a capitalised word only describes with what is joined to it: "Oslo-based Ann Roe"."""
    _, hyphen, last = run.scan.words[i].rpartition("-")
    return bool(hyphen) and (last in _JOINED or run.scan.has("done_by", last))


def _leads_to_surname(run: Run, j: int) -> bool:
    """Say whether a given name, an initial or a particle stands before a word: "Chris Holland", "William D. French";
    an acronym is no surname: "the Austin EPA".
    """
    before, lex = run.scan.lowers[j - 1], run.scan.lex
    if run.scan.words[j].isupper() and not run.scan.words[j - 1].isupper():
        return False
    return before in lex.given or before in lex.particles or (before == "." and len(run.scan.words[j - 2]) == 1)


def _without_full_name(run: Run, i: int, j: int) -> int:
    """Leave off what a page's link adds of the legal name: "Beth Rowe Elizabeth (Beth) Anne Rowe"."""
    scan = run.scan
    added = j - i > 2 and scan.words[j : j + 1] == ["("] and scan.lowers[j + 1 : j + 2] == [scan.lowers[i]]
    return j - 1 if added else j


def _starts_other(run: Run, i: int, j: int) -> bool:
    """Say whether a word tells when, or of which party ("met Trump Monday", "Montana Republican Ann Hart"), or is the
    given name again, as links in pages have it: "Paul Dean Paul Henry Dean".
    """
    word = run.scan.lowers[j]
    again = j - i > 1 and word == run.scan.lowers[i] and word in run.scan.lex.given
    return again or run.scan.has("day", word) or word in _PARTISANS


def _is_surname(run: Run, i: int, j: int) -> bool:
    """Say whether a word that is a title elsewhere belongs to the name before it: "Steve King", "Mary Prince"."""
    scan = run.scan
    if scan.lowers[j] in scan.lex.given:
        return True
    last = j == run.end - 1 or scan.lowers[j + 1] in SUFFIXES
    return last and scan.has("surname_too", scan.lowers[j]) and i not in scan.aliases


def _is_glued(run: Run, i: int, j: int) -> bool:
    """Say whether a word is a name of this very stretch with another word stuck to it, as links in pages leave them."""
    word = run.scan.words[j]
    return any(
        len(known) > 2 and len(word) > len(known) and word.startswith(known) and word[len(known)].isupper()
        for known in run.scan.words[i:j]
    )


def ends_glued(run: Run, i: int, end: int) -> bool:
    """Say whether the last word of a name is two words without a space."""
    return end > i + 1 and _GLUED.search(run.scan.words[end - 1]) is not None


def is_given_name(run: Run, i: int) -> bool:
    """Say whether a word that is other things too is a given name here: one with a name after it ("Bill Taylor")."""
    scan, word = run.scan, run.scan.lowers[i]
    if word not in scan.lex.given:
        return False
    follows = i + 1 < run.end and bool(scan.caps[i + 1]) and i + 1 not in scan.aliases
    return word not in scan.lex.ambiguous_given or (
        follows and scan.lex.not_names.at(scan.lowers, i + 1, scan.size) is None
    )


def is_given_not_title(run: Run, i: int) -> bool:
    """Say whether a title that is a given name, too, is one here: "Dean Walsh", and not "Dean Maria Walsh"."""
    scan = run.scan
    if not scan.has("title_or_given", scan.lowers[i]) or i + 1 >= run.end or not scan.caps[i + 1]:
        return False
    return name_end(run, i) == i + 2


def skip_to_given(run: Run, i: int, end: int) -> int:
    """Return where the name starts when words of something else stand before the given name."""
    word = run.scan.lowers[i]
    if run.title is not None or i in run.scan.aliases or len(word) == 1 or word.partition("-")[0] in run.scan.lex.given:
        return i
    return next((k for k in range(i + 1, end - 1) if run.scan.caps[k] and _is_plain_given(run, k)), i)


def _is_plain_given(run: Run, k: int) -> bool:
    word = run.scan.lowers[k]
    return word in run.scan.lex.given and word not in run.scan.lex.ambiguous_given


def looks_personal(run: Run, i: int, end: int, size: int) -> bool:
    """Say whether a name of several words is built as persons' names are."""
    scan, lex = run.scan, run.scan.lex
    if scan.lowers[i] in SAINTS or scan.lowers[i] == "the":
        return False
    i += 2 if i + 2 < end and scan.words[i + 1] == "." else 0  # an initial: "J. Peter Brandt", "J. K. Rowe"
    first = fold_word(scan.lowers[i])
    if _INITIALS.match(scan.words[i]) and end - i == _WITH_INITIALS:
        return not scan.has("not_person_first", first)
    if len(first) == 1 and i + 1 < end and scan.words[i + 1] == ".":
        return len(scan.words[end - 1]) > 2
    if first.partition(" ")[0] in lex.given:
        return True
    if _family_first(run, i, end, size):
        return True
    arabic = any(scan.words[j][:3].lower() in ("al-", "el-") for j in range(i + 1, end))
    return arabic and not scan.has("not_person_first", first)


def _family_first(run: Run, i: int, end: int, size: int) -> bool:
    """Say whether a name is written as in East Asia, the family's first: Chung Eui-yong, Pham Binh Minh."""
    scan = run.scan
    hyphened = any("-" in w and w[0].isupper() and w.rpartition("-")[2].islower() for w in scan.words[i + 1 : end])
    return size < 4 and (hyphened or (scan.has("family_first", scan.lowers[i]) and not scan.starts_sentence(i)))


def last_is_name(run: Run, i: int, end: int) -> bool:
    """Say whether the last word of a name can be a surname: no street, treaty or feast, unless it is one after a given
    name: "Albert May".
    """
    scan = run.scan
    last = scan.lowers[end - 1]
    found = scan.lex.not_names.at(scan.lowers, end - 1, scan.size)
    known = found is not None and found[1] in ("place", "event", "law", "feast", "prize")
    if not known and not scan.has("opener", last):
        return True
    given = scan.lowers[i] in scan.lex.given and scan.has("surname_too", last)
    return given and (not known or _tells_a_person(run, i, end))


def _tells_a_person(run: Run, i: int, end: int) -> bool:
    """Say whether a name that may be a place's stands as a person's: "said Ann Hall", "Steven Hill, who"."""
    scan, titles = run.scan, run.scan.lex.titles
    if i and scan.lowers[i - 1] in scan.lex.speech:
        return True
    if end + 2 >= scan.size or scan.words[end] != ",":
        return scan.lowers[min(end, scan.size - 1)] in scan.lex.speech
    told = titles.at(scan.lowers, end + 1, scan.size) or titles.at(scan.lowers, end + 2, scan.size)
    return told is not None or scan.lowers[end + 1] in ("who", "whose") or scan.words[end + 1].isdigit()
