"""Who is the subject of a verb: through passives, insertions, relative clauses, lists, participles and infinitives.

What belongs here: the way from a verb to its subject. What does not: objects (``phrases``).
"""

from __future__ import annotations

from pipelines.parsing.engagements.phrases import Slot, actors_in_chunk, chunk_left, noun_phrase, phrase_left
from pipelines.parsing.engagements.units import Parse, skip_back
from pipelines.parsing.engagements.verbs import VerbGroup, verb_group


def subject_of(parse: Parse, group: VerbGroup, depth: int = 0) -> tuple[Slot | None, str]:
    """Find who is the subject of a verb group.

    Returns:
        The slot (None where no actor is) and how it was found: direct, comma, relative, shared, control, participle,
        none.
    """
    u = _before(parse, group.start - 1, "BGq" if group.infinitive else "Bq")
    if u < 0:
        return _main_subject_right(parse, group, depth)
    tag = parse.tags[u]
    if group.infinitive:
        return _control(parse, group, u, depth)
    if tag == "R" or (tag == "S" and parse.words[u] == "that" and u and parse.tags[u - 1] in "AN,"):
        return _antecedent(parse, u), "relative"
    if parse.kind[group.verb] == "ing" and not group.progressive:
        if tag == "P" and parse.words[u] in _OBJECT_DOES:
            done_to = _object_before(parse, u - 1)
            if done_to:
                return done_to, "control"
        if tag in "P,SC" or tag == ";" or _written_to(parse, group, u):
            return _shared(parse, group, u, depth, "participle")
    if tag == "C":
        return _shared(parse, group, u, depth, "shared")
    if tag == ",":
        undergoer = _just_before(parse, group, u)
        return (undergoer, "comma") if undergoer else _over_comma(parse, group, u, depth)
    if tag == "O":
        return None, f"pronoun:{parse.words[u]}"
    if tag in "AN'P":
        slot = _with_owner(parse, phrase_left(parse, u), u)
        if slot is None and parse.kind[group.verb] == "ing" and not group.progressive:  # "a letter from X urging"
            slot = actors_in_chunk(parse, chunk_left(parse, u), u + 1)
        return (slot, "direct") if slot else (None, "none")
    if tag == "S" and parse.kind[group.verb] == "past":
        return None, "none"
    if tag == "V":  # "denied invading", "began shelling"
        return _shared(parse, group, u + 1, depth, "shared")
    return _shared(parse, group, u, depth, "shared") if tag == ";" else (None, "none")


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day days week weeks weekend month months year years night morning afternoon "
    "evening hour hours minutes noon midnight ago earlier autumn spring summer winter".split()
)
_BESIDE_TIMES = frozenset(
    "last next this that a an the one two three four five six several few early late mid same past previous following "
    "very all each every in on at during late".split()
)


def _before(parse: Parse, u: int, tags: str) -> int:
    """Return the unit before an adverb, a time or an "each" at unit ``u``: "X, who left, last week on Monday met"."""
    u = skip_back(parse, u, tags)
    if u >= 0 and parse.words[u] in ("each", "both", "all") and parse.tags[u] == "D":
        return skip_back(parse, u - 1, tags)
    k = u
    while k >= 0 and parse.tags[k] != "A" and (parse.words[k] in _TIMES or (k < u and _beside_time(parse.words[k]))):
        k -= 1
    k = skip_back(parse, k, tags) if k < u else u
    return k if k >= 0 and parse.tags[k] in "A,R'" else u


def _beside_time(word: str) -> bool:
    return word in _BESIDE_TIMES or word.isdigit()


def _written_to(parse: Parse, group: VerbGroup, u: int) -> bool:
    """Say whether the phrase that ends at a unit is spoken to: "wrote to X urging", "a lawsuit against X seeking"."""
    if parse.tags[u] != "A" or (parse.lemma[group.verb] not in _SAYING and parse.lemma[group.verb] not in _PLEADING):
        return False
    start = chunk_left(parse, u)
    return start > 0 and parse.words[start - 1] in ("to", "against")


_PLEADING = frozenset("oppose protest seek".split())


# "accused X of attacking", "stopped X from entering": the object does it; "met X after visiting": the subject.
_OBJECT_DOES = frozenset("of for from into over with".split())


def _object_before(parse: Parse, u: int) -> Slot | None:
    """Return the actors of the object that ends at unit ``u``, where it is one of an active verb or of its noun:
    "criticised X for", "imposed sanctions on X for".
    """
    k = skip_back(parse, u, "ANDB'")
    if k == u or k < 0:
        return None
    if parse.tags[k] == "P" and parse.words[k] in _DONE_TO:
        return noun_phrase(parse, k + 1)[0]
    if parse.tags[k] != "V" or verb_group(parse, k).passive:
        return None
    return noun_phrase(parse, k + 1)[0]


_DONE_TO = frozenset("on against at of".split())


