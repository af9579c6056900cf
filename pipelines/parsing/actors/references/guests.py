"""Hosts, guests and rivals: "X received Y. He thanked his guest" means Y, and so does "X accused its rival".

What belongs here: whom "his guest", "her opponent", "its neighbour" and "the visitor" take up. What does not: who met
whom (``both``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Candidate, Find, Mention
from pipelines.parsing.actors.references.collectives import BySentence, mention_of
from pipelines.parsing.actors.scan import Scan

_GUESTS = frozenset("guest guests host hosts visitor visitors".split())
_NEIGHBOURS = frozenset(("neighbor", "neighbour"))
_RIVALS = frozenset("adversary archrival challenger competitor foe opponent rival".split())
OTHERS = _GUESTS | _NEIGHBOURS | _RIVALS  # nouns for the other of two
_WHOSE = frozenset(("her", "his", "its", "their"))
_NAMING = frozenset((",", "-", "–", "—", "in", "at"))  # "his rival, Jane Roe", "her opponent in May"
_BACK = 3  # sentences to those who met
_PAIR = 2


def other_at(scan: Scan, candidates: list[Candidate], named: BySentence, token: int) -> Mention | None:
    """Return the mention of the other of two whose guest, rival or neighbour a noun at a token tells of, or None.

    Args:
        scan: The article.
        candidates: Its actors so far.
        named: Their mentions by sentence.
        token: Of one of ``OTHERS``.
    """
    told = scan.by_start.get(token - 1)  # "its Chinese rival"
    start = token - 1 if told is not None and told.kind == "demonym" and told.end == token else token
    if scan.lowers[start - 1] not in _WHOSE or _is_told(scan, token):
        return None
    sentence = scan.sentence_of[token]
    owner = next((m.actor_id for m in named.get(sentence, ()) if m.token_end == start and m.is_pronoun), -1)
    if owner < 0 or not _may_have(scan.lowers[token], candidates[owner].kind):
        return None
    for back in range(1, _BACK + 1):
        here = [m for m in named.get(sentence - back, ()) if not m.possessive]
        others = _others(candidates, here, owner, scan.lowers[token])
        if others:
            fits = start == token or _is_from(candidates[others[0]], told)
            return mention_of(scan, start, token + 1, others) if fits else None
    return None


def _is_told(scan: Scan, noun: int) -> bool:
    """Say whether it is told right behind the noun who is meant: a rival of those two need not be."""
    return scan.lowers[noun] not in _GUESTS and (
        scan.lowers[noun + 1 : noun + 2] == [] or scan.lowers[noun + 1] in _NAMING or bool(scan.caps[noun + 1])
    )


def _may_have(noun: str, kind: str) -> bool:
    """Say whether an actor of a kind may have such another: a person has guests, a state neighbours."""
    if noun in _GUESTS:
        return kind == "person" or (kind == "state" and noun in _SEVERAL)
    return noun in _RIVALS or kind == "state"


def _is_from(other: Candidate, told: Find | None) -> bool:
    return told is None or other.country in ("", told.country)


def _others(candidates: list[Candidate], here: list[Mention], owner: int, noun: str) -> tuple[int, ...]:
    """Return the other of the two of a kind that some mentions name, or the others where the noun is one for several;
    if need be without those that only tell where. Nobody where there are more or fewer.
    """
    kind = candidates[owner].kind
    for some in (here, [m for m in here if kind == "person" or not (m.is_place_like or m.attributive)]):
        ids = dict.fromkeys(n for m in some for n in (m.member_of or (m.actor_id,)))
        all_met = [n for n in ids if candidates[n].kind == kind]
        if owner in all_met and (len(all_met) == _PAIR or (noun in _SEVERAL and len(all_met) <= _FEW)):
            return tuple(n for n in all_met if n != owner)
    return ()


_SEVERAL = frozenset(("guests", "hosts", "visitors"))
_FEW = 4
