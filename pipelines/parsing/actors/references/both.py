"""The several whom a sentence joins: "A, B and C", and those of whom it tells that one met the other.

What belongs here: finding them. What does not: the words that take them up (``plurals``, ``collectives``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.quotations import is_subject
from pipelines.parsing.actors.scan import Scan


def joined(scan: Scan, here: Sequence[Mention], mention: Mention) -> tuple[int, ...]:
    """Return the actors of "A and B" that a mention is the first of; only its own where it opens no such list."""
    ids, found = [mention.actor_id], False
    for other in here:
        if other.token_start > mention.token_end and scan.lowers[mention.token_end] in ("and", ","):
            if other.is_pronoun and other.possessive:  # "and her counterpart B"
                continue
            between = scan.lowers[mention.token_end : other.token_start]
            if other.actor_id == ids[-1]:  # "A and B, chairman of C": nobody new is joined
                break
            if all(w in _BETWEEN or scan.taken[mention.token_end + k] for k, w in enumerate(between)):
                ids.append(other.actor_id)
                found = found or "and" in between
    return tuple(dict.fromkeys(ids)) if found else (mention.actor_id,)


_BETWEEN = frozenset(("and", ",", "the", "his", "her", "its", "their"))


def leads_to(scan: Scan, word: str, mention: Mention) -> bool:
    """Say whether a word stands before a mention, with an article or a nationality between: "between the Chadian"."""
    before = scan.lowers[max(0, mention.token_start - 3) : mention.token_start]
    return word in before and _LISTING.isdisjoint(before[before.index(word) :])


_LISTING = frozenset((",", "and", "."))


def both_met(scan: Scan, candidates: list[Candidate], here: Sequence[Mention]) -> tuple[int, ...]:
    """Return those of whom a sentence tells that one met the other and names nobody else, or nothing."""
    named = [m for m in here if not (m.attributive or m.is_place_like or m.possessive)]
    if any(candidates[m.actor_id].kind == "person" for m in named[:1]):
        named = [m for m in named if candidates[m.actor_id].kind != "state"]  # "President A of Chad"
    if len(named) < _PAIR or not is_subject(scan, named[0]) or any(m.plural or m.member_of for m in here):
        return ()
    first, other = named[:_PAIR]
    between = scan.lowers[first.token_end : other.token_start]
    met = len(between) <= _MEETING and not _MET.isdisjoint(between)
    all_met = dict.fromkeys((first.actor_id, *joined(scan, named, other)))
    of_a_kind = {candidates[n].kind for n in all_met} in ({"person"}, {"state"})
    alone = {m.actor_id for m in named} == all_met.keys()
    return tuple(all_met) if of_a_kind and alone and met and len(all_met) >= _PAIR else ()


def mediators(scan: Scan, here: Sequence[Mention]) -> set[int]:
    """Return those of a sentence who stand between two sides: "X and Y brokered a truce", "a truce mediated by X"."""
    found: set[int] = set()
    for mention in () if _BETWEEN_SIDES.isdisjoint(scan.said) else here:
        ids = joined(scan, here, mention)
        end = max(m.token_end for m in here if m.actor_id in ids)
        start = mention.token_start - (scan.lowers[mention.token_start - 1] == "the")
        by = scan.lowers[start - 1] == "by" and scan.lowers[start - 2] in _BETWEEN_SIDES
        if by or not _BETWEEN_SIDES.isdisjoint(scan.lowers[end : end + 2]):
            found.update(ids)
    return found


_BETWEEN_SIDES = frozenset("brokered facilitated hosted mediated sponsored".split())
_PAIR = 2
_MEETING = 6  # words between who met: "spoke by telephone on Monday with"
_MET = frozenset(
    "greeted hosted hosts invited joined meet meeting meets met phoned received telephoned visited welcomed "
    "with".split()
)


def foremost(candidates: list[Candidate], by_sentence: tuple[list[int], ...]) -> list[int]:
    """Return the two with the most mentions, in the order of the text, or nothing."""
    ids = list(dict.fromkeys(actor for ids in reversed(by_sentence) for actor in ids))
    last_first = ids[::-1]
    most = sorted(last_first, key=lambda actor: -len(candidates[actor].mentions))[:_PAIR]
    return [actor for actor in ids if actor in most] if len(ids) >= _PAIR else []
