"""Where the words of a description start: with its adjectives and what tells how many, "more than 40 local officials".

What belongs here: the left edge of a description as it is told. What does not: which actor it is (``book``), whose it
is (``nominal``), what tells it apart behind it (``tails``).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.parsing.actors.model import DESCRIBED, Candidate, Find
from pipelines.parsing.actors.scan import Scan

_WHOLE = frozenset("all both some several many most few other another these those this such own numerous".split())
_OWNERS = frozenset("a an his her its their our my your several some many no".split())
_BODIES = frozenset("group number handful lot crowd majority couple minority pair team panel".split())
_ABOUT = frozenset("about nearly some almost around over roughly approximately".split())
_COUNTED = frozenset((("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")))
_COUNTING = frozenset(("dozens", "hundreds", "thousands", "scores", "tens"))


def widen(scan: Scan, candidates: Iterable[Candidate]) -> None:
    """Let every description start where its words do; the pronouns must be resolved before, for it may take one in."""
    for candidate in candidates:
        for mention in candidate.mentions:
            if mention.method in DESCRIBED and not mention.is_pronoun:
                mention.token_start = told_start(scan, mention.token_start)


def told_start(scan: Scan, start: int) -> int:
    """Return the first token of the phrase of a description that is known from a token on."""
    opened = _is_number(scan, start) or scan.lowers[start] in _WHOLE or scan.lowers[start] in _OWNERS
    i = _before_number(scan, start if opened else before_adjectives(scan, start))
    i = _one_before(scan, _before_owner(scan, i), _WHOLE)
    if i > 1 and scan.lowers[i - 1] == "of" and scan.lowers[i - 2] in _BODIES and not scan.taken[i - 2]:
        i = before_adjectives(scan, i - 2)
    return _one_before(scan, i, _OWNERS)


def _before_owner(scan: Scan, i: int) -> int:
    """Return the start moved over a thing that a description belongs to: "the | airline's pilots"."""
    owner = i - 2
    if owner < 1 or i - 1 in scan.firsts or scan.lowers[i - 1] not in ("'s", "'") or not _is_noun(scan, owner):
        return i
    start = before_adjectives(scan, owner)
    return start - 1 if scan.lowers[start - 1] in _ARTICLES and start not in scan.firsts else i


def _is_noun(scan: Scan, j: int) -> bool:
    """Say whether a word right before "'s" names a thing, and is no day and no name."""
    word = scan.lowers[j]
    return not (scan.taken[j] or scan.caps[j] or scan.has("adjunct_noun", word)) and word.isalpha()


_ARTICLES = frozenset(("the", "a", "an", "this", "that"))


def _one_before(scan: Scan, i: int, words: frozenset[str]) -> int:
    """Return the start moved over the word before it where this is one of some."""
    return i - 1 if i and i not in scan.firsts and not scan.taken[i - 1] and scan.lowers[i - 1] in words else i


def before_adjectives(scan: Scan, i: int) -> int:
    """Return the start moved over the adjectives and nouns before it that can only belong to it."""
    while i and i not in scan.firsts:
        if _is_adjective(scan, i - 1):
            i -= 1
        elif scan.lowers[i - 1] == "and" and i - 1 not in scan.firsts and _joins(scan, i - 2):
            i -= 2
        else:
            break
    return i


def _joins(scan: Scan, j: int) -> bool:
    """Say whether a word is an adjective that "and" joins to the next, nobody's own: not "the army and rebels"."""
    return scan.lowers[j] in scan.lex.post_words and not scan.taken[j]


def _is_adjective(scan: Scan, j: int) -> bool:
    """Say whether a word before a noun can only belong to it: no verb, no small word, nothing that tells when."""
    word, lex = scan.lowers[j], scan.lex
    if scan.taken[j] or len(word) < 3 or word in lex.verbs or not word.replace("-", "").isalpha():
        return False
    known = word in lex.post_words or scan.has("group_modifier", word)
    if scan.caps[j] and not (known and j in scan.firsts):
        found = None if j in scan.firsts else lex.not_names.at(scan.lowers, j, j + 1)
        return found is not None and found[1] in ("place", "region")
    if known:
        return True
    small = scan.has("function", word) or scan.has("number", word) or scan.has("adjunct_noun", word)
    return not small and word not in lex.speech and not word.endswith(("ly", "ing"))


def _before_number(scan: Scan, i: int) -> int:
    """Pass over a number and what goes with it: "about 40", "more than a dozen", "hundreds of"."""
    lowers, firsts = scan.lowers, scan.firsts
    if i > 1 and i not in firsts and lowers[i - 1] == "of" and lowers[i - 2] in _COUNTING:
        i -= 2
    while i and i not in firsts and _is_number(scan, i - 1):
        i -= 1
    if not _is_number(scan, i):
        return i
    if i not in firsts and lowers[i - 1] == "a":
        i -= 1
    if i > 1 and i not in firsts and (lowers[i - 2], lowers[i - 1]) in _COUNTED:
        return i - 2
    return _one_before(scan, i, _ABOUT)


def _is_number(scan: Scan, i: int) -> bool:
    return scan.has("number", scan.lowers[i]) or scan.words[i][0].isdigit()


def uncapitalised(scan: Scan, find: Find, start: int, text: str) -> str:
    """Return a description without the capital that its first word owes to where it stands: "Protesters" is no name."""
    word, rest = scan.lowers[start], text[1:]
    if start in scan.aliases or not rest.islower() or not (scan.headline[start] or scan.starts_sentence(start)):
        return text
    if word not in scan.vocabulary and word not in find.title.split():
        return text
    again = (i for i in range(scan.size) if scan.lowers[i] == word and i != start and scan.caps[i])
    named = (i for i in again if not scan.headline[i] and not scan.starts_sentence(i))  # "Democratic" elsewhere, too
    alone = word == text.lower()  # of "Police" another's name tells nothing: "the New York Police"
    return text if any(not (alone and _is_in_name(scan, i)) for i in named) else word[0] + rest


def _is_in_name(scan: Scan, i: int) -> bool:
    """Say whether a capitalised word stands beside another one."""
    return bool(scan.caps[i - 1] or scan.caps[i + 1 : i + 2] == b"\1")
