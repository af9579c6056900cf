"""Force that is or is not ruled out: who "does not rule out" it threatens, who rules it out does not.

What belongs here: telling the two apart. What does not: the status of what is ruled out (``status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.syntax.infinitives import governor_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_REFUSES = frozenset("avoid decline fail hesitate refuse stop".split())
_SHORT_OF = frozenset("foolish impossible premature reluctant unable unwilling without wrong".split())


def leaves_open(parse: Parse, group: VerbGroup) -> bool:
    """Say whether a verb that rules something out leaves it open: "did not rule out", "refused to rule out"."""
    before = parse.words[max(0, group.start - 1) : group.start]
    if group.negated or not _SHORT_OF.isdisjoint(before):
        return True
    bare = group.infinitive or parse.kind[group.verb] == "ing"
    governor = governor_of(parse, group) if bare else -1
    return governor >= 0 and (parse.lemma[governor] in _REFUSES or verb_group(parse, governor).negated)


def is_ruled_out(parse: Parse, candidate: Candidate) -> bool:
    """Say whether a wording of threats tells that somebody rules force out, and so does not threaten."""
    match = candidate.match
    threat = match.trigger.engagement_type == "THREATEN" and parse.lemma[match.unit] == "rule"
    return threat and not leaves_open(parse, verb_group(parse, match.unit))
