"""What stands around a mention: the word that follows it, the word before it, whether it is a place there.

What belongs here: small questions about a mention's neighbourhood, shared by folding and deciding. What does not:
answers about a whole actor.
"""

from __future__ import annotations

from pipelines.parsing.actors.between import over_adverbial, over_insertion
from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.actors.sides import followed, is_cut_off

_ACTS_AFTER = frozenset(("with", "by", "against", "between", "told", "urged", "asked", "accused", "warned", "called"))
_DETERMINERS = frozenset(("the", "a", "an", "both", "mr", "."))


def word_after(scan: Scan, end: int) -> str:
    """Return the word that a mention leads to, passing over brackets, what is joined to it by "and", an apposition
    between commas, and adverbs and the like.
    """
    word = scan.after.get(end)
    if word is None:
        word = scan.after[end] = _find_after(scan, end)
    return word


def _find_after(scan: Scan, end: int) -> str:
    words, size = scan.lowers, scan.size
    leader = followed(scan, end)
    end = leader.end if leader is not None else end
    if end < size and words[end] == "(":
        end = next((j + 1 for j in range(end, min(end + 8, size)) if words[j] == ")"), end)
    end = _over_joined(scan, _over_state(scan, end))
    if end < size and words[end] == ",":
        end = next((j + 1 for j in range(end + 2, min(end + 22, size)) if words[j] in (",", ".", "\n")), size)
    while end + 1 < size:
        word, over = words[end], over_adverbial(words, end)
        if over > end:
            end = over
        elif scan.has("adverb", word) or (word.endswith("ly") and len(word) > 4) or scan.has("day", word):
            end += 1
        else:
            break
    return words[end] if end < size else ""


def _over_state(scan: Scan, end: int) -> int:
    """Pass over the state of a person or body: "President Jean Roe | of Chad | left"."""
    state = scan.by_start.get(end + 1) if end < scan.size and scan.words[end] == "of" else None
    named = scan.by_end.get(end)
    of_somebody = named is not None and named.kind in ("person", "post", "organization")
    return state.end if state is not None and state.kind == "state" and of_somebody else end


def _over_joined(scan: Scan, end: int) -> int:
    """Pass over further members of a list of actors: ", France and the U.K."."""
    for _ in range(6):
        i = end
        if i < scan.size and scan.words[i] == ",":
            i += 1
        if i < scan.size and scan.lowers[i] in ("and", "or", "nor"):
            i += 1
        elif scan.lowers[i : i + 3] == ["as", "well", "as"]:
            i += 3
        if i == end or i >= scan.size:
            return end
        if scan.lowers[i] in _BEFORE_MEMBER and i + 1 < scan.size:
            i += 1
        member = scan.by_start.get(i)
        if member is not None and member.kind == "demonym":  # "and French | President Jean Roe"
            member = scan.by_start.get(member.end, member)
        if member is None or (scan.words[end] == "," and i == end + 1 and not _list_goes_on(scan, member.end)):
            return end
        if member.holder is not None and member.holder.end == end:  # "A and B, the spokesman, left"
            return end
        end = member.end
    return end


_BEFORE_MEMBER = frozenset(("the", "his", "her", "its", "their"))


def _list_goes_on(scan: Scan, end: int) -> bool:
    return end < scan.size and scan.lowers[end] in (",", "and", "or")


def word_before(scan: Scan, start: int) -> str:
    """Return the word that leads to a mention, passing over articles and what is joined before it by "and"; empty at
    the start of a sentence.
    """
    for _ in range(6):
        while start and start not in scan.firsts and scan.lowers[start - 1] in _DETERMINERS:
            start -= 1
        if not start or start in scan.firsts:
            return ""
        joint = start - 1
        if scan.lowers[joint] not in ("and", "or", ","):
            break
        joint -= scan.words[joint - 1] == "," and scan.words[joint] != ","
        member = scan.by_end.get(joint)
        if member is None:
            break
        start = member.start
    return scan.lowers[start - 1]


