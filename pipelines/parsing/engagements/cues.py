"""What speaks for and against a candidate claim, as named cues; the names are those of ``claim_weights.csv``.

What belongs here: naming facts about a candidate and its words. What does not: what other candidates tell about it
(``neighbours``), weighing (``linear``).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import combinations, product

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.syntax.units import Parse

_DAYS = frozenset("today yesterday week month year".split() + WEEKDAYS)
_LINKS = frozenset("if to of for that who which when after before while by without over about because".split())
_BAG_REACH, _NEAR = 9, 12  # units
_PAIRED = 2  # actors of a side that are paired with those of the other
_KEPT = 1 << 14  # cues told before, so that their names are not put together anew for each candidate


def cues_of(told: Told, headline: bool, fields: dict[str, tuple[str, ...]]) -> set[str]:
    """Return the cues of a candidate, by name; the names are those of ``claim_weights.csv``."""
    candidate, match, parse = told.candidate, told.candidate.match, told.parse
    trigger = match.trigger
    kind = trigger.engagement_type
    names = set(candidate.cues)
    names.update(
        _wording_cues(trigger.rule_id, kind, trigger.pos, trigger.strength, candidate.status, bool(trigger.tail)),
        _slot_cues(_slots(candidate), kind, trigger.pos, trigger.strength, candidate.status),
        _party_cues(_parties(candidate), kind),
        _sentence_cues(told),
        _word_cues(parse, match.unit, match.end),
        _typed_words(parse, kind),
        _typed_words_near(parse, kind, match.unit, match.end),
        _field_cues(parse, match.unit, match.end, fields),
    )
    names.add(f"found={candidate.subject_found}")
    place = "title" if headline else "lead" if told.sentence < 4 else "early" if told.sentence < 10 else "late"
    names.add(f"place={place}")
    if told.heading and not headline:
        names.add("place=heading")
    if told.speaker is not None and any(m.actor_id == told.speaker.actor_id for _, m, _, _ in candidate.slots):
        names.add("speaker_takes_part")
    actors_here = {m.actor_id for m in parse.mention if m is not None}
    names.add(f"actors_here={min(len(actors_here), 4)}")
    if match.outdone:
        names |= {"outdone", f"outdone:{trigger.pos}"}
    return names


@lru_cache(maxsize=_KEPT)
def _wording_cues(rule: str, kind: str, pos: str, strength: str, status: str, long: bool) -> tuple[str, ...]:
    return (
        f"rule={rule}", f"type={kind}", f"type+pos={kind}:{pos}", f"pos={pos}", f"status={status}",
        f"status+type={status}:{kind}", f"strength={strength}", f"strength={strength}:{pos}",
        f"strength={strength}:{status}", *(("long_wording",) if long else ()),
    )  # fmt: skip


Slots = tuple[tuple[str, str, str, str, int, bool], ...]


def _slots(candidate: Candidate) -> Slots:
    """What cues tell of who fills the frame: (role, how, slot, kind, actor by order of appearance, is no pronoun)."""
    order: dict[int, int] = {}
    return tuple(
        [
            (role, how, slot, getattr(m, "kind", ""), order.setdefault(m.actor_id, len(order)), not m.is_pronoun)
            for role, m, how, slot in candidate.slots
        ]
    )


@lru_cache(maxsize=_KEPT)
def _slot_cues(slots: Slots, kind: str, pos: str, strength: str, status: str) -> frozenset[str]:
    names: set[str] = set()
    sides: dict[str, set[int]] = defaultdict(set)
    for role, how, slot, actor_kind, actor, _ in slots:
        side = "a" if role in ("source", "guest") else "b" if role in ("target", "host") else "p"
        sides[side].add(actor)
        names |= {f"how={slot}:{how}", f"kind={side}:{actor_kind}"}
    has = "has=" + "".join(sorted(f"{side}{min(len(ids), 2)}" for side, ids in sides.items()))
    names |= {has, f"{kind}:{has}", f"pos+{has}:{pos}", f"strength={strength}:{has}"}
    if sides["a"] & sides["b"]:
        names.add("same_on_both_sides")
    names.add(f"actors={min(len(set().union(*sides.values())), 3)}")
    whole = _completeness(slots)
    return frozenset(names | {f"whole={whole}:{pos}:{status}", f"whole={whole}:{kind}"})


Parties = tuple[tuple[str, str, str, int], ...]


def _parties(candidate: Candidate) -> Parties:
    """Who fills the frame: (side, sector, country, how often the article mentions it)."""
    return tuple([(SIDES[role], m.sector or "unknown", m.country or "", m.often) for role, m, _, _ in candidate.slots])


@lru_cache(maxsize=_KEPT)
def _party_cues(parties: Parties, kind: str) -> frozenset[str]:
    """The sectors of who fills the frame, of those on either side together, and whether they are of one country."""
    names = {f"sector={side}:{sector}" for side, sector, _, _ in parties}
    names |= {f"often={side}:{often}" for side, _, _, often in parties}
    ones, others = ([p for p in parties if p[0] == side][:_PAIRED] for side in "ab")
    both = [p for p in parties if p[0] == "p"]
    for (_, sector, home, _), (_, other, abroad, _) in (*product(ones, others), *combinations(both[: 1 + _PAIRED], 2)):
        names |= {f"sectors={sector}>{other}", f"abroad={abroad_of(home, abroad)}:{sector}>{other}"}
        names.add(f"abroad={abroad_of(home, abroad)}")
    return frozenset(names | {f"{name}:{kind}" for name in names})


def abroad_of(home: str | None, country: str | None) -> str:
    """Say how two actors stand to each other by country: ``same``, ``other``, or ``unknown``."""
    return "unknown" if not home or not country else "same" if home == country else "other"


def _completeness(slots: Slots) -> str:
    """How much of the frame the grammar fills with whole noun phrases: ``both`` sides, ``one``, or ``none``."""
    surely = [(role, actor) for role, how, _, _, actor, is_named in slots if how == "head" and is_named]
    roles, actors = {role for role, _ in surely}, {actor for _, actor in surely}
    both = len(actors) > 1 and (len(roles) > 1 or "participant" in roles)
    return "both" if both else "one" if actors else "none"


def _field_cues(parse: Parse, unit: int, end: int, fields: dict[str, tuple[str, ...]]) -> list[str]:
    """The semantic fields of the words around the wording."""
    words = parse.words
    around = words[max(0, unit - _BAG_REACH) : unit] + words[end : end + _BAG_REACH]
    return [f"field={name}" for word in around if word in fields for name in fields[word]]


def _word_cues(parse: Parse, unit: int, end: int) -> list[str]:
    """The words around the wording: each with its distance nearby, without it farther off."""
    tags, words = parse.tags, parse.words
    n = len(tags)
    names = [name for name in _bag(parse)[max(0, unit - _BAG_REACH) : unit + _BAG_REACH + 1] if name]
    for d in (1, 2):
        if unit - d >= 0:
            names.append(f"w-{d}={'A' if tags[unit - d] == 'A' else words[unit - d]}")
        if end + d - 1 < n:
            names.append(f"w+{d}={'A' if tags[end + d - 1] == 'A' else words[end + d - 1]}")
    return names + [f"left={word}" for word in words[max(0, unit - 6) : unit] if word in _LINKS]


@lru_cache(maxsize=1)
def _bag(parse: Parse) -> list[str]:
    """The cue of each word of a sentence that counts wherever it stands, else an empty string."""
    return [
        f"b={lemma or word}" if tag in "NVBM" else ""
        for tag, lemma, word in zip(parse.tags, parse.lemma, parse.words, strict=True)
    ]


@lru_cache(maxsize=64)
def _typed_words(parse: Parse, kind: str) -> frozenset[str]:
    """Each word of a sentence, by engagement type: what tells an attack tells no agreement."""
    return frozenset([f"{kind}~~{word}" for word in told_words(parse)])


def _typed_words_near(parse: Parse, kind: str, unit: int, end: int) -> list[str]:
    words = told_words(parse)
    return [f"{kind}~{word}" for word in words[max(0, unit - _NEAR) : unit] + words[end : end + _NEAR]]


@lru_cache(maxsize=1)
def told_words(parse: Parse) -> list[str]:
    """The words of a sentence: a verb's lemma, and of an actor no more than its kind."""
    return [
        (lemma or word) if mention is None else f"<{mention.kind}>"
        for word, lemma, mention in zip(parse.words, parse.lemma, parse.mention, strict=True)
    ]


