"""Descriptions: posts, institutions and groups told in lower case ("the AFRICOM commander", "Libyan rebels").

What belongs here: noun phrases that stand for an actor by what they say. What does not: names (``proper``) and which
actor a description means (``book``).
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.context import is_given, tail_end
from pipelines.parsing.actors.descriptions.governments import add_government
from pipelines.parsing.actors.descriptions.owners import left_context, owner_after
from pipelines.parsing.actors.descriptions.papers import ends_name
from pipelines.parsing.actors.descriptions.peoples import is_family
from pipelines.parsing.actors.lexicon import GroupNoun, OrgHead, Title
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.names.personal import may_bear
from pipelines.parsing.actors.names.unmeant import is_of_military
from pipelines.parsing.actors.scan import NONE, Scan
from pipelines.parsing.actors.sides import followed


def find_descriptions(scan: Scan) -> None:
    """Add a find for every description; posts right before a name become that name's title."""
    for i in compress(range(scan.size), map(scan.lex.openers.__contains__, scan.lowers)):
        if not scan.taken[i] and (not scan.caps[i] or i in scan.firsts or scan.headline[i]) and not _is_verb(scan, i):
            _describe(scan, i)
    for find in scan.finds:
        _stand_apart(scan, find)


def _stand_apart(scan: Scan, find: Find) -> None:
    """Let a state's adjective stand for itself whose noun is told only once: "Thai and Cambodian soldiers"."""
    joined = find.kind in ("group", "post") and find.sector in _OF_STATES and scan.lowers[find.head_start - 1] == "and"
    before = scan.by_end.get(find.head_start - 1) if joined else None
    if before is not None and before.kind == "demonym":
        before.attributive = False


_OF_STATES = frozenset("COP GOV MIL SPY".split())
_BEFORE_VERBS = frozenset("to will would can could may might must shall should not n't 'll cannot did does do".split())


def _is_verb(scan: Scan, i: int) -> bool:
    """Say whether a noun for a person or body is the verb here: "will host", "agreed to head"."""
    if not i or scan.lowers[i] not in scan.lex.verbs or scan.lowers[i - 1] not in _BEFORE_VERBS:
        return False
    return scan.lowers[i - 2 : i - 1] != ["according"]


def _describe(scan: Scan, i: int) -> None:
    lex = scan.lex
    title = lex.titles.at(scan.lowers, i, scan.size)
    head = lex.org_heads.at(scan.lowers, i, scan.size)
    group = lex.groups.at(scan.lowers, i, scan.size)
    head = head if head and head[1].common else None
    longest = max((f[0] for f in (title, head, group) if f), default=0)
    if not longest:
        _portfolio(scan, i)
    elif group is not None and group[0] == longest and (group[1].plural or (title is None and head is None)):
        if group[1].plural or scan.lowers[i] in _SINGULAR_GROUPS or is_family(scan, i):
            _group(scan, i, longest, group[1])
    elif title is not None and title[0] == longest:
        _post(scan, i, longest, title[1])
    elif head is not None:
        _institution(scan, i, longest, head[1])


def _portfolio(scan: Scan, i: int) -> None:
    """Foreign + ministry, oil + minister, joined where they are not one phrase in the lists."""
    found = scan.lex.portfolios.at(scan.lowers, i, scan.size)
    if found is None or found[0] >= scan.size:
        return
    end = found[0]
    head = scan.lex.org_heads.at(scan.lowers, end, scan.size)
    if head is not None and head[1].text in ("ministry", "department", "secretariat", "committee", "agency", "office"):
        _institution(scan, i, head[0], OrgHead(" ".join(scan.lowers[i : head[0]]), found[1], True, False))
    elif (title := scan.lex.titles.at(scan.lowers, end, scan.size)) is not None and scan.has(
        "portfolio_post", title[1].text
    ):
        _post(scan, i, title[0], Title(" ".join(scan.lowers[i : title[0]]), "post", "GOV", "", True))


_SINGULAR_GROUPS = frozenset(("coalition", "delegation", "opposition", "militia"))


def _post(scan: Scan, i: int, end: int, title: Title) -> None:
    if scan.lowers[i - 1] in _STUFF:
        return
    start, country, owner = left_context(scan, i)
    name = scan.by_start.get(end) or _titled_within(scan, i, end)
    if name is not None and may_bear(scan, name, title) and end not in scan.firsts:
        _title_of(scan, name, i, title, country, owner)
        return
    if not title.alone or _noun_follows(scan, end):
        return
    after = owner_after(scan, end)[1] if owner is None else None
    scan.add(
        Find(
            _with_article(scan, start, _WHOSE), end, start, end, "post", "post", title=title.text, sector=title.sector,
            country=country or (after.country if after else ""), gender=title.gender, owner=owner or after,
        )
    )  # fmt: skip


