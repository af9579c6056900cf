"""Who is the subject of a verb: through passives, insertions, relative clauses, lists, participles and infinitives.

What belongs here: the way from a verb to its subject. What does not: objects (``phrases``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.syntax.authors import author_before, ends_quote, said_after
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.clauses import ends_clause_of_time
from pipelines.parsing.syntax.company import members_between, named_between, with_company, with_joined, with_members
from pipelines.parsing.syntax.hidden import (
    WRITINGS,
    before_dashes,
    before_verb,
    goes_on_now,
    just_before,
    object_before,
    over_dashes,
    over_reduced,
    participle_before,
    stands_alone,
    written_to,
)
from pipelines.parsing.syntax.infinitives import charged, for_whom, headed, made_to, whose_intent
from pipelines.parsing.syntax.lists import list_left
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.relatives import antecedent, group_start, over_relative, undergoer_before
from pipelines.parsing.syntax.saying import SAYING, is_reported, told_with
from pipelines.parsing.syntax.units import Parse, over_gloss, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_DEEP = 3  # verbs that share a subject are followed so far


def subject_of(parse: Parse, group: VerbGroup, depth: int = 0) -> tuple[Slot | None, str]:
    """Find who is the subject of a verb group.

    Returns:
        The slot (None where no actor is) and how it was found: direct, comma, relative, shared, control, participle,
        none.
    """
    u = before_verb(parse, group.start - 1, "BGq" if group.infinitive else "Bq")
    if u < 0:
        return _main_subject_right(parse, group, depth)
    tag = parse.tags[u]
    told = parse.lemma[group.verb] in _TOLD_BEFORE or ends_quote(parse, group)
    teller = said_after(parse, group) if told else None
    if teller:
        return teller, "direct"
    if group.infinitive:
        return _control(parse, group, u, depth)
    if tag == "R" or (tag == "S" and parse.words[u] == "that" and u and parse.tags[u - 1] in "AN,"):
        return antecedent(parse, u), "relative"
    if parse.kind[group.verb] == "ing" and not group.progressive:
        if tag == "P" and parse.words[u] in _OBJECT_DOES:
            done_to = object_before(parse, u - 1) or _undergoer_of(parse, u - 1, depth) or charged(parse, u)
            if done_to:
                return (done_to, "control") if done_to.mentions else (None, "none")
        absolute = with_members(parse, u) if tag == "," else None
        if absolute:
            return absolute, "participle"
        if tag in "P,SC" or tag == ";" or written_to(parse, group, u):
            return _shared(parse, group, u, depth, "participle")
    if tag == "C":
        return _shared(parse, group, u, depth, "shared")
    author = author_before(parse, group, u) if tag in "AN'," else None
    if author:
        return author, "direct"
    if tag == ",":
        undergoer = just_before(parse, group, u)
        return (undergoer, "comma") if undergoer else _over_comma(parse, group, u, depth)
    if tag == "O":
        return None, f"pronoun:{parse.words[u]}"
    if tag in "AN'P":
        k = chunk_left(parse, u) - 1
        if k > 0 and parse.tags[k] == "P" and parse.tags[k - 1] == "R":  # "X, who like Y met"
            return antecedent(parse, k - 1), "relative"
        relative = over_relative(parse, group, u)
        if relative >= 0:  # "the rebels who attacked X met Y"
            return antecedent(parse, relative), "direct"
        reduced = over_reduced(parse, u)
        if reduced and not reduced.mentions:  # "bridges linking X with Y were destroyed"
            return None, "none"
        slot = _with_owner(parse, reduced or phrase_left(parse, u), u)
        if slot is None and parse.kind[group.verb] == "ing" and not group.progressive:
            return _in_writing(parse, group, u, depth)
        return (slot, "direct") if slot else (None, "none")
    if tag == "S" and parse.kind[group.verb] == "past":
        return None, "none"
    if tag == "V":  # "denied invading", "began shelling", but "said meeting X was wrong"
        another = parse.lemma[u] == "say" and parse.kind[group.verb] == "ing"
        return (None, "none") if another else _shared(parse, group, u + 1, depth, "shared")
    if tag == ";":
        slot = over_dashes(parse, u)
        return (slot, "comma") if slot else _shared(parse, group, u, depth, "shared")
    return None, "none"


def _undergoer_of(parse: Parse, u: int, depth: int) -> Slot | None:
    """Return to whom a verb is done that ends at a unit: "X, accused by Y of attacking", "X, whom Y accuses of"; to
    nobody in "arrested men accused of attacking".
    """
    if parse.tags[u] == "V":
        group = verb_group(parse, u)
        reduced = group.passive and group.start == u and depth <= _DEEP
        return _undergoer(parse, group, depth) if reduced else undergoer_before(parse, group)[0]
    by = skip_back(parse, u, "ANDB'")
    if by < 1 or by == u or parse.words[by] != "by" or parse.tags[by - 1] != "V" or depth > _DEEP:
        return None
    group = verb_group(parse, by - 1)
    return _undergoer(parse, group, depth) if group.passive else None


def _undergoer(parse: Parse, group: VerbGroup, depth: int) -> Slot:
    return subject_of(parse, group, depth + 1)[0] or Slot([], "head")


_TOLD_BEFORE = frozenset(("add", "explain", "say"))


def _in_writing(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """Who says what a writing says: "a letter from X urging", "X issued a statement denying"."""
    slot = actors_in_chunk(parse, chunk_left(parse, u), u + 1)
    if slot:
        return slot, "direct"
    k = skip_back(parse, u, "ANDBP'")
    written = not WRITINGS.isdisjoint(parse.words[k + 1 : u + 1])
    return _shared(parse, group, u, depth, "participle") if written else (None, "none")


# "accused X of attacking", "stopped X from entering": the object does it; "met X after visiting": the subject.
_OBJECT_DOES = frozenset("of for from into over with against".split())


def _with_owner(parse: Parse, slot: Slot | None, u: int) -> Slot | None:
    """Add whose they are: "X, whose forces attacked"."""
    before = chunk_left(parse, u) - 1
    itself = slot is not None and slot.how == "head" and _is_another(slot.mentions[0])
    if before > 0 and parse.words[before] == "whose" and not itself:
        owner = antecedent(parse, before)
        return (
            Slot((slot.mentions if slot else []) + owner.mentions, slot.how if slot else owner.how) if owner else slot
        )
    return slot


def _is_another(mention: Any) -> bool:
    """Say whether what is somebody's acts on its own: "X, whose country met Y", "X, whose envoy Ada met Y"."""
    return mention.kind == "state" or (mention.kind == "person" and not mention.described)


