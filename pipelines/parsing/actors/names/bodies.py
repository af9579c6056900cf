"""Names of organizations by their head noun: "Ministry of Trade and Industry", "Libyan National Army".

What belongs here: where such a name starts and ends. What does not: which organization it is (``book``).
"""

from __future__ import annotations

from pipelines.parsing.actors.gazetteer import Alias
from pipelines.parsing.actors.lexicon import OrgHead
from pipelines.parsing.actors.names.run import Run

_TAKES_ON = frozenset(
    "council committee commission center centre forum foundation conference panel project subcommittee".split()
)
_OPENS_MORE = frozenset(("of", "for", "against", "without"))
_TAIL = 5  # tokens of a noun behind the capitals: "State | 's Attorney 's Office"
_NO_OF = frozenset(("police", "union", "front", "group", "times"))


def body_heads(run: Run) -> list[tuple[int, int, OrgHead]]:
    """Return the head nouns of organizations in the stretch: (start, end, head)."""
    scan, i = run.scan, run.start
    heads: list[tuple[int, int, OrgHead]] = []
    known = scan.lex.org_heads.by_first.keys()
    if scan.headline[i] or known.isdisjoint(scan.lowers[i : run.end]):
        return heads
    while i < run.end:
        found = scan.lex.org_heads.at(scan.lowers, i, min(run.end + _TAIL, scan.size))
        if found is not None and (found[0] <= run.end or scan.caps[found[0] - 1] or _is_office(found[1])):
            heads.append((i, found[0], found[1]))  # "Court of Appeals" goes on in lower case
            i = found[0]
        else:
            i += 1
    return heads


def _is_office(head: OrgHead) -> bool:
    """Say whether a head noun is the office of a post, which goes on in lower case: "the Attorney General's office"."""
    return "'" in head.text and head.text.endswith("office")


def body_from(run: Run, i: int, title_end: int) -> tuple[int, OrgHead] | None:
    """Return (end, head) of the organization's name that starts at a token, or None."""
    if not run.heads:
        return None
    scan = run.scan
    best: tuple[int, OrgHead] | None = None
    for start, end, head in run.heads:
        if start < i:
            continue
        if start > i and not _is_org_stretch(run, i, start, title_end):
            break
        extended = _extend(run, end, head)
        if start > i or extended > end or _stands_alone(run, i, end, head):
            best = (extended, head)
        if extended > end:
            break
    if best is not None and best[0] == i + 1 and scan.aliases.get(i, (0,))[0] > i:
        return None
    whole = scan.lex.not_names.at(scan.lowers, i, scan.size) if best is not None else None
    if best is not None and whole is not None and whole[0] == best[0]:  # "West Bank"
        run.skip = best[0]
        return None
    if best is not None and best[0] < scan.size and scan.caps[best[0]]:
        after = scan.lex.not_names.at(scan.lowers, best[0], scan.size)
        if after is not None and after[1] in ("place", "event", "law"):
            run.skip = after[0]
            return None
    return best


def _is_org_stretch(run: Run, i: int, start: int, title_end: int) -> bool:
    """Say whether the words from ``i`` to a head noun may belong to one name with it."""
    scan = run.scan
    for j in range(max(i, title_end), start):
        alias = scan.aliases.get(j)
        if alias is not None and alias[1].kind == "person" and alias[0] > j + 1:
            return False
        title = scan.lex.titles.at(scan.lowers, j, run.end) if j > i and scan.words[j] != "." else None
        if title is not None and (title[0] < start or title[1].kind != "rank"):
            return False
    return scan.lowers[i] not in scan.lex.words["male"]


def _extend(run: Run, end: int, head: OrgHead) -> int:
    """Return the end of the name with its "of ..." part: Ministry of Trade and Industry."""
    scan = run.scan
    word = scan.lowers[end] if end < scan.size else ""
    if head.text in _NO_OF or not (word in _OPENS_MORE or (word == "on" and head.text in _TAKES_ON)):
        return end
    i = end + 2 if end + 1 < scan.size and scan.lowers[end + 1] == "the" else end + 1
    if i >= scan.size or not _may_follow(run, i, word):
        return end
    last = end
    if (
        head.text == "office"
        and (post := scan.lex.titles.at(scan.lowers, i, scan.size))
        and (scan.caps[post[0] : post[0] + 1] != b"\1")
    ):
        return post[0]  # "Office of the Inspector General"
    while i < scan.size and i not in scan.firsts:
        if scan.caps[i] and scan.lex.titles.at(scan.lowers, i, scan.size) is None:
            last = i + 1
        elif (
            scan.lowers[i] not in ("and", "of", "the", "&", "for") or not _continues(run, i) or _is_whole(run, head, i)
        ):
            break
        i += 1
    return max(last, end)


