"""Hosts and guests: "X received Y. He thanked his guest" means Y.

What belongs here: whom "his guest", "her host" and "the visitor" take up. What does not: who met whom (``both``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.collectives import BySentence, mention_of
from pipelines.parsing.actors.scan import Scan

HOSTED = frozenset(("guest", "host", "visitor"))
_WHOSE = frozenset(("her", "his"))
_BACK = 3  # sentences to those who met
_PAIR = 2


def guest_at(scan: Scan, candidates: list[Candidate], named: BySentence, token: int) -> Mention | None:
    """Return the mention of the other of two persons whose guest or host a noun at a token tells of, or None.

    Args:
        scan: The article.
        candidates: Its actors so far.
        named: Their mentions by sentence.
        token: Of "guest", "host" or "visitor".
    """
    if scan.lowers[token - 1] not in _WHOSE:
        return None
    sentence = scan.sentence_of[token]
    owner = next((m.actor_id for m in named.get(sentence, ()) if m.token_end == token and m.is_pronoun), -1)
    for back in range(1, _BACK + 1):
        people = _people(candidates, named.get(sentence - back, ()))
        if owner in people and len(people) == _PAIR:
            return mention_of(scan, token, token + 1, tuple(n for n in people if n != owner))
    return None


def _people(candidates: list[Candidate], here: list[Mention] | tuple[()]) -> list[int]:
    ids = dict.fromkeys(n for m in here if not m.possessive for n in (m.member_of or (m.actor_id,)))
    return [n for n in ids if candidates[n].kind == "person"]
