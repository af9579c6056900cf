"""They: the plural subject, or the actors joined by "and", of this sentence or the one before.

What belongs here: whom "they", "them" and "their" mean. What does not: nouns for several (``collectives``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import word_before
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.both import both_met, joined
from pipelines.parsing.actors.references.collectives import DESCRIBING, mention_of
from pipelines.parsing.actors.references.quotations import is_subject
from pipelines.parsing.actors.references.reported import first_joined, says_so
from pipelines.parsing.actors.references.undergoing import doers_of
from pipelines.parsing.actors.scan import Scan


def plural_at(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> Mention | None:
    """Return the mention of those whom "they", "them", "their" at a token means, or None."""
    owns, them = scan.lowers[token] == "their", scan.lowers[token] == "them"
    doers = doers_of(scan, by_sentence.get(sentence, ()), token) if them else ()
    for back in (0, 1):
        here = [
            m
            for m in by_sentence.get(sentence - back, ())
            if m.token_end <= token and not m.attributive and not m.is_place_like
        ]
        told = [m for m in here if is_subject(scan, m)]
        teller = None if back else says_so(scan, here, token)
        told = [first_joined(scan, here, teller), *told] if teller is not None else told
        if owns and not back and scan.lowers[token - 1] == "for":  # "praised A and B for their help"
            told = [m for m in here if _reaches(scan, here, m, token - 1)] + told
        if them and not back:  # who does it does it to others
            told = _others(scan, candidates, here, told, token)
        for mention in told:
            members = mention.member_of or joined(scan, here, mention)
            if set(members) == set(doers):
                continue
            several = mention.plural or candidates[mention.actor_id].kind in ("group", "organization")
            if len(members) > 1 or several:
                return mention_of(scan, token, token + 1, members, owns=owns)
    both = both_met(scan, candidates, by_sentence.get(sentence - 1, ()))
    both = both or (_spoken_of(scan, candidates, by_sentence, sentence, token) if scan.quoted[token] else ())
    return mention_of(scan, token, token + 1, both, owns=owns) if both else None


def _spoken_of(
    scan: Scan, candidates: list[Candidate], by_sentence: dict[int, list[Mention]], sentence: int, token: int
) -> tuple[int, ...]:
    """Return the one state that does what the nearest sentence tells, of which a foreign official says "they"."""
    home = candidates[scan.said_by[token]].country if token in scan.said_by else ""
    for back in range(_SPOKEN_OF) if home else ():
        here = [m for m in by_sentence.get(sentence - back, ()) if not scan.quoted[m.token_start]]
        states = [m for m in here if candidates[m.actor_id].kind == "state" and candidates[m.actor_id].country != home]
        if states:
            doers = {m.actor_id for m in states if is_subject(scan, m)}
            return tuple(doers) if len(doers) == 1 else ()
    return ()


_SPOKEN_OF = 3  # sentences, with that of the quotation


def _reaches(scan: Scan, here: list[Mention], mention: Mention, end: int) -> bool:
    """Say whether a mention of several, or a list that it opens, ends at a token."""
    members = joined(scan, here, mention)
    last = max((m.token_end for m in here if m.actor_id in members and m.token_end <= end), default=-1)
    return last == end and (len(members) > 1 or len(mention.member_of) > 1 or mention.plural)


def _others(
    scan: Scan, candidates: list[Candidate], here: list[Mention], told: list[Mention], token: int
) -> list[Mention]:
    doers = here[-1:] if told and told[-1] is here[-1] and _is_undergoing(scan, token) else []
    others = [m for m in told if not any(m.actor_id == doer.actor_id for doer in doers)]
    return [m for m in reversed(here) if _are_done_to(scan, candidates, here, m)] + others


def _is_undergoing(scan: Scan, token: int) -> bool:
    """Say whether a pronoun stands for others than who does it: "to disperse them", not "many of them"."""
    before = scan.lowers[token - 1]
    return before in ("against", "at", "on") or before in scan.lex.verbs


def _are_done_to(scan: Scan, candidates: list[Candidate], here: list[Mention], mention: Mention) -> bool:
    """Say whether a mention is no subject and tells of several: "wrote to A and B", "met the envoys"."""
    before = word_before(scan, mention.token_start)
    describes = not DESCRIBING.isdisjoint(scan.lowers[mention.token_end : mention.token_end + 1])
    if is_subject(scan, mention) or not before.isalpha() or describes:
        return False
    several = mention.plural or candidates[mention.actor_id].kind == "group" or len(mention.member_of) > 1
    return several or len(joined(scan, here, mention)) > 1