def act_before(scan: Scan, start: int) -> str:
    """Return how a word of engagement stands before a mention: ``object``, ``agent``, ``party`` ("talks with"), or
    nothing.
    """
    i = start
    while (
        i
        and i not in scan.firsts
        and (scan.lowers[i - 1] in _DETERMINERS or scan.has("group_modifier", scan.lowers[i - 1]))
    ):
        i -= 1
    if i == 0 or i in scan.firsts:
        return ""
    word, lex = scan.lowers[i - 1], scan.lex
    if word in lex.acts:
        return "object"
    if i < 2 or word not in _PARTY:
        return ""
    head = scan.lowers[i - 2]
    if word == "by":
        return "agent" if head in lex.acts else ""
    return "party" if head in lex.acts or head in lex.act_nouns else ""


_PARTY = frozenset(("by", "with", "against", "between", "on", "to", "for", "from", "of", "among", "at", "over"))


def is_place(scan: Scan, start: int, end: int) -> bool:
    """Say whether a state's or city's name stands for the place: "in Libya", "Tripoli, Libya", "northern Mali"."""
    before = word_before(scan, start)
    if scan.has("locative", before) or scan.has("movement", before) or scan.has("state_part", before):
        return not (before == "in" and end < scan.size and scan.lowers[end] in ("'s", "'"))
    if before == "," and start >= 2 and scan.words[start - 2][0].isupper() and scan.words[start - 1] == ",":
        return scan.by_end.get(start - 1) is None or scan.by_end[start - 1].kind in ("single", "weak", "capital")
    return scan.has("locative_weak", before) and word_after(scan, end) not in scan.lex.verbs and before != "of"


_ABOUT = frozenset(("over", "toward", "towards", "beyond", "through"))  # "anger over Washington's demands"


def city_acts(scan: Scan, start: int, end: int) -> bool:
    """Say whether a capital stands for its government: it does something, or something is done with or to it."""
    before = word_before(scan, start)
    if _is_addressed(scan, start, before) or (before == "from" and _sends(scan, start)) or is_cut_off(scan, start):
        return True
    if scan.lowers[end : end + 2] == [",", "which"]:
        return not (scan.has("locative", before) or scan.has("locative_weak", before))
    owns = scan.lowers[end : end + 1] in (["'s"], ["'"])
    owns_act = owns and (before in _ABOUT or not scan.lex.act_nouns.isdisjoint(scan.lowers[end + 1 : end + 2]))
    if (scan.has("locative", before) and not owns_act) or scan.has("state_part", before):
        return False
    aside = end + 1 < scan.size and scan.lowers[end] == "," and scan.lowers[end + 1] not in _OF_GOVERNMENTS
    aside = aside and over_insertion(scan.lowers, end) == end
    after = "" if aside else word_after(scan, end)
    if before in _ACTS_AFTER:
        return True
    if owns:
        return scan.lex.not_names.at(scan.lowers, end + 1, scan.size) is None if end + 1 < scan.size else False
    if after in scan.lex.verbs and not scan.has("locative_weak", before):
        return True
    other = scan.by_end.get(start - 1)
    return (
        before in ("and", "or")
        and other is not None
        and other.kind in ("state", "capital")
        and not is_place(scan, other.start, other.end)
    )


# What opens an insertion that tells of a government: "Moscow, accused by Kyiv, expelled", not "Moscow, Idaho, is".
_OF_GOVERNMENTS = frozenset(
    "accused alarmed angered angry backed blamed criticised criticized eager fearing for however keen like meanwhile "
    "stung supported suspected too unlike wary worried".split()
)


def _sends(scan: Scan, start: int) -> bool:
    """Say whether a capital is where somebody was sent from: "delegations from London and Rome"."""
    k = start - 1
    while k > 0 and scan.lowers[k] != "from":
        k -= 1
    return scan.lowers[k - 1] in _SENT


_SENT = frozenset("delegation delegations diplomats envoy envoys negotiators officials representatives".split())
_VISITED = frozenset(("visit", "visits", "visited", "visiting"))
_VISITS = _VISITED | frozenset("trip travel travels traveled travelled traveling travelling journey".split())
_TOWARDS = frozenset(("on", "to", "for", "from", "at", "of"))


