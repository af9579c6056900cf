"""Who says that a claim is so: the speaker of its words, unless the saying is itself the act.

What belongs here: how far a verb of saying surely reaches, and when a claim is nobody's word but the article's. What
does not: whose words they may be (``speakers``), which the judgements of a claim go by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.engagements.sources import find_sources
from pipelines.parsing.engagements.speakers import TOLD_TO, Speech, all_of, find_speeches, is_told, speeches_around
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.syntax.authors import said_after
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.reported import (
    goes_on_after,
    in_relative,
    is_charge_against,
    said_after_verb,
    said_aside,
    said_from,
    says_more,
)
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.parsing.words.lexicon import Lexicon

_DOING = frozenset(("guest", "participant", "source"))
# What one does by saying it: that it was said, the article itself tells.
_DONE_BY_SAYING = frozenset("ACCUSE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())


def who_says(kept: Kept, lexicon: Lexicon, said_by: Mapping[int, int]) -> int | None:
    """Return the actor who says so, or None: nobody where the doer's words are the act, unless it denies it.

    Args:
        kept: The claim.
        lexicon: Which verbs are verbs of saying.
        said_by: For tokens in quotations whose speaker the text tells that actor.
    """
    tellers = _tellers(kept.told, lexicon, said_by)
    if kept.status == "not_occurred":
        return next(tellers, None)
    return next((teller for teller in tellers if not _does_it_by_saying(kept, teller)), None)


def _tellers(told: Told, lexicon: Lexicon, said_by: Mapping[int, int]) -> Iterator[int]:
    """Yield who says the words of a claim, the nearest first: of "X said he would go, Y said" X, then Y."""
    parse, unit = told.parse, told.candidate.match.unit
    around = speeches_around(unit, [*find_speeches(parse, lexicon, _said), *find_sources(parse)])
    for speech in around:
        if not _is_apart(told, speech):
            yield speech.speaker.actor_id
    # not the article's own words, nor a few that it takes from another's
    if not around and all(
        quoted or tag == "q" for quoted, tag in zip(parse.quoted[: unit + 1], parse.tags, strict=False)
    ):
        speaker = said_by.get(told.token, told.carried.actor_id if told.carried is not None else None)
        if speaker is not None:
            yield speaker


def _is_apart(told: Told, speech: Speech) -> bool:
    """Whether only a relative clause stands between who says so and a claim: "said Y left" of "X, who met Z, said Y
    left", and of "X urged Y, where Z attacked, according to W" the urging.
    """
    parse, unit = told.parse, told.candidate.match.unit
    if speech.verb < unit:
        return in_relative(parse, speech.verb, unit)
    commas = [k for k in range(unit, speech.verb) if parse.tags[k] == "," and not parse.quoted[k]]
    if in_relative(parse, speech.first, unit):  # over where the main clause goes on
        return any(
            parse.tags[k] == "X" or parse.kind[k] in ("past", "s")
            for k in range(min(commas, default=speech.verb), speech.verb)
        )
    by_saying = told.candidate.match.trigger.engagement_type in _DONE_BY_SAYING
    return by_saying and parse.words[speech.verb] == "according" and any(parse.tags[k + 1] == "R" for k in commas)


def _said(parse: Parse, u: int) -> list[Speech]:
    """Return what a verb of saying surely reports."""
    group = verb_group(parse, u)
    if group.passive or not (is_told(parse, u) or says_more(parse, group)):
        return []
    slot = said_after(parse, group) if parse.lemma[u] not in TOLD_TO else None
    if slot:
        before = Speech(all_of(slot), u, said_from(parse, group.start), group.start)
        end = noun_phrase(parse, u + 1)[1]
        inserted = parse.tags[end : end + 1] == [","] and goes_on_after(parse, end)  # "Y's army, says X, attacked"
        return [before, replace(before, first=end, end=len(parse.tags))] if inserted else [before]
    slot, _ = subject_of(parse, group)
    if slot is None or is_charge_against(parse, slot):
        return []
    before = Speech(all_of(slot), u, said_from(parse, group.start), group.start)
    aside = said_aside(parse, group, slot)
    if aside:
        return [before, replace(before, first=aside, end=len(parse.tags))] if goes_on_after(parse, aside) else [before]
    first, end = said_after_verb(parse, group, slot)
    after = replace(before, first=first, end=end)
    return [after, before] if parse.quoted[0] and group.start else [after]


def _does_it_by_saying(kept: Kept, speaker: int) -> bool:
    """Whether a speaker's words are the act: "X condemned", "X said it would send"; not "X said it had sent", nor where
    somebody else is told to do it: "the envoy said his country would send".
    """
    if _judges(kept) or _speaks_for_doer(kept, speaker):
        return True
    if speaker not in {r.mention.actor_id for r in kept.participants if r.role in _DOING}:
        return False
    slots = kept.told.candidate.slots
    doers = {mention.actor_id for role, mention, how, _ in slots if role in _DOING and how == "head"}
    if doers and speaker not in doers:
        return False
    return kept.status in ("planned", "proposed") or not _is_told_as_done(kept)


def _speaks_for_doer(kept: Kept, speaker: int) -> bool:
    """Whether somebody says for his state what it does by that: "the Chadian envoy said Chad would never accept"."""
    if kept.kind not in _DONE_BY_SAYING or _is_told_as_done(kept):
        return False
    told = kept.told
    land = next((m.country for m in told.parse.mention if m is not None and m.actor_id == speaker), None)
    doers = (m for role, m, how, _ in told.candidate.slots if role == "source" and how == "head")
    return land is not None and any(m.kind == "state" and m.country == land for m in doers)


def _judges(kept: Kept) -> bool:
    """Whether somebody judges or asks by these very words: "X said Y was a liar", "X said Y must"."""
    pos = kept.told.candidate.match.trigger.pos
    return pos == "e" or (pos == "m" and kept.kind == "REQUEST")


def _is_told_as_done(kept: Kept) -> bool:
    """Whether a deed is told as done before it is spoken of: "said it had struck", "said it had warned", not "said it
    was calling home", "said it warned".
    """
    parse, unit = kept.told.parse, kept.told.candidate.match.unit
    if parse.tags[unit] != "V":
        return kept.kind not in _DONE_BY_SAYING and kept.told.candidate.match.trigger.pos == "n"
    group = verb_group(parse, unit)
    if kept.kind in _DONE_BY_SAYING:
        return parse.lemma[unit] in SAYING and not group.passive and parse.words[group.start] in ("had", "'d")
    if group.infinitive or parse.kind[unit] == "ing":  # "claims to have struck", "admitted striking"
        return group.perfect or (not group.progressive and parse.lemma[group.start - 1] in _OWNING_UP)
    return not (group.modal or group.progressive) and group.tense == "past"


_OWNING_UP = frozenset("acknowledge admit boast claim concede confess confirm recall".split())
