"""Who a post means that the article names nobody for: its holder on the article's day, by the registry.

What belongs here: when the registry may answer for the article, and asking it. What does not: holders that the article
names (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import FORMER, told_title
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.identity.chiefs import led_by
from pipelines.parsing.actors.model import Entry, Find, is_held
from pipelines.parsing.actors.scan import Scan

# Of these a state has one at a time, and the registry knows them by the day.
_OFFICES = frozenset(("head_of_government", "foreign_minister", "defence_minister", "monarch", "supreme_leader"))
_ALONE = frozenset(("president", "vice chancellor"))  # by this very word
_OTHER_DAYS = frozenset(
    "ago back later once then future next new incoming elected elect previous past earlier acting interim would".split()
)


def in_office(book: Book, find: Find) -> int:
    """Return the actor who holds the post of a find on the article's day: "Mexico's president"; -1 where that is not
    sure: the article is not dated to the day, tells of other years, or the registry knows nobody or several.
    """
    entry = _holder(book, find) if _tells_of_today(book.scan, find) else None
    if entry is None:
        return -1
    find.entry, find.method = entry, "office"
    index = book.keys.get(entry.registry_id, -1)
    return index if index >= 0 else book.new(find, entry.registry_id, "person", entry.name)


def _holder(book: Book, find: Find) -> Entry | None:
    title, offices = told_title(book.scan, find), book.scan.lex.offices
    if title.startswith(FORMER):
        return None
    if (leader := led_by(book, find)) is not None:
        return leader
    if leads_no_state(book.scan, find) or _may_lead_others(book.scan, find):
        return None
    asked = _leading(book.scan, find.country) if title == "leader" else [offices.get(title, frozenset()) & _OFFICES]
    return next(filter(None, (_only_holder(book, find.country, title, wanted) for wanted in asked)), None)


def _leading(scan: Scan, country: str) -> list[frozenset[str]]:
    """Return the offices of which the first that a state has leads it: the president's, if no other does."""
    listed = [
        office for office, first, last in scan.lex.state_leaders.get(country, ()) if is_held(first, last, scan.day)
    ]
    return [frozenset((office,)) for office in listed or ("head_of_state", "head_of_government")]


def _only_holder(book: Book, country: str, title: str, wanted: frozenset[str]) -> Entry | None:
    """Return who alone holds a post of a state by this title, or one of the offices wanted, on the article's day."""
    offices = book.scan.lex.offices

    def is_meant(post: str) -> bool:
        return (post == title and title in _ALONE) or not wanted.isdisjoint(offices.get(post, ()))

    fits = {entry.registry_id: entry for entry in book.gazetteer.officials(country, book.scan.day, is_meant)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _tells_of_today(scan: Scan, find: Find) -> bool:
    """Say whether a sentence speaks of the article's own time, as far as its words show."""
    first, end = scan.doc.sentences[scan.sentence_of[find.start]]
    words = scan.lowers[first:end]
    years = {word for word in words if len(word) == 4 and word.isdigit()}
    return scan.is_dated and _OTHER_DAYS.isdisjoint(words) and years <= {scan.day[:4]}


def leads_no_state(scan: Scan, find: Find) -> bool:
    """Say whether a leader is told by whom or what it leads, which is no state: "the far-right leader"."""
    if find.title != "leader":
        return False
    if find.owner is not None and find.owner.entry is not None and find.owner.entry.kind != "state":
        return True
    of_body = scan.lowers[find.end : find.end + 1] == ["of"] and (find.owner is None or find.owner.kind not in _LANDS)
    of_body = of_body and scan.lowers[find.end + 2 : find.end + 3] not in (["country"], ["nation"])
    return of_body or not _LED.isdisjoint(scan.lowers[max(0, find.start - 1) : find.end])


def _may_lead_others(scan: Scan, find: Find) -> bool:
    """Say whether more is told of a leader than fits whoever leads a state: "France's far-right leader"."""
    owned = find.owner is not None and find.start <= find.owner.start < find.end
    told = scan.lowers[find.owner.end if find.owner is not None and owned else find.start : find.end - 1]
    return find.title == "leader" and not _LEADING.issuperset(told)


# "The Democratic leader", "the rebel leader" is no head of state.
_LED = frozenset(
    "republican democratic gop senate house minority majority party opposition tribal rebel militant terrorist union "
    "congressional religious spiritual student community business labour labor conservative".split()
)
# What fits whoever leads a state.
_LEADING = frozenset(
    "aging ageing ailing authoritarian autocratic beleaguered current defiant despotic embattled de facto hardline "
    "junta longtime long-time long-serving longest-serving military paramount powerful reclusive strongman top veteran "
    "wartime young 's ’ '".split()
)
_LANDS = ("state", "capital", "demonym")