def _is_addressed(scan: Scan, start: int, before: str) -> bool:
    """Say whether something is done to a city that can only be done to a government: "thanked", "sanctions on"."""
    if before in scan.lex.addresses or before in _VISITED:
        return True
    if before == "to" and start > 1 and scan.lowers[start - 2] in _VISITS:
        return True
    return before in _TOWARDS and start > 1 and scan.lowers[start - 2] in scan.lex.addresses


def named_by_kind(scan: Scan, start: int) -> bool:
    """Say whether the noun for a body stands right before a word: "the gas company Gazprom"."""
    found = start > 0 and start not in scan.firsts and scan.lex.org_heads.at(scan.lowers, start - 1, start)
    return bool(found) and not scan.caps[start - 1]


def before_noun(scan: Scan, end: int) -> bool:
    """Say whether a name stands before a noun that it belongs to: "White House briefing room", "U.N.-backed"."""
    if end + 1 >= scan.size:
        return False
    word = scan.lowers[end]
    if word in ("-", "–"):
        return scan.words[end + 1][0].isalpha() and scan.doc.starts[end] == scan.doc.ends[end - 1]
    if scan.caps[end]:
        follower = scan.by_start.get(end)
        return follower is not None and follower.kind in ("person", "post") and end not in scan.firsts
    return (
        word.isalpha()
        and word not in scan.lex.verbs
        and not scan.has("function", word)
        and not scan.has("number", word)
        and not word.endswith(("ly", "ing"))
    )


def is_given(scan: Scan, start: int) -> bool:
    """Say whether a name stands right after a verb of giving, and gets what follows: "sent Chad arms"."""
    return start > 0 and scan.has("giving", scan.lowers[start - 1 - (scan.lowers[start - 1] == "the" and start > 1)])


def in_post(scan: Scan, start: int) -> bool:
    """Say whether a name completes a post or membership: "ambassador to the United Nations", "a member of Hamas"."""
    i = start
    while i and scan.lowers[i - 1] in _DETERMINERS:
        i -= 1
    if i < 2 or scan.lowers[i - 1] not in ("of", "to", "for", "at", "from", "with", "in"):
        return False
    return scan.lowers[i - 2] in scan.lex.holders


_TAILS = {
    "group": frozenset(("of", "in", "from", "at")),
    "person": frozenset(("of", "in", "from", "at", "to", "for")),
    "organization": frozenset(("of", "in", "for")),
}
_BEFORE_TAIL = frozenset(("the", "across", "its", "his", "her", "their"))
_REGIONS = frozenset(("province", "state", "region", "district", "county", "city"))


def tail_end(scan: Scan, end: int, kind: str) -> int:
    """Return the end of what follows a description and tells it apart: "of Balkh province", "from eastern Libya", "for
    the foreign ministry"; ``end`` where nothing does.
    """
    i = end + 1
    if i >= scan.size or scan.lowers[end] not in _TAILS[kind] or end in scan.firsts:
        return end
    while i + 1 < scan.size and (scan.lowers[i] in _BEFORE_TAIL or scan.has("state_part", scan.lowers[i])):
        i += 1
    find = scan.by_start.get(i)
    if find is not None and find.kind != "demonym":
        last = find.end
    elif (
        scan.caps[i]
        and scan.lex.not_names.at(scan.lowers, i, scan.size) is None
        and not scan.has("day", scan.lowers[i])
    ):
        last = i + 1
    else:
        return end
    return last + (last < scan.size and scan.lowers[last] in _REGIONS)


FORMER = "former "
_ONCE = frozenset(("former", "ex", "ex-", "late", "then", "onetime", "one-time", "ousted", "deposed", "erstwhile"))


def told_title(scan: Scan, find: Find) -> str:
    """Return the post that a find tells, marked where it is told as over: "former prime minister"."""
    if find.kind == "post" and not _ONCE.isdisjoint(scan.lowers[find.start : find.head_end]):
        return FORMER + find.title
    i = find.start
    while i and (scan.lowers[i - 1] in scan.lex.post_words or _is_adjective(scan, i)):
        i -= 1
        if scan.lowers[i] in _ONCE:
            return FORMER + find.title
    return find.title


def _is_adjective(scan: Scan, end: int) -> bool:
    before = scan.by_end.get(end)
    return before is not None and before.kind in ("demonym", "state") and before.end - before.start == 1
