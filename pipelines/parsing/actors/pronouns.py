"""Pronouns and pairs back to their actors: "he", "it", "they", "both sides", "the two leaders".

What belongs here: references that say nothing of their actor but number, gender and kind; only where the text leaves
little doubt. What does not: posts and bare nouns, which say more (``persons``, ``book``).
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.context import word_after
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.scan import Scan

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
    """Return the mentions by pronoun and by pair; ``actor_id`` is the candidate's place in the list.

    The candidates' other mentions must carry their places as ``actor_id`` already.
    """
    named = sorted((m for c in candidates for m in c.mentions), key=lambda m: m.token_start)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in named:
        by_sentence.setdefault(scan.sentence_of[mention.token_start], []).append(mention)
    found: list[Mention] = []
    for token in compress(range(scan.size), map(_RESOLVERS.__contains__, scan.lowers)):
        sentence = scan.sentence_of[token]
        resolved = _RESOLVERS[scan.lowers[token]](scan, candidates, by_sentence, sentence, token)
        if resolved is not None:
            found.append(resolved)
            by_sentence.setdefault(sentence, []).append(resolved)
    return found


def _pronoun(
    token: int, end: int, actor: int, confidence: float, possessive: bool = False, members: tuple[int, ...] = ()
) -> Mention:
    return Mention(
        token, end, actor, "pronoun", confidence, token, end, plural=len(members) > 1, possessive=possessive,
        is_pronoun=True, member_of=members,
    )  # fmt: skip


def _person(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve he and she: to the subject of this sentence or of the nearest before it that names a person who fits."""
    word = scan.lowers[token]
    gender = _GENDERS[word]
    for back in range(_BACK):
        here = [
            m for m in by_sentence.get(sentence - back, ())
            if m.token_start < token and candidates[m.actor_id].kind == "person" and not m.member_of
            and candidates[m.actor_id].gender in ("", gender)
        ]  # fmt: skip
        if word == "him" and back == 0 and len({m.actor_id for m in here}) > 1:
            here = here[1:]
        if not here:
            continue
        chosen = next((m for m in here if _is_subject(scan, m)), here[0])
        alone = len({m.actor_id for m in here}) == 1
        known = candidates[chosen.actor_id]
        known.gender = known.gender or (gender if alone else "")
        return _pronoun(token, token + 1, chosen.actor_id, 0.75 if alone else 0.55, word in _POSSESSIVE)
    return None


def _is_subject(scan: Scan, mention: Mention) -> bool:
    return not mention.possessive and word_after(scan, mention.token_end) in scan.lex.verbs


def _thing(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve it and its: to the state or body that is the subject here, or was in the sentence before."""
    word = scan.lowers[token]
    follower = scan.lowers[token + 1] if token + 1 < scan.size else ""
    if word == "it" and (follower in _EMPTY or follower not in scan.lex.verbs):
        return None
    for back in (0, 1):
        here = [
            m for m in by_sentence.get(sentence - back, ())
            if m.token_end <= token and candidates[m.actor_id].kind in ("state", "organization")
            and not m.attributive and not m.is_place_like and not m.member_of
        ]  # fmt: skip
        chosen = next((m for m in here if _is_subject(scan, m)), None)
        if chosen is None and word == "its" and back == 0 and here:
            chosen = here[-1]
        if chosen is not None:
            return _pronoun(token, token + 1, chosen.actor_id, 0.6, word in _POSSESSIVE)
    return None


def _several(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve they: to the plural subject, or to the actors joined by "and", of this sentence or the one before."""
    word = scan.lowers[token]
    for back in (0, 1):
        here = [
            m
            for m in by_sentence.get(sentence - back, ())
            if m.token_end <= token and not m.attributive and not m.is_place_like
        ]
        for mention in here:
            if not _is_subject(scan, mention):
                continue
            members = mention.member_of or _joined(scan, here, mention)
            if len(members) > 1:
                return _pronoun(token, token + 1, members[0], 0.6, word in _POSSESSIVE, members)
            if mention.plural or candidates[mention.actor_id].kind in ("group", "organization"):
                return _pronoun(token, token + 1, mention.actor_id, 0.6, word in _POSSESSIVE)
    return None


def _joined(scan: Scan, here: list[Mention], mention: Mention) -> tuple[int, ...]:
    """Return the actors of "A and B" that a mention is one of."""
    ids = [mention.actor_id]
    for other in here:
        if other.token_start > mention.token_end and scan.lowers[mention.token_end] in ("and", ","):
            between = scan.lowers[mention.token_end : other.token_start]
            if all(w in ("and", ",", "the") or scan.taken[mention.token_end + k] for k, w in enumerate(between)):
                ids.append(other.actor_id)
    return tuple(dict.fromkeys(ids))


def _pair(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve "both sides", "the two leaders", "the two agreed": to the two actors of that kind named last."""
    noun = scan.lowers[token + 1] if token + 1 < scan.size else ""
    kinds: tuple[str, ...] = ("person",) if scan.has("person_pair", noun) else ()
    if scan.has("state_pair", noun):
        kinds = ("state", "organization")
    if not kinds:
        return _bare_pair(scan, candidates, by_sentence, sentence, token)
    if noun == "sides" and not _last(by_sentence, candidates, kinds, sentence, token):
        kinds = ("person",)
    pair = _last(by_sentence, candidates, kinds, sentence, token)
    if not pair:
        return None
    return _pronoun(token, token + 2, pair[0], 0.55, scan.lowers[token + 2 : token + 3] == ["'s"], pair)


def _bare_pair(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Resolve "both" and "the two" right before a verb: to the two persons named last, else states or bodies."""
    follows = token + 1 < scan.size and scan.lowers[token + 1] in scan.lex.verbs
    if not follows or (scan.lowers[token] == "two" and scan.lowers[token - 1] != "the"):
        return None
    pair = _last(by_sentence, candidates, ("person",), sentence, token)
    pair = pair or _last(by_sentence, candidates, ("state", "organization"), sentence, token)
    return _pronoun(token, token + 1, pair[0], 0.5, False, pair) if pair else None


def _last(
    by_sentence: dict[int, list[Mention]],
    candidates: list[Candidate],
    kinds: tuple[str, ...],
    sentence: int,
    token: int,
) -> tuple[int, ...]:
    """Return the two actors of some kinds named last before a token, within four sentences, or nothing."""
    ids: list[int] = []
    for back in range(4):
        for m in reversed(by_sentence.get(sentence - back, [])):
            if (
                m.token_end <= token
                and candidates[m.actor_id].kind in kinds
                and not m.is_place_like
                and m.actor_id not in ids
            ):
                ids.append(m.actor_id)
            if len(ids) == 2:
                return tuple(reversed(ids))
    return ()


_RESOLVERS = (
    dict.fromkeys(_GENDERS, _person) | dict.fromkeys(_THINGS, _thing) | dict.fromkeys(_PLURALS, _several)
    | dict.fromkeys(("both", "two"), _pair)
)  # fmt: skip
