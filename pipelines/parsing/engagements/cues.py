"""What speaks for and against a candidate claim, as named cues; the names are those of ``claim_weights.csv``.

What belongs here: naming facts about a candidate and its words. What does not: what other candidates tell about it
(``neighbours``), weighing (``linear``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations, product

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.engagements.company import SIDES
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.named_cues import Cues, Fact, Words
from pipelines.parsing.syntax.units import Parse

_DAYS = frozenset("today yesterday week month year".split() + WEEKDAYS)
_LINKS = frozenset("if to of for that who which when after before while by without over about because".split())
_BAG_REACH, _NEAR = 9, 12  # units
_PAIRED = 2  # actors of a side that are paired with those of the other


def cues_of(told: Told, headline: bool, fields: dict[str, tuple[str, ...]]) -> Cues:
    """Return the cues of a candidate, by name; the names are those of ``claim_weights.csv``."""
    candidate, match = told.candidate, told.candidate.match
    trigger, status = match.trigger, candidate.status
    kind, pos, strength = trigger.engagement_type, trigger.pos, trigger.strength
    facts: list[Fact] = [
        (_wording_cues, kind, pos, strength, bool(trigger.tail)),
        (_status_cues, status, kind, strength),
        (place_cues, *_place(told, headline)),
        (_own_cues, candidate.subject_found, _speaks_itself(told), min(_actors_here(told.parse), 4)),
    ]
    facts += _slot_facts(candidate)
    facts += _party_facts(candidate)
    facts += _sentence_facts(told)
    if match.outdone:
        facts.append((_outdone_cues, pos))
    names = [*candidate.cues, f"rule={trigger.rule_id}", *_next_words(told.parse, match.unit, match.end)]
    return Cues(names, facts, _words_about(told, fields))


def _wording_cues(kind: str, pos: str, strength: str, long: bool) -> list[str]:
    names = [
        f"type={kind}",
        f"type+pos={kind}:{pos}",
        f"pos={pos}",
        f"strength={strength}",
        f"strength={strength}:{pos}",
    ]
    return names + ["long_wording"] * long


def _status_cues(status: str, kind: str, strength: str) -> tuple[str, ...]:
    return f"status={status}", f"status+type={status}:{kind}", f"strength={strength}:{status}"


def _outdone_cues(pos: str) -> tuple[str, ...]:
    return "outdone", f"outdone:{pos}"


def _place(told: Told, headline: bool) -> tuple[str, ...]:
    place = "title" if headline else "lead" if told.sentence < 4 else "early" if told.sentence < 10 else "late"
    return (place, "heading") if told.heading and not headline else (place,)


def place_cues(*places: str) -> list[str]:
    """Where in the article it stands."""
    return [f"place={place}" for place in places]


def _own_cues(found: str, speaks_itself: bool, actors_here: int) -> list[str]:
    names = [f"found={found}", f"actors_here={actors_here}"]
    return [*names, "speaker_takes_part"] if speaks_itself else names


def _speaks_itself(told: Told) -> bool:
    """Whether the speaker takes part in what it tells."""
    speaker = told.speaker
    return speaker is not None and speaker.actor_id in [m.actor_id for _, m, _, _ in told.candidate.slots]


@lru_cache(maxsize=1)
def _actors_here(parse: Parse) -> int:
    return len({m.actor_id for m in parse.mention if m is not None})


def _slot_facts(candidate: Candidate) -> Iterator[Fact]:
    """Who fills the frame: how surely, of what kind, how many on either side."""
    trigger = candidate.match.trigger
    sides: dict[str, set[int]] = {"a": set(), "b": set(), "p": set()}
    for role, mention, _, _ in candidate.slots:
        sides[SIDES[role]].add(mention.actor_id)
    yield from {(_how_cues, slot, how) for _, _, how, slot in candidate.slots}
    yield from {(kind_cues, SIDES[role], getattr(m, "kind", "")) for role, m, _, _ in candidate.slots}
    numbers = [min(len(actors), 2) for actors in sides.values()]
    yield _has_cues, *numbers, trigger.engagement_type, trigger.pos, trigger.strength
    yield _number_cues, min(len(set().union(*sides.values())), 3), not sides["a"].isdisjoint(sides["b"])
    yield _whole_cues, _completeness(candidate), trigger.engagement_type, trigger.pos, candidate.status


def _how_cues(slot: str, how: str) -> tuple[str]:
    return (f"how={slot}:{how}",)


def kind_cues(side: str, actor_kind: str) -> tuple[str]:
    """The kind of who fills the frame on a side."""
    return (f"kind={side}:{actor_kind}",)


def _has_cues(a: int, b: int, p: int, kind: str, pos: str, strength: str) -> tuple[str, ...]:
    has = "has=" + "".join(f"{side}{number}" for side, number in (("a", a), ("b", b), ("p", p)) if number)
    return has, f"{kind}:{has}", f"pos+{has}:{pos}", f"strength={strength}:{has}"


def _number_cues(actors: int, same: bool) -> list[str]:
    return [f"actors={actors}"] + ["same_on_both_sides"] * same


def _completeness(candidate: Candidate) -> str:
    """How much of the frame the grammar fills with whole noun phrases: ``both`` sides, ``one``, or ``none``."""
    surely = [(role, m.actor_id) for role, m, how, _ in candidate.slots if how == "head" and not m.is_pronoun]
    roles, actors = {role for role, _ in surely}, {actor for _, actor in surely}
    both = len(actors) > 1 and (len(roles) > 1 or "participant" in roles)
    return "both" if both else "one" if actors else "none"


def _whole_cues(whole: str, kind: str, pos: str, status: str) -> tuple[str, ...]:
    return f"whole={whole}:{pos}:{status}", f"whole={whole}:{kind}"


def _party_facts(candidate: Candidate) -> Iterator[Fact]:
    """The sectors of who fills the frame, how often each is told of, and how those on either side stand together."""
    if not candidate.slots:
        return
    kind = candidate.match.trigger.engagement_type
    sides: dict[str, list[tuple[str, str]]] = {"a": [], "b": [], "p": []}
    for role, mention, _, _ in candidate.slots:
        sides[SIDES[role]].append((mention.sector or "unknown", mention.country or ""))
    yield from {(sector_cues, SIDES[role], m.sector or "unknown", kind) for role, m, _, _ in candidate.slots}
    yield from {(_often_cues, SIDES[role], m.often, kind) for role, m, _, _ in candidate.slots}
    across = product(sides["a"][:_PAIRED], sides["b"][:_PAIRED])
    pairs = [*across, *combinations(sides["p"][: 1 + _PAIRED], 2)]
    stands = [(abroad_of(home, abroad), one, other) for (one, home), (other, abroad) in pairs]
    yield from {(_abroad_cues, abroad, kind) for abroad, _, _ in stands}
    yield from {(_sectors_cues, one, other, kind) for _, one, other in stands}
    yield from {(_abroad_cues, f"{abroad}:{one}>{other}", kind) for abroad, one, other in stands}


def sector_cues(side: str, sector: str, kind: str) -> tuple[str, ...]:
    """The sector of who fills the frame on a side."""
    return f"sector={side}:{sector}", f"sector={side}:{sector}:{kind}"


def _often_cues(side: str, often: int, kind: str) -> tuple[str, ...]:
    return f"often={side}:{often}", f"often={side}:{often}:{kind}"


def _sectors_cues(one: str, other: str, kind: str) -> tuple[str, ...]:
    return f"sectors={one}>{other}", f"sectors={one}>{other}:{kind}"


def _abroad_cues(abroad: str, kind: str) -> tuple[str, ...]:
    return f"abroad={abroad}", f"abroad={abroad}:{kind}"


def abroad_of(home: str | None, country: str | None) -> str:
    """Say how two actors stand to each other by country: ``same``, ``other``, or ``unknown``."""
    return "unknown" if not home or not country else "same" if home == country else "other"


def _words_about(told: Told, fields: dict[str, tuple[str, ...]]) -> list[Words]:
    """The words of the sentence by engagement type (what tells an attack tells no agreement), and those around the
    wording with their fields.
    """
    parse, match = told.parse, told.candidate.match
    kind, unit, end = match.trigger.engagement_type, match.unit, match.end
    heard, first = told_words(parse), max(0, unit - _BAG_REACH)
    around = parse.words[first:unit] + parse.words[end : end + _BAG_REACH]
    return [
        (f"{kind}~~", _all_told(parse)),
        (f"{kind}~", {*heard[max(0, unit - _NEAR) : unit], *heard[end : end + _NEAR]}),
        ("b=", set(_bag(parse)[first : unit + _BAG_REACH + 1]) - _NO_WORD),
        ("field=", set(chain.from_iterable(filter(None, map(fields.get, around))))),
    ]


def _next_words(parse: Parse, unit: int, end: int) -> list[str]:
    """The two words before the wording and the two after it, an actor as no more than that, and what links it."""
    places = (("w-1", unit - 1), ("w-2", unit - 2), ("w+1", end), ("w+2", end + 1))
    n, tags, words = len(parse.tags), parse.tags, parse.words
    names = [f"{place}={'A' if tags[k] == 'A' else words[k]}" for place, k in places if 0 <= k < n]
    return names + [f"left={word}" for word in _LINKS.intersection(words[max(0, unit - 6) : unit])]


@lru_cache(maxsize=1)
def _bag(parse: Parse) -> list[str]:
    """Each word of a sentence that counts wherever it stands, else an empty string."""
    return [
        lemma or word if tag in "NVBM" else ""
        for tag, lemma, word in zip(parse.tags, parse.lemma, parse.words, strict=True)
    ]


_NO_WORD = frozenset(("",))


@lru_cache(maxsize=1)
def _all_told(parse: Parse) -> frozenset[str]:
    return frozenset(told_words(parse))


@lru_cache(maxsize=1)
def told_words(parse: Parse) -> list[str]:
    """The words of a sentence: a verb's lemma, and of an actor no more than its kind."""
    return [
        (lemma or word) if mention is None else f"<{mention.kind}>"
        for word, lemma, mention in zip(parse.words, parse.lemma, parse.mention, strict=True)
    ]


