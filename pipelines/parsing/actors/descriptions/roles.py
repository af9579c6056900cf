"""Posts told beside a name: "Massad Boulos, senior adviser to the US President" and "the ministry's spokesman, Hany
Naim".

What belongs here: joining a post with the name it stands beside, and the roles that this tells. What does not: posts
that stand alone for their holder (``persons``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import named_by_kind, word_after
from pipelines.parsing.actors.descriptions.owners import owner_after
from pipelines.parsing.actors.descriptions.sectors import sector_told
from pipelines.parsing.actors.fronted import is_fronted
from pipelines.parsing.actors.lexicon import ActorLexicon
from pipelines.parsing.actors.model import Candidate, Find
from pipelines.parsing.actors.scan import Scan
from pipelines.records import ObservedRole

_REACH = 9
_NAMES = ("person", "weak", "single")
_BETWEEN = frozenset("of in to for at on the and a an 's ' ’ from with".split())


def join_appositions(scan: Scan) -> None:
    """Give each post that stands beside a name to that name; a name that only its post shows to be a person's becomes
    one.
    """
    for post in scan.finds:
        if post.kind == "person" and post.title and post.owner is None:
            post.owner = _bracketed(scan, post.start) or owner_after(scan, post.end)[1]
            post.country = post.country or (post.owner.country if post.owner is not None else "")
        if post.kind != "post" or scan.headline[post.start]:
            continue
        if scan.lowers[post.end : post.end + 1] in (["'s"], ["'"]):  # "Name, the president's son": another is president
            continue
        if post.owner is None:
            post.owner = owner_after(scan, post.end)[1]
            post.country = post.country or (post.owner.country if post.owner is not None else "")
        name = _name_before(scan, post) or _name_after(scan, post)
        if name is not None:
            post.holder = name
            name.gender = name.gender or post.gender
            name.sector = name.sector or sector_told(post)
            if name.kind != "person":
                name.kind, name.method = "person", "apposition"


def _bracketed(scan: Scan, start: int) -> Find | None:
    """Return the body before a post with its acronym between: "US Africa Command (AFRICOM) Commander"."""
    if start < 4 or scan.words[start - 1] != ")":
        return None
    opened = next((j for j in range(start - 2, max(0, start - 5), -1) if scan.words[j] == "("), -1)
    find = scan.by_end.get(opened)
    return find if find is not None and find.kind == "organization" else None


def _name_before(scan: Scan, post: Find) -> Find | None:
    """Return the name in "Name, [age,] the POST", "Name, the president's POST"."""
    i = _owner_start(scan, post.start)
    while i and (
        scan.lowers[i - 1] in ("the", "a", "an", "his", "her", "their", "its", "one", "of") or _is_inside(scan, i - 1)
    ):
        i -= 1
    if i and scan.words[i - 1] == "," and i > 2 and scan.words[i - 2].isdigit():
        i -= 2
    if i == 0 or scan.words[i - 1] != ",":
        return None
    name = scan.by_end.get(i - 1)
    if name is None or name.kind not in _NAMES or not _stands_in(scan, post.end):
        return None
    if name.kind != "person" and named_by_kind(scan, name.start):  # "at the magazine Ny Dag, the editor, Ulf Berg"
        return None
    subject = _is_subject(scan, post) or _names_subject(scan, post)
    return None if subject and is_fronted(scan, name.start, name.end, i) else name


def _names_subject(scan: Scan, post: Find) -> bool:
    """Say whether a full name and a verb follow a post: "After talks with Jean Roe, the spokesman, Karl Lee, left"."""
    name = scan.by_start.get(post.end + 1) if scan.words[post.end : post.end + 1] == [","] else None
    full = name is not None and name.kind == "person" and name.head_end - name.head_start > 1
    return full and name is not None and scan.words[name.end : name.end + 1] == [","] and _acts(scan, name.end + 1)


def _acts(scan: Scan, token: int) -> bool:
    return scan.lowers[token : token + 1] != ["the"] and word_after(scan, token) in scan.lex.verbs


def _is_subject(scan: Scan, post: Find) -> bool:
    """Say whether a verb follows a post: in "After talks with Jean Roe, Chad's president left" it is another's."""
    return scan.words[post.end : post.end + 1] != [","] and word_after(scan, post.end) in scan.lex.verbs


def _owner_start(scan: Scan, start: int) -> int:
    """Return where the post starts whose holder a post belongs to: "the president's adviser"; else ``start``."""
    owner = scan.by_end.get(start - 1)
    owned = owner is not None and owner.kind == "post" and scan.lowers[start - 1] == "'s"
    return owner.start if owner is not None and owned else start


