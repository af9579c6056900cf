"""All candidate claims of an article: every wording in every sentence with its frame filled, and the cues to judge it by.

What belongs here: walking the sentences. What does not: keeping or dropping (``judge``), merging (``merge``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.frames import Candidate, fill_frame
from pipelines.parsing.engagements.lexicon import Lexicon
from pipelines.parsing.engagements.speakers import find_speeches, speaker_of
from pipelines.parsing.engagements.syntax import Parse, parse_sentence
from pipelines.parsing.engagements.triggers import find_matches


@dataclass(slots=True)
class Told:
    """A candidate claim where it stands.

    Attributes:
        candidate: The filled frame.
        sentence: Index of its sentence.
        parse: The sentence's parse.
        speaker: Mention of who says so, or None.
        token: Token of the wording's first word.
        cues: Names of all that is known of it, for the linear judgement.
        carried: Mention of the subject of the sentence before, for what this one leaves out.
        score: Probability that it is a claim, once judged.
    """

    candidate: Candidate
    sentence: int
    parse: Parse
    speaker: Any
    token: int
    cues: frozenset[str] = frozenset()
    carried: Any = None
    score: float = 0.0


def find_candidates(doc: Doc, mentions: Sequence[Any], lexicon: Lexicon, *, has_title: bool) -> list[Told]:
    """Return the candidate claims of an article, in order.

    Args:
        doc: The article's text.
        mentions: Its actor mentions in order, not overlapping (``token_start``, ``token_end``, ``actor_id``, ...).
        lexicon: The wordings.
        has_title: Whether the first sentence is the headline.
    """
    by_sentence: dict[int, list[Any]] = defaultdict(list)
    for mention in mentions:
        by_sentence[doc.sentence_at(mention.token_start)].append(mention)
    heads = lexicon.heads
    out: list[Told] = []
    carried: Any = None
    topic: Any = None
    open_quote = False
    paragraphs = frozenset(doc.paragraph_starts)
    for index, (first, end) in enumerate(doc.sentences):
        if index in paragraphs:
            open_quote = False
        lowers = doc.lowers[first:end]
        if heads.keys().isdisjoint(lowers) and not by_sentence[index]:
            open_quote = _quote_state(lowers, open_quote)
            continue
        headline = has_title and index == 0
        parse = parse_sentence(doc, first, end, by_sentence[index], lexicon, quoted=open_quote, headline=headline)
        speeches = find_speeches(parse, lexicon)
        if not speeches and not any(parse.quoted):
            carried = carried if open_quote else None
        for match in find_matches(parse, lexicon):
            told_by = speaker_of(match.unit, parse, speeches, carried or _only_speaker(speeches))
            if match.trigger.pos == "e" and told_by is None:
                continue
            candidate = fill_frame(parse, match, lexicon, headline=headline, speaker=told_by)
            told = Told(candidate, index, parse, told_by, parse.first[match.unit], carried=topic)
            told.cues = frozenset(cues_of(told, headline))
            out.append(told)
        if speeches:
            carried = speeches[-1].speaker
        topic = next((m for m in parse.mention if m is not None and not m.is_place_like), topic)
        open_quote = _quote_state(lowers, open_quote)
    return out


def _only_speaker(speeches: list[Any]) -> Any:
    return speeches[0].speaker if speeches else None


def _quote_state(lowers: list[str], open_quote: bool) -> bool:
    for word in lowers:
        if word == "“":
            open_quote = True
        elif word == "”":
            open_quote = False
        elif word == '"':
            open_quote = not open_quote
    return open_quote


def cues_of(told: Told, headline: bool) -> set[str]:
    """Return the cues of a candidate, by name; the names are those of ``claim_weights.csv``."""
    candidate, trigger = told.candidate, told.candidate.match.trigger
    kind = trigger.engagement_type
    names = set(candidate.cues)
    names |= {f"rule={trigger.rule_id}", f"type={kind}", f"type+pos={kind}:{trigger.pos}", f"pos={trigger.pos}"}
    names |= {f"status={candidate.status}", f"status+type={candidate.status}:{kind}", f"found={candidate.subject_found}"}
    roles = _role_cues(candidate)
    names |= roles | {f"{kind}:{role}" for role in roles if role.startswith("has")}
    names.add(f"pos+{'+'.join(sorted(r for r in roles if r.startswith('has')))}:{trigger.pos}")
    place = "title" if headline else "lead" if told.sentence < 4 else "early" if told.sentence < 10 else "late"
    names.add(f"place={place}")
    if told.speaker is not None and any(m.actor_id == told.speaker.actor_id for _, m, _, _ in candidate.slots):
        names.add("speaker_takes_part")
    actors_here = {m.actor_id for m in told.parse.mention if m is not None}
    names.add(f"actors_here={min(len(actors_here), 4)}")
    if len(trigger.tail):
        names.add("long_wording")
    return names


def _role_cues(candidate: Candidate) -> set[str]:
    names: set[str] = set()
    sides: dict[str, set[int]] = defaultdict(set)
    for role, mention, how, slot in candidate.slots:
        side = "a" if role in ("source", "guest") else "b" if role in ("target", "host") else "p"
        sides[side].add(mention.actor_id)
        names.add(f"how={slot}:{how}")
        names.add(f"kind={side}:{getattr(mention, 'kind', '')}")
    names.add("has=" + "".join(sorted(f"{side}{min(len(ids), 2)}" for side, ids in sides.items())))
    if sides["a"] & sides["b"]:
        names.add("same_on_both_sides")
    names.add(f"actors={min(len(set().union(*sides.values())), 3)}")
    return names
