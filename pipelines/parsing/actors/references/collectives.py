"""Words for several actors named before: "both sides", "the two leaders", "the three ministers", "the pair".

What belongs here: finding whom such words take up, and only where the text leaves little doubt. What does not: words
for one actor (``pronouns``, ``taken_up``), groups that are actors of their own (``nominal``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pipelines.parsing.actors.context import word_after
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.both import foremost, joined, leads_to, mediators
from pipelines.parsing.actors.references.offices import OFFICES, head_of, posts_meant, posts_of, state_of
from pipelines.parsing.actors.references.several import NUMBERS, PERSONS, SETS, SIDES, STATES, Words, phrase, words_at
from pipelines.parsing.actors.references.undergoing import outside_doers
from pipelines.parsing.actors.scan import Scan

BySentence = dict[int, list[Mention]]
_BACK = 4  # sentences
_NEAR = 2  # sentences back to several that no number counts
_FEW = 4  # of them
_AT_LARGE = frozenset(("in", "of", "from", "on"))
_CALLING = frozenset(("call", "called", "calling", "calls"))  # "called on both sides to"
# What follows where the words describe somebody new: "the leaders of Britain and Germany", "the two men who".
DESCRIBING = frozenset(("of", "from", "in", "who", "that", "which", "whose"))


def several_at(scan: Scan, candidates: list[Candidate], named: BySentence, token: int) -> Mention | None:
    """Return the mention of all whom the phrase with its noun (or bare number) at a token takes up, or None.

    Args:
        scan: The article.
        candidates: Its actors so far; ``Mention.actor_id`` is the place in this list.
        named: Their mentions by sentence.
        token: Of a noun for several, or of "both" or "two" right before a verb.
    """
    words = words_at(scan, token)
    if words is None:
        return None
    members = _heads_of_states(scan, candidates, named, words)
    if not members and not _is_described(scan, words):
        members = _members(scan, candidates, named, words)
        if not members and words.falls_back:
            members = _members(scan, candidates, named, replace(words, kinds=STATES[:1]))
            members = () if scan.lowers[words.noun] in OFFICES and len(members) != _PAIR else members
            heads = [head_of(scan, candidates, candidates[n].country, scan.lowers[words.noun]) for n in members]
            members = members if -1 in heads else tuple(heads)
    return mention_of(scan, words.start, words.noun + 1, members) if len(members) > 1 else None


def mention_of(scan: Scan, start: int, end: int, members: tuple[int, ...], *, owns: bool = False) -> Mention:
    """Return the mention of one or several by words that only take them up."""
    owns = owns or scan.lowers[end : end + 1] in (["'s"], ["'"])
    several = len(members) > 1
    return Mention(
        start, end, members[0], "pronoun", 0.55, start, end, plural=several, possessive=owns, is_pronoun=True,
        member_of=members if several else (),
    )  # fmt: skip


def _is_described(scan: Scan, words: Words) -> bool:
    """Say whether a phrase describes somebody new, or parties at large: "leaders in both parties"."""
    if words.kinds is SIDES and scan.lowers[words.start - 1] in _AT_LARGE:
        return scan.lowers[words.start - 2] not in _CALLING
    return scan.lowers[words.noun] not in SETS and not DESCRIBING.isdisjoint(
        scan.lowers[words.noun + 1 : words.noun + 2]
    )


def _members(scan: Scan, candidates: list[Candidate], named: BySentence, words: Words) -> tuple[int, ...]:
    """Return those whom a phrase takes up: as many as it says, of the nearest sentence that names just so many; else,
    of a pair, the two that the article names most of those named near. Names before nouns and names of places count
    where nothing else fits.
    """
    near = _near(scan, named, words)
    choices = _choices(scan, words)
    told = [[_told(scan, candidates, here, *choice) for choice in choices] for here in near]
    options: Iterator[list[int]] = (
        ids for here, plain in zip(near, told, strict=True) for ids in _options(scan, candidates, here, words, plain)
    )
    if words.kinds is SIDES:  # persons are two sides where no two states or bodies act near
        acting = [k for k, (_, kinds, least) in enumerate(choices) if least == _STANDS_ALONE and "person" not in kinds]
        options = chain((plain[k] for plain in told for k in acting), options)
    fits = (ids for ids in options if _is_as_many(ids, words.count))
    found = next((ids for ids in fits if not _hold_others(scan, candidates, ids, scan.lowers[words.noun])), None)
    if found is None and words.count == _PAIR:
        asks_for_post = scan.lowers[words.noun] in OFFICES
        fit = (
            ids for (posts, *_), ids in zip(choices, zip(*told, strict=True), strict=True) if posts or not asks_for_post
        )
        found = next(filter(None, (foremost(candidates, ids) for ids in fit)), None)
    return tuple(found or ())


def _near(scan: Scan, named: BySentence, words: Words) -> list[list[Mention]]:
    """Return the mentions of the sentences that may name those whom a phrase takes up, the nearest first."""
    sentence = scan.sentence_of[words.noun]
    back = range(_BACK if words.count else _NEAR + 1)
    bare = scan.lowers[words.noun] in NUMBERS
    doers = () if bare else outside_doers(scan, named.get(sentence, ()), words.start)
    near = [
        [
            m for m in named.get(sentence - k, ())
            if m.token_end <= words.start and m.actor_id not in doers and not _names_meeting(scan, m)
        ]
        for k in back
    ]  # fmt: skip
    return [_without_mediators(scan, here) for here in near] if words.kinds is SIDES else near


def _options(
    scan: Scan, candidates: list[Candidate], here: Sequence[Mention], words: Words, told: list[list[int]]
) -> Iterator[list[int]]:
    """Yield whom a sentence may offer: a list behind "between", all of a kind, any list; of a pair only states."""
    if "between" in scan.said and words.count:
        yield from _lists(scan, candidates, here, words, "between")
    yield from told
    if words.count > _PAIR or (words.count == _PAIR and words.kinds is STATES):
        yield from _lists(scan, candidates, here, words)


def _without_mediators(scan: Scan, here: list[Mention]) -> list[Mention]:
    between = mediators(scan, here)
    return [m for m in here if m.actor_id not in between]


def _hold_others(scan: Scan, candidates: list[Candidate], ids: list[int], noun: str) -> bool:
    """Say whether one of some persons holds a post that is none of those a noun means: no president is a minister."""
    others = _OTHER_POSTS.get(noun, _NO_POST)
    held = (posts_of(scan, candidates[n]) for n in ids if others and candidates[n].kind == "person")
    return any(posts & others and not posts & posts_meant(noun) for posts in held)


_OTHER_POSTS = {
    "ministers": frozenset("chancellor emir king president sultan".split()),
    "presidents": frozenset("minister secretary spokesman spokeswoman".split()),
}


def _lists(
    scan: Scan, candidates: list[Candidate], here: Sequence[Mention], words: Words, behind: str = ""
) -> Iterator[list[int]]:
    fits = [(p, kinds) for p, kinds, _ in _choices(scan, words) if words.kinds is not STATES or "person" not in kinds]
    for mention in here:
        ids = [] if behind and not leads_to(scan, behind, mention) else list(joined(scan, here, mention))
        if len(ids) > 1 and any(all(_fits(scan, candidates[n], *fit) for n in ids) for fit in fits):
            yield ids


def _names_meeting(scan: Scan, mention: Mention) -> bool:
    """Say whether a state's name only tells which meeting is meant: "the Malta summit", "the Geneva talks"."""
    if not mention.attributive or mention.method != "registry" or scan.words[mention.token_end - 1].isupper():
        return False
    return scan.lowers[mention.token_end] in scan.lex.act_nouns


