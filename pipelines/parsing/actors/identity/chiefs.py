"""Whose a post is: that of a body or a person, "the FBI director", "the Pentagon chief", "her campaign manager".

What belongs here: the body that a post is one of, who holds one in it, and who leads it. What does not: posts of states
(``posts``), which the country tells apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain, takewhile

from pipelines.parsing.actors.context import told_title
from pipelines.parsing.actors.gazetteer import OF_BODIES_TOO
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.model import Entry, Find, is_held
from pipelines.parsing.actors.scan import Scan

# Words for whoever leads a body, and the posts that do.
_CHIEFS = frozenset(("chief", "head", "boss"))
_LEADING = _CHIEFS | frozenset(
    "director secretary commissioner administrator chairman chairwoman chair president commander general leader".split()
)
_EXECUTIVES = frozenset(("ceo", "chief executive", "chief executive officer", "founder"))
_FIRST = ("secretary general", "secretary-general", "director")  # who leads where others lead parts
UNDER = frozenset(("deputy", "vice", "assistant", "under", "shadow"))
# Posts of which each body has its own; a secretary of the administration may be one of a department.
_ONE_EACH = _CHIEFS | frozenset(
    "director chairman chairwoman chair commissioner administrator executive manager spokesman spokeswoman "
    "spokesperson lawyer attorney counsel adviser aide".split()
)
_NO_HEADS = UNDER | {"acting", "attorney", "inspector", "press"}
_OWNERS = ("organization", "person")
# What a post is called without that of which it is one: the ambassador to Chad is "the ambassador".
_ALSO_ALONE = frozenset(
    "ambassador governor mayor speaker chairman chairwoman chair commander director special representative envoy "
    "patriarch archbishop".split()
)


def note_bodies(book: Book) -> None:
    """Note of what body each post is that the article tells of somebody, and those that the registry knows."""
    for find in book.scan.finds:
        holder = find if find.holder is None else find.holder
        if find.title and holder.actor >= 0 and holder.kind in ("person", "weak") and (body := body_of(book, find)):
            book.bodies.setdefault((holder.actor, told_title(book.scan, find)), set()).add(body)
    for index, candidate in enumerate(book.candidates):
        for title, body, first, last in candidate.entry.led if candidate.entry is not None else ():
            if not book.scan.day or is_held(first, last, book.scan.day):
                for name, _ in names_of_post(title):
                    book.bodies.setdefault((index, name), set()).add(body)


def names_of_post(title: str) -> tuple[tuple[str, str], ...]:
    """Return what a post of the registry goes by, each with what is left out: "governor" of "texas"."""
    short, *of = _OF.split(title, maxsplit=1)
    return ((title, ""), (short, of[0])) if of and _ALSO_ALONE.issuperset(short.split()) else ((title, ""),)


def is_elsewhere(scan: Scan, find: Find, of: str) -> bool:
    """Say whether a post is told as one of another place than a known one: "Ohio's governor" is not that of Texas."""
    start = find.head_end - len(find.title.split())
    first = scan.doc.sentences[scan.sentence_of[find.start]][0]
    near = takewhile(lambda k: scan.lowers[k] not in _APART, range(start - 1, max(first, start - _NEAR) - 1, -1))
    places = {scan.lowers[k] for k in near if scan.caps[k] and (k != first or scan.lowers[k + 1] == "'s")}
    return find.title in _OF_PLACES and bool(places) and places.isdisjoint(of.split())


_OF_PLACES = ("governor", "mayor", "archbishop")
_APART = frozenset((",", "the", "a", "his", "her", "their", "our", "and"))  # "with Ann Doe, the governor"
_NEAR = 3
_OF = re.compile(" (?:of|to|for) ")


def body_of(book: Book, find: Find) -> str:
    """Return whose a post is, where it is no state's: a registry id or a place in the book; nothing where untold."""
    owner = find.owner
    if owner is not None and owner.actor >= 0 and book.candidates[owner.actor].kind in _OWNERS:
        return book.candidates[owner.actor].registry_id or str(owner.actor)
    body = book.gazetteer.named(find.title.rpartition(" ")[0])
    return body.registry_id if body is not None and body.kind == "organization" else ""