def _sentence_cues(told: Told) -> tuple[str, ...]:
    tags, words, unit = told.parse.tags, told.parse.words, told.candidate.match.unit
    trigger = told.candidate.match.trigger
    before = tags[:unit].count("V")
    after = tags.count("V") - before - (tags[unit] == "V")
    noun = (words[unit].endswith("s"), bool(told.candidate.slots)) if trigger.pos == "n" else None
    counts = (min(len(tags) // 10, 5), min(before, 4), min(after, 4))
    dated = not _DAYS.isdisjoint(words)
    return _named_counts(
        counts, told.parse.quoted[unit], dated, told.speaker is not None, trigger.engagement_type, noun
    )


@lru_cache(maxsize=_KEPT)
def _named_counts(
    counts: tuple[int, int, int], quoted: bool, dated: bool, spoken: bool, kind: str, noun: tuple[bool, bool] | None
) -> tuple[str, ...]:
    length, before, after = counts
    return (
        f"len={length}", "quoted_here" if quoted else "unquoted", f"vb={before}", f"va={after}",
        "date" if dated else "nodate", f"spk={spoken}", f"spk={spoken}:{kind}",
        *((f"plural={noun[0]}", f"slots={noun[1]}:{kind}") if noun else ()),
    )  # fmt: skip