def _choices(scan: Scan, words: Words) -> list[tuple[frozenset[str], tuple[str, ...], int]]:
    """Return what the members may be, the likelier first: (posts, or none asked for; kinds; least standing)."""
    posts = [posts_meant(scan.lowers[words.noun]), _NO_POST] if words.kinds is PERSONS else [_NO_POST]
    if scan.lowers[words.noun] in OFFICES and not words.count:  # nobody counts them: only who is one
        posts = posts[:1]
    return [(p, kinds, least) for p in posts for kinds in words.kinds for least in (_STANDS_ALONE, _BEFORE_NOUN, _ANY)]


_PAIR = 2
_NO_POST: frozenset[str] = frozenset()
_ANY, _BEFORE_NOUN, _STANDS_ALONE = range(3)


def _told(
    scan: Scan, candidates: list[Candidate], mentions: Sequence[Mention], posts: frozenset[str],
    kinds: tuple[str, ...], least: int,
) -> list[int]:  # fmt: skip
    """Return the actors among mentions that are of some kinds and hold one of some posts, each once.

    Where states are meant, whoever is of one that the article names stands for it: a minister, a ministry.
    """
    named = told_by_name(candidates, mentions)
    standing = [m for m in mentions if m.actor_id in named and _standing(scan, m) >= least]
    ids = dict.fromkeys(actor for m in standing for actor in (m.member_of or (m.actor_id,)))
    fits = [n for n in ids if _fits(scan, candidates[n], posts, kinds)]
    if kinds in STATES[1:]:
        meant = (state_of(candidates, n) for n in fits)
        return [n for n in dict.fromkeys(meant) if n >= 0]
    states = {candidates[n].country for n in fits if candidates[n].kind == "state"}
    return [n for n in fits if candidates[n].kind != "organization" or candidates[n].country not in states]


