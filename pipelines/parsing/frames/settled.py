"""What the words right around a verb settle about its act, whatever the sentence tells besides: "nearly attacked",
"is believed to have attacked", "rejected claims that X had attacked".

What belongs here: constructions that leave no doubt. What does not: those that only make one answer likelier
(``status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.conditions import still_goes_on
from pipelines.parsing.syntax.infinitives import governor_of
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_NEARLY = frozenset(("almost", "nearly"))
_ON_THE = frozenset("brink cusp edge eve point threshold verge".split())
# "X is believed to have attacked Y", "X claims to have attacked Y".
_TOLD_OF = frozenset(
    "acknowledge admit allege appear assume believe boast claim confess confirm consider estimate know presume report "
    "rumor rumour say seem suspect think understand".split()
)
_REPORTS = frozenset(
    "accusation accusations allegation allegations assertion assertions charge charges claim claims insinuation "
    "insinuations report reports rumor rumors rumour rumours speculation story stories suggestion "
    "suggestions".split()
)
_DENIES = frozenset("contradict debunk deny discount dismiss dispute rebut refute reject rubbish".split())
_UNTRUE = frozenset("baseless fabricated false groundless incorrect unfounded untrue wrong".split())
_FAR = 14  # units from "that" to the verb, and from the verb to what is said of the report


def settled(parse: Parse, group: VerbGroup) -> str:
    """Return the status of a verb's act where the words around it leave no doubt, else an empty string.

    Args:
        parse: The sentence.
        group: The verb with its auxiliaries.
    """
    verb = group.verb
    if parse.words[verb - 1 : verb] and parse.words[verb - 1] in _NEARLY and group.tense == "past":
        return "not_occurred"
    if group.infinitive:
        return _told_of(parse, group)
    if parse.kind[verb] == "ing" and not group.progressive:
        return _short_of(parse, group)
    if _is_denied(parse, group):
        return "not_occurred"
    return "ongoing" if still_goes_on(parse, group) or _is_at_it(parse, group) else ""


def was_where_said(parse: Parse, start: int) -> bool:
    """Say whether words were said at or after an act, whatever they tell: "will send aid, X said after talks with Y".

    Args:
        parse: The sentence.
        start: First unit of the act's verb or noun phrase.
    """
    before = skip_back(parse, start - 1, "D")
    if before < 1 or parse.words[before] not in _THERE:
        return False
    verb = skip_back(parse, before - 1, "ABDNO")
    said = verb >= 0 and parse.lemma[verb] in _SAY and parse.kind[verb] == "past"
    return said and verb_group(parse, verb).start == verb


_THERE = frozenset("after at during following upon when while".split())
_SAY = frozenset("add announce declare say state tell write".split())


def _is_at_it(parse: Parse, group: VerbGroup) -> bool:
    """Whether somebody is at taking a place by force: "is trying to seize the port", "was at the time trying to"."""
    trying = group.progressive and parse.lemma[group.verb] in _TRY and not (group.modal or group.negated)
    had = group.perfect and "had" in parse.words[group.start : group.verb]
    to_take = parse.tags[group.verb + 1 : group.verb + 2] == ["T"] and not _TAKE.isdisjoint(
        parse.lemma[group.verb + 2 : group.verb + 3]
    )
    return trying and not had and to_take


_TRY = frozenset("attempt battle fight struggle try".split())
_TAKE = frozenset("capture encircle invade overrun recapture regain retake seize storm take".split())


def _told_of(parse: Parse, group: VerbGroup) -> str:
    """The status of what somebody is said to have done, or to be doing."""
    governor = governor_of(parse, group) if group.perfect or group.progressive else -1
    if governor < 0 or governor < skip_back(parse, group.start - 1, "Bq") or parse.lemma[governor] not in _TOLD_OF:
        return ""
    told = verb_group(parse, governor)
    if told.modal:
        return ""
    if told.negated:
        return "not_occurred"
    return "ongoing" if told.tense == "present" and not (told.perfect or group.perfect) else "occurred"


def _short_of(parse: Parse, group: VerbGroup) -> str:
    """The status of what is told by a gerund: "stopped short of", "on the verge of", "did not rule out attacking"."""
    k = skip_back(parse, group.start - 1, "Bq")
    before = parse.words[max(0, k - 1) : k + 1]
    if before == ["short", "of"]:
        return "not_occurred"
    if before[-1:] == ["of"] and before[0] in _ON_THE and parse.words[max(0, k - 2)] in ("the", "very"):
        return "planned"
    if before == ["rule", "out"] or before == ["ruled", "out"]:
        return "proposed" if parse.tags[k - 1] == "V" and verb_group(parse, k - 1).negated else ""
    return ""


def _is_denied(parse: Parse, group: VerbGroup) -> bool:
    """Whether a clause tells what is said to be untrue: "rejected claims that X attacked", "it is untrue that"."""
    if "that" not in parse.words[max(0, group.start - _FAR) : group.start]:
        return False
    that = next((k for k in range(group.start - 1, max(-1, group.start - _FAR), -1) if parse.tags[k] in ";S"), -1)
    if that < 1 or parse.words[that] != "that" or "V" in parse.tags[that : group.start]:
        return False
    if parse.words[max(0, that - 2) : that] == ["not", "true"]:
        return True
    if parse.words[that - 1] in _UNTRUE - {"wrong"}:
        return parse.words[that - 2] != "not"
    noun = next((k for k in range(that - 1, max(-1, that - _NAMED), -1) if parse.words[k] in _REPORTS), -1)
    if noun < 0 or (parse.tags[noun] != "N" and noun != that - 1) or not _is_by(parse, noun, that):
        return False
    return _denies(parse, noun) or _is_called_untrue(parse, group.verb)


_NAMED = 5  # units: "claims by the ministry that"


def _is_by(parse: Parse, noun: int, that: int) -> bool:
    """Whether only who tells it stands between a report and "that"."""
    return that == noun + 1 or parse.words[noun + 1] in ("by", "from", "in", "on")


def _denies(parse: Parse, noun: int) -> bool:
    """Whether a report is denied right before it: "rejected claims", "dismissed as false reports", "no truth in"."""
    before = parse.words[max(0, noun - _NAMED) : noun]
    if "no" in before and "truth" in before:
        return True
    verb = next((k for k in range(noun - 1, max(-1, noun - _NAMED), -1) if parse.tags[k] in "VX;,"), -1)
    if verb < 0 or parse.tags[verb] != "V" or parse.lemma[verb] not in _DENIES:
        return False
    group = verb_group(parse, verb)
    return not (group.negated or group.passive or group.modal)


def _is_called_untrue(parse: Parse, verb: int) -> bool:
    """Whether a report is said to be untrue after it: "reports that X attacked Y are false"."""
    for k in range(verb + 1, min(verb + _FAR, len(parse.tags) - 1)):
        if parse.tags[k] in ";,VR":
            return False
        if parse.tags[k] == "X" and parse.words[k] in ("is", "are", "was", "were"):
            after = parse.words[k + 1 : k + 3]
            return after == ["not", "true"] or (after[0] != "not" and not _UNTRUE.isdisjoint(after))
    return False
