"""Which person a post means that stands alone for its holder: "the AFRICOM commander", "its top diplomat".

What belongs here: who of the article holds which post, and whose a post is. What does not: posts beside names
(``roles``), folding names (``persons``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.actors.context import FORMER, told_title
from pipelines.parsing.actors.descriptions.phrases import told_start
from pipelines.parsing.actors.gazetteer import OF_BODIES_TOO
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.identity.chiefs import (
    UNDER,
    body_of,
    fits_body,
    is_elsewhere,
    leads_body,
    names_of_post,
    note_bodies,
)
from pipelines.parsing.actors.identity.epithets import called
from pipelines.parsing.actors.identity.in_office import in_office, leads_no_state
from pipelines.parsing.actors.identity.suspects import suspected
from pipelines.parsing.actors.identity.unnamed import unnamed
from pipelines.parsing.actors.model import Candidate, Find
from pipelines.parsing.actors.scan import Scan

_HIS = {"his": "m", "her": "f", "their": ""}


def hold_posts(book: Book) -> None:
    """Note who holds which post, those beside names and the registry's of the day, so that a post finds its holder."""
    for find in book.scan.finds:
        if find.holder is not None and find.holder.actor >= 0:
            title = told_title(book.scan, find)
            book.candidates[find.holder.actor].posts.append((title, find.country))
            if _in_a_body(book.scan, find):
                book.of_bodies.add((find.holder.actor, title))
    _equate_counterparts(book)
    note_bodies(book)
    for index, candidate in enumerate(book.candidates):
        if candidate.kind == "person" and candidate.words:
            for title, country, of in dict.fromkeys(_posts(book, candidate)):
                book.holders.append((index, title, country or candidate.country, of))


def _equate_counterparts(book: Book) -> None:
    """Give a named counterpart the post of the person named last before in the sentence: "minister X and her
    counterpart Y".
    """
    for find in book.scan.finds:
        holder = find if find.holder is None else find.holder
        if find.title != _COUNTERPART or holder.actor < 0 or find.kind not in ("person", "weak", "post"):
            continue
        posts, told = book.candidates[holder.actor].posts, _post_before(book, find, holder.actor)
        if told:
            posts[:] = [(told if title == _COUNTERPART else title, country) for title, country in posts]


_COUNTERPART = "counterpart"


def _post_before(book: Book, find: Find, holder: int) -> str:
    """Return the post of the last person in a find's sentence before it who holds one; nothing where nobody does."""
    sentence = book.scan.sentence_of
    before = (
        book.candidates[f.actor].posts
        for f in reversed(book.scan.finds)
        if f.start < find.start and sentence[f.start] == sentence[find.start] and f.actor >= 0 and f.actor != holder
        and book.candidates[f.actor].kind == "person"
    )  # fmt: skip
    titles = (title for posts in before for title, _ in posts if title and title != _COUNTERPART)
    return next((title for title in titles if not title.startswith(FORMER)), "")


def _in_a_body(scan: Scan, find: Find) -> bool:
    """Say whether a post is one in a body ("president of the Coalition", "president and director of the Bank"), and so
    not meant by "the president" alone.
    """
    if find.country:
        return False
    end = find.end
    if scan.lowers[end : end + 1] == ["and"] and (other := scan.lex.titles.at(scan.lowers, end + 1, scan.size)):
        end = other[0]
    after = scan.lowers[end] if end < scan.size else ""
    return after in ("of", "at", "for") or (find.owner is not None and find.owner.kind == "organization")


def _posts(book: Book, candidate: Candidate) -> list[tuple[str, str, str]]:
    """Return a person's posts: (post, country, what a short name of it leaves out)."""
    day = book.scan.day
    registry = candidate.entry.posts if candidate.entry is not None else ()
    return [(title, country, "") for title, country in candidate.posts] + [
        (FORMER + title if day and last and last < day else title, country, of)
        for whole, country, first, last in registry if not day or not first or first <= day
        for title, of in names_of_post(whole)
    ]  # fmt: skip


def post(book: Book, find: Find) -> int:
    """Fold a post that stands for its holder: the person of the article who holds it, else an unnamed one."""
    if find.holder is not None and find.holder.actor >= 0:
        return find.holder.actor
    owner = possessor(book, find)
    if owner >= 0:
        if not find.country or (find.owner is not None and find.owner.start >= find.end):
            find.country = book.candidates[owner].country
        find.title = _counterpart(book, find.title, owner)
    best = _holder(book, find, owner)
    if best < 0 and not _is_anybody(book.scan, find) and not _indefinite(book.scan, find):
        best = in_office(book, find)
        best = best if best >= 0 else called(book, find)
        best = best if best >= 0 else suspected(book, find)
    return best if best >= 0 else unnamed(book, find)


def possessor(book: Book, find: Find) -> int:
    """Return whose a post is by the pronoun before it: the state named last before "its", the person named last before
    "his", of whom only a post is told where there is no other; or -1.
    """
    scan = book.scan
    word = scan.lowers[find.start]
    if word not in _HIS and word != "its":
        return -1
    kinds = ("state", "organization") if word == "its" else ("person",)
    sentence = scan.sentence_of[find.start]
    best, rank = -1, (False, -1)
    for other in scan.finds:
        if other.actor < 0 or other.start >= find.start:
            continue
        candidate = book.candidates[other.actor]
        known = candidate.entry is not None or bool(candidate.words)
        told = known or candidate.kind != "person", other.start  # "he told the envoy that his"
        near = sentence - scan.sentence_of[other.start] < 2
        if near and told > rank and candidate.kind in kinds and not _wrong_gender(candidate, _HIS.get(word, "")):
            best, rank = other.actor, told
    return best


