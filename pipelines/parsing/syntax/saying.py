"""Verbs of saying and knowing: which go together under one subject, and which open a clause of their own.

What belongs here: the words, and whose subject such a verb shares. What does not: who speaks (``speakers``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import VerbGroup

# Verbs of saying go together: "X said that Y had lied and urged Z to act" has X urging.
SAYING = frozenset(
    "accuse acknowledge add admit announce appeal applaud argue ask assert assure blame call caution charge cite claim "
    "commend complain concede condemn congratulate criticise criticize declare decry demand denounce deny deplore "
    "describe dismiss "
    "express hail hint implore insist invite liken mock note offer plead pledge point praise predict promise question "
    "rebuke reiterate "
    "reject repeat reply request say slam state stress suggest swear tell thank threaten tweet urge voice vow warn "
    "welcome wish write".split()
)
_REPORTING = frozenset(
    "acknowledge add admit allege announce argue assert boast claim complain concede confirm declare deny explain hint "
    "insist lament maintain note observe protest "
    "reiterate repeat reply say state stress suggest tell testify tweet warn write".split()
)


_KNOWING = frozenset(
    "agree assume believe calculate confirm decide discover doubt ensure expect fear feel find guess hear hope imagine "
    "indicate know learn mean notice presume prove realise realize recall remember report reveal see show suspect "
    "think understand".split()
)


# Who talks to somebody says it to them: "X said Y had met Z and thanked him" has Y thanking.
_TALKING = frozenset("confer converse discuss meet phone speak talk telephone".split())


def tells_what(lemma: str) -> bool:
    """Say whether a verb opens a clause with a subject of its own: "said Y left", "feared Y left"."""
    return lemma in SAYING or lemma in _REPORTING or lemma in _KNOWING


def told_with(parse: Parse, group: VerbGroup, u: int) -> int:
    """Return from which unit on to look left for the verb whose subject a verb shares: over what was said, where the
    verb tells of saying too.
    """
    over = _over_quotation(parse, group, u)
    if over >= 0:
        return over
    if parse.lemma[group.verb] not in SAYING or parse.kind[group.verb] == "base":
        return u - 1
    nearest = next((k for k in range(u - 1, -1, -1) if parse.kind[k] in ("past", "s", "base", "part")), -1)
    if nearest < 0 or parse.lemma[nearest] in SAYING or parse.lemma[nearest] in _TALKING:
        return u - 1
    kinds = (parse.kind[group.verb], "past" if parse.kind[group.verb] == "part" else "")
    inside = parse.quoted[group.verb]
    for k in range(nearest - 1, -1, -1):
        if parse.tags[k] == ";" or (inside and parse.tags[k] == "q"):
            break
        if parse.lemma[k] in _REPORTING and parse.kind[k] in kinds:
            return k
    return u - 1


def _over_quotation(parse: Parse, group: VerbGroup, u: int) -> int:
    """Return the last unit before a quotation that a verb stands behind: no verb in it shares its subject. Where it
    begins with its verb, that of saying before it: "X said Y 'has failed' and hit Z"; else -1.
    """
    end = next((k for k in range(u, -1, -1) if parse.tags[k] in "VXM;"), -1)
    if end < 0 or parse.quoted[group.verb] or not parse.quoted[end] or parse.tags[end] == ";":
        return -1
    opens = next((k for k in range(end, -1, -1) if not parse.quoted[k]), -1)
    first = skip(parse, opens + 1, "qBG")
    if parse.tags[first] not in "VXM":
        return opens
    verb = next((k for k in range(opens, -1, -1) if parse.tags[k] in "VXM;"), -1)
    return verb if verb >= 0 and tells_what(parse.lemma[verb]) and not parse.quoted[verb] else -1


def is_reported(parse: Parse, group: VerbGroup, u: int) -> bool:
    """Say whether a verb at a unit only tells what somebody says who goes on to say more by another: "X said the talks
    had failed, accusing Y".
    """
    if parse.lemma[group.verb] not in SAYING:
        return False
    opens = next(
        (k for k in range(u - 1, -1, -1) if parse.lemma[k] in _REPORTING and parse.kind[k] in ("past", "s")), -1
    )
    return opens >= 0 and ";" not in parse.tags[opens:u]