def _sentence_facts(told: Told) -> Iterator[Fact]:
    """How long the sentence is and how it is told."""
    tags, words, match = told.parse.tags, told.parse.words, told.candidate.match
    before = tags[: match.unit].count("V")
    after = tags.count("V") - before - (tags[match.unit] == "V")
    yield _count_cues, min(len(tags) // 10, 5), min(before, 4), min(after, 4)
    yield _telling_cues, told.parse.quoted[match.unit], not _DAYS.isdisjoint(words)
    yield _spoken_cues, told.speaker is not None, match.trigger.engagement_type
    if match.trigger.pos == "n":
        plural = words[match.unit].endswith("s")
        yield _noun_cues, plural, bool(told.candidate.slots), match.trigger.engagement_type


def _count_cues(length: int, before: int, after: int) -> tuple[str, ...]:
    return f"len={length}", f"vb={before}", f"va={after}"


def _telling_cues(quoted: bool, dated: bool) -> tuple[str, ...]:
    return "quoted_here" if quoted else "unquoted", "date" if dated else "nodate"


def _spoken_cues(spoken: bool, kind: str) -> tuple[str, ...]:
    return f"spk={spoken}", f"spk={spoken}:{kind}"


def _noun_cues(plural: bool, slots: bool, kind: str) -> tuple[str, ...]:
    return f"plural={plural}", f"slots={slots}:{kind}"