def joiners_from(run: Run, i: int) -> tuple[int, OrgHead] | None:
    """Return (end, head) of a body that goes by who joined it and what for: "Parents for Safe Roads", or None."""
    scan = run.scan
    end = i + 1
    if not scan.has("joiners", scan.lowers[i]) or scan.headline[i] or scan.lowers[end : end + 1] == ["of"]:
        return None
    head = OrgHead(scan.lowers[i], "NGO", False, False)
    extended = _extend(run, end, head)
    return (extended, head) if extended > end else None


def _may_follow(run: Run, i: int, word: str) -> bool:
    """Say whether a word after "of", "for", "on" goes on with the name: no person, no day, no lower case."""
    scan = run.scan
    alias = scan.aliases.get(i)
    if not scan.caps[i] or i in scan.firsts or (alias is not None and alias[1].kind == "person"):
        return False
    clutter = scan.lex.not_names.at(scan.lowers, i, scan.size)
    plain = clutter is None or clutter[1] not in ("day", "month", "feast")
    return word == "of" or (plain and (alias is None or _leads_on(run, *alias)))


def _leads_on(run: Run, end: int, alias: Alias) -> bool:
    """Say whether a demonym stands before more of the name: "Alliance for American Manufacturing"."""
    scan = run.scan
    demonym = alias.senses[0].alias_type == "demonym" and not scan.lowers[end - 1].endswith("s")
    return demonym and scan.caps[end : end + 1] == b"\1" and end not in scan.firsts and end not in scan.aliases


def _is_whole(run: Run, head: OrgHead, i: int) -> bool:
    """Say whether a known firm's or club's whole name ends before "and": "Bank of America and Wells Fargo" are two."""
    known = run.scan.aliases.get(run.pos) if run.scan.lowers[i] == "and" and head.sector in _PRIVATE else None
    return known is not None and known[0] == i


_PRIVATE = ("BUS", "NGO")


def _continues(run: Run, i: int) -> bool:
    """Say whether a small word goes on with an organization's name."""
    scan = run.scan
    nxt = i + 2 if i + 2 < scan.size and scan.lowers[i + 1] in ("the", "of") else i + 1
    if nxt >= scan.size or not scan.caps[nxt]:
        return False
    word = scan.lowers[i]
    if word == "and":
        titled = scan.lex.titles.at(scan.lowers, nxt, scan.size) is not None
        titled = titled or scan.has("joiners", scan.lowers[nxt])
        return nxt not in scan.aliases and not titled and scan.lowers[nxt] not in scan.lex.given
    return nxt not in scan.aliases or word == "of"


def _stands_alone(run: Run, i: int, end: int, head: OrgHead) -> bool:
    """Say whether a head noun alone is a name here: "the Senate", "Congress"."""
    scan = run.scan
    if not head.common or scan.headline[i] or (scan.starts_sentence(i) and scan.lowers[i] in scan.vocabulary):
        return False
    return end == run.end or run.title is None


def is_local(run: Run, i: int, end: int) -> bool:
    """Say whether a body is a federal state's or a city's, by its first word: "Oregon National Guard"."""
    scan = run.scan
    place = scan.lex.not_names.at(scan.lowers, i, end) if i not in scan.aliases else None
    return place is not None and place[1] == "place" and place[0] < end


def is_anothers_own(run: Run, i: int, end: int) -> bool:
    """Say whether a plain name before a chamber's one word makes it another's: "Waffle House", "World Jewish Congress",
    and no "Full House" that opens a sentence, no "Republican House".
    """
    scan, noun = run.scan, end - 1
    if noun <= i or noun not in scan.aliases or noun - 1 in scan.firsts or not scan.caps[noun - 1]:
        return False
    lex, word = scan.lex, scan.lowers[noun - 1]
    clutter = lex.not_names.at(scan.lowers, noun - 1, noun)
    known = word in scan.vocabulary or word in lex.post_words or "-" in word
    if known or (clutter is not None and clutter[1] != "faith") or is_local(run, i, end):
        return False
    before = [alias for j in range(i, noun) if (alias := scan.aliases.get(j)) is not None and alias[0] >= noun]
    return all(known[0] == noun and known[1].kind == "group" for known in before)