_STUFF = frozenset(("biological", "chemical", "nerve"))  # "a nerve agent" is nobody


def _titled_within(scan: Scan, i: int, end: int) -> Find | None:
    """Return the name whose own title is the end of a post: "interim | President Ada Roe"."""
    inside = (scan.by_start.get(k) for k in range(i + 1, end))
    return next(
        (find for find in inside if find is not None and find.kind == "person" and find.head_start == end), None
    )


def _title_of(scan: Scan, name: Find, i: int, title: Title, country: str, owner: Find | None) -> None:
    """Give a name the post that stands right before it in lower case: "prime minister Fayez al-Sarraj"."""
    if title.alone and (not name.title or name.title in _HONORIFIC):
        name.title, name.sector, name.gender = title.text, title.sector, name.gender or title.gender
    name.country, name.owner = name.country or country, name.owner or owner
    if name.kind != "person":
        name.kind, name.method = "person", "title_name"
    end = name.start
    scan.stretch(name, i)
    for k in range(i, end):
        scan.taken[k] = 1


def _with_article(scan: Scan, start: int, owners: frozenset[str] = NONE) -> int:
    """Return the start of a description with its indefinite article, number, or one of some possessive pronouns."""
    i = start
    while i and (scan.has("number", scan.lowers[i - 1]) or scan.words[i - 1].isdigit()):
        i -= 1
    if i > 1 and scan.lowers[i - 1] == "of" and scan.has("number", scan.lowers[i - 2]):
        return i - 2
    if i and i == start and (scan.lowers[i - 1] in _OPENING or scan.lowers[i - 1] in owners) and not scan.taken[i - 1]:
        return i - 1
    return i


_OPENING = frozenset("a an several some many no".split())
_WHOSE = frozenset("his her its their our my".split())
_HONORIFIC = frozenset(("mr", "mrs", "ms", "dr", "miss", "sheikh", "sir"))


def _named_before(scan: Scan, i: int) -> bool:
    """Say whether a body with this noun in its name stands earlier in the text: "the agency" after "the CIA"."""
    noun = scan.lowers[i]
    return any(
        noun in (scan.lowers[find.head_end - 1], scan.lowers[find.head_start])
        or (find.entry is not None and noun in find.entry.name.lower().split())
        for find in scan.finds
        if find.kind == "organization" and find.end <= i
    )


def _noun_follows(scan: Scan, end: int) -> bool:
    """Say whether a description only stands before another noun: "police station", "rebel fighters"."""
    if end >= scan.size:
        return False
    return scan.has("noun_after", scan.lowers[end]) or scan.lex.groups.at(scan.lowers, end, scan.size) is not None


_PUBLIC = frozenset(("COP", "GOV", "JUD", "LEG"))


def _institution(scan: Scan, i: int, end: int, head: OrgHead) -> None:
    if _noun_follows(scan, end) or is_of_military(scan, end - 1) or ends_name(scan, i, end, head):
        return
    start, country, owner = left_context(scan, i)
    if scan.has("government", head.text) and add_government(scan, start, end, country, owner):
        return
    if scan.lowers[start].endswith("-based") and scan.lowers[start - 1] == "the":  # whom it means, ``taken_up`` tells
        return
    if owner is None:
        _, owner = owner_after(scan, end)
        country = country or (owner.country if owner is not None and owner.kind != "capital" else "")
        if owner is not None and owner.kind == "capital":
            country = owner.country
    told_apart = head.sector in _PUBLIC and scan.lowers[end : end + 1] == ["in"] and tail_end(scan, end, "group") > end
    if owner is None and not country and head.needs_owner and not told_apart and not _named_before(scan, i):
        return
    first = start if owner else i
    scan.add(
        Find(
            _with_article(scan, first), end, first, end, "organization", "head_noun", sector=head.sector,
            country=country, owner=owner, title=head.text,
        )
    )  # fmt: skip


def _group(scan: Scan, i: int, end: int, noun: GroupNoun) -> None:
    if end < scan.size and scan.has("noun_after", scan.lowers[end]):
        return
    start, country, owner = left_context(scan, i)
    if owner is not None and owner.kind == "state" and owner.end == i and is_given(scan, owner.start):
        start, country, owner = i, "", None
    if owner is None and country == "":
        _, after = owner_after(scan, end)
        if after is not None and after.kind in ("state", "capital"):
            country = after.country
        owner = followed(scan, end)
        country = country or (owner.country if owner is not None else "")
    if noun.kind == "modified" and start == i:
        return
    scan.add(
        Find(
            _with_article(scan, start), end, start, end, "group", "nominal", title=noun.text, sector=noun.sector,
            country=country, owner=owner, plural=noun.plural,
        )
    )  # fmt: skip
