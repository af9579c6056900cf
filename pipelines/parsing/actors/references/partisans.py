"""Lawmakers and governors by their party and where they are from: "the Ohio Republican", "the New York Democrat".

What belongs here: whom of those named shortly before such words take up. What does not: parties and their members
(``identity``), posts, which say more (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import before_noun
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.collectives import BySentence, mention_of
from pipelines.parsing.actors.references.quotations import is_subject
from pipelines.parsing.actors.references.undergoing import outside_doers
from pipelines.parsing.actors.scan import Scan

PARTISANS = frozenset(("democrat", "republican"))
_BACK = 3  # sentences, with that of the words
_ELECTED = frozenset(("GOV", "LEG", "PTY"))
_PRESIDENT = ("president", "vice president")
_TELLING = frozenset("from in on representing to up who".split())  # "the Ohio Republican who leads the panel"


def partisan_at(scan: Scan, candidates: list[Candidate], named: BySentence, token: int) -> Mention | None:
    """Return the mention of the one whom "the Ohio Republican" takes up, or None.

    Args:
        scan: The article.
        candidates: Its actors so far.
        named: Their mentions by sentence.
        token: Of one of ``PARTISANS``.
    """
    start = _start(scan, token)
    if start < 1 or scan.lowers[start - 1] != "the" or before_noun(scan, token + 1):
        return None
    if scan.caps[token + 1 : token + 2] == b"\1" or not _TELLING.isdisjoint(scan.lowers[token + 1 : token + 2]):
        return None
    sentence = scan.sentence_of[token]
    doers = outside_doers(scan, named.get(sentence, ()), start)
    for back in range(_BACK):
        here = [
            m
            for m in named.get(sentence - back, ())
            if m.token_end < start and m.actor_id not in doers and _may_be(scan, candidates[m.actor_id])
        ]
        if here:
            meant = {m.actor_id for m in here}
            meant = meant if len(meant) == 1 else {m.actor_id for m in here if is_subject(scan, m)}
            return mention_of(scan, start, token + 1, tuple(meant)) if len(meant) == 1 else None
    return None


def _start(scan: Scan, token: int) -> int:
    """Return where the name of a federal state before a token starts, or -1."""
    fits = (token - n for n in (2, 1) if token >= n and _is_state(scan, " ".join(scan.lowers[token - n : token])))
    return next(fits, -1)


def _is_state(scan: Scan, name: str) -> bool:
    return name in _CITIES_TOO or scan.has("federal_state", name)


_CITIES_TOO = frozenset(("georgia", "new york", "washington"))  # which act by themselves as others, too


def _may_be(scan: Scan, candidate: Candidate) -> bool:
    """Say whether somebody may be an elected politician of a federal state, and is not the head of all."""
    if candidate.kind != "person" or candidate.country not in ("", "USA") or not candidate.words:
        return False
    told = {title for title, _ in candidate.posts}
    held = candidate.entry.posts_on(scan.day) if candidate.entry is not None and scan.day else []
    return candidate.sector in _ELECTED and told.isdisjoint(_PRESIDENT) and not set(held) & set(_PRESIDENT)