def _over_comma(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject before an insertion between commas: "X, the head of Y, met"."""
    named, k = members_between(parse, u)
    if named:
        whose = phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else None
        return Slot((whose.mentions if whose and whose.how == "head" else []) + named.mentions, "head"), "comma"
    k = u - 1
    while k > 0 and parse.tags[k] != ",":
        if parse.tags[k] in ";":
            return None, "none"
        k -= 1
    if parse.words[chunk_left(parse, u - 1) - 1] == "and" and chunk_left(parse, u - 1) > 1:
        listed, opens = list_left(parse, chunk_left(parse, u - 1) - 2)
        last = actors_in_chunk(parse, chunk_left(parse, u - 1), u)
        if opens and last and last.how == "head":  # "the three states, A, B and C, met"
            return Slot(listed + last.mentions, "head"), "comma"
    opener = parse.tags[k + 1] if k + 1 < u else ""
    if k > 0 and parse.tags[k] == ",":
        named = named_between(parse, k, u)
        if named:
            return named, "comma"
        finite = next((i for i in range(k + 1, u) if parse.kind[i] in ("past", "s")), u)
        told = opener in "DA" and not {"who", "which", "that"}.isdisjoint(parse.words[k + 1 : finite])
        verbs_inside = finite < u and not told  # "X, a man who left Y, met"
        if not verbs_inside or opener in "RS" or parse.tags[k - 1] == "A":
            k = over_gloss(parse, k)
            slot = phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else None
            if slot:
                return with_company(parse, with_joined(parse, slot), k + 1), "comma"
            if (opener == "R" or told) and parse.tags[k - 1] == "N":  # "the attack, which X condemned, killed ten"
                said = noun_phrase(parse, k + 1)[0] if told else None
                return (said, "comma") if said and said.how == "head" else (None, "none")
    return _shared(parse, group, u, depth, "shared")


def _shared(parse: Parse, group: VerbGroup, u: int, depth: int, how: str) -> tuple[Slot | None, str]:
    """The subject of the nearest finite verb on the left, shared by a coordinated or participial verb."""
    if depth > _DEEP:
        return None, "none"
    beside = participle_before(parse, group, u)
    shared = subject_of(parse, beside, depth + 1)[0] if beside else None
    if shared:
        return shared, how
    k = told_with(parse, group, u) if how == "shared" else u - 1
    while k >= 0:
        if parse.tags[k] == "V" and (parse.kind[k] != "ing" or verb_group(parse, k).progressive):
            earlier = verb_group(parse, k)
            reduced = parse.kind[k] == "part" and not earlier.perfect and earlier.start == k
            reduced = (
                reduced
                or parse.words[earlier.start] == "having"
                or (how == "shared" and ends_clause_of_time(parse, k, u))
            )
            reduced = reduced or (parse.kind[group.verb] == "past" and parse.kind[k] == "base" and earlier.start == k)
            if not reduced and not (earlier.infinitive and _is_finite(parse, group, u)):
                slot, found = subject_of(parse, earlier, depth + 1)
                thing = found == "relative" and slot is None and parse.lemma[group.verb] in SAYING
                undergoes = is_reported(parse, group, k) and _is_undergoer(parse, group, slot)
                if how == "shared" or not (thing or undergoes):  # not "hit a raid that killed ten, accusing Y"
                    return slot, how
        elif parse.tags[k] == "X" and (
            stands_alone(parse, k, u) or goes_on_now(parse, group, k)
        ):  # "X is ill and met", "X is close to meeting"
            slot, _ = subject_of(parse, VerbGroup(k, group_start(parse, k)), depth + 1)
            return slot, how
        if parse.tags[k] == ";" and how == "shared":
            opener = before_dashes(parse, k)
            if opener == k:
                break
            k = opener
        k -= 1
    if how == "participle" and parse.tags[u] == "," and u and parse.tags[u - 1] == "A":  # "X, meeting in the city, ..."
        return phrase_left(parse, u - 1), how
    return _main_subject_right(parse, group, depth) if how == "participle" else (None, "none")


def _is_undergoer(parse: Parse, group: VerbGroup, slot: Slot | None) -> bool:
    """Say whether who is found for the subject of a verb is nobody, or the one to whom it is done."""
    obj = noun_phrase(parse, group.verb + 1)[0] if slot else None
    ids = {m.actor_id for m in slot.mentions} if slot else set()
    return slot is None or (obj is not None and any(m.actor_id in ids for m in obj.mentions))


def _main_subject_right(parse: Parse, group: VerbGroup, depth: int) -> tuple[Slot | None, str]:
    """The subject of the first finite verb on the right: "Speaking in Paris, X said"."""
    if depth > _DEEP or parse.kind[group.verb] not in ("ing", "part", "past"):
        return None, "none"
    first = None
    for comma in (k for k in range(group.verb, len(parse.tags)) if parse.tags[k] == ","):
        slot, end = noun_phrase(parse, comma + 1)
        if slot and end < len(parse.tags) and parse.tags[end] in "VXM":
            return slot, "participle"
        first = first or slot  # "Speaking in Paris, France, X said"
    return (first, "participle") if first else (None, "none")


def _is_finite(parse: Parse, group: VerbGroup, u: int) -> bool:
    """Say whether a verb goes with a finite one: "asked X to leave and called", "asked X to leave, calling"."""
    kind = parse.kind[group.verb]
    return kind in ("past", "s") or (kind == "ing" and parse.tags[u] == ",") or group.start < group.verb


def _control(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject of an infinitive: the governor's object where it has one, else the governor's subject."""
    if depth > _DEEP:
        return None, "none"
    governor = governor_of(parse, group)
    used = governor >= 0 and parse.lemma[governor] == "use" and not verb_group(parse, governor).passive
    intender = None if used else whose_intent(parse, u)  # "used the offer by Y to praise Z": who used it
    intender = intender or for_whom(parse, u)
    if intender:
        return intender, "control"
    aux = skip_back(parse, u, "ANBDP'")
    if aux >= 0 and parse.tags[aux] == "X":  # "X was to meet", "X is due to meet", "X was in Y to meet", "X has yet to"
        slot, _ = subject_of(parse, VerbGroup(aux, group_start(parse, aux)), depth + 1)
        return slot, "control"
    if governor < 0:
        slot = headed(parse, u)
        return (slot, "direct") if slot else (None, "none")
    if parse.tags[u] in "AN',":
        slot = made_to(parse, governor)
        if slot:
            return slot, "control"
    if parse.tags[governor] == "V":
        slot, _ = subject_of(parse, verb_group(parse, governor), depth + 1)
        return slot, "control"
    return None, "none"


def governor_of(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the verb that governs an infinitive or gerund, or -1."""
    k = group.start - 1
    while k >= 0:
        if parse.tags[k] == "V":
            return k
        asked = k == group.start - 1 and parse.words[k] in ("whether", "how", "as")  # "weighed whether to leave"
        asked = asked or parse.words[k : k + 3] == ["so", "far", "as"]
        if (parse.tags[k] in ";S" and not asked) or (parse.tags[k] in "R" and k < group.start - 1):
            return -1
        k -= 1
    return -1
