"""What a subject hides behind: times, insertions, reduced clauses, and what was said.

What belongs here: stepping over what stands between a verb and its subject. What does not: the words that tell whose an
infinitive is (``infinitives``), and the search itself (``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.dates.words import MONTHS, WEEKDAYS
from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.infinitives import whose_intent
from pipelines.parsing.syntax.members import members_open
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_TIMES = frozenset(
    "day days week weeks weekend month months year years night morning afternoon evening hour hours minutes noon "
    "midnight ago earlier autumn spring summer winter".split()
    + MONTHS
    + WEEKDAYS
)
_BESIDE_TIMES = frozenset(
    "last next this that a an the one two three four five six several few early late mid same past previous following "
    "very all each every in on at during late".split()
)


def before_verb(parse: Parse, u: int, tags: str) -> int:
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


def over_reduced(parse: Parse, u: int) -> Slot | None:
    """The subject before a clause that ends at unit ``u``: "X armed with rifles stormed", "X's vow to act led to".

    Returns:
        None where no such clause ends there; a slot of nobody where no actor stands before it.
    """
    k = skip_back(parse, u, "ANDBP'C")
    first = verb_group(parse, k).start if k > 0 and parse.kind[k] == "base" else 0
    intender = whose_intent(parse, first - 1) if first > 0 and parse.tags[first] == "T" else None
    if intender:
        return Slot(intender.mentions, "poss")
    if first > 0 and parse.tags[first] == "T":
        purposeful = _over_purpose(parse, first - 1)
        if purposeful is not None:
            return purposeful
    if k > 1 and parse.kind[k] == "ing" and parse.tags[k - 1] == "P":  # "X, held for killing Y, met"
        over = skip_back(parse, k - 2, "ANDBP'")
        k = over if over >= 0 and parse.kind[over] == "part" else k
    k = _first_undergone(parse, k)
    reduced = k > 0 and parse.kind[k] in ("part", "past", "ing") and parse.tags[k - 1] in "AN'"
    led = reduced and members_open(parse, k) > 0  # "a delegation led by X met"
    if not reduced or (not led and parse.kind[k] == "past") or verb_group(parse, k).start != k:
        return None
    slot = phrase_left(parse, k - 1) or Slot([], "head")
    if not led:
        return slot
    leader = noun_phrase(parse, k + members_open(parse, k), pair=True)[0]
    return Slot(slot.mentions + leader.mentions, "head") if leader else slot


def _first_undergone(parse: Parse, k: int) -> int:
    """Return the first of the participles that an "and" joins up to a unit: of "X | arrested and beaten by Y left"."""
    while k > 1 and parse.kind[k] == parse.kind[k - 2] == "part" and parse.words[k - 1] == "and":
        k -= 2
    return k


def _over_purpose(parse: Parse, u: int) -> Slot | None:
    """The subject before a clause whose purpose follows from unit ``u``: "X named to lead Y met", "men suing X to stop
    Y met".
    """
    k = skip_back(parse, u, "ANDB'")
    if k < 1 or parse.tags[k] != "V" or parse.tags[k - 1] not in "AN" or verb_group(parse, k).start != k:
        return None
    if parse.kind[k] != "ing" and (k < u or parse.lemma[k] not in _SENT):
        return None
    return phrase_left(parse, k - 1) or Slot([], "head")


# Whom somebody else makes to do something: "the judge named to hear X refused".
_SENT = frozenset(
    "appoint assign authorise authorize create deploy designate dispatch elect establish form hire name nominate pick "
    "recruit select send task train".split()
)


WRITINGS = frozenset(
    "statement statements bill law laws letter letters resolution resolutions tweet tweets message messages post "
    "posts order orders "
    "decree note report article speech petition memo complaint lawsuit suit declaration communique cable text email "
    "video amendment motion motions memorandum directive directives proclamation proclamations ruling rulings "
    "rule rules regulation regulations ordinance legislation edict injunction note notes op-ed ad ads "
    "advertisement brief briefs".split()
)


def written_to(parse: Parse, group: VerbGroup, u: int) -> bool:
    """Say whether the phrase that ends at a unit is spoken to: "wrote to X urging", "a lawsuit against X seeking"."""
    if parse.lemma[group.verb] not in SAYING and parse.lemma[group.verb] not in _PLEADING:
        return False
    if _is_where(parse, u):
        return True
    if parse.tags[u] != "A":
        return in_the_open(parse, u)
    to = skip_back(parse, u, "ANDBC'")
    return to >= 0 and parse.words[to] in ("to", "against")


def is_spent(parse: Parse, u: int) -> bool:
    """Say whether a time ends at a unit that goes by with what is done: "spent two weeks | pressing Y to leave"."""
    k = skip_back(parse, u, "NDBP")
    return 0 <= k < u and parse.lemma[k] in ("spend", "waste") and parse.words[u] in _TIMES


def in_the_open(parse: Parse, u: int) -> bool:
    """Say whether the phrase that ends at a unit tells where people come out: "took to the streets of Y demanding"."""
    k = skip_back(parse, u, "NDB")
    while k > 0 and parse.words[k] in ("of", "in", "across", "through") and parse.tags[k - 1] == "N":
        k = skip_back(parse, k - 1, "NDB")
    return k >= 0 and parse.words[k] in _PLACED and not _OPEN.isdisjoint(parse.words[k + 1 : u + 1])


_PLACED = frozenset("across along at before in into near on onto outside through to".split())
_OPEN = frozenset(
    "avenue boulevard bridge building buildings capital cities city embassy consulate court courthouse downtown "
    "headquarters highway mosque office offices palace park parliament plaza prison road roads square squares station "
    "street streets town towns university".split()
)


_PLEADING = frozenset("back chant challenge oppose protest seek support".split())


def _is_where(parse: Parse, u: int) -> bool:
    """Say whether the phrase that ends at a unit tells where or when somebody speaks: "sued in 2015 demanding"."""
    k, mention = chunk_left(parse, u) - 1, parse.mention[u]
    if "V" not in parse.tags[: max(k, 0)] or parse.words[k] not in ("at", "before", "during", "in"):
        return False
    return mention is None or mention.is_place_like or parse.words[u] in _SEATS


_SEATS = frozenset("court courts newspaper newspapers states tribunal".split())


def object_before(parse: Parse, u: int) -> Slot | None:
    """Return the actors of the object that ends at unit ``u``, where it is one of an active verb or of its noun:
    "criticised X for", "imposed sanctions on X for".
    """
    u -= 2 if u > 1 and parse.words[u - 1 : u + 1] in _TO_WHAT else 0  # "took X to task for"
    k = skip_back(parse, u, "ANDB'")
    if k == u or k < 0:
        return None
    origin = k > 0 and parse.words[k] == "of" and parse.tags[k - 1] == "A" and parse.mention[k - 1].kind == "person"
    if origin:  # "slammed X of Y for"
        k = skip_back(parse, k, "ANDBP',C")
    elif parse.tags[k] == "P" and parse.words[k] in _DONE_TO:
        return noun_phrase(parse, k + 1)[0]
    if parse.words[k] == "and" and _judges_another(parse, k - 1):
        return noun_phrase(parse, k + 1)[0]
    if parse.tags[k] != "V" or verb_group(parse, k).passive:
        return None
    return noun_phrase(parse, k + 1)[0]


def _judges_another(parse: Parse, u: int) -> bool:
    """Say whether the words up to a unit tell whom else one judges, and for what: "blames X for the raid"."""
    k = skip_back(parse, u, "ANDB'P")
    return k >= 0 and parse.lemma[k] in _JUDGES and bool({"for", "of"} & set(parse.words[k + 1 : u]))


_TO_WHAT = (["to", "task"], ["to", "account"])
_JUDGES = frozenset("accuse blame condemn criticise criticize denounce praise thank".split())


_DONE_TO = frozenset("on against at of".split())


def over_dashes(parse: Parse, u: int) -> Slot | None:
    """The subject before an insertion between dashes: "X — who left — met"."""
    k = before_dashes(parse, u)
    slot = phrase_left(parse, k - 1) if k < u and parse.tags[k - 1] in "AN'" else None
    named, end = noun_phrase(parse, k + 1 + (parse.words[k + 1] == "including")) if k + 1 < u else (None, u)
    if named is None or end != u or named.how != "head" or len(named.mentions) < _SEVERAL:
        return slot
    return Slot((slot.mentions if slot else []) + named.mentions, "head")  # "two parties — X and Y — met"


def before_dashes(parse: Parse, u: int) -> int:
    """Return the unit of the dash that opens the insertion which a dash at unit ``u`` closes, else ``u`` itself."""
    if parse.words[u] not in _DASHES:
        return u
    return next((k for k in range(u - 1, 0, -1) if parse.words[k] == parse.words[u]), u)


_SEVERAL = 2
_DASHES = frozenset("—–-")


def just_before(parse: Parse, group: VerbGroup, u: int) -> Slot | None:
    """Return the actor before the comma at ``u`` that a participle without auxiliary tells of: "met X, accused of"."""
    if not group.passive or group.start != group.verb or parse.tags[u - 1] != "A":
        return None
    company = parse.lemma[group.verb] in _IN_COMPANY and "V" in parse.tags[:u]  # "X met Y, backed by Z": X is backed
    return None if company else phrase_left(parse, u - 1)


_IN_COMPANY = frozenset("accompany back flank follow join lead surround".split())


def participle_before(parse: Parse, group: VerbGroup, u: int) -> VerbGroup | None:
    """Return the participle beside which one stands: "warning X and | praising Y", "X, hit by Y and | armed by Z"."""
    kind = parse.kind[group.verb]
    if kind not in ("ing", "part") or group.start < group.verb or parse.tags[u] != "C":
        return None
    ends = "V;" if kind == "part" else ";"
    k = next((k for k in range(u - 1, -1, -1) if parse.kind[k] == kind or parse.tags[k] in ends), -1)
    if k < 0 or parse.kind[k] != kind:
        return None
    earlier = verb_group(parse, k)
    return None if earlier.progressive or (kind == "part" and earlier.start < k) else earlier


def goes_on_now(parse: Parse, group: VerbGroup, k: int) -> bool:
    """Say whether what "is" goes on by "has" or "is" after an "and": "X said Y is weak and has failed"."""
    now = parse.words[k] in ("is", "are") and parse.words[group.start] in ("are", "has", "have", "is")
    told = now and group.start < group.verb and parse.lemma[group.verb] not in SAYING
    return told and parse.tags[skip(parse, k + 1, "BG")] in "NAD"


def stands_alone(parse: Parse, k: int, end: int) -> bool:
    """Say whether an auxiliary is the verb itself of its clause."""
    follower = skip(parse, k + 1, "BGq")
    if follower > end or parse.tags[follower] not in "NADP":
        return False
    return parse.tags[end] == "P" or "V" not in parse.tags[:k]  # not "X said it was late and met"


def is_undergoer(parse: Parse, group: VerbGroup, slot: Slot | None) -> bool:
    """Say whether who is found for the subject of a verb is nobody, or the one to whom it is done."""
    obj = noun_phrase(parse, group.verb + 1)[0] if slot else None
    ids = {m.actor_id for m in slot.mentions} if slot else set()
    return slot is None or (obj is not None and any(m.actor_id in ids for m in obj.mentions))
