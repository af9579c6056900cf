"""Who does what is done to "him", "her" or "them": whoever it is, the pronoun means somebody else.

What belongs here: finding that doer, only where the words leave no doubt. What does not: whom the pronoun means
(``pronouns``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipelines.parsing.actors.model import Mention
from pipelines.parsing.actors.references.quotations import is_subject
from pipelines.parsing.actors.scan import Scan

_TO = frozenset("to with on at against from of for about between".split())  # "spoke to him", "called on him"
_WHO = frozenset(("who", "which"))
# Behind these somebody else may be the doer, whom nobody need have named: "after reporters had asked him".
_ANOTHER = frozenset(
    "that what how why when while where whether after before since because if unless although as than like so".split()
)
_LETTING = frozenset(
    "allow allowed allows ask asked asks beg begged call called calls encourage encouraged expect expected expects "
    "force forced help helped helps instructed invite invited let made order ordered orders permit permitted persuade "
    "persuaded pressed pushed required urge urged urges want wanted wants".split()
)


def is_object(scan: Scan, token: int) -> bool:
    """Say whether a pronoun stands for whom something is done to: "told him", but not "told her aides"."""
    word, behind = scan.lowers[token], scan.lowers[token + 1 : token + 2]
    return word in ("him", "them") or (word == "her" and (behind == [] or behind[0] in _BEHIND_OBJECTS))


_BEHIND_OBJECTS = frozenset(
    ". , ; ) a about after against an and as at before but by during for from how if in into not of on over that the "
    "to when while why with".split()
)


def doers_of(scan: Scan, here: Sequence[Mention], token: int) -> tuple[int, ...]:
    """Return who does what is done to an object pronoun: X of "X told him", "X agreed to meet him", "who asked him".

    Args:
        scan: The article.
        here: The mentions of its sentence.
        token: The pronoun.
    """
    linked = scan.lowers[token - 1] in _TO
    verb = token - 1 - linked
    if scan.lowers[verb] not in scan.lex.verbs or (linked and not _is_verb(scan, verb)):
        return ()
    for mention in reversed(here):
        if mention.token_end <= verb and (is_subject(scan, mention) or _is_who(scan, mention)):
            doer = _doer(scan, here, mention, verb)
            return (doer.member_of or (doer.actor_id,)) if doer is not None else ()
    return ()


def asked_to_do(scan: Scan, here: Sequence[Mention], token: int) -> Mention | None:
    """Return who is asked to do what to his own: Y of "X urged Y to free its prisoners", not in "asked Y to back his".

    Args:
        scan: The article.
        here: Those of its sentence whom a pronoun may mean.
        token: The pronoun.
    """
    word, verb = scan.lowers[token], scan.lowers[token - 1]
    if scan.lowers[token - 2] != "to":
        return None
    asked = next((m for m in here if m.token_end == token - 2), None)
    own = verb in _OWN_DOING if word in ("his", "her") else word == "its" and verb not in _SIDING
    if not own or asked is None:
        return None
    before = scan.lowers[max(0, asked.token_start - _TITLE) : asked.token_start]
    return asked if any(_is_asking(scan, word) and (word[:4] != "call" or "on" in before) for word in before) else None


_SIDING = frozenset("accept answer approve back endorse follow hear heed help join meet respect support visit".split())
_OWN_DOING = frozenset(
    "change continue defend drop end explain fulfil fulfill halt honor honour keep lift recall reconsider reduce "
    "restore reverse show stop use withdraw".split()
)
_TITLE = 4  # words, with "called on the Indian"


def outside_doers(scan: Scan, here: Sequence[Mention], start: int) -> tuple[int, ...]:
    """Return who does to several what only others can: X of "X urged both sides", "X mediates between the two"."""
    before = start - (scan.lowers[start - 1] == "the")
    verb = before - 1 - (scan.lowers[before - 1] in _TO)
    if scan.lowers[verb] in scan.lex.speech and scan.lowers[verb] not in _TELLING:  # "X said both sides"
        return ()
    subject = next((m for m in reversed(here) if m.token_end <= verb), None)
    between = scan.lowers[subject.token_end : verb] if subject is not None else [""]
    plain = all(word in _PLAIN or word in scan.lex.verbs for word in between)
    return doers_of(scan, here, before) if plain else ()


_TELLING = frozenset("assured briefed cautioned informed reminded tell tells told warn warned warns".split())
_PLAIN = frozenset(("to", "not", "also", "again", "trying", "hoping", "working"))


def _is_verb(scan: Scan, token: int) -> bool:
    """Say whether a word that may be a noun is none: "met with him", "will talk to her", not "notes with him"."""
    before = scan.lowers[token - 1]
    return scan.lowers[token] in scan.lex.past_verbs or before == "to" or before in scan.lex.auxiliaries


def _is_who(scan: Scan, mention: Mention) -> bool:
    """Say whether a relative clause tells what somebody does: "X, who told"."""
    who = _behind(scan, mention)
    return scan.lowers[who] in _WHO and who + 1 < scan.size and scan.lowers[who + 1] in scan.lex.verbs


def _behind(scan: Scan, mention: Mention) -> int:
    return mention.token_end + (scan.lowers[mention.token_end] == ",")


def _predicate(scan: Scan, subject: Mention, verb: int) -> int:
    """Return where it is told what a subject does, the words between commas behind it left out."""
    start = _behind(scan, subject)
    if start > subject.token_end and "," in scan.lowers[start:verb]:
        return scan.lowers.index(",", start, verb) + 1
    return start + 1 if _is_who(scan, subject) else subject.token_end


def _doer(scan: Scan, here: Sequence[Mention], subject: Mention, verb: int) -> Mention | None:
    """Return who does a verb behind a subject, if nobody else can: not in "X said police had arrested him"."""
    start = _predicate(scan, subject, verb)
    told = scan.lowers[start : verb + 1]
    if not _ANOTHER.isdisjoint(told) or any(_opens_clause(scan, *two) for two in pairwise(told)):
        return None
    joined = not _JOINING.isdisjoint(told)
    if joined and any(m.token_end < subject.token_start and is_subject(scan, m) for m in here):
        return None  # "he thought she would win and feared her"
    asked = next((k for k in range(len(told) - 2, -1, -1) if _is_asking(scan, told[k])), -1)
    if joined or asked < 0 or told[asked + 1] == "to":
        return subject
    return next((m for m in here if start < m.token_end < verb and scan.lowers[m.token_end] == "to"), None)


def _is_asking(scan: Scan, word: str) -> bool:
    return word in scan.lex.speech or word in _LETTING


_JOINING = frozenset(("and", "but"))


def _opens_clause(scan: Scan, joint: str, behind: str) -> bool:
    """Say whether another subject may follow: ", and Chad", but not "and thanked"."""
    return joint == "," or (joint in _JOINING and behind not in scan.lex.verbs)


def is_done_to(scan: Scan, token: int) -> bool:
    """Say whether it is told what is done to whom a pronoun means: "he was arrested"."""
    told = scan.lowers[token + 1 : token + 4]
    passive = told[:1] in (["was"], ["is"]) or told[:2] in (["had", "been"], ["has", "been"])
    return passive and not _UNDERGONE.isdisjoint(told[1:])


_UNDERGONE = frozenset(
    "abducted accused arrested beaten charged convicted deported detained executed expelled extradited freed held "
    "indicted jailed kidnapped killed released sentenced shot wounded".split()
)