def fits_body(book: Book, find: Find, body: str, other: tuple[int, str], fit: int) -> int:
    """Return how well a post fits one that is held, by whose both are.

    Args:
        book: The article's actors.
        find: The post.
        body: Whose it is (``body_of``).
        other: Who holds the other one, and that post.
        fit: How well its words fit (``posts``).

    Returns:
        0 where it is another's, 2 where both lead one body, else the fit of the words.
    """
    if not body:
        return fit
    noun, held, bodies = find.title.split()[-1], other[1], book.bodies.get(other, ())
    each = noun in _ONE_EACH or _is_person(book, body)
    if bodies and each and body not in bodies and _are_alike(book, body, bodies):
        return 0
    if noun not in _CHIEFS:
        return fit
    leads = (body in bodies and _is_led(find.title, held)) or _leads_ministry(book, body, held)
    return 2 if leads else fit


def led_by(book: Book, find: Find) -> Entry | None:
    """Return who leads the body of a find's post on the article's day, by the registry; None of nobody or several."""
    if _tells_more(book, find):
        return None
    terms = book.gazetteer.leaders.get(body_of(book, find)) or _named_whole(book, find.title)
    held = [(title, e) for title, e, first, last in terms if is_held(first, last, book.scan.day)]
    post = _of_whole(book, find, find.title)
    told = ((_of_whole(book, find, title), title, entry) for title, entry in held)
    fits = [(title, entry) for short, title, entry in told if short == post or _is_led(post, short)]
    first = [one for one in fits if one[0].startswith(_FIRST)] or fits
    holders = {entry.registry_id: entry for _, entry in first}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _named_whole(book: Book, title: str) -> list[tuple[str, Entry, str, str]]:
    """Return who held a post that names its body: "president of the european commission"."""
    terms = chain.from_iterable(book.gazetteer.leaders.values()) if " of the " in title else ()
    return [term for term in terms if term[0] == title]


def _of_whole(book: Book, find: Find, held: str) -> str:
    """Return a post without the name of the whole body that it is one of: "president" of the Commission's, "press
    secretary" of the White House's.
    """
    body = book.gazetteer.entries.get(body_of(book, find))
    name = body.name.lower().replace(".", "").split() if body is not None else []
    short, *of = _OF.split(held, maxsplit=1)
    if of and set(of[0].split()) <= {"the", *name}:
        return short
    return held.removeprefix(" ".join((*name, "")))


def _tells_more(book: Book, find: Find) -> bool:
    """Say whether more stands between a body and the post in it: "the UN atomic chief" is not the UN's."""
    start, owner = find.head_end - len(find.title.split()), find.owner
    between = book.scan.lowers[owner.end : start] if owner is not None else []
    return not {"'s", "'"}.issuperset(between)


def _is_led(post: str, held: str) -> bool:
    """Say whether a post by which a body is led ("chief", "director") is one that is held in it."""
    mine, theirs = (title.replace("-general", " general").split() for title in (post, held))
    leads = theirs[-1] in _LEADING or held in _EXECUTIVES
    if not leads or not _NO_HEADS.isdisjoint((mine[0], mine[-2:][0], theirs[0], theirs[-2:][0])):
        return False
    size = 1 + (theirs[-1] == "general")
    chief = mine[-1] in _CHIEFS and set(mine[:-1]) <= set(theirs)  # the UN's "human rights chief" leads a part of it
    return mine[-size:] == theirs[-size:] or chief or mine == ["leader"]


def leads_body(book: Book, index: int, held: str) -> bool:
    """Say whether a president is a body's, by the registry, and no state's."""
    entry = book.candidates[index].entry
    if entry is None or held not in OF_BODIES_TOO:
        return False
    return 0 < sum(title == held for title, *_ in entry.led) == sum(title == held for title, *_ in entry.posts)


def _are_alike(book: Book, body: str, others: Collection[str]) -> bool:
    """Say whether bodies are all persons or all none: whose aide it is does not tell of which office."""
    return {_is_person(book, body)} == {_is_person(book, other) for other in others}


def _is_person(book: Book, body: str) -> bool:
    return book.candidates[int(body)].kind == "person" if body.isdigit() else body.startswith("person:")


def _leads_ministry(book: Book, body: str, held: str) -> bool:
    """Say whether a post is that of a ministry's minister: the defense secretary leads the Pentagon."""
    index = book.keys.get(body, -1)
    name = book.candidates[index].name.lower().replace("ministry", "").split() if index >= 0 else []
    of = name.index("of") + 1 if "of" in name else len(name) - 1
    offices = book.scan.lex.offices
    wanted = offices.get(" ".join((*name[of:], "minister")), _NONE) if name else _NONE
    return not wanted.isdisjoint(offices.get(held, _NONE))


_NONE: frozenset[str] = frozenset()
