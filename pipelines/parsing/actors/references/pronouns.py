"""Pronouns back to their actors: "he", "it", "I".

What belongs here: references that say nothing of their actor but gender and kind; only where the text leaves little
doubt. What does not: words that take up several (``plurals``, ``collectives``); posts and bare nouns, which say more
(``persons``, ``book``).
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import compress

from pipelines.parsing.actors.context import word_after
from pipelines.parsing.actors.fronted import is_fronted
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.collectives import several_at
from pipelines.parsing.actors.references.guests import OTHERS, other_at
from pipelines.parsing.actors.references.listed import listed_at
from pipelines.parsing.actors.references.partisans import PARTISANS, partisan_at
from pipelines.parsing.actors.references.plurals import plural_at
from pipelines.parsing.actors.references.quotations import is_subject, speakers, speaks
from pipelines.parsing.actors.references.reported import means_to, says_afterwards, says_last, says_so
from pipelines.parsing.actors.references.several import nouns_for_several
from pipelines.parsing.actors.references.taken_up import bodies_at, body_at, nouns_for_bodies
from pipelines.parsing.actors.references.undergoing import asked_to_do, doers_of, is_done_to, is_object
from pipelines.parsing.actors.scan import NONE, Scan

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset(("it", "its", "itself"))
_PLURALS = frozenset(("they", "them", "their", "themselves"))
_POSSESSIVE = frozenset(("his", "her", "its", "their", "hers"))
_BACK = 3
# "It" that stands for nothing: "it is expected that", "it seems".
_EMPTY = frozenset(
    "is was be seems seemed appears appeared remains remained takes took became becomes 's would'".split()
)


def resolve_pronouns(scan: Scan, candidates: list[Candidate]) -> list[Mention]:
    """Return the mentions by pronoun and by words for several; ``actor_id`` is the candidate's place in the list.

    The candidates' other mentions must carry their places as ``actor_id`` already. What is found to stand for several
    is no mention of a group any more.
    """
    named = sorted((m for c in candidates for m in c.mentions), key=lambda m: m.token_start)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in named:
        by_sentence.setdefault(scan.sentence_of[mention.token_start], []).append(mention)
    found: list[Mention] = []
    told = False
    several, bodies = nouns_for_several(scan.lex.words), scan.lex.words.get("body_noun", NONE)
    bodies |= scan.lex.words.get("state_noun", NONE)
    nouns = (
        (scan.lex.words.get("sent_by", NONE), listed_at), (several, several_at), (OTHERS, other_at),
        (PARTISANS, partisan_at), (bodies, body_at), (nouns_for_bodies(scan.lex.words), bodies_at),
    )  # fmt: skip
    words = _RESOLVERS.keys() | frozenset[str]().union(*(some for some, _ in nouns))
    tokens = list(compress(range(scan.size), map(words.__contains__, scan.lowers)))
    outside = [t for t in tokens if not scan.quoted[t]]
    for token in outside + [t for t in tokens if scan.quoted[t]]:  # who speaks tells whom words said mean
        if scan.quoted[token] and not told:
            scan.said_by, told = speakers(scan, by_sentence), True
        sentence, word = scan.sentence_of[token], scan.lowers[token]
        if word in _RESOLVERS:
            resolved = _RESOLVERS[word](scan, candidates, by_sentence, sentence, token)
        else:
            resolved = _by_noun(scan, candidates, by_sentence, token, nouns)
        if resolved is not None:
            here = by_sentence.setdefault(sentence, [])
            _replace_group(scan, candidates, here, resolved)
            found.append(resolved)
            insort(here, resolved, key=lambda m: m.token_start)
    return found


def _by_noun(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], token: int, nouns: Sequence[_Nouns]
) -> Mention | None:
    """Resolve a noun: by the first rule for such nouns that finds whom it takes up."""
    word = scan.lowers[token]
    found = (rule(scan, candidates, by_sentence, token) for words, rule in nouns if word in words)
    return next(filter(None, found), None)


_Rule = Callable[[Scan, list[Candidate], dict[int, list[Mention]], int], Mention | None]
_Nouns = tuple[frozenset[str], _Rule]


def _replace_group(scan: Scan, candidates: list[Candidate], here: list[Mention], several: Mention) -> None:
    """Take the mention of a group back whose words turned out to stand for others."""
    for mention in [m for m in here if m.token_start < several.token_end and m.token_end > several.token_start]:
        nobody = mention.method == "post" and scan.lowers[several.token_end - 1] in OTHERS
        if candidates[mention.actor_id].kind == "group" or mention.method == "head_noun" or nobody:
            here.remove(mention)
            candidates[mention.actor_id].mentions.remove(mention)


def _pronoun(token: int, actor: int, confidence: float, possessive: bool = False) -> Mention:
    end = token + 1
    return Mention(
        token, end, actor, "pronoun", confidence, token, end, possessive=possessive, is_pronoun=True,
    )  # fmt: skip


def _person(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve he and she: to the subject of this sentence or of the nearest before it that names a person who fits."""
    word = scan.lowers[token]
    gender = _GENDERS[word]
    # Who says "he" does not mean himself, but where only his words are told: "X said that 'he had left'".
    others = {scan.said_by.get(token, -1)} if scan.lowers[max(0, token - 2)] != "that" else set()
    doers = doers_of(scan, by_sentence.get(sentence, ()), token) if is_object(scan, token) else ()
    others.update(doers)
    near = [
        [
            m for m in by_sentence.get(near_by, ())
            if m.token_start < token and m.actor_id not in others and not m.member_of
            and candidates[m.actor_id].kind == "person" and candidates[m.actor_id].gender in ("", gender)
        ]
        for near_by in _looked_at(scan, sentence, token)
    ]  # fmt: skip
    if gender == "f":  # a woman who is known to be one, however many are nearer of whom nothing is known
        women = [[m for m in here if candidates[m.actor_id].gender] for here in near]
        near = women if any(women) else near
    if word in ("he", "she"):
        rest = [[m for m in near[0] if not _is_fronted(scan, m, token)], *near[1:]]
        near = rest if any(rest) else near
        near = near[1:] if says_afterwards(scan, token) and _has_speaker(scan, near[1:]) else near
    here = _outside_quotations(scan, near, token)
    if word == "him" and not doers and here and scan.sentence_of[here[0].token_start] == sentence:
        here = _without_doer(scan, here)
    if not here:
        return None
    chosen = (
        _just_named(scan, here, token)
        or asked_to_do(scan, here, token)
        or says_so(scan, near[0], token)
        or _likeliest(scan, here, token)
    )
    alone = len({m.actor_id for m in here}) == 1
    known = candidates[chosen.actor_id]
    known.gender = known.gender or (gender if alone else "")
    owns = word in _POSSESSIVE and not is_object(scan, token)
    return _pronoun(token, chosen.actor_id, 0.75 if alone else 0.55, owns)