def told_by_name(candidates: list[Candidate], here: Sequence[Mention]) -> set[int]:
    """Return the actors that mentions are of: of "M23 fighters" only the M23, not the fighters beside it."""
    named = [m.token_start for m in here if candidates[m.actor_id].kind == "organization"]
    return {
        m.actor_id
        for m in here
        if candidates[m.actor_id].kind != "group" or not any(m.token_start <= k < m.token_end for k in named)
    }


def _fits(scan: Scan, candidate: Candidate, posts: frozenset[str], kinds: tuple[str, ...]) -> bool:
    if candidate.kind == "group" and any(scan.lowers[m.token_start - 1] in _OWNERS for m in candidate.mentions):
        return False
    if candidate.kind not in kinds or candidate.sector == "JRN" or (candidate.kind == "person" and not candidate.words):
        return False
    return not posts or not posts.isdisjoint(posts_of(scan, candidate))


_OWNERS = frozenset(("his", "her", "its", "their"))  # "its planes" are no side


def _standing(scan: Scan, mention: Mention) -> int:
    if mention.is_place_like:
        return _ANY
    return _BEFORE_NOUN if mention.attributive and not _acts(scan, mention) else _STANDS_ALONE


def _acts(scan: Scan, adjective: Mention) -> bool:
    """Say whether a state's adjective opens a sentence as its doer: "The Libyan delegation rejected"."""
    start = adjective.token_start
    if start not in scan.firsts and not (start - 1 in scan.firsts and scan.lowers[start - 1] == "the"):
        return False
    whole = scan.by_start.get(start)
    whole = scan.by_start.get(adjective.token_end) if whole is None or whole.end == adjective.token_end else whole
    verb = word_after(scan, whole.end) if whole is not None else ""
    return verb in scan.lex.verbs and verb not in scan.lex.speech


def _is_as_many(ids: list[int], count: int) -> bool:
    return len(ids) == count if count else 1 < len(ids) <= _FEW


def _heads_of_states(scan: Scan, candidates: list[Candidate], named: BySentence, words: Words) -> tuple[int, ...]:
    """Return the article's leaders of the countries in "the leaders of the two countries", or nothing."""
    lowers, noun = scan.lowers, words.noun
    if words.kinds is not PERSONS or lowers[noun + 1 : noun + 2] != ["of"]:
        return ()
    end = next((k for k in range(noun + 3, min(noun + 7, scan.size)) if scan.has("several_states", lowers[k])), -1)
    inner = phrase(scan, end) if end > 0 else None
    if inner is None or inner.start > noun + 3:
        return ()
    states = _members(scan, candidates, named, inner)
    heads = tuple([head_of(scan, candidates, candidates[state].country, lowers[noun]) for state in states])
    return heads if min(heads, default=-1) >= 0 else ()