def _wrong_gender(candidate: Candidate, gender: str) -> bool:
    return bool(gender and candidate.gender and gender != candidate.gender)


def _counterpart(book: Book, title: str, owner: int) -> str:
    """Return what post a counterpart holds: that of the person whose counterpart it is."""
    if title != _COUNTERPART:
        return title
    return next((t for i, t, *_ in book.holders if i == owner and not t.startswith(FORMER)), title)


def _holder(book: Book, find: Find, owner: int) -> int:
    """Return the person who holds a post: named before it, of that very post and country, by the article's own words
    rather than the registry's, the last named.

    A post told before its holder's name ("Libya's prime minister ... Abdul Hamid Dbeibah") means the only one who can
    be meant; -1 where nobody or several can.
    """
    if _is_anybody(book.scan, find) or _indefinite(book.scan, find):
        return -1
    title, body = told_title(book.scan, find), body_of(book, find)
    named: list[tuple[tuple[Any, ...], int]] = []
    later: set[int] = set()
    for index, held, country, of in book.holders:
        fit = fits_body(book, find, body, (index, held), _fit(book.scan, title, held))
        if of:  # "governor" of Texas: a "Gov." that the article tells goes before
            fit = 0 if is_elsewhere(book.scan, find, of) else min(fit, _SAME - 1)
        if index == owner or not _may_hold(book, find, fit, index, held, country):
            continue
        last = max((m.token_start for m in book.candidates[index].mentions if m.token_start < find.start), default=-1)
        if last >= 0:
            named.append(((fit, *_rank(book, find, index, held, country), last), index))
        elif fit > 1 and find.country in ("", country):  # "Taiwan's representative" is no "Rep. Luis Ortega"
            later.add(index)
    if named:
        return max(named, key=lambda one: one[0])[1]
    return later.pop() if len(later) == 1 else -1


def _may_hold(book: Book, find: Find, fit: int, index: int, held: str, country: str) -> bool:
    """Say whether nothing speaks against it that a post that somebody holds is the one told."""
    if not fit or (fit < _SAME and leads_no_state(book.scan, find)):
        return False
    if (find.country and country and country != find.country) or _wrong_gender(book.candidates[index], find.gender):
        return False
    if find.country and not country and (index, held) in book.of_bodies:  # the EU's envoy is no "Iranian ambassador"
        return False
    return held not in OF_BODIES_TOO or not _is_of_state(book, index, held) or not _names_body_before(book.scan, find)


def _is_of_state(book: Book, index: int, held: str) -> bool:
    return (index, held) not in book.of_bodies and not leads_body(book, index, held)


def _rank(book: Book, find: Find, index: int, held: str, country: str) -> tuple[bool, bool, bool, int, bool]:
    """Return how much speaks for who holds a post, beside how well it fits: the country, a state's post rather than a
    body's, a post still held, one of the readers' own country, one that the article tells.
    """
    candidate = book.candidates[index]
    told = [where for title, where in candidate.posts if title == held]
    return (
        bool(find.country) and country == find.country,
        _is_of_state(book, index, held) or find.owner is not None,
        not _has_left(book, candidate, held),
        0 if find.country else _at_home(told),
        bool(told),
    )


_ABROAD, _SOMEWHERE, _AT_HOME = range(3)


def _at_home(told: list[str]) -> int:
    """Return how far a post is told as that of the readers' own country, by the countries told beside it: "President
    Roe" needs none, "Russian President Pavel Orlov" is one of elsewhere.
    """
    if all(told):
        return _ABROAD if told else _SOMEWHERE
    return _SOMEWHERE if any(told) else _AT_HOME


_SAME = 3  # of ``_fit``


def _names_body_before(scan: Scan, find: Find) -> bool:
    """Say whether a noun for a body stands before a post: "the company president"."""
    start = find.head_end - len(find.title.split())
    found = scan.lex.org_heads.at(scan.lowers, start - 1, start) if start else None
    return found is not None and not scan.caps[start - 1]


def _has_left(book: Book, candidate: Candidate, title: str) -> bool:
    """Say whether the registry knows that a person held a post once, and no longer on the article's day."""
    day, entry = book.scan.day, candidate.entry
    ends = [last for held, _, _, last in entry.posts if held == title] if entry is not None and day else []
    return bool(ends) and all(last and last < day for last in ends)


_ANYBODY = frozenset("any every each no whichever your for be become becoming next future".split())


def _is_anybody(scan: Scan, find: Find) -> bool:
    """Say whether a post means whoever may hold it: "any foreign leader", "ran for president", "the next mayor"."""
    return not _ANYBODY.isdisjoint(scan.lowers[max(0, find.start - 1) : find.start + 1])


_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))


def _indefinite(scan: Scan, find: Find) -> bool:
    """Say whether a post is told as somebody's who was not told of: "a typical lawmaker", "another diplomat"."""
    start = told_start(scan, find.start)
    return not _INDEFINITE.isdisjoint(scan.lowers[max(0, start - 1) : find.start + 1])


def _fit(scan: Scan, title: str, held: str) -> int:
    """Return how well a post fits one that is held: 3 the same, 2 the same office, 1 the same noun, 0 not at all."""
    if title == held:
        return 3
    offices = scan.lex.offices
    if title.startswith(FORMER) != held.startswith(FORMER):
        return 0
    title, held = title.removeprefix(FORMER), held.removeprefix(FORMER)
    if offices.get(title, _NONE) & offices.get(held, _NONE):
        return 2
    mine, theirs = title.split(), held.split()
    bare = len(mine) == 1 or len(theirs) == 1
    return int(bare and mine[-1] == theirs[-1] and _OTHERS.isdisjoint((mine[0], theirs[0])))


_NONE: frozenset[str] = frozenset()
_OTHERS = UNDER | {"prime"}  # "the minister" is no prime minister