def _looked_at(scan: Scan, sentence: int, token: int) -> list[int]:
    """Return the sentences that may name whom a pronoun means, the nearest first: for "he said" not those he says."""
    found, firsts = [sentence], scan.doc.sentences
    over = word_after(scan, token + 1) in scan.lex.speech and not scan.quoted[token]
    while len(found) < _BACK and sentence > 0:
        sentence -= 1
        if not (over and scan.quoted[firsts[sentence][0]] and scan.quoted[firsts[sentence][1] - 1]):
            found.append(sentence)
    return found


def _has_speaker(scan: Scan, near: list[list[Mention]]) -> bool:
    """Say whether somebody who is named in the nearest sentence is told there to say something."""
    return any(speaks(scan, m) for m in next(filter(None, near), []))


def _is_fronted(scan: Scan, mention: Mention, token: int) -> bool:
    """Say whether somebody is named in a phrase before the clause whose subject is "he": that is somebody else."""
    return not mention.possessive and is_fronted(scan, mention.token_start, mention.token_end, token)


def _speaker(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve I and me in a quotation: to the person who says it."""
    speaker = scan.said_by.get(token, -1)
    if speaker < 0 or candidates[speaker].kind != "person":
        return None
    return _pronoun(token, speaker, 0.75, scan.lowers[token] == "my")


def _outside_quotations(scan: Scan, near: list[list[Mention]], token: int) -> list[Mention]:
    """Return those named in the nearest sentence: outside a quotation, those outside, as far as there are any.

    Whom "he said" means is not who is talked of in the words said, however near these are.
    """
    here = next(filter(None, near), [])
    if scan.quoted[token]:
        return here
    speaks = word_after(scan, token + 1) in scan.lex.speech
    told = ([m for m in some if not scan.quoted[m.token_start]] for some in (near if speaks else [here]))
    return next(filter(None, told), here)


def _without_doer(scan: Scan, here: list[Mention]) -> list[Mention]:
    """Leave out whoever does what is done to "him": the subject named last, where others are named too."""
    doer = next((m.actor_id for m in reversed(here) if is_subject(scan, m)), here[0].actor_id)
    return [m for m in here if m.actor_id != doer] or here


def _likeliest(scan: Scan, here: list[Mention], token: int) -> Mention:
    """Return whom a pronoun means of some: of "he said" who spoke before, else a subject, else the first."""
    subjects = [m for m in here if is_subject(scan, m) or _is_apposed(scan, m)]
    if is_object(scan, token) or is_done_to(scan, token):  # who says so afterwards is hardly the one
        subjects = [m for m in subjects if not says_last(scan, m)] or [m for m in here if not says_last(scan, m)]
    if scan.lowers[token - 1] in _WHEN and subjects and word_after(scan, subjects[0].token_end) in scan.lex.speech:
        return subjects[-1]  # "X said Y wept when he left"
    if word_after(scan, token + 1) in scan.lex.speech:
        subjects = [m for m in here if speaks(scan, m)] or subjects
    return (subjects or here)[0]


def _is_apposed(scan: Scan, mention: Mention) -> bool:
    """Say whether who is named between commas does what stands behind: "X's minister, Y, flew to Chad"."""
    end = mention.token_end
    between = scan.lowers[mention.token_start - 1] == "," and scan.lowers[end : end + 1] == [","]
    return between and "".join(scan.lowers[end + 1 : end + 2]) in scan.lex.verbs


_WHEN = frozenset("when because while as if after before since until unless although where".split())


def _thing(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve it and its: to the state or body that is the subject here, or was in the sentence before."""
    word = scan.lowers[token]
    follower = scan.lowers[token + 1] if token + 1 < scan.size else ""
    empty = word == "it" and (follower in _EMPTY or follower not in scan.lex.verbs) and not _is_doing(scan, token)
    if empty and not means_to(scan, token):
        return None
    for back in (0, 1):
        here = [
            m for m in by_sentence.get(sentence - back, ())
            if m.token_end <= token and candidates[m.actor_id].kind in ("state", "organization")
            and not m.attributive and not m.is_place_like and not m.member_of
        ]  # fmt: skip
        teller = None if back else says_so(scan, here, token)
        if empty and teller is None:
            return None
        chosen = (
            teller
            or _just_named(scan, here, token)
            or asked_to_do(scan, here, token)
            or next((m for m in here if is_subject(scan, m)), None)
        )
        if chosen is None and word == "its" and back == 0 and here:
            chosen = here[-1]
        if chosen is not None:
            return _pronoun(token, chosen.actor_id, 0.6, word in _POSSESSIVE)
    return None


def _just_named(scan: Scan, here: list[Mention], token: int) -> Mention | None:
    """Return who is named before what a possessive says is theirs: "thanked X for her help", "met X and her aides"."""
    if scan.lowers[token] not in _POSSESSIVE or scan.lowers[token - 1] not in ("for", "and", "or"):
        return None
    return next((m for m in here if m.token_end == token - 1), None)


def _is_doing(scan: Scan, token: int) -> bool:
    """Say whether "it" does what is told of it: "it was sending troops", but not "it was encouraging that"."""
    verb = token + 2 + (scan.lowers[token + 2 : token + 3] in _BEFORE_DOING)
    doing = scan.lowers[verb] if verb < scan.size else ""
    told_of = scan.lowers[token + 1 : token + 2] in (["is"], ["was"]) and scan.lowers[verb + 1 : verb + 2] != ["that"]
    return told_of and doing.endswith("ing") and doing not in _EMPTY_DOING


_BEFORE_DOING = [[word] for word in ("also", "already", "currently", "not", "now", "still")]
_EMPTY_DOING = frozenset(
    "anything becoming evening everything getting going looking morning nothing proving raining snowing something "
    "taking turning".split()
)


_RESOLVERS = (
    dict.fromkeys(_GENDERS, _person) | dict.fromkeys(_THINGS, _thing) | dict.fromkeys(_PLURALS, plural_at)
    | dict.fromkeys(("i", "me", "my", "myself"), _speaker)
)  # fmt: skip
