"""What speaks for and against a candidate claim, as named cues; the names are those of ``claim_weights.csv``.

What belongs here: naming facts about a candidate, its words and its company. What does not: weighing them (``linear``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.parsing.engagements.frames import Candidate
from pipelines.parsing.engagements.units import Parse

if TYPE_CHECKING:
    from pipelines.parsing.engagements.candidates import Told

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday week month year".split())
_LINKS = frozenset("if to of for that who which when after before while by without over about because".split())
_BAG_REACH = 9
_NEAR = 3


def cues_of(told: Told, headline: bool, fields: dict[str, tuple[str, ...]]) -> set[str]:
    """Return the cues of a candidate, by name; the names are those of ``claim_weights.csv``."""
    candidate, trigger = told.candidate, told.candidate.match.trigger
    kind = trigger.engagement_type
    names = set(candidate.cues)
    names |= {f"rule={trigger.rule_id}", f"type={kind}", f"type+pos={kind}:{trigger.pos}", f"pos={trigger.pos}"}
    names |= {
        f"status={candidate.status}",
        f"status+type={candidate.status}:{kind}",
        f"found={candidate.subject_found}",
    }
    strength = f"strength={trigger.strength}"
    names |= {strength, f"{strength}:{trigger.pos}", f"{strength}:{candidate.status}"}
    roles = _role_cues(candidate)
    names |= roles | {f"{kind}:{role}" for role in roles if role.startswith("has")}
    names.add(f"pos+{'+'.join(sorted(r for r in roles if r.startswith('has')))}:{trigger.pos}")
    whole = _completeness(candidate)
    names |= {f"whole={whole}:{trigger.pos}:{candidate.status}", f"whole={whole}:{kind}"}
    place = "title" if headline else "lead" if told.sentence < 4 else "early" if told.sentence < 10 else "late"
    names.add(f"place={place}")
    if told.speaker is not None and any(m.actor_id == told.speaker.actor_id for _, m, _, _ in candidate.slots):
        names.add("speaker_takes_part")
    actors_here = {m.actor_id for m in told.parse.mention if m is not None}
    names.add(f"actors_here={min(len(actors_here), 4)}")
    if len(trigger.tail):
        names.add("long_wording")
    if candidate.match.outdone:
        names |= {"outdone", f"outdone:{trigger.pos}"}
    names |= {f"{strength}:{role}" for role in roles if role.startswith("has")}
    names |= _field_cues(told.parse, candidate.match.unit, candidate.match.end, kind, fields)
    return names | _sentence_cues(told) | _word_cues(told.parse, candidate.match.unit, candidate.match.end)


def _field_cues(parse: Parse, unit: int, end: int, kind: str, fields: dict[str, tuple[str, ...]]) -> set[str]:
    """The semantic fields of the words around the wording: near before, near after, and anywhere in reach."""
    names: set[str] = set()
    for k in range(max(0, unit - _BAG_REACH), min(end + _BAG_REACH, len(parse.tags))):
        if unit <= k < end:
            continue
        side = "left" if k < unit else "right"
        near = unit - k <= _NEAR if k < unit else k - end < _NEAR
        for name in fields.get(parse.words[k], ()):
            names |= {f"field={name}", f"field={name}:{kind}"}
            if near:
                names |= {f"field={side}:{name}", f"field={side}:{name}:{kind}"}
    return names


def _completeness(candidate: Candidate) -> str:
    """How much of the frame the grammar fills with whole noun phrases: ``both`` sides, ``one``, or ``none``."""
    surely = [
        (role, mention.actor_id)
        for role, mention, how, _ in candidate.slots
        if how == "head" and not mention.is_pronoun
    ]
    roles, actors = {role for role, _ in surely}, {actor for _, actor in surely}
    both = len(actors) > 1 and (len(roles) > 1 or "participant" in roles)
    return "both" if both else "one" if actors else "none"


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


def _word_cues(parse: Parse, unit: int, end: int) -> set[str]:
    """The words around the wording: each with its distance nearby, without it farther off."""
    names: set[str] = set()
    tags, words = parse.tags, parse.words
    n = len(tags)
    for d in (1, 2):
        if unit - d >= 0:
            names.add(f"w-{d}={'A' if tags[unit - d] == 'A' else words[unit - d]}")
        if end + d - 1 < n:
            names.add(f"w+{d}={'A' if tags[end + d - 1] == 'A' else words[end + d - 1]}")
    for k in range(max(0, unit - _BAG_REACH), min(unit + _BAG_REACH + 1, n)):
        if tags[k] in "NVBM":
            names.add(f"b={parse.lemma[k] or words[k]}")
    names |= {f"left={word}" for word in words[max(0, unit - 6) : unit] if word in _LINKS}
    return names


def _sentence_cues(told: Told) -> set[str]:
    parse, unit = told.parse, told.candidate.match.unit
    trigger = told.candidate.match.trigger
    spoken = told.speaker is not None
    names = {
        f"len={min(len(parse.tags) // 10, 5)}",
        "quoted_here" if parse.quoted[unit] else "unquoted",
        f"vb={min(parse.tags[:unit].count('V'), 4)}",
        f"va={min(parse.tags[unit + 1 :].count('V'), 4)}",
        "nodate" if _DAYS.isdisjoint(parse.words) else "date",
        f"spk={spoken}",
        f"spk={spoken}:{trigger.engagement_type}",
    }
    if trigger.pos == "n":
        names |= {
            f"plural={parse.words[unit].endswith('s')}",
            f"slots={bool(told.candidate.slots)}:{trigger.engagement_type}",
        }
    return names


def add_company(tellings: Sequence[Told], sentences: int) -> None:
    """Add to each candidate of an article what the others beside and before it tell about it.

    Args:
        tellings: All candidates of the article, in order.
        sentences: How many sentences the article has.
    """
    by_sentence: dict[int, list[Told]] = defaultdict(list)
    for told in tellings:
        by_sentence[told.sentence].append(told)
    rules: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for told in tellings:
        trigger = told.candidate.match.trigger
        kind, cues = trigger.engagement_type, told.cues
        others = [o for o in by_sentence[told.sentence] if o is not told]
        cues.add(f"in_sentence={min(len(others), 5)}")
        for other in others:
            beside = other.candidate.match.trigger.engagement_type
            cues.add(f"with={beside}")
            cues.add(f"with={beside}:{kind}")
            if beside == kind:
                cues.add("same_type_here")
                if other.token < told.token:
                    cues.add("same_type_before")
        cues.add(f"seen_rule={min(rules[trigger.rule_id], 2)}")
        cues.add(f"seen_type={min(kinds[kind], 3)}")
        cues.add(f"rel={5 * told.sentence // max(1, sentences)}")
        rules[trigger.rule_id] += 1
        kinds[kind] += 1