def _is_inside(scan: Scan, token: int) -> bool:
    """Say whether a token between the comma and the post belongs to the post: "the Vietnamese-born Pentagon
    spokesman".
    """
    lowers = scan.lowers
    find = scan.by_end.get(token + 1)
    named = find is not None and find.kind in ("state", "demonym", "organization", "capital")
    return (
        (bool(scan.taken[token]) and (named or not scan.caps[token]))
        or lowers[token] in scan.lex.post_words
        or (scan.has("group_modifier", lowers[token]))
    )


def _stands_in(scan: Scan, end: int) -> bool:
    """Say whether the phrase after a post ends as an apposition does, with a comma, a stop or a "who"."""
    limit = min(scan.size, end + 16)
    for j in range(end, limit):
        if scan.words[j] in (",", ".", "\n", ";", "—", "–", "”", '"', ")"):
            return True
        if scan.lowers[j] in scan.lex.auxiliaries and scan.lowers[j - 1] not in ("who", "that", "which"):
            return False
    return True


def _name_after(scan: Scan, post: Find) -> Find | None:
    """Return the name in "the POST [of ORG], Name,", "POST to STATE Full Name"."""
    of = owner_after(scan, post.end)[1]
    name = scan.by_start.get(of.end) if of is not None else None
    if name is not None and name.kind in ("person", "weak") and name.head_end - name.head_start > 1 and not name.title:
        return name
    for j in range(post.end, min(scan.size - 1, post.end + _REACH)):
        word = scan.lowers[j]
        if word == ",":
            name = scan.by_start.get(j + 1)
            good = name is not None and name.kind in ("person", "weak") and name.end < scan.size
            return name if good and name is not None and scan.words[name.end] in (",", ".", "\n", ";", "(") else None
        if not (word in _BETWEEN or scan.taken[j] or scan.caps[j]):
            return None
    return None


def observed_roles(scan: Scan, candidates: list[Candidate], numbers: dict[int, int]) -> list[ObservedRole]:
    """Return the posts that the article gives its persons.

    Args:
        scan: The article's working state.
        candidates: The book's candidates.
        numbers: From a candidate's place in the book to its final id.
    """
    roles, seen = [], set()
    for find in scan.finds:
        holder = find.holder or (find if find.kind in ("person", "weak") and find.title else None)
        if holder is None or holder.actor not in numbers or not find.title:
            continue
        owner = find.owner.actor if find.owner is not None else -1
        for title in _posts(scan.lex, _title_text(scan, find)):
            told = (holder.actor, title.lower())
            if told in seen or candidates[holder.actor].kind != "person":
                continue
            seen.add(told)
            start, end = scan.doc.span(min(find.start, holder.start), max(find.end, holder.end))
            organization = numbers.get(owner) if owner >= 0 and candidates[owner].kind == "organization" else None
            country = find.country or (candidates[owner].country if owner >= 0 else "")
            roles.append(ObservedRole(numbers[holder.actor], title, organization, country or None, start, end))
    return roles


def _posts(lexicon: ActorLexicon, title: str) -> list[str]:
    """Return the posts that a title tells, abbreviations written out: "Chairman Rep." are two, "Army Gen." is one; a
    wife or a witness holds none.
    """
    words = title.split()
    if not words or words[-1].lower() in lexicon.words.get("tie", ()):
        return []
    full = [lexicon.abbreviations.get(word.lower().strip("."), word) for word in words]
    before = [word.lower() for word in words[:-1]]
    found = lexicon.titles.at(before, 0, len(before)) if before and full[-1] != words[-1] else None
    if found is not None and found[0] == len(before) and found[1].kind == "post":
        return [" ".join(full[:-1]), full[-1]]
    return [" ".join(full)]


def _title_text(scan: Scan, find: Find) -> str:
    """Return the post as written, without a rank's or courtesy's bare word."""
    found = scan.lex.titles.by_first
    if find.kind == "post":
        end = find.end
        start = next((i for i in range(find.head_start, end) if scan.lowers[i] in found), find.head_start)
    else:
        start, end = find.start, find.head_start
    text = scan.doc.slice(start, end) if start < end else ""
    return text if find.title not in _COURTESY else ""


_COURTESY = frozenset("mr mrs ms miss sir dr lord lady dame sheikh professor prof rev father sister imam".split())