def _with_owner(parse: Parse, slot: Slot | None, u: int) -> Slot | None:
    """Add whose they are: "X, whose forces attacked"."""
    before = chunk_left(parse, u) - 1
    if before > 0 and parse.words[before] == "whose":
        owner = _antecedent(parse, before)
        return (
            Slot((slot.mentions if slot else []) + owner.mentions, slot.how if slot else owner.how) if owner else slot
        )
    return slot


def _antecedent(parse: Parse, u: int) -> Slot | None:
    k = skip_back(parse, u - 1, "Bq,P")
    if k < 0 or parse.tags[k] not in "AN'":
        return None
    slot = phrase_left(parse, k)
    if parse.words[u] == "whose" and slot:
        return Slot(slot.mentions, "poss")
    return slot


def _just_before(parse: Parse, group: VerbGroup, u: int) -> Slot | None:
    """Return the actor before the comma at ``u`` that a participle without auxiliary tells of: "met X, accused of"."""
    if not group.passive or group.start != group.verb or parse.tags[u - 1] != "A":
        return None
    return None if parse.lemma[group.verb] in _IN_COMPANY else phrase_left(parse, u - 1)


_IN_COMPANY = frozenset("accompany back flank follow join lead surround".split())


def _over_comma(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject before an insertion between commas: "X, the head of Y, met"."""
    k = u - 1
    while k > 0 and parse.tags[k] != ",":
        if parse.tags[k] in ";":
            return None, "none"
        k -= 1
    opener = parse.tags[k + 1] if k + 1 < u else ""
    if k > 0 and parse.tags[k] == ",":
        verbs_inside = any(parse.tags[i] == "V" and parse.kind[i] in ("past", "s") for i in range(k + 1, u))
        if not verbs_inside or opener in "RS" or parse.tags[k - 1] == "A":
            slot = phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else None
            if slot:
                return slot, "comma"
    return _shared(parse, group, u, depth, "shared")


def _shared(parse: Parse, group: VerbGroup, u: int, depth: int, how: str) -> tuple[Slot | None, str]:
    """The subject of the nearest finite verb on the left, shared by a coordinated or participial verb."""
    if depth > 3:
        return None, "none"
    k = _told_with(parse, group, u) if how == "shared" else u - 1
    while k >= 0:
        if parse.tags[k] == "V" and parse.kind[k] in ("past", "s", "base", "part"):
            earlier = verb_group(parse, k)
            if not (parse.kind[k] == "part" and not earlier.perfect and earlier.start == k):
                slot, _ = subject_of(parse, earlier, depth + 1)
                return slot, how
        if parse.tags[k] == ";" and how == "shared":
            break
        k -= 1
    return _main_subject_right(parse, group, depth) if how == "participle" else (None, "none")


# Verbs of saying go together: "X said that Y had lied and urged Z to act" has X urging.
_SAYING = frozenset(
    "accuse acknowledge add admit announce appeal applaud argue ask assert assure blame call caution charge cite claim "
    "commend complain concede condemn congratulate criticise criticize declare decry demand denounce deny deplore "
    "describe dismiss "
    "express hail hint implore insist invite liken mock note offer plead pledge point praise predict promise question "
    "rebuke reiterate "
    "reject repeat reply request say slam state stress suggest swear tell thank threaten tweet urge voice vow warn "
    "welcome wish write".split()
)
_REPORTING = frozenset(
    "acknowledge add admit announce argue assert claim complain concede declare deny explain hint insist maintain note "
    "observe "
    "reiterate repeat reply say state stress suggest tell testify tweet warn write".split()
)


def _told_with(parse: Parse, group: VerbGroup, u: int) -> int:
    """Return from which unit on to look left for the verb whose subject a verb shares: over what was said, where the
    verb tells of saying too.
    """
    if parse.lemma[group.verb] not in _SAYING or parse.kind[group.verb] == "base":
        return u - 1
    nearest = next((k for k in range(u - 1, -1, -1) if parse.kind[k] in ("past", "s", "base", "part")), -1)
    if nearest < 0 or parse.lemma[nearest] in _SAYING:
        return u - 1
    kinds = (parse.kind[group.verb], "past" if parse.kind[group.verb] == "part" else "")
    for k in range(nearest - 1, -1, -1):
        if parse.tags[k] in ";q":
            break
        if parse.lemma[k] in _REPORTING and parse.kind[k] in kinds:
            return k
    return u - 1


def _main_subject_right(parse: Parse, group: VerbGroup, depth: int) -> tuple[Slot | None, str]:
    """The subject of the first finite verb on the right: "Speaking in Paris, X said"."""
    if depth > 3 or parse.kind[group.verb] not in ("ing", "part", "past"):
        return None, "none"
    comma = next((k for k in range(group.verb, len(parse.tags)) if parse.tags[k] == ","), -1)
    if comma < 0:
        return None, "none"
    slot, _ = noun_phrase(parse, comma + 1)
    return (slot, "participle") if slot else (None, "none")


# "called on X to leave", "waited for X to leave", "appealed to X to leave": X leaves; "met with X to talk",
# "left for X to talk": who met, who left.
_CALLED = {
    **dict.fromkeys(("on", "upon"), frozenset("call prevail lean rely count depend".split())),
    "for": frozenset("call ask push press wait pray plead pay vote allow arrange argue".split()),
    "to": frozenset("appeal signal".split()),
    "with": frozenset("plead".split()),
}
# "urged X to leave": X leaves; after other verbs the infinitive tells why it was done: "phoned X to protest".
_MADE_TO = frozenset(
    "accuse advise allow appoint arm ask assign assist authorise authorize beg believe bribe bring cause challenge "
    "charge choose "
    "clear coax coerce command commission compel condition convince dare deploy designate direct dispatch drive elect "
    "empower enable encourage enlist entice entitle entreat expect favor favour fear forbid force free fund get give "
    "have help "
    "hire implore incite induce inspire instruct intend invite lead leave license like lobby mean mobilise mobilize "
    "motivate move "
    "name need nominate nudge oblige order pay permit persuade petition pick pledge prefer prepare press pressure "
    "prod prompt propel provoke push recommend recruit remind request require sanction schedule see select send set "
    "show spur "
    "summon support task teach tell tempt train trust urge want warn watch wish".split()
)


def _made_to(parse: Parse, governor: int) -> Slot | None:
    """Return the actors whom an active verb makes to do what the infinitive after them says."""
    lemma, n = parse.lemma[governor], len(parse.words)
    first = governor + 1
    if first + 1 < n and lemma in _CALLED.get(parse.words[first], ()):
        first += 1
    elif lemma not in _MADE_TO:
        return None
    return None if verb_group(parse, governor).passive else noun_phrase(parse, first)[0]


def _control(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject of an infinitive: the governor's object where it has one, else the governor's subject."""
    if depth > 3:
        return None, "none"
    intender = _intender(parse, u)
    if intender:
        return intender, "control"
    aux = skip_back(parse, u, "ANBDP'")
    if aux >= 0 and parse.tags[aux] == "X":  # "X was to meet", "X is due to meet", "X was in Y to meet", "X has yet to"
        slot, _ = subject_of(parse, VerbGroup(aux, _group_start(parse, aux)), depth + 1)
        return slot, "control"
    governor = governor_of(parse, group)
    if governor < 0:
        slot = _headed(parse, u)
        return (slot, "direct") if slot else (None, "none")
    if parse.tags[u] in "AN'":
        slot = _made_to(parse, governor)
        if slot:
            return slot, "control"
    if parse.tags[governor] == "V":
        slot, _ = subject_of(parse, verb_group(parse, governor), depth + 1)
        return slot, "control"
    return None, "none"


_INTENTS = frozenset(
    "ability agreement agreements attempt attempts authority bid bids campaign capability chance choice commitment "
    "commitments consent "
    "decision decisions desire determination duty effort efforts eagerness failure freedom hesitation inability "
    "intent intention "
    "intentions manoeuvre maneuver mandate mission move moves obligation offer offers opportunity permission plan "
    "plans pledge pledges "
    "power powers preference preparations pressure promise promises proposal proposals push quest readiness refusal "
    "reluctance resolve "
    "right rights scheme strategy struggle threat threats unwillingness vow vows will willingness".split()
)


def _intender(parse: Parse, u: int) -> Slot | None:
    """Return whose intent an infinitive tells, where the noun before it says so: "X's vow to", "a plan by X to"."""
    start = chunk_left(parse, u)
    if parse.tags[u] == "N" and parse.words[u] in _INTENTS:
        owner = actors_in_chunk(parse, start, u + 1)
        return Slot(owner.mentions, "head") if owner else None
    if start > 1 and parse.words[start - 1] == "by" and parse.words[start - 2] in _INTENTS:
        return noun_phrase(parse, start)[0]
    return None


def _headed(parse: Parse, u: int) -> Slot | None:
    """Return who stands before the infinitive of a heading: "X to meet Y"; a heading has no article, no verb before."""
    if parse.tags[u] != "A" or "V" in parse.tags[:u] or parse.tags[chunk_left(parse, u)] == "D":
        return None
    return phrase_left(parse, u)


def _group_start(parse: Parse, u: int) -> int:
    """Return the first unit of the auxiliaries that end at unit ``u``."""
    while u > 0 and parse.tags[u - 1] in "XMGB":
        u -= 1
    return u


def governor_of(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the verb that governs an infinitive or gerund, or -1."""
    k = group.start - 1
    while k >= 0:
        if parse.tags[k] == "V":
            return k
        if parse.tags[k] in ";S" or (parse.tags[k] in "R" and k < group.start - 1):
            return -1
        k -= 1
    return -1
